import fc from "fast-check";
import { expect, test } from "vitest";
import type { Camera } from "#lib/client/board/camera.ts";
import { edgeStep } from "#lib/client/board/edge.ts";

const size = { w: 1000, h: 600 };
const camera = { x: 0, y: 0, z: 1 };
const bounds = { x: 0, y: 0, w: 5000, h: 4000 };

test("[B80] near an edge the camera goes that way, the faster the nearer, and elsewhere it rests", () => {
  expect(edgeStep(camera, { x: 500, y: 300 }, size, bounds)).toBe(camera);
  expect(edgeStep(camera, { x: 1000, y: 300 }, size, bounds)).toEqual({ x: 16, y: 0, z: 1 });
  expect(edgeStep(camera, { x: 972, y: 300 }, size, bounds)).toEqual({ x: 8, y: 0, z: 1 });
  expect(edgeStep({ ...camera, z: 0.5 }, { x: 500, y: 600 }, size, bounds)).toEqual({ x: 0, y: 32, z: 0.5 });
});

test("[B80] it stops where the middle of the view meets the end of what lies there, and throws nobody back", () => {
  const at = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 600 }) });
  const start = fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -9000, max: 9000 }),
    z: fc.constantFrom(0.1, 1, 2),
  });
  fc.assert(
    fc.property(start, at, (from, pointer) => {
      let now: Camera = from;
      for (let frame = 0; frame < 100; frame++) now = edgeStep(now, pointer, size, bounds);
      const middle = (of: Camera) => ({ x: of.x + size.w / of.z / 2, y: of.y + size.h / of.z / 2 });
      const [before, after] = [middle(from), middle(now)];
      expect(after.x).toBeGreaterThanOrEqual(Math.min(before.x, bounds.x) - 1e-6);
      expect(after.x).toBeLessThanOrEqual(Math.max(before.x, bounds.x + bounds.w) + 1e-6);
      expect(after.y).toBeGreaterThanOrEqual(Math.min(before.y, bounds.y) - 1e-6);
      expect(after.y).toBeLessThanOrEqual(Math.max(before.y, bounds.y + bounds.h) + 1e-6);
    }),
  );
});
