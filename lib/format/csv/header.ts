/**
 * Where the headings of a survey's table end and the answers begin.
 *
 * Tools write one, two or three rows above the answers, and people write a banner above those.
 *
 * Rules: docs/spec/import.md, I22.
 */
import type { Sheet } from "#lib/domain/import/sheet.ts";

type Rows = readonly (readonly string[])[];
export type Headings = Readonly<{ headers: string[]; headerRows: number; tool: Sheet["tool"] }>;

export function headingsOf(rows: Rows): Headings {
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
  if (has(/^StartDate$/) && has(/^(?:RecordedDate|ResponseId|Finished)$/)) return "qualtrics";
  if (has(/^UserID$/) && has(/^(?:UserNo|Tracking Link|Unique ID)$/)) return "smartsurvey";
  if (has(/^Respondent\s?ID$/i)) return "surveymonkey";
  if (
    has(/^(?:Response|Answer) ID$|^Antwort ID$/) ||
    (has(/^(?:id|submitdate)$/) && has(/^(?:lastpage|startlanguage)$/))
  )
    return "limesurvey";
  if (/^(?:Timestamp|Zeitstempel|Horodateur|Stamp Amser)$/.test((headers[0] ?? "").trim())) return "google-forms";
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

/** A heading on one line; the words stay. */
function clean(cell: string): string {
  return cell
    .replace(/^\uFEFF/, "")
    .replace(/\s+/g, " ")
    .trim();
}

function count(row: readonly string[] | undefined): number {
  return row?.filter((cell) => cell.trim() !== "").length ?? 0;
}
