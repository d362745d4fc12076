/** What goes to and fro in a game of guessing. Rules: docs/spec/risk.md, RK22 to RK24. */
import * as z from "zod";
import { Id } from "../field.ts";
import type { Piece } from "../report/model.ts";
import { MOST_SHOWN } from "./shape.ts";

/** The quotes that are shown, in their order and as they would leave; and the participants among whom to choose. */
export type Round = Readonly<{
  quotes: readonly Readonly<{ quote: string; lang: string; pieces: readonly Piece[] }>[];
  candidates: readonly string[];
}>;

/** Who was named for each; null: cannot tell. */
export const Guesses = z
  .array(z.strictObject({ quote: Id, participant: Id.nullable() }))
  .min(1)
  .max(MOST_SHOWN);
export type Guesses = Readonly<z.infer<typeof Guesses>>;
