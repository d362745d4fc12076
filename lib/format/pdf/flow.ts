/**
 * Lines of pages into paragraphs and tables.
 *
 * A line goes on in the next one where the next one's first word would not have fitted any more, where no wider space parts
 * them, and where the next does not begin with a label that comes back. Words that were parted at a line's end are joined
 * again where the document has them whole elsewhere. Columns of a page are a table where the first comes back, else they
 * are read one after the other.
 *
 * Rules: docs/spec/import.md, I60 and I62.
 */
import type { Block } from "#lib/format/document/block.ts";
import type { Tally } from "#lib/format/import/piece.ts";
import type { Page, PageLine } from "./page.ts";

/** A paragraph in the making; `bold` as of a line. */
type Text = { text: string; bold: number };
type Known = Readonly<{ labels: ReadonlySet<string>; strong: ReadonlySet<string>; whole: ReadonlySet<string> }>;

type Part = Readonly<
  { kind: "text"; lines: PageLine[]; page: number } | { kind: "row"; cells: PageLine[][]; page: number }
>;

const LABEL =
  /^(\[\d{1,2}\](?=\s)|\d{1,2}(?=[:：]\s)|\[?[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N} .,'’()/-]{0,40}?\]?(?=\s?[:：](?:\s|$)))/u;
const ENDED = /[.?!…:;。？！：]["”’»)\]]?$/u;

export function blocksOf(pages: readonly Page[], tally: Tally): Block[] {
  const all = pages.flatMap((page) => page.lines);
  const known: Known = { labels: labelsIn(all), strong: strongIn(all), whole: wordsIn(all) };
  const join = (lines: readonly PageLine[], width: number): Text[] => paragraphs(lines, width, known, tally);

  const blocks: Block[] = [];
  const columns = new Map<number, number>(); // the right edge of each page's column, by page * 10 + column
  for (const page of pages)
    for (const line of page.lines) {
      const key = page.number * 10 + Math.max(0, line.column);
      columns.set(key, Math.max(columns.get(key) ?? 0, line.right));
    }
  const edge = (page: number, column: number) => columns.get(page * 10 + Math.max(0, column)) ?? 0;

  let table: string[][] = [];
  let prose: { lines: PageLine[]; width: number }[] = [];
  const endTable = () => {
    if (table.length > 0) blocks.push({ kind: "table", rows: table, apart: true });
    table = [];
  };
  const endProse = () => {
    const texts: Text[] = [];
    let before: PageLine | undefined;
    for (const { lines, width } of prose) {
      const next = join(lines, width);
      const [first] = next;
      const last = texts.at(-1);
      // A sentence goes on over the page's end.
      if (last !== undefined && first !== undefined && before && goesOn(last.text, first, known)) {
        append(last, first, known, tally);
        next.shift();
      }
      for (const text of next) texts.push(text);
      before = lines.at(-1);
    }
    for (const { text, bold } of texts) blocks.push({ kind: "paragraph", text, bold });
    prose = [];
  };

  for (const part of parts(pages)) {
    if (part.kind === "text") {
      endTable();
      const column = part.lines[0]?.column ?? 0;
      prose.push({ lines: part.lines, width: edge(part.page, column) });
      continue;
    }
    endProse();
    const cells = part.cells.map((lines, column) =>
      join(lines, edge(part.page, column))
        .map(({ text }) => text)
        .join("\n"),
    );
    const above = table.at(-1);
    // A page that begins within a cell goes on with the row before.
    if (above && (cells[0] ?? "") === "" && above.length === cells.length) {
      cells.forEach((cell, at) => {
        if (cell !== "") above[at] = above[at] === "" ? cell : glue(above[at] ?? "", cell, known, tally);
      });
    } else table.push(cells);
  }
  endTable();
  endProse();
  return blocks;
}

/** Runs of prose and rows of tables, in the order of the pages. */
function* parts(pages: readonly Page[]): Generator<Part> {
  for (const page of pages) {
    if (page.gutters.length === 0) {
      if (page.lines.length > 0) yield { kind: "text", lines: [...page.lines], page: page.number };
      continue;
    }
    const rows: PageLine[][][] = [];
    const found: (PageLine[][] | PageLine[])[] = [];
    let row: PageLine[][] | null = null;
    let column = -1;
    let across: PageLine[] | null = null;
    for (const line of page.lines) {
      if (line.column < 0) {
        row = null;
        if (across === null) found.push((across = []));
        across.push(line);
        continue;
      }
      across = null;
      if (row === null || line.column < column) {
        row = Array.from({ length: page.gutters.length + 1 }, () => []);
        rows.push(row);
        found.push(row);
      }
      row[line.column]?.push(line);
      column = line.column;
    }
    const tabular = rows.length >= 2 || rows.every((cells) => cells.filter((cell) => cell.length > 0).length === 1);
    for (const one of found) {
      if (isRow(one)) {
        if (tabular) yield { kind: "row", cells: one, page: page.number };
        else for (const cell of one) if (cell.length > 0) yield { kind: "text", lines: cell, page: page.number };
      } else yield { kind: "text", lines: one, page: page.number };
    }
  }
}

function isRow(one: PageLine[][] | PageLine[]): one is PageLine[][] {
  return Array.isArray(one[0]);
}

function paragraphs(lines: readonly PageLine[], width: number, known: Known, tally: Tally): Text[] {
  const steps = lines
    .map((line, at) => (lines[at - 1]?.y ?? line.y) - line.y)
    .filter((step) => step > 0)
    .toSorted((a, b) => a - b);
  const usual = steps[Math.floor(steps.length / 3)] ?? 0;
  const left = lines.reduce((least, line) => Math.min(least, line.x), Number.POSITIVE_INFINITY);
  const texts: Text[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const open = texts.at(-1);
    if (before === undefined || open === undefined) {
      texts.push({ text: line.text, bold: line.bold });
      continue;
    }
    const { text } = open;
    const step = before.y - line.y;
    const parted = step > Math.max(usual * 1.35, line.height * 0.9) || step < -line.height;
    const indented =
      line.x > before.x + line.height * 0.8 && before.x <= left + 3 && lines.length > 3 && ENDED.test(text);
    const letter = (line.right - line.x) / Math.max(1, line.text.length);
    const first = (/^\S+/.exec(line.text)?.[0] ?? "").length * letter;
    const halved = /\p{L}[-\u2010\u00ad]$/u.test(text) && /^\p{Ll}/u.test(line.text);
    const fits = !halved && before.right + letter + first < width - letter;
    const rule = /^[-_–—=*.\s]{5,}$/.test(line.text) || /^[-_–—=*.\s]{5,}$/.test(before.text);
    const bullet = /^[•▪◦‣·–-]\s/.test(line.text);
    if (parted || indented || rule || bullet || fits || isLabelled(line, known))
      texts.push({ text: line.text, bold: line.bold });
    else append(open, line, known, tally);
  }
  return texts;
}

function goesOn(before: string, after: Text, known: Known): boolean {
  return (
    !ENDED.test(before) &&
    !isLabelled(after, known) &&
    /^[\p{Ll}\p{Lo}\p{N}"“‘'(]/u.test(after.text) &&
    before.length > 40
  );
}

/** Another line of a paragraph; where all of it was bold so far, its bold beginning goes on. */
function append(open: Text, line: Text, known: Known, tally: Tally): void {
  const strong = open.bold >= open.text.length;
  open.text = glue(open.text, line.text, known, tally);
  if (strong && line.bold > 0) open.bold = open.text.length - line.text.length + line.bold;
}

/** Two lines of one paragraph; a word that was parted is one again where the document has it whole. */
function glue(before: string, after: string, { whole }: Known, tally: Tally): string {
  tally.drop("line-join");
  if (before.endsWith("\u00ad")) return before.slice(0, -1) + after;
  const head = /(\p{L}+)[-\u2010]$/u.exec(before)?.[1];
  const tail = /^\p{Ll}+/u.exec(after)?.[0];
  if (head !== undefined && tail !== undefined) {
    const together = `${head}${tail}`.toLowerCase();
    if (!whole.has(together) || whole.has(`${head}-${tail}`.toLowerCase())) return before + after;
    tally.drop("hyphen", `${head}-${tail}`);
    return before.slice(0, -1) + after;
  }
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
  return wide.test(before.slice(-1)) && wide.test(after.slice(0, 1)) ? before + after : `${before} ${after}`;
}

function isLabelled(line: Text, { labels, strong }: Known): boolean {
  const label = LABEL.exec(line.text)?.[1];
  return (label !== undefined && labels.has(label.toLowerCase())) || strong.has(strongOf(line));
}

/** The bold beginning of a line, if it is as short as a name. */
function strongOf({ text, bold }: Text): string {
  const words = text.slice(0, bold).trim().toLowerCase();
  return words.length <= 60 ? words : "";
}

/** Bold beginnings that come back on three lines or more: who speaks, where it is set in bold. */
function strongIn(lines: readonly PageLine[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const line of lines) {
    const words = strongOf(line);
    if (words !== "") seen.set(words, (seen.get(words) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, count]) => count >= 3).map(([words]) => words));
}

/** What stands before a colon at the beginning of three lines or more. */
function labelsIn(lines: readonly PageLine[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const line of lines) {
    const label = LABEL.exec(line.text)?.[1]?.toLowerCase();
    if (label !== undefined) seen.set(label, (seen.get(label) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, count]) => count >= 3).map(([label]) => label));
}

/** Words and hyphenated words that stand within lines. */
function wordsIn(lines: readonly PageLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines)
    for (const word of line.text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []) words.add(word);
  return words;
}
