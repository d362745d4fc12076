/**
 * What people do with whole themes, as commands: drawing, pulling larger, merging, splitting, piling, laying out.
 *
 * Knows the board's model, its rows and how to send; nothing of the DOM or React.
 */
import { arrangeTheme } from "#lib/domain/board/arrange.ts";
import { MOST_CARDS } from "#lib/domain/board/shape.ts";
import { byOrd } from "#lib/domain/order.ts";
import type { OpenStudy } from "#lib/client/study/session.ts";
import type { Box } from "./camera.ts";
import { beside, drawnIn, pulled } from "./frame.ts";
import type { Edges } from "./frame.ts";
import { nextHue } from "./hue.ts";
import type { BoardModel } from "./model.ts";

const MOST_THEMES = 200; // in one command

export class ThemeDeeds {
  private readonly session: OpenStudy;
  private readonly model: BoardModel;
  private readonly board: string;

  constructor(session: OpenStudy, model: BoardModel, board: string) {
    this.session = session;
    this.model = model;
    this.board = board;
  }

  /** Makes a theme where a box was drawn, with what lies wholly inside. */
  draw(box: Box): Readonly<{ theme: string; cards: number }> {
    const { parent, cards, themes } = drawnIn(this.model, box);
    const id = crypto.randomUUID();
    const held = cards.slice(0, MOST_CARDS).flatMap((card) => this.session.state.rows.live("card", card) ?? []);
    void this.session.send({
      kind: "theme.make",
      id,
      board: this.board,
      parent,
      x: Math.round(box.x),
      y: Math.round(box.y),
      w: Math.round(box.w),
      h: Math.round(box.h),
      hue: nextHue(this.model),
      name: null,
      cards: held.map(({ id: card, x, y }) => ({ id: card, x, y })),
      themes: themes.slice(0, MOST_THEMES),
    });
    return { theme: id, cards: held.length };
  }

  /**
   * Makes a theme of some cards of one theme, beside it, where there is room; the cards lie there in order.
   *
   * @returns the new theme's id; null where the cards are not all of one theme
   */
  split(cards: readonly string[]): string | null {
    const rows = cards.slice(0, MOST_CARDS).flatMap((card) => this.session.state.rows.live("card", card) ?? []);
    const [first] = rows;
    const from = first?.theme ? this.model.themes.get(first.theme) : undefined;
    if (!from || rows.some(({ theme }) => theme !== from.theme.id)) return null;
    const id = crypto.randomUUID();
    const ordered = rows.toSorted(byOrd);
    const alone = { id, x: 0, y: 0, w: 1, h: 1, locked: false, collapsed: false, cards: ordered, inside: [] };
    const laid = arrangeTheme(alone);
    const size = laid.themes.get(id) ?? alone;
    const box = beside(this.model, from, size.w, size.h);
    void this.session.send({
      kind: "theme.make",
      id,
      board: this.board,
      parent: from.theme.parent !== null && this.model.themes.has(from.theme.parent) ? from.theme.parent : null,
      x: box.x,
      y: box.y,
      w: Math.round(box.w),
      h: Math.round(box.h),
      hue: nextHue(this.model),
      name: null,
      cards: ordered.map((card) => {
        const at = laid.cards.get(card.id) ?? { x: 0, y: 0 };
        return { id: card.id, x: Math.round(box.x + at.x), y: Math.round(box.y + at.y) };
      }),
      themes: [],
    });
    return id;
  }

  /** Puts what lies in a theme into another, and takes the emptied one away. */
  merge(theme: string, into: string): void {
    void this.session.send({ kind: "theme.merge", id: into, from: [theme] });
  }

  /** Lays out what lies in a theme. */
  arrange(theme: string): void {
    void this.session.send({ kind: "theme.arrange", id: theme });
  }

  /** Lays out the whole board. */
  tidy(): void {
    void this.session.send({ kind: "board.tidy", id: this.board });
  }

  /** Makes a theme a pile, or opens it. */
  collapse(theme: string, collapsed: boolean): void {
    void this.session.send({ kind: "theme.set", id: theme, fields: { collapsed } });
  }

  /** Gives a theme the box that somebody pulled it to. */
  frame(theme: string, { x, y, w, h }: Box): void {
    void this.session.send({ kind: "theme.set", id: theme, fields: { x, y, w, h } });
  }

  /** Pulls at edges of a theme by so much. Answers its new size; null where it cannot become smaller, or is no open theme. */
  pull(theme: string, edges: Edges, dx: number, dy: number): Readonly<{ w: number; h: number }> | null {
    const cloth = this.model.themes.get(theme);
    if (!cloth || cloth.theme.collapsed) return null;
    const box = pulled(cloth, edges, dx, dy);
    if (box.w === Math.round(cloth.box.w) && box.h === Math.round(cloth.box.h)) return null;
    this.frame(theme, box);
    return box;
  }
}
