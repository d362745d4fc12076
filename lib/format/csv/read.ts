/**
 * A survey's table, from text with delimiters.
 *
 * Rules: docs/spec/import.md, I20 and I21.
 */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import type { Sheet, TableOptions } from "#lib/domain/import/sheet.ts";
import type { Result } from "#lib/domain/result.ts";
import { surveyOf } from "#lib/format/sheet/survey.ts";
import { delimiterOf, readTable } from "./table.ts";

/** Faults: those of `readTable`; `rows.none`, headings without answers. */
export function readSheet(text: string, encoding: string, options: TableOptions = {}): Result<Sheet, ImportFault> {
  const table = readTable(text, delimiterOf(text) ?? ",");
  if (!table.ok) return table;
  const { delimiter } = table.value;
  return surveyOf(
    table.value,
    { format: delimiter === "\t" ? "tsv" : "csv", delimiter, encoding, sheets: [], sheet: null },
    { headings: options.headings },
  );
}
