/**
 * Where the headings of a survey's table end and the answers begin.
 *
 * Tools write one, two or three rows above the answers, and people write a banner above those.
 *
 * Rules: docs/spec/import.md, I22.
 */
import type { Sheet } from "#lib/domain/import/sheet.ts";
import { NUMBER, STAMP } from "./kind.ts";

type Rows = readonly (readonly string[])[];
export type Headings = Readonly<{ headers: string[]; headerRows: number; tool: Sheet["tool"] }>;

/**
 * @param sheet - the name of the sheet in a workbook, which tells some tools
 * @param said - how many rows a person says there are
 */
export function headingsOf(rows: Rows, sheet = "", said?: number): Headings {
  const found = recognise(rows, sheet);
  if (said === undefined || said === found.headerRows) return found;
  const last = rows[said - 1];
  const above = rows[said - 2];
  const width = rows[0]?.length ?? 0;
  const headers = !last ? Array.from({ length: width }, () => "") : above ? filled(above, last) : last.map(clean);
  return { headers, headerRows: Math.min(said, rows.length), tool: found.tool };
}

function recognise(rows: Rows, sheet: string): Headings {
  const named =
    /^(?:form(?:s)? responses?|formularantworten|réponses au formulaire|respuestas de formulario|ymatebion(?: y)? ffurflen|respostas ao formulário|risposte del modulo)\b|^第\s*\d+\s*张表单回复|^表單回應|^フォームの回答/i.test(
      sheet.trim(),
    );
  if (headless(rows))
    return { headers: (rows[0] ?? []).map(() => ""), headerRows: 0, tool: named ? "google-forms" : "unknown" };
  const found = headed(rows);
  return named ? { ...found, tool: "google-forms" } : found;
}

/**
 * No headings at all: where every answer below is a time or a number, so is the first row.
 *
 * A time is proof enough; numbers may be headings too (years, scales) unless they stand within those below.
 */
function headless(rows: Rows): boolean {
  const [first, ...below] = rows.slice(0, 200);
  if (!first || below.length < 2) return false;
  let numbers = 0;
  let alike = 0;
  for (const [at, cell] of first.entries()) {
    const values = below.map((row) => (row[at] ?? "").trim()).filter((value) => value !== "");
    if (values.length < 2) continue;
    const all = (rule: RegExp) => values.filter((value) => rule.test(value)).length >= values.length * 0.9;
    if (all(STAMP) && !all(NUMBER)) return STAMP.test(cell.trim());
    if (!all(NUMBER)) continue;
    numbers += 1;
    const amounts = values.map(Number).filter(Number.isFinite);
    const own = cell.trim() === "" ? Number.NaN : Number(cell);
    if (own >= Math.min(...amounts) && own <= Math.max(...amounts)) alike += 1;
  }
  return numbers >= 3 && alike === numbers;
}

