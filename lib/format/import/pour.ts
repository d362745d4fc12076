/**
 * A survey on its way in, portion by portion: what is known of it at once, and then its responses in the form in which
 * they are stored.
 *
 * Thirty thousand responses of a hundred and fifty columns are four million values. As objects they take gigabytes, so
 * whoever stores them never sees them all: a portion carries its rows as JSON for the database, made where the file is
 * read, and of each response only what publishing it needs.
 *
 * Rules: docs/spec/import.md, I25, I26, I105 and I106.
 */
import type { ColumnUse, Response, Sheet, ValueKind } from "#lib/domain/import/sheet.ts";
import { commentsIn, responder } from "#lib/format/csv/response.ts";
import { unfinishedIn } from "#lib/format/csv/unfinished.ts";
import type { Mark } from "./mark.ts";
import { marksOf } from "./mark.ts";
import { idsOf } from "./ids.ts";
import { textRow } from "./staged.ts";
import type { Rows } from "./staged.ts";

/** What a person said of the columns. */
export type Take = Readonly<{ uses: readonly ColumnUse[]; blanks: readonly string[] }>;

/** What can be said of a survey before its responses are poured. */
export type SurveyHead = Readonly<{
  headers: readonly string[];
  kinds: readonly ValueKind[];
  /** One for each row, in order. */
  marks: readonly Mark[];
  /** Rows of responses that were never sent off. */
  unfinished: readonly number[];
}>;

/** What the responses are stored with. */
export type Go = Readonly<{
  plan: string;
  /** Rows that stay out. */
  leave: ReadonlySet<number>;
  /** Rows that were never sent off. */
  unfinished: ReadonlySet<number>;
  /** The question that each open column asks. */
  questions: ReadonlyMap<number, string>;
  /** The number of each attribute's definition, by column. */
  attributes: ReadonlyMap<number, number>;
}>;

/** Of a response, what publishing it needs. */
export type Brief = Readonly<{
  row: number;
  respondent: string | null;
  organisation: string | null;
  turns: number;
  comments: number;
}>;

/** Some responses with their rows for the database, as JSON. */
export type Portion = Rows & Readonly<{ briefs: readonly Brief[] }>;

/** Characters of JSON after which a portion ends: about a third of a second of the database's time. */
const FULL = 3_000_000;

export function headOf(sheet: Sheet, take: Take): SurveyHead {
  const respondent = take.uses.indexOf("respondent");
  return {
    headers: sheet.headers,
    kinds: sheet.columns.map(({ kind }) => kind),
    marks: marksOf(sheet, respondent < 0 ? null : respondent),
    unfinished: unfinishedIn(sheet),
  };
}

/** The responses, in order. The rows of the sheet are let go of as they are poured. */
export function* pour(sheet: Pick<Sheet, "rows">, take: Take, go: Go, full: number = FULL): Generator<Portion> {
  const id = idsOf(go.plan);
  const one = responder(take.uses, take.blanks);
  let briefs: Brief[] = [];
  let revisions: string[] = [];
  let turns: string[] = [];
  let values: string[] = [];
  let size = 0;
  const portion = (): Portion => ({
    briefs,
    revisions: `[${revisions.join(",")}]`,
    turns: `[${turns.join(",")}]`,
    values: `[${values.join(",")}]`,
  });
  for (const [row, cells] of sheet.rows.entries()) {
    sheet.rows[row] = [];
    if (go.leave.has(row)) continue;
    const response = one(cells, row);
    const source = id(`source/${row}`);
    const revision = id(`revision/${row}`);
    briefs.push({
      row,
      respondent: response.respondent,
      organisation: response.organisation,
      turns: response.turns.length,
      comments: commentsIn([response]),
    });
    const text = JSON.stringify(textRow(source, revision, response.text));
    revisions.push(text);
    size += text.length;
    for (const [n, { start, end, column }] of response.turns.entries()) {
      const turn = JSON.stringify({
        id: id(`turn/${row}/${n}/${column}`),
        revision,
        n,
        start,
        end,
        question: go.questions.get(column) ?? null,
      });
      turns.push(turn);
      size += turn.length;
    }
    const known = JSON.stringify({ source, values: valuesOf(response, go), unfinished: go.unfinished.has(row) });
    values.push(known);
    size += known.length;
    if (size < full) continue;
    yield portion();
    [briefs, revisions, turns, values, size] = [[], [], [], [], 0];
  }
  if (briefs.length > 0) yield portion();
}

function valuesOf({ attributes }: Response, go: Go): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { column, value } of attributes) {
    const number = go.attributes.get(column);
    if (number !== undefined) values[number] = value;
  }
  return values;
}
