/**
 * What is seen of a board, in a link: the board point in the middle, and the zoom.
 *
 * The middle and not a corner, so that it is the same place on a screen of another size. Rule: docs/spec/board.md, B81.
 */
import { CLOSEST, FARTHEST } from "./camera.ts";
import type { Camera, Size } from "./camera.ts";

/** The point in the middle, and the magnification. */
export type ViewAt = Readonly<{ x: number; y: number; z: number }>;

export function writeView({ x, y, z }: Camera, size: Size): string {
  return `${(x + size.w / z / 2).toFixed(1)},${(y + size.h / z / 2).toFixed(1)},${z.toFixed(4)}`;
}

/** Null where the link says nothing that could be gone to. */
export function readView(asked: string | null): ViewAt | null {
  const [x, y, z, ...rest] = (asked ?? "").split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  if (x === undefined || y === undefined || z === undefined || rest.length > 0) return null;
  if (![x, y, z].every(Number.isFinite) || z <= 0) return null;
  return { x, y, z: Math.min(CLOSEST, Math.max(FARTHEST, z)) };
}

export function cameraOf({ x, y, z }: ViewAt, size: Size): Camera {
  return { x: x - size.w / z / 2, y: y - size.h / z / 2, z };
}
