/**
 * Draws a board on a canvas with three levels of detail: words where they can be read, bars where only
 * their shape can be seen, colour from afar (far.ts paints that as pixels). Nothing here decides what is seen.
 */
import { badgesOf, roomOf, SIGN, SIGN_GAP, SIGNS } from "./badge.ts";
import type { Badge } from "./badge.ts";
import type { Camera, Corner } from "./camera.ts";
import type { Cloth } from "./cloth.ts";
import { BAND, clothLook, DASH, ROUND } from "./cloth-look.ts";
import { Cutting } from "./cut.ts";
import type { Ink, Pen } from "./ink.ts";
import { FAINT, FarView } from "./far.ts";
import { drawPile } from "./pile.ts";
import type { BoardModel } from "./model.ts";
import { barAt, barsOf, LAYOUTS, SLIP } from "./layout.ts";
import { isCramped, NAME_PAD, nameBase, namePad, nameSize, Z_NAMES } from "./names.ts";
import type { Face, SceneCard } from "./scene.ts";
import { SlipPictures } from "./slip-pictures.ts";
import { Wrapping } from "./wrap.ts";

/** From here on words are drawn. */
export const Z_WORDS = 0.42;
/** From here on bars are drawn in place of words. */
export const Z_BARS = 0.16;

/** The coloured edge of a card. */
const EDGE = 4;
type Tile = Readonly<{ pattern: CanvasPattern; url: string }>;

export class Painter {
  readonly wrapping: Wrapping;
  private readonly names: Cutting;
  private readonly small: Cutting; // tags and captions
  ink: Ink;
  readonly far: FarView;
  private readonly measuring: CanvasRenderingContext2D;
  private readonly slips: SlipPictures;
  private readonly tiles = new Map<number, Tile>(); // by hue
  private readonly signs = { memos: new Path2D(SIGNS.memos), votes: new Path2D(SIGNS.votes) };
  private readonly face: (card: SceneCard) => Face;
  private readonly weaves: readonly string[];

  /** @param weaves - by hue: the threads of its weave, as paths in a square of 8 by 8 */
  constructor(ink: Ink, face: (card: SceneCard) => Face, weaves: readonly string[]) {
    this.ink = ink;
    this.far = new FarView(ink);
    this.slips = new SlipPictures((g, card) => this.drawSlip(g, card));
    this.face = face;
    this.weaves = weaves;
    const context = document.createElement("canvas").getContext("2d");
    if (!context) throw new Error("no 2d canvas");
    this.measuring = context;
    this.measuring.font = this.wordsFont();
    this.wrapping = new Wrapping((text) => this.measuring.measureText(text).width);
    const measureAt = (size: number, fontOf: (size: number) => string) => (text: string) => {
      this.measuring.font = fontOf(size);
      const { width } = this.measuring.measureText(text);
      this.measuring.font = this.wordsFont();
      return width / size;
    };
    this.names = new Cutting(measureAt(100, (size) => this.nameFont(size)));
    this.small = new Cutting(measureAt(SLIP.caption, (size) => this.smallFont(size)));
  }

  /** Takes new colours or letters; everything drawn so far is forgotten. */
  renew(ink: Ink): void {
    this.ink = ink;
    this.far.renew(ink);
    this.measuring.font = this.wordsFont();
    this.wrapping.clear();
    this.names.clear();
    this.small.clear();
    this.slips.clear();
    this.tiles.clear();
  }

  /** The lines of a card's words, as both canvas and DOM draw them. */
  lines(card: SceneCard, face: Face): readonly string[] {
    const { run, lines, linesBare } = LAYOUTS[card.size];
    return this.wrapping.lines(face.words, run, face.tags.length > 0 ? lines : linesBare);
  }

  /** A card's tags and its caption, cut to the room that they have, as both canvas and DOM write them; "" for no tags. */
  foot(card: SceneCard, face: Face): Readonly<{ tags: string; caption: string }> {
    const { run, tags } = LAYOUTS[card.size];
    const cut = (text: string, room: number) => this.small.cut(text, SLIP.caption, room).text;
    return {
      tags: tags === null ? "" : cut(face.tags.join(" · "), run),
      caption: cut(face.caption, run - roomOf(badgesOf(card))),
    };
  }

