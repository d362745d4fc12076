/**
 * The quotes that wait beside a board: which they are, which of them are looked for, how many there would be, and
 * into which groups they fall.
 *
 * Knows rows; nothing of words, React or the network. Rules: docs/spec/board.md, B95 to B98.
 */
import { byOrd } from "#lib/domain/order.ts";
import type { Noun, Rows } from "#lib/domain/study/rows.ts";
import { anchorOf, originOf } from "./rows.ts";

/** What quotes are sorted and looked for by. */
export const FACETS = ["source", "participant", "question", "tag"] as const;
export type Facet = (typeof FACETS)[number];

/** The values of a quote: none where it has no such thing, several for tags, in the order of the codebook. */
export type TrayQuote = Readonly<{ id: string; values: Readonly<Record<Facet, readonly string[]>> }>;

/** Stands for quotes that have no such value. */
export const NONE = "none";

/** What is looked for: for each facet a value, `NONE`, or null for all. */
export type Wanted = Readonly<Record<Facet, string | null>>;
export const ALL: Wanted = { source: null, participant: null, question: null, tag: null };

/** The nouns whose rows say what quotes there are and what their values are. */
export const QUOTE_NOUNS: readonly Noun[] = [
  "quote",
  "anchor",
  "source",
  "speaker",
  "participant",
  "question",
  "tag",
  "tagging",
];

/** Every live quote with its values, by source and in the order of its text. Cost: one pass over the quotes. */
export function quotesOf(rows: Rows): readonly TrayQuote[] {
  const ranks = new Map([...rows.all("tag")].toSorted(byOrd).map(({ id }, at) => [id, at]));
  const found: { quote: TrayQuote; source: number; start: number }[] = [];
  for (const { id } of rows.all("quote")) {
    const { source, participant } = originOf(rows, id);
    const anchor = anchorOf(rows, id);
    const question = anchor?.question ? rows.live("question", anchor.question) : undefined;
    const tags = rows.related("taggingsOfQuote", id).flatMap(({ tag }) => (ranks.has(tag) ? [tag] : []));
    const values = {
      source: source ? [source.id] : [],
      participant: participant ? [participant.id] : [],
      question: question ? [question.id] : [],
      tag: tags.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)),
    };
    found.push({ quote: { id, values }, source: source?.number ?? Infinity, start: anchor?.start ?? 0 });
  }
  found.sort((a, b) => a.source - b.source || a.start - b.start || (a.quote.id < b.quote.id ? -1 : 1));
  return found.map(({ quote }) => quote);
}

/** Those that have no card on a board. */
export function waiting(rows: Rows, board: string, quotes: readonly TrayQuote[]): readonly TrayQuote[] {
  const placed = new Set(rows.related("cardsOfBoard", board).map(({ quote }) => quote));
  return quotes.filter(({ id }) => !placed.has(id));
}

/** How many quotes have no card on a board, without looking at their values. */
export function waitingCount(rows: Rows, board: string): number {
  const placed = new Set(rows.related("cardsOfBoard", board).map(({ quote }) => quote));
  let count = 0;
  for (const { id } of rows.all("quote")) if (!placed.has(id)) count++;
  return count;
}

export type Sieved = Readonly<{
  quotes: readonly TrayQuote[];
  /** For each facet and value: how many there would be with that value and the other facets as they are. */
  counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}>;

/**
 * What is looked for, and what another choice would find. Cost: one pass.
 *
 * @param says - whether a quote says what is typed; asked only where it matters
 */
export function sieve(quotes: readonly TrayQuote[], wanted: Wanted, says: (quote: string) => boolean): Sieved {
  const counts = { source: new Map(), participant: new Map(), question: new Map(), tag: new Map() } as Record<
    Facet,
    Map<string, number>
  >; // empty maps have no types of their own
  const found: TrayQuote[] = [];
  for (const quote of quotes) {
    const failing = FACETS.filter((facet) => !has(quote, facet, wanted[facet]));
    if (failing.length > 1 || !says(quote.id)) continue;
    if (failing.length === 0) found.push(quote);
    for (const facet of failing.length === 0 ? FACETS : failing) {
      const values = quote.values[facet];
      for (const value of values.length === 0 ? [NONE] : values) {
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      }
    }
  }
  return { quotes: found, counts };
}

function has(quote: TrayQuote, facet: Facet, wanted: string | null): boolean {
  if (wanted === null) return true;
  return wanted === NONE ? quote.values[facet].length === 0 : quote.values[facet].includes(wanted);
}

/** The values of a facet in the order in which people know them: numbers of sources and participants, guide, codebook. */
export function orderOf(rows: Rows, facet: Facet): readonly string[] {
  if (facet === "source" || facet === "participant")
    return [...rows.all(facet)].toSorted((a, b) => a.number - b.number).map(({ id }) => id);
  return [...rows.all(facet)].toSorted(byOrd).map(({ id }) => id);
}

/** Quotes that go together; `value` null: those without such a value. */
export type TrayGroup = Readonly<{ value: string | null; quotes: readonly string[] }>;

/**
 * Every quote in one group, by its first value: a quote with several tags goes by the one that stands first in the
 * codebook. Groups in the order given, those without a value last.
 *
 * @param most - how many quotes and groups at most; what is beyond goes on waiting
 */
export function groupsOf(
  quotes: readonly TrayQuote[],
  facet: Facet,
  order: readonly string[],
  most: Readonly<{ quotes: number; groups: number }>,
): readonly TrayGroup[] {
  const ranks = new Map(order.map((id, at) => [id, at]));
  const rank = (value: string | null) => (value === null ? Infinity : (ranks.get(value) ?? order.length));
  const groups = [...Map.groupBy(quotes, ({ values }) => values[facet][0] ?? null)]
    .toSorted(([a], [b]) => rank(a) - rank(b) || 0) // Infinity less itself is no number
    .slice(0, most.groups);
  let left = most.quotes;
  return groups.flatMap(([value, members]) => {
    const taken = members.slice(0, left).map(({ id }) => id);
    left -= taken.length;
    return taken.length > 0 ? [{ value, quotes: taken }] : [];
  });
}
