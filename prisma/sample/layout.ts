/**
 * Where everything lies on the sample study's board: themes in three columns, their cards in rows,
 * nested themes below their parent's own cards, and the unclustered cards on free paper.
 *
 * Measures are board units, those of the board itself (`lib/client/board/scene.ts`).
 */
import { THEMES } from "./content/codebook.ts";
import type { ThemeKey } from "./content/codebook.ts";
import { INSIGHTS } from "./content/insights.ts";
import { QUOTES } from "./content/quotes.ts";

const CARD = { w: 240, h: 192 };
const GAP = 24;
const TITLE = 56;
const HEM = 24;
const ROAD = 120; // between themes

type Place = Readonly<{ x: number; y: number }>;
type Box = Place & Readonly<{ w: number; h: number }>;

/** The columns of the board: themes from top to bottom, each with how many cards lie in a row. */
const COLUMNS: readonly (readonly Readonly<{ theme: ThemeKey; across: number }>[])[] = [
  [
    { theme: "trust", across: 5 },
    { theme: "data", across: 5 },
    { theme: "few", across: 5 },
  ],
  [
    { theme: "money", across: 4 },
    { theme: "boundaries", across: 4 },
  ],
  [{ theme: "welsh", across: 4 }],
];

export type Layout = Readonly<{
  themes: ReadonlyMap<ThemeKey, Box>;
  /** By the key of the quote (`quote/…`) or insight (`insight/…`) that the card shows. */
  cards: ReadonlyMap<string, Place>;
}>;

export function layOut(): Layout {
  const themes = new Map<ThemeKey, Box>();
  const cards = new Map<string, Place>();

  const shown = (theme: ThemeKey | null): string[] => [
    ...INSIGHTS.filter((insight) => insight.theme === theme).map(({ key }) => `insight/${key}`),
    ...QUOTES.filter((quote) => quote.onBoard && quote.theme === theme).map(({ key }) => `quote/${key}`),
  ];
  const rowsOf = (count: number, across: number) => Math.ceil(count / across);
  const laid = (keys: readonly string[], at: Place, across: number, gap: number): number => {
    keys.forEach((key, n) => {
      cards.set(key, { x: at.x + (n % across) * (CARD.w + gap), y: at.y + Math.floor(n / across) * (CARD.h + gap) });
    });
    const rows = rowsOf(keys.length, across);
    return rows * CARD.h + Math.max(0, rows - 1) * gap;
  };
  const drawn = (theme: ThemeKey, at: Place, across: number): Box => {
    let y = at.y + TITLE;
    y += laid(shown(theme), { x: at.x + HEM, y }, across, GAP);
    let w = across * CARD.w + (across - 1) * GAP + 2 * HEM;
    for (const inner of THEMES.filter(({ parent }) => parent === theme)) {
      const box = drawn(inner.key, { x: at.x + HEM, y: y + GAP }, across);
      y = box.y + box.h;
      w = Math.max(w, box.w + 2 * HEM);
    }
    const box = { ...at, w, h: y + HEM - at.y };
    themes.set(theme, box);
    return box;
  };

  let x = 0;
  let end = 0;
  for (const column of COLUMNS) {
    let y = 0;
    let widest = 0;
    for (const { theme, across } of column) {
      const box = drawn(theme, { x, y }, across);
      y = box.y + box.h + ROAD;
      widest = Math.max(widest, box.w);
    }
    end = y;
    if (column !== COLUMNS.at(-1)) x += widest + ROAD;
  }
  laid(shown(null), { x: x + HEM, y: end }, 4, GAP + 12);
  return { themes, cards };
}
