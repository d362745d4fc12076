/** Finds the card that an arrow key leads to. */
import type { Grid } from "./grid.ts";

export type Direction = "left" | "right" | "up" | "down";

/**
 * The slot nearest to `from` in a direction, by the distance between middles, where distance across the
 * direction counts double: so that a row is followed to its end before the next is entered.
 *
 * @param among - leaves out slots for which it says no
 * @returns the slot, or -1 where nothing lies that way
 * Cost: one pass over all boxes; a key is pressed far less often than a frame is drawn.
 */
export function nearest(
  grid: Grid,
  from: number,
  direction: Direction,
  among: (slot: number) => boolean = () => true,
): number {
  const mx = (slot: number) => (grid.x[slot] ?? 0) + (grid.w[slot] ?? 0) / 2;
  const my = (slot: number) => (grid.y[slot] ?? 0) + (grid.h[slot] ?? 0) / 2;
  const level = direction === "left" || direction === "right";
  const sign = direction === "right" || direction === "down" ? 1 : -1;
  const x = mx(from);
  const y = my(from);
  let best = -1;
  let least = Infinity;
  for (let slot = 0; slot < grid.end; slot++) {
    if (slot === from || !grid.has(slot)) continue;
    const dx = mx(slot) - x;
    const dy = my(slot) - y;
    const along = sign * (level ? dx : dy);
    const across = Math.abs(level ? dy : dx);
    // Within 45 degrees. Cards that lie exactly on one another are told apart by slot, so none is out of reach.
    const stacked = dx === 0 && dy === 0 && (sign === 1 ? slot > from : slot < from);
    if (!stacked && (along <= 0 || across > along * 1.5)) continue;
    const distance = stacked ? Math.abs(slot - from) * 1e-6 : along + 2 * across;
    if (distance < least && among(slot)) {
      least = distance;
      best = slot;
    }
  }
  return best;
}
