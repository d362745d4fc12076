/** What a person sends to correct a text, and what they may ask about a text's revisions. */
import * as z from "zod";
import { v5 } from "uuid";
import { Id, Lang } from "../field.ts";
import { Edit } from "./shape.ts";

const Reason = z.strictObject({ lang: Lang, words: z.string().trim().min(1).max(2000) }).nullable();

/** Somebody who speaks in the new text and in none before: what they are called there, and who they are. */
export const NewSpeaker = z.strictObject({
  id: Id,
  name: z.string().trim().min(1).max(200),
  participant: Id.nullable(),
  interviewer: z.boolean(),
});
export type NewSpeaker = z.infer<typeof NewSpeaker>;

/**
 * A correction of the revision `base`: some of its turns said anew, or an earlier revision gone back to. All ids that it
 * needs follow from `id`, so that sending it twice corrects once.
 */
export const Wish = z.union([
  z.strictObject({
    id: Id,
    base: Id,
    edits: z.array(Edit).min(1).max(100_000),
    speakers: z.array(NewSpeaker).max(50).exactOptional(),
    reason: Reason,
  }),
  z.strictObject({ id: Id, base: Id, to: Id, reason: Reason }),
]);
export type Wish = z.infer<typeof Wish>;

/** An id that follows from that of a correction (RFC 9562, version 5). */
export function idIn(correction: string, what: string): string {
  return v5(what, correction);
}

/** When each correction of a source was made, and what changed quotes said before. */
export const Past = z.strictObject({
  corrections: z.array(z.strictObject({ id: Id, at: z.string() })),
  before: z.record(Id, z.string()),
});
export type Past = z.infer<typeof Past>;
