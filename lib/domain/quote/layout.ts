/**
 * How quotes that overlap are shown: stretches that each know who covers them, and lanes for the bars in the margin.
 *
 * Knows nothing of pixels or of the DOM. Offsets are code points, `end` exclusive.
 * Rules: docs/spec/quote.md, Q7 and Q8.
 */

/** A quote's place, as far as its drawing needs it. */
export type Placed = Readonly<{ id: string; start: number; end: number }>;

/** A stretch of a text with the quotes that cover all of it, the one that begins first leading. */
export type Run = Readonly<{ start: number; end: number; ids: readonly string[] }>;

/** In the order of the text: by start, the longer first, then by id, so that every screen agrees. */
export function byPlace(a: Placed, b: Placed): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Cuts a stretch of text where quotes begin and end.
 *
 * @param quotes - in any order; what lies outside the stretch is ignored
 * @returns runs that cover the stretch without gap or overlap; neighbours differ in who covers them
 * Cost: n log n, and the sum of the covers.
 */
export function runs(start: number, end: number, quotes: readonly Placed[]): Run[] {
  if (start >= end) return [];
  const inside = quotes
    .filter((quote) => quote.start < end && quote.end > start && quote.start < quote.end)
    .toSorted(byPlace);
  const cuts = new Set([start, end]);
  for (const quote of inside) {
    if (quote.start > start) cuts.add(quote.start);
    if (quote.end < end) cuts.add(quote.end);
  }
  const edges = [...cuts].toSorted((a, b) => a - b);
  const found: Run[] = [];
  let next = 0;
  let open: Placed[] = [];
  for (const [at, from] of edges.entries()) {
    const to = edges[at + 1];
    if (to === undefined) break;
    open = open.filter((quote) => quote.end > from);
    for (let quote = inside[next]; quote && quote.start <= from; quote = inside[++next])
      if (quote.end > from) open.push(quote);
    found.push({ start: from, end: to, ids: open.map((quote) => quote.id) });
  }
  return found;
}

/**
 * Gives each quote a lane in the margin, so that two that touch the same words never share one.
 *
 * @returns the lane by id, from 0; no more lanes than quotes overlap at the densest place
 */
export function lanes(quotes: readonly Placed[]): ReadonlyMap<string, number> {
  const ends: number[] = [];
  const given = new Map<string, number>();
  for (const quote of quotes.toSorted(byPlace)) {
    const free = ends.findIndex((end) => end <= quote.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = quote.end;
    given.set(quote.id, lane);
  }
  return given;
}

/** The quotes at one place, the innermost first: what a click there means, and then the next ones. */
export function coverAt(quotes: readonly Placed[], point: number): string[] {
  return quotes
    .filter((quote) => quote.start <= point && point < quote.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start) || (a.id < b.id ? -1 : 1))
    .map((quote) => quote.id);
}
