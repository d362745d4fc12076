/**
 * What is shown of a turn around what was looked for: whole sentences where they are short enough, and the sentence that
 * would be quoted.
 *
 * Offsets are UTF-16 units of the text, `end` exclusive. Rules: docs/spec/search.md, SR7.
 */
import type { Stretch } from "../text/word.ts";
import { segmenter } from "../text/segmenter.ts";

const ENOUGH = 260; // units: with less, the next sentence is shown as well
const MOST = 560;

export type Snippet = Readonly<{ shown: Stretch; sentence: Stretch }>;

/** @param places - what was found, in order; with none, the beginning is shown */
export function snippetOf(text: string, lang: string, places: readonly Stretch[]): Snippet {
  const sentences = sentencesOf(text, lang);
  const first = places[0] ?? { start: 0, end: 0 };
  const at = Math.max(
    0,
    sentences.findIndex(({ end }) => end > first.start),
  );
  const sentence = sentences[at] ?? { start: 0, end: text.length };
  // A phrase may go over the end of a sentence: it is quoted with all that it touches.
  const through = sentences.find(({ end }) => end >= first.end) ?? sentence;
  const quoted = { start: sentence.start, end: Math.max(sentence.end, through.end) };
  if (quoted.end - quoted.start > MOST) return { shown: around(text, quoted, first), sentence: quoted };
  let { start, end } = quoted;
  let [before, after] = [at - 1, sentences.indexOf(through) + 1];
  while (end - start < ENOUGH) {
    const next = sentences[after];
    const last = sentences[before];
    if (next && next.end - start <= MOST) [end, after] = [next.end, after + 1];
    else if (last && end - last.start <= MOST) [start, before] = [last.start, before - 1];
    else break;
  }
  return { shown: { start, end }, sentence: quoted };
}

/** The sentences of a text, without the blanks around them. */
function sentencesOf(text: string, lang: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { segment, index } of segmenter(lang, "sentence").segment(text)) {
    const words = segment.trim();
    if (words === "") continue;
    const start = index + segment.indexOf(words);
    found.push({ start, end: start + words.length });
  }
  return found;
}

/** Some words of a sentence that is too long, from blank to blank where there are any. */
function around(text: string, { start, end }: Stretch, place: Stretch): Stretch {
  const from = Math.max(start, Math.min(place.start - Math.floor(MOST / 3), end - MOST));
  const to = Math.min(end, Math.max(from + MOST, place.end));
  const blank = from > start ? text.indexOf(" ", from) + 1 : from;
  const last = to < end ? text.lastIndexOf(" ", to) : to;
  return {
    start: blank >= from && blank <= place.start ? blank : whole(text, Math.min(from, place.start)),
    end: last >= place.end ? last : whole(text, to),
  };
}

/** The beginning of the sign at a place: never between the two halves of one. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
