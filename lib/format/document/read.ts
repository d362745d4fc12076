/**
 * A document's paragraphs and tables into speech.
 *
 * A table with columns for who speaks and what is said is read as such; of any other, each row becomes a line.
 *
 * Rules: docs/spec/import.md, I31, I55 and I85.
 */
import type { Dialect, DraftColumn, DraftOptions } from "#lib/domain/import/draft.ts";
import type { Piece, Read, Tally } from "#lib/format/import/piece.ts";
import { tally as newTally } from "#lib/format/import/piece.ts";
import type { Answers } from "#lib/format/table/answers.ts";
import { answersOf, ASKING } from "#lib/format/table/answers.ts";
import type { Columns } from "#lib/format/table/speech.ts";
import { speechOf } from "#lib/format/table/speech.ts";
import { rowsOfNobody } from "#lib/format/text/alternate.ts";
import type { Line } from "#lib/format/text/line.ts";
import { readLines } from "#lib/format/text/read.ts";
import type { Block, Document } from "./block.ts";

export function readDocument(
  document: Document,
  { dialect, column }: Pick<DraftOptions, "dialect" | "column">,
  tally: Tally,
): Read {
  const warnings = [...document.warnings];
  const speech = new Map<Block, readonly Piece[]>();
  let like: Columns | null = null;
  let answers: Answers | null = null;
  let columns: readonly DraftColumn[] = []; // of the first table that leaves a choice
  let tables = 0;
  const tabular = dialect === undefined || dialect === "table" || namesNobody(document, dialect);
  for (const block of document.blocks) {
    if (block.kind !== "table") continue;
    const asked: ReturnType<typeof answersOf> = tabular ? answersOf(block.rows, tally, false, column, answers) : null;
    if (asked) {
      speech.set(block, asked.pieces);
      answers = asked.columns;
      columns = columns.length > 0 ? columns : asked.choice;
      continue;
    }
    const found: ReturnType<typeof speechOf> = tabular ? speechOf(block.rows, tally, column, like) : null;
    if (found) {
      speech.set(block, found.pieces);
      like = found.columns;
      columns = columns.length > 0 ? columns : found.choice;
    } else tables += 1;
  }
  if (tables > 0) warnings.push({ code: "document.table", count: tables });
  if (speech.size === 0) {
    const read = readLines(linesOf(document.blocks), { dialect, markdown: false, paragraphs: true }, tally);
    return { ...read, warnings: [...warnings, ...read.warnings] };
  }
  const pieces: Piece[] = [];
  let between: Block[] = [];
  const close = () => {
    const plain = { dialect: "plain", markdown: false, paragraphs: true } as const;
    if (between.length > 0) for (const piece of readLines(linesOf(between), plain, tally).pieces) pieces.push(piece);
    between = [];
  };
  for (const block of document.blocks) {
    const said = speech.get(block);
    if (said === undefined) {
      between.push(block);
      continue;
    }
    close();
    for (const piece of said) pieces.push(piece);
  }
  close();
  if (pieces.every(({ label }) => label === null)) {
    const read = rowsOfNobody(pieces, dialect);
    return { ...read, columns, warnings: [...warnings, ...read.warnings] };
  }
  return {
    dialect: "table",
    pieces,
    warnings,
    columns,
    ...(answers === null || like !== null ? {} : { asking: ASKING }),
  };
}

/** Tables with times beside what is said and no column for who says it, which a person wants as turns of two. */
function namesNobody({ blocks }: Document, dialect: Dialect): boolean {
  if (dialect !== "alternate" && dialect !== "questions") return false;
  const trial = newTally();
  const said = blocks.flatMap((block) =>
    block.kind === "table" ? (speechOf(block.rows, trial, undefined)?.pieces ?? []) : [],
  );
  return said.length > 0 && said.every(({ label }) => label === null);
}

/** The words alone, a line for each paragraph and each row. */
export function plainText(document: Document): string {
  return linesOf(document.blocks)
    .map((line) => line.text)
    .join("\n");
}

/** Paragraphs cut at their line breaks; an empty one stays as a blank line. */
function linesOf(blocks: readonly Block[]): Line[] {
  const lines: Line[] = [];
  for (const block of blocks) {
    if (block.kind === "table") {
      const full = block.rows.flat().filter((cell) => cell.trim() !== "");
      if (block.apart)
        for (const cell of full)
          for (const text of cell.split("\n")) lines.push({ text, at: lines.length + 1, bold: 0 });
      else for (const row of block.rows) lines.push({ text: row.join("\t").trimEnd(), at: lines.length + 1, bold: 0 });
      continue;
    }
    let from = 0;
    for (const text of block.text.split("\n")) {
      lines.push({ text, at: lines.length + 1, bold: Math.max(0, Math.min(text.length, block.bold - from)) });
      from += text.length + 1;
    }
  }
  return lines;
}
