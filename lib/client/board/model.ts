/**
 * The board as the engine holds it: cards in slots of a grid, themes as cloths.
 *
 * `load` takes a whole scene and touches only what differs, so that a remote change of one card among
 * ten thousand redraws one card. Knows nothing of the DOM or of rows.
 */
import { around } from "./camera.ts";
import type { Box } from "./camera.ts";
import { clothAt, cloths, shutOf } from "./cloth.ts";
import type { Cloth } from "./cloth.ts";
import { PLAIN } from "./colour.ts";
import type { Colours } from "./colour.ts";
import { Emitter } from "./emitter.ts";
import { Found } from "./found.ts";
import { Grid } from "./grid.ts";
import { TITLE } from "#lib/domain/board/measure.ts";
import type { BoardScene, SceneCard } from "./scene.ts";
import { Selection } from "./selection.ts";
import { Stale } from "./stale.ts";

export class BoardModel {
  readonly grid = new Grid();
  readonly selection = new Selection();
  readonly found = new Found();
  /** Told after every `load` that changed something. */
  readonly changed = new Emitter();
  cards: (SceneCard | undefined)[] = [];
  themes: ReadonlyMap<string, Cloth> = new Map();
  /** What the colours of the cards tell. */
  colours: Colours = PLAIN;
  count = 0;
  /** Grows with every scene that differs from the one before. */
  version = 0;
  /** How many cards lie in no pile, and so can be seen and reached. */
  shown = 0;
  /** Slots that are being carried by a drag, and so are drawn elsewhere. */
  moving = new Uint8Array(64);
  /** What each card is painted with, as its number on the palette; for drawing many of them at once. */
  fills = new Uint8Array(64);
  /** What must be drawn again. */
  readonly stale = new Stale();
  /** Grows whenever the card in a slot is drawn anew. */
  revision = new Uint32Array(64);
  private rank = new Float64Array(64); // what lies above: the later put down, the higher
  private top = 0;
  private readonly slots = new Map<string, number>();
  private readonly free: number[] = [];
  private scene: BoardScene = { cards: [], themes: [] };
  private shut: ReadonlySet<string> = new Set(); // themes whose cards lie in piles

  /** Whether a scene was taken on which nothing lies. */
  get isEmpty(): boolean {
    return this.version > 0 && this.count === 0 && this.themes.size === 0;
  }

  slotOf(id: string): number {
    return this.slots.get(id) ?? -1;
  }

  /** Takes the scene as it now is, in the colours that were given to it. */
  load(scene: BoardScene, colours: Colours = PLAIN): void {
    if (scene === this.scene && colours === this.colours) return;
    this.colours = colours;
    const selected = this.selection.version;
    this.loadThemes(cloths(scene.themes, scene.cards, this.themes));
    const shut = this.shut;
    this.shut = shutOf(this.themes);
    if (scene.cards !== this.scene.cards) this.loadCards(scene.cards);
    if (shut.symmetricDifference(this.shut).size > 0) this.fold(shut);
    this.shown = this.count;
    for (const { theme, hidden, count } of this.themes.values()) if (theme.collapsed && !hidden) this.shown -= count;
    this.version++;
    this.scene = scene;
    this.changed.emit();
    if (this.selection.version !== selected) this.selection.changed.emit();
  }

  private loadThemes(themes: ReadonlyMap<string, Cloth>): void {
    if (themes === this.themes) return;
    for (const [id, cloth] of this.themes) if (themes.get(id) !== cloth) this.spoil(cloth.box);
    for (const [id, cloth] of themes) if (this.themes.get(id) !== cloth) this.spoil(cloth.box);
    this.themes = themes;
  }

  /** What lies in a box must be drawn again. */
  private spoil({ x, y, w, h }: Box): void {
    this.stale.add(x, y, w, h);
  }

