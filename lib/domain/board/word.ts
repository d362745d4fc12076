import * as z from "zod";
import { Coordinate, Hue, Id, Lang, PhraseId, Side } from "../field.ts";
import { CardAt } from "../quote/word.ts";
import { CardSize, MOST_CARDS, ThemeStatus } from "./shape.ts";

const Said = z.strictObject({ lang: Lang, phrase: PhraseId }).nullable();

export const BoardAdd = z.strictObject({ kind: z.literal("board.add"), id: Id, name: Said });
/**
 * Makes a board like another, with its themes, their words and its cards. `hidden`: only the person who asks
 * sees it until it is shared.
 */
export const BoardCopy = z.strictObject({
  kind: z.literal("board.copy"),
  id: Id,
  from: Id,
  hidden: z.boolean(),
  name: Said,
});
/** Shows everybody a board that its owner alone has seen. */
export const BoardShare = z.strictObject({ kind: z.literal("board.share"), id: Id });
/** Lays out the whole board without overlap: what lies in each theme in its order, themes roughly where they are. */
export const BoardTidy = z.strictObject({ kind: z.literal("board.tidy"), id: Id });
/** Marks the one board that findings read. */
export const BoardAnalyse = z.strictObject({ kind: z.literal("board.analyse"), id: Id });
/** Takes a board away, with its themes and cards; refused for the board that findings read. */
export const BoardRemove = z.strictObject({ kind: z.literal("board.remove"), id: Id });

/** Lays quotes or insights that exist on a board. */
export const CardsAdd = z.strictObject({
  kind: z.literal("cards.add"),
  board: Id,
  cards: z
    .array(
      CardAt.omit({ board: true }).extend({ quote: Id.nullable(), insight: Id.nullable(), size: CardSize.optional() }),
    )
    .min(1)
    .max(MOST_CARDS),
});

/** Lays quotes in groups, each in a new theme; a group without one lies unclustered. One gesture, one step to undo. */
export const CardsGroup = z
  .strictObject({
    kind: z.literal("cards.group"),
    board: Id,
    groups: z
      .array(
        z.strictObject({
          theme: z
            .strictObject({ id: Id, x: Coordinate, y: Coordinate, w: Side, h: Side, hue: Hue, name: Said })
            .nullable(),
          cards: z
            .array(z.strictObject({ id: Id, quote: Id, x: Coordinate, y: Coordinate }))
            .min(1)
            .max(MOST_CARDS),
        }),
      )
      .min(1)
      .max(200), // each name is a phrase, and as many come with a command
  })
  .refine(({ groups }) => groups.reduce((sum, { cards }) => sum + cards.length, 0) <= MOST_CARDS);

/**
 * Puts cards somewhere: each card's theme and coordinates are written whole.
 * `after` places them in the order of their theme: behind that card, or first (null).
 * Left out, a card that changes its theme goes last and one that does not keeps its place.
 */
export const CardsPlace = z.strictObject({
  kind: z.literal("cards.place"),
  cards: z
    .array(z.strictObject({ id: Id, theme: Id.nullable(), x: Coordinate, y: Coordinate }))
    .min(1)
    .max(MOST_CARDS),
  after: Id.nullable().optional(),
});

/** Makes cards small, medium or large. `places`: where these and others go so that none covers another; all keep their themes. */
export const CardsSet = z.strictObject({
  kind: z.literal("cards.set"),
  ids: z.array(Id).min(1).max(MOST_CARDS),
  fields: z.strictObject({ size: CardSize }),
  places: z
    .array(z.strictObject({ id: Id, x: Coordinate, y: Coordinate }))
    .min(1)
    .max(MOST_CARDS)
    .optional(),
});

/** Takes cards off their board; the quotes stay. An insight goes with its last card. */
export const CardsRemove = z.strictObject({ kind: z.literal("cards.remove"), ids: z.array(Id).min(1).max(MOST_CARDS) });

/** Makes a theme, with cards and themes in it where it is drawn around them. */
export const ThemeMake = z.strictObject({
  kind: z.literal("theme.make"),
  id: Id,
  board: Id,
  parent: Id.nullable(),
  x: Coordinate,
  y: Coordinate,
  w: Side,
  h: Side,
  hue: Hue,
  name: Said,
  cards: z.array(z.strictObject({ id: Id, x: Coordinate, y: Coordinate })).max(MOST_CARDS),
  themes: z.array(Id).max(200),
});

export const ThemeSet = z.strictObject({
  kind: z.literal("theme.set"),
  id: Id,
  // Not `ThemeRow.pick`: a field that is left out must stay left out, not become its default.
  fields: z
    .strictObject({
      x: Coordinate,
      y: Coordinate,
      w: Side,
      h: Side,
      hue: Hue,
      status: ThemeStatus,
      locked: z.boolean(),
      collapsed: z.boolean(),
    })
    .partial(),
});

/** Puts the cards and themes of other themes into one, and takes the emptied ones away. */
export const ThemeMerge = z.strictObject({
  kind: z.literal("theme.merge"),
  id: Id,
  from: z.array(Id).min(1).max(100),
});

/** Lays out what lies in a theme, in order and without overlap, and makes the theme as large as that needs. */
export const ThemeArrange = z.strictObject({ kind: z.literal("theme.arrange"), id: Id });

/**
 * Moves a theme by whole units, with all cards and themes inside. Where `parent` is given, it is put down
 * in that theme (or on the open board, null): one gesture, one command.
 */
export const ThemeShift = z.strictObject({
  kind: z.literal("theme.shift"),
  id: Id,
  dx: Coordinate,
  dy: Coordinate,
  parent: Id.nullable().optional(),
});

/** Puts a theme into another (or on the open board, null), behind a sibling, first (null) or last (left out). */
export const ThemeNest = z.strictObject({
  kind: z.literal("theme.nest"),
  id: Id,
  parent: Id.nullable(),
  after: Id.nullable().optional(),
});

/** Takes a theme away: its cards and themes move to its parent, or become unclustered. */
export const ThemeRemove = z.strictObject({ kind: z.literal("theme.remove"), id: Id });
