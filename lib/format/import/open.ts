/**
 * The one door for files that people bring: bytes in, a draft, a sheet or a project out, or a named fault.
 *
 * Pure but for its promise (a document is unpacked asynchronously): the same bytes and options
 * always give the same answer, and nothing is saved.
 *
 * Rules: docs/spec/import.md.
 */
import type { Draft, DraftOptions, Format } from "#lib/domain/import/draft.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import type { As } from "#lib/domain/import/plan.ts";
import type { Sheet, TableOptions } from "#lib/domain/import/sheet.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import { columnsOf } from "#lib/format/csv/column.ts";
import { readSheet } from "#lib/format/csv/read.ts";
import { linesAsSheet } from "#lib/format/csv/response.ts";
import { readChat } from "#lib/format/chat/read.ts";
import { delimiterOf, isTable, readTable } from "#lib/format/csv/table.ts";
import type { Document } from "#lib/format/document/block.ts";
import { plainText, readDocument } from "#lib/format/document/read.ts";
import { officeKind, readDocx } from "#lib/format/docx/read.ts";
import { entriesOf } from "#lib/format/docx/zip.ts";
import { entities } from "#lib/format/html/entity.ts";
import { readHtml } from "#lib/format/html/read.ts";
import { readJson } from "#lib/format/json/read.ts";
import { readOdt } from "#lib/format/odt/read.ts";
import { readPdf } from "#lib/format/pdf/read.ts";
import { mainOf } from "#lib/format/refi/read/entry.ts";
import { openProject } from "#lib/format/refi/read/open.ts";
import type { OpenProject } from "#lib/format/refi/read/open.ts";
import { readRtf } from "#lib/format/rtf/read.ts";
import { templateOf, withTemplate } from "#lib/format/sheet/consult.ts";
import { likeliest, readWorkbook } from "#lib/format/sheet/read.ts";
import { surveyOf } from "#lib/format/sheet/survey.ts";
import type { Workbook } from "#lib/format/sheet/workbook.ts";
import { answersOf, ASKING } from "#lib/format/table/answers.ts";
import { speechOf } from "#lib/format/table/speech.ts";
import { rowsOfNobody } from "#lib/format/text/alternate.ts";
import { decode } from "#lib/format/text/decode.ts";
import { linesOf } from "#lib/format/text/line.ts";
import { readLines } from "#lib/format/text/read.ts";
import { captionFormat } from "#lib/format/vtt/cue.ts";
import { readCaptions } from "#lib/format/vtt/read.ts";
import { assemble } from "./assemble.ts";
import type { Piece, Read, Tally } from "./piece.ts";
import { tally } from "./piece.ts";
import { sniff, textKind } from "./sniff.ts";

export type OpenOptions = DraftOptions &
  Readonly<{
    as?: As | undefined;
    table?: TableOptions | undefined;
    respondent?: number | null | undefined; // the column that tells respondents apart, for a preview's marks
  }>;
export type Opened = Readonly<
  { kind: "transcript"; draft: Draft } | { kind: "survey"; sheet: Sheet } | { kind: "project"; project: OpenProject }
>;

/**
 * Opens a file or pasted text (as UTF-8).
 *
 * Faults: every code of `ImportFault`. Never throws for any bytes.
 */
