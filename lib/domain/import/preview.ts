/** What the server says of a file before anything is saved. A long table is shown by its first rows. */
import * as z from "zod";
import { Id } from "../field.ts";
import { ProjectSeen } from "../project/shape.ts";
import { Draft } from "./draft.ts";
import { Sheet } from "./sheet.ts";

export const Preview = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("transcript"), draft: Draft, known: z.boolean() }),
  z.strictObject({
    kind: z.literal("survey"),
    sheet: Sheet,
    total: z.int().min(0),
    known: z.boolean(),
    already: z.int().min(0),
    unfinished: z.strictObject({ all: z.int().min(0), fresh: z.int().min(0) }), // never sent off; of these, not in already
    guide: Id.nullable(),
  }),
  z.strictObject({ kind: z.literal("project"), project: ProjectSeen, known: z.boolean() }),
]);
export type Preview = z.infer<typeof Preview>;

/** Rows of a table that a preview shows. */
export const SHOWN_ROWS = 50;
