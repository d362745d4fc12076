import fc from "fast-check";
import { expect, test } from "vitest";
import { astralOf, slicePoints, toPoints, toUnits } from "#lib/domain/text/points.ts";

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom("a", " ", "ŵ", "😀", "𝒳", "é"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

test("[Q4] a place in code points and its place in units are each other's inverse", () => {
  fc.assert(
    fc.property(text, (words) => {
      const astral = astralOf(words);
      const points = Array.from(words);
      let unit = 0;
      for (let point = 0; point <= points.length; point += 1) {
        expect(toUnits(astral, point)).toBe(unit);
        expect(toPoints(astral, unit)).toBe(point);
        unit += points[point]?.length ?? 0;
      }
    }),
  );
});

test("[Q4] a slice by code points is the slice of the signs", () => {
  fc.assert(
    fc.property(text, fc.nat(40), fc.nat(40), (words, a, b) => {
      const [start, end] = a < b ? [a, b] : [b, a];
      expect(slicePoints(words, astralOf(words), start, end)).toBe(Array.from(words).slice(start, end).join(""));
    }),
  );
});

test("[Q4] a unit within a pair means the sign that the pair writes", () => {
  expect(toPoints(astralOf("a😀b"), 2)).toBe(1);
  expect(astralOf("a😀b𝒳")).toEqual([1, 3]);
});
