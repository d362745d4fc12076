/**
 * Gathers what leaves of a study as a project for other software, veiled, and counts what cannot be in it or may not.
 *
 * Pure: rows, words, texts and the plan of names are handed in. Boards that one person alone sees, and what was said on them,
 * are not in it. Rules: docs/spec/refi.md, RF14 to RF21.
 */
import { settingsOf } from "#lib/domain/disclosure/settings.ts";
import { usualAtLeast } from "#lib/domain/disclosure/threshold.ts";
import type { Lang } from "#lib/domain/field.ts";
import { voicesIn } from "#lib/domain/finding/voice.ts";
import type { Plan } from "#lib/domain/identifier/plan.ts";
import { byOrd } from "#lib/domain/order.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import type { Losses, ThemesAs } from "#lib/domain/report/project.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { gatherCodebook, veilCodebook, withoutQuotes } from "#lib/format/codebook/write.ts";
import type { Words } from "#lib/format/report/material.ts";
import type { Say } from "#lib/format/report/say.ts";
import { codesOf } from "../code.ts";
import type { PaperCode, ProjectPaper } from "../paper.ts";
import { gatherCases } from "./cases.ts";
import { graphOf } from "./graphs.ts";
import { penOf } from "./pen.ts";
import type { Pen, Stood } from "./pen.ts";
import { gatherSources } from "./sources.ts";
import type { WholeText } from "./sources.ts";
import { talkOf } from "./talk.ts";
import { gatherThemes, themesAsCode, themesAsSets } from "./themes.ts";
import { variableOf } from "./variables.ts";

type Material = Readonly<{
  rows: Rows;
  phrases: ReadonlyMap<string, Words>;
  quotes: ReadonlyMap<string, Excerpt>;
  /** source id → the text that it has now */
  texts: ReadonlyMap<string, WholeText>;
  /** how many responses came with answers that are no texts */
  attributes: number;
  /** the day on which agreements must hold, `2026-11-27` */
  day: string;
}>;

type Wish = Readonly<{ study: string; person: string; lang: Lang; themes: ThemesAs }>;

/** The fixed words of a project, and the headings of the codebook. */
type Sayings = Readonly<{ project: (lang: Lang) => Say; codebook: (lang: Lang) => Say }>;

export type GatheredProject = Readonly<{
  paper: ProjectPaper;
  /** the names that stand in it */
  hits: readonly Stood[];
  lost: Losses;
}>;

/** Gathers it. Cost: some passes over the rows, and one over the signs of all texts. */
export function gatherProject(material: Material, wish: Wish, plan: Plan, sayings: Sayings): GatheredProject {
  const { rows, phrases, quotes, texts, day } = material;
  const { study, lang } = wish;
  const say = sayings.project(lang);
  const words = { project: say, codebook: sayings.codebook(lang) };
  const pen = penOf(rows, phrases, plan, lang);
  const boards = [...rows.all("board")].filter(({ owner }) => owner === null).toSorted(byOrd);
  const seen = new Set(boards.map(({ id }) => id));
  const talk = talkOf(rows, pen, say, (board) => seen.has(board));
  const nameOf = (board: string) => pen.worded(board, "name") || say("board");

  const book = veilCodebook(withoutQuotes(gatherCodebook(rows, lang, { phrases, quotes, day })), plan);
  pen.found(book.hits);
  const tags = codesOf(book.paper, words.codebook, talk.notesOn);
  const order = new Map(book.paper.lines.map(({ id }, at) => [id, at]));
  const themes = gatherThemes(rows, boards, pen, talk, words);
  const themeCode = wish.themes === "codes" ? themesAsCode(themes, study, say, nameOf) : null;
  const names = new Map<string, string>();
  const naming = ({ id, name, codes }: PaperCode): void => {
    names.set(id, name);
    codes.forEach(naming);
  };
  for (const one of themes) one.themes.forEach(naming);

  const heard = voicesIn(rows);
  const codesOn = (quote: string): readonly string[] => {
    const own = rows.related("taggingsOfQuote", quote).flatMap(({ tag }) => (order.has(tag) ? [tag] : []));
    const lying = rows
      .related("cardsOfQuote", quote)
      .flatMap(({ theme }) => (theme && names.has(theme) ? [theme] : []));
    const inThemes = [...new Set(lying)].toSorted();
    const inOrder = own.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    return themeCode ? [...inOrder, ...inThemes] : inOrder;
  };
  const language = variableOf("language", study, say);
  const sources = gatherSources({ rows, texts, quotes, heard, day }, codesOn, pen, talk, sayings.project);
  const quoted = new Set(sources.flatMap(({ source }) => source.selections.map(({ id }) => id)));
  const carried = (id: string) => quoted.has(id) || talk.isInsight(id);
  // A file of cases prints no reasons, so limits lower than usual do not hold in it (DC19).
  const thresholds = usualAtLeast(settingsOf(rows, phrases).thresholds);
  const { cases, variables } = gatherCases({ rows, study, heard, sources, day, thresholds }, pen, say);
  const about = talk.notesOn(study);
  const notes = talk.notes();
  countTheRest(material, wish, pen, seen);
  return {
    paper: {
      lang,
      name: pen.worded(study, "title") || say("project"),
      description: pen.worded(study, "problem"),
      codes: themeCode ? [...tags, themeCode] : tags,
      variables: sources.length > 0 ? [...variables, language] : variables,
      cases,
      sources: sources.map(({ source }) => ({
        ...source,
        values: [{ variable: language.id, words: rows.live("source", source.id)?.lang ?? "und" }],
      })),
      notes,
      sets: wish.themes === "sets" ? themesAsSets(rows, themes, carried, order) : [],
      graphs: boards.map(({ id }) => graphOf(rows, { id, name: nameOf(id) }, names, carried)),
      about,
    },
    hits: pen.hits,
    lost: pen.losses(),
  };
}

/** What the format has no place for. */
function countTheRest(
  { rows, attributes }: Material,
  { study, person }: Wish,
  pen: Pen,
  seen: ReadonlySet<string>,
): void {
  const fields = ["introduction", "questions", "definitions", "approach", "limitations"] as const;
  pen.lose("private", [...rows.all("board")].filter(({ owner }) => owner === person).length);
  pen.lose("attributes", attributes);
  pen.lose("findings", [...rows.all("finding")].length);
  pen.lose("published", [...rows.all("edit"), ...rows.all("translation")].length);
  pen.lose("questions", [...rows.all("question")].length);
  pen.lose("votes", [...rows.all("voting")].filter(({ board }) => seen.has(board)).length);
  pen.lose("history", [...rows.all("tagStep")].length);
  pen.lose("corrections", [...rows.all("correction")].length);
  pen.lose("texts", fields.filter((field) => pen.says(study, field)).length);
}
