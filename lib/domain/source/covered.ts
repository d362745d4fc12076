/**
 * What of sources, participants and questions is quoted, and what nobody has touched.
 *
 * Pure; for the screen of coverage and for what leaves of it. Rules: docs/spec/quote.md, Q20; docs/spec/matrix.md, MX24.
 */
import { voicesIn } from "../finding/voice.ts";
import { byOrd } from "../order.ts";
import type { ParticipantRow } from "../participant/shape.ts";
import type { Rows } from "../study/rows.ts";
import type { SourceCoverage } from "./coverage.ts";
import type { SourceRow } from "./shape.ts";

type SourceCover = Readonly<{ row: SourceRow; words: number; quoted: number; quotes: number }>;
/** The responses of one survey, which nobody reads one by one. */
type SurveyCover = Readonly<{
  original: string;
  responses: number;
  touched: number; // responses with a quote
  words: number;
  quoted: number;
  quotes: number;
}>;
type ParticipantCover = Readonly<{ row: ParticipantRow; sources: number; quotes: number }>;
type QuestionCover = Readonly<{ id: string; quotes: number; sources: number }>;

export type Covered = Readonly<{
  sources: readonly SourceCover[];
  surveys: readonly SurveyCover[];
  participants: readonly ParticipantCover[]; // of interviews: those of a survey stand with their responses
  questions: readonly QuestionCover[];
}>;

/** @param counted - the words of each text, and how many of them are quoted */
export function coveredOf(rows: Rows, counted: readonly SourceCoverage[]): Covered {
  const words = new Map(counted.map((one) => [one.source, one]));
  const all = [...rows.all("source")].toSorted((a, b) => a.number - b.number);
  const surveys = new Map<string, SurveyCover>();
  const sources: SourceCover[] = [];
  for (const row of all) {
    const { words: said = 0, quoted = 0 } = words.get(row.id) ?? {};
    const quotes = rows.related("quotesOfSource", row.id).length;
    if (row.kind !== "survey") {
      sources.push({ row, words: said, quoted, quotes });
      continue;
    }
    const original = row.original ?? row.id;
    const before = surveys.get(original);
    surveys.set(original, {
      original,
      responses: (before?.responses ?? 0) + 1,
      touched: (before?.touched ?? 0) + (quotes > 0 ? 1 : 0),
      words: (before?.words ?? 0) + said,
      quoted: (before?.quoted ?? 0) + quoted,
      quotes: (before?.quotes ?? 0) + quotes,
    });
  }
  return {
    sources,
    surveys: [...surveys.values()],
    participants: participantsOf(rows, all),
    questions: questionsOf(rows, all),
  };
}

function participantsOf(rows: Rows, sources: readonly SourceRow[]): readonly ParticipantCover[] {
  const said = new Map<string, number>();
  for (const { participant } of voicesIn(rows).values())
    if (participant) said.set(participant, (said.get(participant) ?? 0) + 1);
  const heard = new Map<string, Set<string>>();
  for (const source of sources) {
    if (source.kind === "survey") continue;
    for (const { participant } of [{ participant: source.participant }, ...rows.related("speakersOfSource", source.id)])
      if (participant) heard.set(participant, (heard.get(participant) ?? new Set()).add(source.id));
  }
  return [...heard]
    .flatMap(([id, inSources]): ParticipantCover[] => {
      const row = rows.live("participant", id);
      return row ? [{ row, sources: inSources.size, quotes: said.get(id) ?? 0 }] : [];
    })
    .toSorted((a, b) => a.row.number - b.row.number);
}

function questionsOf(rows: Rows, sources: readonly SourceRow[]): readonly QuestionCover[] {
  const asked = new Map<string, { quotes: number; sources: Set<string> }>();
  for (const { id, revision } of sources)
    for (const quote of rows.related("quotesOfSource", id))
      for (const anchor of rows.related("anchorsOfQuote", quote.id)) {
        if (anchor.revision !== revision || !anchor.question) continue;
        const one = asked.get(anchor.question) ?? { quotes: 0, sources: new Set<string>() };
        one.quotes += 1;
        one.sources.add(id);
        asked.set(anchor.question, one);
      }
  return [...rows.all("question")].toSorted(byOrd).map(({ id }) => {
    const one = asked.get(id);
    return { id, quotes: one?.quotes ?? 0, sources: one?.sources.size ?? 0 };
  });
}
