/**
 * The overlay: a text as someone may read it, with names replaced by [words in brackets].
 *
 * The original is never edited: what comes out is a list of segments that together stand for the whole
 * text, each with its bounds in the original (Unicode code points, `end` exclusive), so that a selection
 * snaps to whole replacements and the words outside them can be checked to be verbatim.
 * Rules: docs/spec/identifier.md, I15 to I18.
 */
import type { Occurrence } from "./find.ts";

/** A stretch of the overlay. Without `term` its text is the original's, sign by sign. */
export type Segment = Readonly<{ text: string; start: number; end: number; term: string | null }>;

/** What stands for an occurrence: words without their brackets, or `null` to leave the original. */
export type Choose<One extends Occurrence = Occurrence> = (occurrence: One) => string | null;

/** What kind of thing a name names. */
export type Masked = "organisation" | "person" | "name";

const NEUTRAL: Readonly<Record<"en" | "cy", Readonly<Record<Masked, string>>>> = {
  en: { organisation: "organisation", person: "person", name: "name" },
  cy: { organisation: "sefydliad", person: "unigolyn", name: "enw" },
};

/** The word that stands for a name on which nothing was decided, in the language of the text. */
export function neutral(kind: Masked, lang: string): string {
  return NEUTRAL[lang.toLowerCase().startsWith("cy") ? "cy" : "en"][kind];
}

/** Puts words in brackets, once; brackets within them fall away. */
function bracketed(words: string): string {
  const inner = words.replace(/[[\]\s]+/gu, " ").trim();
  return `[${inner === "" ? "…" : inner}]`;
}

/**
 * Cuts a text into what stays and what is replaced.
 *
 * @param occurrences - in order, not overlapping, as `finder` gives them
 * @returns segments in order that cover the text without a gap; neighbours that stay are joined
 */
export function overlay<One extends Occurrence>(
  text: string,
  occurrences: readonly One[],
  choose: Choose<One>,
): readonly Segment[] {
  const slice = slicer(text);
  const segments: Segment[] = [];
  let from = 0;
  for (const one of occurrences) {
    const words = choose(one);
    if (words === null) continue;
    if (one.start > from) segments.push({ text: slice(from, one.start), start: from, end: one.start, term: null });
    segments.push({ text: bracketed(words), start: one.start, end: one.end, term: one.term });
    from = one.end;
  }
  const points = slice.points;
  if (points > from || segments.length === 0)
    segments.push({ text: slice(from, points), start: from, end: points, term: null });
  return segments;
}

/** The overlay as plain text. */
export function spoken(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join("");
}

/**
 * Whether every segment that is not a replacement is the original's own words, in order and without a gap.
 * What an export checks before it lets a quote out.
 */
export function verbatim(text: string, segments: readonly Segment[]): boolean {
  const slice = slicer(text);
  let from = 0;
  for (const segment of segments) {
    if (segment.start !== from || segment.end < segment.start) return false;
    if (segment.term === null && slice(segment.start, segment.end) !== segment.text) return false;
    if (segment.term !== null && !/^\[[^[\]]+\]$/u.test(segment.text)) return false;
    from = segment.end;
  }
  return from === slice.points;
}

/** Snaps a span of the original outwards to whole replacements. */
export function snap(
  segments: readonly Segment[],
  span: Readonly<{ start: number; end: number }>,
): { start: number; end: number } {
  let { start, end } = span;
  for (const segment of segments) {
    if (segment.term === null) continue;
    if (segment.start < start && start < segment.end) start = segment.start;
    if (segment.start < end && end < segment.end) end = segment.end;
  }
  return { start, end };
}

/** Slices by code points; texts without astral signs, nearly all, at the cost of a plain slice. */
function slicer(text: string): ((start: number, end: number) => string) & { readonly points: number } {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text))
    return Object.assign((start: number, end: number) => text.slice(start, end), { points: text.length });
  const points = Array.from(text);
  return Object.assign((start: number, end: number) => points.slice(start, end).join(""), { points: points.length });
}
