/**
 * A tag: a label on quotes (the field also says code), possibly within another; and what became of tags.
 *
 * Its name, its description, when to use it and when not, and an example in words are wordings.
 */
import * as z from "zod";
import { Hue, Id, Ord } from "../field.ts";

export const TagRow = z.strictObject({
  id: Id,
  parent: Id.nullable(),
  hue: Hue.nullable(),
  ord: Ord, // among all tags of the study, so that a tag that moves up needs no other to move
  // The default is what rows of earlier events were.
  example: Id.nullable().default(null), // the quote that shows best what is meant; counts while it carries the tag
  gone: z.boolean(),
});
export type TagRow = z.infer<typeof TagRow>;

/**
 * That a tag was merged into another, or that quotes of one were split off into another. Why is the wording `note`;
 * the id tells when (see memo/id.ts). Its tags may be gone since: what was is still so.
 */
export const TagStepRow = z.strictObject({
  id: Id,
  kind: z.enum(["merge", "split"]),
  into: Id,
  from: Id,
  quotes: z.int().min(0), // how many came over
  by: Id,
  gone: z.boolean(),
});
export type TagStepRow = z.infer<typeof TagStepRow>;

/** The texts of a tag besides its name. */
export const TEXTS = ["description", "include", "exclude", "example"] as const;
export type TextField = (typeof TEXTS)[number];

/** How deep tags may stand within tags. */
export const DEEPEST = 10;
/** How many tags one command may carry, so that a whole codebook comes in by one step to undo. */
export const MOST_TAGS = 5000;
