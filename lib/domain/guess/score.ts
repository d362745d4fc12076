/** How often somebody was right about whose words quotes are. Rules: docs/spec/risk.md, RK24. */
import { chanceOf, hitsIn } from "./chance.ts";
import type { Guessed } from "./chance.ts";
import type { GuessOutcome } from "./shape.ts";

/** A quote that was shown: who was named, null where nobody was; and who it was. */
export type Answer = Readonly<{ quote: string; named: string | null; was: string }>;

/** @param bodyOf - the organisation of a participant, or whatever stands for it */
export function scoreOf(answers: readonly Answer[], bodyOf: (participant: string) => string): GuessOutcome {
  const given = answers.flatMap(({ quote, named, was }) => (named === null ? [] : [{ quote, named, was }]));
  const bodies = given.map(({ quote, named, was }) => ({ quote, named: bodyOf(named), was: bodyOf(was) }));
  return {
    shown: answers.length,
    named: given.length,
    people: hitsIn(given),
    bodies: hitsIn(bodies),
    peopleChance: shareOf(given),
    bodiesChance: shareOf(bodies),
    peopleRight: rightOf(given),
    bodiesRight: rightOf(bodies),
  };
}

const shareOf = (guesses: readonly Guessed[]) => Math.round(chanceOf(guesses) * 10_000);

const rightOf = (guesses: readonly (Guessed & Readonly<{ quote: string }>)[]) =>
  guesses
    .flatMap(({ quote, named, was }) => (named === was ? [quote] : []))
    .toSorted()
    .join(" ");
