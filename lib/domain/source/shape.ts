/**
 * A source: one immutable text, as a row. The text itself is a revision, cut into turns;
 * both are staged at import and never change. The title may identify someone, so it is a sealed name.
 */
import * as z from "zod";
import { Day, Id, NameId } from "../field.ts";

export const SourceKind = z.enum(["interview", "survey", "note", "document"]);
export type SourceKind = z.infer<typeof SourceKind>;

export const SourceRow = z.strictObject({
  id: Id,
  number: z.int().min(1), // shown as S01; never used twice
  kind: SourceKind,
  revision: Id, // the text that is read now
  title: NameId.nullable(),
  organisation: Id.nullable(),
  participant: Id.nullable(), // the respondent of a survey response
  guide: Id.nullable(),
  heldOn: Day.nullable(),
  minutes: z.int().min(1).max(1440).nullable(),
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), // BCP 47
  original: Id.nullable(),
  gone: z.boolean(),
});
export type SourceRow = z.infer<typeof SourceRow>;

/** Someone who speaks in a source; the label in the transcript is sealed. */
export const SpeakerRow = z.strictObject({
  id: Id,
  source: Id,
  number: z.int().min(1), // Speaker 1, 2 … of this source
  label: NameId.nullable(),
  participant: Id.nullable(),
  interviewer: z.boolean(),
  gone: z.boolean(),
});
export type SpeakerRow = z.infer<typeof SpeakerRow>;

/** The code that a source is shown by: S01. */
export function sourceCode(source: Pick<SourceRow, "number">): string {
  return `S${String(source.number).padStart(2, "0")}`;
}
