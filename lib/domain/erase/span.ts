/** Spans of a text, in code points, `end` exclusive. */
export type Span = Readonly<{ start: number; end: number }>;

/** The same places as spans in order that neither overlap nor touch. */
export function united(spans: readonly Span[]): Span[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = all.at(-1);
    if (start >= end) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

const SIGN = "\u2588";

/** A text with spans overwritten, sign by sign; lines stay lines. As the database does it (`overwritten`). */
export function overwrite(text: string, spans: readonly Span[]): string {
  const signs = Array.from(text);
  for (const { start, end } of spans)
    for (let at = start; at < Math.min(end, signs.length); at++) if (signs[at] !== "\n") signs[at] = SIGN;
  return signs.join("");
}
