/**
 * Quotes as .csv that a spreadsheet opens rightly and can never run: UTF-8 with its mark, every cell quoted,
 * formulas disarmed. Source: OWASP, CSV Injection; RFC 4180. Rules: docs/spec/report.md, R17 to R19.
 */

/** What makes a spreadsheet take a cell for a formula or a command, also behind spaces and in full width. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const ARMED = /^[\s\u0000\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n\u0000]/u;

/** Whether a spreadsheet would calculate a cell of these words. */
export function armed(words: string): boolean {
  return ARMED.test(words);
}

/** Writes rows of cells; the first row is the head. */
export function csv(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((row) => row.map(cell).join(",")).join("\r\n");
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

/** A file as its cells are read: where quotation marks are doubled, they stand once. */
export function readQuoted(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('""', '"'));
}

/** One cell: disarmed and quoted. The words after a disarming apostrophe are unchanged, except that NUL cannot be written. */
export function cell(words: string): string {
  const safe = armed(words) ? `'${words}` : words;
  return `"${safe.replaceAll("\u0000", "\ufffd").replaceAll('"', '""')}"`;
}
