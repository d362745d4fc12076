/**
 * Takes small groups together, so that none is published that is too small: kinds of organisation in tables and in
 * the list of respondents. Aggregation comes before suppression, as it hides less.
 * Rules: docs/spec/disclosure.md, DC9.
 */

type Group = Readonly<{ kind: string | null; of: number }>;

/**
 * Parts groups into those that stand by themselves and those taken together.
 *
 * From the smallest up, all are taken as far as the last that must be, and on until together they are more than one and enough.
 * Taking along the smaller ones makes the result grow with the threshold: a stricter one parts nothing that a laxer joined.
 *
 * @param must - whether a group cannot stand by itself
 * @param least - how many the joined groups must hold
 */
export function together<One extends Group>(
  groups: readonly One[],
  must: (group: One) => boolean,
  least: number,
): Readonly<{ apart: readonly One[]; joined: readonly One[] }> {
  const ranked = groups.toSorted((a, b) => a.of - b.of || ((a.kind ?? "") < (b.kind ?? "") ? -1 : 1));
  let length = ranked.findLastIndex(must) + 1;
  if (length > 0) {
    const sum = () => ranked.slice(0, length).reduce((all, group) => all + group.of, 0);
    while (length < ranked.length && (length < 2 || sum() < least)) length += 1;
  }
  return { apart: ranked.slice(length).toReversed(), joined: ranked.slice(0, length) };
}
