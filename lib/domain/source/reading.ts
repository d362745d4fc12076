/**
 * A source's text as one person may read it: turns, each cut into segments that know their bounds in the original.
 *
 * Where a name is replaced, the segment's text is the replacement and its bounds are those of the name; so a
 * place on the page leads back to the original for every reader, and a selection takes replacements whole.
 * Knows nothing of the DOM. Offsets are code points of the original, `end` exclusive, unless they are called units
 * (UTF-16 units of what a turn shows). Rules: docs/spec/quote.md, Q4 and Q5.
 */
import * as z from "zod";
import { Id } from "../field.ts";
import { astralOf, toPoints, toUnits } from "../text/points.ts";
import { snapToWords } from "../text/word.ts";
import type { Stretch } from "../text/word.ts";

export const Segment = z.strictObject({
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  replaced: z.boolean(),
});
export type Segment = z.infer<typeof Segment>;

export const Turn = z.strictObject({
  id: Id,
  /** The turn that it was in the first revision; left out where it is itself. Links and memos go by it. */
  line: Id.exactOptional(),
  start: z.int().min(0),
  end: z.int().min(0),
  speaker: Id.nullable(),
  question: Id.nullable(),
  startMs: z.int().nullable(),
  endMs: z.int().nullable(),
  segments: z.array(Segment),
});
export type Turn = z.infer<typeof Turn>;

export const Attribute = z.strictObject({ name: z.string(), value: z.string() });
export type Attribute = z.infer<typeof Attribute>;

export const Reading = z.strictObject({
  source: Id,
  revision: Id,
  lang: z.string(),
  length: z.int().min(0),
  sealed: z.boolean(), // true: this reader gets replacements
  turns: z.array(Turn),
  attributes: z.array(Attribute),
});
export type Reading = z.infer<typeof Reading>;

/** Something that answers a question: a comment of a survey, or what a participant said when it was asked. */
export const Answer = z.strictObject({
  source: Id,
  revision: Id,
  lang: z.string(),
  turn: Id,
  speaker: Id.nullable(), // of an interview
  start: z.int().min(0),
  end: z.int().min(0),
  segments: z.array(Segment),
  attributes: z.array(z.string()), // by position, as in `Answers.attributes`; empty where not known
});
export type Answer = z.infer<typeof Answer>;

/** All answers to a question, with the names of what is known of respondents. */
export const Answers = z.strictObject({ attributes: z.array(z.string()), answers: z.array(Answer) });
export type Answers = z.infer<typeof Answers>;

/** A span of the original. */
export type Span = Readonly<{ start: number; end: number }>;

/** What a turn shows. */
export function shown(turn: Turn): string {
  const [only] = turn.segments;
  return turn.segments.length === 1 && only ? only.text : turn.segments.map((segment) => segment.text).join("");
}

/** The place in the original of a place in what a turn shows; within a replacement, the near edge that `edge` asks for. */
export function pointAt(turn: Turn, unit: number, edge: "start" | "end"): number {
  let from = 0;
  for (const segment of turn.segments) {
    const to = from + segment.text.length;
    if (unit < to || (unit === to && edge === "end")) {
      const within = Math.max(0, unit - from);
      if (!segment.replaced) return segment.start + toPoints(astralOf(segment.text), within);
      if (within === 0) return segment.start;
      return edge === "start" ? segment.start : segment.end;
    }
    from = to;
  }
  return turn.end;
}

/** The place in what a turn shows of a place in the original; within a replaced name, the edge that `edge` asks for. */
export function unitAt(turn: Turn, point: number, edge: "start" | "end"): number {
  let from = 0;
  for (const segment of turn.segments) {
    if (point < segment.end || (point === segment.end && edge === "end")) {
      const within = Math.max(0, point - segment.start);
      if (!segment.replaced) return from + toUnits(astralOf(segment.text), within);
      if (within === 0) return from;
      return edge === "start" ? from : from + segment.text.length;
    }
    from += segment.text.length;
  }
  return from;
}

