/**
 * What the board's canvas shows, and how little of it is drawn in a frame.
 *
 * From afar the board is drawn once on a plate a little larger than the view; while the camera only moves, a frame is one
 * copy of the plate, and what has changed is drawn anew in its smallest box. Where words can be read there is little to
 * draw: that goes straight to the canvas. Canvas coordinates are pixels of the device, on whole pixels, so that
 * a copy looks as the original. Rules: docs/spec/board.md, B40 and B63.
 */
import type { Box, Camera } from "./camera.ts";
import type { Cloth } from "./cloth.ts";
import type { BoardModel } from "./model.ts";
import { Z_BARS, Z_WORDS } from "./paint.ts";
import type { Painter } from "./paint.ts";
import { pixelsOf } from "./stale.ts";

const PICTURES = 14; // card pictures made in one frame
const AROUND = 10; // pixels that hems, marks and borders may reach out of their boxes
const MARGIN = 256; // pixels around the view that a plate has in store

/** What is to be seen. */
export type Sight = Readonly<{
  camera: Camera;
  /** Pixels of the device for one of the screen. */
  dpr: number;
  /** Whether cards are drawn, or are all elements; and whether names are, or the elements show them. */
  cards: boolean;
  names: boolean;
  target: string | null;
  chosen: string | null;
  /** Themes that are being carried, and so are drawn elsewhere; and those that a hand pulls to another size. */
  away: ReadonlySet<string> | null;
  frames: ReadonlyMap<string, Box> | null;
}>;

/** Where a canvas looks: pixels of the board at this scale, and what is on it. */
type Place = Readonly<{ scale: number; x: number; y: number; cards: boolean; names: boolean }>;

export class Picture {
  private readonly base: HTMLCanvasElement;
  private readonly g: CanvasRenderingContext2D;
  private readonly plate = document.createElement("canvas");
  private readonly plateG: CanvasRenderingContext2D;
  private readonly model: BoardModel;
  private readonly painter: Painter;
  private readonly nameOf: (theme: string) => string;
  private baseAt: Place | null = null; // null: what is on the canvas is not known
  private plateAt: Place | null = null;
  private readonly slots: number[] = [];
  private readonly waiting: number[] = [];

  constructor(base: HTMLCanvasElement, model: BoardModel, painter: Painter, nameOf: (theme: string) => string) {
    this.base = base;
    this.model = model;
    this.painter = painter;
    this.nameOf = nameOf;
    const g = base.getContext("2d", { alpha: false });
    const plateG = this.plate.getContext("2d", { alpha: false });
    if (!g || !plateG) throw new Error("no 2d canvas");
    this.g = g;
    this.plateG = plateG;
  }

  /** Sets how many pixels the canvas has; it is empty until it is drawn. */
  resize(w: number, h: number): void {
    this.base.width = w;
    this.base.height = h;
    this.baseAt = this.plateAt = null;
  }

  /** Brings the canvas up to date. Answers whether some cards still wait for their picture. */
  draw(sight: Sight): boolean {
    const { camera, dpr, cards, names } = sight;
    const scale = camera.z * dpr;
    const at: Place = { scale, x: Math.round(camera.x * scale), y: Math.round(camera.y * scale), cards, names };
    const stale = this.model.stale.take();
    this.waiting.length = 0;
    const still = this.baseAt?.scale === scale; // in a zoom a plate would be drawn for one frame
    if (camera.z < Z_WORDS && still) this.drawByPlate(sight, at, stale);
    else {
      this.plateAt = null;
      this.drawAtOnce(sight, at, stale);
    }
    this.baseAt = at;
    for (const slot of this.waiting) {
      const { x, y, w, h } = this.model.box(slot);
      this.model.stale.add(x, y, w, h);
    }
    return this.waiting.length > 0;
  }

  private drawAtOnce(sight: Sight, at: Place, stale: "all" | Box | null): void {
    const { baseAt, base } = this;
    const size = { w: base.width, h: base.height };
    const holds = baseAt !== null && stale !== "all" && isSame(baseAt, at) && baseAt.x === at.x && baseAt.y === at.y;
    const region = holds ? stale && pixelsOf(stale, at.scale, at, size, AROUND) : { x: 0, y: 0, ...size };
    if (region) this.paint(this.g, sight, at, region);
  }

  private drawByPlate(sight: Sight, at: Place, stale: "all" | Box | null): void {
    const { base, plate, plateG } = this;
    const size = { w: base.width + 2 * MARGIN, h: base.height + 2 * MARGIN };
    let { plateAt } = this;
    if (
      plateAt === null ||
      stale === "all" ||
      !isSame(plateAt, at) ||
      Math.abs(at.x - plateAt.x - MARGIN) > MARGIN ||
      Math.abs(at.y - plateAt.y - MARGIN) > MARGIN
    ) {
      if (plate.width !== size.w || plate.height !== size.h) Object.assign(plate, { width: size.w, height: size.h });
      plateAt = this.plateAt = { ...at, x: at.x - MARGIN, y: at.y - MARGIN };
      this.paint(plateG, sight, plateAt, { x: 0, y: 0, ...size });
    } else {
      const region = stale && pixelsOf(stale, at.scale, plateAt, size, AROUND);
      if (region) this.paint(plateG, sight, plateAt, region);
      else if (this.baseAt && isSame(this.baseAt, at) && this.baseAt.x === at.x && this.baseAt.y === at.y) return;
    }
    this.g.setTransform(1, 0, 0, 1, 0, 0);
    this.g.drawImage(plate, plateAt.x - at.x, plateAt.y - at.y);
  }

  /** Draws what lies in some pixels of a canvas. */
  private paint(g: CanvasRenderingContext2D, sight: Sight, { scale, x, y, cards, names }: Place, region: Box): void {
    const { model, painter } = this;
    const { camera, away, frames, target, chosen } = sight;
    g.save();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.beginPath();
    g.rect(region.x, region.y, region.w, region.h);
    g.clip();
    g.fillStyle = painter.ink.paper;
    g.fillRect(region.x, region.y, region.w, region.h);
    g.setTransform(scale, 0, 0, scale, -x, -y);
    const left = (region.x - AROUND + x) / scale;
    const top = (region.y - AROUND + y) / scale;
    const right = (region.x + region.w + AROUND + x) / scale;
    const bottom = (region.y + region.h + AROUND + y) / scale;
    const shown: Cloth[] = [];
    for (const cloth of model.themes.values()) {
      const box = frames?.get(cloth.theme.id) ?? cloth.box;
      if (cloth.hidden || away?.has(cloth.theme.id)) continue;
      if (box.x > right || box.x + box.w < left || box.y > bottom || box.y + box.h < top) continue;
      shown.push(box === cloth.box ? cloth : { ...cloth, box });
    }
    painter.drawCloths(g, shown, camera, target, chosen);
    if (cards) {
      const slots = model.grid.within(left, top, right - left, bottom - top, this.slots);
      if (camera.z >= Z_BARS) model.stack(slots); // from afar nobody sees what lies on what
      painter.drawCards(g, model, slots, camera, PICTURES, this.waiting);
    }
    if (names) {
      g.setTransform(1, 0, 0, 1, 0, 0);
      painter.drawNames(g, shown, camera.z, { scale, x, y }, this.nameOf);
    }
    g.restore();
  }
}

function isSame(a: Place, b: Place): boolean {
  return a.scale === b.scale && a.cards === b.cards && a.names === b.names;
}
