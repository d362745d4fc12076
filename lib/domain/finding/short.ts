/**
 * Which interviews were much shorter than planned, or than the others: what a reader of findings should know of them.
 *
 * Pure; returns ids. The shares are conventions, said here and in the spec: under two thirds of its time an interview has left out a
 * third of its guide, and under half of what is usual can hardly be put down to people who speak briefly.
 * Rules: docs/spec/counting.md, C19.
 */

/** What was said in an interview. `signs`: by those who were asked, in code points; `minutes`: from its first turn to its last, null without times. */
export type Spoken = Readonly<{ signs: number; minutes: number | null }>;

type Interview = Readonly<{ id: string; planned: number | null; held: number | null; signs: number | null }>;

const OF_PLANNED = 2 / 3;
const OF_OTHERS = 1 / 2;
const ENOUGH = 5; // interviews, of which the middle one tells what is usual

/** @param interviews - minutes as planned and as held; null where that is not known */
export function shortOnes(interviews: readonly Interview[]): readonly string[] {
  const alike = Map.groupBy(interviews, ({ planned }) => planned);
  return interviews.flatMap(({ id, planned, held, signs }) => {
    if (planned !== null && held !== null) return held < planned * OF_PLANNED ? id : [];
    const others = (alike.get(planned) ?? []).flatMap((one) => one.signs ?? []);
    return signs !== null && others.length >= ENOUGH && signs < middle(others) * OF_OTHERS ? id : [];
  });
}

/** The median; of an even number the lower of the two in the middle. */
function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}
