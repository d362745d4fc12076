/**
 * Writes a workbook (.xlsx): sheets of cells of words and counts, and nothing that calculates.
 *
 * Each sheet is one table with a name, its head row in sight while one scrolls, words wrapped, pages as wide as the sheet. Cells of
 * words have the format of text, so that what begins like a formula stays words, also when somebody edits it. No date, no
 * author and no number of a version is written. Source: ECMA-376 Part 1, 18.3 (worksheets), 18.5 (tables), 18.8 (styles), 22.4.2.4.
 * Rules: docs/spec/report.md, R14, R26 to R28.
 */
import { strToU8 } from "fflate";
import { pack } from "#lib/format/docx/pack.ts";
import { escapeXml } from "#lib/format/text/escape.ts";

export type Column = Readonly<{
  head: string;
  /** in signs of the usual size */
  width: number;
  /** whether whole numbers in it are numbers, and not words that look like some */
  counts?: boolean;
}>;
export type Leaf = Readonly<{ name: string; columns: readonly Column[]; rows: readonly (readonly string[])[] }>;
export type Book = Readonly<{
  /** BCP 47 */
  lang: string;
  title: string;
  sheets: readonly Leaf[];
}>;

/** How many signs (UTF-16) a cell holds; what is longer goes on in the row below. */
export const CELL = 32_767;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The styles of cells, by their place in `STYLES`. */
const HEAD = 1;
const WORDS = 2;
const COUNT = 3;
const TOP = '<alignment vertical="top" wrapText="1"/>';
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${TOP}</xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${TOP}</xf><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${TOP}</xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Writes the file. Names of sheets are cut to what programs take, and told apart. */
export function writeXlsx(book: Book): Uint8Array {
  const names = apart(book.sheets.map(({ name }) => name.replace(/[[\]:*?/\\]/gu, " ").slice(0, 31)));
  const members: Record<string, string> = {
    "[Content_Types].xml": contentTypes(book.sheets.length),
    "_rels/.rels": links([
      [`${LINKS}/officeDocument`, "xl/workbook.xml"],
      [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(book.title)}</dc:title><dc:creator>Carthen</dc:creator><dc:language>${escapeXml(book.lang)}</dc:language></cp:coreProperties>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><bookViews><workbookView/></bookViews><sheets>${names
      .map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": links([
      ...names.map((_, at) => [`${LINKS}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
      [`${LINKS}/styles`, "styles.xml"],
    ]),
    "xl/styles.xml": STYLES,
  };
  const tables = apart(names.map(nameOfTable));
  book.sheets.forEach((sheet, at) => {
    const heads = apart(sheet.columns.map(({ head }) => head));
    const rows = sheet.rows.length === 0 ? [heads.map(() => "")] : sheet.rows.flatMap(unfolded);
    const range = `A1:${letters(heads.length - 1)}${rows.length + 1}`;
    members[`xl/worksheets/sheet${at + 1}.xml`] = worksheet(sheet.columns, heads, rows, range, at === 0);
    members[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = links([
      [`${LINKS}/table`, `../tables/table${at + 1}.xml`],
    ]);
    members[`xl/tables/table${at + 1}.xml`] = table(at + 1, tables[at] ?? "", heads, range);
  });
  return pack(Object.fromEntries(Object.entries(members).map(([name, xml]) => [name, strToU8(XML + xml)])));
}

function worksheet(
  columns: readonly Column[],
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  range: string,
  first: boolean,
): string {
  const line = (cells: readonly string[], at: number, head: boolean) =>
    `<row r="${at}">${cells.map((words, column) => cell(words, `${letters(column)}${at}`, head ? null : columns[column])).join("")}</row>`;
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `<worksheet xmlns="${MAIN}" xmlns:r="${LINKS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${range}"/>`,
    `<sheetViews><sheetView ${first ? 'tabSelected="1" ' : ""}workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join("")}</cols><sheetData>`,
    line(heads, 1, true),
    ...rows.map((cells, at) => line(cells, at + 2, false)),
    `</sheetData><pageSetup orientation="landscape" fitToHeight="0"/>`,
    `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
  ].join("");
}

/** A cell; of the head where it has no column. */
function cell(words: string, place: string, column: Column | null | undefined): string {
  if (words === "") return column === null ? "" : `<c r="${place}" s="${WORDS}"/>`;
  if (column?.counts && /^\d{1,9}$/.test(words)) return `<c r="${place}" s="${COUNT}"><v>${words}</v></c>`;
  return `<c r="${place}" s="${column === null ? HEAD : WORDS}" t="inlineStr"><is><t xml:space="preserve">${storable(words)}</t></is></c>`;
}

function table(id: number, called: string, heads: readonly string[], range: string): string {
  const columns = heads.map((head, at) => `<tableColumn id="${at + 1}" name="${storable(head)}"/>`);
  return `<table xmlns="${MAIN}" id="${id}" name="${escapeXml(called)}" displayName="${escapeXml(called)}" ref="${range}"><autoFilter ref="${range}"/><tableColumns count="${heads.length}">${columns.join("")}</tableColumns><tableStyleInfo name="TableStyleLight1" showRowStripes="1"/></table>`;
}

/** What a table may be called after its sheet: letters, numbers and low lines, and nothing that could be the place of a cell. */
function nameOfTable(sheet: string): string {
  const name = sheet.replace(/[^\p{L}\p{N}]/gu, "_");
  return /^(?:\p{N}|[a-z]{1,3}\d+$|[rc]\d*(?:c\d*)?$)/iu.test(name) ? `_${name}` : name;
}

/** Words as OOXML holds them: what it would take for a code of a sign is written as one. */
function storable(words: string): string {
  return escapeXml(words.replace(/\r\n?/gu, "\n").replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_"));
}

/** A row whose cells are as long as they may be, and what did not fit in rows below. */
function unfolded(row: readonly string[]): readonly (readonly string[])[] {
  const parts = row.map(pieces);
  const deep = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: deep }, (_, at) => parts.map((part) => part[at] ?? ""));
}

function pieces(words: string): readonly string[] {
  if (words.length <= CELL) return [words];
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    const end = at + CELL;
    const split = /[\ud800-\udbff]/.test(words[end - 1] ?? "") ? end - 1 : end; // never within a sign
    found.push(words.slice(at, split));
    at = split;
  }
  return found;
}

/** Names, none of which is another, whatever its case: the second of equals has a number. */
function apart(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name.trim() === "" ? "–" : name;
    for (let n = 2; taken.has(own.toLowerCase()); n += 1) own = `${name.slice(0, 27)}_${n}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** The letters above a column, from 0. */
function letters(column: number): string {
  const before = Math.floor(column / 26);
  return `${before === 0 ? "" : letters(before - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

function links(all: readonly (readonly [kind: string, target: string])[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const part = (name: string, kind: string) => `<Override PartName="/${name}" ContentType="${kind}"/>`;
  const each = Array.from(
    { length: sheets },
    (_, at) =>
      part(`xl/worksheets/sheet${at + 1}.xml`, `${KIND}.worksheet+xml`) +
      part(`xl/tables/table${at + 1}.xml`, `${KIND}.table+xml`),
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("xl/workbook.xml", `${KIND}.sheet.main+xml`)}${each.join("")}${part("xl/styles.xml", `${KIND}.styles+xml`)}${part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")}</Types>`;
}
