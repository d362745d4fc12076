/**
 * The board from so far that cards are coloured boxes: all of it painted as pixels, straight from typed arrays. A board that
 * has only been moved is moved there too, and painted where it is new.
 *
 * Corners are square and weaves are plain here, which nobody could see. Piles and names are not in it: the canvas
 * draws them on top.
 */
import type { Box, Corner, Size } from "./camera.ts";
import type { Cloth } from "./cloth.ts";
import { clothLook, DASH } from "./cloth-look.ts";
import type { Dyes } from "./cloth-look.ts";
import type { Ink } from "./ink.ts";
import type { BoardModel } from "./model.ts";
import { blend, pixelsOfColours, Raster } from "./raster.ts";
import type { Pixel } from "./raster.ts";

/** How much of a card is seen that is not what is looked for; an element's in board.css is the same. */
export const FAINT = 0.3;

const BAND = 3; // pixels of the band at the top of a theme
const MARK = 2; // pixels around a card that is selected

type Colours = Dyes<Pixel> & Readonly<{ mark: Pixel; far: readonly Pixel[] }>;

/** What is to be seen: cloths, outer ones first, and slots of cards; the theme under what is carried, and the one looked at. */
export type FarSight = Readonly<{
  model: BoardModel;
  cloths: readonly Cloth[];
  slots: readonly number[];
  target: string | null;
  chosen: string | null;
}>;

export class FarView {
  private colours: Colours;
  private readonly raster = new Raster();
  private place: Corner = { scale: 1, x: 0, y: 0 }; // of what is in the raster
  private size: Size = { w: 0, h: 0 };

  constructor(ink: Ink) {
    this.colours = coloursOf(ink);
  }

  renew(ink: Ink): void {
    this.colours = coloursOf(ink);
    this.size = { w: 0, h: 0 };
  }

  /** Begins a picture. Answers what is to be painted of it: all. */
  begin(place: Corner, size: Size): readonly Box[] {
    this.place = place;
    this.size = size;
    this.raster.begin(size.w, size.h);
    return [{ x: 0, y: 0, w: size.w, h: size.h }];
  }

  /**
   * Goes on with the last picture, in which nothing has changed, from another place. Answers the parts of it that are to be
   * painted; null where the last one was not this one, and it must be begun.
   */
  follow(from: Corner, to: Corner, size: Size): readonly Box[] | null {
    const { place } = this;
    const { w, h } = this.size;
    if (w !== size.w || h !== size.h || place.x !== from.x || place.y !== from.y) return null;
    if (place.scale !== from.scale || place.scale !== to.scale) return null;
    this.place = to;
    return this.raster.move(to.x - from.x, to.y - from.y);
  }

  /** Puts the picture on a canvas with its corner at a pixel. */
  put(g: CanvasRenderingContext2D, x: number, y: number): void {
    this.raster.put(g, x, y);
  }

  /** Paints a part of the picture anew. */
  paint(part: Box, sight: FarSight): void {
    const { raster, colours, place } = this;
    const { scale, x: x0, y: y0 } = place;
    raster.clear(part, colours.paper);
    for (const cloth of sight.cloths) this.paintCloth(cloth, scale, x0, y0, sight);
    const { fills, found, moving, selection } = sight.model;
    const { x, y, w, h } = sight.model.grid;
    // Marks are laid under the cards, but would shine through faint ones: then they are only a line.
    if (selection.count > 0) {
      const { bits } = selection;
      for (const slot of sight.slots) {
        if (bits[slot] !== 1 || moving[slot] === 1) continue;
        const left = (x[slot] ?? 0) * scale - x0 - MARK;
        const top = (y[slot] ?? 0) * scale - y0 - MARK;
        const wide = (w[slot] ?? 0) * scale + 2 * MARK;
        const high = (h[slot] ?? 0) * scale + 2 * MARK;
        if (found.on) this.frame(left, top, wide, high, MARK, colours.mark);
        else raster.box(left, top, wide, high, colours.mark);
      }
    }
    for (const slot of sight.slots) {
      if (moving[slot] === 1) continue;
      const left = (x[slot] ?? 0) * scale - x0;
      const top = (y[slot] ?? 0) * scale - y0;
      const colour = colours.far[fills[slot] ?? 0] ?? colours.mark;
      const alpha = found.on && found.dims(slot) ? FAINT : 1;
      raster.box(left, top, (w[slot] ?? 0) * scale, (h[slot] ?? 0) * scale, colour, alpha);
      if (found.current !== slot) continue;
      this.frame(left - 4, top - 4, (w[slot] ?? 0) * scale + 8, (h[slot] ?? 0) * scale + 8, 4, colours.mark);
    }
  }

  private paintCloth(cloth: Cloth, scale: number, x0: number, y0: number, { target, chosen }: FarSight): void {
    const { raster, colours } = this;
    const { theme, box } = cloth;
    const x = box.x * scale - x0;
    const y = box.y * scale - y0;
    const w = box.w * scale;
    const h = box.h * scale;
    const { coats, band, line } = clothLook(colours, cloth, target === theme.id, chosen === theme.id);
    const cover = coats.reduce((under, { colour, alpha }) => blend(under, colour, (alpha * 256) | 0), colours.paper);
    raster.box(x, y, w, h, cover);
    raster.box(x, y, w, Math.min(BAND, h), band.colour, band.alpha);
    const { width, colour } = line;
    if (line.dashed) this.dashes(x - width / 2, y - width / 2, w + width, h + width, width, colour);
    else this.frame(x - width / 2, y - width / 2, w + width, h + width, width, colour);
  }

  /** A line of some width within a box. */
  private frame(x: number, y: number, w: number, h: number, line: number, colour: Pixel): void {
    const { raster } = this;
    raster.box(x, y, w, line, colour);
    raster.box(x, y + h - line, w, line, colour);
    raster.box(x, y + line, line, h - 2 * line, colour);
    raster.box(x + w - line, y + line, line, h - 2 * line, colour);
  }

  private dashes(x: number, y: number, w: number, h: number, line: number, colour: Pixel): void {
    const { raster } = this;
    for (let at = 0; at < w; at += DASH.on + DASH.off) {
      const long = Math.min(DASH.on, w - at);
      raster.box(x + at, y, long, line, colour);
      raster.box(x + at, y + h - line, long, line, colour);
    }
    for (let at = 0; at < h; at += DASH.on + DASH.off) {
      const long = Math.min(DASH.on, h - at);
      raster.box(x, y + at, line, long, colour);
      raster.box(x + w - line, y + at, line, long, colour);
    }
  }
}

function coloursOf(ink: Ink): Colours {
  const { hues, cloths, hems, far } = ink;
  const pixels = pixelsOfColours([ink.paper, ink.mark, ...hues, ...cloths, ...hems, ...far]);
  const take = (count: number) => pixels.splice(0, count);
  const [paper = 0, mark = 0] = take(2);
  return {
    paper,
    mark,
    hues: take(hues.length),
    cloths: take(cloths.length),
    hems: take(hems.length),
    far: take(far.length),
  };
}
