/** Finds free places on a board for cards that are put somewhere without being carried there. */
import { around, meets } from "./camera.ts";
import type { Box, Point, Size } from "./camera.ts";
import { Grid } from "./grid.ts";
import type { BoardModel } from "./model.ts";
import { GAP, HEM, TITLE } from "#lib/domain/board/measure.ts";
import { CARD } from "./scene.ts";

/**
 * The first free places in a theme, row by row, below its cards and cloths where it is full;
 * on the open board (null) in rows below everything.
 *
 * @param cards - how large each card is; all places are as large as the largest needs
 * @param going - slots that will leave where they are, so that their places count as free
 * @returns whole board units, the top left of each card
 */
export function freePlaces(
  model: BoardModel,
  theme: string | null,
  cards: readonly Size[],
  going: ReadonlySet<number> = new Set(),
): Point[] {
  const size = largest(cards);
  const cloth = theme === null ? undefined : model.themes.get(theme);
  const ground = cloth?.whole ?? groundOf(model);
  const plane = cloth && (cloth.hidden || cloth.theme.collapsed) ? planeOf(model, cloth.theme.id) : model.grid;
  const closed: Box[] = (cloth?.inside ?? []).flatMap((id) => model.themes.get(id)?.box ?? []);
  const rows = firstFree(
    cloth
      ? { x: ground.x + HEM, y: ground.y + TITLE, w: ground.w - 2 * HEM }
      : { ...ground, w: Math.max(ground.w, 6 * (size.w + GAP) - GAP) },
    size,
    (x, y) =>
      !closed.some((box) => meets(box, { x, y, ...size })) &&
      !plane
        .within(x, y, size.w, size.h)
        .some((slot) => !going.has(slot) && (cloth === undefined || model.cards[slot]?.theme === theme)),
  );
  return cards.map(() => rows.next().value);
}

/** The free places of a size in rows from the top left of a ground as wide as this, without end; whole board units. */
export function* firstFree(
  ground: Readonly<{ x: number; y: number; w: number }>,
  { w, h }: Size,
  free: (x: number, y: number) => boolean,
): Generator<Point, never> {
  const columns = Math.max(1, Math.floor((ground.w + GAP) / (w + GAP)));
  for (let at = 0; ; at++) {
    const x = Math.round(ground.x) + (at % columns) * (w + GAP);
    const y = Math.round(ground.y) + Math.floor(at / columns) * (h + GAP);
    if (free(x, y)) yield { x, y };
  }
}

/** The free place nearest to a point at which a card would lie on no other, in whole board units; at worst the point itself. */
export function freeNear(model: BoardModel, at: Point, size: Size = CARD): Point {
  const found = nearest(at, (x, y) => model.grid.within(x, y, size.w, size.h).length === 0);
  return found ?? { x: Math.round(at.x), y: Math.round(at.y) };
}

/** Places for a block of cards around a point, or as near as there is room on the open board; else below everything. */
export function freeBlock(model: BoardModel, middle: Point, cards: readonly Size[]): Point[] {
  const places = block({ x: 0, y: 0 }, cards);
  const each = largest(cards);
  const size = around(places.map((place) => ({ ...place, ...each }))) ?? each;
  const cloths = [...model.themes.values()].map(({ box }) => box);
  const free = (x: number, y: number) =>
    model.grid.within(x - GAP, y - GAP, size.w + 2 * GAP, size.h + 2 * GAP).length === 0 &&
    !cloths.some((box) => meets(box, { x, y, ...size }));
  const corner = nearest({ x: middle.x - size.w / 2, y: middle.y - size.h / 2 }, free);
  if (!corner) return freePlaces(model, null, cards);
  return places.map(({ x, y }) => ({ x: x + corner.x, y: y + corner.y }));
}

/** Looks in rings around a point for the nearest that is free; null where there is none nearby. */
export function nearest(at: Point, free: (x: number, y: number) => boolean): Point | null {
  const step = GAP * 2;
  for (let ring = 0; ring < 60; ring++) {
    let best: Point | null = null;
    let least = Infinity;
    for (let across = -ring; across <= ring; across++) {
      for (let down = -ring; down <= ring; down++) {
        if (Math.max(Math.abs(across), Math.abs(down)) !== ring) continue;
        const x = Math.round(at.x + across * step);
        const y = Math.round(at.y + down * step);
        const distance = Math.hypot(across, down);
        if (distance < least && free(x, y)) {
          best = { x, y };
          least = distance;
        }
      }
    }
    if (best) return best;
  }
  return null;
}

/** Rows of places beginning at a point, as many in a row as make a block that is a little wider than high. */
export function block(at: Point, cards: readonly Size[]): Point[] {
  const count = cards.length;
  const size = largest(cards);
  const columns = Math.max(1, Math.round(Math.sqrt(count * 1.2)));
  return Array.from({ length: count }, (_, n) => ({
    x: Math.round(at.x + (n % columns) * (size.w + GAP)),
    y: Math.round(at.y + Math.floor(n / columns) * (size.h + GAP)),
  }));
}

/** The cards of a theme that lies in a pile, as they lie there. */
function planeOf(model: BoardModel, theme: string): Grid {
  const plane = new Grid();
  for (const slot of model.every()) {
    const card = model.cards[slot];
    if (card?.theme === theme) plane.put(slot, card.x, card.y, card.w, card.h);
  }
  return plane;
}

/** A strip of open board below everything that lies on it. */
function groundOf(model: BoardModel): Box {
  const bounds = model.bounds();
  const six = 6 * (CARD.w + GAP);
  if (!bounds) return { x: 0, y: 0, w: six, h: CARD.h };
  // Unclustered cards that lie lowest are joined, not passed over.
  let lowest = -Infinity;
  for (const { box, hidden } of model.themes.values()) if (!hidden) lowest = Math.max(lowest, box.y + box.h);
  const y = lowest === -Infinity ? bounds.y : lowest + 3 * GAP;
  return { x: bounds.x, y, w: Math.min(Math.max(bounds.w, six), 2 * six), h: CARD.h };
}

function largest(cards: readonly Size[]): Size {
  let w = 0;
  let h = 0;
  for (const card of cards) {
    w = Math.max(w, card.w);
    h = Math.max(h, card.h);
  }
  return w === 0 ? CARD : { w, h };
}
