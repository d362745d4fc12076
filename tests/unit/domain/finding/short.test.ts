import fc from "fast-check";
import { expect, test } from "vitest";
import { shortOnes } from "#lib/domain/finding/short.ts";

const one = (id: string, planned: number | null, held: number | null, signs: number | null = null) => ({
  id,
  planned,
  held,
  signs,
});

test("[C19] an interview is short that was held for less than two thirds of what was planned", () => {
  expect(
    shortOnes([
      one("a", 90, 59),
      one("b", 90, 60),
      one("c", 60, 39),
      one("d", 60, 41),
      one("e", null, 5),
      one("f", 60, null),
    ]),
  ).toEqual(["a", "c"]);
});

test("[C19] where minutes are not known, one in which half as much was said as in the middle one of five planned alike", () => {
  const five = [9000, 10_000, 10_000, 12_000, 4999].map((signs, at) => one(`i${at}`, 60, null, signs));
  expect(shortOnes(five)).toEqual(["i4"]);
  expect(shortOnes(five.slice(1))).toEqual([]); // four tell of nothing usual
  expect(shortOnes([...five.slice(0, 4), one("other", 90, null, 100)])).toEqual([]); // planned otherwise
  expect(shortOnes([...five.slice(0, 4), one("long", 60, 58, 100)])).toEqual([]); // its minutes say that it was not short
});

test("[C19] whatever the lengths: never all of them by what was said, and longer is never shorter", () => {
  const interview = fc.record({
    planned: fc.constantFrom(60, 90, null),
    held: fc.option(fc.integer({ min: 1, max: 200 })),
    signs: fc.option(fc.integer({ min: 0, max: 100_000 })),
  });
  fc.assert(
    fc.property(fc.array(interview, { minLength: 1, maxLength: 14 }), (all) => {
      const numbered = all.map((each, at) => ({ id: String(at), ...each }));
      const short = new Set(shortOnes(numbered));
      const unheld = numbered.map((each) => ({ ...each, held: null }));
      expect(shortOnes(unheld).length).toBeLessThan(all.length);
      for (const each of numbered) {
        if (short.has(each.id) || each.held === null || each.planned === null) continue;
        const longer = numbered.map((other) => (other === each ? { ...other, held: (other.held ?? 0) + 10 } : other));
        expect(new Set(shortOnes(longer)).has(each.id)).toBe(false);
      }
    }),
  );
});
