/**
 * What detection is sure of and nobody has decided, as names for the plan: until somebody does, it is masked where originals
 * may not be read, and keeps back every file in which it stands.
 *
 * Rules: docs/spec/identifier.md, I81 and I82.
 */
import type { Kind } from "../detect/hit.ts";
import { astralOf, slicePoints } from "../text/points.ts";
import { candidateKey } from "./candidate.ts";
import type { Candidate } from "./candidate.ts";
import type { Named, Plan } from "./plan.ts";
import { tells, uncovered } from "./uncovered.ts";

/** What names somebody by itself; dates, amounts and roles do so only with other knowledge. */
const DIRECT: ReadonlySet<Kind> = new Set(["person", "organisation", "place", "code"]);

/** Words that detection is sure of, what it takes them for, and what stands before them in some of their places. */
export type Sure = Pick<Candidate, "words" | "kind"> & Readonly<{ befores: readonly string[] }>;

/** Those of the candidates that it is sure of and that name somebody by themselves. */
export function sureOf(candidates: readonly Candidate[]): readonly Sure[] {
  return candidates.flatMap(({ words, kind, layer, places }) =>
    layer === "sure" && DIRECT.has(kind) ? [{ words, kind, befores: places.map(({ before }) => before) }] : [],
  );
}

/** The id under which the plan knows words that have no row yet. */
export function foundId(words: string): string {
  return `found ${candidateKey(words)}`;
}

/**
 * The sure words that are neither known nor ordinary, as names; of words that hold a known name what is left of them.
 *
 * @param find - finds what the study knows
 * @param ordinary - folded words that identify nobody
 */
export function undecided(sure: readonly Sure[], find: Plan["find"], ordinary: ReadonlySet<string>): readonly Named[] {
  const named = new Map<string, Named>();
  for (const { words, kind, befores } of sure) {
    if (ordinary.has(candidateKey(words))) continue;
    const astral = astralOf(words);
    const known = find(words);
    const points = Array.from(words).length;
    for (const { start, end } of uncovered({ start: 0, end: points }, known)) {
      const rest = slicePoints(words, astral, start, end).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
      const key = candidateKey(rest);
      if (key === "" || ordinary.has(key)) continue;
      const within = slicePoints(words, astral, 0, start);
      if (known.length > 0 && !befores.some((before) => tells(`${before}${within}`, rest))) continue;
      const id = foundId(rest);
      named.set(id, { id, kind: "term", full: rest, others: "", found: kind });
    }
  }
  return [...named.values()];
}
