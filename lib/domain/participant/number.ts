/**
 * The number of a pseudonym.
 *
 * Counted up, it would tell in which order people came into the study, and so who was asked first. So it is drawn: from the random
 * digits of the participant's own id, so that everybody who decides about the same command draws the same. Rule: docs/spec/study.md, ST20.
 */

/**
 * Draws a number for each id: none of those `taken`, none twice, with as few digits as leave half of the numbers free.
 *
 * @param ids - UUIDs whose last eight digits are random, as in versions 4 and 7
 */
export function drawNumbers(ids: readonly string[], taken: ReadonlySet<number>): number[] {
  let end = 100; // of two digits at least
  while ((taken.size + ids.length) * 2 > end - end / 10) end *= 10;
  const first = end / 10;
  const used = new Set(taken);
  return ids.map((id) => {
    let number = first + (Number.parseInt(id.slice(-8), 16) % (end - first));
    while (used.has(number)) number = number + 1 < end ? number + 1 : first;
    used.add(number);
    return number;
  });
}
