/**
 * Where words begin and end, so that a selection can be set by whole words.
 *
 * Offsets are UTF-16 units of the string handed in, as the browser's selection counts them. Segmentation is
 * the platform's (Unicode Standard Annex 29), so it knows apostrophes, hyphens and scripts without spaces.
 * Rules: docs/spec/quote.md, Q5 and Q6.
 */

import { segmenter } from "./segmenter.ts";

/** A stretch of a string in UTF-16 units, `end` exclusive. */
export type Stretch = Readonly<{ start: number; end: number }>;

/** The words of a string, in order; what stands between them is left out. */
export function wordsOf(text: string, lang: string): Stretch[] {
  const words: Stretch[] = [];
  for (const { segment, index, isWordLike } of segmenter(lang, "word").segment(text)) {
    if (isWordLike) words.push({ start: index, end: index + segment.length });
  }
  return words;
}

/**
 * Sets a stretch on word edges: words that it cuts are taken whole, blanks at its ends fall away.
 *
 * @returns `null` where nothing but blanks is left
 */
export function snapToWords(text: string, stretch: Stretch, lang: string): Stretch | null {
  let start = Math.max(0, Math.min(stretch.start, text.length));
  let end = Math.max(start, Math.min(stretch.end, text.length));
  while (start < end && blank(text, start)) start += 1;
  while (end > start && blank(text, end - 1)) end -= 1;
  if (start === end) return null;
  const segments = segmenter(lang, "word").segment(text);
  const first = segments.containing(start);
  if (first?.isWordLike) start = first.index;
  const last = segments.containing(end - 1);
  if (last?.isWordLike) end = last.index + last.segment.length;
  return { start, end };
}

/** Moves the end behind the next word and the marks that close it; stays at the end of the text. */
export function growEnd(text: string, { start, end }: Stretch, lang: string): Stretch {
  const word = wordsOf(text, lang).find((one) => one.end > end);
  return word ? { start, end: closing(text, word.end) } : { start, end: Math.max(end, trimmed(text)) };
}

/** Moves the end back by a word; one word always stays. */
export function shrinkEnd(text: string, { start, end }: Stretch, lang: string): Stretch {
  const within = wordsOf(text, lang).filter((one) => one.start >= start && one.end <= end);
  const word = within.at(-2);
  return word ? { start, end: closing(text, word.end) } : { start, end };
}

/** Moves the start to the word before. */
export function growStart(text: string, { start, end }: Stretch, lang: string): Stretch {
  const word = wordsOf(text, lang).findLast((one) => one.start < start);
  return { start: word?.start ?? start, end };
}

/** Moves the start to the next word; one word always stays. */
export function shrinkStart(text: string, { start, end }: Stretch, lang: string): Stretch {
  const word = wordsOf(text, lang).find((one) => one.start > start && one.end <= end);
  return { start: word?.start ?? start, end };
}

function blank(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}

/** Takes in what follows a word without a blank, where that is not the beginning of another word. */
function closing(text: string, from: number): number {
  let to = from;
  while (to < text.length && !blank(text, to)) {
    if (/[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(text.codePointAt(to) ?? 32))) return from;
    to += (text.codePointAt(to) ?? 0) > 0xffff ? 2 : 1;
  }
  return to;
}

function trimmed(text: string): number {
  return text.trimEnd().length;
}
