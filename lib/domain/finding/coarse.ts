/**
 * A tally by kind of organisation made coarse enough to be published: kinds with few organisations are put together,
 * so that no row can be led back to one of them. Rules: docs/spec/counting.md, C15.
 */
import type { Tally } from "./count.ts";

/** One row of the published table; `kind` is null for the kinds that were put together. */
export type CoarseRow = Readonly<{
  kind: string | null;
  quotes: number;
  participants: number;
  organisations: number;
  of: number;
}>;

/** How many organisations a published row must at least stand for. */
const LEAST = 3;

/**
 * Puts together the kinds with fewer than three organisations, and as many of the next smallest as it takes
 * for that row to stand for three as well. Nothing at all where the whole arm has fewer than three, or where one row would be left:
 * it would say no more than the total.
 */
export function coarse(tally: Tally): readonly CoarseRow[] {
  const sorted = tally.kinds.toSorted((a, b) => a.of - b.of || (a.kind < b.kind ? -1 : 1));
  const together: CoarseRow = { kind: null, quotes: 0, participants: 0, organisations: 0, of: 0 };
  let sum = together;
  let taken = 0;
  for (const row of sorted) {
    if (row.of >= LEAST && (sum.of === 0 || sum.of >= LEAST)) break;
    sum = {
      kind: null,
      quotes: sum.quotes + row.quotes,
      participants: sum.participants + row.participants,
      organisations: sum.organisations + row.organisations,
      of: sum.of + row.of,
    };
    taken += 1;
  }
  const rows: CoarseRow[] = sorted.slice(taken).toSorted((a, b) => b.of - a.of || (a.kind < b.kind ? -1 : 1));
  if (sum.of > 0) rows.push(sum);
  return rows.length < 2 ? [] : rows;
}
