import * as z from "zod";
import { Hue, Id, Lang, PhraseId } from "../field.ts";

export const TagAdd = z.strictObject({
  kind: z.literal("tag.add"),
  id: Id,
  parent: Id.nullable(),
  hue: Hue.nullable(),
  name: z.strictObject({ lang: Lang, phrase: PhraseId }),
});
export const TagSet = z.strictObject({
  kind: z.literal("tag.set"),
  id: Id,
  fields: z.strictObject({ hue: Hue.nullable() }).partial(),
});
/** Takes a tag off all quotes and out of the codebook; tags within it move up. */
export const TagRemove = z.strictObject({ kind: z.literal("tag.remove"), id: Id });
