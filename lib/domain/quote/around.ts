/**
 * What stands around a quote in its text. A quote may begin or end within a name: whether it does is seen only where the whole
 * name is. So its overlay is laid over a stretch that is longer, and cut to the quote afterwards.
 *
 * Offsets are code points. Rules: docs/spec/leaks.md, LK12.
 */
import type { Segment } from "../identifier/overlay.ts";
import type { Where } from "../mention/meet.ts";
import type { Span } from "../source/reading.ts";
import { astralOf, slicePoints } from "../text/points.ts";
import type { Astral } from "../text/points.ts";

/** What stands before and behind; as much of it as a long name may need. `where`: at which place of its text all of it begins. */
export type Around = Readonly<{ before: string; after: string; where?: Where }>;

/** The words of a quote with what stands around them. */
export type Excerpt = Readonly<{ words: string; around: Around }>;

/** Of a text that is nobody's excerpt: nothing stands around it. */
export const NOTHING: Around = { before: "", after: "" };

const REACH = 200;

/** What stands around a span of a text; of the text of a revision also where that is. */
export function aroundOf(text: string, astral: Astral, { start, end }: Span, revision?: string): Around {
  const from = Math.max(0, start - REACH);
  return {
    before: slicePoints(text, astral, from, start),
    after: slicePoints(text, astral, end, end + REACH),
    ...(revision !== undefined && { where: { revision, start: from } }),
  };
}

/**
 * Cuts segments to a span: what stands for a name is taken whole, all else is cut off sign by sign. Their bounds stay
 * those of the longer stretch.
 */
export function cutSegments(segments: readonly Segment[], { start, end }: Span): readonly Segment[] {
  return segments.flatMap((one) => {
    if (one.end <= start || one.start >= end) return [];
    if (one.term !== null) return [one];
    const [from, to] = [Math.max(one.start, start), Math.min(one.end, end)];
    return [
      {
        ...one,
        text: slicePoints(one.text, astralOf(one.text), from - one.start, to - one.start),
        start: from,
        end: to,
      },
    ];
  });
}
