/**
 * An Excel workbook into sheets of text cells, unpacked and read piece by piece.
 *
 * Cells come as a person sees them: shared and inline strings without their styling, what formulas last gave, dates by
 * their style. Dimensions that a sheet claims, validations, styles of empty cells and whole columns cost nothing, as
 * only cells with a value are kept. Macros, links, drawings and comments are never unpacked.
 *
 * Source: ECMA-376 Part 1, 18.3 (worksheets), 18.4 (strings), 18.8 (styles). Rules: docs/spec/import.md, I90 to I95.
 */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import type { Entry } from "#lib/format/docx/zip.ts";
import { formatOf, GENERAL, numberShown, type Format } from "./number.ts";
import { partReader, type PartReader } from "./part.ts";
import { gathering, type Workbook, type Worksheet } from "./workbook.ts";
import { wordsIn } from "./xml.ts";

/** Faults: `file.broken`, `file.bomb`, `file.password`. */
export function readXlsx(bytes: Uint8Array, entries: readonly Entry[]): Result<Workbook, ImportFault> {
  const read = partReader(bytes, entries);
  const book = outline(read);
  if (!book.ok) return book;
  const strings = sharedStrings(read, book.value.strings);
  if (!strings.ok) return strings;
  const formats = cellFormats(read, book.value.styles);
  if (!formats.ok) return formats;
  const sheets: Worksheet[] = [];
  for (const { name, hidden, part } of book.value.sheets) {
    const sheet = readSheet(read, part, strings.value, formats.value, book.value.from1904);
    if (!sheet.ok) return sheet;
    sheets.push(sheet.value.done(name, hidden));
  }
  return sheets.length === 0 ? no({ code: "file.broken", part: "document" }) : yes({ format: "xlsx", sheets });
}

type Outline = Readonly<{
  sheets: readonly Readonly<{ name: string; hidden: boolean; part: string }>[];
  strings: string | null;
  styles: string | null;
  from1904: boolean;
}>;

/** Which sheets there are, and where their parts lie. Sheets of charts and macros are none. */
function outline(read: PartReader): Result<Outline, ImportFault> {
  const main = read.names.find((name) => /^xl\/workbook\d*\.xml$/i.test(name)) ?? "xl/workbook.xml";
  const listed: { name: string; hidden: boolean; link: string }[] = [];
  let from1904 = false;
  const book = read.walk(main, {
    open(tag) {
      if (tag.name === "sheet")
        listed.push({
          name: tag.get("name") ?? "",
          hidden: /hidden/i.test(tag.get("state") ?? ""),
          link: tag.get("id") ?? "",
        });
      else if (tag.name === "workbookPr") from1904 = /^(?:1|true|on)$/i.test(tag.get("date1904") ?? "");
    },
    close() {},
    text() {},
  });
  if (!book.ok) return book;
  const parts = new Map<string, string>();
  let strings: string | null = null;
  let styles: string | null = null;
  const links = read.walk(main.replace(/([^/]+)$/, "_rels/$1.rels"), {
    open(tag) {
      if (tag.name !== "Relationship" || /^external$/i.test(tag.get("TargetMode") ?? "")) return;
      const kind = tag.get("Type") ?? "";
      const target = (tag.get("Target") ?? "").replace(/\\/g, "/");
      const part = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
      if (kind.endsWith("/worksheet")) parts.set(tag.get("Id") ?? "", part);
      else if (kind.endsWith("/sharedStrings")) strings = part;
      else if (kind.endsWith("/styles")) styles = part;
    },
    close() {},
    text() {},
  });
  if (!links.ok) return links;
  const sheets = listed.flatMap(({ link, ...sheet }) => {
    const part = parts.get(link);
    return part === undefined ? [] : [{ ...sheet, part }];
  });
  return yes({ sheets, strings, styles, from1904 });
}

