/**
 * Where a card goes that nobody put anywhere: a free place in its theme, or below everything that is clustered.
 *
 * Pure geometry in board units; how large the new cards are is told. Rules: docs/spec/quote.md, Q13.
 */
import { SIZES } from "./measure.ts";
import type { CardSize } from "./shape.ts";

export type SpotBox = Readonly<{ x: number; y: number; w: number; h: number }>;
export type SpotCard = Readonly<{ x: number; y: number; size: CardSize; theme: string | null }>;
export type SpotSize = Readonly<{ w: number; h: number; gap: number; title: number; hem: number }>;

/**
 * Finds free places for `count` cards, in reading order.
 *
 * @param cards - every card on the board
 * @param box - the theme's own box, or null for the open board
 * @param others - boxes that must stay clear: themes within this one, or all themes where there is none
 */
export function freeSpots(
  count: number,
  cards: readonly SpotCard[],
  box: SpotBox | null,
  others: readonly SpotBox[],
  size: SpotSize,
): { x: number; y: number }[] {
  const stepX = size.w + size.gap;
  const stepY = size.h + size.gap;
  const left = box ? box.x + size.hem : leastX(cards, others);
  const top = box ? box.y + size.title : trayTop(cards, others, size);
  const columns = box ? Math.max(1, Math.floor((box.w - 2 * size.hem + size.gap) / stepX)) : 6;
  const taken: SpotBox[] = [...others, ...cards.map(({ x, y, size: own }) => ({ x, y, ...SIZES[own] }))];
  const found: { x: number; y: number }[] = [];
  for (let cell = 0; found.length < count; cell += 1) {
    const spot = {
      x: left + (cell % columns) * stepX,
      y: top + Math.floor(cell / columns) * stepY,
      w: size.w,
      h: size.h,
    };
    if (taken.some((other) => overlaps(spot, other))) continue;
    taken.push(spot);
    found.push({ x: spot.x, y: spot.y });
  }
  return found;
}

function overlaps(a: SpotBox, b: SpotBox): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function leastX(cards: readonly SpotCard[], boxes: readonly SpotBox[]): number {
  const all = [...cards, ...boxes].map(({ x }) => x);
  return all.length === 0 ? 0 : Math.min(...all);
}

/** Below every theme and every card in one; cards that wait there do not push it down. */
function trayTop(cards: readonly SpotCard[], boxes: readonly SpotBox[], size: SpotSize): number {
  const bottoms = [
    ...boxes.map(({ y, h }) => y + h),
    ...cards.flatMap((card) => (card.theme ? [card.y + SIZES[card.size].h] : [])),
  ];
  if (bottoms.length > 0) return Math.max(...bottoms) + 2 * size.gap;
  return cards.length > 0 ? Math.min(...cards.map(({ y }) => y)) : 0;
}
