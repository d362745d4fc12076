/** Laying a new card on a board: shared by everything that makes one. */
import { keysBetween } from "../order.ts";
import { no, yes } from "../result.ts";
import type { Result } from "../result.ts";
import { make } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import type { Fault } from "../study/fault.ts";
import { row, rows } from "../study/rule.ts";
import type { Need } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import type { CardAt } from "../quote/word.ts";
import type { CardSize } from "./shape.ts";

type Shown = Readonly<{ quote: string | null; insight: string | null }>;

export function needsOfCardAt(_: View, card: CardAt | null): Need[] {
  if (!card) return [];
  return [
    row("card", card.id),
    row("board", card.board),
    ...rows("theme", [card.theme]),
    { need: "last", board: card.board, theme: card.theme },
  ];
}

/** Rules B1 to B3: a card lies on a live board, in an open theme of that board, behind the cards that are there. */
export function layCard(view: View, card: CardAt, shown: Shown): Result<Put[], Fault> {
  return layCards(view, card.board, [{ ...card, ...shown }]);
}

/** Lays several cards on one board, in the order given. */
export function layCards(
  view: View,
  board: string,
  cards: readonly (Omit<CardAt, "board"> & Shown & Readonly<{ size?: CardSize | undefined }>)[],
): Result<Put[], Fault> {
  if (!view.live("board", board)) return no(missing("board", board));
  const last = new Map<string | null, string | null>();
  const puts: Put[] = [];
  for (const { id, theme, x, y, quote, insight, size = "m" } of cards) {
    if (view.get("card", id)) return no({ code: "row.taken", noun: "card", id });
    const fault = shut(view, board, theme);
    if (fault) return no(fault);
    const after = last.get(theme) ?? view.lastOrd(board, theme);
    const ord = keysBetween(after, null, 1)[0] ?? "a0";
    last.set(theme, ord);
    puts.push(make("card", { id, board, quote, insight, theme, x, y, size, ord, gone: false }));
  }
  return yes(puts);
}

/** Why nothing may be put into a theme of a board, if so. */
export function shut(view: View, board: string, theme: string | null): Fault | null {
  if (theme === null) return null;
  const into = view.live("theme", theme);
  if (!into) return missing("theme", theme);
  if (into.board !== board) return { code: "theme.elsewhere", id: theme };
  if (into.locked) return { code: "theme.locked", id: theme };
  return null;
}
