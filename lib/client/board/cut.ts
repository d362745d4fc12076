/**
 * Cuts lines of text to the room that they have. A line is measured once for all sizes of its letters.
 *
 * The canvas and the DOM both write what is left. Knows nothing of either.
 */
import type { Measure } from "./wrap.ts";

const ELLIPSIS = "…";

/** Remembers how wide the lines are that it has cut. */
export class Cutting {
  private readonly known = new Map<string, Float64Array>();
  private readonly measure: Measure;

  /** @param measure - how wide a text is in letters of size 1 */
  constructor(measure: Measure) {
    this.measure = measure;
  }

  /** A text, or as much of it as is no wider than `room` with an ellipsis behind it; "" where not even that fits. */
  cut(text: string, size: number, room: number): Readonly<{ text: string; w: number }> {
    const whole = this.width(text, text.length) * size;
    if (whole <= room) return { text, w: whole };
    const dots = this.width(ELLIPSIS, 1) * size;
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.width(text, middle) * size + dots <= room) low = middle;
      else high = middle - 1;
    }
    const last = text.charCodeAt(low - 1);
    const end = last >= 0xd800 && last <= 0xdbff ? low - 1 : low; // never between two halves of a pair
    const kept = text.slice(0, end).trimEnd();
    return kept === "" ? { text: "", w: 0 } : { text: kept + ELLIPSIS, w: this.width(text, kept.length) * size + dots };
  }

  /** Forgets everything: the font has changed. */
  clear(): void {
    this.known.clear();
  }

  /** How wide the first letters of a text are; each length is measured when it is first asked for. */
  private width(text: string, end: number): number {
    let widths = this.known.get(text);
    if (!widths) {
      if (this.known.size > 2000) this.known.clear();
      widths = new Float64Array(text.length + 1).fill(NaN);
      widths[0] = 0;
      this.known.set(text, widths);
    }
    const known = widths[end];
    return known === undefined || Number.isNaN(known) ? (widths[end] = this.measure(text.slice(0, end))) : known;
  }
}
