/**
 * Gathers what leaves of a study for an archive, veiled, and counts what may not be in it.
 *
 * Speakers keep one pseudonym over all of it, as archives ask for: whoever reuses the data has to know which words are one person's.
 * That is what reports must not tell; so it is a choice of its own (AR4). Texts are those of a project for other software
 * (docs/spec/refi.md, RF14 to RF16).
 *
 * Pure: rows, words, texts and the plan of names are handed in. Source: L. Bishop, Handling qualitative data: transcription, listing
 * (UK Data Service, 2015): an identifier for each transcript, one layout, a header with what matters of the interview, speaker tags,
 * line breaks between turns; a list of all data. Rules: docs/spec/archive.md, AR4 to AR9.
 */
import { besideCases } from "#lib/domain/disclosure/cases.ts";
import { besideSources } from "#lib/domain/disclosure/beside-sources.ts";
import type { BesideSource } from "#lib/domain/disclosure/beside-sources.ts";
import { settingsOf } from "#lib/domain/disclosure/settings.ts";
import { usualAtLeast } from "#lib/domain/disclosure/threshold.ts";
import type { Lang } from "#lib/domain/field.ts";
import { voicesIn } from "#lib/domain/finding/voice.ts";
import type { Plan } from "#lib/domain/identifier/plan.ts";
import { bodyCode } from "#lib/domain/organisation/shape.ts";
import { agreementOn } from "#lib/domain/participant/consent.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import { plain, region, wordsOf } from "#lib/domain/report/model.ts";
import type { Losses } from "#lib/domain/report/project.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { cellsOf, gatherCodebook, veilCodebook, withoutQuotes } from "#lib/format/codebook/write.ts";
import { guideTable } from "#lib/format/report/appendix.ts";
import { appendixOf } from "#lib/format/report/gather-appendix.ts";
import type { Words } from "#lib/format/report/material.ts";
import type { Say } from "#lib/format/report/say.ts";
import { veilText } from "#lib/format/report/veil.ts";
import { wordingIn } from "#lib/format/report/wording.ts";
import { penOf } from "#lib/format/refi/gather/pen.ts";
import type { Stood } from "#lib/format/refi/gather/pen.ts";
import { gatherSources } from "#lib/format/refi/gather/sources.ts";
import type { GatheredSource, WholeText } from "#lib/format/refi/gather/sources.ts";
import type { ArchivePaper, Table } from "./paper.ts";
import { readmeOf } from "./readme.ts";

type Material = Readonly<{
  rows: Rows;
  phrases: ReadonlyMap<string, Words>;
  quotes: ReadonlyMap<string, Excerpt>;
  /** source id → the text that it has now */
  texts: ReadonlyMap<string, WholeText>;
  /** the day on which agreements must hold, `2026-11-27` */
  day: string;
}>;

/** The fixed words: of archives, of texts and of cases, of codebooks, of the topic guide. */
type Sayings = Readonly<{
  archive: (lang: Lang) => Say;
  project: (lang: Lang) => Say;
  codebook: (lang: Lang) => Say;
  report: (lang: Lang) => Say;
}>;

export type GatheredArchive = Readonly<{
  paper: ArchivePaper;
  /** ids of the sources in it */
  sources: readonly string[];
  /** the names that stand in it */
  hits: readonly Stood[];
  beside: Readonly<{ dates: "month" | "year" | null; lengths: boolean }>;
  lost: Losses;
}>;