export async function open(bytes: Uint8Array, options: OpenOptions = {}): Promise<Result<Opened, ImportFault>> {
  if (bytes.length === 0) return no({ code: "file.empty" });
  if (bytes.length > LIMIT.bytes) return no({ code: "file.too-large", bytes: bytes.length, limit: LIMIT.bytes });
  const kind = sniff(bytes);
  const drops = tally();
  if (kind === "office") return openOffice(bytes, options, drops);
  if (kind === "rtf") {
    const document = readRtf(bytes, drops);
    return document.ok ? written(document.value, "rtf", document.value.encoding, options, drops) : document;
  }
  if (kind === "pdf") {
    const document = await readPdf(bytes, drops);
    return document.ok ? written(document.value, "pdf", "unicode", options, drops) : document;
  }
  if (kind === "locked") return no({ code: "file.password" });
  if (kind === "binary") return no({ code: "file.unknown" });
  if (kind !== "text") return no({ code: `file.${kind}` });

  const { text, encoding } = decode(bytes);
  if (text.replace(/\uFEFF/g, "").trim() === "") return no({ code: "file.empty" });
  if (text.includes("\0")) return no({ code: "file.unknown" }); // no text has it, and no database takes it
  const special = textKind(text);
  if (options.as === "survey" || options.as === "comments")
    return openText(special === "html" ? plainText(readHtml(text, drops)) : text, encoding, options, drops);
  switch (special) {
    case "html":
      return written(readHtml(text, drops), "html", encoding, options, drops);
    case "chat":
      return speech(readChat(text, drops), "chat", encoding, options, drops);
    case "json": {
      const read = readJson(text, drops);
      return read === null ? no({ code: "file.json" }) : speech(read, "json", encoding, options, drops);
    }
    case "xml":
      return options.as === undefined ? no({ code: "file.xml" }) : openText(text, encoding, options, drops);
    case null:
      return openText(text, encoding, options, drops);
  }
}

/** What a reader found, as a draft. */
function speech(
  read: Read,
  format: Format,
  encoding: string,
  options: DraftOptions,
  drops: Tally,
): Result<Opened, ImportFault> {
  const draft = assemble(read, format, encoding, options, drops);
  return draft.ok ? yes({ kind: "transcript", draft: draft.value }) : draft;
}

/** What stands in a document, as a draft. */
function written(
  document: Document,
  format: Format,
  encoding: string,
  options: DraftOptions,
  drops: Tally,
): Result<Opened, ImportFault> {
  return speech(readDocument(document, options, drops), format, encoding, options, drops);
}

async function openOffice(bytes: Uint8Array, options: OpenOptions, drops: Tally): Promise<Result<Opened, ImportFault>> {
  const entries = entriesOf(bytes);
  if (!entries.ok) return entries;
  if (mainOf(entries.value)) {
    const project = openProject(bytes);
    return project.ok ? yes({ kind: "project", project: project.value }) : project;
  }
  const names = entries.value.map((entry) => entry.name);
  if (names.includes("mimetype") && names.includes("content.xml")) {
    const head = String.fromCharCode(...bytes.subarray(0, 200));
    if (head.includes("opendocument.spreadsheet")) {
      const book = readWorkbook(bytes, entries.value, "ods");
      return book.ok ? openWorkbook(book.value, options, drops) : book;
    }
    const document = readOdt(bytes, entries.value, drops);
    return document.ok ? written(document.value, "odt", "utf-8", options, drops) : document;
  }
  const kind = officeKind(names);
  if (kind === "xlsx") {
    const book = readWorkbook(bytes, entries.value, "xlsx");
    return book.ok ? openWorkbook(book.value, options, drops) : book;
  }
  if (kind !== "docx") return no({ code: `file.${kind}` });
  const document = await readDocx(bytes, drops);
  return document.ok ? written(document.value, "docx", "utf-8", options, drops) : document;
}

/** A table that is a transcript, whole; null where it is none, or a person wants its rows as lines. */
function tableOf(
  all: readonly (readonly string[])[],
  { dialect, column }: Pick<DraftOptions, "dialect" | "column">,
  drops: Tally,
): Read | null {
  const turns = dialect === "alternate" || dialect === "questions";
  if (dialect !== undefined && dialect !== "table" && !turns) return null;
  const rows = all.filter((row) => !row.every((cell) => /^\s*(?::?-{2,}:?)?\s*$/.test(cell))); // a line below the headings
  const asked = turns ? null : answersOf(rows, drops, true, column);
  if (asked) return { dialect: "table", pieces: asked.pieces, warnings: [], columns: asked.choice, asking: ASKING };
  const dropped = tally(); // counts only if the reading is kept
  const said = speechOf(rows, dropped, column);
  const nobodys = said?.pieces.every(isNobodys) ?? false;
  if (turns && !nobodys) return null;
  drops.add(dropped);
  if (said === null) return null;
  const read: Read = nobodys
    ? rowsOfNobody(said.pieces, dialect)
    : { dialect: "table", pieces: said.pieces, warnings: [] };
  return { ...read, columns: said.choice };
}

