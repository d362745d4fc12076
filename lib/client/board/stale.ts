/**
 * What of a picture of the board no longer holds, so that only that is drawn again.
 *
 * One box is kept, the smallest around everything that has changed: changes of one moment lie together or are many.
 * Knows nothing of cards or of the DOM.
 */
import type { Box } from "./camera.ts";

export class Stale {
  private all = true; // nothing has been drawn yet
  private x0 = Infinity;
  private y0 = Infinity;
  private x1 = -Infinity;
  private y1 = -Infinity;

  /** Something in a box looks otherwise now; in board units. */
  add(x: number, y: number, w: number, h: number): void {
    if (x < this.x0) this.x0 = x;
    if (y < this.y0) this.y0 = y;
    if (x + w > this.x1) this.x1 = x + w;
    if (y + h > this.y1) this.y1 = y + h;
  }

  /** Everything may look otherwise. */
  addAll(): void {
    this.all = true;
  }

  /** What must be drawn again: all of it, a box, or nothing (null). Asked for once, it is forgotten. */
  take(): "all" | Box | null {
    const box = this.x0 < this.x1 ? { x: this.x0, y: this.y0, w: this.x1 - this.x0, h: this.y1 - this.y0 } : null;
    const taken = this.all ? "all" : box;
    this.all = false;
    this.x0 = this.y0 = Infinity;
    this.x1 = this.y1 = -Infinity;
    return taken;
  }
}

/** The whole pixels that a box of board units touches, `by` pixels wider on each side, within a picture; null for none. */
export function pixelsOf(
  box: Box,
  scale: number,
  origin: { x: number; y: number },
  size: { w: number; h: number },
  by: number,
): Box | null {
  const x0 = Math.max(0, Math.floor(box.x * scale - origin.x) - by);
  const y0 = Math.max(0, Math.floor(box.y * scale - origin.y) - by);
  const x1 = Math.min(size.w, Math.ceil((box.x + box.w) * scale - origin.x) + by);
  const y1 = Math.min(size.h, Math.ceil((box.y + box.h) * scale - origin.y) + by);
  return x0 < x1 && y0 < y1 ? { x: x0, y: y0, w: x1 - x0, h: y1 - y0 } : null;
}
