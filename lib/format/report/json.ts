/**
 * A report as data (.json), for programs of others; the published schema says what each field means.
 *
 * Indented, so that two versions of a report can be compared line by line. Rules: docs/spec/report.md, R14, R29 to R31.
 */
import { region, wordsOf } from "#lib/domain/report/model.ts";
import type { Block, Report, Text } from "#lib/domain/report/model.ts";
import { lengthOf } from "#lib/domain/text/points.ts";
import type { QuoteLine } from "./gather.ts";
import type { ReportFile, TextInFile } from "./json-shape.ts";

/** A quote of a theme, veiled. */
export type ToldQuote = Readonly<{
  theme: Text;
  quote: Text;
  published: readonly Readonly<{
    statement: Text;
    use: "supports" | "contradicts";
    text: Text;
    translation: Text | null;
  }>[];
  by: Text | null;
  tags: readonly Text[];
}> &
  Pick<QuoteLine, "arm" | "use">;

/** Writes the file, UTF-8 with a line end behind it. */
export function json(report: Report, quotes: readonly ToldQuote[]): Uint8Array {
  const file: ReportFile = {
    format: "carthen-report",
    version: 4,
    language: report.lang === "cy" ? "cy-GB" : "en-GB",
    title: told(report.title),
    blocks: report.blocks.map(blockOf),
    quotes: quotes.map(({ theme, quote, published, by, tags, arm, use }) => ({
      theme: told(theme),
      quote: told(quote),
      published: published.map(({ statement, use: cited, text, translation }) => ({
        statement: told(statement),
        use: cited,
        text: told(text),
        translation: translation && told(translation),
      })),
      by: by && told(by),
      tags: tags.map(told),
      arm,
      use,
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

function blockOf(block: Block): ReportFile["blocks"][number] {
  switch (block.kind) {
    case "heading":
      return { kind: "heading", level: block.level, text: told(block.text) };
    case "paragraph":
      return { kind: "paragraph", lead: block.lead ?? false, text: told(block.text) };
    case "quote":
      return {
        kind: "quote",
        text: told(block.text),
        translation: block.translation ? told(block.translation.text) : null,
        by: block.by ? told(block.by) : null,
      };
    case "list":
      return { kind: "list", items: block.items.map(told) };
    case "respondents":
      return {
        kind: "respondents",
        items: block.items.map(({ name, note }) => ({ name, note: note && told(note) })),
      };
    case "table":
      return {
        kind: "table",
        caption: told(block.caption),
        head: block.head.map(told),
        rows: block.rows.map((row) => row.map(told)),
      };
  }
}

function told(text: Text): TextInFile {
  let at = 0;
  const replaced = text.pieces.flatMap((piece) => {
    const start = at;
    at += lengthOf(piece.text);
    if (piece.replaced) return [{ start, end: at }];
    if (!piece.edited) return [];
    const { length } = piece.text; // of an edit the blanks beside its brackets are left out
    return [{ start: start + length - piece.text.trimStart().length, end: at - length + piece.text.trimEnd().length }];
  });
  return { language: region(text.lang), text: wordsOf(text).toWellFormed(), replaced };
}
