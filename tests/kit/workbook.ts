/** Writes small workbooks for tests, as Excel and LibreOffice write them: sheets of rows of cells. */
import { strToU8, zipSync } from "fflate";

/** Text, or the XML of a cell's inside with its attributes. Null: no cell at all. */
type Cell = string | number | boolean | Readonly<{ attributes: string; inside: string }> | null;
type Sheet = Readonly<{ name: string; hidden?: boolean; rows: readonly (readonly Cell[])[] }>;

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const escaped = (words: string) =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The letters above a column, from 0. */
function letters(column: number): string {
  const first = Math.floor(column / 26);
  return `${first === 0 ? "" : letters(first - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

/**
 * @param formats - number formats by style: style 1 has the first of them
 * @param shared - the inside of `<si>` elements, for cells with `t="s"`
 * @param extra - what stands beside the table in each sheet's XML
 */
export function xlsx(
  sheets: readonly Sheet[],
  {
    formats = [],
    shared = [],
    extra = "",
    from1904 = false,
    level = 6,
  }: Readonly<{
    formats?: readonly string[];
    shared?: readonly string[];
    extra?: string;
    from1904?: boolean;
    level?: 0 | 6;
  }> = {},
): Uint8Array {
  const cell = (value: Cell, line: number, column: number) => {
    const place = `r="${letters(column)}${line}"`;
    if (value === null) return "";
    if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
    if (typeof value === "boolean") return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === "string")
      return value === "" ? "" : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    return `<c ${place} ${value.attributes}>${value.inside}</c>`;
  };
  const parts: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      `<?xml version="1.0"?><workbook ${MAIN} xmlns:r="${LINKS}"><workbookPr date1904="${from1904}"/><sheets>${sheets
        .map(
          ({ name, hidden }, at) =>
            `<sheet name="${escaped(name)}" sheetId="${at + 1}" ${hidden ? 'state="hidden" ' : ""}r:id="rId${at + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${sheets
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${LINKS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="s" Type="${LINKS}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="t" Type="${LINKS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/sharedStrings.xml": strToU8(`<sst ${MAIN}>${shared.map((one) => `<si>${one}</si>`).join("")}</sst>`),
    "xl/styles.xml": strToU8(
      `<styleSheet ${MAIN}><numFmts>${formats
        .map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`)
        .join("")}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
        .map((_, at) => `<xf numFmtId="${200 + at}"/>`)
        .join("")}</cellXfs></styleSheet>`,
    ),
  };
  for (const [at, { rows }] of sheets.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `<?xml version="1.0"?><worksheet ${MAIN}><dimension ref="A1:XFD1048576"/><sheetData>${rows
        .map(
          (row, line) =>
            `<row r="${line + 1}">${row.map((value, column) => cell(value, line + 1, column)).join("")}</row>`,
        )
        .join("")}</sheetData>${extra}</worksheet>`,
    );
  return zipSync(parts, { level });
}

/** Cells that are objects give the attributes and the inside of a `table:table-cell`. */
export function ods(sheets: readonly Sheet[], parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const cell = (value: Cell) => {
    if (value === null || value === "") return "<table:table-cell/>";
    if (typeof value === "object") return `<table:table-cell ${value.attributes}>${value.inside}</table:table-cell>`;
    const type =
      typeof value === "number"
        ? `office:value-type="float" office:value="${value}"`
        : typeof value === "boolean"
          ? `office:value-type="boolean" office:boolean-value="${value}"`
          : 'office:value-type="string"';
    const lines = String(value)
      .split("\n")
      .map(
        (line) =>
          `<text:p>${escaped(line)
            .replace(/^ | (?= )| $/g, "<text:s/>")
            .replaceAll("\t", "<text:tab/>")}</text:p>`,
      );
    return `<table:table-cell ${type}>${lines.join("")}</table:table-cell>`;
  };
  const content = `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${sheets
    .map(
      ({ name, hidden, rows }) =>
        `<table:table table:name="${escaped(name)}" table:style-name="${hidden ? "ta2" : "ta1"}"><table:table-column table:number-columns-repeated="16384"/>${rows
          .map((row) => `<table:table-row>${row.map(cell).join("")}</table:table-row>`)
          .join(
            "",
          )}<table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
    )
    .join("")}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
    "content.xml": strToU8(content),
    ...Object.fromEntries(Object.entries(parts).map(([name, words]) => [name, strToU8(words)])),
  });
}
