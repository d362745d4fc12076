/**
 * A text as its turns with their words: what is corrected. The text itself is those words, parted by a blank line
 * (docs/spec/import.md, I3), so that places follow from the words.
 */
import { astralOf } from "../text/points.ts";

export const GAP = "\n\n";

/** A turn with its words. `line` is the turn that it was in the first revision: by it, turns are known again. */
export type Told = Readonly<{
  id: string;
  line: string;
  words: string;
  speaker: string | null;
  question: string | null;
  startMs: number | null;
  endMs: number | null;
}>;

/** How many code points a text has. */
export function lengthOf(words: string): number {
  return words.length - astralOf(words).length;
}

/** Where each turn begins and ends in the text that they make, in code points. */
export function placesOf(turns: readonly Pick<Told, "words">[]): { start: number; end: number }[] {
  let start = 0;
  return turns.map(({ words }) => {
    const end = start + lengthOf(words);
    const place = { start, end };
    start = end + GAP.length;
    return place;
  });
}

/** The text that turns make. */
export function textOf(turns: readonly Pick<Told, "words">[]): string {
  return turns.map(({ words }) => words).join(GAP);
}
