/**
 * A report as .docx: real headings, lists, quotes, tables with head rows, page numbers, the language of every text.
 *
 * The library writes the present time and its own thumbprints into the file; they are taken out again, so that the same
 * report is the same bytes and the file says no more than the report. Rules: docs/spec/report.md, R14, R20 to R22.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { labelled, region, rightToLeft, wordsOf } from "#lib/domain/report/model.ts";
import type { Block, Report, Text } from "#lib/domain/report/model.ts";
import { pack } from "#lib/format/docx/pack.ts";
import { AGREED_NAME, RESPONDENT } from "./mark.ts";

const MADDER = "8F2D2A";
const SOFT = "5D544A";
const INK = "221D18";
const FONT = "Atkinson Hyperlegible Next";
const EPOCH = "2000-01-01T00:00:00Z";

/** Writes the file. */
export async function docx(report: Report): Promise<Uint8Array> {
  const language = { value: region(report.lang) };
  const head = (size: number, before: number, color = INK) => ({
    run: { size, bold: true, color, font: FONT },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const document = new Document({
    title: wordsOf(report.title),
    creator: "Carthen",
    lastModifiedBy: "Carthen",
    features: { updateFields: false },
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 23, color: INK, language },
          paragraph: { spacing: { after: 160, line: 300 } },
        },
        title: { run: { size: 44, bold: true, font: FONT, color: INK }, paragraph: { spacing: { after: 480 } } },
        heading1: head(34, 480),
        heading2: head(28, 360),
        heading3: head(25, 280),
        heading4: head(23, 240),
        listParagraph: { paragraph: { spacing: { after: 60 } } },
        caption: {
          run: { bold: true, size: 22, color: INK },
          paragraph: { spacing: { before: 120, after: 80 }, keepNext: true },
        },
      },
      paragraphStyles: [
        {
          id: "Quote",
          name: "Quote",
          basedOn: "Normal",
          next: "Normal",
          quickFormat: true,
          paragraph: {
            indent: { left: 400, right: 400 },
            border: { left: { style: BorderStyle.SINGLE, size: 18, space: 12, color: MADDER } },
          },
        },
        {
          id: "Statement",
          name: "Statement",
          basedOn: "Normal",
          next: "Normal",
          quickFormat: true,
          run: { bold: true },
          paragraph: { keepNext: true },
        },
        {
          id: "Translation",
          name: "Translation",
          basedOn: "Normal",
          next: "Normal",
          quickFormat: true,
          paragraph: { indent: { left: 400, right: 400 } },
        },
        {
          id: "Attribution",
          name: "Attribution",
          basedOn: "Normal",
          next: "Normal",
          quickFormat: true,
          run: { color: SOFT },
          paragraph: { indent: { left: 400, right: 400 } },
        },
        { id: RESPONDENT, name: RESPONDENT, basedOn: "ListParagraph", quickFormat: true },
      ],
      characterStyles: [
        { id: AGREED_NAME, name: "Respondent name", basedOn: "DefaultParagraphFont" },
        { id: "Replaced", name: "Replaced", basedOn: "DefaultParagraphFont", run: { color: SOFT } },
      ],
    },
    numbering: {
      config: [
        {
          reference: "dots",
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "•",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 500, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { margin: { top: 1300, bottom: 1300, left: 1300, right: 1300 } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [new Paragraph({ style: "Title", children: runs(report.title) }), ...report.blocks.flatMap(written)],
      },
    ],
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function written(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ style: `Heading${block.level}`, children: runs(block.text) })];
    case "paragraph":
      return [new Paragraph({ ...(block.lead ? { style: "Statement" } : {}), children: runs(block.text) })];
    case "quote":
      return [
        new Paragraph({
          style: "Quote",
          bidirectional: rightToLeft(block.text.lang),
          keepNext: block.translation !== undefined || block.by !== undefined,
          children: [run("“", block.text), ...runs(block.text), run("”", block.text)],
        }),
        ...(block.translation
          ? [
              new Paragraph({
                style: "Translation",
                keepNext: block.by !== undefined,
                children: runs(labelled(block.translation)),
              }),
            ]
          : []),
        ...(block.by ? [new Paragraph({ style: "Attribution", children: runs(block.by) })] : []),
      ];
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({ style: "ListParagraph", numbering: { reference: "dots", level: 0 }, children: runs(item) }),
      );
    case "respondents":
      return block.items.map(
        ({ name, note }) =>
          new Paragraph({
            style: RESPONDENT,
            numbering: { reference: "dots", level: 0 },
            children: [
              ...(name === null ? [] : [new TextRun({ text: name, style: AGREED_NAME })]),
              ...(note === null ? [] : [...(name === null ? [] : [new TextRun(" ")]), ...runs(note)]),
            ],
          }),
      );
    case "table":
      return [
        new Paragraph({ style: "Caption", children: runs(block.caption) }),
        table(block),
        new Paragraph({ children: [] }),
      ];
  }
}

function table(block: Extract<Block, { kind: "table" }>): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "BFB5A6" };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const cells = (row: readonly Text[], bold: boolean) =>
    row.map(
      (cell) =>
        new TableCell({
          margins: { top: 60, bottom: 60, left: 60, right: 120 },
          children: [new Paragraph({ spacing: { after: 0 }, children: runs(cell, bold) })],
        }),
    );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: none, right: none, insideVertical: none, insideHorizontal: line },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(block.head, true) }),
      ...block.rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
}

function runs(text: Text, bold = false): TextRun[] {
  return text.pieces.flatMap((piece) => {
    const lines = piece.text.split("\n");
    return lines.map((line, index) => run(line, text, { bold, replaced: piece.replaced, broken: index > 0 }));
  });
}

function run(
  words: string,
  text: Text,
  how: Readonly<{ bold?: boolean; replaced?: boolean; broken?: boolean }> = {},
): TextRun {
  return new TextRun({
    text: storable(words),
    language: { value: region(text.lang) },
    ...(how.bold ? { bold: true } : {}),
    ...(how.replaced ? { style: "Replaced" } : {}),
    ...(how.broken ? { break: 1 } : {}),
  });
}

/** Drops what XML 1.0 cannot hold. */
function storable(words: string): string {
  return words.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}

/** Gives every member the same time and order, and takes the present time out of the properties. */
function settled(bytes: Uint8Array): Uint8Array {
  const members = unzipSync(bytes);
  const core = "docProps/core.xml";
  const settledCore = strFromU8(members[core] ?? new Uint8Array()).replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    `$1${EPOCH}`,
  );
  return pack({ ...members, [core]: strToU8(settledCore) });
}
