/**
 * How large things on a board are, in board units: one unit is one CSS pixel at 100 %.
 *
 * The same for every reader and language, so that a place means the same to all of them.
 */
import type { CardSize } from "./shape.ts";

export const SIZES: Readonly<Record<CardSize, Readonly<{ w: number; h: number }>>> = {
  s: { w: 176, h: 128 },
  m: { w: 240, h: 192 },
  l: { w: 360, h: 288 },
};

/** The free space between cards that are laid out in rows. */
export const GAP = 24;
/** The strip at the top of a theme that holds its name. */
export const TITLE = 56;
/** The cloth that shows around a theme's cards. */
export const HEM = 24;
/** A theme that is collapsed: its name, and a pile with a count. */
export const PILE = { w: 288, h: 168 } as const;
/** No theme is made smaller than this: its name must have room. */
export const LEAST = { w: 160, h: TITLE + HEM } as const;
/** A theme that nothing lies in. */
export const BARE = { w: 2 * SIZES.m.w + GAP + 2 * HEM, h: SIZES.m.h + TITLE + HEM } as const;
