import fc from "fast-check";
import { expect, test } from "vitest";
import { detectBy } from "#lib/domain/detect/detect.ts";
import type { Hit } from "#lib/domain/detect/hit.ts";
import { merge } from "#lib/domain/detect/merge.ts";

const hit = (start: number, end: number, more: Partial<Hit> = {}): Hit => ({
  start,
  end,
  kind: "person",
  detector: "list",
  reason: "given",
  score: 0.5,
  layer: "wide",
  ...more,
});

test("[I41] makes one of hits that overlap and keeps what was said for each", () => {
  const sure = hit(5, 12, { kind: "place", detector: "pattern", reason: "street", score: 0.9, layer: "sure" });
  expect(merge([hit(0, 8), sure, hit(12, 14), hit(0, 8)])).toEqual([
    {
      start: 0,
      end: 12,
      kind: "place",
      layer: "sure",
      score: 0.9,
      why: [
        { detector: "pattern", reason: "street" },
        { detector: "list", reason: "given" },
      ],
    },
    { start: 12, end: 14, kind: "person", layer: "wide", score: 0.5, why: [{ detector: "list", reason: "given" }] },
  ]);
});

test("[I41] takes the kind from the study's own names first", () => {
  const own = hit(2, 4, { detector: "own", reason: "own-last", kind: "organisation", layer: "wide" });
  const sure = hit(0, 9, { layer: "sure", score: 1 });
  expect(merge([sure, own]).map(({ kind }) => kind)).toEqual(["organisation"]);
});

test("[I41] covers exactly what the hits cover, in order and apart", () => {
  const hits = fc.array(
    fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })).map(([start, long]) => hit(start, start + long)),
  );
  fc.assert(
    fc.property(hits, (some) => {
      const found = merge(some);
      const cover = (of: readonly { start: number; end: number }[]) =>
        Array.from({ length: 80 }, (_, at) => of.some(({ start, end }) => start <= at && at < end));
      expect(cover(found)).toEqual(cover(some));
      for (const [at, one] of found.entries()) expect(one.start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
    }),
  );
});

test("[I42] leaves what is only wide out of the sure layer, also where it overlaps", () => {
  const detect = detectBy([() => [hit(0, 8), hit(5, 12, { layer: "sure" })]]);
  expect(detect("words enough", "sure").map(({ start, end }) => [start, end])).toEqual([[5, 12]]);
  expect(detect("words enough").map(({ start, end }) => [start, end])).toEqual([[0, 12]]);
});
