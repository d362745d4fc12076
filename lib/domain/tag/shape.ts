/** A tag: a label on quotes (the field also says code). Its name and description are wordings. */
import * as z from "zod";
import { Hue, Id, Ord } from "../field.ts";

export const TagRow = z.strictObject({
  id: Id,
  parent: Id.nullable(),
  hue: Hue.nullable(),
  ord: Ord,
  gone: z.boolean(),
});
export type TagRow = z.infer<typeof TagRow>;
