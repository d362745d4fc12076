/**
 * An identifier: something that could identify someone, and what was decided about it.
 *
 * Organisations and participants are identifiers by themselves: the row has their id and appears
 * with the first decision. A term, added by hand or found by detection, has an id of its own and its words in `term`.
 */
import * as z from "zod";
import { Id, NameId, PhraseId } from "../field.ts";

export const IdentifierKind = z.enum(["organisation", "participant", "term"]);
export type IdentifierKind = z.infer<typeof IdentifierKind>;

/** `ordinary`: it is no identifier, only words that look like one. Such a term is looked for nowhere. */
export const Decision = z.enum(["replace", "keep", "ordinary"]);
export type Decision = z.infer<typeof Decision>;

export const IdentifierRow = z.strictObject({
  id: Id,
  kind: IdentifierKind,
  term: NameId.nullable(),
  decision: Decision.nullable(), // null: not decided yet
  replacement: PhraseId.nullable(), // what stands in [brackets] in English text
  replacementCy: PhraseId.nullable(), // and in Welsh text; without it the English one serves
  reason: PhraseId.nullable(), // why it is kept
  by: Id.nullable(), // whose decision it is
  second: Id.nullable(), // who agreed to keep it, somebody else
  gone: z.boolean(),
});
export type IdentifierRow = z.infer<typeof IdentifierRow>;

/**
 * What holds of what was decided: that something is kept holds from when a second person has agreed; until then nothing is
 * decided. Rules I86 and I87.
 *
 * What kind of thing a term names is not known of its row, and so all of them count as what names somebody by itself.
 */
export function holding(row: Pick<IdentifierRow, "decision" | "second"> | undefined): Decision | null {
  if (row === undefined || waits(row)) return null;
  return row.decision;
}

/** Whether it is to be kept and nobody else has agreed yet. */
export function waits({ decision, second }: Pick<IdentifierRow, "decision" | "second">): boolean {
  return decision === "keep" && second === null;
}

/** Whether it waits for this person: somebody else decided to keep it. */
export function waitsFor(row: Pick<IdentifierRow, "decision" | "second" | "by">, person: string): boolean {
  return waits(row) && row.by !== person;
}
