import fc from "fast-check";
import { expect, test } from "vitest";
import { drawNumbers } from "#lib/domain/participant/number.ts";

const ids = fc.uniqueArray(fc.uuid({ version: [4, 7] }), { maxLength: 300 });
const taken = fc.uniqueArray(fc.integer({ min: 1, max: 1200 }), { maxLength: 400 });

test("[ST20] numbers are drawn that nobody has or had, none twice", () => {
  fc.assert(
    fc.property(ids, taken, (some, used) => {
      const drawn = drawNumbers(some, new Set(used));
      expect(drawn).toHaveLength(some.length);
      expect(new Set([...drawn, ...used]).size).toBe(some.length + used.length);
      expect(drawn.every((number) => number >= 10)).toBe(true);
    }),
  );
});

test("[ST20] two digits until half of them are taken, then three", () => {
  const id = "00000000-0000-4000-8000-0000ffffffff";
  const upTo = (count: number) => new Set(Array.from({ length: count }, (_, at) => at + 10));
  expect(String(drawNumbers([id], upTo(44))[0])).toHaveLength(2);
  expect(String(drawNumbers([id], upTo(45))[0])).toHaveLength(3);
});

test("[ST20] the order of the numbers is not the order of adding", () => {
  const drawn = drawNumbers(
    Array.from({ length: 40 }, () => crypto.randomUUID()),
    new Set(),
  );
  expect(drawn).not.toEqual(drawn.toSorted((a, b) => a - b)); // by chance once in 40!
});
