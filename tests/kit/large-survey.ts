/** Writes a workbook as large as surveys become, piece by piece, as Excel does: every text is a shared string. */
import { closeSync, openSync, writeSync } from "node:fs";
import { strToU8, Zip, ZipDeflate } from "fflate";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CHOICES = ["Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree"];
const WORDS =
  "we went down to the water and the people there said that nobody had asked them before about letters".split(" ");

/**
 * A respondent, a day, an organisation, scales, choices, and one open question in every fifteen columns; a third of the
 * comments and a tenth of the rest are empty. The same at every run.
 */
export function writeSurvey(file: string, rows: number, columns: number): void {
  const out = openSync(file, "w");
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    writeSync(out, chunk);
  });
  const part = (name: string, write: (push: (words: string) => void) => void) => {
    const stream = new ZipDeflate(name, { level: 3 });
    zip.add(stream);
    let waiting = "";
    write((words) => {
      waiting += words;
      if (waiting.length < 1_000_000) return;
      stream.push(strToU8(waiting));
      waiting = "";
    });
    stream.push(strToU8(waiting), true);
  };
  const strings = new Map<string, number>();
  const shared = (words: string) => {
    const known = strings.get(words);
    if (known !== undefined) return known;
    strings.set(words, strings.size);
    return strings.size - 1;
  };
  const text = (words: string) => `t="s"><v>${shared(words)}</v></c>`;
  const open = (column: number) => column >= 3 && column % 15 === 5;
  const heading = (column: number) =>
    column === 0
      ? "Respondent ID"
      : column === 1
        ? "Date of the visit"
        : column === 2
          ? "Organisation name"
          : open(column)
            ? `Q${column}. Please describe what gets in the way of part ${column}`
            : `Q${column}. How much do you agree with statement ${column}?`;
  const cell = (row: number, column: number): string | null => {
    if (column === 0) return `><v>${100_000 + row}</v></c>`;
    if (column === 1) return `s="1"><v>${46_000 + (row % 90)}</v></c>`;
    if (column === 2) return text(`Cyngor ${row % 3 === 0 ? row % 40 : `Cwm ${row}`}`);
    if (open(column)) {
      if ((row + column) % 3 === 0) return null;
      const length = 8 + ((row * 7 + column) % 30);
      const said = Array.from({ length }, (_, at) => WORDS[(row * 3 + column + at * 5) % WORDS.length]).join(" ");
      return text(`${said} ${row}`);
    }
    if ((row * 31 + column) % 10 === 0) return null;
    if (column % 7 === 0) return `><v>${(row * column) % 11}</v></c>`;
    return text(CHOICES[(row * 13 + column * 5) % CHOICES.length] ?? "");
  };
  part("[Content_Types].xml", (push) => push("<Types/>"));
  part("xl/workbook.xml", (push) =>
    push(
      `<workbook ${MAIN} xmlns:r="${LINKS}"><sheets><sheet name="Responses" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
  );
  part("xl/_rels/workbook.xml.rels", (push) =>
    push(
      `<Relationships><Relationship Id="rId1" Type="${LINKS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="${LINKS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${LINKS}/styles" Target="styles.xml"/></Relationships>`,
    ),
  );
  part("xl/styles.xml", (push) =>
    push(`<styleSheet ${MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`),
  );
  const names = Array.from({ length: columns }, (_, column) => letters(column));
  part("xl/worksheets/sheet1.xml", (push) => {
    push(`<worksheet ${MAIN}><sheetData><row r="1">`);
    for (const [column, name] of names.entries()) push(`<c r="${name}1" ${text(heading(column))}`);
    for (let row = 0; row < rows; row += 1) {
      push(`</row><row r="${row + 2}">`);
      for (const [column, name] of names.entries()) {
        const inside = cell(row, column);
        if (inside !== null) push(`<c r="${name}${row + 2}" ${inside}`);
      }
    }
    push("</row></sheetData></worksheet>");
  });
  part("xl/sharedStrings.xml", (push) => {
    push(`<sst ${MAIN}>`);
    for (const words of strings.keys()) push(`<si><t>${words}</t></si>`);
    push("</sst>");
  });
  zip.end();
  closeSync(out);
}

/** The letters above a column, from 0. */
function letters(column: number): string {
  const first = Math.floor(column / 26);
  return `${first === 0 ? "" : letters(first - 1)}${String.fromCharCode(65 + (column % 26))}`;
}
