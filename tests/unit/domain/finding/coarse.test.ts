import fc from "fast-check";
import { expect, test } from "vitest";
import { coarse } from "#lib/domain/finding/coarse.ts";

const tally = (sizes: readonly number[]) => ({
  quotes: 0,
  participants: 0,
  organisations: 0,
  of: sizes.reduce((sum, size) => sum + size, 0),
  kinds: sizes.map((of, index) => ({ kind: `k${index}`, quotes: of, participants: of, organisations: of, of })),
});

test("[C15] puts small kinds together, with the next smallest where that is still too few", () => {
  expect(coarse(tally([7, 3, 1])).map((row) => [row.kind, row.of])).toEqual([
    ["k0", 7],
    [null, 4],
  ]);
  expect(coarse(tally([7, 2, 1])).map((row) => [row.kind, row.of])).toEqual([
    ["k0", 7],
    [null, 3],
  ]);
  expect(coarse(tally([4, 3])).map((row) => [row.kind, row.of])).toEqual([
    ["k0", 4],
    ["k1", 3],
  ]);
  expect(coarse(tally([2, 1]))).toEqual([]);
  expect(coarse(tally([5]))).toEqual([]);
});

test("[C15] no published row stands for fewer than three, and nothing is lost", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }), (sizes) => {
      const rows = coarse(tally(sizes));
      if (rows.length === 0) return;
      expect(Math.min(...rows.map((row) => row.of))).toBeGreaterThanOrEqual(3);
      expect(rows.reduce((sum, row) => sum + row.of, 0)).toBe(sizes.reduce((sum, size) => sum + size, 0));
    }),
  );
});
