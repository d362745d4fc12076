/**
 * What people do on a board, as commands. One gesture, one command, one step to undo.
 *
 * Knows the board's model, its rows and how to send; nothing of the DOM or React.
 */
import type { Lang } from "#lib/domain/field.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import { MOST_CARDS } from "#lib/domain/board/shape.ts";
import type { CardSize, ThemeRow } from "#lib/domain/board/shape.ts";
import { slot as wordingSlot } from "#lib/domain/wording/shape.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import type { OpenStudy } from "#lib/client/study/session.ts";
import { around } from "./camera.ts";
import type { Box, Point, Size } from "./camera.ts";
import type { DropPayload, DropPlace } from "./drop.ts";
import { nextHue } from "./hue.ts";
import { block, freeNear, freePlaces } from "./place.ts";
import { makeRoom } from "./room.ts";
import type { BoardModel } from "./model.ts";
import { GAP, HEM, SIZES, TITLE } from "#lib/domain/board/measure.ts";
import { CARD } from "./scene.ts";

export class Deeds {
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

  /** Cards were carried some way and put down in a theme, or on the open board. */
  carry(cards: readonly string[], dx: number, dy: number, theme: string | null): void {
    this.place(
      cards,
      (x, y) => ({ x: x + dx, y: y + dy }),
      () => theme,
    );
  }

  /** Cards were pushed; each stays in its theme. */
  nudge(cards: readonly string[], dx: number, dy: number): void {
    this.place(
      cards,
      (x, y) => ({ x: x + dx, y: y + dy }),
      (old) => old,
    );
  }

  /** Cards go to a theme (or become unclustered, null) wherever there is room. Those already there stay where they lie. */
  moveTo(cards: readonly string[], theme: string | null): void {
    const going = cards.filter((id) => this.card(id)?.theme !== theme);
    if (going.length === 0) return;
    const places = freePlaces(
      this.model,
      theme,
      going.flatMap((id) => this.sizeOf(id)),
      new Set(going.map((id) => this.model.slotOf(id))),
    );
    let at = 0;
    this.place(
      going,
      (x, y) => places[at++] ?? { x, y },
      () => theme,
    );
  }

  /** Puts cards behind another in the order of its theme (null: first); `theme` is where they go. */
  order(cards: readonly string[], theme: string | null, after: string | null): void {
    const placed = cards.flatMap((id) => {
      const card = this.card(id);
      return card ? [{ id, theme, x: card.x, y: card.y }] : [];
    });
    if (placed.length > 0) void this.session.send({ kind: "cards.place", cards: placed, after });
  }

  /** Makes cards small, medium or large where they lie; what they would cover makes way. */
  resize(cards: readonly string[], size: CardSize): void {
    const others = cards.filter((id) => this.card(id)?.size !== size);
    const slots = others.map((id) => this.model.slotOf(id)).filter((slot) => slot !== -1);
    const places = [...parts(makeRoom(this.model, slots, SIZES[size]))];
    for (const ids of parts(others)) {
      const part = places.shift();
      void this.session.send({ kind: "cards.set", ids, fields: { size }, ...(part ? { places: part } : {}) });
    }
  }

  remove(cards: readonly string[]): void {
    for (const ids of parts(cards)) void this.session.send({ kind: "cards.remove", ids });
  }

  /**
   * Draws a theme around cards where they lie, in the theme that holds all of them; without cards, an empty one at a point.
   *
   * @returns the new theme's id
   */
  makeTheme(cards: readonly string[], at: Point, name = ""): string {
    const id = crypto.randomUUID();
    const held = cards.slice(0, MOST_CARDS).flatMap((card) => this.card(card) ?? []);
    const content = around(held.map(({ x, y, size }) => ({ x, y, ...SIZES[size] })));
    const box: Box = content
      ? { x: content.x - HEM, y: content.y - TITLE, w: content.w + 2 * HEM, h: content.h + TITLE + HEM }
      : { x: at.x, y: at.y, w: 2 * CARD.w + GAP + 2 * HEM, h: CARD.h + TITLE + HEM };
    const parents = new Set(held.map(({ theme }) => theme));
    const [only] = parents;
    const parent =
      parents.size === 1 ? (only ?? null) : content ? null : (this.model.themeAt(at.x, at.y)?.theme.id ?? null);
    const draft = this.session.draft();
    void draft.send({
      kind: "theme.make",
      id,
      board: this.board,
      parent,
      x: Math.round(box.x),
      y: Math.round(box.y),
      w: Math.round(box.w),
      h: Math.round(box.h),
      hue: nextHue(this.model),
      name: name === "" ? null : { lang: this.lang, phrase: draft.phrase(this.lang, name) },
      cards: held.map((card) => ({ id: card.id, x: card.x, y: card.y })),
      themes: [],
    });
    return id;
  }

