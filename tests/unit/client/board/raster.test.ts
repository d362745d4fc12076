import fc from "fast-check";
import { expect, test } from "vitest";
import { blend, Raster } from "#lib/client/board/raster.ts";

const WHITE = 0xffffffff;
const BLACK = 0xff000000;
const shade = (pixel: number) => pixel & 0xff;
const place = fc.double({ min: -4, max: 14, noNaN: true });
const long = fc.double({ min: 0, max: 12, noNaN: true });

function begun(w: number, h: number, paper: number): Raster {
  const raster = new Raster();
  raster.begin(w, h);
  raster.clear({ x: 0, y: 0, w, h }, paper);
  return raster;
}

test("[B63] each pixel of a box takes as much colour as the box covers of it", () => {
  fc.assert(
    fc.property(place, place, long, long, fc.double({ min: 0, max: 1, noNaN: true }), (x, y, w, h, alpha) => {
      const raster = begun(10, 8, WHITE);
      raster.box(x, y, w, h, BLACK, alpha);
      for (let row = 0; row < 8; row++) {
        for (let column = 0; column < 10; column++) {
          const wide = Math.max(0, Math.min(x + w, column + 1) - Math.max(x, column));
          const high = Math.max(0, Math.min(y + h, row + 1) - Math.max(y, row));
          expect(Math.abs(shade(raster.at(column, row)) - 255 * (1 - wide * high * alpha))).toBeLessThan(4);
        }
      }
    }),
  );
});

test("[B63] a smaller picture after a larger one begins clean and stays within its size", () => {
  const raster = begun(12, 12, BLACK);
  raster.begin(5, 4);
  raster.clear({ x: 0, y: 0, w: 5, h: 4 }, WHITE);
  raster.box(3, 2, 100, 100, BLACK);
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 5; column++)
      expect(raster.at(column, row)).toBe(column >= 3 && row >= 2 ? BLACK : WHITE);
});

test("[B63] a picture that is moved, and painted where it is new, is the one that is painted afresh", () => {
  const boxes = fc.array(fc.tuple(place, place, long, long, fc.integer({ min: 0, max: 0xffffff })), {
    minLength: 1,
    maxLength: 8,
  });
  const step = fc.oneof({ arbitrary: fc.integer({ min: -4, max: 4 }), weight: 4 }, fc.integer({ min: -14, max: 14 }));
  fc.assert(
    fc.property(
      boxes,
      fc.array(fc.tuple(step, step), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (all, steps, wider) => {
        const size = { w: 10, h: 8 };
        const paint = (raster: Raster, x0: number, y0: number) => {
          for (const [x, y, w, h, colour] of all) raster.box(x - x0, y - y0, w, h, (BLACK | colour) >>> 0);
        };
        const moved = wider ? begun(13, 9, BLACK) : new Raster(); // rows may be longer than the picture
        moved.begin(size.w, size.h);
        moved.clear({ x: 0, y: 0, ...size }, WHITE);
        let [x, y] = [0, 0];
        paint(moved, x, y);
        for (const [dx, dy] of steps) {
          x += dx;
          y += dy;
          for (const part of moved.move(dx, dy)) {
            moved.clear(part, WHITE);
            paint(moved, x, y);
          }
          const fresh = begun(size.w, size.h, WHITE);
          paint(fresh, x, y);
          for (let row = 0; row < size.h; row++)
            for (let column = 0; column < size.w; column++)
              for (const byte of [0, 8, 16])
                if (Math.abs(((moved.at(column, row) >>> byte) & 0xff) - ((fresh.at(column, row) >>> byte) & 0xff)) > 3)
                  throw new Error(`pixel ${column}, ${row}`);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test("[B63] blending nothing leaves a pixel, blending all replaces it", () => {
  const pixel = fc.integer({ min: 0, max: 0xffffff }).map((colour) => (0xff000000 | colour) >>> 0);
  fc.assert(
    fc.property(pixel, pixel, (under, over) => {
      expect(blend(under, over, 0)).toBe(under);
      expect(blend(under, over, 256)).toBe(over);
    }),
  );
});
