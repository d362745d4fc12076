/**
 * The names of themes as the canvas writes them: how large, and where.
 *
 * From afar, and while the zoom changes, names keep their size on the screen: the canvas writes them, and the elements
 * that can be grabbed and reached by keys show nothing. Knows nothing of the DOM.
 */
import type { Cloth } from "./cloth.ts";

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
