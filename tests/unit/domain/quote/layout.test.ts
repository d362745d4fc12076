import fc from "fast-check";
import { expect, test } from "vitest";
import { coverAt, lanes, runs } from "#lib/domain/quote/layout.ts";

const quotes = fc
  .array(fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 25 }) }), { maxLength: 12 })
  .map((list) =>
    list.map(({ start, length }, n) => ({ id: `q${String(n).padStart(2, "0")}`, start, end: start + length })),
  );

test("[Q7] overlapping quotes are cut into runs that know who covers them", () => {
  const found = runs(0, 30, [
    { id: "a", start: 5, end: 20 },
    { id: "b", start: 10, end: 25 },
  ]);
  expect(found).toEqual([
    { start: 0, end: 5, ids: [] },
    { start: 5, end: 10, ids: ["a"] },
    { start: 10, end: 20, ids: ["a", "b"] },
    { start: 20, end: 25, ids: ["b"] },
    { start: 25, end: 30, ids: [] },
  ]);
});

test("[Q7] runs cover the stretch without a gap, and each point with exactly the quotes over it", () => {
  fc.assert(
    fc.property(quotes, fc.nat(30), fc.integer({ min: 1, max: 60 }), (list, start, length) => {
      const end = start + length;
      let from = start;
      for (const run of runs(start, end, list)) {
        expect(run.start).toBe(from);
        expect(run.end).toBeGreaterThan(run.start);
        for (let point = run.start; point < run.end; point += 1) {
          const over = list.filter((quote) => quote.start <= point && point < quote.end).map((quote) => quote.id);
          expect([...run.ids].toSorted()).toEqual(over);
        }
        from = run.end;
      }
      expect(from).toBe(end);
    }),
  );
});

test("[Q8] quotes that overlap never share a lane, and there are no more lanes than the densest place needs", () => {
  fc.assert(
    fc.property(quotes, (list) => {
      const given = lanes(list);
      let densest = 0;
      for (const one of list) {
        densest = Math.max(densest, list.filter((other) => other.start <= one.start && one.start < other.end).length);
        for (const other of list) {
          const overlap = one.id !== other.id && one.start < other.end && other.start < one.end;
          if (overlap) expect(given.get(one.id)).not.toBe(given.get(other.id));
        }
      }
      expect(new Set(given.values()).size).toBe(densest);
    }),
  );
});

test("[Q7] at one place the innermost quote comes first", () => {
  const list = [
    { id: "wide", start: 0, end: 50 },
    { id: "narrow", start: 10, end: 20 },
    { id: "else", start: 30, end: 40 },
  ];
  expect(coverAt(list, 12)).toEqual(["narrow", "wide"]);
});
