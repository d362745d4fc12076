/**
 * An OpenDocument spreadsheet into sheets of text cells, unpacked and read piece by piece.
 *
 * Cells come as a person sees them; dates and times in ISO form, as the file has them. A cell or row that is repeated
 * is repeated only where it holds words, and within the limits: a million empty rows cost nothing.
 *
 * Source: OpenDocument 1.3 Part 3, 9.1 (tables), 19.385 (value types). Rules: docs/spec/import.md, I90 to I95.
 */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import type { Entry } from "#lib/format/docx/zip.ts";
import { partReader } from "./part.ts";
import { gathering, type Gathering, type Workbook, type Worksheet } from "./workbook.ts";
import { wordsIn, type Tag } from "./xml.ts";

/** Faults: `file.broken`, `file.bomb`, `file.password`. */
export function readOds(bytes: Uint8Array, entries: readonly Entry[]): Result<Workbook, ImportFault> {
  const read = partReader(bytes, entries);
  if (read.has("META-INF/manifest.xml")) {
    let locked = false;
    const manifest = read.walk("META-INF/manifest.xml", {
      open: ({ name }) => (locked ||= name === "encryption-data"),
      close() {},
      text() {},
    });
    if (!manifest.ok) return manifest;
    if (locked) return no({ code: "file.password" });
  }
  const sheets: Worksheet[] = [];
  const unseen = new Set<string>(); // styles of tables that are not shown
  let style = "";
  let sheet: Gathering | null = null;
  let name = "";
  let hidden = false;
  let line = 0; // of the row before
  let rowTimes = 1;
  let column = 0;
  let kept: { column: number; times: number; words: string }[] = [];
  let cell: { times: number; value: string | null; paragraphs: string[]; words: string } | null = null;
  let inText = 0;
  let aside = 0; // within notes, comments, drawings
  let tables = 0;

  const times = (tag: Tag, what: string) => {
    const count = Number(tag.get(what) ?? 1);
    return Number.isSafeInteger(count) && count > 0 ? count : 1;
  };
  const say = (words: string) => {
    if (cell && inText > 0 && aside === 0 && cell.words.length <= LIMIT.cell) cell.words += words;
  };
  const walked = read.walk("content.xml", {
    open(tag) {
      const local = tag.name;
      if (aside > 0 && !ASIDE.has(local)) return;
      if (ASIDE.has(local)) aside += 1;
      else if (local === "style") style = tag.get("family") === "table" ? (tag.get("name") ?? "") : "";
      else if (local === "table-properties" && style !== "" && tag.get("display") === "false") unseen.add(style);
      else if (local === "table") {
        tables += 1;
        if (tables > 1) return;
        sheet = gathering();
        name = tag.get("name") ?? "";
        hidden = unseen.has(tag.get("style-name") ?? "");
        line = 0;
      } else if (tables > 1 || !sheet) return;
      else if (local === "table-row") {
        rowTimes = times(tag, "number-rows-repeated");
        column = 0;
        kept = [];
      } else if (local === "table-cell" || local === "covered-table-cell")
        cell = { times: times(tag, "number-columns-repeated"), value: valueOf(tag), paragraphs: [], words: "" };
      else if (local === "p" || local === "h") {
        inText += 1;
        if (cell) cell.words = "";
      } else if (local === "s") say(" ".repeat(Math.min(LIMIT.cell, times(tag, "c"))));
      else if (local === "tab") say("\t");
      else if (local === "line-break") say("\n");
    },
    text(bytes, from, to, plain) {
      if (cell && inText > 0 && aside === 0) say(collapsed(wordsIn(bytes, from, to, plain), cell.words));
    },
    close(local) {
      if (ASIDE.has(local)) aside -= 1;
      else if (aside > 0) return;
      else if (local === "table") {
        tables -= 1;
        if (tables > 0 || !sheet) return;
        sheets.push(sheet.done(name, hidden));
        sheet = null;
      } else if (tables > 1 || !sheet) return;
      else if ((local === "p" || local === "h") && inText > 0) {
        inText -= 1;
        cell?.paragraphs.push(cell.words);
      } else if ((local === "table-cell" || local === "covered-table-cell") && cell) {
        const words = cell.value ?? cell.paragraphs.join("\n").replace(/\r\n?/g, "\n");
        if (words !== "") kept.push({ column, times: cell.times, words });
        column += cell.times;
        cell = null;
      } else if (local === "table-row") {
        if (kept.length > 0) place(sheet);
        line += rowTimes;
      }
    },
    enough: () => sheets.length > LIMIT.entries,
  });
  if (!walked.ok) return walked;
  return sheets.length === 0 ? no({ code: "file.broken", part: "document" }) : yes({ format: "ods", sheets });

  function place(into: Gathering): void {
    for (let row = 1; row <= rowTimes && !into.full(); row += 1)
      for (const { column: at, times: many, words } of kept)
        for (let n = 0; n < many && !into.full() && (n === 0 || words.trim() !== ""); n += 1)
          into.cell(line + row, at + n, words);
  }
}

const ASIDE: ReadonlySet<string> = new Set([
  "annotation",
  "note",
  "frame",
  "custom-shape",
  "ruby-text",
  "tracked-changes",
]);

/** A value that is better told by the file than by its look: dates, times, yes and no. Null: as it looks. */
function valueOf(tag: Tag): string | null {
  const type = tag.get("value-type");
  if (type === "date") {
    const date = tag.get("date-value");
    return date === undefined ? null : date.replace(/T00:00:00(?:[.,]0+)?Z?$/, "").replace(/[.,]\d+Z?$/, "");
  }
  if (type === "time") {
    const time = /^-?PT?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(tag.get("time-value") ?? "");
    return time === null ? null : [1, 2, 3].map((part) => (time[part] ?? "0").padStart(2, "0")).join(":");
  }
  if (type === "boolean") return tag.get("boolean-value") === "true" ? "TRUE" : "FALSE";
  return null;
}

/** White space in the file is layout: one space, and none at the beginning (OpenDocument 1.3, 6.1.2). */
function collapsed(words: string, before: string): string {
  const one = words.replace(/[ \t\n\r]+/g, " ");
  return one.startsWith(" ") && (before === "" || /[ \n]$/.test(before)) ? one.slice(1) : one;
}
