/**
 * A free line that is drawn around cards: which of them it holds.
 *
 * A card counts by its middle, and a point is inside by the even-odd rule: a ray from it crosses the closed line an odd
 * number of times. The closed line grows by one point at a time, and under that rule it differs from the one before
 * only by the triangle between its first, its last and the new point; so each step looks at the cards near that
 * triangle and at no others.
 *
 * Source: M. Shimrat, Algorithm 112: Position of point relative to polygon, Communications of the ACM 5 (8), 1962.
 * Rule: docs/spec/board.md, B79.
 */
import { around } from "./camera.ts";
import type { Point } from "./camera.ts";
import type { Grid } from "./grid.ts";

/** Whether a point lies within a line that is closed from its last point to its first. */
export function holds(line: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  let from = line.at(-1);
  for (const to of line) {
    if (from && crosses(from, to, x, y)) inside = !inside;
    from = to;
  }
  return inside;
}

/** Whether the ray to the right of a point crosses an edge: the same answer whichever end comes first. */
function crosses(a: Point, b: Point, x: number, y: number): boolean {
  if (a.y > y === b.y > y) return false;
  const [low, high] = a.y < b.y ? [a, b] : [b, a];
  return x < low.x + ((high.x - low.x) * (y - low.y)) / (high.y - low.y);
}

export class Lasso {
  private readonly grid: Grid;
  private readonly points: Point[] = [];
  private readonly held = new Set<number>();

  constructor(grid: Grid) {
    this.grid = grid;
  }

  get line(): readonly Point[] {
    return this.points;
  }

  /** The slots whose cards are inside now. */
  get slots(): ReadonlySet<number> {
    return this.held;
  }

  /** Draws on to a board point. */
  add(point: Point): void {
    const [first] = this.points;
    const last = this.points.at(-1);
    this.points.push(point);
    if (!first || !last) return;
    const triangle = [first, last, point];
    for (const slot of this.near(triangle)) {
      const { x, y } = this.middle(slot);
      if (!holds(triangle, x, y)) continue;
      if (!this.held.delete(slot)) this.held.add(slot);
    }
  }

  /** Looks at every card near the line once more: somebody may have moved one while it was drawn. */
  close(): ReadonlySet<number> {
    this.held.clear();
    for (const slot of this.near(this.points)) {
      const { x, y } = this.middle(slot);
      if (holds(this.points, x, y)) this.held.add(slot);
    }
    return this.held;
  }

  private near(line: readonly Point[]): number[] {
    const box = around(line.map(({ x, y }) => ({ x, y, w: 0, h: 0 })));
    return box ? this.grid.within(box.x, box.y, box.w, box.h) : [];
  }

  private middle(slot: number): Point {
    const { x, y, w, h } = this.grid;
    return { x: (x[slot] ?? 0) + (w[slot] ?? 0) / 2, y: (y[slot] ?? 0) + (h[slot] ?? 0) / 2 };
  }
}
