/**
 * What somebody is in the way of saying: words, or two words together, that one participant says time and again and nobody else
 * of the study says at all. Whoever knows them hears them in it.
 *
 * The measure is the study itself and holds for either language: what several say is no habit of one. Said once or twice, a word
 * may be chance: most words of any text stand in it once (Zipf). Rules: docs/spec/risk.md, RK8.
 */
import { isAmbiguous } from "../detect/list/ambiguous.ts";
import type { Habits } from "./clues.ts";

/** What one participant said, all of it or a stretch of it. */
export type Said = Readonly<{ participant: string; words: string }>;

/** How often somebody says it before it counts. */
const OFTEN = 3;
/** Letters of a word that can be told apart from those of every day, and of one that may stand beside it. */
const LONG = 5;
const BESIDE = 4;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

type Word = Readonly<{ folded: string; start: number; end: number }>;

/** What everybody says, as far as it has been heard. */
export type Ear = Readonly<{
  hear: (said: Said) => void;
  /** Finds the habits of a participant in a text; offsets are UTF-16 units. */
  habits: (participant: string) => Habits;
}>;

/** Counts what is said. Cost: the words once; memory: the different words and pairs of words. */
export function listen(): Ear {
  /** who alone says it, and how often; null once a second has said it */
  const uses = new Map<string, { by: string; count: number } | null>();
  const hear = ({ participant, words }: Said) => {
    for (const { key } of termsIn(words)) {
      const known = uses.get(key);
      if (known === undefined) uses.set(key, { by: participant, count: 1 });
      else if (known?.by === participant) known.count += 1;
      else if (known) uses.set(key, null);
    }
  };
  const habits =
    (participant: string): Habits =>
    (text) => {
      const found = termsIn(text).filter(({ key }) => {
        const use = uses.get(key);
        return use?.by === participant && use.count >= OFTEN;
      });
      // Two words that are a habit are told as such, and not their words beside them.
      return found.filter(
        (one) => !found.some((other) => other !== one && other.start <= one.start && one.end <= other.end),
      );
    };
  return { hear, habits };
}

/** The words and pairs of neighbouring words of a text that could be a habit. */
function termsIn(text: string): readonly Readonly<{ key: string; start: number; end: number }>[] {
  const words = Array.from(text.matchAll(WORD), (match): Word => ({
    folded: match[0].toLowerCase().replaceAll("’", "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const tells = ({ folded }: Word) => folded.length >= LONG && !isAmbiguous(folded);
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    const beside = before !== undefined && /^[\s,]{1,3}$/u.test(text.slice(before.end, word.start));
    return [
      ...(tells(word) ? [{ key: word.folded, start: word.start, end: word.end }] : []),
      ...(beside && word.folded.length >= BESIDE && before.folded.length >= BESIDE && (tells(word) || tells(before))
        ? [{ key: `${before.folded} ${word.folded}`, start: before.start, end: word.end }]
        : []),
    ];
  });
}
