/** What known names leave of something that was found, and whether that may itself identify. Rules: docs/spec/identifier.md, I73. */
import { isAmbiguous } from "../detect/list/ambiguous.ts";
import { GIVEN } from "../detect/list/given.ts";
import { bare } from "./fold.ts";

const GIVEN_NAMES = new Set(GIVEN.split(/\s+/u).map(bare));

type Span = Readonly<{ start: number; end: number }>;

/** What of a span no known name covers, in order. */
export function uncovered({ start, end }: Span, covering: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const one of covering) {
    if (one.start > from) parts.push({ start: from, end: one.start });
    from = Math.max(from, one.end);
  }
  if (from < end) parts.push({ start: from, end });
  return parts;
}

/**
 * Whether words beside a known name may identify by themselves: a number, a given name, or a word that is written large though
 * no sentence begins with it. Where nothing is written large, any word of some length may.
 *
 * @param before - what stands before them in their line, as far as it is at hand
 */
export function tells(before: string, words: string): boolean {
  if (/\d/u.test(words)) return true;
  if (!/\p{Lu}/u.test(`${before}${words}`)) return /\p{L}{4}/u.test(words);
  for (const { 0: word, index } of words.matchAll(/\p{Lu}[\p{L}\p{M}]{2,}/gu)) {
    if (GIVEN_NAMES.has(bare(word)) && !isAmbiguous(bare(word))) return true;
    if (!/(?:^|[.?!:\n"“‘(])\s*$/u.test(`${before}${words.slice(0, index)}`)) return true;
  }
  return false;
}
