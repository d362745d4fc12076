"use client";
/**
 * What the reader's screens show of a study, put into words: tags, boards, a source with its people and its quotes.
 *
 * Turns rows into views; decides nothing.
 */
import { useCallback, useMemo } from "react";
import { useFromRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import type { Speech } from "#lib/client/study/provider.tsx";
import type { Lang } from "#lib/domain/field.ts";
import { may } from "#lib/domain/member/shape.ts";
import { byOrd } from "#lib/domain/order.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { byPlace } from "#lib/domain/quote/layout.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import type { SourceRow, SpeakerRow } from "#lib/domain/source/shape.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { BoardView, CardView, TagView } from "./view.ts";
import { useLang } from "#lib/client/i18n/lang.ts";

/** What a text slot says, in the reader's language if it can. */
function said(words: Speech, subject: string, field: "name" | "text", lang: Lang): string {
  return words.wording(subject, field, lang)?.words ?? "";
}

/** The codebook, in its order, with how often each tag is used. */
export function useTags(): readonly TagView[] {
  const lang = useLang();
  const words = useWords();
  const rows = useFromRows(["tag", "tagging"], (all) =>
    [...all.all("tag")]
      .toSorted(byOrd)
      .map((tag) => ({ id: tag.id, hue: tag.hue ?? 0, count: all.related("taggingsOfTag", tag.id).length })),
  );
  return useMemo(() => rows.map((tag) => ({ ...tag, name: said(words, tag.id, "name", lang) })), [rows, words, lang]);
}

/** Every board with its themes as an outline, the analysis board first. */
export function useBoards(): readonly BoardView[] {
  const lang = useLang();
  const words = useWords();
  const rows = useFromRows(["board", "theme"], (all) =>
    [...all.all("board")]
      .toSorted((a, b) => Number(b.analysis) - Number(a.analysis) || byOrd(a, b))
      .map((board) => ({ id: board.id, analysis: board.analysis, themes: outline(all, board.id, null, 0) })),
  );
  return useMemo(
    () =>
      rows.map((board) => ({
        ...board,
        name: said(words, board.id, "name", lang),
        themes: board.themes.map((theme) => ({ ...theme, name: said(words, theme.id, "name", lang) })),
      })),
    [rows, words, lang],
  );
}

type Branch = Readonly<{ id: string; hue: number; depth: number; locked: boolean }>;

function outline(rows: Rows, board: string, parent: string | null, depth: number): Branch[] {
  return rows
    .related("themesOfBoard", board)
    .filter((theme) => theme.parent === parent && theme.status !== "retired")
    .toSorted(byOrd)
    .flatMap((theme) => [
      { id: theme.id, hue: theme.hue, depth, locked: theme.locked },
      ...outline(rows, board, theme.id, depth + 1),
    ]);
}

/** Someone who speaks, as this reader may know them. */
export type Voice = Readonly<{ name: string; code: string | null; interviewer: boolean }>;

/** A source with what is said about it around its text. */
export type SourceView = Readonly<{
  row: SourceRow;
  code: string;
  title: string;
  organisation: string;
  kind: string | null; // of the organisation
  voiceOf: (speaker: string | null) => Voice | null;
}>;

export type Spoken = Readonly<{ interviewer: string; participant: string; speaker: (number: number) => string }>;

/** A source; `null` where there is none. `labels` are the words for people without a name. */
export function useSource(source: string, labels: Spoken): SourceView | null {
  const words = useWords();
  const { me } = useStudy();
  const originals = may(me.role, "readOriginals");
  const known = useFromRows(
    ["source", "speaker", "participant", "organisation"],
    (rows) => {
      const row = rows.live("source", source);
      if (!row) return null;
      const organisation = row.organisation ? rows.live("organisation", row.organisation) : undefined;
      const people = rows.related("speakersOfSource", source).map((speaker) => ({
        speaker,
        participant: speaker.participant ? rows.live("participant", speaker.participant) : undefined,
      }));
      const respondent = row.participant ? rows.live("participant", row.participant) : undefined;
      return { row, organisation, people, respondent };
    },
    [source],
  );
  return useMemo(() => {
    if (!known) return null;
    const { row, organisation, people, respondent } = known;
    const byId = new Map(people.map((person) => [person.speaker.id, person]));
    const voiceOf = (speaker: string | null): Voice | null => {
      const person = speaker === null ? undefined : byId.get(speaker);
      if (!person)
        return respondent
          ? {
              name: (originals && words.name(respondent.name)) || pseudonym(respondent),
              code: originals && respondent.name ? pseudonym(respondent) : null,
              interviewer: false,
            }
          : null;
      return voice(person.speaker, person.participant, (originals && words.name(person.speaker.label)) || null, labels);
    };
    return {
      row,
      code: sourceCode(row),
      title: (originals && words.name(row.title)) || "",
      organisation: organisation
        ? (originals && words.name(organisation.name)) || `O${String(organisation.number).padStart(2, "0")}`
        : "",
      kind: organisation?.kind ?? null,
      voiceOf,
    };
  }, [known, words, originals, labels]);
}

function voice(
  speaker: SpeakerRow,
  participant: Readonly<{ number: number }> | undefined,
  label: string | null,
  labels: Spoken,
): Voice {
  const code = participant ? pseudonym(participant) : null;
  if (label) return { name: label, code, interviewer: speaker.interviewer };
  if (speaker.interviewer) return { name: labels.interviewer, code: null, interviewer: true };
  return { name: code ?? labels.speaker(speaker.number), code: null, interviewer: false };
}

/** A quote with what hangs on it, before its words are put to it. */
export type QuoteFacts = Readonly<{
  id: string;
  start: number;
  end: number;
  speaker: string | null;
  tags: readonly TagView[];
  cards: readonly CardView[];
}>;

/** The quotes of a source in the order of its text, as far as they stand in this revision. */
export function useQuotes(
  source: string,
  revision: string | null,
  tags: readonly TagView[],
  boards: readonly BoardView[],
): readonly QuoteFacts[] {
  const found = useFromRows(
    ["quote", "anchor", "tagging", "card"],
    (rows) =>
      rows
        .related("quotesOfSource", source)
        .flatMap((quote) => {
          const anchor = rows.related("anchorsOfQuote", quote.id).find((one) => one.revision === revision);
          if (!anchor) return [];
          const { start, end, speaker } = anchor;
          const tagIds = new Set(rows.related("taggingsOfQuote", quote.id).map((tagging) => tagging.tag));
          return [{ id: quote.id, start, end, speaker, tagIds, cards: rows.related("cardsOfQuote", quote.id) }];
        })
        .toSorted(byPlace),
    [source, revision],
  );
  return useMemo(() => {
    const places = placesOf(boards);
    return found.map(({ tagIds, cards, ...quote }) => ({
      ...quote,
      tags: tags.filter((tag) => tagIds.has(tag.id)),
      cards: cards.map((card) => places(card.id, card.board, card.theme)),
    }));
  }, [found, tags, boards]);
}

function placesOf(boards: readonly BoardView[]): (card: string, board: string, theme: string | null) => CardView {
  const byId = new Map(boards.map((board) => [board.id, board]));
  const themes = new Map(boards.flatMap((board) => board.themes.map((theme) => [theme.id, theme])));
  return (id, board, theme) => {
    const at = theme ? themes.get(theme) : undefined;
    return { id, board, boardName: byId.get(board)?.name ?? "", theme, themeName: at?.name ?? null, hue: at?.hue ?? 9 };
  };
}

/** What a question of the guide asks, in the reader's language if it can. */
export function useQuestionText(): (question: string | null) => string | null {
  const lang = useLang();
  const words = useWords();
  return useCallback(
    (question: string | null) => (question === null ? null : said(words, question, "text", lang) || null),
    [words, lang],
  );
}
