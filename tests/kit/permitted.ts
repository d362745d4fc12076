/** Any thresholds that a study may set, near the bounds, where most can go wrong. */
import fc from "fast-check";
import { BOUNDS } from "#lib/domain/disclosure/threshold.ts";
import type { Limit, Thresholds } from "#lib/domain/disclosure/threshold.ts";

const from = (limit: Limit, more: number) => fc.integer({ min: BOUNDS[limit].least, max: BOUNDS[limit].least + more });

export const permitted: fc.Arbitrary<Thresholds> = fc.record({
  organisations: from("organisations", 4),
  people: from("people", 6),
  base: from("base", 8),
  listed: from("listed", 4),
});
