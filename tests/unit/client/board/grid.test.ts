import fc from "fast-check";
import { expect, test } from "vitest";
import { Grid } from "#lib/client/board/grid.ts";
import { nearest } from "#lib/client/board/nearest.ts";

const place = fc.integer({ min: -4000, max: 4000 });
const side = fc.integer({ min: 1, max: 1500 });
const box = fc.record({ x: place, y: place, w: side, h: side });
const act = fc.oneof(
  fc.record({ do: fc.constant("put" as const), slot: fc.nat(40), box }),
  fc.record({ do: fc.constant("drop" as const), slot: fc.nat(40), box }),
);

test("[B41] the index finds exactly what looking at every box finds", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 120 }), box, (acts, query) => {
      const grid = new Grid();
      const plain = new Map<number, typeof query>();
      for (const { do: what, slot, box: at } of acts) {
        if (what === "put") {
          grid.put(slot, at.x, at.y, at.w, at.h);
          plain.set(slot, at);
        } else {
          grid.drop(slot);
          plain.delete(slot);
        }
      }
      const expected = [...plain]
        .filter(
          ([, b]) => b.x < query.x + query.w && b.x + b.w > query.x && b.y < query.y + query.h && b.y + b.h > query.y,
        )
        .map(([slot]) => slot)
        .toSorted((a, b) => a - b);
      expect(grid.within(query.x, query.y, query.w, query.h).toSorted((a, b) => a - b)).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});

test("[B41] a few boxes on a huge plane are found by a small query and by a huge one", () => {
  const grid = new Grid();
  grid.put(0, -9_000_000, 9_000_000, 240, 192);
  grid.put(1, 9_000_000, -9_000_000, 240, 192);
  expect(grid.within(-9_000_000, 9_000_000, 10, 10)).toEqual([0]);
  expect(grid.within(-10_000_000, -10_000_000, 20_000_000, 20_000_000)).toEqual([0, 1]);
});

test("[B45] arrows follow a row to its end and then come back", () => {
  const grid = new Grid();
  for (let at = 0; at < 12; at++) grid.put(at, (at % 4) * 264, Math.floor(at / 4) * 216, 240, 192);
  expect([nearest(grid, 0, "right"), nearest(grid, 1, "right"), nearest(grid, 3, "right")]).toEqual([1, 2, -1]);
  expect([nearest(grid, 5, "up"), nearest(grid, 5, "down"), nearest(grid, 5, "left")]).toEqual([1, 9, 4]);
});

test("[B45] cards that lie exactly on one another can each be reached", () => {
  const grid = new Grid();
  grid.put(0, 0, 0, 240, 192);
  grid.put(1, 0, 0, 240, 192);
  grid.put(2, 0, 0, 240, 192);
  expect([nearest(grid, 0, "right"), nearest(grid, 1, "right"), nearest(grid, 2, "right")]).toEqual([1, 2, -1]);
  expect(nearest(grid, 2, "left")).toBe(1);
});
