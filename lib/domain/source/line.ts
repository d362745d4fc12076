/** Where turns stand: a turn is known in every revision by its line, the id of the turn that it was first. */
import * as z from "zod";
import { Id } from "../field.ts";

export const LinesAsked = z.strictObject({ lines: z.array(Id).max(500) });

/** `n` counts the turns of the source from 0, as it is now. */
export const Line = z.strictObject({ line: Id, source: Id, n: z.int().min(0) });
export type Line = z.infer<typeof Line>;

export const Lines = z.strictObject({ lines: z.array(Line) });
