/**
 * The colours of pictures: those of the light screen, written out, as a file that is sent about has no screen to ask.
 *
 * A test holds them to the page's tokens. Mixing is done as the page's `color-mix(in oklab, …)` does it (CSS Color 4, 12).
 */

type Colour = readonly [number, number, number]; // sRGB, 0 to 1

export const HUES = [
  "#3049a4",
  "#b77b04",
  "#0e867c",
  "#a51d2b",
  "#0891c9",
  "#722c6e",
  "#627d23",
  "#b1582b",
  "#596571",
  "#d36a96",
] as const;
export const TINTS = [
  "#dee8ff",
  "#fae4c7",
  "#cff0eb",
  "#fee0de",
  "#d1edfe",
  "#fadef6",
  "#e1edcf",
  "#fee1d4",
  "#e4e8ee",
  "#fddee9",
] as const;
export const PAPER = "#faf6ee";
export const SLIP = "#fffdf8";
export const INK = "#211e1a";
export const FAINT = "#5e574d";
export const HIGHLIGHT = "#ffe9a8";

/** An insight's paper, a card's edge. */
export const INSIGHT = mix(SLIP, 58, HIGHLIGHT);
export const HAIRLINE = mix(INK, 22, PAPER);

/** Everything of one hue: the colour, its light threads, the cloth, the cloth upon a cloth, and the line around it. */
export function inkOf(
  hue: number,
): Readonly<{ hue: string; thread: string; cloth: string; upper: string; hem: string }> {
  const colour = HUES[(hue - 1) % HUES.length] ?? FAINT;
  const cloth = mix(TINTS[(hue - 1) % TINTS.length] ?? PAPER, 62, PAPER);
  return {
    hue: colour,
    thread: mix(SLIP, 85, colour),
    cloth,
    upper: mix(PAPER, 35, cloth),
    hem: mix(colour, 38, PAPER),
  };
}

/** The parts of a colour, 0 to 1. */
export function parts(hex: string): Colour {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** `share` percent of one colour and the rest of another. */
function mix(one: string, share: number, other: string): string {
  const a = toLab(parts(one));
  const b = toLab(parts(other));
  const at = share / 100;
  const blend = (x: number, y: number) => x * at + y * (1 - at);
  return written(toRgb([blend(a[0], b[0]), blend(a[1], b[1]), blend(a[2], b[2])]));
}

function written(colour: Colour): string {
  const hex = (part: number) =>
    Math.round(Math.min(1, Math.max(0, part)) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${colour.map(hex).join("")}`;
}

function toLab([r, g, b]: Colour): Colour {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const [lr, lg, lb] = [linear(r), linear(g), linear(b)];
  const l = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb);
  const m = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb);
  const s = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toRgb([lightness, a, b]: Colour): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const gamma = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
