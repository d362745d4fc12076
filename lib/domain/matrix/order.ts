/** Which of the study's numbers somebody takes out of it, and in which form. Rules: docs/spec/matrix.md, MX19. */
import * as z from "zod";
import { Id } from "../field.ts";
import { CASES } from "../summary/shape.ts";
import { AXES } from "./axis.ts";
import { THINGS } from "./together.ts";

/** What is counted in a cell. */
export const UNITS = ["organisations", "participants", "quotes"] as const;
export type Unit = (typeof UNITS)[number];

export const COVERED = ["sources", "participants", "questions"] as const;
/** A table of coverage. */
export type Covered = (typeof COVERED)[number];

const arm = z.enum(["interview", "survey"]);
const count = z.enum(UNITS);

/** One table or chart. */
export const NumbersOrder = z.discriminatedUnion("view", [
  z.strictObject({ view: z.literal("table"), by: z.enum(AXES), arm, count }),
  z.strictObject({ view: z.literal("together"), down: z.enum(THINGS), across: z.enum(THINGS), arm, count }),
  z.strictObject({ view: z.literal("saturation"), arm }),
  z.strictObject({ view: z.literal("framework"), of: z.enum(CASES), board: Id.nullable() }),
  z.strictObject({ view: z.literal("coverage"), of: z.enum(COVERED) }),
]);
export type NumbersOrder = z.infer<typeof NumbersOrder>;
