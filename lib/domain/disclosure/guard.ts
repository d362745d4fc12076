/**
 * Which rows of a table of counts may be published, and what may be said of the others.
 *
 * A table has its rows' and columns' totals beside it, or they stand elsewhere in the report; so leaving out one small cell hides
 * nothing. Others are left out with it (complementary suppression) until nothing left out can be worked out.
 * Rules: docs/spec/disclosure.md, DC5 to DC8.
 */
import { allOpen } from "./derive.ts";
import type { Known } from "./derive.ts";
import { small, THRESHOLDS } from "./threshold.ts";
import type { Cell, Span, Thresholds } from "./threshold.ts";

/** A row and whether it is published whole; if not, what may be said of each of its cells: a span that it lies in, or nothing. */
export type Guarded<Row> = Readonly<{ row: Row; published: boolean; spans: readonly (Span | null)[] }>;

/**
 * Guards a table whose totals by row and by column are all known.
 *
 * Rows are published whole or not at all. They are ranked by their weakest cell, by a measure that no threshold enters; the longest
 * run from the strongest down is published that holds no small cell and leaves every cell outside at least two values. As the
 * run can only get shorter with a stricter threshold, what that publishes a laxer one publishes too. The words for small cells are
 * added if every cell still has two values then, even to a reader who knows that a cell without words is not small.
 */
export function guard<Row extends Readonly<{ cells: readonly Cell[] }>>(
  rows: readonly Row[],
  thresholds: Thresholds,
): readonly Guarded<Row>[] {
  const ranked = rows.map((_, at) => at).toSorted((a, b) => strength(rows[b]) - strength(rows[a]) || a - b);
  const firstSmall = ranked.findIndex((at) => spansOf(rows[at], thresholds).some((span) => span !== null));
  if (firstSmall < 0) return rows.map((row) => ({ row, published: true, spans: row.cells.map(() => null) }));

  for (let length = firstSmall; length >= 0; length -= 1) {
    const out = new Set(ranked.slice(length));
    if (!allOpen(rows.map((row, at) => (out.has(at) ? wide(row) : fixed(row))))) continue;
    const worded = rows.map((row, at) => (out.has(at) ? narrow(row, thresholds) : fixed(row)));
    const words = allOpen(worded);
    return rows.map((row, at) => ({
      row,
      published: !out.has(at),
      spans: words && out.has(at) && speaks(row, thresholds) ? spansOf(row, thresholds) : row.cells.map(() => null),
    }));
  }
  return [];
}

/** How far the weakest cell is from being small, measured by the usual thresholds whatever the study's own are. */
function strength(row: Readonly<{ cells: readonly Cell[] }> | undefined): number {
  const each = (row?.cells ?? []).flatMap(({ organisations, people }) => [
    organisations * THRESHOLDS.people,
    ...(people === null ? [] : [people * THRESHOLDS.organisations]),
  ]);
  return Math.min(...each);
}

function total(row: Readonly<{ cells: readonly Cell[] }>): number {
  return row.cells.reduce((sum, cell) => sum + cell.organisations, 0);
}

function spansOf(row: Readonly<{ cells: readonly Cell[] }> | undefined, thresholds: Thresholds): (Span | null)[] {
  return row?.cells.map((cell) => small(cell, thresholds, total(row))) ?? [];
}

/** Whether a row is so large that it might have been published; in others words would tell what they hide. */
function speaks(row: Readonly<{ cells: readonly Cell[] }>, thresholds: Thresholds): boolean {
  return total(row) >= row.cells.length * thresholds.organisations;
}

function fixed(row: Readonly<{ cells: readonly Cell[] }>): readonly Known[] {
  return row.cells.map(({ organisations: value }) => ({ value, span: null }));
}

function wide(row: Readonly<{ cells: readonly Cell[] }>): readonly Known[] {
  return row.cells.map(({ organisations: value }) => ({ value, span: { low: 0, high: total(row) } }));
}

function narrow(row: Readonly<{ cells: readonly Cell[] }>, thresholds: Thresholds): readonly Known[] {
  if (!speaks(row, thresholds)) return wide(row);
  return spansOf(row, thresholds).map((span, at) => ({
    value: row.cells[at]?.organisations ?? 0,
    span: span ?? { low: thresholds.organisations, high: total(row) },
  }));
}
