import fc from "fast-check";
import { expect, test } from "vitest";
import { besideSources } from "#lib/domain/disclosure/beside-sources.ts";
import type { ListedSource } from "#lib/domain/disclosure/beside-sources.ts";
import { THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";

/** Rows of one person each, of bodies in turn. */
const rows = (
  count: number,
  heldOn: (at: number) => string | null,
  minutes: (at: number) => number | null = () => 60,
) =>
  Array.from({ length: count }, (_, at): ListedSource => ({
    id: String(at),
    told: "interview",
    people: [`p${at}`],
    organisations: [`o${at % 4}`],
    heldOn: heldOn(at),
    minutes: minutes(at),
  }));
const tellings = (all: readonly ListedSource[]) => {
  const told = [...besideSources(all, THRESHOLDS).values()];
  return [...new Set(told.map(({ date, minutes }) => `${date} ${minutes}`))].toSorted();
};

test("[AR7] months where each month is of many, else years, else nothing", () => {
  const month = (at: number) => (at < 6 ? "2026-10-02" : "2026-11-03");
  expect(tellings(rows(12, month))).toEqual(["2026-10 60", "2026-11 60"]);
  expect(tellings(rows(10, month))).toEqual(["2026 60"]); // four in November
  expect(tellings(rows(12, (at) => (at === 11 ? "2025-10-02" : "2026-10-02")))).toEqual(["null 60"]);
  expect(tellings(rows(4, () => "2026-10-02"))).toEqual(["null null"]);
  expect(tellings(rows(12, (at) => (at === 3 ? null : "2026-10-02")))).toEqual(["null 60"]); // one of whom nobody said it
});

test("[AR7] a length where many are alike in all that is told", () => {
  const same = () => "2026-10-02";
  expect(tellings(rows(12, same, (at) => (at < 6 ? 60 : 90)))).toEqual(["2026-10 60", "2026-10 90"]);
  expect(tellings(rows(12, same, (at) => (at < 8 ? 60 : 90)))).toEqual(["2026-10 null"]);
});

test("[AR7] whatever the rows are, every class of rows that are told alike is of enough people and organisations, or tells nothing", () => {
  const few = (most: number) => fc.integer({ min: 0, max: most });
  const row = fc.record({
    told: few(1).map(String),
    people: fc.array(few(30).map(String), { minLength: 1, maxLength: 3 }),
    organisations: fc.array(few(6).map(String), { minLength: 1, maxLength: 2 }),
    heldOn: fc.option(fc.constantFrom("2025-12-30", "2026-01-02", "2026-01-20", "2026-02-01")),
    minutes: fc.option(fc.constantFrom(60, 90)),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (made) => {
      const all = made.map((one, at) => ({ ...one, id: String(at) }));
      const told = besideSources(all, THRESHOLDS);
      const classes = Map.groupBy(all, (one) => JSON.stringify([one.told, told.get(one.id)]));
      for (const alike of classes.values()) {
        const { date, minutes } = told.get(alike[0]?.id ?? "") ?? { date: null, minutes: null };
        if (date !== null) expect(alike.every(({ heldOn }) => heldOn?.startsWith(date))).toBe(true);
        if (minutes !== null) expect(alike.every((one) => one.minutes === minutes)).toBe(true);
        const any = [...told.values()].some((one) => one.date !== null || one.minutes !== null);
        if (!any) continue; // rows are told by nothing that this room lets stand
        expect(new Set(alike.flatMap(({ people }) => people)).size).toBeGreaterThanOrEqual(THRESHOLDS.people);
        expect(new Set(alike.flatMap(({ organisations }) => organisations)).size).toBeGreaterThanOrEqual(
          THRESHOLDS.organisations,
        );
      }
    }),
  );
});
