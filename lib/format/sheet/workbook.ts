/**
 * What a workbook is once it is read: sheets by name, rows of cells as text, as a CSV gives them.
 *
 * A sheet that holds more than can be read carries its own fault, so that a hidden list of a hundred thousand rows
 * does not keep the answers beside it from being read.
 *
 * Rules: docs/spec/import.md, I90 to I95.
 */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";

export type Worksheet = Readonly<{
  name: string;
  hidden: boolean;
  rows: readonly string[][]; // rows with words only, each as wide as the widest
  lines: readonly number[]; // the number that the program shows beside each row
  fault: ImportFault | null; // why it cannot be brought in; `rows` are empty then
}>;

export type Workbook = Readonly<{ format: "xlsx" | "ods"; sheets: readonly Worksheet[] }>;

/** Takes in one sheet, cell by cell and row by row, in any order, within the limits. */
export type Gathering = Readonly<{
  /** @param column - from 0; @param line - from 1 */
  cell: (line: number, column: number, words: string) => void;
  done: (name: string, hidden: boolean) => Worksheet;
  /** Nothing more can be kept of this sheet. */
  full: () => boolean;
}>;

export function gathering(): Gathering {
  let rows: string[][] = [];
  let lines: number[] = [];
  let current: string[] = [];
  let at = 0;
  let ordered = true;
  let cells = 0;
  let characters = 0;
  let fault: ImportFault | null = null;

  const stop = (why: ImportFault) => {
    fault = why;
    rows = [];
    lines = [];
    current = [];
  };
  const turn = () => {
    if (current.some((cell) => cell.trim() !== "")) {
      ordered &&= at > (lines.at(-1) ?? 0);
      rows.push(current);
      lines.push(at);
      if (rows.length > LIMIT.rows + 10) stop({ code: "rows.too-many", count: rows.length, limit: LIMIT.rows });
    }
    current = [];
  };

  return {
    cell(line, column, words) {
      if (fault || words === "") return;
      if (line !== at) {
        turn();
        at = line;
      }
      if (words.length > LIMIT.cell)
        return stop({ code: "cell.too-long", line, column: column + 1, characters: words.length, limit: LIMIT.cell });
      if (column >= LIMIT.columns) {
        if (words.trim() !== "") stop({ code: "columns.too-many", count: column + 1, limit: LIMIT.columns });
        return;
      }
      cells += 1;
      characters += words.length;
      if (cells > LIMIT.cells) return stop({ code: "cells.too-many", count: cells, limit: LIMIT.cells });
      if (characters > LIMIT.sheet) return stop({ code: "file.bomb", bytes: characters, limit: LIMIT.sheet });
      while (current.length < column) current.push("");
      current[column] = words;
    },
    full: () => fault !== null,
    done(name, hidden) {
      if (!fault) turn();
      const width = rows.reduce((most, row) => Math.max(most, filledTo(row)), 0);
      if (!fault && width * rows.length > LIMIT.cells)
        stop({ code: "cells.too-many", count: width * rows.length, limit: LIMIT.cells });
      if (!ordered) {
        const order = lines.map((line, index) => ({ line, index })).toSorted((a, b) => a.line - b.line);
        rows = order.map(({ index }) => rows[index] ?? []);
        lines = order.map(({ line }) => line);
      }
      for (const row of rows) {
        row.length = Math.min(row.length, width);
        while (row.length < width) row.push("");
      }
      return { name, hidden, rows, lines, fault };
    },
  };
}

function filledTo(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && (row[width - 1] ?? "").trim() === "") width -= 1;
  return width;
}
