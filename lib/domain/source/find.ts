/**
 * Finds words in a text as a reader sees it: upper and lower case, accents, kinds of apostrophe and hyphen, and the width
 * of white space make no difference, so `ty` finds *Tŷ*.
 *
 * Turns are looked through one by one: nothing is found across two. Rules: docs/spec/quote.md, Q16.
 */
import { fold } from "../identifier/fold.ts";
import { astralOf, toUnits } from "../text/points.ts";
import { shown } from "./reading.ts";
import type { Turn } from "./reading.ts";

/** What was found: a turn by its position, and the stretch in UTF-16 units of what the turn shows, `end` exclusive. */
export type Match = Readonly<{ turn: number; start: number; end: number }>;

/** A text made ready to be looked through, again and again. */
export type Searchable = Readonly<{ text: string; at: Uint32Array; length: number }>;

/** Folds a string, white space to single blanks, and keeps the way back: `at[n]` is the unit where folded unit `n` begins. */
export function searchable(words: string): Searchable {
  const { units, starts, length } = fold(words);
  const astral = astralOf(words);
  const at = new Uint32Array(length);
  const codes: number[] = [];
  let blank = false;
  for (let n = 0; n < length; n += 1) {
    const unit = units[n] ?? 0;
    if (unit === 0x20 && blank) continue;
    blank = unit === 0x20;
    at[codes.length] = toUnits(astral, starts[n] ?? 0);
    codes.push(unit);
  }
  let text = "";
  for (let n = 0; n < codes.length; n += 8192) text += String.fromCharCode(...codes.slice(n, n + 8192));
  return { text, at: at.subarray(0, codes.length), length: words.length };
}

/** The text of each turn, ready to be looked through. Cost: the length of the text, once. */
export function searchableTurns(turns: readonly Turn[]): Searchable[] {
  return turns.map((turn) => searchable(shown(turn)));
}

/** Every place at which the words stand, in the order of the text; none where nothing is asked. */
export function findIn(turns: readonly Searchable[], words: string): Match[] {
  const wanted = searchable(words).text.trim();
  if (wanted === "") return [];
  const found: Match[] = [];
  for (const [turn, { text, at, length }] of turns.entries()) {
    for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
      const start = at[from] ?? 0;
      // A sign that folds into two (ß, ﬁ) is taken whole; marks that follow the last sign belong to it.
      const behind = from + wanted.length;
      let end = at[behind] ?? length;
      if (end === at[behind - 1]) end = at.subarray(behind).find((unit) => unit > end) ?? length;
      if (end > start) found.push({ turn, start, end });
    }
  }
  return found;
}
