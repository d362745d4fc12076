/**
 * Proposes where the questions of a guide are asked: turns of the interviewer whose words are those of a question.
 *
 * Interviewers do not read a guide aloud: they shorten, turn round and add. Compared are the words that carry meaning,
 * each weighted by how rare it is among the questions (inverse document frequency, Spärck Jones 1972): what many
 * questions say ("services", "people") tells little. Rule: docs/spec/passage.md, PA5.
 */
import { bare } from "../identifier/fold.ts";

/** A turn of the interviewer by its position, or a question of the guide by its id. */
export type Said = Readonly<{ turn: number; words: string }>;
export type Asked = Readonly<{ question: string; words: readonly string[] }>; // in each language of the study

/** That a question seems to be asked in a turn; `share` of its weight, from 0 to 1, stands there. */
export type Proposal = Readonly<{ turn: number; question: string; share: number }>;

const ENOUGH = 0.6;
const LEAST_WORDS = 2; // that carry meaning and are shared

/** Words that questions are made of, in English and Welsh, whatever they ask. */
const EMPTY = new Set(
  (
    "a about all am an and any are as at be been but by can could did do does for from had has have how i if in into is it its " +
    "just like me more my not of on or our out so some tell than that the their them then there these they this those to up us " +
    "was we were what when where which who why will with would you your " +
    "a ac am ar at beth ble bod byddai chi chwi chwychwi dros ei eich ein er eu fel fi fod gan gallwch hyn hynny i mae mewn na " +
    "neu ni nid o oedd oes pa pam pan pwy rhwng roedd sut sydd trwy wedi wrth y ydy ydych yn yng yw yr"
  ).split(" "),
);

/** The words of a sentence that carry meaning, folded. */
function wordsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of bare(text).split(/[^\p{L}\p{N}']+/u))
    if (word.length > 2 && !EMPTY.has(word)) found.add(stem(word));
  return found;
}

/** Takes common endings off, so that *shared* and *sharing* meet; no more than comparing needs. */
function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:ing|ed|es|s|au|iau|ion)$/u, "") : word;
}

/**
 * The best question for each turn that asks one, in the order of the text; a question that is asked again is proposed
 * again. Cost: turns times questions.
 */
export function propose(said: readonly Said[], asked: readonly Asked[]): Proposal[] {
  const guide = asked.flatMap(({ question, words }) =>
    words.map((one) => ({ question, words: wordsOf(one) })).filter((one) => one.words.size > 0),
  );
  const weights = new Map<string, number>();
  for (const { words } of guide) for (const word of words) weights.set(word, (weights.get(word) ?? 0) + 1);
  for (const [word, times] of weights) weights.set(word, Math.log(1 + guide.length / times));
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
  return said.flatMap(({ turn, words }): Proposal[] => {
    const here = wordsOf(words);
    let best: Proposal | null = null;
    for (const one of guide) {
      const both = [...one.words].filter((word) => here.has(word));
      if (both.length < Math.min(LEAST_WORDS, one.words.size)) continue;
      const share = weigh(both) / weigh(one.words);
      if (share >= ENOUGH && share > (best?.share ?? 0)) best = { turn, question: one.question, share };
    }
    return best ? [best] : [];
  });
}
