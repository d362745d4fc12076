"use client";
/**
 * Shows what was found in a text without changing the page's elements (CSS Custom Highlight API), and only where it can
 * be seen. Where a browser cannot, the match that one is at is still scrolled to.
 */
import type { Match } from "#lib/domain/source/find.ts";
import { textAt, wordsElement } from "./selection.ts";
import { inSight } from "./sight.ts";

const NEAR = 12; // turns above and below what is seen

/** The page's range for a match; null where its turn is not drawn. */
export function rangeOfMatch(page: Element, { turn, start, end }: Match): Range | null {
  const words = wordsElement(page, turn);
  const from = words && textAt(words, start);
  const to = words && textAt(words, end);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** Shows the matches near what is seen, and the one that one is at differently; without matches, none. */
export function showMatches(page: Element, box: Element, matches: readonly Match[], at: number): void {
  if (typeof CSS === "undefined" || !("highlights" in CSS)) return;
  CSS.highlights.delete("found");
  CSS.highlights.delete("found-at");
  const seen = matches.length > 0 ? inSight(page, box) : null;
  if (!seen) return;
  const near = matches.filter(({ turn }) => turn >= seen.first - NEAR && turn <= seen.last + NEAR);
  const here = matches[at];
  const ranges = near.flatMap((match) => (match === here ? [] : (rangeOfMatch(page, match) ?? [])));
  CSS.highlights.set("found", new Highlight(...ranges));
  const now = here && rangeOfMatch(page, here);
  if (now) CSS.highlights.set("found-at", new Highlight(now));
}
