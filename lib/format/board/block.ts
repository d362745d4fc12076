/** A text of a picture, broken into lines that fit. Knows fonts by their widths. Rules: docs/spec/board.md, B119. */
import { wordsOf } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";
import { breakText, widthOf } from "./letters.ts";
import type { Letters, Line, Weight } from "./letters.ts";

/** A text as it is drawn: `x` its left, `y` the first baseline, `step` from one line to the next. */
export type Block = Readonly<{
  lang: string;
  weight: Weight;
  size: number;
  ink: "ink" | "faint";
  x: number;
  y: number;
  step: number;
  lines: readonly Line[];
  /** all of the words, where not all of them are drawn */
  full: string | null;
}>;

export const LEADING = 1.4;

/** Sets a text from `x` to the right, its first baseline at `y`, in at most `most` lines of `space`. */
type Set = (
  text: Text,
  weight: Weight,
  size: number,
  ink: Block["ink"],
  x: number,
  y: number,
  space: number,
  most: number,
) => Block;

export function setter(letters: Letters): Set {
  return (text, weight, size, ink, x, y, space, most) => {
    const words = clean(wordsOf(text));
    const { lines, fits } = breakText(words, space, most, (some) => widthOf(letters, weight, size, some));
    const step = round(size * LEADING);
    return { lang: text.lang, weight, size, ink, x: round(x), y: round(y), step, lines, full: fits ? null : words };
  };
}

/** Two places behind the point: fine enough to draw, and the same on every machine. */
export function round(length: number): number {
  return Math.round(length * 100) / 100;
}

/** Words without signs that only steer machines and no file can hold. */
function clean(words: string): string {
  return words.replace(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}

/** The words of a block as they are drawn, in one line. */
export function drawn(block: Block): string {
  return block.lines.map(({ text, whole }, at) => (whole && at < block.lines.length - 1 ? `${text} ` : text)).join("");
}
