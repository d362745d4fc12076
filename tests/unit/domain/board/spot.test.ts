import fc from "fast-check";
import { expect, test } from "vitest";
import { SIZES } from "#lib/domain/board/measure.ts";
import { CardSize } from "#lib/domain/board/shape.ts";
import { freeSpots } from "#lib/domain/board/spot.ts";

const size = { w: 240, h: 192, gap: 24, title: 56, hem: 24 };

test("[Q13] a card sent to a theme lies in its first free place", () => {
  const box = { x: 100, y: 100, w: 2 * 240 + 24 + 48, h: 500 };
  expect(freeSpots(3, [{ x: 124, y: 156, size: "m", theme: "t" }], box, [], size)).toEqual([
    { x: 388, y: 156 },
    { x: 124, y: 372 },
    { x: 388, y: 372 },
  ]);
});

test("[Q13] a card without a theme lies below everything that is clustered", () => {
  const theme = { x: -50, y: 0, w: 600, h: 400 };
  expect(freeSpots(1, [], null, [theme], size)).toEqual([{ x: -50, y: 448 }]);
  expect(freeSpots(1, [], null, [], size)).toEqual([{ x: 0, y: 0 }]);
});

test("[Q13] a place that was found is free, whatever lies on the board", () => {
  const card = fc.record({
    x: fc.integer({ min: -1000, max: 1000 }),
    y: fc.integer({ min: -1000, max: 1000 }),
    size: fc.constantFrom(...CardSize.options),
    theme: fc.constantFrom(null, "t"),
  });
  fc.assert(
    fc.property(
      fc.array(card, { maxLength: 40 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 8 }),
      (cards, themed, count) => {
        const box = themed ? { x: 0, y: 0, w: 800, h: 600 } : null;
        const spots = freeSpots(count, cards, box, [], size);
        expect(spots).toHaveLength(count);
        for (const [at, spot] of spots.entries()) {
          const lying = cards.map(({ x, y, size: own }) => ({ x, y, ...SIZES[own] }));
          for (const other of [...lying, ...spots.slice(0, at).map(({ x, y }) => ({ x, y, w: size.w, h: size.h }))]) {
            const beside = spot.x >= other.x + other.w || other.x >= spot.x + size.w;
            expect(beside || spot.y >= other.y + other.h || other.y >= spot.y + size.h).toBe(true);
          }
        }
      },
    ),
  );
});
