/**
 * Lays stretches over passages, and says which question is answered at a place.
 *
 * Pure functions over spans. Offsets are code points, `end` exclusive. Rules: docs/spec/passage.md, PA1 to PA3.
 */

/** A stretch in which a question is answered. */
export type Stretch = Readonly<{ id: string; start: number; end: number; question: string }>;
export type Part = Readonly<{ start: number; end: number; question: string | null }>;

/**
 * The passages after a part was laid over them, in the order of the text.
 *
 * What the part covers it takes; a passage that is cut in two keeps its id on the left. A part that touches a passage
 * of the same question grows that one.
 *
 * @param fresh - gives an id that nothing has
 */
export function lay(passages: readonly Stretch[], part: Part, fresh: () => string): Stretch[] {
  const kept: Stretch[] = [];
  for (const passage of passages) {
    if (passage.end <= part.start || passage.start >= part.end) {
      kept.push(passage);
      continue;
    }
    const left = passage.start < part.start;
    if (left) kept.push({ ...passage, end: part.start });
    if (passage.end > part.end) kept.push({ ...passage, start: part.end, ...(left ? { id: fresh() } : {}) });
  }
  if (part.question !== null && part.start < part.end) {
    const before = kept.find((one) => one.end === part.start && one.question === part.question);
    const after = kept.find((one) => one.start === part.end && one.question === part.question);
    const joined = {
      id: before?.id ?? after?.id ?? fresh(),
      start: before?.start ?? part.start,
      end: after?.end ?? part.end,
      question: part.question,
    };
    return inOrder([...kept.filter((one) => one !== before && one !== after), joined]);
  }
  return inOrder(kept);
}

const inOrder = (passages: readonly Stretch[]) => passages.toSorted((a, b) => a.start - b.start);

/** The question that is answered in most of a span, of equals the first; null where no passage touches it. */
export function questionAt(passages: readonly Omit<Stretch, "id">[], start: number, end: number): string | null {
  let best: Omit<Stretch, "id"> | null = null;
  let most = 0;
  for (const passage of passages) {
    const share = Math.min(end, passage.end) - Math.max(start, passage.start);
    if (share > most || (share === most && share > 0 && best !== null && passage.start < best.start))
      [best, most] = [passage, share];
  }
  return best?.question ?? null;
}
