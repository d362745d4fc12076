/**
 * Delimited text into rows of cells: comma, semicolon, tab or bar, with quoting as RFC 4180 and what tools make of it.
 *
 * Rules: docs/spec/import.md, I20 and I21.
 */
import Papa from "papaparse";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";

export type Table = Readonly<{ rows: readonly string[][]; lines: readonly number[]; delimiter: string }>;

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * The delimiter that gives the most even table; null where none makes columns.
 *
 * Looks at whole records of the beginning, so that line breaks within quotes do not mislead.
 */
export function delimiterOf(text: string): string | null {
  const sample = text.slice(0, 200_000);
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: 200, skipEmptyLines: "greedy" });
    const widths = data.map((row) => row.length);
    if (widths.length === 0) continue;
    const usual = mode(widths);
    if (usual < 2) continue;
    const even = widths.filter((width) => width === usual).length / widths.length;
    const score = even * (1 + Math.log2(usual) / 10);
    if (even >= 0.5 && (best === null || score > best.score)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/** Is this text a table and not prose? Even rows of at least two columns, quoted or not. */
export function isTable(text: string): boolean {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return false;
  const { data } = Papa.parse<string[]>(text.slice(0, 200_000), { delimiter, preview: 200, skipEmptyLines: "greedy" });
  const rows = text.length > 200_000 ? data.slice(0, -1) : data;
  if (rows.length < 2) return false;
  const widths = rows.map((row) => row.length);
  const usual = mode(widths);
  const even = widths.filter((width) => width === usual).length / widths.length;
  if (usual < 2 || even < 0.9) return false;
  // Headings are short: a first row of whole paragraphs belongs to prose that happens to hold the sign.
  if ((rows[0] ?? []).some((cell) => cell.split(/\s+/).length > 120)) return false;
  // A meeting's chat: time, name with a colon, words.
  if (
    rows.filter((row) => /^\d{1,2}:\d{2}:\d{2}$/.test((row[0] ?? "").trim()) && /:\s*$/.test(row[1] ?? "")).length >=
    rows.length * 0.8
  )
    return false;
  // "Interviewer:⇥text" is speech in two columns, and so is "Well, yes" line after line.
  if (usual === 2 && rows.filter((row) => /:\s*$/.test(row[0] ?? "")).length > rows.length * 0.3) return false;
  if (usual === 2 && delimiter === "," && rows.every((row) => /^\s+\S/.test(row[1] ?? ""))) return false;
  return true;
}

/**
 * Reads the whole table; empty rows are left out, every row is as wide as the widest.
 *
 * Faults: `quote.open`, `rows.too-many`, `columns.too-many`, `cell.too-long`, `rows.none`.
 */
export function readTable(text: string, delimiter: string): Result<Table, ImportFault> {
  const rows: string[][] = [];
  const lines: number[] = [];
  let fault: ImportFault | null = null;
  let width = 0;
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data, errors, meta }, parser) => {
      const at = line;
      for (
        let index = text.indexOf("\n", from);
        index >= 0 && index < meta.cursor;
        index = text.indexOf("\n", index + 1)
      )
        line += 1;
      from = meta.cursor;
      if (errors.some((error) => error.code === "MissingQuotes")) fault = { code: "quote.open", line: at };
      if (data.every((cell) => cell.trim() === "")) return fault ? parser.abort() : undefined;
      rows.push(data);
      lines.push(at);
      width = Math.max(width, data.length);
      if (rows.length > LIMIT.rows + 10) fault = { code: "rows.too-many", count: rows.length, limit: LIMIT.rows };
      if (width > LIMIT.columns) fault = { code: "columns.too-many", count: width, limit: LIMIT.columns };
      const long = data.findIndex((cell) => cell.length > LIMIT.cell);
      if (long >= 0 && !fault)
        fault = {
          code: "cell.too-long",
          line: at,
          column: long + 1,
          characters: data[long]?.length ?? 0,
          limit: LIMIT.cell,
        };
      if (fault) parser.abort();
    },
  });
  if (fault) return no(fault);
  if (rows.length === 0) return no({ code: "rows.none" });
  while (width > 1 && rows.every((row) => (row[width - 1] ?? "").trim() === "")) width -= 1; // trailing delimiters
  return yes({
    rows: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? "")),
    lines,
    delimiter,
  });
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
