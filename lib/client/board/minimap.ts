/**
 * The whole board on a small canvas, and where in it the camera is.
 *
 * Cards and themes are drawn anew only after the board has changed, a few times a second at most. While the camera
 * moves, the frame is drawn on a picture of its own: as an element it would have the page laid out in layers anew, which
 * takes ten times as long. Knows nothing of React. Rule: docs/spec/board.md, B82.
 */
import { Aside } from "./aside.ts";
import { equal, seen } from "./camera.ts";
import { onInkChange } from "./ink.ts";
import type { Box, Camera, Point, Size } from "./camera.ts";
import type { Stage } from "./stage.ts";

/** How large the picture is, in pixels of the screen. */
export const SMALL: Size = { w: 184, h: 120 };
const LEAST = 250; // ms between two drawings
const LEAST_ZOOMED = 80; // ms between two drawings of the frame in a zoom
const STEPS = 2; // places of the frame in one pixel
const LINE = 2; // pixels that its lines are wide
const RIM = 4; // pixels around what is drawn
const CARD_LEAST = 1.2; // pixels that a card has at least

/** How a board is drawn small: `map = (board - from) * scale + rim`. */
export type Fit = Readonly<{ x: number; y: number; scale: number }>;

/** The whole of a board in the middle of a small picture. */
export function fitSmall(bounds: Box, size: Size): Fit {
  const scale = Math.min((size.w - 2 * RIM) / Math.max(1, bounds.w), (size.h - 2 * RIM) / Math.max(1, bounds.h));
  return {
    x: bounds.x + bounds.w / 2 - size.w / 2 / scale,
    y: bounds.y + bounds.h / 2 - size.h / 2 / scale,
    scale,
  };
}

/** The board point under a point of the small picture. */
export function boardPointOf(fit: Fit, at: Point): Point {
  return { x: fit.x + at.x / fit.scale, y: fit.y + at.y / fit.scale };
}

/** The camera that has a board point in its middle. */
export function centred(camera: Camera, size: Size, at: Point): Camera {
  return { x: at.x - size.w / camera.z / 2, y: at.y - size.h / camera.z / 2, z: camera.z };
}

export class Minimap {
  private readonly stage: Stage;
  private readonly root: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly frame: HTMLCanvasElement;
  private readonly stops: (() => void)[];
  private bounds: Box | null = null;
  private fit: Fit = { x: 0, y: 0, scale: 1 };
  private shownZ = 0;
  private at: Box | null = null; // where the frame is
  private timer: ReturnType<typeof setTimeout> | undefined;
  private zoomed: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param root - gets `data-idle` where all of the board is in view
   * @param frame - lies over the canvas, as large
   */
  constructor(stage: Stage, root: HTMLElement, canvas: HTMLCanvasElement, frame: HTMLCanvasElement) {
    this.stage = stage;
    this.root = root;
    this.canvas = canvas;
    this.frame = frame;
    this.stops = [
      stage.model.changed.subscribe(() => this.later()),
      stage.cameraMoved.subscribe(() => {
        // Not in every frame of a zoom, which has enough to hand on.
        if (this.shownZ === stage.camera.z) this.follow();
        else this.zoomed ??= setTimeout(() => this.follow(), LEAST_ZOOMED);
      }),
      onInkChange(() => this.later()),
    ];
    this.draw();
  }

  close(): void {
    for (const stop of this.stops) stop();
    clearTimeout(this.timer);
    clearTimeout(this.zoomed);
  }

  /** Brings the board point under a point of the small picture into the middle of the view. */
  goTo(at: Point): void {
    this.stage.jump(centred(this.stage.camera, this.stage.size, boardPointOf(this.fit, at)));
  }

  private later(): void {
    this.timer ??= setTimeout(() => this.draw(), LEAST);
  }

  private draw(): void {
    this.timer = undefined;
    const { model, painter } = this.stage;
    const { ink } = painter;
    this.bounds = model.bounds();
    if (!this.bounds) return this.follow();
    const aside = aSmallOne();
    const { g } = aside;
    this.fit = fitSmall(this.bounds, SMALL);
    const { x, y, scale } = this.fit;
    g.scale(scale, scale);
    g.translate(-x, -y);
    const least = CARD_LEAST / scale;
    for (const { theme, box } of model.themes.values()) {
      g.fillStyle = ink.hems[theme.hue] ?? ink.hairline;
      g.fillRect(box.x, box.y, box.w, box.h);
    }
    // One colour after the other: a canvas is slow at changing colours, not at boxes.
    const byHue = Map.groupBy(model.all(), (slot) => model.cards[slot]?.hue ?? 0);
    for (const [hue, slots] of byHue) {
      g.fillStyle = ink.hues[hue] ?? ink.faint;
      g.beginPath();
      for (const slot of slots) {
        const box = model.box(slot);
        g.rect(box.x, box.y, Math.max(least, box.w), Math.max(least, box.h));
      }
      g.fill();
    }
    aside.show(this.canvas);
    this.at = null; // the frame's colour may be another
    this.shownZ = 0;
    this.follow();
  }

  /** Shows where the camera is. */
  private follow(): void {
    clearTimeout(this.zoomed);
    this.zoomed = undefined;
    const { camera, size } = this.stage;
    const view = seen(camera, size);
    const idle = !this.bounds || holds(view, this.bounds);
    if (idle !== this.root.hasAttribute("data-idle")) this.root.toggleAttribute("data-idle", idle);
    if (idle) return;
    const { x, y, scale } = this.fit;
    this.shownZ = camera.z;
    // In steps that can be seen: a large board's frame is on its way for many frames of the board before it has come that far.
    const step = (length: number) => Math.round(length * scale * STEPS) / STEPS;
    const at = { x: step(view.x - x), y: step(view.y - y), w: step(view.w), h: step(view.h) };
    if (equal(at, this.at)) return;
    this.at = at;
    const { ink } = this.stage.painter;
    const aside = aSmallOne();
    const { g } = aside;
    g.fillStyle = ink.mark;
    g.globalAlpha = 0.08;
    g.fillRect(at.x, at.y, at.w, at.h);
    g.globalAlpha = 1;
    g.strokeStyle = ink.mark;
    g.lineWidth = LINE;
    g.strokeRect(at.x + LINE / 2, at.y + LINE / 2, Math.max(0, at.w - LINE), Math.max(0, at.h - LINE));
    aside.show(this.frame);
  }
}

/** A picture of the overview's size, to draw on in pixels of the screen. */
function aSmallOne(): Aside {
  const dpr = Math.min(2, devicePixelRatio);
  const aside = new Aside(Math.round(SMALL.w * dpr), Math.round(SMALL.h * dpr));
  aside.g.scale(dpr, dpr);
  return aside;
}

/** Whether all of a box is in view. */
function holds(view: Box, { x, y, w, h }: Box): boolean {
  return x >= view.x && y >= view.y && x + w <= view.x + view.w && y + h <= view.y + view.h;
}