  private loadCards(cards: readonly SceneCard[]): void {
    if (this.loadChanged(cards)) return;
    const kept = new Uint8Array(this.cards.length + cards.length);
    const before = this.cards.length;
    const fresh: SceneCard[] = [];
    for (const card of cards) {
      const slot = this.slots.get(card.id);
      if (slot === undefined || !this.cards[slot]) {
        fresh.push(card);
        continue;
      }
      kept[slot] = 1;
      this.refill(slot, card);
    }
    for (let slot = 0; slot < before; slot++) {
      const card = this.cards[slot];
      if (card && kept[slot] === 0) this.empty(slot, card);
    }
    for (const card of fresh) {
      const slot = this.free.pop() ?? this.cards.length;
      this.slots.set(card.id, slot);
      this.reserve(slot);
      this.rank[slot] = ++this.top;
      this.count++;
      this.fill(slot, card);
    }
  }

  /** Takes cards of which none has come, gone or changed its place in the list. Answers whether that is so. */
  private loadChanged(cards: readonly SceneCard[]): boolean {
    const before = this.scene.cards;
    if (cards.length !== before.length) return false;
    const changed: SceneCard[] = [];
    for (let at = 0; at < cards.length; at++) {
      const card = cards[at];
      const old = before[at];
      if (!card || old === card) continue;
      if (old?.id !== card.id) return false;
      changed.push(card);
    }
    for (const card of changed) this.refill(this.slotOf(card.id), card);
    return true;
  }

  /** Takes what is now to be seen of a card that has a slot. */
  private refill(slot: number, card: SceneCard): void {
    const old = this.cards[slot];
    if (!old || same(old, card)) return;
    if (old.x !== card.x || old.y !== card.y || old.size !== card.size) this.rank[slot] = ++this.top;
    this.fill(slot, card);
  }

  private fill(slot: number, card: SceneCard): void {
    if (this.grid.has(slot)) this.spoil(this.box(slot));
    this.spoil(card);
    this.cards[slot] = card;
    this.fills[slot] = card.hue;
    this.revision[slot] = (this.revision[slot] ?? 0) + 1;
    if (card.theme === null || !this.shut.has(card.theme)) this.grid.put(slot, card.x, card.y, card.w, card.h);
    else this.hide(slot);
  }

  /** Takes a card that lies in a pile off the plane: it is not drawn, hit or reached, and not moved unseen. */
  private hide(slot: number): void {
    if (!this.grid.has(slot)) return;
    this.grid.drop(slot);
    this.selection.forget(slot);
  }

  /** Takes up and puts down the cards of themes that have become piles, or have been opened, since `before`. */
  private fold(before: ReadonlySet<string>): void {
    const changed = before.symmetricDifference(this.shut);
    this.cards.forEach((card, slot) => {
      if (card?.theme && changed.has(card.theme)) this.fill(slot, card);
    });
  }

  private empty(slot: number, card: SceneCard): void {
    this.spoil(card);
    this.slots.delete(card.id);
    this.cards[slot] = undefined;
    this.grid.drop(slot);
    this.selection.forget(slot);
    this.found.forget(slot);
    this.revision[slot] = (this.revision[slot] ?? 0) + 1;
    this.free.push(slot);
    this.count--;
  }

  /** Tells every drawn card that its face may have changed. */
  touch(): void {
    for (let slot = 0; slot < this.cards.length; slot++) this.revision[slot] = (this.revision[slot] ?? 0) + 1;
  }

  /** How high a card lies on the pile. */
  height(slot: number): number {
    return this.rank[slot] ?? 0;
  }

  /** Orders slots from the lowest to the highest on the pile. */
  stack(slots: number[]): number[] {
    return slots.sort((a, b) => (this.rank[a] ?? 0) - (this.rank[b] ?? 0));
  }

  /** The topmost card under a board point, or -1. */
  cardAt(x: number, y: number): number {
    let found = -1;
    for (const slot of this.grid.within(x, y, 0.001, 0.001)) {
      if (found === -1 || (this.rank[slot] ?? 0) > (this.rank[found] ?? 0)) found = slot;
    }
    return found;
  }

