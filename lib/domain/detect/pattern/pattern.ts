/** What a pattern is, and how patterns are read over a text. Rules: docs/spec/identifier.md, I43 to I52. */
import type { Detector, Hit, Kind, Layer } from "../hit.ts";

/**
 * One form that can be told by its signs alone.
 *
 * `find` has the flags g, u and d where it names a group `hit`: then only that group is the hit and what is around it the
 * context. `check` has the last word (check digits, calendars).
 */
export type Pattern = Readonly<{
  reason: string;
  kind: Kind;
  layer: Layer;
  score: number;
  find: RegExp;
  check?: (words: string, match: RegExpExecArray, text: string) => boolean;
}>;

/** A way to write down patterns of one kind, shortly. */
export function patternsOf(kind: Kind) {
  return (reason: string, layer: Layer, score: number, find: RegExp, check?: Pattern["check"]): Pattern => ({
    reason,
    kind,
    layer,
    score,
    find,
    ...(check && { check }),
  });
}

/** Begin and end of a word, for letters of every language; `\b` knows those of English only. */
export const EDGE = String.raw`(?<![\p{L}\p{N}_])`;
export const STOP = String.raw`(?![\p{L}\p{N}_])`;

/** A pattern between edges of words. Case does not count: speech that was typed has none. */
export function whole(source: string, flags = "giu"): RegExp {
  return new RegExp(`${EDGE}(?:${source})${STOP}`, flags);
}

/** Alternatives, the longest first, as the first that fits is taken. */
export function either(words: readonly string[]): string {
  return `(?:${words.toSorted((one, two) => two.length - one.length).join("|")})`;
}

/** Reads patterns over a text. Cost: each runs once over it. */
export function readPatterns(patterns: readonly Pattern[], text: string, detector: Detector = "pattern"): Hit[] {
  const hits: Hit[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern.find)) {
      const words = match.groups?.["hit"] ?? match[0];
      const start = match.indices?.groups?.["hit"]?.[0] ?? match.index;
      if (words === "" || pattern.check?.(words, match, text) === false) continue;
      const { kind, reason, score, layer } = pattern;
      hits.push({ start, end: start + words.length, kind, detector, reason, score, layer });
    }
  }
  return hits;
}
