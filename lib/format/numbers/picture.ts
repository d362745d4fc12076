/**
 * A table of numbers as one .svg, which reads as a table too: real words, light paper, nothing loaded and nothing run.
 *
 * As the screen's table: shades repeat numbers and say nothing by themselves. A number that is not told has no shade. Every word
 * is at least 12 units high, so that a page can be printed at its size. Rules: docs/spec/matrix.md, MX26.
 */
import type { Text } from "#lib/domain/report/model.ts";
import { round, setter } from "#lib/format/board/block.ts";
import type { Block } from "#lib/format/board/block.ts";
import { FAINT, HAIRLINE, HUES, PAPER, SLIP, inkOf } from "#lib/format/board/ink.ts";
import { widthOf } from "#lib/format/board/letters.ts";
import type { Letters } from "#lib/format/board/letters.ts";
import { opening, textOf, wordsIn } from "#lib/format/board/svg-text.ts";
import { escapeXml } from "#lib/format/text/escape.ts";
import { drawChart } from "./chart.ts";
import type { NumbersPaper } from "./paper.ts";

const MARGIN = 40;
const FIRST = 320; // the column of what rows are
/** Every other: of numbers, and of what is written. */
const WIDTH = { number: 112, words: 260 };
const PAD = 10;
const MOST_LINES = 60; // of what is written in a cell; the table has all of it
const SIZE = { title: 24, about: 14, head: 13, cell: 14 };
/** As on the screen: never so dark that ink on it would be hard to read. */
const SHADE = { least: 0.04, most: 0.3 };

/** Writes the file. */
export function numbersSvg(paper: NumbersPaper, letters: Letters): Uint8Array {
  const set = setter(letters);
  const { lang, columns, rows, chart } = paper;
  const wide = paper.wide ? WIDTH.words : WIDTH.number;
  const inner = chart ? 760 : Math.max(FIRST + wide * columns.length, 640);
  const width = inner + 2 * MARGIN;
  let y = MARGIN + SIZE.title;
  const title = set(paper.title, "bold", SIZE.title, "ink", MARGIN, y, inner, 3);
  y += (title.lines.length - 1) * title.step + 8;
  const about = paper.about.map((text) => {
    y += 20;
    const block = set(text, "regular", SIZE.about, "faint", MARGIN, y, Math.min(inner, 900), 8);
    y += (block.lines.length - 1) * block.step;
    return block;
  });
  y += 24;
  const drawing = chart ? drawChart(chart, lang, MARGIN, y, inner, set, letters) : table(y);
  const height = Math.ceil(drawing.bottom + MARGIN);
  const lines = [
    ...opening(
      { width, height, lang, title: wordsIn(title), summary: about.map((block) => wordsIn(block)).join(" ") },
      letters,
    ),
    `<rect width="${width}" height="${height}" fill="${PAPER}" aria-hidden="true"/>`,
    textOf(title, lang, 1),
    ...about.map((block) => textOf(block, lang)),
    ...drawing.lines,
    `</svg>`,
    ``,
  ];
  return new TextEncoder().encode(lines.join("\n"));

  function table(top: number): Readonly<{ lines: readonly string[]; bottom: number }> {
    const left = (x: number) => MARGIN + FIRST + x * wide;
    const corner = set(paper.corner, "bold", SIZE.head, "ink", MARGIN + PAD, 0, FIRST - 2 * PAD, 2);
    const heads = columns.map(({ text, note }, x) => ({
      text: centred(text, "bold", SIZE.head, "ink", left(x), 5),
      note: note && centred(note, "regular", 12, "faint", left(x), 2),
    }));
    const tall = (block: Block | null) => (block?.lines.length ?? 0) * (block?.step ?? 0);
    const headHigh = Math.max(tall(corner), ...heads.map(({ text, note }) => tall(text) + tall(note))) + 2 * PAD;
    const out: string[] = [
      `<rect x="${MARGIN}" y="${top}" width="${FIRST + wide * columns.length}" height="${headHigh}" fill="${SLIP}" aria-hidden="true"/>`,
      `<g role="table" aria-labelledby="title">`,
      `<g role="row">`,
      cell("columnheader", [at(corner, top + headHigh - PAD - tall(corner) + corner.size)]),
      ...heads.map(({ text, note }) => {
        const start = top + headHigh - PAD - tall(text) - tall(note);
        return cell("columnheader", [
          at(text, start + text.size),
          ...(note ? [at(note, start + tall(text) + note.size)] : []),
        ]);
      }),
      `</g>`,
    ];
    let down = top + headHigh;
    out.push(rule(down, FAINT));
    for (const row of rows) {
      const indent = MARGIN + PAD + 16 * row.depth;
      const space = FIRST - 2 * PAD - 16 * row.depth - 20;
      const name = set(row.text, row.depth === 0 ? "bold" : "regular", SIZE.cell, "ink", indent + 20, 0, space, 3);
      const cells = row.cells.map(({ text, share }, x) =>
        paper.wide
          ? set(text, "regular", SIZE.head, "ink", left(x) + PAD, 0, wide - 2 * PAD, MOST_LINES)
          : centred(text, "regular", share === null ? 12 : SIZE.cell, share === null ? "faint" : "ink", left(x), 3),
      );
      const high = Math.ceil(Math.max(34, ...[name, ...cells].map((block) => tall(block) + PAD)));
      const middle = (block: Block) => at(block, down + (paper.wide ? PAD / 2 : (high - tall(block)) / 2) + block.size);
      const colour = row.hue > 0 ? inkOf(row.hue).hue : (HUES[8] ?? FAINT);
      const shades = row.cells.flatMap(({ share }, x) =>
        share === null || paper.wide
          ? []
          : `<rect x="${left(x)}" y="${down}" width="${wide}" height="${high}" fill="${colour}" fill-opacity="${round(SHADE.least + SHADE.most * Math.min(1, share))}"/>`,
      );
      const mark =
        row.hue > 0 ? `<rect x="${indent}" y="${down + high / 2 - 6}" width="12" height="12" fill="${colour}"/>` : "";
      out.push(
        `<g role="row">`,
        `<g aria-hidden="true">${shades.join("")}${mark}</g>`,
        cell("rowheader", [middle(name)]),
        ...cells.map((block) => cell("cell", [middle(block)])),
        `</g>`,
      );
      down += high;
      out.push(rule(down, HAIRLINE));
    }
    out.push(`</g>`);
    return { lines: out, bottom: down };
  }

  function cell(role: "columnheader" | "rowheader" | "cell", blocks: readonly Block[]): string {
    const full = blocks.find((block) => block.full !== null)?.full;
    const said = full ? `<title>${escapeXml(full)}</title>` : "";
    return `<g role="${role}">${said}${blocks.map((block) => textOf(block, lang)).join("")}</g>`;
  }

  /** A text in the middle of a column. */
  function centred(
    text: Text,
    weight: "bold" | "regular",
    size: number,
    ink: Block["ink"],
    left: number,
    most: number,
  ) {
    const block = set(text, weight, size, ink, 0, 0, wide - 2 * PAD + 4, most);
    const own = Math.max(0, ...block.lines.map((line) => widthOf(letters, weight, size, line.text)));
    return { ...block, x: round(left + (wide - own) / 2) };
  }

  function rule(at: number, colour: string): string {
    return `<path d="M${MARGIN} ${at}h${FIRST + wide * columns.length}" stroke="${colour}" aria-hidden="true"/>`;
  }
}

function at(block: Block, y: number): Block {
  return { ...block, y: round(y) };
}
