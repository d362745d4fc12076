import * as z from "zod";
import { Id, Lang, PhraseId } from "../field.ts";
import { MemoRow, MOST_CALLED } from "./shape.ts";

export const MemoWrite = z.strictObject({
  kind: z.literal("memo.write"),
  id: Id,
  subject: MemoRow.shape.subject,
  parent: Id.nullable(),
  body: z.strictObject({ lang: Lang, phrase: PhraseId }),
  calls: z.array(Id).max(MOST_CALLED).default([]), // members whom it calls by name
});
export const MemoResolve = z.strictObject({ kind: z.literal("memo.resolve"), id: Id, on: z.boolean() });
export const MemoRemove = z.strictObject({ kind: z.literal("memo.remove"), id: Id });
