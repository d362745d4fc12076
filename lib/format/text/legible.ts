/** What a reader of plain text can be shown. */

/** Words with every kind of line end as LF, and without signs that only steer machines. */
export function legible(words: string): string {
  return words
    .replace(/\r\n?|[\u2028\u2029\u0085\u000b\u000c]/gu, "\n")
    .replace(/[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}
