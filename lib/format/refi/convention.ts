/**
 * How software counts positions in a text. The standard counts code points, a line end as one, and means by `endPosition` what
 * its prose calls the last character; tools read all of that in their own ways, and no file says in which.
 *
 * Signs that count as two are the same to all of these: astral ones where UTF-16 units are counted, line ends where CRLF is.
 * Source: REFI-QDA 1.5, 8; measured in files of NVivo and ATLAS.ti. Rules: docs/spec/refi.md, RF13 and RF27.
 */
import { lineEnds } from "#lib/format/text/decode.ts";
import { astralOf, lengthOf, toPoints, toUnits } from "#lib/domain/text/points.ts";

export type Convention = Readonly<{
  /** what is counted: code points or UTF-16 units */
  unit: "points" | "units";
  /** what a line end counts */
  ends: 1 | 2;
  /** whether a byte order mark counts */
  mark: boolean;
  /** whether the end is the last sign, instead of the first behind it */
  last: boolean;
}>;

/** What the standard says, as all that write it carefully read it. */
export const STANDARD: Convention = { unit: "points", ends: 1, mark: false, last: false };

/** A text as it is in a file. `text` has LF. */
export type Filed = Readonly<{
  text: string;
  /** a byte order mark stands before it */
  mark: boolean;
  /** which of its line ends are two signs in the file: their code-point offsets; null where the file has LF alone */
  doubled: readonly number[] | null;
}>;

/** @param raw - with the line ends that the file has */
export function filed(raw: string, mark: boolean): Filed {
  const text = lineEnds(raw);
  if (!raw.includes("\r")) return { text, mark, doubled: null };
  const doubled: number[] = [];
  let point = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    if (unit === 0x0d && raw.charCodeAt(at + 1) === 0x0a) {
      doubled.push(point);
      at += 1;
    } else if (unit >= 0xd800 && unit <= 0xdbff && isLow(raw.charCodeAt(at + 1))) at += 1;
    point += 1;
  }
  return { text, mark, doubled };
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** The signs of a text that count as two: code-point offsets, ascending. */
export function wideOf(
  { text, doubled }: Pick<Filed, "text" | "doubled">,
  { unit, ends }: Pick<Convention, "unit" | "ends">,
): readonly number[] {
  const astral = unit === "units" ? astralOf(text) : [];
  const lines = ends === 2 ? (doubled ?? lineEndsOf(text)) : [];
  if (astral.length === 0) return lines;
  return lines.length === 0 ? astral : [...astral, ...lines].toSorted((a, b) => a - b);
}

/** Where lines end, in code points. */
function lineEndsOf(text: string): readonly number[] {
  const astral = astralOf(text);
  const found: number[] = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) found.push(toPoints(astral, at));
  return found;
}

/** A stretch in code points, `end` exclusive. */
export type Stretch = Readonly<{ start: number; end: number }>;

/** Gives the way from positions in a file to a stretch of its text; null where they lie outside, within a sign, or hold none. */
export function stretcher(source: Filed, convention: Convention): (start: number, end: number) => Stretch | null {
  const wide = wideOf(source, convention);
  const length = lengthOf(source.text);
  const before = source.mark && convention.mark ? 1 : 0;
  const place = (position: number): number | null => {
    const point = toPoints(wide, position - before);
    return point >= 0 && point <= length && toUnits(wide, point) === position - before ? point : null;
  };
  return (from, to) => {
    const start = place(from);
    const end = place(convention.last ? to + 1 : to);
    return start === null || end === null || start >= end ? null : { start, end };
  };
}
