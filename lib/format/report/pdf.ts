/**
 * A report as .pdf: pages of A4 with real words in embedded fonts, tagged for screen readers (headings, lists, tables, quotes,
 * languages), with bookmarks, numbered.
 *
 * Written by the same few pages of code as a board's, without a browser: the same bytes wherever it is made, and nothing of who
 * made it. Signs that the fonts lack are boxes that say what they stand for.
 * Source: ISO 32000-1:2008, 14.7 to 14.9. Rules: docs/spec/report.md, R14, R32 to R34.
 */
import { labelled, plain, region, wordsOf } from "#lib/domain/report/model.ts";
import type { Block, Report, Text } from "#lib/domain/report/model.ts";
import { FAINT, HAIRLINE, INK } from "#lib/format/board/ink.ts";
import { breakText, widthOf } from "#lib/format/board/letters.ts";
import type { Letters } from "#lib/format/board/letters.ts";
import { xmp } from "#lib/format/board/pdf-about.ts";
import { PdfFile, latin, num, textString } from "#lib/format/board/pdf-file.ts";
import { embedAll } from "#lib/format/board/pdf-font.ts";
import { bookmarks } from "#lib/format/board/pdf-outline.ts";
import type { Bookmark } from "#lib/format/board/pdf-outline.ts";
import { structure } from "#lib/format/board/pdf-structure.ts";
import type { Element, Mark } from "#lib/format/board/pdf-structure.ts";
import { legible } from "#lib/format/text/legible.ts";
import { AGREED_NAME, RESPONDENT } from "./mark.ts";
import { HEIGHT, MARGIN, Pages, WIDTH, ink } from "./pdf-page.ts";
import type { Group, Look, Placed } from "./pdf-page.ts";

const MADDER = "#8f2d2a";
const BODY: Look = { weight: "regular", size: 11, ink: INK };
const LEAD: Look = { ...BODY, weight: "bold" };
const CELL: Look = { ...BODY, size: 9.5 };
const NUMBER: Look = { ...BODY, size: 9, ink: FAINT };
/** The title, and headings by their level. */
const HEADS = [22, 17, 14, 12, 11].map((size): Look => ({ weight: "bold", size, ink: INK }));
const STEP = 1.45; // from line to line, in sizes
const INDENT = 18;
const GAP = 8;
const PAD = 4;
const EMPTY = plain("", "en");

type Respondent = Extract<Block, { kind: "respondents" }>["items"][number];

