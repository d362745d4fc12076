/**
 * Cards that are laid a second time: duplicated, pasted from the clipboard, or written from pasted lines.
 *
 * What is laid keeps its places to one another and covers no card. Each gesture is one command.
 * Rules: docs/spec/board.md, B74 to B76.
 */
import { GAP, SIZES } from "#lib/domain/board/measure.ts";
import type { CardRow } from "#lib/domain/board/shape.ts";
import type { Lang } from "#lib/domain/field.ts";
import type { OpenStudy } from "#lib/client/study/session.ts";
import { around } from "./camera.ts";
import type { Box, Point } from "./camera.ts";
import type { Clip } from "./clip.ts";
import type { BoardModel } from "./model.ts";
import { block } from "./place.ts";
import { CARD } from "./scene.ts";
import { freeShift } from "./shift.ts";

/** How many insights one command may write. */
export const MOST_LINES = 200;

/** What became of cards that were pasted: those that lie there now. */
export type Pasted = Readonly<{ how: "moved" | "copied"; cards: readonly string[] }>;

const spent = new Set<string>(); // cuts that have been pasted in this tab: after that they are copies

export class Copies {
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

  /** Lays each card a second time beside where it lies, in its theme. Returns the new cards. */
  duplicate(ids: readonly string[]): string[] {
    const cards = this.inOrder(ids);
    const taken: Box[] = [];
    const laid: { id: string; theme: string | null; x: number; y: number; from: CardRow }[] = [];
    for (const [theme, group] of Map.groupBy(cards, (card) => this.openTheme(card.theme))) {
      const boxes = group.map(boxOf);
      const wide = (around(boxes)?.w ?? 0) + GAP;
      const beside = boxes.map((box) => ({ ...box, x: box.x + wide }));
      const { x, y } = freeShift(this.model, beside, theme, new Set(), taken);
      for (const [at, from] of group.entries()) {
        const box = beside[at];
        if (!box) continue;
        const to = { ...box, x: box.x + x, y: box.y + y };
        taken.push(to);
        laid.push({ id: crypto.randomUUID(), theme, x: to.x, y: to.y, from });
      }
    }
    if (laid.length === 0) return [];
    void this.session.send({
      kind: "cards.add",
      board: this.board,
      cards: laid.map(({ from: { quote, insight, size }, ...card }) => ({ ...card, quote, insight, size })),
    });
    return laid.map(({ id }) => id);
  }

  /** Takes cards up for the clipboard; null for none. */
  clip(ids: readonly string[], cut: boolean): Clip | null {
    const cards = this.inOrder(ids).map(({ id, quote, insight, size, x, y }) => ({ id, quote, insight, size, x, y }));
    if (cards.length === 0) return null;
    return { id: crypto.randomUUID(), study: this.session.study, board: this.board, cut, cards };
  }

  /**
   * Lays the cards of a clip around a point, in the theme that lies there: cards that were cut on this board are moved,
   * once; all others are laid a second time. Cards whose quote or insight is gone are left out.
   */
  paste(clip: Clip, at: Point): Pasted {
    const { rows } = this.session.state;
    const moves = clip.cut && clip.board === this.board && !spent.has(clip.id);
    const cards = clip.cards.filter(({ id, quote, insight }) =>
      moves
        ? rows.live("card", id)?.board === this.board
        : rows.live("quote", quote ?? "") !== undefined || rows.live("insight", insight ?? "") !== undefined,
    );
    const theme = this.openTheme(this.model.themeAt(at.x, at.y)?.theme.id ?? null);
    const going = new Set(moves ? cards.map(({ id }) => this.model.slotOf(id)) : []);
    const laid = this.laidAround(at, cards.map(boxOf), theme, going);
    spent.add(clip.id);
    if (moves) {
      const placed = cards.map(({ id }, index) => ({ id, theme, ...placeAt(laid, index) }));
      if (placed.length > 0) void this.session.send({ kind: "cards.place", cards: placed });
      return { how: "moved", cards: placed.map(({ id }) => id) };
    }
    const added = cards.map(({ quote, insight, size }, index) => ({
      id: crypto.randomUUID(),
      theme,
      ...placeAt(laid, index),
      quote,
      insight,
      size,
    }));
    if (added.length > 0) void this.session.send({ kind: "cards.add", board: this.board, cards: added });
    return { how: "copied", cards: added.map(({ id }) => id) };
  }

  /** Writes an insight for each line, laid in a block around a point, in the theme that lies there. Returns the cards. */
  write(lines: readonly string[], at: Point): string[] {
    if (lines.length === 0 || lines.length > MOST_LINES) return [];
    const theme = this.openTheme(this.model.themeAt(at.x, at.y)?.theme.id ?? null);
    const boxes = block(
      { x: 0, y: 0 },
      lines.map(() => CARD),
    ).map((place) => ({ ...place, ...CARD }));
    const laid = this.laidAround(at, boxes, theme, new Set());
    const draft = this.session.draft();
    const insights = lines.map((words, index) => ({
      id: crypto.randomUUID(),
      body: { lang: this.lang, phrase: draft.phrase(this.lang, words) },
      card: { id: crypto.randomUUID(), board: this.board, theme, ...placeAt(laid, index) },
    }));
    void draft.send({ kind: "insights.write", insights });
    return insights.map(({ card }) => card.id);
  }

  /** Moves a block so that its middle lies at a point, then to where it covers nothing. */
  private laidAround(
    at: Point,
    boxes: readonly Box[],
    theme: string | null,
    going: ReadonlySet<number>,
  ): readonly Point[] {
    const whole = around(boxes);
    if (!whole) return [];
    const dx = Math.round(at.x - whole.x - whole.w / 2);
    const dy = Math.round(at.y - whole.y - whole.h / 2);
    const wanted = boxes.map((box) => ({ ...box, x: box.x + dx, y: box.y + dy }));
    const { x, y } = freeShift(this.model, wanted, theme, going);
    return wanted.map((box) => ({ x: box.x + x, y: box.y + y }));
  }

  /** A theme that cards may be put into; none where it is locked or gone. */
  private openTheme(theme: string | null): string | null {
    const row = theme === null ? undefined : this.session.state.rows.live("theme", theme);
    return row && !row.locked ? row.id : null;
  }

  /** The rows of cards in the order of their themes, so that copies keep it. */
  private inOrder(ids: readonly string[]): CardRow[] {
    return ids
      .flatMap((id) => this.session.state.rows.live("card", id) ?? [])
      .sort((a, b) => (a.ord < b.ord ? -1 : a.ord > b.ord ? 1 : 0));
  }
}

function boxOf({ x, y, size }: Pick<CardRow, "x" | "y" | "size">): Box {
  return { x, y, ...SIZES[size] };
}

function placeAt(laid: readonly Point[], index: number): Point {
  const { x = 0, y = 0 } = laid[index] ?? {};
  return { x, y };
}
