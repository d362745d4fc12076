/** What a person may want on a board, as the surface and the outline report it; the page turns it into commands. */
import type { CardSize } from "#lib/domain/board/shape.ts";
import type { Point } from "#lib/client/board/camera.ts";

export type MenuTarget =
  | Readonly<{ kind: "cards"; cards: readonly string[] }>
  | Readonly<{ kind: "theme"; theme: string }>
  | Readonly<{ kind: "quotes"; quotes: readonly string[] }> // of the tray
  | Readonly<{ kind: "paper"; at: Point }>;

export type Intents = Readonly<{
  /** Cards were carried; `theme` is where they were put down. Distances in board units. */
  moveCards: (cards: readonly string[], dx: number, dy: number, theme: string | null) => void;
  /** Cards were pushed a little; they stay in their themes. */
  nudgeCards: (cards: readonly string[], dx: number, dy: number) => void;
  /** A theme was carried with all inside; `parent` is the theme it was put down in. */
  moveTheme: (theme: string, dx: number, dy: number, parent: string | null) => void;
  /** Makes cards small, medium or large; null: the size after the one that they have. */
  sizeCards: (cards: readonly string[], size: CardSize | null) => void;
  /** Lays each card a second time, beside where it lies. */
  duplicateCards: (cards: readonly string[]) => void;
  /** Takes cards out of their themes. */
  loosenCards: (cards: readonly string[]) => void;
  /** Takes cards off the board. */
  removeCards: (cards: readonly string[]) => void;
  /** Opens a card's place in its source, or an insight for writing. */
  open: (card: string) => void;
  /** Opens a quote's place in its source, whether or not it lies on the board. */
  openQuote: (quote: string) => void;
  /** Shows a card in full beside the board. */
  read: (card: string) => void;
  /** A card was chosen: what stood beside the board about a theme goes. */
  leaveTheme: () => void;
  /** Asks for the theme to move cards to. */
  askMove: (cards: readonly string[]) => void;
  /** Lays a dot on a card while a vote is open (1), or takes one back (-1). */
  layDot: (card: string, by: 1 | -1) => void;
  makeTheme: (cards: readonly string[]) => void;
  writeInsight: (at: Point) => void;
  /** Makes a theme a pile, or opens it. */
  collapseTheme: (theme: string, collapsed: boolean) => void;
  chooseTheme: (theme: string | null) => void;
  nameTheme: (theme: string, name: string) => void;
  /** Opens the menu at a place in client pixels. */
  menu: (target: MenuTarget, clientX: number, clientY: number) => void;
  /** Has the live region say something. */
  say: (text: string) => void;
}>;