  /** Draws the cloths of the themes, outer ones first. Uses board units: the context must be scaled. */
  drawCloths(g: Pen, shown: readonly Cloth[], camera: Camera, target: string | null, chosen: string | null): void {
    const px = 1 / camera.z;
    for (const cloth of shown) {
      const { theme, box } = cloth;
      const { coats, band, line } = clothLook(this.ink, cloth, target === theme.id, chosen === theme.id);
      const radius = Math.min(ROUND, box.w / 2, box.h / 2);
      g.beginPath();
      g.roundRect(box.x, box.y, box.w, box.h, radius);
      for (const { colour, alpha } of coats) {
        g.fillStyle = colour;
        g.globalAlpha = alpha;
        g.fill();
      }
      g.globalAlpha = band.alpha;
      this.drawBand(g, band.colour, band.hue, box.x, box.y, box.w, Math.max(BAND, 3 * px), radius);
      g.globalAlpha = 1;
      g.beginPath();
      g.roundRect(box.x, box.y, box.w, box.h, radius);
      g.strokeStyle = line.colour;
      g.lineWidth = line.width * px;
      g.setLineDash(line.dashed ? [DASH.on * px, DASH.off * px] : []);
      g.stroke();
      g.setLineDash([]);
      if (theme.collapsed) drawPile(g, this.ink, cloth, px);
    }
  }

  /**
   * Writes the names of themes, with how many cards lie in them. Letters are set in pixels of the device: from afar they are
   * then the same letters in every frame of a zoom, and no new size of the font has to be made.
   */
  drawNames(g: Pen, shown: readonly Cloth[], z: number, at: Corner, nameOf: (theme: string) => string): void {
    const { scale } = at;
    const size = nameSize(z) * scale;
    const figure = size * 0.72;
    const far = z < Z_NAMES;
    const pad = far ? NAME_PAD : namePad(z);
    const lines: { text: string; count: string; faint: boolean; left: number; base: number; end: number }[] = [];
    for (const cloth of shown) {
      if (isCramped(cloth, z)) continue;
      const { collapsed, status } = cloth.theme;
      const count = collapsed ? "" : String(cloth.count); // a pile says it itself
      const tail = count.length * figure * 0.6 + size * 0.5;
      const { text, w } = this.names.cut(nameOf(cloth.theme.id), size, (cloth.box.w - pad - NAME_PAD) * scale - tail);
      const left = Math.round((cloth.box.x + NAME_PAD) * scale - at.x);
      const base = Math.round((cloth.box.y + nameBase(nameSize(z))) * scale - at.y);
      lines.push({ text, count, faint: status === "retired", left, base, end: left + w });
      if (!far) continue;
      g.fillStyle = this.ink.veil; // a name must be read on whatever lies under it
      g.fillRect(left - size * 0.15, base - size * 1.02, w + tail + size * 0.15, size * 1.35);
    }
    g.textBaseline = "alphabetic";
    g.font = this.nameFont(size);
    for (const { text, faint, left, base } of lines) {
      g.fillStyle = faint ? this.ink.faint : this.ink.ink;
      g.fillText(text, left, base);
    }
    g.fillStyle = this.ink.faint;
    g.font = this.smallFont(figure);
    for (const { count, base, end } of lines) g.fillText(count, end + size * 0.35, base);
  }

  /**
   * Draws cards of these slots. The context must be scaled to board units.
   *
   * @param fresh - how many card pictures may be made now
   * @param waiting - takes the slots of cards that are drawn as bars, or less clearly, until their picture is made
   * @returns how many more pictures may be made
   */
  drawCards(
    g: Pen,
    model: BoardModel,
    slots: readonly number[],
    camera: Camera,
    fresh: number,
    waiting: number[],
    carried = false,
  ): number {
    const { z } = camera;
    const px = 1 / z;
    const scale = g.getTransform().a; // pixels of the device for a board unit
    let left = fresh;
    if (z < Z_BARS) {
      this.drawShapes(g, model, slots, px);
      return left;
    }
    for (const slot of slots) {
      const card = model.cards[slot];
      if (!card || (!carried && model.moving[slot] === 1)) continue;
      if (z >= Z_WORDS) {
        if (!this.slips.has(card, scale)) {
          if (left > 0 && this.prepare(card, scale)) left--;
          else waiting.push(slot);
        }
        const slip = this.slips.get(card, scale);
        if (slip) {
          g.globalAlpha = model.found.dims(slot) ? FAINT : 1;
          g.drawImage(slip, card.x, card.y, card.w, card.h);
          g.globalAlpha = 1;
          continue;
        }
      }
      this.drawBars(g, card, px, model.found.dims(slot) ? FAINT : 1);
    }
    this.drawMarks(g, model, slots, px, carried);
    return left;
  }

