/**
 * Whether what is left out of a table can be worked out from what stands in it.
 *
 * Exact, not a rule of thumb such as "two in each row": with its margins fixed, a table is a flow from rows to columns, and a
 * cell can have another value if and only if a circle of changes leads through it that breaks none of the bounds. As
 * flows of whole numbers are as free as flows of fractions, one step suffices. Cost: cells times cells.
 * Source: D. Gusfield, A Graph Theoretic Approach to Statistical Data Security, SIAM J. Comput. 17 (1988).
 * Rules: docs/spec/disclosure.md, DC6.
 */
import type { Span } from "./threshold.ts";

/** A number of a table and what its reader knows of it; `null` for one that is published. */
export type Known = Readonly<{ value: number; span: Span | null }>;

/** Whether every number that is not published has at least two values that agree with all else and with every row's and column's total. */
export function allOpen(table: readonly (readonly Known[])[]): boolean {
  return table.every((row, r) => row.every(({ span }, c) => span === null || canMove(table, r, c)));
}

/** Whether this number could be one more, or one less. */
function canMove(table: readonly (readonly Known[])[], row: number, column: number): boolean {
  return reaches(table, row, column, 1) || reaches(table, row, column, -1);
}

/**
 * Follows the changes that a change by `step` in one cell calls for: what its column has gained, another cell of that column must
 * lose, what that one's row has lost, another cell of the row must gain, until the first row is even again.
 */
function reaches(table: readonly (readonly Known[])[], row: number, column: number, step: 1 | -1): boolean {
  const may = (cell: Known | undefined, by: number) =>
    cell !== undefined && cell.span !== null && cell.value + by >= cell.span.low && cell.value + by <= cell.span.high;
  if (!may(table[row]?.[column], step)) return false;
  const seen = new Set([column]);
  const waiting = [column];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const gained = at;
    for (const [r, cells] of table.entries()) {
      if (!may(cells[gained], -step) || (r === row && gained === column)) continue;
      if (r === row) return true;
      for (const [c, cell] of cells.entries()) {
        if (seen.has(c) || !may(cell, step)) continue;
        seen.add(c);
        waiting.push(c);
      }
    }
  }
  return false;
}
