/**
 * Finds room for cards that are put down together and keep their places to one another.
 *
 * Pure geometry over the board as it lies. Rule: docs/spec/board.md, B47.
 */
import { around, meets } from "./camera.ts";
import type { Box, Point } from "./camera.ts";
import type { BoardModel } from "./model.ts";
import { GAP } from "#lib/domain/board/measure.ts";

const PACE = GAP * 2;
const RINGS = 60;
const CHECKS = 200_000; // of one card against what lies there; then the search is given up

/**
 * The shortest way by which all of these boxes can be moved so that each lies on no card, and on no theme but the one
 * that they go to and those around it.
 *
 * @param going - slots that will leave where they are, so that their places count as free
 * @param taken - places that are given away but not yet on the board
 * @returns whole board units; where nothing near is free, the way to below everything (or below all in their theme)
 */
export function freeShift(
  model: BoardModel,
  boxes: readonly Box[],
  theme: string | null,
  going: ReadonlySet<number> = new Set(),
  taken: readonly Box[] = [],
): Point {
  const open = chain(model, theme);
  const closed = [...model.themes.values()].flatMap((cloth) =>
    cloth.hidden || open.has(cloth.theme.id) ? [] : [cloth.box],
  );
  closed.push(...taken);
  let checks = 0;
  const free = (dx: number, dy: number) =>
    boxes.every(({ x, y, w, h }) => {
      checks++;
      const at = { x: x + dx, y: y + dy, w, h };
      if (closed.some((box) => meets(box, at))) return false;
      return model.grid.within(at.x, at.y, w, h, met).every((slot) => going.has(slot));
    });
  for (let ring = 0; ring < RINGS && checks < CHECKS; ring++) {
    let best: Point | null = null;
    let least = Infinity;
    for (const [across, down] of edge(ring)) {
      const distance = Math.hypot(across, down);
      if (distance >= least || !free(across * PACE, down * PACE)) continue;
      best = { x: across * PACE, y: down * PACE };
      least = distance;
    }
    if (best) return best;
  }
  return below(model, boxes, theme);
}

const met: number[] = [];

/** The steps at one distance from the middle, to the right of it first. */
function* edge(ring: number): IterableIterator<readonly [number, number]> {
  for (let across = ring; across >= -ring; across--) {
    if (Math.abs(across) === ring) for (let down = -ring; down <= ring; down++) yield [across, down];
    else {
      yield [across, ring];
      yield [across, -ring];
    }
  }
}

/** A theme with all that it lies in. */
function chain(model: BoardModel, theme: string | null): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = theme; at !== null && !found.has(at); at = model.themes.get(at)?.theme.parent ?? null) found.add(at);
  return found;
}

function below(model: BoardModel, boxes: readonly Box[], theme: string | null): Point {
  const block = around(boxes);
  const ground = theme === null ? model.bounds() : (model.themes.get(theme)?.box ?? model.bounds());
  if (!block || !ground) return { x: 0, y: 0 };
  return {
    x: theme === null ? 0 : Math.round(ground.x + GAP - block.x),
    y: Math.round(ground.y + ground.h + GAP - block.y),
  };
}