  /** Makes the picture of a card that has words and no picture yet for this scale. Answers whether it made one. */
  prepare(card: SceneCard, scale: number): boolean {
    if (this.slips.has(card, scale) || this.face(card).words === "") return false;
    this.slips.make(card, scale);
    return true;
  }

  /** Draws one card with its words, crisp at whatever scale the context has. */
  drawSlip(g: Pen, card: SceneCard): void {
    const face = this.face(card);
    const { tags, caption } = LAYOUTS[card.size];
    this.drawPaper(g, card, 0, 0, 1);
    if (face.words === "") {
      this.drawLineBars(g, card, 0, 0);
      return;
    }
    g.textBaseline = "alphabetic";
    g.fillStyle = this.ink.ink;
    g.font = this.wordsFont();
    this.lines(card, face).forEach((line, at) => g.fillText(line, SLIP.padX, SLIP.padTop + SLIP.size + at * SLIP.line));
    g.fillStyle = this.ink.faint;
    g.font = this.smallFont(SLIP.caption);
    const foot = this.foot(card, face);
    if (tags !== null) g.fillText(foot.tags, SLIP.padX, tags + SLIP.base);
    g.fillText(foot.caption, SLIP.padX, caption + SLIP.base);
    for (const badge of badgesOf(card)) this.drawBadge(g, badge, card.w - badge.right - badge.w, caption + SLIP.base);
  }

  /** Carried cards from afar: boxes in the colour of what they are painted with. */
  private drawShapes(g: Pen, model: BoardModel, slots: readonly number[], px: number): void {
    const { fills, selection } = model;
    const { x, y, w, h } = model.grid;
    // Marks are laid under the cards, which costs half of lines around them.
    g.fillStyle = this.ink.mark;
    for (const slot of slots) {
      if (!selection.has(slot)) continue;
      g.fillRect((x[slot] ?? 0) - 2 * px, (y[slot] ?? 0) - 2 * px, (w[slot] ?? 0) + 4 * px, (h[slot] ?? 0) + 4 * px);
    }
    this.ink.far.forEach((colour, fill) => {
      g.fillStyle = colour;
      for (const slot of slots)
        if (fills[slot] === fill) g.fillRect(x[slot] ?? 0, y[slot] ?? 0, w[slot] ?? 0, h[slot] ?? 0);
    });
  }

  private drawBars(g: Pen, card: SceneCard, px: number, alpha: number): void {
    g.globalAlpha = alpha;
    this.drawPaper(g, card, card.x, card.y, px);
    this.drawLineBars(g, card, card.x, card.y, alpha);
    g.globalAlpha = 1;
  }

  private drawLineBars(g: Pen, card: SceneCard, x: number, y: number, alpha = 1): void {
    const { run, caption } = LAYOUTS[card.size];
    g.fillStyle = this.ink.faint;
    g.globalAlpha = 0.42 * alpha;
    const bars = barsOf(card);
    for (let at = 0; at < bars; at++)
      g.fillRect(x + SLIP.padX, y + SLIP.padTop + 5 + at * SLIP.line, barAt(card, bars, at), SLIP.bar);
    for (const { right, w } of badgesOf(card)) g.fillRect(x + card.w - right - w, y + caption + 2, w, SIGN - 2);
    g.globalAlpha = 0.26 * alpha;
    g.fillRect(x + SLIP.padX, y + caption + SLIP.base - 8, run * 0.6, 6);
    g.globalAlpha = 1;
  }

