/**
 * One page of a PDF as lines: where they stand, in the order in which the page draws them, cut where columns part.
 *
 * A PDF knows no paragraphs, columns or tables, only pieces of text at places. A gutter is an upright strip that hardly any
 * line of the page crosses and that has text on both sides.
 *
 * Rules: docs/spec/import.md, I60.
 */

/** A piece of text as the page draws it; `y` grows upwards, as PDF has it. */
export type Item = Readonly<{ text: string; x: number; y: number; width: number; height: number; bold: boolean }>;

export type PageLine = {
  text: string;
  bold: number; // UTF-16 units of its beginning that are bold
  x: number;
  right: number;
  y: number;
  height: number;
  column: number; // from 0; -1 where the line crosses a gutter
};

export type Page = Readonly<{
  number: number;
  width: number;
  height: number;
  lines: readonly PageLine[];
  gutters: readonly Gutter[];
}>;

export type Gutter = Readonly<{ from: number; to: number }>;

const LEAST = 7; // points; narrower strips are spaces between words
const CROSSED = 0.12; // of the lines
const EDGE = 0.1; // of the height: footers stand across columns

/** @param before - the gutters of the page before: a table goes on, also where this page has too few rows to show it */
export function pageOf(
  number: number,
  width: number,
  height: number,
  items: readonly Item[],
  before: readonly Gutter[],
): Page {
  const full = items.filter((item) => item.text.trim() !== "");
  const inner = full.filter((item) => item.y > height * EDGE && item.y < height * (1 - EDGE));
  const own = guttersOf(inner, width);
  const gutters = own.length > 0 ? own : before.every((gutter) => goesOn(inner, gutter)) ? before : [];
  const lines: PageLine[] = [];
  let open: PageLine | null = null;
  for (const item of items) {
    if (item.text.trim() === "") {
      if (open && item.text !== "" && !open.text.endsWith(" ")) open.text += " ";
      continue;
    }
    const size: number = item.height || open?.height || 10;
    const same: boolean =
      open !== null &&
      Math.abs(open.y - item.y) <= size * 0.45 &&
      item.x >= open.right - size * 2 &&
      !gutters.some(
        (gutter) => (open?.x ?? 0) < gutter.from && (open?.right ?? 0) < gutter.to && item.x >= gutter.to - 2,
      );
    if (open && same) {
      const gap = item.x - open.right;
      if (gap > size * 0.18 && !/\s$/.test(open.text) && !/^\s/.test(item.text) && !isIdeograph(open.text, item.text))
        open.text += " ";
      if (item.bold && open.bold >= open.text.trimEnd().length) open.bold = open.text.length + item.text.length;
      open.text += item.text;
      open.right = Math.max(open.right, item.x + item.width);
      open.height = Math.max(open.height, item.height);
      continue;
    }
    open = {
      text: item.text,
      bold: item.bold ? item.text.length : 0,
      x: item.x,
      right: item.x + item.width,
      y: item.y,
      height: size,
      column: 0,
    };
    lines.push(open);
  }
  for (const line of lines) {
    line.bold = line.text
      .slice(0, line.bold)
      .replace(/[ \t]+/g, " ")
      .trim().length;
    line.text = line.text.replace(/[ \t]+/g, " ").trim();
    const crosses = gutters.some((gutter) => line.x < gutter.from && line.right > gutter.to);
    line.column = crosses ? -1 : gutters.filter((gutter) => line.x >= gutter.to - 3).length;
  }
  return { number, width, height, lines: lines.filter((line) => line.text !== ""), gutters };
}

/** Hardly anything stands across the strip, and something on both sides. */
function goesOn(items: readonly Item[], gutter: Gutter): boolean {
  const across = items.filter((item) => item.x < gutter.from && item.x + item.width > gutter.to).length;
  return (
    across <= items.length * CROSSED &&
    items.some((item) => item.x + item.width <= gutter.to) &&
    items.filter((item) => item.x >= gutter.to - 3).length >= items.length * 0.5
  );
}

/** Between two ideographs a gap is no space. */
function isIdeograph(before: string, after: string): boolean {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
  return wide.test(before.slice(-1)) && wide.test(after.slice(0, 1));
}

function guttersOf(items: readonly Item[], width: number): Gutter[] {
  // Lines by height on the page, so that a strip is judged by lines and not by how many pieces they are drawn in.
  const rows = new Map<number, { from: number; to: number }[]>();
  for (const item of items) {
    const key = Math.round(item.y / 3);
    const row = rows.get(key) ?? [];
    row.push({ from: item.x, to: item.x + item.width });
    rows.set(key, row);
  }
  const size = Math.ceil(Math.min(width, 5000));
  if (rows.size < 5 || size < 100) return [];
  const cover = new Uint32Array(size);
  const left = new Uint32Array(size);
  const right = new Uint32Array(size);
  for (const row of rows.values()) {
    const runs: { from: number; to: number }[] = [];
    for (const span of row.toSorted((a, b) => a.from - b.from)) {
      // A space between words covers what is under it; a column's gap does not.
      const last = runs.at(-1);
      if (last && span.from - last.to < LEAST) last.to = Math.max(last.to, span.to);
      else runs.push({ ...span });
    }
    const first = runs[0]?.to ?? size;
    const last = runs.at(-1)?.from ?? 0;
    for (const run of runs)
      for (let at = Math.max(0, Math.floor(run.from)); at < Math.min(size, Math.ceil(run.to)); at += 1)
        cover[at] = (cover[at] ?? 0) + 1;
    for (let at = 0; at < size; at += 1) {
      if (first <= at) left[at] = (left[at] ?? 0) + 1;
      if (last >= at) right[at] = (right[at] ?? 0) + 1;
    }
  }
  const most = rows.size * CROSSED;
  const gutters: Gutter[] = [];
  let from = -1;
  for (let at = 0; at <= size; at += 1) {
    const free =
      at < size &&
      (cover[at] ?? 0) <= most &&
      (left[at] ?? 0) >= Math.max(3, rows.size * 0.04) &&
      (right[at] ?? 0) >= rows.size * 0.3;
    if (free && from < 0) from = at;
    if (free || from < 0) continue;
    if (at - from >= LEAST) gutters.push({ from, to: at });
    from = -1;
  }
  return gutters.length > 5 ? [] : gutters;
}