/** Strings that cells refer to by number; runs of styled text are joined, readings above characters left out. */
function sharedStrings(read: PartReader, part: string | null): Result<readonly string[], ImportFault> {
  const strings: string[] = [];
  if (part === null || !read.has(part)) return yes(strings);
  let words = "";
  let inText = false;
  let aside = 0;
  let characters = 0;
  const walked = read.walk(part, {
    open({ name }) {
      if (name === "si") words = "";
      else if (name === "rPh") aside += 1;
      else if (name === "t") inText = aside === 0;
    },
    text(bytes, from, to, plain) {
      if (inText) words += wordsIn(bytes, from, to, plain);
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") aside -= 1;
      else if (name === "si") {
        strings.push(unescape(words));
        characters += words.length;
      }
    },
    enough: () => characters > LIMIT.sheet,
  });
  if (!walked.ok) return walked;
  if (characters > LIMIT.sheet) return no({ code: "file.bomb", bytes: characters, limit: LIMIT.sheet });
  return yes(strings);
}

/** What each cell style makes of a number. */
function cellFormats(read: PartReader, part: string | null): Result<readonly Format[], ImportFault> {
  if (part === null || !read.has(part)) return yes([]);
  const codes = new Map<number, string>();
  const numbers: number[] = [];
  let within = false;
  const walked = read.walk(part, {
    open(tag) {
      if (tag.name === "numFmt") codes.set(Number(tag.get("numFmtId")), tag.get("formatCode") ?? "");
      else if (tag.name === "cellXfs") within = true;
      else if (tag.name === "xf" && within) numbers.push(Number(tag.get("numFmtId") ?? 0));
    },
    close(name) {
      if (name === "cellXfs") within = false;
    },
    text() {},
    enough: () => numbers.length > 100_000,
  });
  if (!walked.ok) return walked;
  const known = new Map<number, Format>();
  return yes(
    numbers.map((number) => {
      const format = known.get(number) ?? formatOf(number, codes.get(number));
      known.set(number, format);
      return format;
    }),
  );
}

function readSheet(
  read: PartReader,
  part: string,
  strings: readonly string[],
  formats: readonly Format[],
  from1904: boolean,
) {
  const sheet = gathering();
  let line = 0;
  let column = -1;
  let type: string | undefined;
  let style = 0;
  let value = "";
  let reading = false;
  let aside = 0;
  let inData = false;
  const walked = read.walk(part, {
    open(tag) {
      const { name } = tag;
      if (name === "c") {
        const place = tag.get("r");
        column = place === undefined ? column + 1 : columnOf(place);
        type = tag.get("t");
        style = Number(tag.get("s") ?? 0);
        value = "";
      } else if (name === "v") reading = inData;
      else if (name === "t") reading = inData && aside === 0 && type === "inlineStr";
      else if (name === "row") {
        const place = Number(tag.get("r") ?? Number.NaN);
        line = Number.isSafeInteger(place) && place > 0 ? place : line + 1;
        column = -1;
      } else if (name === "rPh") aside += 1;
      else if (name === "sheetData") inData = true;
    },
    text(bytes, from, to, plain) {
      if (reading) value += wordsIn(bytes, from, to, plain);
    },
    close(name) {
      if (name === "v" || name === "t") reading = false;
      else if (name === "rPh") aside -= 1;
      else if (name === "sheetData") inData = false;
      else if (name === "c" && inData && value !== "") sheet.cell(line, column, shown());
    },
    enough: () => sheet.full(),
  });
  return walked.ok ? yes(sheet) : walked;

  function shown(): string {
    if (type === "s") return strings[Number(value)] ?? "";
    if (type === "inlineStr" || type === "str") return unescape(value);
    if (type === "b") return value.trim() === "1" || value.trim() === "true" ? "TRUE" : "FALSE";
    if (type === "e") return value;
    if (type === "d") return value.replace(/T00:00:00(?:\.0+)?Z?$/, "").replace(/\.0+Z?$/, "");
    const number = Number(value);
    return Number.isFinite(number) ? numberShown(number, formats[style] ?? GENERAL, from1904) : value;
  }
}

/** "AB12" is column 27. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length && at < 4; at += 1) {
    const letter = place.charCodeAt(at) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + (letter - 0x40);
  }
  return column - 1;
}

/** `_x000D_` stands for a character that XML cannot hold. Line ends become LF, as everywhere (I2). */
function unescape(words: string): string {
  const plain = words.includes("_x")
    ? words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)))
    : words;
  return (plain.includes("\r") ? plain.replace(/\r\n?/g, "\n") : plain).replaceAll("\0", "");
}
