import fc from "fast-check";
import { expect, test } from "vitest";
import {
  common,
  contain,
  fit,
  grown,
  holds,
  reveal,
  seen,
  toBoard,
  toScreen,
  zoomAt,
} from "#lib/client/board/camera.ts";

const camera = fc.record({
  x: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  y: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  z: fc.double({ min: 0.02, max: 3, noNaN: true }),
});
const point = fc.record({ x: fc.integer({ min: 0, max: 1440 }), y: fc.integer({ min: 0, max: 900 }) });

test("[B42] what lies under the pointer stays under it while zooming", () => {
  fc.assert(
    fc.property(camera, point, fc.double({ min: 0.001, max: 20, noNaN: true }), (from, at, z) => {
      const before = toBoard(from, at);
      const after = toScreen(zoomAt(from, at, z), before);
      expect(Math.abs(after.x - at.x)).toBeLessThan(0.01);
      expect(Math.abs(after.y - at.y)).toBeLessThan(0.01);
    }),
  );
});

test("[B42] fit shows the whole box and never magnifies", () => {
  fc.assert(
    fc.property(
      fc.record({
        x: fc.integer({ min: -1e5, max: 1e5 }),
        y: fc.integer({ min: -1e5, max: 1e5 }),
        w: fc.integer({ min: 1, max: 40000 }),
        h: fc.integer({ min: 1, max: 30000 }),
      }),
      (box) => {
        const size = { w: 1440, h: 900 };
        const view = seen(fit(box, size), size);
        expect(view.x).toBeLessThanOrEqual(box.x);
        expect(view.x + view.w).toBeGreaterThanOrEqual(box.x + box.w);
        expect(view.y + view.h).toBeGreaterThanOrEqual(box.y + box.h);
        expect(fit(box, size).z).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test("[B45] a card that is brought into view lies wholly within it, and one that is seen moves nothing", () => {
  const size = { w: 1000, h: 800 };
  const box = { x: 5000, y: -3000, w: 240, h: 192 };
  const near = reveal({ x: 0, y: 0, z: 1 }, box, size);
  const view = seen(near, size);
  expect(
    view.x <= box.x && view.x + view.w >= box.x + box.w && view.y <= box.y && view.y + view.h >= box.y + box.h,
  ).toBe(true);
  expect(reveal(near, box, size)).toEqual(near);
});

test("[B109] who follows sees all that the other sees, whatever the sizes of their windows", () => {
  const side = fc.integer({ min: 300, max: 4000 });
  fc.assert(
    fc.property(camera, side, side, side, side, (theirs, w, h, ownW, ownH) => {
      const own = { w: ownW, h: ownH };
      const view = seen(theirs, { w, h });
      const to = contain(view, own);
      fc.pre(to.z > 0.02); // farther away nobody can go
      const mine = seen(to, own);
      expect(mine.x).toBeLessThanOrEqual(view.x + 0.01);
      expect(mine.y).toBeLessThanOrEqual(view.y + 0.01);
      expect(mine.x + mine.w).toBeGreaterThanOrEqual(view.x + view.w - 0.01);
      expect(mine.y + mine.h).toBeGreaterThanOrEqual(view.y + view.h - 0.01);
    }),
  );
});

test("[B43] what two boxes have in common lies in both, and no point of both lies outside it", () => {
  const small = fc.integer({ min: -20, max: 20 });
  const box = fc.record({ x: small, y: small, w: fc.integer({ min: 1, max: 30 }), h: fc.integer({ min: 1, max: 30 }) });
  fc.assert(
    fc.property(box, box, small, small, (a, b, x, y) => {
      const both = common(a, b);
      expect(both).toEqual(common(b, a));
      if (both) expect(holds(a, both) && holds(b, both)).toBe(true);
      const point = { x: x + 0.25, y: y + 0.25, w: 0.5, h: 0.5 };
      expect(both !== null && holds(both, point)).toBe(holds(a, point) && holds(b, point));
      expect(holds(grown(a, 8, 4, 2), a)).toBe(true);
      expect(grown(a, 8, 4, 2)).toEqual({ x: a.x - 4, y: a.y - 2, w: a.w + 8, h: a.h + 4 });
    }),
  );
});
