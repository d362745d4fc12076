/** That somebody has read a source through for what identifies people (read-through.ts). */
import * as z from "zod";
import { Id } from "../field.ts";

export const ReadThroughRow = z.strictObject({
  id: Id, // the source's
  revision: Id,
  by: Id,
  gone: z.boolean(),
});
export type ReadThroughRow = z.infer<typeof ReadThroughRow>;
