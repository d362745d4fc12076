/**
 * What a turn is drawn from: stretches of text, each with the quotes over it and whether it is a replacement.
 *
 * Offsets here are UTF-16 units of what the turn shows; quotes are set on them once, so that two that meet
 * within a replacement never show it twice.
 */
import { runs } from "#lib/domain/quote/layout.ts";
import type { Placed } from "#lib/domain/quote/layout.ts";
import { shown, unitAt } from "#lib/domain/source/reading.ts";
import type { Turn } from "#lib/domain/source/reading.ts";

/** A quote as the text shows it; hue 0 is none. */
export type Mark = ReaderQuote & Readonly<{ lane: number }>;

/** A quote as the reader is handed it. */
export type ReaderQuote = Placed & Readonly<{ hue: number; tags: string }>;

/** Someone who speaks, as this reader may know them. */
export type Who = Readonly<{ name: string; code: string | null; interviewer: boolean }>;

export type Piece = Readonly<{
  text: string;
  ids: readonly string[];
  replaced: boolean;
  starts: boolean;
  ends: boolean;
}>;

/** Cuts a turn into pieces, in order, together all that it shows. */
export function pieces(turn: Turn, quotes: readonly Placed[]): Piece[] {
  const text = shown(turn);
  const placed = quotes.flatMap(({ id, start, end }): Placed[] => {
    const from = unitAt(turn, Math.max(start, turn.start), "start");
    const to = unitAt(turn, Math.min(end, turn.end), "end");
    return from < to ? [{ id, start: from, end: to }] : [];
  });
  const begins = new Map(quotes.map((quote) => [quote.id, quote.start >= turn.start]));
  const stops = new Map(quotes.map((quote) => [quote.id, quote.end <= turn.end]));
  const edges = new Map(placed.map((quote) => [quote.id, quote]));
  const found: Piece[] = [];
  let segment = 0;
  let segmentStart = 0;
  for (const run of runs(0, text.length, placed)) {
    let at = run.start;
    while (at < run.end) {
      let part = turn.segments[segment];
      while (part && segmentStart + part.text.length <= at) {
        segmentStart += part.text.length;
        part = turn.segments[++segment];
      }
      const until = part ? Math.min(run.end, segmentStart + part.text.length) : run.end;
      found.push({
        text: text.slice(at, until),
        ids: run.ids,
        replaced: part?.replaced ?? false,
        starts: run.ids.some((id) => begins.get(id) && edges.get(id)?.start === at),
        ends: run.ids.some((id) => stops.get(id) && edges.get(id)?.end === until),
      });
      at = until;
    }
  }
  return found;
}
