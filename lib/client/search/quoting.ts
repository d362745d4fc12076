/**
 * What a hit would be quoted as: the words that are selected in it, else the sentence that holds what was found.
 *
 * Knows nothing of the page. Offsets are code points of the original. Rules: docs/spec/search.md, SR14.
 */
import type { Chosen } from "#lib/client/reader/act.ts";
import type { Hit } from "#lib/domain/search/shape.ts";
import { spanOf, wordsAt } from "#lib/domain/source/reading.ts";
import type { Turn } from "#lib/domain/source/reading.ts";

/** What a hit shows, as a turn: so that a selection in it is set on whole words and whole replacements. */
export function asTurn({ turn, speaker, question, startMs, pieces }: Hit): Turn {
  return {
    id: turn,
    start: pieces[0]?.start ?? 0,
    end: pieces.at(-1)?.end ?? 0,
    speaker,
    question,
    startMs,
    endMs: null,
    segments: pieces.map(({ text, start, end, kind }) => ({ text, start, end, replaced: kind === "replaced" })),
  };
}

/** @param selected - UTF-16 units of what the hit shows; null where nothing is selected in it */
export function chosenIn(hit: Hit, selected: Readonly<{ from: number; to: number }> | null): Chosen {
  const { source, revision, lang, turn, speaker, question, sentence } = hit;
  const shown = asTurn(hit);
  const span = selected && spanOf([shown], { turn: 0, unit: selected.from }, { turn: 0, unit: selected.to }, lang);
  const { start, end } = span ?? sentence;
  return {
    source,
    revision,
    start,
    end,
    at: { turn, speaker, question, revisionEnd: Math.max(end, shown.end) },
    said: { lang, words: span ? wordsAt([shown], span) : sentence.text },
  };
}
