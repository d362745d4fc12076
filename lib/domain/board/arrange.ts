/**
 * Lays cards and themes out in rows, in order, so that nothing covers anything.
 *
 * Pure geometry in board units. Rows run from left to right as words do; each is as high as its tallest piece.
 * A locked theme is one rigid piece: what lies in it keeps its place within it, and on the open board it
 * stays where it is and the others go around it. Rules: docs/spec/board.md, B20 to B24.
 */
import { BARE, GAP, HEM, PILE, SIZES, TITLE } from "./measure.ts";
import type { CardSize } from "./shape.ts";

type Box = Readonly<{ x: number; y: number; w: number; h: number }>;
export type LaidCard = Readonly<{ id: string; x: number; y: number; size: CardSize }>;
/** A theme with what lies in it; cards and themes each in their order. */
export type LaidTheme = Box &
  Readonly<{
    id: string;
    locked: boolean;
    collapsed: boolean;
    cards: readonly LaidCard[];
    inside: readonly LaidTheme[];
  }>;

/** Where everything goes: cards their top left, themes their box, both on the board. */
export type Arrangement = Readonly<{
  cards: ReadonlyMap<string, Readonly<{ x: number; y: number }>>;
  themes: ReadonlyMap<string, Box>;
}>;

/** The space between the themes of a board that has been tidied. */
const AISLE = 3 * GAP;

/** Lays out one theme with everything inside, its top left staying where it is. Cost: one pass over what lies in it. */
export function arrangeTheme(theme: LaidTheme): Arrangement {
  const cards = new Map<string, { x: number; y: number }>();
  const themes = new Map<string, Box>();
  settle(theme, theme.x, theme.y, cards, themes, true);
  return { cards, themes };
}

/**
 * Lays out a whole board: themes in rows in the order in which the eye finds them now, then the unclustered cards below.
 *
 * @param roots - the themes that lie in no other
 * @param loose - the unclustered cards, in order
 */
export function tidyBoard(roots: readonly LaidTheme[], loose: readonly LaidCard[]): Arrangement {
  const cards = new Map<string, { x: number; y: number }>();
  const themes = new Map<string, Box>();
  const fixed = roots.filter((theme) => theme.locked).map(extent);
  const free = asSeen(roots.filter((theme) => !theme.locked)).map((theme) => ({ theme, ...measure(theme) }));
  const everything = [...roots.map(extent), ...loose.map(boxOf)];
  const left = least(everything.map(({ x }) => x));
  const top = least(everything.map(({ y }) => y));

  const area = free.reduce((sum, { w, h }) => sum + (w + AISLE) * (h + AISLE), 0);
  const width = Math.max(Math.sqrt(area * 1.6), ...free.map(({ w }) => w));
  let bottom = top;
  for (const { piece, x, y } of flow(free, left, top, width, AISLE, fixed)) {
    settle(piece.theme, x, y, cards, themes, true);
    bottom = Math.max(bottom, y + piece.h);
  }
  for (const box of fixed) bottom = Math.max(bottom, box.y + box.h);
  const below = roots.length > 0 ? bottom + AISLE : top;
  const pieces = loose.map((card) => ({ card, ...SIZES[card.size] }));
  for (const { piece, x, y } of flow(pieces, left, below, Math.max(width, rowOf(pieces)), GAP, [])) {
    cards.set(piece.card.id, { x, y });
  }
  return { cards, themes };
}

/** Lays cards out in rows below a line, no wider than `width`. For cards that join a theme. */
export function layBelow(
  cards: readonly LaidCard[],
  left: number,
  top: number,
  width: number,
): Map<string, Readonly<{ x: number; y: number }>> {
  const pieces = cards.map((card) => ({ card, ...SIZES[card.size] }));
  return new Map(flow(pieces, left, top, width, GAP, []).map(({ piece, x, y }) => [piece.card.id, { x, y }]));
}

/** The box that a theme takes up as it lies now: its own, stretched to what lies in it. A pile hides what lies in it. */
export function extent(theme: LaidTheme): Box {
  let { x, y } = theme;
  let right = x + theme.w;
  let bottom = y + theme.h;
  const held = [...theme.cards.map(boxOf), ...theme.inside.map(extent)];
  for (const box of held) {
    x = Math.min(x, box.x - HEM);
    y = Math.min(y, box.y - TITLE);
    right = Math.max(right, box.x + box.w + HEM);
    bottom = Math.max(bottom, box.y + box.h + HEM);
  }
  return theme.collapsed ? { x, y, ...PILE } : { x, y, w: right - x, h: bottom - y };
}

type Size = Readonly<{ w: number; h: number }>;
type Content = Readonly<{ cards: Placed<Size & { card: LaidCard }>[]; themes: Placed<Size & { theme: LaidTheme }>[] }>;

