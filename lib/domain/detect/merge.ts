/** Makes one of hits that overlap, so that no word is asked about twice. Rules: docs/spec/identifier.md, I41 and I42. */
import type { Found, Hit } from "./hit.ts";

/**
 * Hits that share a sign become one from the first of their signs to the last; hits that only touch stay apart.
 *
 * @returns in order, apart; the kind is that of the surest that names one (of two alike the longer), `why` says each thing once
 */
export function merge(hits: readonly Hit[]): readonly Found[] {
  const sorted = hits.toSorted((one, two) => one.start - two.start || two.end - one.end);
  const found: Found[] = [];
  let group: Hit[] = [];
  let end = -1;
  for (const hit of sorted) {
    if (hit.start >= end && group.length > 0) {
      found.push(together(group, end));
      group = [];
    }
    group.push(hit);
    end = Math.max(group.length === 1 ? hit.end : end, hit.end);
  }
  if (group.length > 0) found.push(together(group, end));
  return found;
}

function together(group: readonly Hit[], end: number): Found {
  const ranked = group.toSorted(
    (one, two) => rank(two) - rank(one) || two.end - two.start - (one.end - one.start) || two.score - one.score,
  );
  const why = new Map(ranked.map(({ detector, reason }) => [`${detector} ${reason}`, { detector, reason }]));
  return {
    start: Math.min(...group.map(({ start }) => start)),
    end,
    // Whoever knows only that it is a name leaves it to others to say of what.
    kind: ranked.find(({ kind }) => kind !== "other")?.kind ?? "other",
    layer: group.some(({ layer }) => layer === "sure") ? "sure" : "wide",
    score: Math.max(...group.map(({ score }) => score)),
    why: [...why.values()],
  };
}

/** The study's own names know best, then whatever is sure. */
function rank(hit: Hit): number {
  return (hit.detector === "own" ? 4 : 0) + (hit.layer === "sure" ? 2 : 0) + hit.score;
}
