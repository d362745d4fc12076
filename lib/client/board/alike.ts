/**
 * What a card shares with others: who said it, whose organisation, its source, its tags, its theme.
 *
 * Knows rows and ids; what these are called is for others to say. Rule: docs/spec/board.md, B73.
 */
import type { CardRow } from "#lib/domain/board/shape.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { originOf } from "./rows.ts";

export type Trait = "participant" | "organisation" | "source" | "tag" | "theme" | "insight";

/** Cards of a board that share something with the chosen ones. */
export type Alike = Readonly<{
  trait: Trait;
  /** What is shared: several where the chosen cards differ in it; `null` for no theme, and for insights. */
  of: readonly (string | null)[];
  cards: readonly string[];
}>;

/** Beyond this many, the tags of the chosen cards are one entry together. */
const APART = 5;

/**
 * The ways in which more cards of the board are like the chosen ones; each has at least one card that is not chosen.
 *
 * Cost: one pass over the cards of the board.
 */
export function alike(rows: Rows, board: string, chosen: readonly string[]): Alike[] {
  const all = rows.related("cardsOfBoard", board);
  const traits = new Map(all.map((card) => [card.id, traitsOf(rows, card)]));
  const own = chosen.map((id) => traits.get(id)).filter((found) => found !== undefined);
  const ways: Pick<Alike, "trait" | "of">[] = [];
  for (const trait of ["participant", "organisation", "source", "tag", "theme", "insight"] as const) {
    const of = [...new Set(own.flatMap((each) => each[trait]))];
    if (of.length === 0) continue;
    if (trait === "tag" && of.length <= APART) ways.push(...of.map((one) => ({ trait, of: [one] })));
    else ways.push({ trait, of });
  }
  const picked = new Set(chosen);
  return ways.flatMap(({ trait, of }) => {
    const wanted = new Set(of);
    const cards = all.filter(({ id }) => traits.get(id)?.[trait].some((one) => wanted.has(one))).map(({ id }) => id);
    return cards.some((id) => !picked.has(id)) ? [{ trait, of, cards }] : [];
  });
}

type Traits = Readonly<Record<Trait, readonly (string | null)[]>>;

function traitsOf(rows: Rows, { quote, theme }: CardRow): Traits {
  const live = theme !== null && rows.live("theme", theme) ? theme : null;
  if (quote === null) return { participant: [], organisation: [], source: [], tag: [], theme: [live], insight: [null] };
  const { source, participant, organisation } = originOf(rows, quote);
  const one = (row: { id: string } | undefined) => (row ? [row.id] : []);
  return {
    participant: one(participant),
    organisation: one(organisation),
    source: one(source),
    tag: rows.related("taggingsOfQuote", quote).map(({ tag }) => tag),
    theme: [live],
    insight: [],
  };
}
