/**
 * What somebody says while another speaks, as noScribe writes it into the other's turn: "… by chance. //S02: Was it? // It was".
 *
 * The words between the marks are another speaker's: they become a turn of their own, and what follows goes on as the
 * speaker's before. Marks without a name stay as they are: transcribers use them for other things too.
 *
 * Rules: docs/spec/import.md, I80.
 */
import type { Piece, Tally } from "#lib/format/import/piece.ts";
import { isPart, keyOf } from "./label.ts";

const OVERLAP = /(?<!:)\/\/\s?(\p{L}[^/:\n]{0,40}?)\s?:\s+([^\n]*?)\s*(?:(?<!:)\/\/|$)/gmu;

/**
 * Whether there is something in a text that `apart` makes a turn of.
 *
 * @param known - keys of the labels that are speakers
 */
export function overlaps(text: string, known: ReadonlySet<string>): boolean {
  return text.includes("//") && marksIn(text, known).next().value !== undefined;
}

/** @param known - keys of the labels that are speakers */
export function apart(pieces: readonly Piece[], known: ReadonlySet<string>, tally: Tally): Piece[] {
  return pieces.flatMap((piece) => {
    if (!piece.text.includes("//")) return [piece];
    const parts: Piece[] = [];
    let from = 0;
    const before = (to: number) => {
      const text = piece.text.slice(from, to).trim();
      if (text !== "") parts.push({ ...piece, text, ...(parts.length > 0 ? { startMs: null } : {}), endMs: null });
    };
    for (const found of marksIn(piece.text, known)) {
      const [mark, label = "", text = ""] = found;
      before(found.index);
      tally.drop("overlap", mark);
      if (text !== "") parts.push({ label, text, startMs: null, endMs: null });
      from = found.index + mark.length;
    }
    if (from === 0) return [piece];
    before(piece.text.length);
    const last = parts.at(-1);
    if (last) last.endMs = piece.endMs;
    return parts;
  });
}

/** Marks with the name of somebody who speaks, in order: the whole of each, the name, the words. */
function* marksIn(text: string, known: ReadonlySet<string>): Generator<RegExpExecArray, undefined> {
  const marks = new RegExp(OVERLAP);
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const [, label = ""] = found;
    if (isPart(label) || known.has(keyOf(label))) yield found;
    else marks.lastIndex = found.index + 2; // its end may be another's beginning
  }
}
