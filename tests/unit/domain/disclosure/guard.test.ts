import fc from "fast-check";
import { expect, test } from "vitest";
import { allOpen } from "#lib/domain/disclosure/derive.ts";
import { guard } from "#lib/domain/disclosure/guard.ts";
import type { Guarded } from "#lib/domain/disclosure/guard.ts";
import { small, THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import type { Cell } from "#lib/domain/disclosure/threshold.ts";
import { permitted } from "#tests/kit/permitted.ts";

type Row = Readonly<{ cells: readonly Cell[] }>;
type Span = Readonly<{ low: number; high: number }>;
const row = (said: number, silent: number, people = 2 * said): Row => ({
  cells: [
    { organisations: said, people },
    { organisations: silent, people: null },
  ],
});
const shown = (guarded: readonly Guarded<Row>[]) =>
  guarded.map(({ row: { cells }, published, spans }) => (published ? cells.map((cell) => cell.organisations) : spans));

const cell = fc.tuple(fc.nat(6), fc.nat(3), fc.boolean()).map(([organisations, more, heard]): Cell => ({
  organisations,
  people: heard ? organisations + (organisations && more) : null,
}));
const tables = fc.integer({ min: 2, max: 3 }).chain((width) =>
  fc.array(
    fc.array(cell, { minLength: width, maxLength: width }).map((cells): Row => ({ cells })),
    { minLength: 1, maxLength: width === 2 ? 4 : 3 },
  ),
);

/** All values that each cell could have, by trying every table with these bounds and the same totals. */
function tried(values: readonly (readonly number[])[], spans: readonly (readonly (Span | null)[])[]): Set<number>[][] {
  const seen = values.map((cells) => cells.map(() => new Set<number>()));
  const width = values[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, c) => values.reduce((sum, cells) => sum + (cells[c] ?? 0), 0));
  const go = (r: number, left: readonly number[], chosen: readonly (readonly number[])[]) => {
    const cells = values[r];
    if (cells === undefined) {
      if (left.every((rest) => rest === 0))
        chosen.forEach((one, at) => one.forEach((value, c) => seen[at]?.[c]?.add(value)));
      return;
    }
    const total = cells.reduce((sum, value) => sum + value, 0);
    const fill = (c: number, rest: number, sofar: readonly number[]) => {
      if (c === width) {
        if (rest === 0)
          go(
            r + 1,
            left.map((one, at) => one - (sofar[at] ?? 0)),
            [...chosen, sofar],
          );
        return;
      }
      const span = spans[r]?.[c] ?? { low: cells[c] ?? 0, high: cells[c] ?? 0 };
      for (let value = span.low; value <= Math.min(span.high, rest, left[c] ?? 0); value += 1)
        fill(c + 1, rest - value, [...sofar, value]);
    };
    fill(0, total, []);
  };
  go(0, columns, []);
  return seen;
}

test("[DC5] a small cell takes its row with it, and a second row, as the totals would tell the first", () => {
  expect(shown(guard([row(5, 4), row(4, 5), row(5, 1)], THRESHOLDS))).toEqual([
    [5, 4],
    [null, null],
    [null, { low: 0, high: 2 }],
  ]);
  expect(shown(guard([row(5, 4), row(4, 5)], THRESHOLDS))).toEqual([
    [5, 4],
    [4, 5],
  ]);
});

test("[DC5] people count too", () => {
  expect(shown(guard([row(5, 4), row(4, 4), row(4, 5, 4)], THRESHOLDS))).toEqual([
    [5, 4],
    [null, null],
    [{ low: 3, high: 4 }, null],
  ]);
});

test("[DC8] words are left out where they would tell a number", () => {
  // Together two of twelve: with "fewer than three" on both, each would be known not to pass two, which the total says anyway …
  expect(shown(guard([row(1, 5), row(1, 5)], THRESHOLDS))).toEqual([
    [{ low: 0, high: 2 }, null],
    [{ low: 0, high: 2 }, null],
  ]);
  // … but four of two rows that have fewer than three each are two and two.
  expect(shown(guard([row(2, 5), row(2, 5)], THRESHOLDS))).toEqual([
    [null, null],
    [null, null],
  ]);
  // Of a row of fewer than six nothing is said, whatever its cells hold (DC3).
  expect(shown(guard([row(5, 2), row(1, 3)], THRESHOLDS))).toEqual([
    [null, { low: 0, high: 2 }],
    [null, null],
  ]);
  // Nobody at all can be hidden from who knows the total.
  expect(guard([row(0, 6), row(0, 6)], THRESHOLDS)).toEqual([]);
});

