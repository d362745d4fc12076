/**
 * What was found in a file, in one flat object: for checks from the command line and for tests.
 *
 * Rules: docs/spec/import.md, I51.
 */
import type { Draft, Warning } from "#lib/domain/import/draft.ts";
import type { ColumnUse, Sheet } from "#lib/domain/import/sheet.ts";
import { commentsIn, responsesOf } from "#lib/format/csv/response.ts";
import { originIn } from "#lib/format/refi/origin.ts";
import type { OpenProject } from "#lib/format/refi/read/open.ts";
import { points } from "#lib/format/text/points.ts";
import type { Opened } from "./open.ts";

export type TranscriptFacts = Readonly<{
  format: string;
  dialect: string;
  encoding: string;
  turns: number;
  speakers: readonly string[];
  interviewer: string | readonly string[] | null;
  firstTime: number | null; // milliseconds
  lastTime: number | null;
  characters: number; // code points
  warnings: readonly Warning["code"][];
}>;
export type SurveyFacts = Readonly<{
  format: string;
  headerRows: number;
  rows: number;
  columns: readonly Readonly<{ name: string; role: ColumnUse }>[];
  comments: number;
}>;

export type ProjectFacts = Readonly<{
  format: "qdpx";
  origin: string | null;
  codes: number;
  sources: number;
  texts: number; // sources whose words are in the file
  selections: number; // in those
  placed: number; // of these, that hold words
  fit: number; // of these, that begin and end where words do, as positions are counted
  counting: Readonly<{ unit: "points" | "units"; ends: 1 | 2; mark: boolean; last: boolean }>;
}>;

export function factsOf(opened: Opened): TranscriptFacts | SurveyFacts | ProjectFacts {
  if (opened.kind === "project") return project(opened.project);
  return opened.kind === "transcript" ? transcript(opened.draft) : survey(opened.sheet);
}

function project({ origin, codes, sources, texts, detected }: OpenProject): ProjectFacts {
  const found = texts.filter((text) => text !== null);
  const spans = found.flatMap((text) => text.spans);
  return {
    format: "qdpx",
    origin: originIn(origin),
    codes: codes.length,
    sources: sources.length,
    texts: found.length,
    selections: spans.length,
    placed: spans.filter((span) => span !== null).length,
    fit: detected.score.fit,
    counting: detected.convention,
  };
}

function transcript(draft: Draft): TranscriptFacts {
  const times = draft.turns.flatMap(({ startMs, endMs }) => [startMs, endMs].filter((time) => time !== null));
  const asking = draft.speakers.filter((speaker) => speaker.interviewer).map((speaker) => speaker.label);
  return {
    format: draft.format,
    dialect: draft.dialect,
    encoding: draft.encoding,
    turns: draft.turns.length,
    speakers: draft.speakers.map((speaker) => speaker.label),
    interviewer: asking.length === 0 ? null : asking.length === 1 ? (asking[0] ?? null) : asking,
    firstTime: least(times),
    lastTime: most(times),
    characters: points(draft.text),
    warnings: draft.warnings.map((warning) => warning.code),
  };
}

/** As proposed: what the file offers as blank counts as no comment. */
function survey(sheet: Sheet): SurveyFacts {
  const uses = sheet.columns.map((column) => column.use);
  const responses = responsesOf(
    sheet,
    uses,
    sheet.blanks.map((blank) => blank.value),
  );
  return {
    format: sheet.format,
    headerRows: sheet.headerRows,
    rows: sheet.rows.length,
    columns: sheet.columns.map((column) => ({ name: column.heading, role: column.use })),
    comments: commentsIn(responses),
  };
}

function least(times: readonly number[]): number | null {
  return times.length === 0 ? null : times.reduce((low, time) => Math.min(low, time));
}

function most(times: readonly number[]): number | null {
  return times.length === 0 ? null : times.reduce((high, time) => Math.max(high, time));
}
