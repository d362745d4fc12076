/**
 * A survey's table, from text: rows, headings, a proposed use for each column.
 *
 * Rules: docs/spec/import.md, I20 to I25.
 */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import type { Sheet } from "#lib/domain/import/sheet.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import { blanksIn, columnsOf } from "./column.ts";
import { headingsOf } from "./header.ts";
import { delimiterOf, readTable } from "./table.ts";

/** Faults: those of `readTable`; `rows.none`, headings without answers. */
export function readSheet(text: string, encoding: string): Result<Sheet, ImportFault> {
  const table = readTable(text, delimiterOf(text) ?? ",");
  if (!table.ok) return table;
  const { headers, headerRows, tool } = headingsOf(table.value.rows);
  const status = headers.findIndex((heading) => /^(?:Status|Response Type)$/i.test(heading));
  const rows: string[][] = [];
  const lines: number[] = [];
  let previews = 0;
  for (const [at, row] of table.value.rows.entries()) {
    if (at < headerRows) continue;
    if (
      tool === "qualtrics" &&
      status >= 0 &&
      /^(?:Survey Preview|Survey Test|Preview)$/i.test((row[status] ?? "").trim())
    ) {
      previews += 1;
      continue;
    }
    rows.push([...row]);
    lines.push(table.value.lines[at] ?? 1);
  }
  if (rows.length === 0) return no({ code: "rows.none" });
  if (rows.length > LIMIT.rows) return no({ code: "rows.too-many", count: rows.length, limit: LIMIT.rows });
  return yes({
    headers,
    rows,
    lines,
    headerRows,
    delimiter: table.value.delimiter,
    encoding,
    tool,
    columns: columnsOf(headers, rows),
    blanks: blanksIn(rows),
    previews,
  });
}
