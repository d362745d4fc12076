/**
 * A table of numbers, and what may be drawn of it, before it is bytes: every text in its language, every number as it is told.
 *
 * Knows nothing of rows, fonts or files. No ids: nothing in it can be led back to a row.
 */
import { plain } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";

/** `note`: of how many a column is. */
type Head = Readonly<{ text: Text; note: Text | null }>;
/** `share`: how dark it is drawn, from 0 to 1; null where no number is told. */
type Cell = Readonly<{ text: Text; share: number | null }>;
/** `full`: what a row is of where nothing stands around it, as a theme with those above. */
type Row = Readonly<{ text: Text; full: Text; depth: number; hue: number; cells: readonly Cell[] }>;
/** Lines that climb in steps; `dashed` tells them apart without colour. */
export type Chart = Readonly<{
  steps: readonly Text[];
  lines: readonly Readonly<{ name: Text; values: readonly number[]; dashed: boolean }>[];
}>;

export type NumbersPaper = Readonly<{
  lang: "en" | "cy";
  title: Text;
  /** what is counted, and what is not told */
  about: readonly Text[];
  corner: Text;
  columns: readonly Head[];
  rows: readonly Row[];
  /** drawn in place of the table */
  chart: Chart | null;
  /** cells are read and not counted: they have room for what is written */
  wide: boolean;
}>;

/** Rewrites every text of it. */
export function mapNumbers(paper: NumbersPaper, change: (text: Text) => Text): NumbersPaper {
  return {
    ...paper,
    title: change(paper.title),
    about: paper.about.map(change),
    corner: change(paper.corner),
    columns: paper.columns.map(({ text, note }) => ({ text: change(text), note: note && change(note) })),
    rows: paper.rows.map((row) => ({
      ...row,
      text: change(row.text),
      full: change(row.full),
      cells: row.cells.map((cell) => ({ ...cell, text: change(cell.text) })),
    })),
    chart: paper.chart && {
      steps: paper.chart.steps.map(change),
      lines: paper.chart.lines.map((line) => ({ ...line, name: change(line.name) })),
    },
  };
}

/** One on which every kind of thing stands and nobody's words do; what the scan compares finished files with. */
export function blankNumbers(lang: "en" | "cy"): NumbersPaper {
  const text = plain("x", lang);
  const other = plain("x", lang === "en" ? "cy" : "en");
  const hues = Array.from({ length: 11 }, (_, hue) => hue);
  return {
    lang,
    title: text,
    about: [text, other],
    corner: text,
    columns: [
      { text, note: other },
      { text: other, note: null },
    ],
    rows: hues.map((hue) => ({
      text: hue % 2 === 0 ? text : other,
      full: text,
      depth: hue % 3,
      hue,
      cells: [
        { text, share: hue / 10 },
        { text: other, share: null },
      ],
    })),
    chart: null,
    wide: false,
  };
}

/** The same with lines. */
export function blankChart(lang: "en" | "cy"): NumbersPaper {
  const text = plain("x", lang);
  const line = { name: text, values: [0, 1] };
  const lines = [
    { ...line, dashed: false },
    { ...line, dashed: true },
  ];
  return { ...blankNumbers(lang), chart: { steps: [text, text], lines } };
}
