/**
 * What the board's canvas shows, and how little of it is drawn in a frame.
 *
 * The canvas is a little larger than the view. While the camera only moves, the canvas is moved as a whole and drawn anew
 * before its edge would be seen; what has changed is drawn anew in its smallest box. While the zoom changes, every frame draws
 * all that is in view, on a second canvas that is no larger: a browser takes time for every pixel that it hands on. Both
 * keep their sizes, because it takes longer to find room for a new one than to draw on it. Coordinates are whole pixels of
 * the device, so that what has been moved looks as what was drawn there.
 * Rules: docs/spec/board.md, B40 and B63.
 */
import { meets } from "./camera.ts";
import type { Box, Camera, Corner } from "./camera.ts";
import type { Cloth } from "./cloth.ts";
import type { BoardModel } from "./model.ts";
import { Z_BARS } from "./paint.ts";
import type { Painter } from "./paint.ts";
import { pixelsOf } from "./stale.ts";

const SLIPS = 14; // pictures of cards made in one frame at rest; while the zoom changes they are made between frames …
const SPARE = 2; // … in about so many ms
const AROUND = 10; // pixels that hems, marks and borders may reach out of their boxes
const MARGIN = 160; // pixels of the device beyond each side of the view
const NEAR = 72; // with fewer of them left on a side, it is time to draw what is beyond

/** What is to be seen. */
export type Sight = Readonly<{
  camera: Camera;
  /** Pixels of the device for one of the screen. */
  dpr: number;
  /** Whether cards are drawn, or are all elements; and whether names are, or the elements show them. */
  cards: boolean;
  names: boolean;
  /** Whether the magnification changes from frame to frame, and whether the camera is on its way at all. */
  zooming: boolean;
  moving: boolean;
  target: string | null;
  chosen: string | null;
  /** Themes that are being carried, and so are drawn elsewhere; and those that a hand pulls to another size. */
  away: ReadonlySet<string> | null;
  frames: ReadonlyMap<string, Box> | null;
}>;

/** A canvas, and how many pixels of the device it reaches beyond each side of the view. */
type Sheet = Readonly<{ canvas: HTMLCanvasElement; g: CanvasRenderingContext2D; margin: number }>;

/** What is on the canvas: the pixel of the board in its corner, at which scale, and whether cards and names are. */
type Place = Corner & Readonly<{ cards: boolean; names: boolean }>;

export class Picture {
  private readonly wide: Sheet;
  private readonly lens: Sheet; // for zooms
  private sheet: Sheet; // the one of them that is in use
  private readonly model: BoardModel;
  private readonly painter: Painter;
  private readonly nameOf: (theme: string) => string;
  private now: Place | null = null; // null: what is on the canvas is not known
  private readonly slots: number[] = [];
  private readonly waiting: number[] = [];
  private sight: Sight | null = null; // what was asked for last
  private fresh = 0; // card pictures that may still be made in this frame

  constructor(
    base: HTMLCanvasElement,
    lens: HTMLCanvasElement,
    model: BoardModel,
    painter: Painter,
    nameOf: (theme: string) => string,
  ) {
    this.wide = this.sheet = sheetOf(base, MARGIN);
    this.lens = sheetOf(lens, 0);
    this.model = model;
    this.painter = painter;
    this.nameOf = nameOf;
  }

  /** Sets how many pixels of the device the view has; the canvas is empty until it is drawn. */
  resize(w: number, h: number, dpr: number): void {
    for (const { canvas, margin } of [this.wide, this.lens]) {
      canvas.width = w + 2 * margin;
      canvas.height = h + 2 * margin;
      canvas.style.width = `${canvas.width / dpr}px`;
      canvas.style.height = `${canvas.height / dpr}px`;
    }
    this.now = null;
  }

  /** Shows the canvas, or puts it away. */
  show(shown: boolean): void {
    this.sheet.canvas.hidden = !shown;
  }

