/**
 * Names as somebody misheard or mistyped them: "Llewellyn" for "Llewelyn". One letter more, less, other or two turned round,
 * from six letters on, where the first letter is right; else ordinary words would be taken for names.
 *
 * Rules: docs/spec/identifier.md, I55.
 */
import { bare } from "../identifier/fold.ts";
import { EVERYDAY } from "../identifier/everyday.ts";
import type { Finder, Hit, Kind } from "./hit.ts";
import { plainLines } from "./plain.ts";

const LEAST = 6;

/** Every word that comes of leaving out one letter. */
function shortened(word: string): readonly string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Finds slips of single words. Cost: that of splitting the text into words; each distinct word is judged once. */
export function slips(names: readonly Readonly<{ words: string; kind: Kind }>[]): Finder {
  const exact = new Map(names.map(({ words, kind }) => [bare(words), kind]));
  const near = new Map<string, string[]>();
  const firsts = new Set<string>();
  for (const word of exact.keys()) {
    if (word.length < LEAST) continue;
    firsts.add(word.charAt(0));
    for (const key of [word, ...shortened(word)]) near.set(key, [...(near.get(key) ?? []), word]);
  }
  if (near.size === 0) return () => [];

  const judge = (word: string): Kind | null => {
    if (word.length < LEAST - 1 || !firsts.has(word.charAt(0)) || exact.has(word) || EVERYDAY.has(word)) return null;
    for (const key of [word, ...shortened(word)]) {
      for (const name of near.get(key) ?? []) {
        if (name.charAt(0) === word.charAt(0) && isSlip(name, word)) return exact.get(name) ?? null;
      }
    }
    return null;
  };
  return (text) => {
    const judged = new Map<string, Kind | null>();
    const isPlain = plainLines(text);
    const hits: Hit[] = [];
    for (const { 0: written, index } of text.matchAll(/[\p{L}\p{M}]{5,}/gu)) {
      let kind = judged.get(written);
      if (kind === undefined) judged.set(written, (kind = judge(bare(written))));
      if (kind === null || !(/^\p{Lu}/u.test(written) || isPlain(index))) continue;
      hits.push({
        start: index,
        end: index + written.length,
        kind,
        detector: "own",
        reason: "own-slip",
        score: 0.6,
        layer: "wide",
      });
    }
    return hits;
  };
}

/** Whether one word comes of the other by one letter more, less or other, or by two neighbours turned round. */
export function isSlip(one: string, two: string): boolean {
  if (one === two || Math.abs(one.length - two.length) > 1) return false;
  let from = 0;
  while (from < one.length && from < two.length && one[from] === two[from]) from += 1;
  const [a, b] = [one.slice(from), two.slice(from)];
  if (a.length > b.length) return a.slice(1) === b;
  if (a.length < b.length) return a === b.slice(1);
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}
