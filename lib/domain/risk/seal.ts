/** Seals a judgement, and says what is other than in one that was sealed before. Rules: docs/spec/risk.md, RK16 and RK17. */
import type { JudgedWhole, Leaving } from "./judge.ts";
import { MOST_MARKED, PARTS, SIGNS } from "./seal-shape.ts";
import type { Changes, Part, Seal } from "./seal-shape.ts";
import type { JudgedQuote, RiskReport, StudyRisk } from "./shape.ts";

/** A keyed digest of words: 64 hexadecimal signs, the same for the same words. */
export type Mark = (words: string) => string;

/** Of the whole study without what detection may have missed: that is said of the search, not of what leaves. */
type About = Readonly<{ study: Omit<StudyRisk, "missed">; least: RiskReport["least"] }>;

/** Seals a judgement. The same quotes judged alike in the same study give the same seal. */
export function sealOf({ quotes, unjudged, people }: JudgedWhole, { study, least }: About, mark: Mark): Seal {
  const { cells, lowered, accepted, ladder, mentions, kept } = study;
  const parts: Readonly<Record<Part, unknown>> = {
    people,
    cells,
    limits: [lowered, least],
    accepted,
    ladder,
    mentions,
    kept,
  };
  const told = PARTS.map((part) => JSON.stringify(parts[part]));
  const entries = [
    ...quotes.map((one) => [placeOf(one), contentOf(one, Object.entries(one.left))] as const),
    ...unjudged.map((one) => [placeOf(one), contentOf(one, null)] as const),
  ].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const short = (words: string) => mark(words).slice(0, SIGNS);
  return {
    digest: mark(JSON.stringify([told, entries])),
    parts: told.map((words, at) => short(`${PARTS[at] ?? ""} ${words}`)).join(""),
    quotes: entries.length,
    marks:
      entries.length > MOST_MARKED
        ? ""
        : entries
            .map((entry) => entry.map(short).join(""))
            .toSorted()
            .join(""),
  };
}

const placeOf = ({ quote, finding }: Readonly<{ quote: string; finding: string | null }>) =>
  `${finding ?? ""}/${quote}`;

/** All that is shown of a quote. */
function contentOf(one: Omit<JudgedQuote, "left"> | Leaving, left: unknown): string {
  const { source, participant, organisation, lang, pieces, wordings, clues } = one;
  return JSON.stringify([
    [source, participant, organisation, lang],
    [pieces, ...wordings.map((one) => one.pieces)].map((words) =>
      words.map(({ text, replaced, edited }) => [text, replaced, edited]),
    ),
    clues.map(({ kind, words }) => [kind, words]),
    left,
  ]);
}

/** What is other now. Nothing of it where the digests are the same. */
export function changesOf(then: Seal, now: Seal): Changes {
  const parts = PARTS.filter((_, at) => markAt(then.parts, at) !== markAt(now.parts, at));
  const [before, after] = [marksOf(then), marksOf(now)];
  if (before === null || after === null) {
    const more = now.quotes - then.quotes;
    return { more: Math.max(0, more), fewer: Math.max(0, -more), otherwise: null, parts };
  }
  const stays = [...after].filter(([place]) => before.has(place));
  return {
    more: after.size - stays.length,
    fewer: before.size - stays.length,
    otherwise: stays.filter(([place, content]) => before.get(place) !== content).length,
    parts,
  };
}

const markAt = (marks: string, at: number) => marks.slice(at * SIGNS, (at + 1) * SIGNS);

/** By the quote; null where they were not marked one by one. */
function marksOf({ marks, quotes }: Seal): ReadonlyMap<string, string> | null {
  if (marks.length !== quotes * SIGNS * 2) return null;
  return new Map(Array.from({ length: quotes }, (_, at) => [markAt(marks, at * 2), markAt(marks, at * 2 + 1)]));
}