/** The position in `turns` of the turn at a place, or of the next one where the place lies between two. */
export function turnIndexAt(turns: readonly Turn[], point: number): number {
  let low = 0;
  let high = turns.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.end ?? 0) > point) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The turns that a span touches. */
export function turnsOf(turns: readonly Turn[], span: Span): Turn[] {
  const found: Turn[] = [];
  for (let at = turnIndexAt(turns, span.start); at < turns.length; at += 1) {
    const turn = turns[at];
    if (!turn || turn.start >= span.end) break;
    if (turn.end > span.start) found.push(turn);
  }
  return found;
}

/** The turn that holds most of a span, the first of equals (Q2); `null` where it touches none. */
export function turnHolding(turns: readonly Turn[], span: Span): Turn | null {
  let best: Turn | null = null;
  let most = 0;
  for (const turn of turnsOf(turns, span)) {
    const share = Math.min(turn.end, span.end) - Math.max(turn.start, span.start);
    if (share > most) [best, most] = [turn, share];
  }
  return best;
}

/** The name of a turn in every revision (docs/spec/correct.md, K4): links and memos know it by that. */
export function lineOf(turn: Pick<Turn, "id" | "line">): string {
  return turn.line ?? turn.id;
}

/** What a span says, as this reader sees it; turns are parted by a line end. */
export function wordsAt(turns: readonly Turn[], span: Span): string {
  return turnsOf(turns, span)
    .map((turn) =>
      shown(turn).slice(
        unitAt(turn, Math.max(span.start, turn.start), "start"),
        unitAt(turn, Math.min(span.end, turn.end), "end"),
      ),
    )
    .join("\n");
}

/** A place on the page: a turn, and UTF-16 units into what it shows. */
export type Spot = Readonly<{ turn: number; unit: number }>;

/**
 * The span that a selection means: whole words, whole replacements, no blanks at its ends.
 *
 * @param from - where the selection begins, before `to` in the text
 * @returns `null` where it holds no words
 */
export function spanOf(turns: readonly Turn[], from: Spot, to: Spot, lang: string): Span | null {
  let first = from.turn;
  let last = to.turn;
  for (; first <= last; first += 1) {
    const turn = turns[first];
    if (turn && snapped(turn, first === from.turn ? from.unit : 0, first === to.turn ? to.unit : Infinity, lang)) break;
  }
  for (; last > first; last -= 1) {
    const turn = turns[last];
    if (turn && snapped(turn, 0, last === to.turn ? to.unit : Infinity, lang)) break;
  }
  const head = turns[first];
  const tail = turns[last];
  if (!head || !tail || first > last) return null;
  const begin = snapped(head, first === from.turn ? from.unit : 0, first === to.turn ? to.unit : Infinity, lang);
  const finish = snapped(tail, last === from.turn ? from.unit : 0, last === to.turn ? to.unit : Infinity, lang);
  if (!begin || !finish) return null;
  const start = pointAt(head, begin.start, "start");
  const end = pointAt(tail, finish.end, "end");
  return start < end ? { start, end } : null;
}

function snapped(turn: Turn, from: number, to: number, lang: string): Stretch | null {
  const text = shown(turn);
  const start = Math.min(from, text.length);
  const end = Math.min(to, text.length);
  return start < end ? snapToWords(text, { start, end }, lang) : null;
}

/** Changes the part of a span that stands in its last (or first) turn by a function of that turn's words. */
export function reshape(
  turns: readonly Turn[],
  span: Span,
  side: "start" | "end",
  change: (text: string, at: Stretch) => Stretch,
): Span {
  const touched = turnsOf(turns, span);
  const turn = side === "end" ? touched.at(-1) : touched[0];
  if (!turn) return span;
  const at = {
    start: unitAt(turn, Math.max(span.start, turn.start), "start"),
    end: unitAt(turn, Math.min(span.end, turn.end), "end"),
  };
  const next = change(shown(turn), at);
  const start = side === "start" ? pointAt(turn, next.start, "start") : span.start;
  const end = side === "end" ? pointAt(turn, next.end, "end") : span.end;
  return start < end ? { start, end } : span;
}
