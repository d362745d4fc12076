import fc from "fast-check";
import { expect, test } from "vitest";
import { lay, questionAt } from "#lib/domain/passage/lay.ts";
import type { Part, Stretch } from "#lib/domain/passage/lay.ts";

const LONG = 40;
const part = fc
  .tuple(fc.nat(LONG - 1), fc.integer({ min: 1, max: 15 }), fc.constantFrom("A", "B", "C", null))
  .map(([start, size, question]): Part => ({ start, end: Math.min(LONG, start + size), question }));

/** Lays parts one after another, with ids that nothing has. */
function laid(parts: readonly Part[]): Stretch[] {
  let ids = 0;
  return parts.reduce<Stretch[]>((all, one) => lay(all, one, () => `id ${(ids += 1)}`), []);
}

test("[PA1] [PA2] each sign answers what was said of it last, and passages lie apart, no two of them one", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const passages = laid(parts);
      for (let at = 0; at < LONG; at += 1) {
        const said = parts.findLast(({ start, end }) => start <= at && at < end);
        expect(questionAt(passages, at, at + 1)).toBe(said?.question ?? null);
      }
      for (const [n, one] of passages.entries()) {
        const next = passages[n + 1];
        expect(one.start).toBeLessThan(one.end);
        if (!next) continue;
        expect(next.start).toBeGreaterThanOrEqual(one.end);
        if (next.start === one.end) expect(next.question).not.toBe(one.question);
      }
      expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    }),
  );
});

test("[PA2] a part asks for two new ids at most, and what it does not touch keeps its own", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 10 }), part, (parts, last) => {
      const before = laid(parts);
      let asked = 0;
      const after = lay(before, last, () => `new ${(asked += 1)}`);
      expect(asked).toBeLessThanOrEqual(2);
      for (const one of before) if (one.end < last.start || one.start > last.end) expect(after).toContainEqual(one);
    }),
  );
});

test("[PA3] a span answers the question that most of it stands in, of equals the first", () => {
  const passages = laid([
    { start: 0, end: 10, question: "A" },
    { start: 10, end: 30, question: "B" },
  ]);
  expect(questionAt(passages, 5, 12)).toBe("A");
  expect(questionAt(passages, 8, 13)).toBe("B");
  expect(questionAt(passages, 8, 12)).toBe("A");
  expect(questionAt(passages, 30, 40)).toBeNull();
});
