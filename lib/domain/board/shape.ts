/**
 * A board, the themes drawn on it and the cards that lie on it.
 *
 * Coordinates are absolute on the board, also inside a theme, so that two people who move a theme and
 * a card at once never tear them apart. A card's place is one value, written whole.
 */
import * as z from "zod";
import { Coordinate, Hue, Id, Ord, Side } from "../field.ts";

export const BoardRow = z.strictObject({
  id: Id,
  analysis: z.boolean(), // findings read the one board that is marked so
  // The defaults are what rows of earlier events were.
  owner: Id.nullable().default(null), // the one person who sees it until it is shared; null: everybody's
  origin: Id.nullable().default(null), // the board that it was copied from
  ord: Ord,
  gone: z.boolean(),
});
export type BoardRow = z.infer<typeof BoardRow>;

export const ThemeStatus = z.enum(["candidate", "agreed", "retired"]);

export const ThemeRow = z.strictObject({
  id: Id,
  board: Id,
  parent: Id.nullable(),
  ord: Ord,
  x: Coordinate,
  y: Coordinate,
  w: Side,
  h: Side,
  hue: Hue,
  status: ThemeStatus,
  locked: z.boolean(),
  collapsed: z.boolean().default(false), // shown as a pile with a count
  gone: z.boolean(),
});
export type ThemeRow = z.infer<typeof ThemeRow>;

export const CardSize = z.enum(["s", "m", "l"]);
export type CardSize = z.infer<typeof CardSize>;

export const CardRow = z.strictObject({
  id: Id,
  board: Id,
  quote: Id.nullable(), // a card shows either a quote
  insight: Id.nullable(), // or an insight
  theme: Id.nullable(),
  x: Coordinate,
  y: Coordinate,
  size: CardSize.default("m"),
  ord: Ord,
  gone: z.boolean(),
});
export type CardRow = z.infer<typeof CardRow>;

/** How many cards one command may carry, so that one gesture is one step to undo. */
export const MOST_CARDS = 20_000;
/** How deep themes may stand within themes. */
export const DEEPEST = 12;
