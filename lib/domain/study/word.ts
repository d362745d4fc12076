import * as z from "zod";
import { Id, Lang } from "../field.ts";

export const StudySet = z.strictObject({
  kind: z.literal("study.set"),
  id: Id,
  fields: z.strictObject({ lang: Lang, archived: z.boolean(), trashed: z.boolean() }).partial(),
});

/** Takes back a person's last change, or brings back what they took back; `force` even where others have changed it since. */
export const Undo = z.strictObject({ kind: z.literal("undo"), force: z.boolean().default(false) });
export const Redo = z.strictObject({ kind: z.literal("redo"), force: z.boolean().default(false) });

/** What a new study begins with. Said by the server alone. */
export const StudyFound = z.strictObject({
  kind: z.literal("study.found"),
  study: Id,
  lang: Lang,
  owner: Id,
  title: z.strictObject({ lang: Lang, phrase: Id }),
  board: Id,
  guides: z.array(z.strictObject({ id: Id, kind: z.enum(["interview", "survey"]), minutes: z.int().nullable() })),
});
