/** A finding: a statement (a wording) with the themes it speaks of and the quotes that support or contradict it. */
import * as z from "zod";
import { Id, Ord, Pair } from "../field.ts";

export const FindingRow = z.strictObject({
  id: Id,
  status: z.enum(["draft", "agreed"]),
  ord: Ord,
  gone: z.boolean(),
});
export type FindingRow = z.infer<typeof FindingRow>;

/** That a finding speaks of a theme; its id is `finding/theme`. */
export const FindingThemeRow = z.strictObject({ id: Pair, finding: Id, theme: Id, gone: z.boolean() });
export type FindingThemeRow = z.infer<typeof FindingThemeRow>;

export const Stance = z.enum(["supports", "contradicts"]);

/** That a quote is evidence for or against a finding; its id is `finding/quote`. */
export const EvidenceRow = z.strictObject({
  id: Pair,
  finding: Id,
  quote: Id,
  stance: Stance,
  ord: Ord,
  gone: z.boolean(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;
