/**
 * Moves the camera while a gesture stays near an edge of the view: carrying, a marquee, a lasso.
 *
 * It goes no further than to where the middle of the view meets the end of what lies on the board, so that nobody is
 * carried off into nothing. Knows nothing of the DOM but frames. Rule: docs/spec/board.md, B80.
 */
import { pan, seen } from "./camera.ts";
import type { Box, Camera, Point, Size } from "./camera.ts";

const ZONE = 56; // screen pixels from an edge where it begins
const SPEED = 16; // screen pixels a frame at the very edge

/** The camera one frame later, with the pointer at `at`; the same one where it rests. */
export function edgeStep(camera: Camera, at: Point, size: Size, bounds: Box | null): Camera {
  const to = pan(camera, push(at.x, size.w) * SPEED, push(at.y, size.h) * SPEED);
  if (!bounds) return to;
  const view = seen(camera, size);
  const x = held(camera.x, to.x, bounds.x - view.w / 2, bounds.x + bounds.w - view.w / 2);
  const y = held(camera.y, to.y, bounds.y - view.h / 2, bounds.y + bounds.h - view.h / 2);
  return x === camera.x && y === camera.y ? camera : { x, y, z: camera.z };
}

/** How far into the zone of an edge, from -1 to 1. */
function push(place: number, length: number): number {
  const zone = Math.min(ZONE, length / 4);
  if (place < zone) return -Math.min(1, (zone - place) / zone);
  if (place > length - zone) return Math.min(1, (place - length + zone) / zone);
  return 0;
}

/** Never further out than an end; but who is already beyond it is not thrown back. */
function held(from: number, to: number, least: number, most: number): number {
  return to > from ? Math.max(from, Math.min(to, most)) : Math.min(from, Math.max(to, least));
}

type Board = Readonly<{ camera: Camera; size: Size; model: Readonly<{ bounds: () => Box | null }> }>;

export class EdgePan {
  private readonly board: Board;
  private readonly go: (camera: Camera) => void;
  private at: Point | null = null;
  private bounds: Box | null = null;
  private moved: (() => void) | null = null;
  private frame = 0;

  constructor(board: Board, go: (camera: Camera) => void) {
    this.board = board;
    this.go = go;
  }

  /** Whether a gesture is under way. */
  get held(): boolean {
    return this.at !== null;
  }

  /**
   * The pointer of a gesture is here, in screen pixels of the view. The first time, what lies on the board is measured.
   *
   * @param moved - called after each step of the camera
   */
  hold(at: Point, moved: (() => void) | null = null): void {
    if (this.at === null) this.bounds = this.board.model.bounds();
    this.at = at;
    this.moved = moved;
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.step());
  }

  /** The gesture is over. */
  end(): void {
    this.at = null;
    this.moved = null;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private step(): void {
    this.frame = 0;
    if (!this.at) return;
    const { camera, size } = this.board;
    const to = edgeStep(camera, this.at, size, this.bounds);
    if (to.x === camera.x && to.y === camera.y) return;
    this.go(to);
    this.moved?.();
    this.frame = requestAnimationFrame(() => this.step());
  }
}