function headed(rows: Rows): Headings {
  const top = banner(rows);
  const first = rows[top] ?? [];
  const second = rows[top + 1] ?? [];
  const third = rows[top + 2] ?? [];
  const tool = toolOf(first);

  if (
    third.length > 0 &&
    third.filter((cell) => /^\s*\{\s*"?ImportId"?/i.test(cell)).length >= Math.max(1, third.length / 2)
  ) {
    return { headers: merged(first, second), headerRows: top + 3, tool: "qualtrics" };
  }
  if (
    second.length > 0 &&
    second.filter((cell) => /^\s*\{\s*"?ImportId"?/i.test(cell)).length >= Math.max(1, second.length / 2)
  ) {
    return { headers: first.map(clean), headerRows: top + 2, tool: "qualtrics" };
  }
  if (codes(first) && !codes(second) && questionsBelow(first, second, rows.slice(top + 2, top + 30))) {
    return { headers: merged(first, second), headerRows: top + 2, tool: tool === "unknown" ? "qualtrics" : tool };
  }
  if (rows.length > top + 2 && choicesBelow(first, second)) {
    return { headers: filled(first, second), headerRows: top + 2, tool };
  }
  return { headers: first.map(clean), headerRows: top + 1, tool };
}

/** Rows at the top with one single filled cell, where the rows below hold more. */
function banner(rows: Rows): number {
  const width = rows[0]?.length ?? 0;
  if (width < 3) return 0;
  let top = 0;
  while (top < 10 && top < rows.length - 2 && count(rows[top]) <= 1 && count(rows[top + 1]) + count(rows[top + 2]) >= 4)
    top += 1;
  return top;
}

function toolOf(headers: readonly string[]): Sheet["tool"] {
  const has = (name: RegExp) => headers.some((header) => name.test(header.trim()));
  const first = (headers[0] ?? "").trim();
  if (
    (has(/^StartDate$/) && has(/^(?:RecordedDate|ResponseId|Finished)$/)) ||
    (has(/^RecordedDate$/) && has(/^(?:UserLanguage|Duration \(in seconds\))$/))
  )
    return "qualtrics";
  if (has(/^UserID$/) && has(/^(?:UserNo|Tracking Link|Unique ID)$/)) return "smartsurvey";
  if (has(/^(?:Collector\s?ID|collector_id)$/i) || has(/^Respondent\s?ID$/)) return "surveymonkey";
  if (has(/^Time Started$/) && has(/^Date Submitted$/)) return "surveygizmo";
  if (first === "#" && has(/^(?:Submit Date \(UTC\)|Network ID)$/)) return "typeform";
  if (has(/^Unique Response (?:Number|ID)$/i)) return "jisc";
  if (
    has(/^(?:Response|Answer) ID$|^Antwort[- ]ID$/) ||
    (has(/^(?:id|submitdate)$/) && has(/^(?:lastpage|startlanguage)$/))
  )
    return "limesurvey";
  if (
    /^(?:Timestamp|Zeitstempel|Horodateur|Stamp Amser|Marca temporal|Tijdstempel|Tidsstämpel|Tidsstempel|Informazioni cronologiche|Carimbo de data\/hora|Sygnatura czasowa|タイムスタンプ|时间戳记|時間戳記|Отметка времени)$/.test(
      first,
    )
  )
    return "google-forms";
  if (has(/^Start time$/) && has(/^Completion time$/)) return "microsoft-forms";
  return "unknown";
}

/** Short codes without spaces: Q1, Q12_4_TEXT, StartDate. */
function codes(row: readonly string[]): boolean {
  const full = row.filter((cell) => cell.trim() !== "");
  const plain = full.filter((cell) => /^[\p{L}\p{N}_.#-]{1,40}$/u.test(cell.trim())).length;
  return plain >= full.length * 0.9 && full.some((cell) => /^Q\d|_TEXT$|^StartDate$/.test(cell.trim()));
}

function questionsBelow(first: readonly string[], second: readonly string[], answers: Rows): boolean {
  const full = second.filter((cell) => cell.trim() !== "");
  if (full.length < first.filter((cell) => cell.trim() !== "").length * 0.8) return false;
  const words = (cells: readonly string[]) =>
    cells.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / Math.max(1, cells.length);
  const below = answers.flat().filter((cell) => cell.trim() !== "");
  const asking = full.filter((cell) => /[?:]|Selected Choice|\bText$/.test(cell)).length;
  return words(full) >= 4 && asking >= full.length * 0.3 && words(full) > words(below) * 1.2;
}

/** SurveyMonkey's second row: "Response", or the choices of a question whose heading stands only above the first. */
function choicesBelow(first: readonly string[], second: readonly string[]): boolean {
  const words = second.filter((cell) => /^\s*(?:Open-Ended )?Response\s*$/i.test(cell)).length;
  const gaps = first.filter((cell, at) => cell.trim() === "" && (second[at] ?? "").trim() !== "").length;
  if (words >= 1 && (gaps > 0 || (second[0] ?? "").trim() === "")) return true;
  return (
    gaps >= 2 &&
    gaps >= first.length * 0.2 &&
    second.filter((cell) => /^\s*[\d.,/:-]+\s*$/.test(cell)).length < second.length * 0.2
  );
}

/** Question text; the code where there is none. */
function merged(names: readonly string[], questions: readonly string[]): string[] {
  return names.map((name, at) => clean(questions[at] ?? "") || clean(name));
}

function filled(questions: readonly string[], choices: readonly string[]): string[] {
  let question = "";
  return questions.map((cell, at) => {
    if (cell.trim() !== "") question = clean(cell);
    const choice = clean(choices[at] ?? "");
    return choice === "" || /^(?:open-ended )?response$/i.test(choice) || choice === question
      ? question
      : question === ""
        ? choice
        : `${question} – ${choice}`;
  });
}

/** A heading on one line; the words stay. What a tool would have filled in (LimeSurvey, Qualtrics) is told by an ellipsis. */
function clean(cell: string): string {
  return cell
    .replace(/^\uFEFF/, "")
    .replace(/\{INSERTANS:[^}]*\}|\$\{[a-z]+:\/\/[^}]*\}/gi, "…")
    .replace(/\s+/g, " ")
    .trim();
}

function count(row: readonly string[] | undefined): number {
  return row?.filter((cell) => cell.trim() !== "").length ?? 0;
}