/** Writes the file. */
export function pdf(report: Report, letters: Letters): Uint8Array {
  const pages = new Pages(letters);
  const heads: { level: number; title: string; page: number; y: number }[] = [];
  const kids = [heading(0, report.title), ...report.blocks.flatMap((block) => written(block))];
  const file = new PdfFile();
  const fonts = embedAll(file, letters);
  const resources = file.add(`<</Font<<${fonts}>>>>`);
  const root = file.reserve();
  pages.pages.forEach((_, at) => {
    const number = String(at + 1);
    const x = (WIDTH - widthOf(letters, NUMBER.weight, NUMBER.size, number)) / 2;
    pages.footer(at, x, MARGIN / 2, number, NUMBER);
  });
  const numbers = pages.pages.map(({ out }, at) => {
    const content = file.stream("", latin(`${out.join("\n")}\n`));
    return file.add(
      `<</Type/Page/Parent ${root} 0 R/MediaBox[0 0 ${num(WIDTH)} ${num(HEIGHT)}]/Resources ${resources} 0 R/Contents ${content} 0 R/StructParents ${at}/Tabs/S>>`,
    );
  });
  file.add(`<</Type/Pages/Kids[${numbers.map((one) => `${one} 0 R`).join(" ")}]/Count ${numbers.length}>>`, root);
  const lang = region(report.lang);
  const title = legible(wordsOf(report.title));
  const tree = structure(
    file,
    { kind: "Document", lang, kids },
    numbers,
    pages.pages.map(({ marks }) => marks),
  );
  const marks = bookmarks(file, nested(heads.slice(1), numbers));
  const metadata = file.stream("/Type/Metadata/Subtype/XML", new TextEncoder().encode(xmp(title, lang)));
  const info = file.add(`<</Title${textString(title)}/Producer(Carthen)/Creator(Carthen)>>`);
  const catalog = file.add(
    `<</Type/Catalog/Pages ${root} 0 R/Lang(${lang})/MarkInfo<</Marked true>>/StructTreeRoot ${tree} 0 R/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${metadata} 0 R${marks === null ? "" : `/Outlines ${marks} 0 R`}>>`,
  );
  return file.bytes(catalog, info);

  function written(block: Block): readonly Element[] {
    switch (block.kind) {
      case "heading":
        return [heading(block.level, block.text)];
      case "paragraph":
        pages.skip(GAP);
        return [
          {
            kind: "P",
            lang: langOf(block.text),
            kids: flow("P", linesOf(block.text, block.lead ? LEAD : BODY), block.lead ? LEAD : BODY),
          },
        ];
      case "quote":
        return [quote(block)];
      case "list":
        return [
          list(
            block.items.map((text) => () => ({
              lang: langOf(text),
              kids: flow("LBody", linesOf(text, BODY, INDENT), BODY, INDENT),
            })),
          ),
        ];
      case "respondents":
        return [list(block.items.map((one) => () => respondent(one)))];
      case "table":
        return [table(block)];
    }
  }

  function heading(level: number, text: Text): Element {
    const look = HEADS[level] ?? BODY;
    const lines = linesOf(text, look);
    pages.skip(level === 0 ? 0 : look.size);
    // A heading does not stand alone at the end of a page.
    pages.need(lines.length * look.size * STEP + 3 * BODY.size * STEP);
    heads.push({ level, title: legible(wordsOf(text)).replaceAll("\n", " "), page: pages.last, y: pages.y });
    return { kind: `H${level + 1}`, lang: langOf(text), kids: flow(`H${level + 1}`, lines, look) };
  }

  function quote({ text, translation, by }: Extract<Block, { kind: "quote" }>): Element {
    pages.skip(GAP);
    const marked = {
      ...text,
      pieces: [{ text: "“", replaced: false }, ...text.pieces, { text: "”", replaced: false }],
    };
    const lines = linesOf(marked, BODY, INDENT);
    const kids = flow("P", lines, BODY, INDENT, (low, high) => [
      `${ink(MADDER)} rg`,
      `${num(MARGIN + 2)} ${num(low)} 2.5 ${num(high - low)} re f`,
    ]);
    const under = [...(translation ? [labelled(translation)] : []), ...(by ? [by] : [])];
    if (under.length === 0) return { kind: "BlockQuote", lang: langOf(text), kids: [{ kind: "P", lang: null, kids }] };
    const said: Element = { kind: "P", lang: langOf(text), kids };
    const below = under.map((one): Element => ({
      kind: "P",
      lang: langOf(one),
      kids: flow("P", linesOf(one, BODY, INDENT), BODY, INDENT),
    }));
    return { kind: "BlockQuote", lang: null, kids: [said, ...below] };
  }

  function list(items: readonly (() => Readonly<{ lang: string | null; kids: readonly Mark[] }>)[]): Element {
    pages.skip(GAP / 2);
    const kids = items.map((each): Element => {
      pages.need(BODY.size * STEP);
      const dot = pages.mark("Lbl", [{ lines: [{ x: MARGIN + 5, y: pages.y - BODY.size, text: "•" }] }], BODY);
      const { lang: own, kids: body } = each();
      return {
        kind: "LI",
        lang: null,
        kids: [
          { kind: "Lbl", lang: null, kids: [dot] },
          { kind: "LBody", lang: own, kids: body },
        ],
      };
    });
    return { kind: "L", lang: null, about: "/O/List/ListNumbering/Disc", kids };
  }

  /** A name that agreed stands whole, in a mark of its own within that of its line, where the scan looks for it. */
  function respondent({ name, note }: Respondent): Readonly<{ lang: string | null; kids: readonly Mark[] }> {
    const lang = note === null ? null : langOf(note);
    if (name === null) return { lang, kids: flow(RESPONDENT, linesOf(note, BODY, INDENT), BODY, INDENT) };
    const step = BODY.size * STEP;
    const named = linesOf(plain(name, report.lang), BODY, INDENT);
    const noted = linesOf(note, BODY, INDENT);
    const own = widthOf(letters, BODY.weight, BODY.size, named.at(-1) ?? "");
    const beside =
      noted.length === 1 &&
      own + widthOf(letters, BODY.weight, BODY.size, noted[0] ?? "") <= WIDTH - 2 * MARGIN - INDENT;
    pages.need((named.length + (beside ? 0 : noted.length)) * step); // never over two pages
    const set = (lines: readonly string[], x = MARGIN + INDENT): readonly Placed[] =>
      lines.map((text) => {
        pages.y -= step;
        return { x, y: pages.y + step - BODY.size, text };
      });
    const groups: Group[] = [{ lines: set(named), tag: AGREED_NAME }];
    if (beside) pages.y += step;
    if (noted.length > 0)
      groups.push({ lines: beside ? set([` ${noted[0] ?? ""}`], MARGIN + INDENT + own) : set(noted) });
    return { lang, kids: [pages.mark(RESPONDENT, groups, BODY)] };
  }

  /** Sets lines below each other, over as many pages as it takes: a mark for each. */
  function flow(
    tag: string,
    lines: readonly string[],
    look: Look,
    indent = 0,
    beside?: (low: number, high: number) => readonly string[],
  ): readonly Mark[] {
    const step = look.size * STEP;
    const marks: Mark[] = [];
    for (let at = 0; at < lines.length;) {
      pages.need(step);
      const some = lines.slice(at, at + Math.max(1, Math.floor(pages.room / step)));
      const high = pages.y;
      const placed = some.map((text) => {
        pages.y -= step;
        return { x: MARGIN + indent, y: pages.y + step - look.size, text };
      });
      marks.push(pages.mark(tag, [{ lines: placed }], look));
      if (beside) pages.artifact(beside(pages.y + step - look.size * 1.1, high));
      at += some.length;
    }
    return marks;
  }

  function table({ caption, head, rows }: Extract<Block, { kind: "table" }>): Element {
    pages.skip(GAP);
    pages.need(6 * BODY.size * STEP);
    const captioned: Element = {
      kind: "Caption",
      lang: langOf(caption),
      kids: flow("Caption", linesOf(caption, LEAD), LEAD),
    };
    const widths = columnsOf([head, ...rows]);
    const bold: Look = { ...CELL, weight: "bold" };
    const top = shapeOf(head, widths, bold);
    // What was read once is seen again on each page that the table goes on to, unless it would fill the page.
    const again = () => {
      if (top.deep > 6) return;
      top.columns.forEach((_, at) => pages.artifact(pages.set(top.placed(at, 0, top.deep), bold)));
      rule(top.deep, bold);
    };
    const kids = [
      captioned,
      row(head, widths, bold, () => ({ kind: "TH", about: "/O/Table/Scope/Column" })),
      ...rows.map((cells) =>
        row(
          cells,
          widths,
          CELL,
          (at) => (at < 2 ? { kind: "TH", about: "/O/Table/Scope/Row" } : { kind: "TD" }),
          again,
        ),
      ),
    ];
    return { kind: "Table", lang: null, kids };
  }

  /** A row of cells; one that is longer than the page goes on on the next. */
  function row(
    cells: readonly Text[],
    widths: readonly number[],
    look: Look,
    kindOf: (at: number) => Pick<Element, "kind" | "about">,
    again: () => void = () => undefined,
  ): Element {
    const step = look.size * STEP;
    const { columns, deep, placed } = shapeOf(cells, widths, look);
    const marks = cells.map((): Mark[] => []);
    const need = (room: number) => {
      const before = pages.last;
      pages.need(room);
      if (pages.last > before) again();
    };
    need(Math.min(deep, 4) * step + 2 * PAD);
    for (let from = 0; from < deep;) {
      need(step + 2 * PAD);
      const to = Math.min(deep, from + Math.max(1, Math.floor((pages.room - 2 * PAD) / step)));
      columns.forEach((lines, at) => {
        if (lines.length > from) marks[at]?.push(pages.mark(kindOf(at).kind, [{ lines: placed(at, from, to) }], look));
      });
      rule(to - from, look);
      from = to;
    }
    return {
      kind: "TR",
      lang: null,
      kids: cells.map((cell, at) => ({ ...kindOf(at), lang: langOf(cell), kids: marks[at] ?? [] })),
    };
  }

  /** The lines of a row's cells, how many the longest has, and where some of them stand when the row begins at the pen. */
  function shapeOf(cells: readonly Text[], widths: readonly number[], look: Look) {
    const columns = cells.map((cell, at) => linesOf(cell, look, 0, (widths[at] ?? 0) - 2 * PAD));
    const placed = (at: number, from: number, to: number): readonly Placed[] => {
      const x = widths.slice(0, at).reduce((sum, width) => sum + width, MARGIN + PAD);
      const y = pages.y - PAD - look.size;
      return (columns[at] ?? []).slice(from, to).map((text, n) => ({ x, y: y - n * look.size * STEP, text }));
    };
    return { columns, deep: Math.max(1, ...columns.map(({ length }) => length)), placed };
  }

  /** The line under a row of so many lines, below which the pen stands then. */
  function rule(deep: number, look: Look): void {
    pages.y -= deep * look.size * STEP + 2 * PAD;
    pages.artifact([
      `${ink(HAIRLINE)} RG`,
      `0.7 w ${num(MARGIN)} ${num(pages.y)} m ${num(WIDTH - MARGIN)} ${num(pages.y)} l S`,
    ]);
  }

  /** How wide columns are: the longest word of each whole where that can be, what is left by how much they hold. */
  function columnsOf(rows: readonly (readonly Text[])[]): readonly number[] {
    const width = WIDTH - 2 * MARGIN;
    const measure = (words: string) => widthOf(letters, "bold", CELL.size, words);
    const columns = (rows[0] ?? []).map((_, at) => {
      const cells = rows.map((row) => legible(wordsOf(row[at] ?? EMPTY)));
      const least = Math.max(...cells.flatMap((cell) => cell.split(/\s/u)).map(measure)) + 2 * PAD + 1;
      return { least, more: Math.max(0, Math.min(240, Math.max(...cells.map(measure))) - least) + 1 };
    });
    const sum = (of: (column: (typeof columns)[number]) => number) =>
      columns.reduce((all, column) => all + of(column), 0);
    const [least, more] = [sum((column) => column.least), sum((column) => column.more)];
    return columns.map((column) =>
      least > width ? (column.least / least) * width : column.least + (column.more / more) * (width - least),
    );
  }

  function langOf(text: Text): string | null {
    return text.lang === report.lang ? null : region(text.lang);
  }

  /** The lines of a text, as wide as the page but for an indent; a blank line between paragraphs is none. */
  function linesOf(text: Text | null, look: Look, indent = 0, width = WIDTH - 2 * MARGIN - indent): readonly string[] {
    if (text === null) return [];
    const measure = (words: string) => widthOf(letters, look.weight, look.size, words);
    return legible(wordsOf(text))
      .split("\n")
      .flatMap((part) => breakText(part, width, Infinity, measure).lines)
      .map(({ text: words, whole }, at, all) => (whole && at < all.length - 1 ? `${words} ` : words));
  }
}

/** Headings as bookmarks within each other. */
function nested(
  heads: readonly Readonly<{ level: number; title: string; page: number; y: number }>[],
  pages: readonly number[],
): readonly Bookmark[] {
  const found: Bookmark[] = [];
  for (let at = 0; at < heads.length;) {
    const head = heads[at];
    if (!head) break;
    let end = at + 1;
    while ((heads[end]?.level ?? 0) > head.level) end += 1;
    const place = `[${pages[head.page] ?? 0} 0 R/XYZ 0 ${num(head.y)} null]`;
    found.push({ title: head.title, place, inside: nested(heads.slice(at + 1, end), pages) });
    at = end;
  }
  return found;
}
