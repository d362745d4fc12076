import { expect, test } from "vitest";
import { barAt, barsOf, LAYOUTS, SLIP } from "#lib/client/board/layout.ts";
import { CardSize } from "#lib/domain/board/shape.ts";

test("[B65] words end above what stands under them, on cards of every size, and a larger card says more", () => {
  for (const size of CardSize.options) {
    const { caption, h, lines, linesBare, tags } = LAYOUTS[size];
    expect(SLIP.padTop + lines * SLIP.line).toBeLessThanOrEqual(tags ?? caption);
    expect(SLIP.padTop + linesBare * SLIP.line).toBeLessThanOrEqual(caption);
    expect(caption + SLIP.base).toBeLessThan(h);
  }
  expect(CardSize.options.map((size) => LAYOUTS[size].lines)).toEqual([4, 6, 10]);
  expect(CardSize.options.map((size) => LAYOUTS[size].linesBare)).toEqual([4, 7, 11]);
});

test("[B65] bars stay within the lines and the width of words", () => {
  for (const size of CardSize.options) {
    for (const length of [0, 1, 28, 29, 200, 5000]) {
      const bars = barsOf({ size, length });
      expect(bars).toBeGreaterThan(0);
      expect(bars).toBeLessThanOrEqual(LAYOUTS[size].lines);
      for (let at = 0; at < bars; at++) {
        expect(barAt({ size, length }, bars, at)).toBeGreaterThan(0);
        expect(barAt({ size, length }, bars, at)).toBeLessThanOrEqual(LAYOUTS[size].run);
      }
    }
  }
});
