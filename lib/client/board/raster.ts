/**
 * Plain boxes as pixels: thousands of small ones take a tenth of what they take as commands to a canvas.
 *
 * Edges between pixels are blended by how much of the pixel they cover, as a canvas does. Knows nothing of cards.
 */
import type { Box } from "./camera.ts";

/** A colour as a pixel of image data: alpha, blue, green, red, from the highest byte. */
export type Pixel = number;

const LONG = 48; // from so many pixels on, asking for them to be filled takes less than filling them one by one

/** What colours look like as pixels: each is drawn once and read. */
export function pixelsOfColours(colours: readonly string[]): Pixel[] {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, colours.length);
  canvas.height = 1;
  const g = canvas.getContext("2d", { willReadFrequently: true });
  if (!g) throw new Error("no 2d canvas");
  colours.forEach((colour, at) => {
    g.fillStyle = colour;
    g.fillRect(at, 0, 1, 1);
  });
  return [...new Uint32Array(g.getImageData(0, 0, canvas.width, 1).data.buffer)];
}

/** Lays a share (0 to 256) of one opaque pixel over another. */
export function blend(under: Pixel, over: Pixel, share: number): Pixel {
  const rest = 256 - share;
  const redBlue = ((Math.imul(over & 0xff00ff, share) + Math.imul(under & 0xff00ff, rest)) >>> 8) & 0xff00ff;
  const green = ((Math.imul(over & 0x00ff00, share) + Math.imul(under & 0x00ff00, rest)) >>> 8) & 0x00ff00;
  return (0xff000000 | redBlue | green) >>> 0;
}

export class Raster {
  /** Row by row, `wide` pixels each; those beyond `w` and `h` mean nothing. */
  pixels = new Uint32Array(0);
  private wide = 0;
  private high = 0;
  private w = 0;
  private h = 0;
  private part: Box = { x: 0, y: 0, w: 0, h: 0 }; // nothing is painted outside of it
  private image: ImageData | null = null;

  /** Begins a picture of this size. What is in it is not known until it is cleared. */
  begin(w: number, h: number): void {
    if (w > this.wide || h > this.high) {
      this.wide = Math.max(w, this.wide);
      this.high = Math.max(h, this.high);
      this.pixels = new Uint32Array(this.wide * this.high);
      this.image = null;
    }
    this.w = w;
    this.h = h;
  }

  /** Makes a part of the picture all of one colour; what is painted from now on is painted within it. */
  clear(part: Box, paper: Pixel): void {
    const { pixels, wide } = this;
    this.part = part;
    const { x, y, w, h } = part;
    if (w === wide) pixels.fill(paper, y * wide, (y + h) * wide);
    else for (let row = y; row < y + h; row++) pixels.fill(paper, row * wide + x, row * wide + x + w);
  }

  /**
   * Moves the picture by whole pixels, so that what lay at (dx, dy) lies in its corner. Answers the parts that have come into
   * it, of which nothing is known.
   */
  move(dx: number, dy: number): readonly Box[] {
    const { pixels, wide, w, h } = this;
    const by = dx + dy * wide;
    if (by > 0) pixels.copyWithin(0, by, h * wide);
    else if (by < 0) pixels.copyWithin(-by, 0, h * wide + by);
    const across = Math.min(w, Math.abs(dx));
    const down = Math.min(h, Math.abs(dy));
    const side = { x: dx > 0 ? w - across : 0, y: 0, w: across, h };
    const end = { x: dx < 0 ? across : 0, y: dy > 0 ? h - down : 0, w: w - across, h: down };
    return [side, end].filter((part) => part.w > 0 && part.h > 0);
  }

  /** The pixel at a place. */
  at(x: number, y: number): Pixel {
    return this.pixels[y * this.wide + x] ?? 0;
  }

  /** Fills a box of any fractions of pixels with a colour, as opaque as `alpha` (0 to 1) says. */
  box(x: number, y: number, w: number, h: number, colour: Pixel, alpha = 1): void {
    const { wide, part } = this;
    const x0 = Math.max(part.x, x);
    const y0 = Math.max(part.y, y);
    const x1 = Math.min(part.x + part.w, x + w);
    const y1 = Math.min(part.y + part.h, y + h);
    if (x0 >= x1 || y0 >= y1) return;
    const left = Math.floor(x0);
    const right = Math.ceil(x1) - 1;
    const bottom = Math.ceil(y1);
    // The first and the last column are covered in part; where they are one column, it is both.
    const first = Math.min(x1, left + 1) - x0;
    const last = x1 - right;
    for (let row = Math.floor(y0); row < bottom; row++) {
      const cover = (Math.min(y1, row + 1) - Math.max(y0, row)) * alpha * 256;
      this.run(row * wide + left, row * wide + right, colour, (first * cover) | 0, cover | 0, (last * cover) | 0);
    }
  }

  /** Colours some pixels of a row, each end and all between by a share (0 to 256) of their own. */
  private run(start: number, end: number, colour: Pixel, first: number, inside: number, last: number): void {
    const { pixels } = this;
    pixels[start] = blend(pixels[start] ?? 0, colour, first);
    if (end === start) return;
    if (inside < 255) for (let at = start + 1; at < end; at++) pixels[at] = blend(pixels[at] ?? 0, colour, inside);
    else if (end - start > LONG) pixels.fill(colour, start + 1, end);
    else for (let at = start + 1; at < end; at++) pixels[at] = colour;
    pixels[end] = blend(pixels[end] ?? 0, colour, last);
  }

  /** Puts the picture on a canvas with its corner at a place. */
  put(g: CanvasRenderingContext2D, x: number, y: number): void {
    this.image ??= new ImageData(new Uint8ClampedArray(this.pixels.buffer), this.wide, this.high);
    g.putImageData(this.image, x, y, 0, 0, this.w, this.h);
  }
}
