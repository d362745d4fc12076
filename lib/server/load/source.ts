/**
 * The text of a source, and the answers to a question, as someone of a role may read them.
 *
 * Those who may not read originals get replacements with the original's bounds, so that quotes stand where they
 * belong, and not one sign of what they replace. Rules: docs/spec/quote.md, Q4 and Q12.
 */
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import type { Answers, Reading, Segment, Span } from "#lib/domain/source/reading.ts";
import { slicePoints } from "#lib/domain/text/points.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { countAnswers, readAnswers, readAttributes, readText } from "#lib/server/store/reading.ts";
import type { Seal } from "#lib/server/store/seal.ts";
import { maskOf } from "./mask.ts";
import type { Mask } from "./mask.ts";

/**
 * The text that a source has now, or one of its earlier revisions; `null` where there is none, and of earlier ones for
 * those who may not see originals: an overlay is kept right for what is read now (docs/spec/correct.md, K17).
 */
export async function readingFor(
  db: PrismaClient,
  vault: Seal,
  study: string,
  role: Role,
  source: string,
  revision: string | null = null,
): Promise<Reading | null> {
  if (revision !== null && !may(role, "readOriginals")) return null;
  const found = await readText(db, study, source, revision);
  if (!found) return null;
  const mask = await maskFor(db, vault, study, role);
  const { text, astral, turns, lang, attributes } = found;
  const shown = shownBy(mask);
  return {
    source,
    revision: found.revision,
    lang,
    length: found.length,
    sealed: mask !== null,
    turns: turns.map(({ line, ...turn }) => ({
      ...turn,
      ...(line === null ? {} : { line }),
      segments: segmentsOf(slicePoints(text, astral, turn.start, turn.end), found.revision, turn, lang, mask),
    })),
    attributes: attributes.map(({ name, value }) => ({ name: shown(name, lang), value: shown(value, lang) })),
  };
}

/** The answers to a question across interviews and survey responses, with what is known of each respondent. */
export async function answersFor(
  db: PrismaClient,
  vault: Seal,
  study: string,
  role: Role,
  question: string,
): Promise<Answers> {
  const found = await readAnswers(db, study, question);
  const attributes = await readAttributes(db, study, [...new Set(found.map(({ source }) => source))]);
  const mask = await maskFor(db, vault, study, role);
  const shown = shownBy(mask);
  const known = Map.groupBy(attributes, ({ source }) => source);
  const langs = new Map(found.map(({ source, lang }) => [source, lang]));
  const names = new Map(attributes.map(({ name, source }) => [name, shown(name, langs.get(source) ?? "en")]));
  return {
    attributes: [...names.values()],
    answers: found.map(({ source, revision, lang, turn, speaker, start, end, text }) => {
      const values = new Map(known.get(source)?.map(({ name, value }) => [name, shown(value, lang)]));
      return {
        source,
        revision,
        lang,
        turn,
        speaker,
        start,
        end,
        segments: segmentsOf(text, revision, { start, end }, lang, mask),
        attributes: [...names.keys()].map((name) => values.get(name) ?? ""),
      };
    }),
  };
}

/** How many answers each question has. */
export async function answerCounts(db: PrismaClient, study: string): Promise<Record<string, number>> {
  return Object.fromEntries((await countAnswers(db, study)).map(({ question, count }) => [question, count]));
}

async function maskFor(db: PrismaClient, vault: Seal, study: string, role: Role): Promise<Mask | null> {
  return may(role, "readOriginals") ? null : maskOf(db, vault, study);
}

/** A short text as it is shown: what a column of a survey is headed by names people as much as what stands in it. */
function shownBy(mask: Mask | null): (words: string, lang: string) => string {
  return (words, lang) => (mask ? mask.text(words, lang) : words);
}

function segmentsOf(text: string, revision: string, { start, end }: Span, lang: string, mask: Mask | null): Segment[] {
  if (!mask) return [{ text, start, end, replaced: false }];
  return mask.segments(text, lang, { revision, start }).map((segment) => ({
    text: segment.text,
    start: start + segment.start,
    end: start + segment.end,
    replaced: segment.term !== null,
  }));
}
