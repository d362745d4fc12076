import * as z from "zod";
import { Hue, Id, Lang, PhraseId } from "../field.ts";
import { MOST_TAGS, TEXTS } from "./shape.ts";

const Said = z.strictObject({ lang: Lang, phrase: PhraseId });

export const TagAdd = z.strictObject({
  kind: z.literal("tag.add"),
  id: Id,
  parent: Id.nullable(),
  hue: Hue.nullable(),
  name: Said,
});
export const TagSet = z.strictObject({
  kind: z.literal("tag.set"),
  id: Id,
  fields: z.strictObject({ hue: Hue.nullable(), example: Id.nullable() }).partial(),
});
/** Takes a tag off all quotes and out of the codebook; tags within it move up. */
export const TagRemove = z.strictObject({ kind: z.literal("tag.remove"), id: Id });
export const TagsRemove = z.strictObject({ kind: z.literal("tags.remove"), ids: z.array(Id).min(1).max(MOST_TAGS) });

/**
 * Puts tags into another (or at the top, null), behind a sibling, first (null) or last (left out), in the order in which
 * they are named. What lies in them comes along.
 */
export const TagsNest = z.strictObject({
  kind: z.literal("tags.nest"),
  ids: z.array(Id).min(1).max(MOST_TAGS),
  parent: Id.nullable(),
  after: Id.nullable().optional(),
});

/**
 * Makes one tag of several: the quotes of the others get the one that stays, tags within them move into it, and it
 * remembers each and why. `step` is the id of what is remembered.
 */
export const TagMerge = z.strictObject({
  kind: z.literal("tag.merge"),
  id: Id,
  from: z
    .array(z.strictObject({ tag: Id, step: Id }))
    .min(1)
    .max(200),
  reason: Said.nullable(),
});

/** Moves chosen quotes of a tag to another one, which is new where `fresh` says what it is. */
export const TagSplit = z.strictObject({
  kind: z.literal("tag.split"),
  id: Id,
  quotes: z.array(Id).min(1).max(20_000),
  into: Id,
  fresh: z.strictObject({ parent: Id.nullable(), hue: Hue.nullable(), name: Said }).nullable(),
  step: Id,
  reason: Said.nullable(),
});

/**
 * Brings a codebook in: new tags, and what changes of those that are there. Texts are guarded as those of `wording.set`
 * are: `was` is what the person saw. What is left out stays as it is.
 */
export const TagsBring = z.strictObject({
  kind: z.literal("tags.bring"),
  tags: z
    .array(
      z.strictObject({
        id: Id,
        fresh: z.boolean(),
        parent: Id.nullable().optional(),
        hue: Hue.nullable().optional(),
        texts: z
          .array(
            z.strictObject({
              field: z.enum(["name", ...TEXTS]),
              lang: Lang,
              phrase: PhraseId,
              was: PhraseId.nullable(),
            }),
          )
          .max(10),
      }),
    )
    .min(1)
    .max(MOST_TAGS),
});
