/**
 * A quote as it is published: cut with […] and made clear with [words in brackets], and in nothing else changed.
 *
 * Pure. The marks are those of publishers' house styles and of the UK Data Service's guidance on anonymisation: brackets say
 * that these words are not the speaker's. Positions are code points of the quote's own words. Rules: docs/spec/wording.md.
 */
import type { EditRow } from "../finding/shape.ts";
import type { Segment } from "../identifier/overlay.ts";
import type { View } from "../study/rows.ts";
import { cutSegments } from "./around.ts";

/** A cut where `words` is null; else what stands in brackets in place of the span, or between two words where it is empty. */
export type Edit = Readonly<{ start: number; end: number; words: string | null }>;
/** A stretch of a published quote. `segment`: what stands there of the overlay; `null` for what an edit has put there. */
export type Stretch = Readonly<{ text: string; segment: Segment | null }>;

/** The edits of a cited quote that hold: those that were made of the words which stand in this revision, in their order. */
export function editsOf(view: Pick<View, "related">, evidence: string, revision: string): readonly EditRow[] {
  return view
    .related("editsOfEvidence", evidence)
    .filter((edit) => edit.revision === revision)
    .toSorted((a, b) => a.start - b.start);
}

const CUT = "[…]";

/** Whether edits lie in their order and apart, within a quote of so many code points, do something each, and leave some of it. */
export function areEdits(
  edits: readonly Readonly<{ start: number; end: number; phrase: string | null }>[],
  length: number,
): boolean {
  let left = length;
  let [last, at] = [-1, 0]; // where the edit before begins and ends
  for (const { start, end, phrase } of edits) {
    if (start <= last || start < at || end < start || end > length || (phrase === null && end === start)) return false;
    [last, at] = [start, end];
    left -= end - start;
  }
  return left > 0;
}

/**
 * Lays edits over the segments of a quote's overlay.
 *
 * An edit that begins or ends within a name's replacement takes the whole of it, as half of one would say where the name is.
 * Every other sign outside the edits stays as it is; blanks are set beside a bracket that would touch a word, and are the edit's.
 *
 * @param segments - in order and without a gap; their bounds count from where those of `edits` do
 */
export function publish(segments: readonly Segment[], edits: readonly Edit[]): readonly Stretch[] {
  const out: Stretch[] = [];
  let at = segments[0]?.start ?? 0;
  const keep = (start: number, end: number) => {
    for (const segment of cutSegments(segments, { start, end }))
      if (segment.text !== "") out.push({ text: segment.text, segment });
  };
  for (const { start, end, words } of whole(segments, edits)) {
    keep(at, start);
    out.push({ text: words === null ? CUT : `[${words}]`, segment: null });
    at = end;
  }
  keep(at, segments.at(-1)?.end ?? at);
  return out.map((one, place) => (one.segment === null ? spaced(one, out[place - 1], out[place + 1]) : one));
}

/** The edits, none of which ends within a replacement; what one has taken from the next is not taken twice. */
function whole(segments: readonly Segment[], edits: readonly Edit[]): readonly Edit[] {
  const out: Edit[] = [];
  let at = segments[0]?.start ?? 0;
  for (const edit of edits) {
    const within = (point: number) => segments.find((one) => one.term !== null && one.start < point && point < one.end);
    // What is set between two words of a name stands before it: there no cut that takes the rest of the name swallows it.
    const start = Math.max(at, within(edit.start)?.start ?? edit.start);
    const end = edit.start === edit.end ? start : Math.max(start, within(edit.end)?.end ?? edit.end);
    if (edit.words === null && start === end) continue;
    out.push({ start, end, words: edit.words });
    at = end;
  }
  return out;
}

function spaced(mark: Stretch, before: Stretch | undefined, after: Stretch | undefined): Stretch {
  const lead = before === undefined || /[\s([‘“'"]$/u.test(before.text) ? "" : " ";
  const trail = after !== undefined && /^[\p{L}\p{N}[([]/u.test(after.text) ? " " : "";
  return { ...mark, text: `${lead}${mark.text}${trail}` };
}
