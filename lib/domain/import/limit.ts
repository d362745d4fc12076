/** How much one import may hold. Larger ones are refused by name, never cut. */
export const LIMIT = {
  bytes: 50 * 1024 * 1024, // one file
  unpacked: 60 * 1024 * 1024, // the parts of a .docx that we read
  workbook: 512 * 1024 * 1024, // the parts of a workbook, read piece by piece: 30,000 rows of 150 columns are about 200
  entries: 5_000, // parts in a .docx
  pages: 3_000, // of a PDF
  characters: 5_000_000, // one transcript
  turns: 100_000,
  rows: 100_000,
  columns: 1_000,
  cells: 10_000_000, // rows times columns
  sheet: 100_000_000, // characters in all cells of one sheet
  cell: 100_000, // characters
} as const;