  /** Brings the canvas up to date. Answers whether some cards still wait for their picture. */
  draw(sight: Sight): boolean {
    const { cards, names } = sight;
    this.use(sight.zooming ? this.lens : this.wide);
    const { now, sheet } = this;
    const { canvas, margin } = sheet;
    const { scale, x, y } = placeOf(sight, margin);
    const stale = this.model.stale.take();
    this.begin(sight);
    const holds =
      now !== null &&
      stale !== "all" &&
      now.scale === scale &&
      now.names === names &&
      (now.cards || !cards) && // a card that is an element may lie on its picture …
      (now.cards === cards || sight.moving) && // … as long as nobody can look closely
      Math.abs(now.x - x) <= margin &&
      Math.abs(now.y - y) <= margin;
    if (!holds) this.drawAll(sight, stale === null);
    else if (stale) {
      const region = pixelsOf(stale, scale, now, { w: canvas.width, h: canvas.height }, AROUND);
      if (region) this.paint(sight, now, region);
    }
    return this.put(sight);
  }

  /** Whether the camera goes on and will soon see beyond what is drawn. */
  get isNearEdge(): boolean {
    const { now, sight } = this;
    if (!now || !sight?.moving || sight.zooming) return false;
    const { scale, x, y } = placeOf(sight, MARGIN);
    return now.scale === scale && Math.max(Math.abs(now.x - x), Math.abs(now.y - y)) > MARGIN - NEAR;
  }

  /**
   * Draws around what was seen last, so that no frame need do so that somebody waits for. What has changed since then is
   * left to the next frame, which knows more. Answers as `draw` does.
   */
  drawAhead(): boolean {
    const { sight } = this;
    if (!sight || !this.isNearEdge) return false;
    this.begin(sight);
    this.drawAll(sight, true);
    return this.put(sight);
  }

  /**
   * Makes some of the pictures that cards wait for, from the middle of the view outwards, so that no frame of a zoom takes
   * longer for them. Answers whether it made any.
   */
  makeSlips(): boolean {
    const { waiting, model, painter, sight } = this;
    if (!sight?.zooming) return false;
    const { camera, dpr } = sight;
    const { canvas, margin } = this.sheet;
    const scale = camera.z * dpr;
    const x = camera.x + (canvas.width / 2 - margin) / scale;
    const y = camera.y + (canvas.height / 2 - margin) / scale;
    const apart = (slot: number) => {
      const box = model.box(slot);
      return Math.hypot(box.x + box.w / 2 - x, box.y + box.h / 2 - y);
    };
    const until = performance.now() + SPARE;
    let made = false;
    for (const slot of waiting.toSorted((a, b) => apart(a) - apart(b))) {
      const card = model.cards[slot];
      if (card && painter.prepare(card, scale)) made = true;
      if (performance.now() > until) break;
    }
    return made;
  }

  private begin(sight: Sight): void {
    this.sight = sight;
    this.waiting.length = 0;
    this.fresh = sight.zooming ? 0 : SLIPS;
  }

  /** Turns to the canvas for a zoom, or from it; what is on the other is soon out of date. */
  private use(sheet: Sheet): void {
    if (this.sheet === sheet) return;
    sheet.canvas.hidden = this.sheet.canvas.hidden;
    this.sheet.canvas.hidden = true;
    this.sheet = sheet;
    this.now = null;
  }

  /** @param same - whether all that is on the canvas still looks as it does there, and only lies elsewhere */
  private drawAll(sight: Sight, same: boolean): void {
    const { cards, names, moving, zooming } = sight;
    const { canvas, margin } = this.sheet;
    const before = same ? this.now : null;
    const stay = moving && !zooming && this.now?.cards === true;
    this.now = { ...placeOf(sight, margin), cards: cards || stay, names };
    this.paint(sight, this.now, { x: 0, y: 0, w: canvas.width, h: canvas.height }, before);
  }

  /** Puts the canvas where what is drawn belongs, and has cards that wait for their picture drawn again. */
  private put(sight: Sight): boolean {
    const { canvas, margin } = this.sheet;
    const { x, y } = placeOf(sight, margin);
    const at = this.now ?? { x, y };
    canvas.style.transform = `translate(${(at.x - x - margin) / sight.dpr}px,${(at.y - y - margin) / sight.dpr}px)`;
    for (const slot of this.waiting) {
      const box = this.model.box(slot);
      this.model.stale.add(box.x, box.y, box.w, box.h);
    }
    return this.waiting.length > 0;
  }

