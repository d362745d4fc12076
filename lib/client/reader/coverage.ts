"use client";
/** What the screen of coverage shows: sources, participants and questions with what is quoted of each. */
import { useMemo } from "react";
import { useFromRows } from "#lib/client/study/provider.tsx";
import { voicesIn } from "#lib/domain/finding/voice.ts";
import { byOrd } from "#lib/domain/order.ts";
import type { ParticipantRow } from "#lib/domain/participant/shape.ts";
import type { Coverage } from "#lib/domain/source/coverage.ts";
import type { SourceRow } from "#lib/domain/source/shape.ts";

export type SourceCover = Readonly<{ row: SourceRow; words: number; quoted: number; quotes: number }>;
/** The responses of one survey, which nobody reads one by one. */
export type SurveyCover = Readonly<{
  original: string;
  responses: number;
  touched: number; // responses with a quote
  words: number;
  quoted: number;
  quotes: number;
}>;
export type ParticipantCover = Readonly<{ row: ParticipantRow; sources: number; quotes: number }>;
export type QuestionCover = Readonly<{ id: string; quotes: number; sources: number }>;

export type Covered = Readonly<{
  sources: readonly SourceCover[];
  surveys: readonly SurveyCover[];
  participants: readonly ParticipantCover[]; // of interviews: those of a survey stand with their responses
  questions: readonly QuestionCover[];
}>;

/** @param coverage - what the server counted in the texts */
export function useCovered(coverage: Coverage | null): Covered {
  const counted = useFromRows(
    ["source", "quote", "anchor", "speaker", "participant", "question"],
    (rows) => {
      const sources = [...rows.all("source")].toSorted((a, b) => a.number - b.number);
      const quotesOf = new Map(sources.map(({ id }) => [id, rows.related("quotesOfSource", id).length]));
      const said = new Map<string, number>();
      const asked = new Map<string, { quotes: number; sources: Set<string> }>();
      const spoken = voicesIn(rows);
      for (const { participant } of spoken.values())
        if (participant) said.set(participant, (said.get(participant) ?? 0) + 1);
      for (const { id, revision, quotes } of sources.map((row) => ({
        ...row,
        quotes: rows.related("quotesOfSource", row.id),
      })))
        for (const quote of quotes)
          for (const anchor of rows.related("anchorsOfQuote", quote.id)) {
            if (anchor.revision !== revision || !anchor.question) continue;
            const one = asked.get(anchor.question) ?? { quotes: 0, sources: new Set<string>() };
            one.quotes += 1;
            one.sources.add(id);
            asked.set(anchor.question, one);
          }
      const heard = new Map<string, Set<string>>();
      for (const source of sources) {
        if (source.kind === "survey") continue;
        for (const { participant } of [
          { participant: source.participant },
          ...rows.related("speakersOfSource", source.id),
        ])
          if (participant) heard.set(participant, (heard.get(participant) ?? new Set()).add(source.id));
      }
      const participants = [...heard].flatMap(([id, inSources]): ParticipantCover[] => {
        const row = rows.live("participant", id);
        return row ? [{ row, sources: inSources.size, quotes: said.get(id) ?? 0 }] : [];
      });
      const questions = [...rows.all("question")].toSorted(byOrd).map(({ id }): QuestionCover => {
        const one = asked.get(id);
        return { id, quotes: one?.quotes ?? 0, sources: one?.sources.size ?? 0 };
      });
      return {
        sources,
        quotesOf,
        participants: participants.toSorted((a, b) => a.row.number - b.row.number),
        questions,
      };
    },
    [],
  );
  return useMemo(() => {
    const words = new Map(coverage?.sources.map((one) => [one.source, one]));
    const surveys = new Map<string, SurveyCover>();
    const single: SourceCover[] = [];
    for (const row of counted.sources) {
      const { words: said = 0, quoted = 0 } = words.get(row.id) ?? {};
      const quotes = counted.quotesOf.get(row.id) ?? 0;
      if (row.kind !== "survey") {
        single.push({ row, words: said, quoted, quotes });
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
    const { participants, questions } = counted;
    return { sources: single, surveys: [...surveys.values()], participants, questions };
  }, [counted, coverage]);
}