  /** A sign and its number, standing on a line. */
  private drawBadge(g: Pen, { kind, count }: Badge, x: number, base: number): void {
    g.save();
    g.translate(x, base - SIGN + 2.5);
    g.scale(SIGN / 24, SIGN / 24);
    g.strokeStyle = this.ink.faint;
    g.lineWidth = 2.4;
    g.lineCap = "round";
    g.lineJoin = "round";
    g.stroke(this.signs[kind]);
    g.restore();
    g.fillText(String(count), x + SIGN + SIGN_GAP, base);
  }

  private drawPaper(g: Pen, card: SceneCard, x: number, y: number, px: number): void {
    const { kind, hue, w, h } = card;
    if (g.globalAlpha === 1) {
      g.fillStyle = this.ink.hairline; // would shine through a faint card
      g.fillRect(x, y, w, h);
    }
    g.fillStyle = kind === "insight" ? this.ink.insight : this.ink.slip;
    const line = Math.min(px, 3);
    g.fillRect(x + line, y + line, w - 2 * line, h - 2 * line);
    if (hue > 0) {
      g.fillStyle = this.ink.hues[hue] ?? this.ink.faint;
      g.fillRect(x, y, Math.max(EDGE, px * 2.5), h);
    }
  }

  private drawMarks(g: Pen, model: BoardModel, slots: readonly number[], px: number, carried: boolean): void {
    const { x, y, w, h } = model.grid;
    const { current } = model.found;
    if (current !== -1 && slots.includes(current)) {
      g.strokeStyle = this.ink.mark;
      g.lineWidth = 4 * px;
      g.strokeRect(x[current] ?? 0, y[current] ?? 0, w[current] ?? 0, h[current] ?? 0);
    }
    if (model.selection.count === 0) return;
    g.strokeStyle = this.ink.mark;
    g.lineWidth = 2 * px;
    for (const slot of slots) {
      if (!model.selection.has(slot) || (!carried && model.moving[slot] === 1)) continue;
      g.strokeRect((x[slot] ?? 0) - px, (y[slot] ?? 0) - px, (w[slot] ?? 0) + 2 * px, (h[slot] ?? 0) + 2 * px);
    }
  }

  /** Forgets the pictures of cards whose faces have changed. */
  forget(): void {
    this.slips.clear();
  }

  private drawBand(
    g: Pen,
    colour: string,
    hue: number,
    x: number,
    y: number,
    w: number,
    h: number,
    radius: number,
  ): void {
    g.save();
    g.beginPath();
    g.roundRect(x, y, w, h, [radius, radius, 0, 0]);
    g.fillStyle = colour;
    g.fill();
    if (h <= BAND) {
      g.translate(x, y);
      g.fillStyle = this.tile(hue).pattern;
      g.fill();
    }
    g.restore();
  }

  /** The threads of a band as a picture to repeat, of 16 by 16 pixels for 8 board units. */
  threads(hue: number): string {
    return this.tile(hue).url;
  }

  private tile(hue: number): Tile {
    const known = this.tiles.get(hue);
    if (known) return known;
    const canvas = document.createElement("canvas");
    canvas.width = 16; // twice as fine as it is laid, so that it stays clear when magnified
    canvas.height = 16;
    const on = canvas.getContext("2d");
    if (!on) throw new Error("no 2d canvas");
    on.scale(2, 2);
    on.fillStyle = this.ink.hues[hue] ?? this.ink.faint;
    on.fillRect(0, 0, 8, 8);
    on.strokeStyle = this.ink.slip;
    on.lineWidth = 1.6;
    on.lineCap = "round";
    on.globalAlpha = 0.85;
    on.stroke(new Path2D(this.weaves[hue - 1] ?? ""));
    const pattern = on.createPattern(canvas, "repeat");
    if (!pattern) throw new Error("no pattern");
    pattern.setTransform(new DOMMatrix().scale(0.5));
    const tile = { pattern, url: canvas.toDataURL() };
    this.tiles.set(hue, tile);
    return tile;
  }

  private nameFont(size: number): string {
    return `600 ${size}px ${this.ink.font}`;
  }

  private smallFont(size: number): string {
    return `${size}px ${this.ink.font}`;
  }

  private wordsFont(): string {
    return `${SLIP.size}px ${this.ink.font}`;
  }
}
