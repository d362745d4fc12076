import * as z from "zod";
import { Id, Lang, PhraseId } from "../field.ts";
import { SpeakerRow } from "../source/shape.ts";
import { Course } from "./shape.ts";

/**
 * Gives a source another revision to read: one that has been staged, or an earlier one. `was` is the revision that the
 * person corrected: if somebody else has corrected it since, the command is refused and both texts stay.
 */
export const SourceRevise = z.strictObject({
  kind: z.literal("source.revise"),
  id: Id, // of the correction
  source: Id,
  was: Id,
  revision: Id,
  course: Course,
  /** Who speaks in the new text and was in none before; those that the source has already are left as they are. */
  speakers: z
    .array(SpeakerRow.omit({ source: true, number: true, gone: true }))
    .max(50)
    .exactOptional(),
  reason: z.strictObject({ lang: Lang, phrase: PhraseId }).nullable(),
});

/** Says of quotes that a correction touched that they are right as they are, or are kept with their former words. */
export const QuoteAccept = z.strictObject({ kind: z.literal("quote.accept"), ids: z.array(Id).min(1).max(1000) });

/** Gives a quote that a correction touched its place in the text as it is now. Only the server reads the words. */
export const QuotePlace = z.strictObject({
  kind: z.literal("quote.place"),
  id: Id,
  revision: Id,
  start: z.int().min(0),
  end: z.int().min(1),
});
