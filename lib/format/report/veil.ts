/**
 * Lays the overlay over a whole report and says what was found where.
 *
 * Every text passes here, whoever wrote it and wherever it stands; only the names in the respondents list do not,
 * because they are not texts. Rules: docs/spec/report.md, R10 to R13.
 */
import type { Occurrence } from "#lib/domain/identifier/find.ts";
import { overlay } from "#lib/domain/identifier/overlay.ts";
import { mapTexts, wordsOf } from "./model.ts";
import type { Block, Piece, Report, Text } from "./model.ts";

/** A place in the finished document where a name stands, with a few words around it. */
export type Hit = Readonly<{ terms: readonly string[]; where: Block["kind"] | "title"; lang: string; before: string; words: string; after: string; kept: boolean }>;
/** What stands for an occurrence in a text of this language; `null` keeps the original. */
export type Choose = (occurrence: Occurrence, lang: string) => string | null;

const AROUND = 48;

/** Veils a report: gives it back with the replacements, and every place where a name was found. */
export function veil(report: Report, find: (text: string) => readonly Occurrence[], choose: Choose): Readonly<{ report: Report; hits: readonly Hit[] }> {
  const hits: Hit[] = [];
  const veiled = mapTexts(report, (text, where) => {
    const done = veilText(text, where, find, choose);
    hits.push(...done.hits);
    return done.text;
  });
  return { report: veiled, hits };
}

/** Veils one text. */
export function veilText(text: Text, where: Hit["where"], find: (text: string) => readonly Occurrence[], choose: Choose): Readonly<{ text: Text; hits: readonly Hit[] }> {
  const words = wordsOf(text);
  const occurrences = find(words);
  if (occurrences.length === 0) return { text, hits: [] };
  const points = Array.from(words);
  const hits = occurrences.map((one): Hit => ({
    terms: [one.term, ...one.also],
    where,
    lang: text.lang,
    before: points.slice(Math.max(0, one.start - AROUND), one.start).join(""),
    words: points.slice(one.start, one.end).join(""),
    after: points.slice(one.end, one.end + AROUND).join(""),
    kept: choose(one, text.lang) === null,
  }));
  const pieces = overlay(words, occurrences, (one) => choose(one, text.lang)).map((segment): Piece => ({ text: segment.text, replaced: segment.term !== null }));
  return { text: { ...text, pieces }, hits };
}
