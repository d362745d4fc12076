/**
 * Rows into CSV that spreadsheets open safely.
 *
 * A cell that a spreadsheet would calculate begins with an apostrophe (OWASP, CSV injection);
 * a byte order mark tells Excel that this is UTF-8.
 */
import Papa from "papaparse";

const FORMULA = /^[=+\-@\t\r]/;

/** @param safe - put an apostrophe before cells that begin like a formula; false gives the cells exactly */
export function writeCsv(rows: readonly (readonly string[])[], safe = true): string {
  const cells = rows.map((row) => row.map((cell) => (safe && FORMULA.test(cell) ? `'${cell}` : cell)));
  return `\uFEFF${Papa.unparse(cells, { newline: "\r\n" })}\r\n`;
}
