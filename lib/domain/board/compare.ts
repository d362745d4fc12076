/**
 * Two boards side by side: which quotes lie where on either, and how far the two clusterings agree.
 *
 * Pure: what lies on a board is told as pairs of quote and theme. Rules: docs/spec/board.md, B100 to B102.
 */
export type Lying = Readonly<{ quote: string; theme: string | null }>;

/** Where a quote lies on a board: a theme's id, or one of these. */
export const LOOSE = "loose"; // on the board, in no theme
export const ABSENT = "absent"; // not on the board

/** Quotes that lie in one place on one board and in another on the other, in the order in which they were told. */
export type Flow = Readonly<{ from: string; to: string; quotes: readonly string[] }>;

/**
 * From where to where quotes go, the largest first. Rule B100: a quote with several cards on a board counts once in
 * each theme that they lie in, and so once in each way from one of these to one of those.
 */
export function flowsBetween(a: readonly Lying[], b: readonly Lying[]): Flow[] {
  const from = placesOf(a);
  const to = placesOf(b);
  const absent = new Set([ABSENT]);
  const found = new Map<string, { from: string; to: string; quotes: string[] }>();
  for (const quote of new Set([...from.keys(), ...to.keys()])) {
    for (const left of from.get(quote) ?? absent) {
      for (const right of to.get(quote) ?? absent) {
        const key = `${left}/${right}`;
        const flow = found.get(key);
        if (flow) flow.quotes.push(quote);
        else found.set(key, { from: left, to: right, quotes: [quote] });
      }
    }
  }
  return [...found.values()].toSorted((one, two) => two.quotes.length - one.quotes.length);
}

/** How far two clusterings agree. */
export type Agreement = Readonly<{
  /** How many quotes it is measured on. */
  quotes: number;
  /** The share of pairs that lie together on both boards or apart on both. */
  pairs: number;
  /** The same beyond chance: 1 where both are the same, about 0 where they have nothing to do with each other. */
  adjusted: number;
}>;

/**
 * Measures how far two boards cluster the same quotes in the same way, whatever the themes are called.
 *
 * Rule B101: it is measured on the quotes that lie in exactly one theme on both boards.
 *
 * @returns null where there are fewer than two such quotes
 *
 * Source: W. M. Rand, "Objective criteria for the evaluation of clustering methods", JASA 66 (1971) for the share of
 * pairs; L. Hubert and P. Arabie, "Comparing partitions", Journal of Classification 2 (1985), equation 5, for what is
 * beyond chance. Two clusterings for which chance leaves nothing open are the same, and agree by 1.
 */
export function agreement(a: readonly Lying[], b: readonly Lying[]): Agreement | null {
  const from = placesOf(a);
  const to = placesOf(b);
  const both = new Map<string, number>();
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  let quotes = 0;
  for (const [quote, places] of from) {
    const one = only(places);
    const other = only(to.get(quote));
    if (one === null || other === null) continue;
    quotes++;
    count(left, one);
    count(right, other);
    count(both, `${one}/${other}`);
  }
  if (quotes < 2) return null;
  const all = pairs(quotes);
  const together = sum(both);
  const onLeft = sum(left);
  const onRight = sum(right);
  const chance = (onLeft * onRight) / all;
  const most = (onLeft + onRight) / 2;
  return {
    quotes,
    pairs: (all + 2 * together - onLeft - onRight) / all,
    adjusted: most === chance ? 1 : (together - chance) / (most - chance),
  };
}

function placesOf(lying: readonly Lying[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { quote, theme } of lying) {
    const places = found.get(quote);
    if (places) places.add(theme ?? LOOSE);
    else found.set(quote, new Set([theme ?? LOOSE]));
  }
  return found;
}

/** The one theme in a quote's places; null where there is none or more than one. */
function only(places: ReadonlySet<string> | undefined): string | null {
  const themes = [...(places ?? [])].filter((place) => place !== LOOSE);
  const [theme] = themes;
  return theme !== undefined && themes.length === 1 ? theme : null;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** How many pairs so many things make. */
function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const each of counts.values()) total += pairs(each);
  return total;
}
