import fc from "fast-check";
import { expect, test } from "vitest";
import { blend, Raster } from "#lib/client/board/raster.ts";

const WHITE = 0xffffffff;
const BLACK = 0xff000000;
const shade = (pixel: number) => pixel & 0xff;
const place = fc.double({ min: -4, max: 14, noNaN: true });
const long = fc.double({ min: 0, max: 12, noNaN: true });

test("[B63] each pixel of a box takes as much colour as the box covers of it", () => {
  fc.assert(
    fc.property(place, place, long, long, fc.double({ min: 0, max: 1, noNaN: true }), (x, y, w, h, alpha) => {
      const raster = new Raster();
      raster.begin(10, 8, WHITE);
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
  const raster = new Raster();
  raster.begin(12, 12, BLACK);
  raster.begin(5, 4, WHITE);
  raster.box(3, 2, 100, 100, BLACK);
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 5; column++)
      expect(raster.at(column, row)).toBe(column >= 3 && row >= 2 ? BLACK : WHITE);
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
