/**
 * Where a text repeats word for word what somebody said: a memo that quotes them, a tag or a theme called by their words.
 *
 * Words are compared without case and accents. Six words in a row are theirs wherever they stand; three to five are, unless others
 * said the same. Rules: docs/spec/consent.md, CO13 and CO14.
 */
import { bare } from "../identifier/fold.ts";
import { lengthOf } from "../text/points.ts";
import type { Span } from "./span.ts";

/** The fewest words in a row that are looked for, and from how many on it does not matter who else said them. */
const FEWEST = 3;
const THEIRS = 6;

/** A run of words that is also somebody's; `words` are folded. */
export type Run = Span & Readonly<{ words: readonly string[] }>;

type Word = Readonly<{ word: string; start: number; end: number }>;

const WORD = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]+/gu; // what is invisible parts no word

/** The words of a text, folded. */
function plainly(text: string): string[] {
  return bare(text).match(WORD) ?? [];
}

/** The words of a text with their places, in code points. */
function wordsOf(text: string): Word[] {
  const all: Word[] = [];
  let unit = 0;
  let point = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    point += lengthOf(text.slice(unit, index));
    const end = point + lengthOf(word);
    all.push({ word: bare(word), start: point, end });
    [unit, point] = [index + word.length, end];
  }
  return all;
}

const keyOf = (words: readonly string[], at: number) => `${words[at]} ${words[at + 1]} ${words[at + 2]}`;

/** Finds runs of three and more words that somebody said, the longest at each place. */
export function repeats(said: readonly string[]): (text: string) => Run[] {
  const theirs = said.map(plainly);
  const places = new Map<string, (readonly [text: number, at: number])[]>();
  for (const [nth, words] of theirs.entries())
    for (let at = 0; at + FEWEST <= words.length; at++) {
      const key = keyOf(words, at);
      const known = places.get(key);
      if (known) known.push([nth, at]);
      else places.set(key, [[nth, at]]);
    }
  return (text) => {
    const words = wordsOf(text);
    const plain = words.map(({ word }) => word);
    const runs: Run[] = [];
    for (let at = 0; at + FEWEST <= plain.length;) {
      let longest = 0;
      for (const [nth, from] of places.get(keyOf(plain, at)) ?? []) {
        const other = theirs[nth] ?? [];
        let length = FEWEST;
        while (at + length < plain.length && plain[at + length] === other[from + length]) length++;
        longest = Math.max(longest, length);
      }
      const [first, last] = [words[at], words[at + longest - 1]];
      if (longest > 0 && first && last)
        runs.push({ start: first.start, end: last.end, words: plain.slice(at, at + longest) });
      at += Math.max(1, longest);
    }
    return runs;
  };
}

/** Gathers what others said, to tell which runs are theirs as well. */
export class Others {
  private readonly asked = new Set<string>();
  private readonly found = new Set<string>();

  /** @param runs - those that may turn out to be common */
  constructor(runs: Iterable<Run>) {
    for (const { words } of runs)
      if (words.length < THEIRS) for (let at = 0; at + FEWEST <= words.length; at++) this.asked.add(keyOf(words, at));
  }

  hear(text: string): void {
    if (this.asked.size === 0) return;
    const words = plainly(text);
    for (let at = 0; at + FEWEST <= words.length; at++) {
      const key = keyOf(words, at);
      if (this.asked.has(key)) this.found.add(key);
    }
  }

  /** Whether these words are somebody's own: six in a row, or some three of them that nobody else was heard to say. */
  own({ words }: Run): boolean {
    if (words.length >= THEIRS) return true;
    for (let at = 0; at + FEWEST <= words.length; at++) if (!this.found.has(keyOf(words, at))) return true;
    return false;
  }
}
