/**
 * A table of cells as a survey: where the headings end, a proposed use for each column, what is left out.
 *
 * The same for text with delimiters and for workbooks. Rules: docs/spec/import.md, I21 to I25.
 */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import type { Sheet } from "#lib/domain/import/sheet.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import { blanksIn, columnsOf } from "#lib/format/csv/column.ts";
import { answersIn } from "#lib/format/csv/dialogue.ts";
import { headingsOf } from "#lib/format/csv/header.ts";

/** The rows become the sheet's own. */
export type Cells = Readonly<{ rows: readonly string[][]; lines: readonly number[] }>;
export type Hint = Readonly<{ headings?: number | undefined; name?: string }>;
export type Origin = Pick<Sheet, "format" | "delimiter" | "encoding" | "sheets" | "sheet">;

/** Faults: `rows.none`, headings without answers; `rows.too-many`. */
export function surveyOf(cells: Cells, origin: Origin, hint: Hint = {}): Result<Sheet, ImportFault> {
  const { headers, headerRows, tool } = headingsOf(cells.rows, hint.name, hint.headings);
  const status = headers.findIndex((heading) => /^(?:Status|Response Type)$/i.test(heading));
  const rows: string[][] = [];
  const lines: number[] = [];
  let previews = 0;
  for (const [at, row] of cells.rows.entries()) {
    if (at < headerRows) continue;
    if (
      tool === "qualtrics" &&
      status >= 0 &&
      /^(?:Survey Preview|Survey Test|Preview)$/i.test((row[status] ?? "").trim())
    ) {
      previews += 1;
      continue;
    }
    rows.push(row);
    lines.push(cells.lines[at] ?? 1);
  }
  if (rows.length === 0) return no({ code: "rows.none" });
  if (rows.length > LIMIT.rows) return no({ code: "rows.too-many", count: rows.length, limit: LIMIT.rows });
  return yes({
    ...origin,
    headers,
    rows,
    lines,
    headerRows,
    tool,
    columns: columnsOf(headers, rows),
    blanks: blanksIn(rows),
    previews,
    dialogues: rows.reduce((sum, row) => sum + dialoguesIn(row), 0),
  });
}

function dialoguesIn(row: readonly string[]): number {
  let count = 0;
  for (const cell of row) if (cell !== "" && answersIn(cell) !== null) count += 1;
  return count;
}
