/**
 * The text of a source as it leaves in a project: names replaced, turns of people who did not agree to be quoted withheld, and
 * before each turn whose it is.
 *
 * All of it are segments of the original, so that quotes find their places in what is written. Rules: docs/spec/refi.md, RF14 to RF16.
 */
import { overlay, verbatim } from "#lib/domain/identifier/overlay.ts";
import type { Segment } from "#lib/domain/identifier/overlay.ts";
import type { Plan } from "#lib/domain/identifier/plan.ts";
import type { Met } from "#lib/domain/mention/meet.ts";
import type { Span } from "#lib/domain/source/reading.ts";
import { astralOf, slicePoints } from "#lib/domain/text/points.ts";

/** A turn on its way out. `label`: whose it is, or null where that is not said. */
export type OutTurn = Span & Readonly<{ label: string | null; withheld: boolean }>;

const WITHHELD = "withheld";
const LABEL = "label";

/**
 * Veils a text.
 *
 * @param turns - in order, apart from one another
 * @param word - what stands, in brackets, for what is withheld
 * @returns segments that cover the text, labels among them as stretches without length, and the names that stand in what is left
 */
export function veilSource(
  { text, revision }: Readonly<{ text: string; revision: string }>,
  turns: readonly OutTurn[],
  lang: string,
  plan: Plan,
  word: string,
): Readonly<{ segments: readonly Segment[]; found: readonly Met[] }> {
  const names = plan.find(text, { revision, start: 0 });
  const gaps = turns.filter(({ withheld, start, end }) => withheld && end > start).map((turn) => covering(turn, names));
  const found = names.filter((one) => !gaps.some((gap) => one.start < gap.end && one.end > gap.start));
  const all = [...found, ...joined(gaps).map((gap): Met => ({ ...gap, term: WITHHELD, also: [] }))];
  const segments = overlay(
    text,
    all.toSorted((a, b) => a.start - b.start),
    (one) => (one.term === WITHHELD ? word : plan.choose(one, lang)),
  );
  if (!verbatim(text, segments)) throw new Error("a source that leaves was changed outside the brackets");
  return { segments: labelled(segments, turns), found };
}

/** How many words of a veiled text are its own: whose turn it is, set before it, is not counted. */
export function wordsIn(segments: readonly Segment[]): number {
  const own = segments.map(({ term, text }) => (term === LABEL ? " " : text)).join("");
  return own.split(/\s+/u).filter((word) => word !== "").length;
}

/** A stretch with all of the names that it cuts. */
function covering({ start, end }: Span, names: readonly Span[]): Span {
  const cut = names.filter((one) => one.start < end && one.end > start);
  return { start: Math.min(start, ...cut.map((one) => one.start)), end: Math.max(end, ...cut.map((one) => one.end)) };
}

/** Stretches in order, those that overlap made one. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && span.start < last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else all.push(span);
  }
  return all;
}

/** Puts labels before turns. One whose turn begins within a replacement is left out: what stands there is whole. */
function labelled(segments: readonly Segment[], turns: readonly OutTurn[]): Segment[] {
  const wanted = turns.flatMap(({ start, end, label }) => (label === null || end === start ? [] : [{ start, label }]));
  const out: Segment[] = [];
  let next = 0;
  for (const segment of segments) {
    while ((wanted[next]?.start ?? Infinity) < segment.start) next += 1;
    const astral = astralOf(segment.text);
    let from = segment.start;
    const cut = (to: number) => {
      if (to > from)
        out.push({
          ...segment,
          text: slicePoints(segment.text, astral, from - segment.start, to - segment.start),
          start: from,
          end: to,
        });
      from = to;
    };
    for (let one = wanted[next]; one && one.start < segment.end; one = wanted[(next += 1)]) {
      if (segment.term !== null && one.start > segment.start) continue;
      if (segment.term === null) cut(one.start);
      out.push({ text: `${one.label}: `, start: one.start, end: one.start, term: LABEL });
    }
    if (segment.term === null) cut(segment.end);
    else out.push(segment);
  }
  return out;
}