/** Gathers it. Cost: some passes over the rows, and one over the signs of all texts. */
export function gatherArchive(
  { rows, phrases, quotes, texts, day }: Material,
  { study, lang }: Readonly<{ study: string; lang: Lang }>,
  plan: Plan,
  sayings: Sayings,
): GatheredArchive {
  const say = sayings.archive(lang);
  const saying = sayings.project(lang);
  const pen = penOf(rows, phrases, plan, lang);
  /** A sentence of ours passes the finder too: somebody may be called as a word in it. */
  const veiled = (words: string): string => {
    const done = veilText(plain(words, lang), "table", plan);
    pen.found(done.hits);
    return wordsOf(done.text);
  };
  const own = (key: string, values?: Readonly<Record<string, string | number>>) => veiled(say(key, values));
  const silent = { notesOn: () => [], isInsight: () => false, notes: () => [] };
  const heard = voicesIn(rows);
  const gathered = gatherSources({ rows, texts, quotes, heard, day }, () => [], pen, silent, sayings.project);

  // A list of people prints no reasons, so limits lower than usual do not hold in it (DC19).
  const thresholds = usualAtLeast(settingsOf(rows, phrases).thresholds);
  const organisations = [...rows.all("organisation")];
  const participants = [...rows.all("participant")].filter((one) => agreementOn(one, day) !== "withdrawn");
  const beside = besideCases(organisations, participants, thresholds);
  const listed = gathered.map((one) => rowOf(one));
  // Nobody was asked in notes and documents: they are dated by nothing, and hide nobody among them.
  const asked = listed.filter(({ row }) => row.kind === "interview" || row.kind === "survey");
  const times = besideSources(
    asked.map(({ row, told, bodies, people }) => ({
      id: row.id,
      told: JSON.stringify(told),
      people,
      organisations: bodies,
      heldOn: row.heldOn,
      minutes: planned(row.guide),
    })),
    thresholds,
  );
  const all = listed.map((one) => ({ ...one, ...timed(one.row.id) }));

  const title = pen.worded(study, "title") || veiled(saying("project"));
  const transcripts = all.filter(({ row }) => row.kind !== "survey");
  const responses = all.filter(({ row }) => row.kind === "survey");
  const book = veilCodebook(withoutQuotes(gatherCodebook(rows, lang, { phrases, quotes, day })), plan);
  pen.found(book.hits);
  const guide = guideTable(
    appendixOf(rows, wordingIn(rows, phrases, lang), ["guide"]).guide,
    lang,
    sayings.report(lang),
  );

  const columns = [
    "file",
    "kind",
    "date",
    "minutes",
    "words",
    "language",
    "people",
    "organisation",
    "organisationKind",
    "seniority",
  ];
  const list: Table = [
    columns.map((column) => own(`columns.${column}`)),
    ...all.map((one) => [
      one.row.kind === "survey" ? `survey-responses.csv, ${one.code}` : `transcripts/${one.code}.txt`,
      one.kind,
      one.date ?? "",
      one.minutes === null ? "" : String(one.minutes),
      String(one.words),
      region(one.row.lang),
      one.names.join(", "),
      one.codes.join(", "),
      one.kinds.join(", "),
      one.ranks.join(", "),
    ]),
  ];
  const header = (one: (typeof all)[number]): string[] => {
    const line = (what: string, words: string | null) =>
      words === null || words === "" ? [] : [`${own(`header.${what}`)}: ${words}`];
    return [
      ...line("study", title),
      ...line("id", one.code),
      ...line("kind", one.kind),
      ...line("date", one.date),
      ...line("length", one.minutes === null ? null : own("header.minutes", { minutes: one.minutes })),
      ...line("language", region(one.row.lang)),
      ...line("speakers", [...(one.asks ? [own("header.interviewer")] : []), ...one.names].join(", ")),
      ...line("organisation", one.codes.join(", ")),
      ...line("organisationKind", one.kinds.join(", ")),
    ];
  };
  const counts = { transcripts: transcripts.length, responses: responses.length };
  const problem = pen.worded(study, "problem");
  return {
    paper: {
      readme: [title, ...(problem === "" ? [] : [problem]), own("readme.what", counts), ...readmeOf(say)],
      list,
      transcripts: transcripts.map((one) => ({ code: one.code, header: header(one), text: one.text })),
      responses: [
        ["id", "person", "answer"].map((column) => own(`columns.${column}`)),
        ...responses.map((one) => [one.code, one.names.join(", "), one.text]),
      ],
      codebook: cellsOf(book.paper, sayings.codebook(lang), "words"),
      guide: guide.map((cells) =>
        cells.map((cell) => {
          const done = veilText(cell, "table", plan);
          pen.found(done.hits);
          return wordsOf(done.text);
        }),
      ),
    },
    sources: gathered.map(({ source }) => source.id),
    hits: pen.hits,
    beside: {
      dates: depthOf([...times.values()]),
      lengths: [...times.values()].some(({ minutes }) => minutes !== null),
    },
    lost: withheld(pen.losses()),
  };

  /** What is known of a source, with what may be told of it wherever it is told of any. */
  function rowOf({ source: { id, text }, people, words }: GatheredSource) {
    const row = rows.live("source", id);
    if (!row) throw new Error("a source that is not there was gathered");
    const persons = [...people]
      .flatMap((one) => rows.live("participant", one) ?? [])
      .toSorted((a, b) => a.number - b.number);
    const bodies = [...new Set([...persons.map(({ organisation }) => organisation), row.organisation])]
      .flatMap((one) => rows.live("organisation", one ?? "") ?? [])
      .toSorted((a, b) => a.number - b.number);
    const kinds = [...new Set(bodies.flatMap(({ kind }) => (beside.kinds.has(kind) ? [saying(`kind.${kind}`)] : [])))];
    const ranks = [
      ...new Set(
        persons.flatMap(({ id: one, seniority }) =>
          seniority !== null && beside.seniority.has(one) ? [saying(`seniority.${seniority}`)] : [],
        ),
      ),
    ];
    const asks = rows.related("speakersOfSource", id).some(({ interviewer }) => interviewer);
    return {
      row,
      text,
      words,
      asks,
      code: sourceCode(row),
      kind: saying(`source.${row.kind}`),
      names: persons.map(pseudonym),
      people: persons.map((one) => one.id),
      bodies: bodies.map((one) => one.id),
      codes: bodies.map(bodyCode),
      kinds,
      ranks,
      told: [row.kind, ...kinds, ...ranks],
    };
  }

  function timed(id: string): BesideSource {
    return times.get(id) ?? { date: null, minutes: null };
  }

  function planned(guide: string | null): number | null {
    return rows.live("guide", guide ?? "")?.minutes ?? null;
  }
}

/** What is left out of texts; quotes are in no archive. */
function withheld({ turnsWithheld, sourcesWithheld }: Losses): Losses {
  return { ...(turnsWithheld && { turnsWithheld }), ...(sourcesWithheld && { sourcesWithheld }) };
}

/** How finely days are told. */
function depthOf(times: readonly BesideSource[]): "month" | "year" | null {
  const date = times.find((one) => one.date !== null)?.date;
  return date === undefined || date === null ? null : date.length > 4 ? "month" : "year";
}
