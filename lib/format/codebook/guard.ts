/**
 * Apostrophes before cells that a spreadsheet would calculate: put there by whoever writes, taken off by whoever reads.
 *
 * What begins with apostrophes of its own before such a sign gets one more, so that reading gives back what was written.
 */
import { armed } from "#lib/format/report/csv.ts";

/** What the writer of cells must be given, so that `unguard` of what it writes is `words`. */
export function guard(words: string): string {
  return /^'+/.test(words) && armed(words.replace(/^'+/, "")) ? `'${words}` : words;
}

/** Takes the apostrophe off. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && armed(cell.replace(/^'+/, "")) ? cell.slice(1) : cell;
}
