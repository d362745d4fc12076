/**
 * What is looked for on a board: words, and where they come from.
 *
 * Upper and lower case, accents and kinds of apostrophes make no difference: `ty` finds *tŷ*. Every word that was
 * typed must stand somewhere, in any order, also as a part of a longer one. Knows nothing of rows or the DOM.
 */
export type Query = Readonly<{
  text: string;
  source: string | null;
  participant: string | null;
  kind: string | null; // of organisation
  tag: string | null;
  clustered: boolean | null; // lies in a theme, or does not
}>;

export const NOTHING: Query = { text: "", source: null, participant: null, kind: null, tag: null, clustered: null };

/** What a card is known by. */
export type Known = Readonly<{
  /** Its words, folded. */
  folded: string;
  source: string | null;
  participant: string | null;
  kind: string | null;
  tags: readonly string[];
  clustered: boolean;
}>;

/** How many filters are set. */
export function filtersIn({ clustered, kind, participant, source, tag }: Query): number {
  return [clustered, kind, participant, source, tag].filter((value) => value !== null).length;
}

export function asksNothing(query: Query): boolean {
  return query.text.trim() === "" && filtersIn(query) === 0;
}

/** A text as it is compared. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .toLowerCase();
}

/** Says of a card whether it is what is looked for. */
export function matcher(query: Query): (card: Known) => boolean {
  const wanted = fold(query.text)
    .split(/\s+/u)
    .filter((word) => word !== "");
  const { source, participant, kind, tag, clustered } = query;
  return (card) =>
    (source === null || card.source === source) &&
    (participant === null || card.participant === participant) &&
    (kind === null || card.kind === kind) &&
    (tag === null || card.tags.includes(tag)) &&
    (clustered === null || card.clustered === clustered) &&
    wanted.every((word) => card.folded.includes(word));
}
