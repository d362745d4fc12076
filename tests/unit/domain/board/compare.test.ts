/** Rules B100 and B101: where quotes go from one board to another, and how far the two agree. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ABSENT, agreement, flowsBetween, LOOSE } from "#lib/domain/board/compare.ts";
import type { Lying } from "#lib/domain/board/compare.ts";

/** A board on which the first quote lies in the first theme named, and so on; "-" lies in none. */
const board = (themes: string): Lying[] =>
  Array.from(themes).map((theme, at) => ({ quote: `q${at}`, theme: theme === "-" ? null : theme }));

test("[B100] quotes go from theme to theme, the most first, with those that lie loose or not at all", () => {
  const a = board("AAAB-");
  const b = [...board("XXYY"), { quote: "new", theme: "X" }];
  expect(flowsBetween(a, b)).toEqual([
    { from: "A", to: "X", quotes: ["q0", "q1"] },
    { from: "A", to: "Y", quotes: ["q2"] },
    { from: "B", to: "Y", quotes: ["q3"] },
    { from: LOOSE, to: ABSENT, quotes: ["q4"] },
    { from: ABSENT, to: "X", quotes: ["new"] },
  ]);
});

test("[B100] a quote with several cards counts once in each theme", () => {
  const a = [
    { quote: "q", theme: "A" },
    { quote: "q", theme: "A" },
    { quote: "q", theme: "B" },
  ];
  expect(flowsBetween(a, [{ quote: "q", theme: "X" }])).toEqual([
    { from: "A", to: "X", quotes: ["q"] },
    { from: "B", to: "X", quotes: ["q"] },
  ]);
});

test("[B101] agreement, counted by hand", () => {
  // Pairs: 6. Together on the left 1, on the right 2, on both 1; by chance 1/3: (1 - 1/3) / (3/2 - 1/3) = 4/7.
  const near = agreement(board("AABC"), board("XXYY"));
  expect(near?.pairs).toBeCloseTo(5 / 6);
  expect(near?.adjusted).toBeCloseTo(4 / 7);
  // Together on the left 2, on the right 2, on both none; by chance 2/3: (0 - 2/3) / (2 - 2/3) = -1/2.
  const crossed = agreement(board("AABB"), board("XYXY"));
  expect(crossed?.pairs).toBeCloseTo(2 / 6);
  expect(crossed?.adjusted).toBeCloseTo(-0.5);
  // One theme for all says nothing about four of their own: chance explains it.
  expect(agreement(board("AAAA"), board("WXYZ"))).toEqual({ quotes: 4, pairs: 0, adjusted: 0 });
});

test("[B101] only quotes in one theme on both boards are measured", () => {
  const twice = [...board("AABB-A"), { quote: "q0", theme: "B" }];
  const b = board("XXYYX-");
  expect(agreement(twice, b)).toEqual(agreement(board("-ABB--"), b));
  expect(agreement(twice, b)?.quotes).toBe(3);
  expect(agreement(board("A-"), board("XX"))).toBeNull();
});

test("[B101] agreement is the same both ways, 1 for the same clustering under other names, and never more", () => {
  const clustering = fc.array(fc.constantFrom("A", "B", "C", "D"), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(clustering, clustering, (left, right) => {
      const a = board(left.join(""));
      const b = board(right.join(""));
      const there = agreement(a, b);
      const back = agreement(b, a);
      expect(there?.adjusted).toBeCloseTo(back?.adjusted ?? NaN, 12);
      expect(there?.pairs).toBeCloseTo(back?.pairs ?? NaN, 12);
      expect(there?.adjusted).toBeLessThanOrEqual(1);
      const renamed = a.map(({ quote, theme }) => ({ quote, theme: `${theme}'` }));
      expect(agreement(a, renamed)).toEqual({ quotes: left.length, pairs: 1, adjusted: 1 });
    }),
  );
});