  carryTheme(theme: string, dx: number, dy: number, parent: string | null): void {
    const old = this.session.state.rows.live("theme", theme);
    if (!old) return;
    void this.session.send({ kind: "theme.shift", id: theme, dx, dy, ...(old.parent === parent ? {} : { parent }) });
  }

  setTheme(theme: string, fields: Partial<Pick<ThemeRow, "hue" | "locked" | "status">>): void {
    void this.session.send({ kind: "theme.set", id: theme, fields });
  }

  /** Puts a theme into another, moving it there if it lies elsewhere. */
  nest(theme: string, parent: string | null): void {
    const own = this.model.themes.get(theme)?.box;
    const cloth = parent === null ? undefined : this.model.themes.get(parent);
    const into = cloth?.whole;
    if (!own || !cloth || !into) return void this.session.send({ kind: "theme.nest", id: theme, parent });
    const inside =
      !cloth.theme.collapsed &&
      own.x >= into.x &&
      own.y >= into.y &&
      own.x < into.x + into.w &&
      own.y < into.y + into.h;
    const dx = inside ? 0 : Math.round(into.x + HEM - own.x);
    const dy = inside ? 0 : Math.round(into.y + into.h - own.y);
    void this.session.send({ kind: "theme.shift", id: theme, dx, dy, parent });
  }

  removeTheme(theme: string): void {
    void this.session.send({ kind: "theme.remove", id: theme });
  }

  /** Writes a text slot of a theme or an insight; an empty text empties it. */
  write(subject: string, field: Field, words: string, lang: Lang = this.lang): void {
    const was = this.session.state.rows.live("wording", wordingSlot(subject, field, lang))?.phrase ?? null;
    if (words === "" && was === null) return;
    const draft = this.session.draft();
    const phrase = words === "" ? null : draft.phrase(lang, words);
    void draft.send({ kind: "wording.set", subject, field, lang, phrase, was });
  }

  /** Writes an insight and lays it where it covers no other card, near a point. Returns the card's id. */
  insight(words: string, wanted: Point): string {
    const card = crypto.randomUUID();
    const draft = this.session.draft();
    const at = freeNear(this.model, wanted);
    const theme = this.model.themeAt(at.x + CARD.w / 2, at.y + CARD.h / 2)?.theme.id ?? null;
    void draft.send({
      kind: "insight.write",
      id: crypto.randomUUID(),
      body: { lang: this.lang, phrase: draft.phrase(this.lang, words) },
      card: { id: card, board: this.board, theme, x: at.x, y: at.y },
    });
    return card;
  }

  /** Takes what was dropped from outside. Returns how many cards that makes. */
  drop(place: DropPlace, payload: DropPayload): number {
    if (payload.kind === "span") {
      const { source, revision, start, end, said } = payload;
      const id = crypto.randomUUID();
      if (said) this.session.words.keep({ phrases: {}, names: {}, quotes: { [id]: said } });
      const card = { id: crypto.randomUUID(), board: place.board, theme: place.theme, x: place.x, y: place.y };
      void this.session.send({ kind: "quote.make", id, source, revision, start, end, tags: [], newTags: [], card });
      return 1;
    }
    const quotes = payload.quotes.slice(0, MOST_CARDS);
    const sizes = quotes.map(() => CARD);
    const pile = this.model.themes.get(place.theme ?? "")?.theme.collapsed === true;
    const places = pile ? freePlaces(this.model, place.theme, sizes) : block(place, sizes);
    const cards = quotes.flatMap((quote, at) => {
      const to = places[at];
      return to ? [{ id: crypto.randomUUID(), theme: place.theme, x: to.x, y: to.y, quote, insight: null }] : [];
    });
    if (cards.length > 0) void this.session.send({ kind: "cards.add", board: place.board, cards });
    return cards.length;
  }

  undo(): Promise<Outcome> {
    return this.session.send({ kind: "undo", how: "ask" });
  }

  redo(): Promise<Outcome> {
    return this.session.send({ kind: "redo", how: "ask" });
  }

  private place(
    cards: readonly string[],
    to: (x: number, y: number) => Point,
    theme: (old: string | null) => string | null,
  ): void {
    const placed = cards.flatMap((id) => {
      const card = this.card(id);
      return card ? [{ id, theme: theme(card.theme), ...to(card.x, card.y) }] : [];
    });
    for (const part of parts(placed)) void this.session.send({ kind: "cards.place", cards: part });
  }

  private sizeOf(id: string): Size[] {
    const card = this.card(id);
    return card ? [SIZES[card.size]] : [];
  }

  private card(id: string) {
    return this.session.state.rows.live("card", id);
  }
}

function* parts<T>(all: readonly T[]): IterableIterator<T[]> {
  for (let at = 0; at < all.length; at += MOST_CARDS) yield all.slice(at, at + MOST_CARDS);
}
