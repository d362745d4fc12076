/**
 * What the board engine draws: boxes with ids, and faces asked for only where they are seen.
 *
 * The scene is made from a study's rows by `rows.ts`; the engine knows no rows, commands or network.
 */
import { SIZES } from "#lib/domain/board/measure.ts";
import type { CardSize, ThemeRow } from "#lib/domain/board/shape.ts";
import type { Box } from "./camera.ts";

/** A medium card's side lengths in board units: what a new card has. */
export const CARD = SIZES.m;

export type SceneCard = Readonly<{
  id: string;
  x: number;
  y: number;
  w: number; // what its size says
  h: number;
  size: CardSize;
  theme: string | null;
  kind: "quote" | "insight";
  hue: number; // what its edge is painted with: hues 1 to 10; 0: none; 11: the one shade of values that have no hue
  memos: number; // open ones
  votes: number; // that may be seen
  length: number; // of its words in characters, to draw bars before the words are here
  ord: string;
}>;

export type SceneTheme = Box &
  Readonly<{
    id: string;
    parent: string | null;
    hue: number; // 1 to 10
    locked: boolean;
    collapsed: boolean; // shown as a pile
    status: ThemeRow["status"];
    ord: string;
  }>;

export type BoardScene = Readonly<{ cards: readonly SceneCard[]; themes: readonly SceneTheme[] }>;

/** What a card says. Empty `words`: they are not here yet. */
export type Face = Readonly<{ words: string; caption: string; tags: readonly string[] }>;