/** Where the pieces within a theme go, from its top left. */
function content(theme: LaidTheme): Content {
  const cards = theme.cards.map((card) => ({ card, ...SIZES[card.size] }));
  const inside = theme.inside.map((inner) => ({ theme: inner, ...measure(inner) }));
  const area = inside.reduce((sum, { w, h }) => sum + (w + GAP) * (h + GAP), 0);
  const width = Math.max(rowOf(cards), inside.length > 0 ? Math.sqrt(area * 1.6) : 0, ...inside.map(({ w }) => w));
  const laid = flow(cards, HEM, TITLE, width, GAP, []);
  const bottom = laid.reduce((low, { piece, y }) => Math.max(low, y + piece.h + GAP), TITLE);
  return { cards: laid, themes: flow(inside, HEM, bottom, width, GAP, []) };
}

/** How large a theme is once it has been laid out. */
function measure(theme: LaidTheme): Size {
  if (theme.collapsed) return PILE;
  return theme.locked ? extent(theme) : around(content(theme));
}

function around({ cards, themes }: Content): Size {
  if (cards.length + themes.length === 0) return BARE;
  let w = 0;
  let h = 0;
  for (const { piece, x, y } of [...cards, ...themes]) {
    w = Math.max(w, x + piece.w + HEM);
    h = Math.max(h, y + piece.h + HEM);
  }
  return { w, h };
}

/** Puts a theme and everything inside at a place. `open`: it was asked for by name, locked or not. */
function settle(
  theme: LaidTheme,
  x: number,
  y: number,
  cards: Map<string, { x: number; y: number }>,
  themes: Map<string, Box>,
  open = false,
): void {
  if (theme.locked && !open) {
    const from = extent(theme);
    carry(theme, x - from.x, y - from.y, cards, themes);
    return;
  }
  const inner = content(theme);
  themes.set(theme.id, { x, y, ...around(inner) });
  for (const { piece, x: dx, y: dy } of inner.cards) cards.set(piece.card.id, { x: x + dx, y: y + dy });
  for (const { piece, x: dx, y: dy } of inner.themes) settle(piece.theme, x + dx, y + dy, cards, themes);
}

/** Moves a theme as it is. */
function carry(
  theme: LaidTheme,
  dx: number,
  dy: number,
  cards: Map<string, { x: number; y: number }>,
  themes: Map<string, Box>,
): void {
  themes.set(theme.id, { x: theme.x + dx, y: theme.y + dy, w: theme.w, h: theme.h });
  for (const card of theme.cards) cards.set(card.id, { x: card.x + dx, y: card.y + dy });
  for (const inner of theme.inside) carry(inner, dx, dy, cards, themes);
}

type Placed<P> = Readonly<{ piece: P; x: number; y: number }>;

/**
 * Sets pieces in rows no wider than `width` (a piece that is wider has a row to itself), stepping over what is fixed.
 * Cost: pieces times fixed boxes.
 */
function flow<P extends Size>(
  pieces: readonly P[],
  left: number,
  top: number,
  width: number,
  gap: number,
  fixed: readonly Box[],
): Placed<P>[] {
  const placed: Placed<P>[] = [];
  let x = left;
  let y = top;
  let tallest = 0;
  for (const piece of pieces) {
    for (;;) {
      if (x > left && x + piece.w > left + width) {
        x = left;
        y += tallest + gap;
        tallest = 0;
      }
      const here = { x, y, w: piece.w, h: piece.h };
      const way = fixed.find((box) => near(here, box, gap));
      if (!way) break;
      if (way.x + way.w + gap + piece.w <= left + width) x = way.x + way.w + gap;
      else if (x > left) x = left + width + 1; // no room beside it: the next row
      else {
        x = left;
        y = Math.min(...fixed.map((box) => box.y + box.h + gap).filter((bottom) => bottom > y)); // just below the next
      }
    }
    placed.push({ piece, x, y });
    x += piece.w + gap;
    tallest = Math.max(tallest, piece.h);
  }
  return placed;
}

/** How wide a row of these is, for a block that is a little wider than high. */
function rowOf(pieces: readonly Size[]): number {
  const area = pieces.reduce((sum, { w, h }) => sum + (w + GAP) * (h + GAP), 0);
  const widest = Math.max(0, ...pieces.map(({ w }) => w));
  const columns = Math.max(1, Math.round(Math.sqrt(area * 1.25) / (widest + GAP)));
  return columns * (widest + GAP) - GAP;
}

/** Themes in the order in which the eye goes over them: rows from the top, each from the left. */
function asSeen(themes: readonly LaidTheme[]): LaidTheme[] {
  const boxes = themes.map((theme) => ({ theme, box: extent(theme) })).toSorted((a, b) => a.box.y - b.box.y);
  const rows: { top: number; tallest: number; list: typeof boxes }[] = [];
  for (const one of boxes) {
    const row = rows.at(-1);
    if (row && one.box.y < row.top + row.tallest / 2) {
      row.list.push(one);
      row.tallest = Math.max(row.tallest, one.box.h);
    } else rows.push({ top: one.box.y, tallest: one.box.h, list: [one] });
  }
  return rows.flatMap(({ list }) => list.toSorted((a, b) => a.box.x - b.box.x).map(({ theme }) => theme));
}

function boxOf(card: LaidCard): Box {
  return { x: card.x, y: card.y, ...SIZES[card.size] };
}

function near(a: Box, b: Box, gap: number): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

function least(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((low, n) => Math.min(low, n), Infinity);
}
