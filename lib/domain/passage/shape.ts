/**
 * A passage: a stretch of an interview in which one question of the topic guide is answered.
 *
 * Passages of a source lie apart from one another. A survey's comments need none: they know their question from the
 * column that they came from. Offsets are code points of the revision, `end` exclusive. Rules: docs/spec/passage.md.
 */
import * as z from "zod";
import { Id } from "../field.ts";

export const PassageRow = z.strictObject({
  id: Id,
  source: Id,
  revision: Id,
  start: z.int().min(0),
  end: z.int().min(1),
  question: Id,
  gone: z.boolean(),
});
export type PassageRow = z.infer<typeof PassageRow>;