function isNobodys({ label }: Piece): boolean {
  return label === null;
}

function openWorkbook(book: Workbook, options: OpenOptions, drops: Tally): Result<Opened, ImportFault> {
  const template = templateOf(book.sheets);
  const at = options.table?.sheet ?? template?.responses ?? likeliest(book.sheets);
  const chosen = book.sheets[at];
  if (!chosen) return no({ code: "rows.none" });
  if (chosen.fault) return no(chosen.fault);
  if (options.as === undefined || options.as === "transcript") {
    const found = tableOf(chosen.rows, options, drops);
    if (found) return speech(found, book.format, "utf-8", options, drops);
    if (options.as === "transcript") {
      const lines = chosen.rows.map((row) => row.join("\t").trimEnd()).join("\n");
      const read = readLines(linesOf(lines), { dialect: options.dialect, markdown: false, paragraphs: true }, drops);
      return speech(read, book.format, "utf-8", options, drops);
    }
  }
  const origin = {
    format: book.format,
    delimiter: "",
    encoding: "utf-8",
    sheets: book.sheets.map(({ name, hidden, rows, fault }) => ({
      name,
      hidden,
      rows: rows.length,
      columns: rows[0]?.length ?? 0,
      fault: fault?.code ?? null,
    })),
    sheet: at,
  };
  const sheet = surveyOf(chosen, origin, { name: chosen.name, headings: options.table?.headings });
  if (!sheet.ok) return sheet;
  return yes({
    kind: "survey",
    sheet:
      template?.responses === at
        ? { ...sheet.value, tool: "consult", columns: withTemplate(sheet.value.columns, template) }
        : sheet.value,
  });
}

function openText(text: string, encoding: string, options: OpenOptions, drops: Tally): Result<Opened, ImportFault> {
  if (options.as === "comments") {
    const { headers, rows, lines } = linesAsSheet(text);
    if (rows.length > LIMIT.rows) return no({ code: "rows.too-many", count: rows.length, limit: LIMIT.rows });
    const columns = columnsOf(headers, rows).map((column) => ({
      ...column,
      use: "question" as const,
      reason: "free-text" as const,
    }));
    return yes({
      kind: "survey",
      sheet: {
        format: "csv",
        sheets: [],
        sheet: null,
        headers,
        rows,
        lines,
        headerRows: 0,
        delimiter: "\n",
        encoding,
        tool: "unknown",
        columns,
        blanks: [],
        previews: 0,
        dialogues: 0,
      },
    });
  }
  const captions = options.as === "survey" ? null : captionFormat(text);
  if (captions) return speech(readCaptions(text, options.dialect, drops), captions, encoding, options, drops);
  const delimiter = isTable(text) ? delimiterOf(text) : null;
  if (delimiter !== null && options.as !== "survey") {
    const table = readTable(text, delimiter);
    const found = table.ok ? tableOf(table.value.rows, options, drops) : null;
    if (found) return speech(found, delimiter === "\t" ? "tsv" : "csv", encoding, options, drops);
  }
  if (options.as === "survey" || (options.as === undefined && delimiter !== null)) {
    const sheet = readSheet(text, encoding, options.table);
    return sheet.ok ? yes({ kind: "survey", sheet: sheet.value }) : sheet;
  }
  const markdown = /^(?:#{1,6} \S|\*\*[^*\n]{1,60}\*\*)/m.test(text);
  const words = markdown ? entities(text, drops) : text;
  const read = readLines(linesOf(words), { dialect: options.dialect, markdown, paragraphs: false }, drops);
  return speech(read, markdown ? "markdown" : "text", encoding, options, drops);
}
