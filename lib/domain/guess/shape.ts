/**
 * That somebody who knows the people of a study tried to guess whose words its quotes are, and how often they were right.
 *
 * Holds counts and which quotes were guessed; of what was guessed of anybody nothing is kept. Rules: docs/spec/risk.md, RK22 to RK26.
 */
import * as z from "zod";
import { Day, Id } from "../field.ts";
import { may } from "../member/shape.ts";
import type { Role } from "../member/shape.ts";

/** Quotes that are shown in one game. */
export const MOST_SHOWN = 20;
/** A likelihood in ten-thousandths. */
const Share = z.int().min(0).max(10_000);
const Count = z.int().min(0).max(MOST_SHOWN);
/** Ids with blanks between them. */
const Ids = z.string().regex(/^(?:[0-9a-f-]{36}(?: [0-9a-f-]{36}){0,19})?$/);

/** What came of a game. */
const GUESS_FIELDS = {
  shown: Count,
  /** for how many of them somebody was named */
  named: Count,
  /** how often the person was right, and how often their organisation */
  people: Count,
  bodies: Count,
  /** how likely as many are by chance */
  peopleChance: Share,
  bodiesChance: Share,
  /** the quotes of which the person was right, and those of which the organisation was */
  peopleRight: Ids,
  bodiesRight: Ids,
} as const;
export const GuessOutcome = z.strictObject(GUESS_FIELDS);
export type GuessOutcome = Readonly<z.infer<typeof GuessOutcome>>;

export const GuessRow = z.strictObject({ id: Id, ...GUESS_FIELDS, by: Id, on: Day, gone: z.boolean() });
export type GuessRow = z.infer<typeof GuessRow>;

/** The ids in such a list. */
export const idsIn = (list: string): readonly string[] => (list === "" ? [] : list.split(" "));

/** Who may play: whoever works with names, as a colleague of those who spoke would know them. */
export function mayGuess(role: Role | null): boolean {
  return may(role, "change") && may(role, "readOriginals");
}
