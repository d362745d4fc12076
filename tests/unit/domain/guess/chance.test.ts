/** How likely as many right guesses are by chance, against every way in which those who spoke could have been dealt. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceOf, hitsIn } from "#lib/domain/guess/chance.ts";
import type { Guessed } from "#lib/domain/guess/chance.ts";
import { scoreOf } from "#lib/domain/guess/score.ts";
import { GuessRow, idsIn } from "#lib/domain/guess/shape.ts";
import { id } from "#tests/kit/study.ts";

/** Every order of a list, also those that look alike. */
function orders<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length === 0) return [[]];
  return all.flatMap((one, at) => orders(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}
function counted(guesses: readonly Guessed[]): number {
  const dealt = orders(guesses.map(({ was }) => was));
  const asGood = dealt.filter(
    (order) => hitsIn(guesses.map(({ named }, at) => ({ named, was: order[at] ?? "" }))) >= hitsIn(guesses),
  );
  return asGood.length / dealt.length;
}
const who = fc.constantFrom("a", "b", "c", "d");

describe("chance", () => {
  test("[RK24] is what counting every way of dealing gives", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ named: who, was: who }), { maxLength: 6 }), (guesses) => {
        expect(chanceOf(guesses)).toBeCloseTo(counted(guesses), 9);
      }),
    );
  });

  test("[RK24] of twenty guesses lies between nothing and one, falls as more are right, and does not depend on their order", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ named: who, was: who }), { minLength: 1, maxLength: 20 }), (guesses) => {
        const chance = chanceOf(guesses);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceOf(guesses.toReversed())).toBe(chance);
        if (hitsIn(guesses) === 0) expect(chance).toBe(1);
        // Two who were taken for each other, told apart: one or two more are right, and the packs are the same.
        const [wrong] = guesses.filter((one) => one.named !== one.was);
        const other = guesses.findIndex((one) => wrong && one.was === wrong.named && one.named !== one.was);
        if (!wrong || other < 0) return;
        const at = guesses.indexOf(wrong);
        const better = guesses.map((one, n) =>
          n === at ? { ...one, was: wrong.named } : n === other ? { ...one, was: wrong.was } : one,
        );
        expect(chanceOf(better)).toBeLessThanOrEqual(chance);
      }),
    );
  });

  test("[RK24] whoever names the same person every time is as good as chance, and all of ten right is not", () => {
    const always = Array.from({ length: 10 }, (_, n) => ({ named: "a", was: n < 6 ? "a" : "b" }));
    expect([hitsIn(always), chanceOf(always)]).toEqual([6, 1]);
    const all = Array.from({ length: 10 }, (_, n) => ({ named: `p${n}`, was: `p${n}` }));
    expect(chanceOf(all)).toBeCloseTo(1 / 3_628_800, 9);
  });
});

test("[RK24] [RK25] what came of it: counts of people and organisations, and which quotes; who could not tell is neither right nor wrong", () => {
  const [one, two, three, four] = [id("q1"), id("q2"), id("q3"), id("q4")];
  const bodyOf = (person: string) => ({ p1: "A", p2: "A", p3: "B" })[person] ?? person;
  const outcome = scoreOf(
    [
      { quote: one, named: "p1", was: "p1" },
      { quote: two, named: "p1", was: "p2" },
      { quote: three, named: "p1", was: "p3" },
      { quote: four, named: null, was: "p3" },
    ],
    bodyOf,
  );
  expect(outcome).toEqual({
    shown: 4,
    named: 3,
    people: 1,
    bodies: 2,
    peopleChance: 10_000,
    bodiesChance: 10_000,
    peopleRight: one,
    bodiesRight: [one, two].toSorted().join(" "),
  });
  expect(idsIn(outcome.bodiesRight)).toHaveLength(2);
  expect(idsIn("")).toEqual([]);
  const row = { id: id("g"), ...outcome, by: id("me"), on: "2026-11-27", gone: false };
  expect(GuessRow.safeParse(row).success).toBe(true);
});
