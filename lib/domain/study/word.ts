import * as z from "zod";
import { Day, Id, Lang } from "../field.ts";

export const StudySet = z.strictObject({
  kind: z.literal("study.set"),
  id: Id,
  fields: z
    .strictObject({ lang: Lang, archived: z.boolean(), trashed: z.boolean(), keptUntil: Day.nullable() })
    .partial(),
});

/**
 * What to do where others have changed the same since: `ask` refuses and says so, `force` takes it back all the same,
 * `skip` leaves it as it is and goes on to what came before it.
 */
const How = z.enum(["ask", "force", "skip"]);

/** Takes back the person's last change. */
export const Undo = z.strictObject({ kind: z.literal("undo"), how: How });
/** Brings back what the person took back last. */
export const Redo = z.strictObject({ kind: z.literal("redo"), how: How });

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
