/**
 * The letters of pictures: two weights, each in a file for western signs and one for the rest of Latin (ŵ, ŷ), and how
 * words are broken into lines with them.
 *
 * A text whose signs are in no file is measured generously, so that whatever font draws it in the end, it overflows nothing.
 */
import type { Font } from "./font.ts";

export type Weight = "regular" | "bold";
export type Letters = Readonly<Record<Weight, readonly Font[]>>;

/** A line; `whole` where a space stood at its end, else the word goes on in the next. */
export type Line = Readonly<{ text: string; whole: boolean }>;

const ELLIPSIS = "…";
/** The width of a sign that no file has, in thousandths. */
const UNKNOWN = 1300;

/** The font that has a sign. */
export function fontOf(letters: Letters, weight: Weight, code: number): Font | null {
  return letters[weight].find((font) => font.glyphs.has(code)) ?? null;
}

/** How wide a text is, without kerning, which only ever makes it narrower. */
export function widthOf(letters: Letters, weight: Weight, size: number, text: string): number {
  let sum = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const font = fontOf(letters, weight, code);
    sum += font ? (font.widths[font.glyphs.get(code) ?? 0] ?? UNKNOWN) : UNKNOWN;
  }
  return (sum * size) / 1000;
}

/**
 * Breaks a text into lines no wider than `width`.
 *
 * @param measure - how wide a text is
 * @returns at most `most` lines; `fits` is false where the last had to end in an ellipsis
 */
export function breakText(
  text: string,
  width: number,
  most: number,
  measure: (text: string) => number,
): Readonly<{ lines: readonly Line[]; fits: boolean }> {
  const lines: Line[] = [];
  let line = "";
  const words = text.split(/\s+/u).filter((word) => word !== "");
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push({ text: line, whole: true });
    line = word;
    while (lines.length <= most && measure(line) > width) {
      const head = fitting(line, width, measure);
      if (head === line) break; // one sign, wider than a line
      lines.push({ text: head, whole: false });
      line = line.slice(head.length);
    }
    if (lines.length >= most) return { lines: shorten(lines.slice(0, most), width, measure), fits: false };
  }
  if (line !== "") lines.push({ text: line, whole: true });
  if (lines.length > most) return { lines: shorten(lines.slice(0, most), width, measure), fits: false };
  return { lines, fits: true };
}

/** The most of a word that is no wider than a line; at least one sign. */
function fitting(word: string, width: number, measure: (text: string) => number): string {
  const signs = Array.from(word);
  let low = 1;
  let high = signs.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(signs.slice(0, middle).join("")) <= width) low = middle;
    else high = middle - 1;
  }
  return signs.slice(0, low).join("");
}

function shorten(lines: readonly Line[], width: number, measure: (text: string) => number): Line[] {
  const signs = Array.from(lines.at(-1)?.text ?? "");
  while (signs.length > 0 && measure(signs.join("") + ELLIPSIS) > width) signs.pop();
  const kept = signs.join("").replace(/[\s,;:.–-]+$/u, "");
  return [...lines.slice(0, -1), { text: `${kept}${ELLIPSIS}`, whole: true }];
}
