/** Where spans of a text stand in its overlay, whose words are longer or shorter than what they replace. */
import type { Span } from "../source/reading.ts";
import { lengthOf } from "../text/points.ts";
import type { Segment } from "./overlay.ts";

/**
 * Gives the way from spans of the original to spans of the overlay, both in code points.
 *
 * What begins or ends within a replacement takes it whole, as `cutSegments` does.
 *
 * Cost: once the segments, then the logarithm of their number.
 */
export function placed(segments: readonly Segment[]): (span: Span) => Span {
  const starts: number[] = []; // of each segment in the overlay
  let at = 0;
  for (const { text } of segments) {
    starts.push(at);
    at += lengthOf(text);
  }
  /** The last segment that begins before this point, or at it. */
  const holding = (point: number): number => {
    let low = 0;
    let high = segments.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((segments[middle]?.start ?? Infinity) <= point) low = middle;
      else high = middle;
    }
    return low;
  };
  return ({ start, end }) => {
    const [first, last] = [holding(start), holding(end - 1)];
    const [from, to] = [segments[first], segments[last]];
    const [fromAt, toAt] = [starts[first] ?? 0, starts[last] ?? 0];
    if (!from || !to) return { start: 0, end: 0 };
    return {
      start: from.term === null ? fromAt + (start - from.start) : fromAt,
      end: toAt + (to.term === null ? end - to.start : lengthOf(to.text)),
    };
  };
}
