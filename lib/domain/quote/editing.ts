/**
 * Making edits of a quote that is published: what somebody marked, as whole words, and one edit more or less.
 *
 * Pure. Positions are code points of the quote's words. Rules: docs/spec/wording.md, W2 and W10.
 */
import type { Span } from "../source/reading.ts";
import type { Edit } from "./published.ts";

const WORD = /[\p{L}\p{N}\p{M}’'-]/u;

/**
 * Widens what is marked to whole words. Where nothing is marked it is the word there, or nothing between two words.
 */
export function wholeWords(points: readonly string[], { start, end }: Span): Span {
  const isWord = (at: number) => WORD.test(points[at] ?? "");
  const inside = (at: number) => isWord(at - 1) && isWord(at);
  let [from, to] = [start, end];
  if (from < to) {
    while (from < to && /\s/u.test(points[from] ?? "")) from += 1;
    while (from < to && /\s/u.test(points[to - 1] ?? "")) to -= 1;
  } else if (isWord(from - 1) || isWord(from)) {
    while (isWord(from - 1)) from -= 1;
    while (isWord(to)) to += 1;
    return { start: from, end: to };
  }
  while (inside(from)) from -= 1;
  while (inside(to)) to += 1;
  return { start: from, end: to };
}

/** Adds an edit; those that it touches go, as it says something else of the same words. */
export function withEdit(edits: readonly Edit[], edit: Edit): readonly Edit[] {
  const apart = edits.filter((one) => one.start !== edit.start && (one.end <= edit.start || one.start >= edit.end));
  return [...apart, edit].toSorted((a, b) => a.start - b.start);
}
