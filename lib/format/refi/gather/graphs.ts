/**
 * Boards as graphs: vertices at the places of themes and cards, each for the code, set, quote or note that it shows, with a line
 * from each to the theme that it lies in. Rules: docs/spec/refi.md, RF19.
 */
import { v5 } from "uuid";
import { SIZES } from "#lib/domain/board/measure.ts";
import { byOrd } from "#lib/domain/order.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { codeOf } from "#lib/format/codebook/colour.ts";
import type { PaperEdge, PaperGraph, PaperVertex } from "../paper.ts";

/**
 * The graph of a board.
 *
 * @param themes - the names of its themes
 * @param carried - whether this quote, or insight, is in the file
 */
export function graphOf(
  rows: Rows,
  { id, name }: Readonly<{ id: string; name: string }>,
  themes: ReadonlyMap<string, string>,
  carried: (id: string) => boolean,
): PaperGraph {
  const clusters = rows
    .related("themesOfBoard", id)
    .toSorted(byOrd)
    .map((theme): PaperVertex => {
      const { x, y, w, h } = theme;
      const label = themes.get(theme.id) ?? null;
      const colour = codeOf(theme.hue) || null;
      return { id: vertexOf(theme.id), of: theme.id, name: label, x, y, w, h, shape: "RoundedRectangle", colour };
    });
  const cards = rows
    .related("cardsOfBoard", id)
    .toSorted(byOrd)
    .flatMap((card): PaperVertex[] => {
      const of = card.quote ?? card.insight;
      if (of === null || !carried(of)) return [];
      const shape = card.quote === null ? "Note" : "Rectangle";
      return [{ id: card.id, of, name: null, x: card.x, y: card.y, ...SIZES[card.size], shape, colour: null }];
    });
  const drawn = new Set(cards.map((card) => card.id));
  const within = [
    ...rows
      .related("themesOfBoard", id)
      .map((theme) => ({ what: theme, from: vertexOf(theme.id), theme: theme.parent })),
    ...rows.related("cardsOfBoard", id).map((card) => ({ what: card, from: card.id, theme: card.theme })),
  ];
  const edges = within
    .toSorted((a, b) => byOrd(a.what, b.what))
    .flatMap(({ what, from, theme }): PaperEdge[] => {
      const there = theme !== null && rows.live("theme", theme)?.board === id && (from !== what.id || drawn.has(from));
      return there ? [{ id: v5("in", what.id), from, to: vertexOf(theme) }] : [];
    });
  return { id, name, vertices: [...clusters, ...cards], edges };
}

/** The vertex that stands for a theme: the theme itself is a code or a set. */
function vertexOf(theme: string): string {
  return v5("vertex", theme);
}
