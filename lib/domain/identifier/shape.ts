/**
 * An identifier: something that could identify someone, and what was decided about it.
 *
 * Organisations and participants are identifiers by themselves: the row has their id and appears
 * with the first decision. A term, added by hand or found by detection, has an id of its own and its words in `term`.
 */
import * as z from "zod";
import { KINDS } from "../detect/hit.ts";
import type { Kind } from "../detect/hit.ts";
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
  thing: z.enum(KINDS).nullable(), // what a term names; null where nobody has said, and of what is no term
  decision: Decision.nullable(), // null: not decided yet
  replacement: PhraseId.nullable(), // what stands in [brackets] in English text
  replacementCy: PhraseId.nullable(), // and in Welsh text; without it the English one serves
  reason: PhraseId.nullable(), // why it is kept
  by: Id.nullable(), // whose decision it is
  second: Id.nullable(), // who agreed to keep it, somebody else
  gone: z.boolean(),
});
export type IdentifierRow = z.infer<typeof IdentifierRow>;

/** What tells nothing of anybody to whom nothing else is known. */
const INDIRECT: ReadonlySet<Kind> = new Set(["place", "time", "quantity", "trait"]);

/** Whether it names somebody by itself. What nobody has said of a term counts as if it did. Rule I86. */
export function direct({ kind, thing }: Pick<IdentifierRow, "kind" | "thing">): boolean {
  return kind !== "term" || thing === null || !INDIRECT.has(thing);
}

type Kept = Pick<IdentifierRow, "kind" | "thing" | "decision" | "second">;

/**
 * What holds of what was decided: that something is kept that names somebody by itself holds from when a second person has
 * agreed; until then nothing is decided. Rules I86 and I87.
 */
export function holding(row: Kept | undefined): Decision | null {
  if (row === undefined || waits(row)) return null;
  return row.decision;
}

/** Whether it is to be kept, and somebody else has to agree who has not yet. */
export function waits(row: Kept): boolean {
  return row.decision === "keep" && row.second === null && direct(row);
}

/** Whether it waits for this person: somebody else decided to keep it. */
export function waitsFor(row: Kept & Pick<IdentifierRow, "by">, person: string): boolean {
  return waits(row) && row.by !== person;
}
