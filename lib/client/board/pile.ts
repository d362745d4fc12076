/** Draws what lies in a theme that is collapsed: three slips on one another, and on the topmost how many cards there are. */
import type { Cloth } from "./cloth.ts";
import type { Ink, Pen } from "./ink.ts";
import { HEM, PILE, TITLE } from "#lib/domain/board/measure.ts";

const SLIPS = 3;
const OFFSET = 6; // how far each slip shows from under the one above it
/** The size of the topmost slip. */
export const SIDE = PILE.w - 2 * HEM - (SLIPS - 1) * OFFSET;
export const HIGH = PILE.h - TITLE - HEM / 2 - (SLIPS - 1) * OFFSET;
const EDGE = 4;
const LETTERS = 30; // the count at 100 %
const FIGURE = 0.335; // half of how high a figure is, of the size of its letters
const READABLE = 15; // its least height on the screen, in pixels

/** How many slips are to be seen: a theme with one card is a pile of one. */
export function slipsOf(count: number): number {
  return Math.min(SLIPS, Math.max(1, count));
}

/** Uses board units: the context must be scaled. cloth-sheet.ts and board.css make the same of elements. `px` is one pixel of the screen. */
export function drawPile(g: Pen, ink: Ink, { theme, box, count }: Cloth, px: number): void {
  const x = box.x + HEM;
  const y = box.y + TITLE;
  const shown = slipsOf(count);
  const line = Math.min(px, 3);
  for (let at = shown - 1; at >= 0; at--) {
    const dx = x + at * OFFSET;
    const dy = y + at * OFFSET;
    g.fillStyle = ink.bare;
    g.fillRect(dx, dy, SIDE, HIGH);
    g.fillStyle = ink.slip;
    g.fillRect(dx + line, dy + line, SIDE - 2 * line, HIGH - 2 * line);
  }
  g.fillStyle = ink.hues[theme.hue] ?? ink.faint;
  g.fillRect(x, y, Math.max(EDGE, 1.5 * px), HIGH);
  const size = Math.max(LETTERS, READABLE * px);
  if (size > HIGH) return; // from this far it is a shape
  g.fillStyle = ink.ink;
  g.font = `600 ${size}px ${ink.font}`;
  g.textBaseline = "alphabetic";
  const words = String(count);
  g.fillText(words, x + 20, y + HIGH / 2 + size * FIGURE);
  const left = x + 20 + g.measureText(words).width + 16;
  g.fillStyle = ink.faint;
  g.globalAlpha = 0.3;
  const room = x + SIDE - 18 - left;
  if (room > 24 && count > 0) {
    g.fillRect(left, y + HIGH / 2 - 13, room, 7);
    g.fillRect(left, y + HIGH / 2 + 6, room * 0.62, 7);
  }
  g.globalAlpha = 1;
}
