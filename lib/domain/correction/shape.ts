/**
 * A correction: a source got another text to read. The original stays sealed; what is read now is another revision.
 *
 * A correction is made when words were mis-heard, a turn belongs to somebody else, or was cut in the wrong place, and
 * also when people go back to an earlier revision. Why it was made is its wording `note`.
 * Rules: docs/spec/correct.md.
 */
import * as z from "zod";
import { Id } from "../field.ts";

export const CorrectionRow = z.strictObject({
  id: Id,
  source: Id,
  n: z.int().min(1), // the first, second … of its source
  was: Id, // the revision that was read before
  revision: Id, // the one that is read since
  by: Id,
  gone: z.boolean(),
});
export type CorrectionRow = z.infer<typeof CorrectionRow>;

/** What a turn says from now on. None: it is taken out; several: it is cut in as many turns. */
const Part = z.strictObject({
  words: z
    .string()
    .max(1_000_000)
    // A NUL and half a surrogate pair are no text that a database keeps.
    .refine((words) => !words.includes("\u0000") && words.isWellFormed()),
  speaker: Id.nullable(),
});
export type Part = z.infer<typeof Part>;

/** A change to one turn of a text. */
export const Edit = z.strictObject({ turn: Id, parts: z.array(Part).max(200) });
export type Edit = z.infer<typeof Edit>;

/**
 * How a new text lies on the old one: stretches that stand in both, as `[from, to, at]`. Signs `from` to `to` of the
 * old text are signs `at` onwards of the new one. Ascending in both, and as long as they can be; the last one is the
 * blank line that would follow both texts.
 */
export const Course = z
  .array(z.tuple([z.int().min(0), z.int().min(1), z.int().min(0)]).readonly())
  .max(500_000)
  .readonly();
export type Course = z.infer<typeof Course>;
