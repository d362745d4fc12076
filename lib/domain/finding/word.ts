import * as z from "zod";
import { Id, Lang, PhraseId } from "../field.ts";
import { EditRow, FindingRow, Stance } from "./shape.ts";

export const FindingAdd = z.strictObject({
  kind: z.literal("finding.add"),
  id: Id,
  themes: z.array(Id).max(50),
  statement: z.strictObject({ lang: Lang, phrase: PhraseId }).nullable(),
});
export const FindingSet = z.strictObject({
  kind: z.literal("finding.set"),
  id: Id,
  fields: FindingRow.pick({ status: true }).partial(),
});
export const FindingPlace = z.strictObject({ kind: z.literal("finding.place"), id: Id, after: Id.nullable() });
export const FindingTheme = z.strictObject({
  kind: z.literal("finding.theme"),
  finding: Id,
  theme: Id,
  on: z.boolean(),
});
/** Takes quotes as evidence for or against a finding; a stance of null takes them out. */
export const FindingCite = z.strictObject({
  kind: z.literal("finding.cite"),
  finding: Id,
  quotes: z.array(Id).min(1).max(500),
  stance: Stance.nullable(),
});
/** Puts a cited quote behind another in its finding, or first (null). */
export const EvidencePlace = z.strictObject({
  kind: z.literal("evidence.place"),
  finding: Id,
  quote: Id,
  after: Id.nullable(),
});
const Edits = z.array(EditRow.pick({ start: true, end: true, phrase: true })).max(40);

/** How a cited quote is published: all edits of it, in their order and apart; none, to have it whole again. `was`: those that were seen. */
export const EvidenceEdit = z.strictObject({
  kind: z.literal("evidence.edit"),
  finding: Id,
  quote: Id,
  revision: Id,
  edits: Edits,
  was: Edits,
});
/**
 * What a cited quote says in another language; null takes it away. `of`: the edits with which it was read, `was`: the translation that
 * was seen.
 */
export const EvidenceTranslate = z.strictObject({
  kind: z.literal("evidence.translate"),
  finding: Id,
  quote: Id,
  revision: Id,
  of: Edits,
  lang: Lang,
  phrase: PhraseId.nullable(),
  was: PhraseId.nullable(),
});
export const FindingRemove = z.strictObject({ kind: z.literal("finding.remove"), id: Id });
