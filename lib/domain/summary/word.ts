import * as z from "zod";
import { Id } from "../field.ts";

/** Begins the summary of what a case says of a theme. Its words are written together (pad.md), or set by `wording.set`. */
export const SummaryMake = z.strictObject({
  kind: z.literal("summary.make"),
  id: Id,
  theme: Id,
  of: z.union([z.strictObject({ participant: Id }), z.strictObject({ organisation: Id })]),
});
