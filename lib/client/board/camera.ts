/**
 * The camera over a board: what part of it is seen, and how large.
 *
 * Board units are CSS pixels at 100 %. Screen points are CSS pixels from the top left of the board's
 * viewport. `screen = (board - camera) * z`. Knows nothing of the DOM or of React.
 */

/** The board point at the viewport's top left, and the magnification. */
export type Camera = Readonly<{ x: number; y: number; z: number }>;
export type Point = Readonly<{ x: number; y: number }>;
export type Box = Readonly<{ x: number; y: number; w: number; h: number }>;
export type Size = Readonly<{ w: number; h: number }>;
/** Where a picture of the board lies: how many pixels a board unit has, and the pixel of the board in the picture's corner. */
export type Corner = Readonly<{ scale: number; x: number; y: number }>;

export const CLOSEST = 3;
export const FARTHEST = 0.02;

export function toBoard(camera: Camera, screen: Point): Point {
  return { x: camera.x + screen.x / camera.z, y: camera.y + screen.y / camera.z };
}

export function toScreen(camera: Camera, board: Point): Point {
  return { x: (board.x - camera.x) * camera.z, y: (board.y - camera.y) * camera.z };
}

/** The part of the board that a viewport of this size shows. */
export function seen(camera: Camera, size: Size): Box {
  return { x: camera.x, y: camera.y, w: size.w / camera.z, h: size.h / camera.z };
}

/** Moves by screen pixels; positive `dx` shows what lies further right. */
export function pan(camera: Camera, dx: number, dy: number): Camera {
  return { x: camera.x + dx / camera.z, y: camera.y + dy / camera.z, z: camera.z };
}

/** Magnifies to `z` (held within the bounds) so that the board point under `at` stays under it. */
export function zoomAt(camera: Camera, at: Point, z: number): Camera {
  const next = Math.min(CLOSEST, Math.max(FARTHEST, z));
  return { x: camera.x + at.x / camera.z - at.x / next, y: camera.y + at.y / camera.z - at.y / next, z: next };
}

/**
 * The camera that shows a whole box, centred, never larger than 100 %.
 *
 * @param pad - screen pixels to leave free on each side
 * @param below - the same for the lower side, where tools lie
 */
export function fit(box: Box, size: Size, pad = 48, below = pad): Camera {
  const room = { w: Math.max(1, size.w - 2 * pad), h: Math.max(1, size.h - pad - below) };
  const z = Math.max(FARTHEST, Math.min(room.w / Math.max(1, box.w), room.h / Math.max(1, box.h), 1));
  return { x: box.x + box.w / 2 - size.w / z / 2, y: box.y + box.h / 2 - (size.h + pad - below) / z / 2, z };
}

/** The camera that shows all of a box and as little else as there can be, as somebody else sees it. */
export function contain(box: Box, size: Size): Camera {
  const z = Math.min(CLOSEST, Math.max(FARTHEST, Math.min(size.w / box.w, size.h / box.h)));
  return { x: box.x + box.w / 2 - size.w / z / 2, y: box.y + box.h / 2 - size.h / z / 2, z };
}

/** The camera moved as little as needed so that a box is seen with `pad` screen pixels around it. */
export function reveal(camera: Camera, box: Box, size: Size, pad = 40): Camera {
  const view = seen(camera, size);
  const gap = pad / camera.z;
  const along = (from: number, length: number, start: number, side: number) => {
    if (length + 2 * gap > side) return start + length / 2 - side / 2;
    return Math.min(Math.max(from, start + length + gap - side), start - gap);
  };
  return { x: along(camera.x, box.w, box.x, view.w), y: along(camera.y, box.h, box.y, view.h), z: camera.z };
}

/** The smallest box around all of these; `null` for none. */
export function around(boxes: Iterable<Box>): Box | null {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (const { x, y, w, h } of boxes) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x + w);
    y1 = Math.max(y1, y + h);
  }
  return x0 === Infinity ? null : { x: x0, y: y0, w: x1 - x0, h: y1 - y0 };
}

/** The box between two corners, in whichever order they come. */
export function between(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}

/** Whether two boxes are the same, or both are none. */
export function equal(a: Box | null, b: Box | null): boolean {
  return a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h);
}

/** Whether two boxes lie on one another; to touch is not enough. */
export function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** What two boxes have in common; null where they only touch or lie apart. */
export function common(a: Box, b: Box): Box | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const w = Math.min(a.x + a.w, b.x + b.w) - x;
  const h = Math.min(a.y + a.h, b.y + b.h) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}

/** Whether a box lies wholly within another. */
export function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

/** A box that reaches further on each side by so many pixels of the screen, at magnification `z`. */
export function grown({ x, y, w, h }: Box, dx: number, dy: number, z: number): Box {
  return { x: x - dx / z, y: y - dy / z, w: w + (2 * dx) / z, h: h + (2 * dy) / z };
}
