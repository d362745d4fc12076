/**
 * How much of what was said is quoted, in words.
 *
 * Words are what stands between white space; a word counts as quoted when a quote covers its first sign. Counted is what
 * participants said: an interviewer's words are neither said nor left out. Rule: docs/spec/quote.md, Q20.
 */
import * as z from "zod";
import { Id } from "../field.ts";
import type { Span } from "./reading.ts";

/** What was counted of one source. */
export const SourceCoverage = z.strictObject({ source: Id, words: z.int().min(0), quoted: z.int().min(0) });
export type SourceCoverage = z.infer<typeof SourceCoverage>;
export const Coverage = z.strictObject({ sources: z.array(SourceCoverage) });
export type Coverage = z.infer<typeof Coverage>;

/**
 * Counts the words in some stretches of a text, and those of them that are quoted.
 *
 * @param heard - stretches in order, apart from one another; code points
 * @param quotes - in any order; they may overlap
 * Cost: the length of the text and the number of quotes.
 */
export function countWords(
  text: string,
  heard: readonly Span[],
  quotes: readonly Span[],
): { words: number; quoted: number } {
  const ordered = quotes.toSorted((a, b) => a.start - b.start);
  let [words, quoted] = [0, 0];
  let [stretch, next, covered] = [0, 0, -1]; // `covered`: up to where quotes that have begun reach
  let within = false;
  let point = 0;
  for (const sign of text) {
    const blank = /\s/u.test(sign);
    if (!blank && !within) {
      while ((heard[stretch]?.end ?? Infinity) <= point) stretch += 1;
      for (let quote = ordered[next]; quote && quote.start <= point; quote = ordered[++next])
        covered = Math.max(covered, quote.end);
      if ((heard[stretch]?.start ?? Infinity) <= point) {
        words += 1;
        if (covered > point) quoted += 1;
      }
    }
    within = !blank;
    point += 1;
  }
  return { words, quoted };
}
