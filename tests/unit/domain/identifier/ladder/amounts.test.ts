import fc from "fast-check";
import { expect, test } from "vitest";
import { PLAIN } from "#lib/domain/identifier/ladder/plain.ts";
import { quantityLadder } from "#lib/domain/identifier/ladder/quantity.ts";
import { timeLadder } from "#lib/domain/identifier/ladder/time.ts";

/** What is offered besides the plain words. */
const amounts = (words: string) =>
  quantityLadder(words)
    .slice(0, -PLAIN.quantity.length)
    .map(({ en, cy }) => `${en} | ${cy}`);

test.each([
  ["412 staff", ["around 400 staff | tua 400 o staff", "several hundred staff | rhai cannoedd o staff"]],
  [
    "tua 412 o weithwyr",
    ["around 400 employees | tua 400 o weithwyr", "several hundred employees | rhai cannoedd o weithwyr"],
  ],
  ["around 400 staff", ["several hundred staff | rhai cannoedd o staff"]],
  ["1,250 homes", ["around 1,000 homes | tua 1,000 o gartrefi", "a thousand homes or more | mil neu fwy o gartrefi"]],
  ["58 schools", ["around 60 schools | tua 60 o ysgolion", "dozens of schools | degau o ysgolion"]],
  ["7 people", ["a few people | ychydig o bobl"]],
  ["£4.2m", ["around £4 million | tua £4 miliwn", "several million pounds | rhai miliynau o bunnoedd"]],
  ["£350k", ["around £400,000 | tua £400,000", "hundreds of thousands of pounds | cannoedd o filoedd o bunnoedd"]],
  ["37%", ["around 40% | tua 40%", "share | cyfran"]],
  ["40 y cant", ["share | cyfran"]],
  ["100 staff", []],
  ["one person", []],
  ["3 to 4 staff", []],
  ["412", []],
])("[I94] of the amount %j its order is offered, and never the figure itself", (words, offered) => {
  expect(amounts(words)).toEqual(offered);
});

test("[I94] whatever the amount: its figure is in no level, and each level is as true of other amounts", () => {
  const amount = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 99_999_999 }));
  fc.assert(
    fc.property(amount, fc.constantFrom("staff", "homes", "o bobl"), (value, noun) => {
      const written = (n: number) => `${String(n).replace(/\B(?=(?:\d{3})+$)/gu, ",")} ${noun}`;
      const others = [value - 1, value + 1, value + 2].filter((n) => n >= 0).map((n) => new Set(amounts(written(n))));
      for (const level of amounts(written(value))) {
        for (const figure of level.replaceAll(",", "").matchAll(/\d+( million| miliwn)?/gu))
          expect(Number.parseInt(figure[0], 10) * (figure[1] ? 1e6 : 1)).not.toBe(value);
        expect(
          others.some((other) => other.has(level)),
          `${value}: ${level}`,
        ).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["14 November 2023", "late 2023", "diwedd 2023"],
  ["ym mis Mawrth 2019", "early 2019", "dechrau 2019"],
  ["06/07/2021", "mid 2021", "canol 2021"],
  ["since 2019", "2019", "2019"],
  ["2019", "date", "dyddiad"],
  ["last Tuesday", "date", "dyddiad"],
])("[I78] of %j something is kept that says less", (words, en, cy) => {
  expect(timeLadder(words)[0]).toEqual({ en, cy });
});
