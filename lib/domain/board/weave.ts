/**
 * The ten weaves: each hue has its own, so that colour is never the only signal.
 *
 * Threads are lines through points in a square of 8 by 8 that repeats; screens, pictures and documents draw the same.
 */

/** By hue: its threads, each a list of points `x, y, x, y, …`. */
export const THREADS: readonly (readonly (readonly number[])[])[] = [
  [[0, 4, 8, 4]], // bands
  [[4, 0, 4, 8]], // upright
  [[0, 8, 8, 0]], // rising
  [[0, 0, 8, 8]], // falling
  [
    [0, 4, 8, 4],
    [4, 0, 4, 8],
  ], // squares
  [
    [0, 8, 8, 0],
    [0, 0, 8, 8],
  ], // lattice
  [
    [0, 2, 4, 2],
    [4, 6, 8, 6],
  ], // stitches
  [
    [2, 0, 2, 4],
    [6, 4, 6, 8],
  ], // upright stitches
  [[4, 3.9, 4, 4.1]], // dots
  [[0, 6, 4, 2, 8, 6]], // chevrons
];

/** The same as paths for an SVG or a canvas. */
export const WEAVES: readonly string[] = THREADS.map((threads) =>
  threads.map(([x, y, ...rest]) => `M${x} ${y}L${rest.join(" ")}`).join(""),
);
