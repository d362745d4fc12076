/**
 * A summary: what one case says of one theme, in the researchers' words (J. Ritchie and L. Spencer, "Qualitative data analysis for
 * applied policy research", 1994). The case is a participant or an organisation. Its words are the wording `summary`, a pad.
 * Rules: docs/spec/framework.md.
 */
import * as z from "zod";
import { Id } from "../field.ts";

export const CASES = ["participant", "organisation"] as const;
export type CaseKind = (typeof CASES)[number];

export const SummaryRow = z.strictObject({
  id: Id,
  theme: Id,
  participant: Id.nullable(), // one of the two
  organisation: Id.nullable(),
  by: Id, // whoever began it
  also: Id.nullable(), // whoever of the others wrote in it last
  gone: z.boolean(),
});
export type SummaryRow = z.infer<typeof SummaryRow>;

/** Whose summary it is. */
export type Case = Pick<SummaryRow, "participant" | "organisation">;

export function sameCase(one: Case, other: Case): boolean {
  return one.participant === other.participant && one.organisation === other.organisation;
}
