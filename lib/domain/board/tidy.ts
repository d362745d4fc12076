/** Laying out a theme or a whole board in one gesture: what `arrange.ts` says, as changes of rows. */
import { byOrd } from "../order.ts";
import { no, yes } from "../result.ts";
import { patch } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row } from "../study/rule.ts";
import type { Need, Rule } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import { arrangeTheme, tidyBoard } from "./arrange.ts";
import type { Arrangement, LaidTheme } from "./arrange.ts";
import type { CardRow, ThemeRow } from "./shape.ts";
import type * as word from "./word.ts";
import type * as z from "zod";

export const themeArrange: Rule<z.infer<typeof word.ThemeArrange>> = {
  needs: (view, { id }) => [row("theme", id), ...needsOfTree(view, id)],
  decide: (view, { id }) => {
    const theme = view.live("theme", id);
    if (!theme) return no(missing("theme", id));
    if (theme.locked) return no({ code: "theme.locked", id });
    return yes(changesOf(view, arrangeTheme(laidTheme(view, theme))));
  },
};

export const boardTidy: Rule<z.infer<typeof word.BoardTidy>> = {
  needs: (_, { id }) => [row("board", id), related("themesOfBoard", id), related("cardsOfBoard", id)],
  decide: (view, { id }, { person }) => {
    const board = view.live("board", id);
    // Rule Y34: where nothing lies on it to be tidied, nothing else would refuse what is hidden from somebody.
    if (!board || (board.owner !== null && board.owner !== person)) return no(missing("board", id));
    // A locked theme is where it is; those who tidy mean the rest.
    const themes = view.related("themesOfBoard", id);
    const known = new Set(themes.map((theme) => theme.id));
    const roots = themes.filter(({ parent }) => parent === null || !known.has(parent)).toSorted(byOrd);
    const loose = view
      .related("cardsOfBoard", id)
      .filter(({ theme }) => theme === null || !known.has(theme))
      .toSorted(byOrd);
    const laid = roots.map((theme) => laidTheme(view, theme));
    return yes(changesOf(view, tidyBoard(laid, loose)));
  },
};

/** A theme with everything inside, as the geometry wants it. */
export function laidTheme(view: View, theme: ThemeRow): LaidTheme {
  const { id, x, y, w, h, locked, collapsed } = theme;
  const cards: readonly CardRow[] = view.related("cardsOfTheme", id).toSorted(byOrd);
  const inside = view.related("themesOfParent", id).toSorted(byOrd);
  return { id, x, y, w, h, locked, collapsed, cards, inside: inside.map((inner) => laidTheme(view, inner)) };
}

/** The cards and themes inside a theme, as far down as this view shows; asked again, it goes one deeper. */
export function needsOfTree(view: View, theme: string): Need[] {
  const needs: Need[] = [];
  const board = view.get("theme", theme)?.board;
  if (board) needs.push(related("themesOfBoard", board)); // all levels in one query
  const seen = new Set<string>();
  const walk = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    needs.push(related("cardsOfTheme", id), related("themesOfParent", id));
    for (const child of view.related("themesOfParent", id)) walk(child.id);
  };
  walk(theme);
  return needs;
}

function changesOf(view: View, { cards, themes }: Arrangement): Put[] {
  const changes: Put[] = [];
  for (const [id, box] of themes) {
    const theme = view.live("theme", id);
    if (theme) changes.push(...patch("theme", theme, whole(box)));
  }
  for (const [id, place] of cards) {
    const card = view.live("card", id);
    if (card) changes.push(...patch("card", card, { x: Math.round(place.x), y: Math.round(place.y) }));
  }
  return changes;
}

function whole({ x, y, w, h }: Readonly<{ x: number; y: number; w: number; h: number }>) {
  return { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) };
}
