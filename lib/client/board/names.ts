/**
 * The names of themes as the canvas writes them: how large, where, and cut where there is no room.
 *
 * From afar, and while the zoom changes, names keep their size on the screen: the canvas writes them, and the elements
 * that can be grabbed and reached by keys show nothing. A name is measured once for all sizes. Knows nothing of the DOM.
 */
import type { Cloth } from "./cloth.ts";
import type { Measure } from "./wrap.ts";

/** From farther than this a name has paper behind it, because cards lie under it. */
export const Z_NAMES = 0.5;

/** From a theme's sides to its name, in board units. */
export const NAME_PAD = 24;

/** At its right side there is room for the chevron, which keeps its size on the screen. */
export function namePad(z: number): number {
  return Math.max(NAME_PAD, 26 / z);
}

/** The size of a name in board units: never smaller on the screen than can be read. */
export function nameSize(z: number): number {
  return Math.max(19, 13.5 / z);
}

/** From a theme's upper edge down to where the letters of its name stand; board.css puts the element there too. */
export function nameBase(size: number): number {
  return Math.max(8, (60 - size * 1.35) / 2) + size * 1.02;
}

/** Whether a theme has no room for its name at this distance. */
export function isCramped({ box, depth }: Cloth, z: number): boolean {
  const wide = box.w * z;
  return wide < 64 || (depth > 0 && wide < 110);
}

const ELLIPSIS = "…";

/** Cuts names to the room that they have. */
export class Names {
  private readonly known = new Map<string, Float64Array>();
  private readonly measure: Measure;

  /** @param measure - how wide a text is in letters of size 1 */
  constructor(measure: Measure) {
    this.measure = measure;
  }

  /** A name, or as much of it as is no wider than `room` with an ellipsis behind it; "" where not even that fits. */
  cut(name: string, size: number, room: number): Readonly<{ text: string; w: number }> {
    const whole = this.width(name, name.length) * size;
    if (whole <= room) return { text: name, w: whole };
    const dots = this.width(ELLIPSIS, 1) * size;
    let low = 0;
    let high = name.length;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.width(name, middle) * size + dots <= room) low = middle;
      else high = middle - 1;
    }
    const last = name.charCodeAt(low - 1);
    const end = last >= 0xd800 && last <= 0xdbff ? low - 1 : low; // never between two halves of a pair
    const kept = name.slice(0, end).trimEnd();
    return kept === "" ? { text: "", w: 0 } : { text: kept + ELLIPSIS, w: this.width(name, kept.length) * size + dots };
  }

  /** Forgets everything: the font has changed. */
  clear(): void {
    this.known.clear();
  }

  /** How wide the first letters of a name are; each length is measured when it is first asked for. */
  private width(name: string, end: number): number {
    let widths = this.known.get(name);
    if (!widths) {
      if (this.known.size > 2000) this.known.clear();
      widths = new Float64Array(name.length + 1).fill(NaN);
      widths[0] = 0;
      this.known.set(name, widths);
    }
    const known = widths[end];
    return known === undefined || Number.isNaN(known) ? (widths[end] = this.measure(name.slice(0, end))) : known;
  }
}
