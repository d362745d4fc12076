/** Two boards as they are held against each other: what lies where, and which theme of one is a theme of the other. */
import { LOOSE } from "#lib/domain/board/compare.ts";
import type { Flow, Lying } from "#lib/domain/board/compare.ts";
import { copyOf } from "#lib/domain/board/copy.ts";
import type { Rows } from "#lib/domain/study/rows.ts";

/** The quotes on a board with their themes; insights are no quotes. Cost: one pass over its cards. */
export function lyingOf(rows: Rows, board: string): readonly Lying[] {
  return rows.related("cardsOfBoard", board).flatMap(({ quote, theme }) => {
    if (quote === null) return [];
    return [{ quote, theme: theme !== null && rows.live("theme", theme)?.board === board ? theme : null }];
  });
}

/**
 * Whether quotes of a flow lie on both boards in what is the same place: in a theme and its copy, in themes of one
 * name, or in none.
 *
 * @param nameOf - what a theme is called; "" where it has no name
 */
export function stays(flow: Flow, from: string, to: string, nameOf: (theme: string) => string): boolean {
  const { from: left, to: right } = flow;
  if (left === right) return left === LOOSE;
  if (copyOf(left, to) === right || copyOf(right, from) === left) return true;
  const name = nameOf(left).trim().toLowerCase();
  return name !== "" && name === nameOf(right).trim().toLowerCase();
}