test("[DC6] the exact check agrees with trying every table", () => {
  fc.assert(
    fc.property(
      tables,
      fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.boolean()), { minLength: 12, maxLength: 12 }),
      (rows, bounds) => {
        const values = rows.map(({ cells }) => cells.map((one) => one.organisations));
        const spans = values.map((cells, r) =>
          cells.map((value, c): Span | null => {
            const [down, up, open] = bounds[r * 3 + c] ?? [0, 0, false];
            return open ? { low: Math.max(0, value - down), high: value + up } : null;
          }),
        );
        const sets = tried(values, spans);
        const known = values.map((cells, r) => cells.map((value, c) => ({ value, span: spans[r]?.[c] ?? null })));
        const open = spans.every((cells, r) =>
          cells.every((span, c) => span === null || (sets[r]?.[c]?.size ?? 0) > 1),
        );
        expect(allOpen(known)).toBe(open);
      },
    ),
    { numRuns: 200 },
  );
});

test("[DC5][DC6][DC8][DC21] no small cell is published, and none left out can be worked out, words and rules included", () => {
  fc.assert(
    fc.property(tables, permitted, (rows, limits) => {
      const guarded = guard(rows, limits);
      const total = ({ cells }: Row) => cells.reduce((sum, one) => sum + one.organisations, 0);
      for (const { row: one, published } of guarded)
        if (published) for (const each of one.cells) expect(small(each, limits, total(one))).toBeNull();
      if (guarded.length === 0) return;
      const worded = guarded.some(({ spans }) => spans.some((span) => span !== null));
      const sets = tried(
        guarded.map(({ row: one }) => one.cells.map((each) => each.organisations)),
        guarded.map(({ row: one, published, spans }) =>
          one.cells.map((_, c): Span | null => {
            if (published) return null;
            // Where some words are given, a cell without any is known not to be small if its row is large enough to speak.
            const speaks = worded && total(one) >= one.cells.length * limits.organisations;
            return spans[c] ?? { low: speaks ? limits.organisations : 0, high: total(one) };
          }),
        ),
      );
      guarded.forEach(({ published }, r) => {
        if (!published) for (const values of sets[r] ?? []) expect(values.size).toBeGreaterThanOrEqual(2);
      });
    }),
    { numRuns: 200 },
  );
});

test("[DC7] a stricter threshold publishes no row that a laxer one does not; rows and totals stay", () => {
  fc.assert(
    fc.property(tables, permitted, fc.nat(2), fc.nat(3), (rows, limits, organisations, people) => {
      const strict = { ...limits, organisations: limits.organisations + organisations, people: limits.people + people };
      const [lax, hard] = [guard(rows, limits), guard(rows, strict)];
      const of = (guarded: readonly Guarded<Row>[]) => guarded.filter((one) => one.published).map((one) => one.row);
      for (const one of of(hard)) expect(of(lax)).toContain(one);
      for (const guarded of [lax, hard]) if (guarded.length > 0) expect(guarded.map((one) => one.row)).toEqual(rows);
    }),
  );
});

test("[DC7] the strongest rows are published, and no longer run of them could be", () => {
  fc.assert(
    fc.property(tables, permitted, (rows, limits) => {
      const guarded = guard(rows, limits);
      expect(guard(rows, limits)).toEqual(guarded);
      const weakest = ({ cells }: Row) =>
        Math.min(
          ...cells.map((one) => Math.min(5 * one.organisations, one.people === null ? Infinity : 3 * one.people)),
        );
      const ranked = rows.toSorted((a, b) => weakest(b) - weakest(a));
      const length = guarded.filter((one) => one.published).length;
      expect(new Set(ranked.slice(0, length))).toEqual(
        new Set(guarded.flatMap((one) => (one.published ? one.row : []))),
      );
      for (let more = length + 1; more <= rows.length; more += 1) {
        const run = new Set(ranked.slice(0, more));
        const holdsSmall = [...run].some(({ cells }) => cells.some((one) => small(one, limits, 99) !== null));
        const tells = !allOpen(
          rows.map((one) =>
            one.cells.map(({ organisations: value }) => ({ value, span: run.has(one) ? null : { low: 0, high: 99 } })),
          ),
        );
        expect(holdsSmall || tells).toBe(true);
      }
    }),
  );
});
