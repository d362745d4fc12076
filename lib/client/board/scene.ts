/**
 * What the board engine draws: boxes with ids, and faces asked for only where they are seen.
 *
 * The scene is made from a study's rows by `rows.ts`; the engine knows no rows, commands or network.
 */
import type { Box } from "./camera.ts";

/** A card's side lengths in board units. One size for all: a place means the same for every reader and language. */
export const CARD = { w: 240, h: 192 } as const;
/** The free space between cards that are laid out in rows. */
export const GAP = 24;
/** The strip at the top of a theme that holds its name. */
export const TITLE = 56;
/** The cloth that shows around a theme's cards. */
export const HEM = 24;

export type SceneCard = Readonly<{
  id: string;
  x: number;
  y: number;
  theme: string | null;
  kind: "quote" | "insight";
  hue: number; // 1 to 10; 0: none
  length: number; // of its words in characters, to draw bars before the words are here
  ord: string;
}>;

export type SceneTheme = Box &
  Readonly<{
    id: string;
    parent: string | null;
    hue: number; // 1 to 10
    locked: boolean;
    ord: string;
  }>;

export type BoardScene = Readonly<{ cards: readonly SceneCard[]; themes: readonly SceneTheme[] }>;

/** What a card says. Empty `words`: they are not here yet. */
export type Face = Readonly<{ words: string; caption: string; tags: readonly string[] }>;
