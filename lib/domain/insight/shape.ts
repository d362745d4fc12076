/** A researcher's own note on a board; never evidence. Its words are the wording `body`. */
import * as z from "zod";
import { Id } from "../field.ts";

export const InsightRow = z.strictObject({ id: Id, by: Id, gone: z.boolean() });
export type InsightRow = z.infer<typeof InsightRow>;
