/**
 * What the colour of cards tells: their theme, or who said it where.
 *
 * At most ten values are told apart by colour. Where there are more, the ten that most cards have get hues and
 * the others one neutral shade. A value wears its own hue where that is free, and values are dressed in their
 * natural order: so a card more or less changes no other colour. Knows nothing of the DOM.
 */
import { byOrd } from "#lib/domain/order.ts";
import { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import { SourceKind } from "#lib/domain/source/shape.ts";
import type { Noun, Rows } from "#lib/domain/study/rows.ts";
import { originOf } from "./rows.ts";
import type { BoardScene } from "./scene.ts";

export const COLOURINGS = ["theme", "organisation", "kind", "source", "participant", "tag"] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** The nouns whose rows say what colour a card has. */
export const COLOUR_NOUNS: readonly Noun[] = [
  "board",
  "theme",
  "card",
  "quote",
  "anchor",
  "source",
  "speaker",
  "participant",
  "organisation",
  "tag",
  "tagging",
];

/** The shade of values that are too many to have a hue each. Hues are 1 to 10; 0 is none. */
export const OTHERS = 11;
const HUES = 10;

/** Cards in the colours of their themes, before anybody has counted them. */
export const PLAIN: Colours = { fills: null, legend: [], others: 0 };

/** One colour of the legend. `value` is null where cards have none, and for the others together. */
export type Entry = Readonly<{ value: string | null; fill: number; count: number }>;

export type Colours = Readonly<{
  /** The fill of each card by id; null: each card has that of its theme. */
  fills: ReadonlyMap<string, number> | null;
  legend: readonly Entry[];
  /** How many values share the neutral shade. */
  others: number;
}>;

/** A value that cards may have, in its natural order, with the hue that it would like to wear. */
export type Value = Readonly<{ value: string; hue: number | null }>;

/**
 * Gives the values of cards their colours.
 *
 * @param cards - each card's id with its value
 * @param order - the values in their natural order; those that no card has are passed over
 */
export function colours(cards: readonly (readonly [string, string | null])[], order: readonly Value[]): Colours {
  const counts = new Map<string | null, number>();
  for (const [, value] of cards) counts.set(value, (counts.get(value) ?? 0) + 1);
  const known = order.filter(({ value }) => counts.has(value));
  const count = (value: string | null) => counts.get(value) ?? 0;
  const most = new Set(
    known
      .toSorted((a, b) => count(b.value) - count(a.value))
      .slice(0, HUES)
      .map(({ value }) => value),
  );
  const dressed = dress(known.filter(({ value }) => most.has(value)));
  const legend: Entry[] = [...dressed].map(([value, fill]) => ({ value, fill, count: count(value) }));
  const others = known.filter(({ value }) => !most.has(value));
  if (others.length > 0) {
    legend.push({ value: null, fill: OTHERS, count: others.reduce((sum, { value }) => sum + count(value), 0) });
  }
  if (count(null) > 0) legend.push({ value: null, fill: 0, count: count(null) });
  const fills = new Map(
    cards.map(([card, value]) => [card, value === null ? 0 : (dressed.get(value) ?? OTHERS)] as const),
  );
  return { fills, legend, others: others.length };
}

/** Ten values at most, each with a hue that no other has. */
function dress(values: readonly Value[]): Map<string, number> {
  const free = new Set(Array.from({ length: HUES }, (_, at) => at + 1));
  const worn = new Map<string, number>();
  for (const { value, hue } of values) if (hue !== null && free.delete(hue)) worn.set(value, hue);
  const dressed = new Map<string, number>();
  for (const { value } of values) {
    const [first = OTHERS] = free;
    const fill = worn.get(value) ?? first;
    free.delete(fill);
    dressed.set(value, fill);
  }
  return dressed;
}

/** The colours of a board's cards. Cost: one pass over its cards. */
export function coloursOf(rows: Rows, board: string, by: Colouring): Colours {
  const cards = rows.related("cardsOfBoard", board);
  if (by === "theme") return byTheme(rows, board);
  const order = orderOf(rows, by);
  const place = new Map(order.map(({ value }, at) => [value, at]));
  const valueOf = (quote: string): string | null => {
    if (by === "tag") {
      // Of several tags the first in the codebook.
      let first: string | null = null;
      for (const { tag } of rows.related("taggingsOfQuote", quote)) {
        if (place.has(tag) && (first === null || (place.get(tag) ?? Infinity) < (place.get(first) ?? Infinity)))
          first = tag;
      }
      return first;
    }
    const { organisation, participant, source } = originOf(rows, quote);
    if (by === "organisation") return organisation?.id ?? null;
    if (by === "kind") return organisation?.kind ?? null;
    if (by === "source") return source?.kind ?? null;
    return participant?.id ?? null;
  };
  return colours(
    cards.map((card) => [card.id, card.quote === null ? null : valueOf(card.quote)] as const),
    order,
  );
}

function byTheme(rows: Rows, board: string): Colours {
  const counts = new Map<string | null, number>();
  const themes = rows.related("themesOfBoard", board);
  const known = new Set(themes.map(({ id }) => id));
  for (const { theme } of rows.related("cardsOfBoard", board)) {
    const value = theme !== null && known.has(theme) ? theme : null;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const legend: Entry[] = themes
    .filter(({ id }) => counts.has(id))
    .toSorted(byOrd)
    .map(({ id, hue }) => ({ value: id, fill: hue, count: counts.get(id) ?? 0 }));
  const loose = counts.get(null) ?? 0;
  if (loose > 0) legend.push({ value: null, fill: 0, count: loose });
  return { fills: null, legend, others: 0 };
}

function orderOf(rows: Rows, by: Exclude<Colouring, "theme">): Value[] {
  const plain = (values: readonly string[]): Value[] => values.map((value) => ({ value, hue: null }));
  const numbered = (noun: "organisation" | "participant") =>
    plain([...rows.all(noun)].toSorted((a, b) => a.number - b.number).map(({ id }) => id));
  switch (by) {
    case "organisation":
    case "participant":
      return numbered(by);
    case "kind":
      return plain(OrganisationKind.options);
    case "source":
      return plain(SourceKind.options);
    case "tag":
      return tagsInOrder(rows);
  }
}

/** All tags as the codebook shows them: each before the tags within it. */
function tagsInOrder(rows: Rows): Value[] {
  const found: Value[] = [];
  const walk = (parent: string | null) => {
    for (const tag of rows
      .related("tags", "")
      .filter((each) => each.parent === parent)
      .toSorted(byOrd)) {
      found.push({ value: tag.id, hue: tag.hue });
      walk(tag.id);
    }
  };
  walk(null);
  return found;
}

/** A scene in other colours; the same cards where nothing differs. */
export function recoloured(scene: BoardScene, { fills }: Colours): BoardScene {
  if (fills === null) return scene;
  const cards = scene.cards.map((card) => {
    const fill = fills.get(card.id) ?? 0;
    return fill === card.hue ? card : { ...card, hue: fill };
  });
  return { ...scene, cards };
}
