/** What a preview needs of what was opened: all of a transcript or a project; of a table the first rows, and the marks of all. */
import type { Preview } from "#lib/domain/import/preview.ts";
import { SHOWN_ROWS } from "#lib/domain/import/preview.ts";
import { unfinishedIn } from "#lib/format/csv/unfinished.ts";
import type { Mark } from "./mark.ts";
import { marksOf } from "./mark.ts";
import type { Opened } from "./open.ts";

export type Shown =
  | Omit<Extract<Preview, { kind: "transcript" }>, "known">
  | Extract<Opened, { kind: "project" }>
  | (Omit<Extract<Preview, { kind: "survey" }>, "known" | "already" | "guide" | "unfinished"> &
      Readonly<{ marks: readonly Mark[]; unfinished: readonly number[] }>);

/** @param respondent - the column that tells respondents apart; undefined: the one that is proposed */
export function shown(opened: Opened, respondent?: number | null): Shown {
  if (opened.kind !== "survey") return opened;
  const { sheet } = opened;
  const proposed = sheet.columns.find((column) => column.use === "respondent")?.index ?? null;
  return {
    kind: "survey",
    sheet: { ...sheet, rows: sheet.rows.slice(0, SHOWN_ROWS), lines: sheet.lines.slice(0, SHOWN_ROWS) },
    total: sheet.rows.length,
    marks: marksOf(sheet, respondent === undefined ? proposed : respondent),
    unfinished: unfinishedIn(sheet),
  };
}
