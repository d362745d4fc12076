import fc from "fast-check";
import { expect, test } from "vitest";
import { pixelsOf } from "#lib/client/board/file.ts";

test("[B124] a picture has two pixels for a unit where they fit, and never more than a browser draws", () => {
  expect(pixelsOf(1200, 800)).toEqual({ w: 2400, h: 1600, scale: 2 });
  expect(pixelsOf(32_768, 100)).toEqual({ w: 16_384, h: 50, scale: 0.5 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000_000 }), fc.integer({ min: 1, max: 20_000_000 }), (w, h) => {
      const size = pixelsOf(w, h);
      expect(Math.max(size.w, size.h)).toBeLessThanOrEqual(16_384);
      expect(size.w * size.h).toBeLessThanOrEqual(100_000_000);
      expect(Math.min(size.w, size.h)).toBeGreaterThanOrEqual(1);
    }),
  );
});
