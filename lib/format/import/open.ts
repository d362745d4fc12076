/**
 * The one door for files that people bring: bytes in, a draft or a sheet out, or a named fault.
 *
 * Pure but for its promise (a document is unpacked asynchronously): the same bytes and options
 * always give the same answer, and nothing is saved.
 *
 * Rules: docs/spec/import.md.
 */
import type { Draft, DraftOptions } from "#lib/domain/import/draft.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import type { As } from "#lib/domain/import/plan.ts";
import type { Sheet, TableOptions } from "#lib/domain/import/sheet.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import { columnsOf } from "#lib/format/csv/column.ts";
import { readSheet } from "#lib/format/csv/read.ts";
import { linesAsSheet } from "#lib/format/csv/response.ts";
import { isTable } from "#lib/format/csv/table.ts";
import { officeKind, readDocx } from "#lib/format/docx/read.ts";
import { entriesOf } from "#lib/format/docx/zip.ts";
import { likeliest, readWorkbook } from "#lib/format/sheet/read.ts";
import { surveyOf } from "#lib/format/sheet/survey.ts";
import type { Workbook } from "#lib/format/sheet/workbook.ts";
import { decode } from "#lib/format/text/decode.ts";
import { linesOf } from "#lib/format/text/line.ts";
import { readLines } from "#lib/format/text/read.ts";
import { captionFormat } from "#lib/format/vtt/cue.ts";
import { entities, readCaptions } from "#lib/format/vtt/read.ts";
import { assemble } from "./assemble.ts";
import { tally } from "./piece.ts";
import { sniff, textKind } from "./sniff.ts";

export type OpenOptions = DraftOptions & Readonly<{ as?: As | undefined; table?: TableOptions | undefined }>;
export type Opened = Readonly<{ kind: "transcript"; draft: Draft } | { kind: "survey"; sheet: Sheet }>;

/**
 * Opens a file or pasted text (as UTF-8).
 *
 * Faults: every code of `ImportFault`. Never throws for any bytes.
 */
export async function open(bytes: Uint8Array, options: OpenOptions = {}): Promise<Result<Opened, ImportFault>> {
  if (bytes.length === 0) return no({ code: "file.empty" });
  if (bytes.length > LIMIT.bytes) return no({ code: "file.too-large", bytes: bytes.length, limit: LIMIT.bytes });
  const kind = sniff(bytes);
  if (kind === "office") return openOffice(bytes, options);
  if (kind === "locked") return no({ code: "file.password" });
  if (kind === "binary") return no({ code: "file.unknown" });
  if (kind !== "text") return no({ code: `file.${kind}` });

  const { text, encoding } = decode(bytes);
  if (text.replace(/\uFEFF/g, "").trim() === "") return no({ code: "file.empty" });
  if (text.includes("\0")) return no({ code: "file.unknown" }); // no text has it, and no database takes it
  const special = textKind(text);
  if (special && options.as === undefined) return no({ code: `file.${special}` });
  return openText(text, encoding, options);
}

async function openOffice(bytes: Uint8Array, options: OpenOptions): Promise<Result<Opened, ImportFault>> {
  const entries = entriesOf(bytes);
  if (!entries.ok) return entries;
  const names = entries.value.map((entry) => entry.name);
  if (names.includes("mimetype") && names.includes("content.xml")) {
    const head = String.fromCharCode(...bytes.subarray(0, 200));
    if (!head.includes("opendocument.spreadsheet")) return no({ code: "file.odt" });
    const book = readWorkbook(bytes, entries.value, "ods");
    return book.ok ? openWorkbook(book.value, options) : book;
  }
  const kind = officeKind(names);
  if (kind === "xlsx") {
    const book = readWorkbook(bytes, entries.value, "xlsx");
    return book.ok ? openWorkbook(book.value, options) : book;
  }
  if (kind !== "docx") return no({ code: `file.${kind}` });
  const drops = tally();
  const document = await readDocx(bytes, drops);
  if (!document.ok) return document;
  const read = readLines(document.value.lines, { dialect: options.dialect, markdown: false, paragraphs: true }, drops);
  const draft = assemble(
    { ...read, warnings: [...document.value.warnings, ...read.warnings] },
    "docx",
    "utf-8",
    options,
    drops,
  );
  return draft.ok ? yes({ kind: "transcript", draft: draft.value }) : draft;
}

function openWorkbook(book: Workbook, options: OpenOptions): Result<Opened, ImportFault> {
  const at = options.table?.sheet ?? likeliest(book.sheets);
  const chosen = book.sheets[at];
  if (!chosen) return no({ code: "rows.none" });
  if (chosen.fault) return no(chosen.fault);
  const sheet = surveyOf(chosen, {
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
  });
  return sheet.ok ? yes({ kind: "survey", sheet: sheet.value }) : sheet;
}

function openText(text: string, encoding: string, options: OpenOptions): Result<Opened, ImportFault> {
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
      },
    });
  }
  const captions = options.as === "survey" ? null : captionFormat(text);
  const drops = tally();
  if (captions) {
    const read = readCaptions(text, options.dialect, drops);
    const draft = assemble(read, captions, encoding, options, drops);
    return draft.ok ? yes({ kind: "transcript", draft: draft.value }) : draft;
  }
  if (options.as === "survey" || (options.as === undefined && isTable(text))) {
    const sheet = readSheet(text, encoding);
    return sheet.ok ? yes({ kind: "survey", sheet: sheet.value }) : sheet;
  }
  const markdown = /^(?:#{1,6} \S|\*\*[^*\n]{1,60}\*\*)/m.test(text);
  const words = markdown ? entities(text, drops) : text;
  const read = readLines(linesOf(words), { dialect: options.dialect, markdown, paragraphs: false }, drops);
  const draft = assemble(read, markdown ? "markdown" : "text", encoding, options, drops);
  return draft.ok ? yes({ kind: "transcript", draft: draft.value }) : draft;
}
