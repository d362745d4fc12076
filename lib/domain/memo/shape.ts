/**
 * A memo: a comment on anything, possibly an answer to another memo. Its words are the wording `body`; whom it calls by
 * name is a row of its own, a call. Rules: docs/spec/memo.md.
 */
import * as z from "zod";
import { Id } from "../field.ts";

export const MemoRow = z.strictObject({
  id: Id,
  subject: z.string().min(36).max(80), // the id of the row that it is about
  parent: Id.nullable(),
  by: Id,
  resolved: z.boolean(),
  also: Id.nullable(), // whoever of the others wrote in it last
  gone: z.boolean(),
});
export type MemoRow = z.infer<typeof MemoRow>;

/** Somebody whom a memo calls. The id is `memo/person`. */
export const CallRow = z.strictObject({
  id: z.string().min(73).max(73),
  memo: Id,
  person: Id,
  after: Id.nullable(), // the memo that was the last of the talk then; null: they were called as it was written
  gone: z.boolean(),
});
export type CallRow = z.infer<typeof CallRow>;

/** The most people whom one memo calls. */
export const MOST_CALLED = 20;

/** The rows that memos are written on; they are written on turns of texts too. */
export const SUBJECTS = [
  "card",
  "theme",
  "board",
  "quote",
  "tag",
  "insight",
  "finding",
  "source",
  "question",
  "organisation",
  "participant",
  "study",
] as const;
