/**
 * Offsets in Unicode code points, the unit of every offset that is stored, and in UTF-16 units, the unit of
 * JavaScript strings.
 *
 * A text knows its astral positions once: the code-point offsets of the signs that take two units. Nearly
 * every text has none, and then both units are the same number. Knows nothing of sources or of the DOM.
 * Rules: docs/spec/quote.md, Q4.
 */

/** Code-point offsets of the signs that take two UTF-16 units, ascending. */
export type Astral = readonly number[];

const NONE: Astral = [];

/** Finds the astral signs of a text. Cost: its length, once. */
export function astralOf(text: string): Astral {
  let found: number[] | null = null;
  let pairs = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(at + 1);
    if (next < 0xdc00 || next > 0xdfff) continue;
    (found ??= []).push(at - pairs);
    pairs += 1;
    at += 1;
  }
  return found ?? NONE;
}

/** The UTF-16 offset of a code-point offset. */
export function toUnits(astral: Astral, point: number): number {
  return point + below(astral, (position) => position < point);
}

/** The code-point offset of a UTF-16 offset; within a pair, that of the sign that the pair writes. */
export function toPoints(astral: Astral, unit: number): number {
  // The n-th astral sign (from 0) begins at unit position + n and is over two units later.
  const whole = below(astral, (position, n) => position + n + 2 <= unit);
  const point = unit - whole;
  const next = astral[whole];
  return next !== undefined && next + whole + 1 === unit ? next : point;
}

/** How many signs a text has. */
export function lengthOf(text: string): number {
  return text.length - astralOf(text).length;
}

/** The signs from `start` to `end` (code points, `end` exclusive). */
export function slicePoints(text: string, astral: Astral, start: number, end: number): string {
  return astral.length === 0 ? text.slice(start, end) : text.slice(toUnits(astral, start), toUnits(astral, end));
}

/** How many of the first of a list hold; they hold up to one place and from there on no more. Cost: the logarithm of its length. */
export function below<T>(list: readonly T[], holds: (one: T, n: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && holds(one, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
