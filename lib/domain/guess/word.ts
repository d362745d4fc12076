import * as z from "zod";
import { Day, Id } from "../field.ts";
import { GuessOutcome } from "./shape.ts";

/** Says what came of a game. The server alone may say it: it knows who was right. */
export const RiskGuessed = z.strictObject({ kind: z.literal("risk.guessed"), id: Id, outcome: GuessOutcome, on: Day });
