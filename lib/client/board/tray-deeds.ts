/**
 * Laying quotes that wait on a board: near where one looks, in a theme, or all at once in groups.
 *
 * One gesture, one command, one step to undo. Knows nothing of the DOM or React.
 */
import { layGroups } from "#lib/domain/board/group.ts";
import { MOST_CARDS } from "#lib/domain/board/shape.ts";
import type { Lang } from "#lib/domain/field.ts";
import type { OpenStudy } from "#lib/client/study/session.ts";
import { around } from "./camera.ts";
import type { Box, Point } from "./camera.ts";
import type { BoardModel } from "./model.ts";
import { freeBlock, freePlaces } from "./place.ts";
import { CARD } from "./scene.ts";

/** What one command may lay: what is beyond goes on waiting. */
export const MOST = { quotes: MOST_CARDS, groups: 200 } as const;
const HUES = 10;

/** Quotes for a theme of that name (null: for none), in a hue if it has one. */
export type NewGroup = Readonly<{ name: string | null; hue: number | null; quotes: readonly string[] }>;

/** What was laid: the cards, the themes and the box around all of it. */
export type Laid = Readonly<{ cards: readonly string[]; themes: readonly string[]; box: Box | null }>;

export class TrayDeeds {
  private readonly session: OpenStudy;
  private readonly model: BoardModel;
  private readonly board: string;
  private readonly lang: Lang;

  constructor(session: OpenStudy, model: BoardModel, board: string, lang: Lang) {
    this.session = session;
    this.model = model;
    this.board = board;
    this.lang = lang;
  }

  /** Lays quotes unclustered near a point; without one, below everything. */
  place(quotes: readonly string[], near: Point | null): Laid {
    const taken = quotes.slice(0, MOST.quotes);
    const cards = taken.map(() => CARD);
    return this.add(taken, null, near ? freeBlock(this.model, near, cards) : freePlaces(this.model, null, cards));
  }

  /** Lays quotes in a theme, where there is room. */
  placeIn(quotes: readonly string[], theme: string): Laid {
    const taken = quotes.slice(0, MOST.quotes);
    const cards = taken.map(() => CARD);
    return this.add(taken, theme, freePlaces(this.model, theme, cards));
  }

  /** Lays groups below or beside what is on the board, each in a theme of its own. */
  group(groups: readonly NewGroup[]): Laid {
    const draft = this.session.draft();
    const laid = layGroups(
      groups.map(({ name, quotes }) => ({ themed: name !== null, count: quotes.length })),
      this.model.bounds(),
    );
    const made = groups.map(({ name, hue, quotes }, at) => {
      const { box = null, cards = [] } = laid[at] ?? {};
      const said = name ? { lang: this.lang, phrase: draft.phrase(this.lang, name) } : null;
      return {
        theme: box && { ...box, id: crypto.randomUUID(), hue: hue ?? (at % HUES) + 1, name: said },
        cards: quotes.map((quote, n) => ({ id: crypto.randomUUID(), quote, ...(cards[n] ?? { x: 0, y: 0 }) })),
      };
    });
    if (made.length > 0) void draft.send({ kind: "cards.group", board: this.board, groups: made });
    const boxes = made.flatMap(({ theme, cards }) => [
      ...(theme ? [theme] : []),
      ...cards.map(({ x, y }) => ({ x, y, ...CARD })),
    ]);
    return {
      cards: made.flatMap(({ cards }) => cards.map(({ id }) => id)),
      themes: made.flatMap(({ theme }) => (theme ? [theme.id] : [])),
      box: around(boxes),
    };
  }

  private add(quotes: readonly string[], theme: string | null, places: readonly Point[]): Laid {
    const cards = quotes.flatMap((quote, at) => {
      const to = places[at];
      return to ? [{ id: crypto.randomUUID(), theme, x: to.x, y: to.y, quote, insight: null }] : [];
    });
    if (cards.length > 0) void this.session.send({ kind: "cards.add", board: this.board, cards });
    return {
      cards: cards.map(({ id }) => id),
      themes: [],
      box: around(cards.map(({ x, y }) => ({ x, y, ...CARD }))),
    };
  }
}