  /**
   * Draws what lies in some pixels of the canvas.
   *
   * @param before - what is on all of the canvas and may be used again; null where it may not
   */
  private paint(sight: Sight, place: Place, region: Box, before: Place | null = null): void {
    const { scale, x, y, cards, names } = place;
    const { model, painter } = this;
    const { g } = this.sheet;
    const { camera, away, frames, target, chosen } = sight;
    g.save();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.beginPath();
    g.rect(region.x, region.y, region.w, region.h);
    g.clip();
    const far = cards && camera.z < Z_BARS;
    if (!far) {
      g.fillStyle = painter.ink.paper;
      g.fillRect(region.x, region.y, region.w, region.h);
    }
    g.setTransform(scale, 0, 0, scale, -x, -y);
    const within = onBoard(region, place);
    const shown: Cloth[] = [];
    for (const cloth of model.themes.values()) {
      const box = frames?.get(cloth.theme.id) ?? cloth.box;
      if (cloth.hidden || away?.has(cloth.theme.id) || !meets(box, within)) continue;
      shown.push(box === cloth.box ? cloth : { ...cloth, box });
    }
    if (far) {
      this.paintFar(sight, place, region, shown, before);
      const piles = shown.filter(({ theme }) => theme.collapsed);
      if (piles.length > 0) painter.drawCloths(g, piles, camera, target, chosen);
    } else painter.drawCloths(g, shown, camera, target, chosen);
    if (cards && !far) {
      const slots = this.slotsIn(within);
      model.stack(slots); // from afar nobody sees what lies on what
      this.fresh = painter.drawCards(g, model, slots, camera, this.fresh, this.waiting);
    }
    if (names) {
      g.setTransform(1, 0, 0, 1, 0, 0);
      painter.drawNames(g, shown, camera.z, { scale, x, y }, this.nameOf);
    }
    g.restore();
  }

  /** Paints what lies in some pixels of the canvas from so far that cards are coloured boxes; only what is new, if it can. */
  private paintFar(
    { target, chosen }: Sight,
    { scale, x, y }: Place,
    region: Box,
    shown: readonly Cloth[],
    before: Place | null,
  ): void {
    const { model } = this;
    const { far } = this.painter;
    const corner = { scale, x: x + region.x, y: y + region.y };
    const parts = (before && far.follow(before, corner, region)) ?? far.begin(corner, region);
    for (const part of parts) {
      const within = onBoard(part, corner);
      const cloths = shown.filter(({ box }) => meets(box, within));
      far.paint(part, { model, cloths, slots: this.slotsIn(within), target, chosen });
    }
    far.put(this.sheet.g, region.x, region.y);
  }

  private slotsIn({ x, y, w, h }: Box): number[] {
    return this.model.grid.within(x, y, w, h, this.slots);
  }
}

/** Where on the board some pixels lie, with what reaches into them from beside them. */
function onBoard({ x, y, w, h }: Box, corner: Corner): Box {
  const { scale } = corner;
  return {
    x: (x - AROUND + corner.x) / scale,
    y: (y - AROUND + corner.y) / scale,
    w: (w + 2 * AROUND) / scale,
    h: (h + 2 * AROUND) / scale,
  };
}

function sheetOf(canvas: HTMLCanvasElement, margin: number): Sheet {
  const g = canvas.getContext("2d", { alpha: false });
  if (!g) throw new Error("no 2d canvas");
  return { canvas, g, margin };
}

/** The pixel of the board in the canvas's corner, where the canvas lies evenly around what is seen. */
function placeOf({ camera, dpr }: Sight, margin: number): Corner {
  const scale = camera.z * dpr;
  return { scale, x: Math.round(camera.x * scale) - margin, y: Math.round(camera.y * scale) - margin };
}
