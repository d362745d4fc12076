/** Judges quotes that leave together, each by itself and all of one person. Rules: docs/spec/risk.md, RK10 to RK12. */
import { CLUE_KINDS, isAlone } from "./shape.ts";
import type { Clue, Judged, JudgedPerson, JudgedQuote, Left } from "./shape.ts";
import { candidates, leftOf } from "./left.ts";
import type { People, Person } from "./left.ts";

const MOST = 300; // quotes in one answer

/** A quote that leaves, with its clues. `speaker`: whose voice it is (a participant, or an organisation); null: nobody's of the study. */
export type Leaving = Omit<JudgedQuote, "clues" | "left"> &
  Readonly<{ speaker: string | null; clues: readonly Clue[] }>;

/** All of what was judged, and what leaves beside it and is of nobody in the study. */
export type JudgedWhole = Judged & Readonly<{ unjudged: readonly Leaving[] }>;

/** @param linked - whether what stands beside the quotes says which are of the same participant */
export function judge(leaving: readonly Leaving[], { people, bodies }: People, linked = false): JudgedWhole {
  const known = new Map([...people, ...bodies].map((one) => [one.id, one]));
  const unjudged: Leaving[] = [];
  const voiced = leaving.flatMap((one) => {
    const { speaker: id, ...quote } = one;
    const speaker = known.get(id ?? "");
    if (speaker) return [{ quote, speaker }];
    unjudged.push(one);
    return [];
  });
  const persons = new Map<Person, JudgedPerson>();
  for (const [speaker, own] of Map.groupBy(voiced, (one) => one.speaker)) {
    const participant = own[0]?.quote.participant ?? null;
    if (participant === null) continue;
    const clues = own.flatMap(({ quote }) => quote.clues);
    persons.set(speaker, {
      participant,
      quotes: new Set(own.map(({ quote }) => quote.quote)).size,
      kinds: CLUE_KINDS.filter((kind) => clues.some((one) => one.kind === kind)),
      left: leftOf(candidates(clues, speaker, people)),
    });
  }
  const quotes = voiced.map(({ quote, speaker }): JudgedQuote => {
    const together = linked ? persons.get(speaker)?.left : undefined;
    const left = together ?? leftOf(candidates(quote.clues, speaker, people));
    return { ...quote, clues: told(quote.clues), left };
  });
  return {
    quotes: quotes.toSorted((a, b) => riskier(a.left, b.left) || b.clues.length - a.clues.length || inPlace(a, b)),
    count: quotes.length,
    alone: quotes.filter(({ left }) => isAlone(left)).length,
    people: [...persons.values()].toSorted(
      (a, b) => riskier(a.left, b.left) || b.quotes - a.quotes || inOrder(a.participant, b.participant),
    ),
    nobody: unjudged.length,
    unjudged: unjudged.toSorted(inPlace),
  };
}

/** The part of it that is shown at once. */
export function firstOf({ quotes, count, alone, people, nobody }: JudgedWhole): Judged {
  return { quotes: quotes.slice(0, MOST), count, alone, people, nobody };
}

type Place = Readonly<{ quote: string; finding: string | null }>;
const inPlace = (a: Place, b: Place) => inOrder(a.quote, b.quote) || inOrder(a.finding ?? "", b.finding ?? "");
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Each thing that is said once, in the order in which it stands. */
function told(clues: readonly Clue[]): JudgedQuote["clues"] {
  const once = new Map(clues.map(({ kind, words }) => [`${kind} ${words.toLowerCase()}`, { kind, words }]));
  return [...once.values()];
}

/** Fewer left first: to the one who comes closest, then to the next. */
function riskier(one: Left, other: Left): number {
  const [a, b] = [sizes(one), sizes(other)];
  for (const [at, size] of a.entries()) {
    const difference = size - (b[at] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}

const sizes = (left: Left) =>
  [left.public ?? Infinity, left.holder, left.colleague, left.searcher].toSorted((a, b) => a - b);
