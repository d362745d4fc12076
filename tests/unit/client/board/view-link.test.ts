import fc from "fast-check";
import { expect, test } from "vitest";
import { boardPointOf, centred, fitSmall } from "#lib/client/board/minimap.ts";
import { cameraOf, readView, writeView } from "#lib/client/board/view-link.ts";

const side = fc.integer({ min: 300, max: 4000 });
const size = fc.record({ w: side, h: side });
const camera = fc.record({
  x: fc.integer({ min: -100_000, max: 100_000 }),
  y: fc.integer({ min: -100_000, max: 100_000 }),
  z: fc.double({ min: 0.02, max: 3, noNaN: true }),
});

test("[B81] a link to a view opens there to the pixel, and on another screen with the same middle", () => {
  fc.assert(
    fc.property(camera, size, size, (from, mine, theirs) => {
      const view = readView(writeView(from, mine));
      if (!view) throw new Error("no view");
      const again = cameraOf(view, mine);
      expect(again.z).toBeCloseTo(from.z, 3);
      const middle = (of: typeof from, on: typeof mine) => ({ x: of.x + on.w / of.z / 2, y: of.y + on.h / of.z / 2 });
      expect(Math.abs(middle(again, mine).x - middle(from, mine).x)).toBeLessThan(0.1);
      expect(Math.abs(middle(cameraOf(view, theirs), theirs).y - middle(from, mine).y)).toBeLessThan(0.1);
    }),
  );
});

test("[B81] what is no view is passed over, and a zoom is held within bounds", () => {
  for (const asked of [null, "", "1,2", "1,2,3,4", "a,b,c", "1,,1", "1,2,0", "1,2,-1", "1,2,Infinity"])
    expect(readView(asked)).toBeNull();
  expect(readView("1,2,99")).toEqual({ x: 1, y: 2, z: 3 });
});

test("[B82] a point of the overview leads to the place on the board that is drawn there", () => {
  const bounds = { x: -500, y: 200, w: 4000, h: 1000 };
  const small = { w: 184, h: 120 };
  const fit = fitSmall(bounds, small);
  expect(boardPointOf(fit, { x: small.w / 2, y: small.h / 2 })).toEqual({ x: 1500, y: 700 });
  expect(boardPointOf(fit, { x: 4, y: 60 }).x).toBeCloseTo(-500);
  expect(centred({ x: 0, y: 0, z: 0.5 }, { w: 1000, h: 600 }, { x: 1500, y: 700 })).toEqual({ x: 500, y: 100, z: 0.5 });
});
