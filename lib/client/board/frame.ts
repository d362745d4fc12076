/**
 * The frames of themes under a hand: drawing one, pulling at its edges, finding room for a new one.
 *
 * Pure geometry in board units on the board's model. Rules: docs/spec/board.md, B84 to B86.
 */
import { around, holds, meets } from "./camera.ts";
import type { Box } from "./camera.ts";
import type { Cloth } from "./cloth.ts";
import type { BoardModel } from "./model.ts";
import { GAP, HEM, LEAST, TITLE } from "#lib/domain/board/measure.ts";

/** Which edges are pulled: -1 the left or upper one, 1 the right or lower one, 0 neither. */
export type Edges = Readonly<{ x: -1 | 0 | 1; y: -1 | 0 | 1 }>;

/** The space between a theme and one that is made beside it. */
const AISLE = 3 * GAP;

/**
 * A theme's box once some of its edges have been pulled: whole units, never smaller than what lies in it needs,
 * nor than its name. The edges that are not pulled stay where they are seen.
 */
export function pulled({ box, need }: Cloth, { x, y }: Edges, dx: number, dy: number): Box {
  let left = box.x;
  let top = box.y;
  let right = box.x + box.w;
  let bottom = box.y + box.h;
  if (x === -1) left = Math.min(left + dx, right - LEAST.w, need ? need.x : Infinity);
  if (x === 1) right = Math.max(right + dx, left + LEAST.w, need ? need.x + need.w : -Infinity);
  if (y === -1) top = Math.min(top + dy, bottom - LEAST.h, need ? need.y : Infinity);
  if (y === 1) bottom = Math.max(bottom + dy, top + LEAST.h, need ? need.y + need.h : -Infinity);
  const [rx, ry] = [Math.round(left), Math.round(top)];
  return { x: rx, y: ry, w: Math.round(right) - rx, h: Math.round(bottom) - ry };
}

/** The boxes of the themes that a theme lies in, as they stretch while it is drawn as large as `box`; outermost last. */
export function stretched(themes: ReadonlyMap<string, Cloth>, theme: string, box: Box): Map<string, Box> {
  const found = new Map([[theme, box]]);
  let inner = box;
  let above = themes.get(themes.get(theme)?.theme.parent ?? "");
  while (above && !found.has(above.theme.id)) {
    const hemmed = { x: inner.x - HEM, y: inner.y - TITLE, w: inner.w + 2 * HEM, h: inner.h + TITLE + HEM };
    inner = around([above.box, hemmed]) ?? above.box;
    found.set(above.theme.id, inner);
    above = themes.get(above.theme.parent ?? "");
  }
  return found;
}

/** What a box that is drawn on a board holds, and the innermost theme that it is drawn in. */
export type Drawn = Readonly<{ parent: string | null; cards: readonly string[]; themes: readonly string[] }>;

/** Cards and themes go into a theme that is drawn around them if they lie wholly inside, on the ground that it is drawn on. */
export function drawnIn(model: BoardModel, box: Box): Drawn {
  let ground: Cloth | null = null;
  for (const cloth of model.themes.values()) {
    if (cloth.hidden || cloth.theme.collapsed || !holds(cloth.box, box)) continue;
    if (!ground || cloth.depth > ground.depth) ground = cloth;
  }
  const parent = ground?.theme.id ?? null;
  const cards = model.grid
    .within(box.x, box.y, box.w, box.h)
    .filter((slot) => onGround(model.cards[slot]?.theme, model, parent) && holds(box, model.box(slot)))
    .toSorted(
      (a, b) =>
        (model.cards[a]?.y ?? 0) - (model.cards[b]?.y ?? 0) || (model.cards[a]?.x ?? 0) - (model.cards[b]?.x ?? 0),
    );
  const themes = [...model.themes.values()].filter(
    (cloth) => !cloth.theme.locked && onGround(cloth.theme.parent, model, parent) && holds(box, cloth.box),
  );
  return { parent, cards: model.ids(cards), themes: themes.map(({ theme }) => theme.id) };
}

function onGround(theme: string | null | undefined, model: BoardModel, ground: string | null): boolean {
  return (theme && model.themes.has(theme) ? theme : null) === ground;
}

/** A free box of this size at the right of a theme, clear of all that does not hold that theme. */
export function beside(model: BoardModel, cloth: Cloth, w: number, h: number): Box {
  const above = new Set<string>();
  for (let at = cloth.theme.parent; at !== null && !above.has(at); at = model.themes.get(at)?.theme.parent ?? null)
    above.add(at);
  const others = [...model.themes.values()].filter(({ theme, hidden }) => !hidden && !above.has(theme.id));
  const box = { x: cloth.box.x + cloth.box.w + AISLE, y: cloth.box.y, w, h };
  for (;;) {
    const aired = { x: box.x - GAP, y: box.y - GAP, w: w + 2 * GAP, h: h + 2 * GAP };
    const theme = others.find((other) => meets(other.box, aired))?.box;
    const [card] = model.grid.within(aired.x, aired.y, aired.w, aired.h);
    const way = theme ?? (card === undefined ? null : model.box(card));
    if (!way) return { ...box, x: Math.round(box.x), y: Math.round(box.y) };
    box.x = way.x + way.w + GAP + 1;
  }
}