  themeAt(x: number, y: number, except?: ReadonlySet<string>): Cloth | null {
    return clothAt(this.themes, x, y, except);
  }

  /** The theme whose title strip lies under a board point; `z` keeps the strip thick enough to grab from afar. */
  titleAt(x: number, y: number, z: number): Cloth | null {
    const cloth = this.themeAt(x, y);
    if (cloth?.theme.collapsed) return cloth; // a pile is grabbed anywhere
    return cloth && y < cloth.box.y + Math.min(Math.max(TITLE, 24 / z), cloth.box.h / 2) ? cloth : null;
  }

  box(slot: number): Box {
    const { x, y, w, h } = this.cards[slot] ?? { x: 0, y: 0, w: 0, h: 0 };
    return { x, y, w, h };
  }

  /** The theme that a card lies in, null for none. */
  themeOf(slot: number): string | null {
    const theme = this.cards[slot]?.theme ?? null;
    return theme !== null && this.themes.has(theme) ? theme : null;
  }

  /** The pile in which a card lies and that is seen in its place; null where the card itself is seen. */
  pileOf(slot: number): Cloth | null {
    if (slot === -1 || this.grid.has(slot)) return null;
    let cloth = this.themes.get(this.cards[slot]?.theme ?? "");
    while (cloth?.hidden) cloth = this.themes.get(cloth.theme.parent ?? "");
    return cloth ?? null;
  }

  /** Where a card is to be seen: its own box, or the pile that it lies in. */
  sight(slot: number): Box {
    return this.pileOf(slot)?.box ?? this.box(slot);
  }

  /** The box around everything; `null` on an empty board. */
  bounds(): Box | null {
    const boxes: Box[] = [...this.themes.values()].flatMap(({ box, hidden }) => (hidden ? [] : [box]));
    for (let slot = 0; slot < this.grid.end; slot++) if (this.grid.has(slot)) boxes.push(this.box(slot));
    return around(boxes);
  }

  /** The slots of all cards, also those that lie in piles. */
  every(): number[] {
    const found: number[] = [];
    this.cards.forEach((card, slot) => card && found.push(slot));
    return found;
  }

  /** The slots of all cards that can be seen and reached. */
  all(): number[] {
    const found: number[] = [];
    for (let slot = 0; slot < this.grid.end; slot++) if (this.grid.has(slot)) found.push(slot);
    return found;
  }

  ids(slots: Iterable<number>): string[] {
    const found: string[] = [];
    for (const slot of slots) {
      const card = this.cards[slot];
      if (card) found.push(card.id);
    }
    return found;
  }

  setMoving(slots: readonly number[]): void {
    for (let slot = 0; slot < this.moving.length; slot++) if (this.moving[slot] === 1) this.spoil(this.box(slot));
    this.moving.fill(0);
    for (const slot of slots) {
      this.moving[slot] = 1;
      this.spoil(this.box(slot));
    }
  }

  private reserve(slot: number): void {
    if (slot < this.revision.length) return;
    const size = Math.max(slot + 1, this.revision.length * 2);
    const revision = new Uint32Array(size);
    revision.set(this.revision);
    this.revision = revision;
    const rank = new Float64Array(size);
    rank.set(this.rank);
    this.rank = rank;
    const moving = new Uint8Array(size);
    moving.set(this.moving);
    this.moving = moving;
    const fills = new Uint8Array(size);
    fills.set(this.fills);
    this.fills = fills;
  }
}

function same(a: SceneCard, b: SceneCard): boolean {
  if (a === b) return true;
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.size === b.size &&
    a.theme === b.theme &&
    a.hue === b.hue &&
    a.memos === b.memos &&
    a.votes === b.votes &&
    a.length === b.length &&
    a.kind === b.kind &&
    a.ord === b.ord
  );
}
