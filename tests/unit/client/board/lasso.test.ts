import fc from "fast-check";
import { expect, test } from "vitest";
import { Grid } from "#lib/client/board/grid.ts";
import { holds, Lasso } from "#lib/client/board/lasso.ts";

const square = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
];
/** A star that is drawn in one go: its heart is surrounded twice. */
const star = [0, 2, 4, 1, 3].map((n) => ({
  x: 100 * Math.sin((n * 2 * Math.PI) / 5),
  y: -100 * Math.cos((n * 2 * Math.PI) / 5),
}));

test("[B79] a point is inside a closed line that surrounds it an odd number of times", () => {
  expect(holds(square, 50, 50)).toBe(true);
  expect(holds(square, 150, 50)).toBe(false);
  expect(holds(square, 50, -1)).toBe(false);
  expect(holds(star, 0, -80)).toBe(true);
  expect(holds(star, 0, 0)).toBe(false);
  expect(holds([], 0, 0)).toBe(false);
});

/** How often a line goes around a point, by the angles seen from it. */
function turns(line: readonly { x: number; y: number }[], x: number, y: number): number {
  let sum = 0;
  for (const [at, from] of line.entries()) {
    const to = line[(at + 1) % line.length] ?? from;
    const by = Math.atan2(to.y - y, to.x - x) - Math.atan2(from.y - y, from.x - x);
    sum += by > Math.PI ? by - 2 * Math.PI : by < -Math.PI ? by + 2 * Math.PI : by;
  }
  return Math.round(sum / (2 * Math.PI));
}

const point = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });

test("[B79] the cards in a lasso are those around whose middle the line goes an odd number of times", () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), fc.array(point, { maxLength: 30 }), (line, cards) => {
      const grid = new Grid();
      // Middles lie between whole units, where no line of whole units through few points is likely to pass.
      for (const [slot, { x, y }] of cards.entries()) grid.put(slot, x + 0.137, y + 0.291, 240, 192);
      const lasso = new Lasso(grid);
      for (const at of line) lasso.add(at);
      const inside = cards.flatMap(({ x, y }, slot) =>
        Math.abs(turns(line, x + 120.137, y + 96.291)) % 2 === 1 ? [slot] : [],
      );
      expect([...lasso.slots].toSorted((a, b) => a - b)).toEqual(inside);
      expect([...lasso.close()].toSorted((a, b) => a - b)).toEqual(inside);
    }),
    { numRuns: 300 },
  );
});
