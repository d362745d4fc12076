/**
 * Turns a project that was opened into what brings it in: texts to be staged, one command, the words that it refers to, and what
 * cannot be carried.
 *
 * Pure. All ids follow from the plan (docs/spec/import.md, I42), so that ids of the file never meet those of the study.
 * Rules: docs/spec/refi.md, RF29 to RF36.
 */
import type { Lang } from "#lib/domain/field.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { tooMany } from "#lib/domain/project/limit.ts";
import type { CasesAs, Lost } from "#lib/domain/project/shape.ts";
import type { ProjectBring } from "#lib/domain/project/word.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { NewName, NewPhrase } from "#lib/domain/study/outcome.ts";
import type { KnownTag } from "#lib/domain/tag/draft.ts";
import { slicePoints } from "#lib/domain/text/points.ts";
import type { Say } from "#lib/format/report/say.ts";
import { ownLang } from "../origin.ts";
import type { OpenProject } from "../read/open.ts";
import { boardsOf, themeId, themesIn } from "./boards.ts";
import { ownWords } from "./own.ts";
import type { OwnWords } from "./own.ts";
import { penOf } from "./pen.ts";
import type { Pen } from "./pen.ts";
import { peopleOf } from "./people.ts";
import { sourcesOf } from "./sources.ts";
import type { BroughtText, SourceWish } from "./sources.ts";
import { tagsOf } from "./tags.ts";
import { talkOf } from "./talk.ts";
import { labelledTurns, paragraphsOf } from "./turns.ts";
import type { Turned } from "./turns.ts";
import { variablesOf } from "./values.ts";

export type ProjectWish = SourceWish &
  Readonly<{
    study: string;
    /** in which language codes, memos and boards are written, where the file does not say */
    wordsLang: Lang;
    cases: CasesAs;
  }>;

/** What the study has already. */
export type Present = Readonly<{
  tags: readonly KnownTag[];
  /** organisations by their folded names */
  organisations: ReadonlyMap<string, string>;
}>;

export type BroughtProject = Readonly<{
  texts: readonly BroughtText[];
  /** the names of the variables that texts have values of */
  variables: ReadonlyMap<string, string>;
  command: ProjectBring;
  phrases: readonly NewPhrase[];
  names: readonly NewName[];
  counts: Readonly<{ tags: number; merged: number; cases: number; bySource: readonly (number | null)[] }>;
  lost: Lost;
}>;

/**
 * Gathers it.
 *
 * @param sayings - the fixed words of projects of ours
 * Faults: `turns.too-many`, in one of its texts; `project.too-many`, in all of them, or more notes or signs than come in at once, each
 * counted on each thing that it is on.
 */
export function bringProject(
  project: OpenProject,
  wish: ProjectWish,
  present: Present,
  sayings: (lang: Lang) => Say,
  id: (what: string) => string,
): Result<BroughtProject, ImportFault> {
  const { study, cases } = wish;
  const lang = ownLang(project.origin);
  const own = lang === null ? null : ownWords(sayings);
  const pen = penOf(id, lang ?? wish.wordsLang);
  pen.lose("users", project.users);
  const codes = tagsOf(project.codes, lang, present.tags, pen);
  const turned = project.texts.map(
    (text) => text && (own ? labelledTurns(text.text, own) : paragraphsOf(text.text, true)),
  );
  const turns = turned.map((text) => text?.turns.length ?? 0);
  const crowded = turns.find((count) => count > LIMIT.turns);
  if (crowded !== undefined) return no({ code: "turns.too-many", count: crowded, limit: LIMIT.turns });
  const many = tooMany([["turns", turns.reduce((sum, count) => sum + count, 0)]]);
  if (many) return no(many);
  const people = peopleOf(project, own, cases, present.organisations, pseudonymsIn(turned, own), pen);
  const variables = variablesOf(project);
  const found = sourcesOf(project, people, own, wish, turned, codes.tagOf, variables, pen);

  const themes = own ? themesIn(codes.themes, project.sets, project.graphs) : [];
  if (!own) pen.lose("sets", project.sets.length);
  const themeIds = new Map(themes.map(({ guid }) => [guid, themeId(guid, pen)]));
  const about = own ? null : described(project, study, people.ids, pen);
  const talk = talkOf(
    project,
    {
      study,
      own: own !== null,
      notes: [
        ...codes.notes,
        ...found.notes,
        ...themes.flatMap(({ guid, notes }) => notes.map((note) => ({ subject: themeIds.get(guid) ?? study, note }))),
      ],
      subjectOf: (guid) =>
        codes.tagOf(guid) ??
        found.sourceIds.get(guid) ??
        found.quoteIds.get(guid) ??
        people.ids.get(guid) ??
        themeIds.get(guid) ??
        null,
      described: [...found.described, ...(about ?? [])],
    },
    pen,
  );
  if (!talk.ok) return talk;
  const { insights, memos, insightIds } = talk.value;
  const ids = { quoteIds: found.quoteIds, insightIds };
  const boards = boardsOf(project, { own: own && lang ? { lang, words: own } : null, themes, ...ids }, pen);
  const problem = own ? pen.say(project.description) : null;
  const long = tooMany([["signs", pen.phrases.reduce((sum, { words }) => sum + words.length, 0)]]);
  if (long) return no(long);
  return yes({
    texts: found.texts,
    variables,
    command: {
      kind: "project.bring",
      problem: problem && { ...problem, study },
      organisations: people.organisations,
      participants: people.participants,
      numbers: people.numbers,
      sources: found.sources,
      speakers: found.speakers,
      tags: codes.tags,
      quotes: found.quotes,
      insights,
      memos,
      boards,
    },
    phrases: pen.phrases,
    names: pen.names,
    counts: { tags: codes.count, merged: found.merged, cases: people.ids.size, bySource: found.counts },
    lost: pen.lost(),
  });
}

/** The pseudonyms before turns of ours, with whether nothing of theirs is told. */
function pseudonymsIn(turned: readonly (Turned | null)[], own: OwnWords | null): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  for (const text of turned) {
    for (const { who, start, end } of text?.turns ?? []) {
      if (text === null || own === null || who?.is !== "case") continue;
      const silent = own.withheld(slicePoints(text.text, text.astral, start, end).trim());
      found.set(who.name, silent && (found.get(who.name) ?? true));
    }
  }
  return found;
}

/** What is said of a project of other software as a whole, and of its cases. */
function described(project: OpenProject, study: string, ids: ReadonlyMap<string, string>, pen: Pen) {
  return [
    ...(project.description.trim() === "" ? [] : [{ subject: study, words: project.description }]),
    ...project.cases.flatMap(({ guid, description }) => {
      if (description.trim() === "") return [];
      const subject = ids.get(guid);
      if (subject === undefined) pen.lose("noteTexts");
      return subject === undefined ? [] : [{ subject, words: description }];
    }),
  ];
}
