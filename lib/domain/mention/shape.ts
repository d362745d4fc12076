/**
 * A mention of which something else is decided than of its identifier: one place in a source, and where it stands in each revision.
 *
 * Only such mentions have a row; all others go by their identifier. No browser is told these rows by the log or a snapshot, as they
 * say whom a replacement stands for: they are read at a door of their own. Rules: docs/spec/identifier.md, I95 to I104.
 */
import * as z from "zod";
import { Id, PhraseId } from "../field.ts";
import { direct, Decision, IdentifierKind } from "../identifier/shape.ts";
import type { IdentifierRow } from "../identifier/shape.ts";

export const MentionRow = z.strictObject({
  id: Id,
  source: Id,
  identifier: Id, // of the organisation, the participant or the term
  of: IdentifierKind,
  decision: Decision, // of this place alone; `ordinary`: it does not mean the identifier here
  replacement: PhraseId.nullable(), // what stands in [brackets] in English text
  replacementCy: PhraseId.nullable(), // and in Welsh text; without it the English one serves
  reason: PhraseId.nullable(), // why its words are shown
  by: Id, // whose decision it is
  second: Id.nullable(), // who agreed that its words are shown, somebody else
  gone: z.boolean(),
});
export type MentionRow = z.infer<typeof MentionRow>;

/** Where it stands in a revision. Code points, `end` exclusive. */
export const MentionPlaceRow = z.strictObject({
  id: z.string(), // mention/revision
  mention: Id,
  revision: Id,
  start: z.int().min(0),
  end: z.int().min(1),
  gone: z.boolean(),
});
export type MentionPlaceRow = z.infer<typeof MentionPlaceRow>;

type Judged = Pick<MentionRow, "of" | "decision" | "second">;
type Thing = Pick<IdentifierRow, "thing"> | undefined;

/**
 * Whether two people have to say so: where words are shown that name somebody by themselves. That a term means nothing here one
 * person says, as of the term itself (D2, I86).
 *
 * @param identifier - the row of its identifier, if there is one
 */
export function asksSecond({ of, decision }: Pick<MentionRow, "of" | "decision">, identifier: Thing): boolean {
  if (decision === "replace") return false;
  return decision === "keep" ? direct({ kind: of, thing: identifier?.thing ?? null }) : of !== "term";
}

/** Whether somebody else has to agree who has not yet: until then the place goes by its identifier. */
export function mentionWaits(mention: Judged, identifier: Thing): boolean {
  return mention.second === null && asksSecond(mention, identifier);
}
