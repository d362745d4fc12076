/** A memo: a comment on anything, possibly an answer to another memo. Its words are the wording `body`. */
import * as z from "zod";
import { Id } from "../field.ts";

export const MemoRow = z.strictObject({
  id: Id,
  subject: z.string().min(36).max(80), // the id of the row that it is about
  parent: Id.nullable(),
  by: Id,
  resolved: z.boolean(),
  gone: z.boolean(),
});
export type MemoRow = z.infer<typeof MemoRow>;
