/** How much one import may hold. Larger ones are refused by name, never cut. */
export const LIMIT = {
  bytes: 50 * 1024 * 1024, // one file
  unpacked: 60 * 1024 * 1024, // the parts of a .docx that we read
  entries: 5_000, // parts in a .docx
  characters: 5_000_000, // one transcript
  turns: 100_000,
  rows: 100_000,
  columns: 1_000,
  cell: 100_000, // characters
} as const;
