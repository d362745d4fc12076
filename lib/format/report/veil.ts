/**
 * Lays the overlay over a whole report and says what was found where.
 *
 * Every text passes here, whoever wrote it and wherever it stands; only the names in the respondents list do not,
 * because they are not texts. Rules: docs/spec/report.md, R10 to R13.
 */
import type { Plan } from "#lib/domain/identifier/plan.ts";
import { overlay, verbatim } from "#lib/domain/identifier/overlay.ts";
import type { Hit } from "#lib/domain/report/check.ts";
import { mapTexts, plain, wordsOf } from "#lib/domain/report/model.ts";
import { cutSegments, NOTHING } from "#lib/domain/quote/around.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import { publish } from "#lib/domain/quote/published.ts";
import type { Stretch } from "#lib/domain/quote/published.ts";
import type { Span } from "#lib/domain/source/reading.ts";
import { astralOf, lengthOf, slicePoints } from "#lib/domain/text/points.ts";
import type { Piece, Report, Text } from "#lib/domain/report/model.ts";

const AROUND = 48;

/** Veils a report: gives it back with the replacements, and every place where a name was found. */
export function veil(report: Report, plan: Plan): Readonly<{ report: Report; hits: readonly Hit[] }> {
  const hits: Hit[] = [];
  const veiled = mapTexts(report, (text, where) => {
    const done = veilText(text, where, plan);
    hits.push(...done.hits);
    return done.text;
  });
  return { report: veiled, hits };
}

/** Veils one text; of a quote also the names that it begins or ends within. */
export function veilText(given: Text, where: Hit["where"], plan: Plan): Readonly<{ text: Text; hits: readonly Hit[] }> {
  const { around = NOTHING, edits = [], ...text } = given;
  const added = edits.map(({ words: said }) => (said === null ? null : veilText(plain(said, text.lang), where, plan)));
  const own = wordsOf(text);
  const words = around.before + own + around.after;
  const start = lengthOf(around.before);
  const end = start + lengthOf(own);
  const isCut = (one: Span) => edits.some((edit) => start + edit.start <= one.start && one.end <= start + edit.end);
  const occurrences = plan.find(words, around.where).filter((one) => one.start < end && one.end > start && !isCut(one));
  const hits: Hit[] = added.flatMap((one) => one?.hits ?? []);
  if (occurrences.length === 0 && edits.length === 0) return { text, hits };
  const open = new Set(occurrences.flatMap((one) => (plan.settled(one) ? [] : [one.start])));
  const segments = overlay(words, occurrences, (one) => plan.choose(one, text.lang));
  if (!verbatim(words, segments)) throw new Error("veil: words outside the brackets were changed");
  const laid = edits.map((edit, at) => ({
    start: start + edit.start,
    end: start + edit.end,
    words: edit.words === null ? null : wordsOf(added[at]?.text ?? text),
  }));
  const stretches = publish(cutSegments(segments, { start, end }), laid);
  const points = Array.from(words);
  hits.push(
    ...occurrences.map((one) => ({
      terms: [one.term, ...one.also],
      where,
      lang: text.lang,
      before: points.slice(Math.max(0, one.start - AROUND), one.start).join(""),
      words: points.slice(one.start, one.end).join(""),
      after: points.slice(one.end, one.end + AROUND).join(""),
      kept: plan.kept(one),
      open: plan.open(one),
      spared: plan.spared(one) ? standing(stretches, one) : null,
    })),
  );
  const pieces = stretches.map(({ text: stretch, segment }): Piece => ({
    text: stretch,
    replaced: (segment?.term ?? null) !== null,
    ...(segment && segment.term !== null && open.has(segment.start) ? { open: true } : {}),
    ...(segment === null && { edited: true }),
  }));
  return { text: { ...text, pieces }, hits };
}

/** How words that stay stand in what has become of a text; null where they are cut, and stand nowhere whole. */
function standing(stretches: readonly Stretch[], { start, end }: Span): Excerpt | null {
  const at = stretches.findIndex(
    ({ segment }) => segment !== null && segment.term === null && segment.start <= start && end <= segment.end,
  );
  const within = stretches[at];
  if (!within?.segment) return null;
  const said = (part: readonly Stretch[]) => part.map(({ text }) => text).join("");
  const [from, to] = [start - within.segment.start, end - within.segment.start];
  const cut = (first: number, last?: number) =>
    slicePoints(within.text, astralOf(within.text), first, last ?? lengthOf(within.text));
  return {
    words: cut(from, to),
    around: { before: said(stretches.slice(0, at)) + cut(0, from), after: cut(to) + said(stretches.slice(at + 1)) },
  };
}
