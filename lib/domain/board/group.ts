/**
 * Quotes laid on a board in groups, each with a theme of its own: all in one gesture.
 *
 * Rules: docs/spec/board.md, B98 and B99.
 */
import { keysBetween, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import { make } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import { tidyBoard } from "./arrange.ts";
import type { LaidTheme } from "./arrange.ts";
import { layCards } from "./lay.ts";
import { GAP, HEM, TITLE } from "./measure.ts";
import type * as word from "./word.ts";
import type * as z from "zod";

/** The space between what lies on the board and what comes. */
const AISLE = 3 * GAP;

export const cardsGroup: Rule<z.infer<typeof word.CardsGroup>> = {
  needs: (_, { board, groups }) => [
    row("board", board),
    related("themesOfBoard", board),
    ...rows(
      "theme",
      groups.map(({ theme }) => theme?.id),
    ),
    ...groups.flatMap(({ cards }) => [
      ...rows(
        "card",
        cards.map(({ id }) => id),
      ),
      ...rows(
        "quote",
        cards.map(({ quote }) => quote),
      ),
    ]),
    { need: "last", board, theme: null },
  ],
  decide: (view, { board, groups }) => {
    if (!view.live("board", board)) return no(missing("board", board));
    const fresh = groups.flatMap(({ theme }) => (theme ? [theme] : []));
    const keys = keysBetween(lastOf(view.related("themesOfBoard", board)), null, fresh.length);
    const taken = new Set<string>();
    const changes: Put[] = [];
    for (const [at, { id, x, y, w, h, hue, name }] of fresh.entries()) {
      if (view.get("theme", id) || taken.has(id)) return no({ code: "row.taken", noun: "theme", id });
      taken.add(id);
      const theme = { id, board, parent: null, x, y, w, h, hue, ord: keys[at] ?? "a0" };
      changes.push(
        make("theme", { ...theme, status: "candidate", locked: false, collapsed: false, gone: false }),
        ...say(id, "name", name),
      );
    }
    for (const { theme, cards } of groups) {
      for (const { id, quote } of cards) {
        if (!view.live("quote", quote)) return no(missing("quote", quote));
        if (view.get("card", id) || taken.has(id)) return no({ code: "row.taken", noun: "card", id });
        taken.add(id);
      }
      if (theme === null) {
        const laid = layCards(
          view,
          board,
          cards.map((card) => ({ ...card, theme: null, insight: null })),
        );
        if (!laid.ok) return laid;
        changes.push(...laid.value);
        continue;
      }
      // The theme is being made by this very command: nothing can lie in it yet.
      const orders = keysBetween(null, null, cards.length);
      for (const [at, { id, quote, x, y }] of cards.entries()) {
        const card = { id, board, quote, insight: null, theme: theme.id, x, y, size: "m" as const };
        changes.push(make("card", { ...card, ord: orders[at] ?? "a0", gone: false }));
      }
    }
    return yes(changes);
  },
};

type Box = Readonly<{ x: number; y: number; w: number; h: number }>;
type Point = Readonly<{ x: number; y: number }>;

/** Where the theme and the cards of each group go, in the order of the groups and of their cards. */
export type LaidGroup = Readonly<{ box: Box | null; cards: readonly Point[] }>;

/**
 * Lays groups of new medium cards out in free space: below what lies on the board, or beside it where the board is
 * higher than wide. Themes in rows in their order, what has no theme below them; nothing covers anything.
 *
 * @param groups - how many cards each has, and whether a theme is made around them
 * @param taken - the box around everything that lies on the board; null where nothing does
 */
export function layGroups(
  groups: readonly Readonly<{ themed: boolean; count: number }>[],
  taken: Box | null,
): LaidGroup[] {
  const beside = taken !== null && taken.h > taken.w;
  const x = taken === null ? 0 : Math.ceil(beside ? taken.x + taken.w + AISLE : taken.x);
  const y = taken === null ? 0 : Math.ceil(beside ? taken.y : taken.y + taken.h + AISLE);
  const cardsOf = (at: number, count: number, from: Point) =>
    Array.from({ length: count }, (_, n) => ({ ...from, id: `${at}/${n}`, size: "m" as const }));
  const themes = groups.flatMap(({ themed, count }, at): LaidTheme[] => {
    if (!themed) return [];
    // Tidying goes by where things lie: a step to the right each keeps them in their order.
    const cards = cardsOf(at, count, { x: x + at + HEM, y: y + TITLE });
    return [{ id: String(at), x: x + at, y, w: 1, h: 1, locked: false, collapsed: false, cards, inside: [] }];
  });
  const loose = groups.flatMap(({ themed, count }, at) => (themed ? [] : cardsOf(at, count, { x, y })));
  const laid = tidyBoard(themes, loose);
  return groups.map(({ count }, at) => ({
    box: laid.themes.get(String(at)) ?? null,
    cards: Array.from({ length: count }, (_, n) => laid.cards.get(`${at}/${n}`) ?? { x, y }),
  }));
}
