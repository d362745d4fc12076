/** A table of numbers as .csv, by the writer of the report's table of quotes. Rules: docs/spec/matrix.md, MX25; docs/spec/report.md, R17 to R19. */
import { wordsOf } from "#lib/domain/report/model.ts";
import { csv } from "#lib/format/report/csv.ts";
import type { NumbersPaper } from "./paper.ts";

/** Writes it: the heads with of how many they are, then row by row. */
export function numbersCsv({ corner, columns, rows }: NumbersPaper): Uint8Array {
  const heads = columns.map(({ text, note }) => (note ? `${wordsOf(text)} (${wordsOf(note)})` : wordsOf(text)));
  return csv([
    [wordsOf(corner), ...heads],
    ...rows.map(({ full, cells }) => [wordsOf(full), ...cells.map(({ text }) => wordsOf(text))]),
  ]);
}
