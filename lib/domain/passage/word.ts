import * as z from "zod";
import { Id } from "../field.ts";

/** The most stretches that one command may link: every question of a long guide, some of them asked twice. */
const MOST = 500;

/**
 * Says which question is answered in stretches of a text; `null`: none of the guide. What a stretch takes from a passage
 * that was there, it takes; the rest of that passage stays.
 */
export const PassagesLay = z.strictObject({
  kind: z.literal("passages.lay"),
  source: Id,
  revision: Id,
  parts: z
    .array(z.strictObject({ start: z.int().min(0), end: z.int().min(1), question: Id.nullable() }))
    .min(1)
    .max(MOST),
  fresh: z
    .array(Id)
    .min(1)
    .max(2 * MOST), // ids for passages that come of it, two for each part
});
