/**
 * Tables in which each row is a question with its answers: "Question | Answer", "Question | P1 | P2", perhaps with a translation.
 *
 * The question is a turn of who asks, each answer one of who answers; a column headed with a part ("Participant 2") is that
 * speaker, else they are "Q" and "A". Of several languages the first is what was said; translations are left out.
 *
 * Rules: docs/spec/import.md, I85 and I86.
 */
import type { DraftColumn } from "#lib/domain/import/draft.ts";
import { entities } from "#lib/format/html/entity.ts";
import type { Piece, Tally } from "#lib/format/import/piece.ts";
import { isPart, saysItAsks } from "#lib/format/text/label.ts";
import { choiceOf, isTranslation, namesLanguage } from "./language.ts";

type Rows = readonly (readonly string[])[];
export type Answers = Readonly<{
  top: number;
  width: number; // columns of the table
  question: number;
  answers: readonly Readonly<{ at: number; label: string }>[];
  among: readonly number[]; // of one answer: the columns that it may stand in
}>;

const QUESTION =
  /^(?:(?:interview |guide )?questions?|prompts?|cwestiwn|cwestiynau|fragen?|preguntas?|perguntas?|domand[ae]|问题|質問)(?:\s?\(.{1,30}\))?$/iu;
const ANSWER =
  /^(?:(?:(?:interviewee|respondent|participant)(?:['’]s)? )?(?:answers?|responses?|repl(?:y|ies))|ateb(?:ion)?|ymateb(?:ion)?|antwort(?:en)?|réponses?|respuestas?|respostas?|rispost[ae]|回答|答案)$/iu;
/** A question mark at the end, whatever closes after it. */
const ASKED = /[?？؟]["”’»“)\s]*$/u;
const BESIDE =
  /^(?:no\.?|nr\.?|#|number|question (?:no\.?|number)|rhif|notes?|comments?|nodiadau|time(?:code| ?stamp)?|amser)?$/iu;

/** Keys of who asks in such a table. */
export const ASKING: readonly string[] = ["q"];

/**
 * The pieces of a table of answers, or null where it is none.
 *
 * @param alone - the table is a file of its own, where answers of many people are a survey: no other columns, no question twice
 * @param wish - a person's choice of the column that is the answer; held to where that may be
 * @param like - the columns of the table of answers before it in the same document
 */
export function answersOf(
  rows: Rows,
  tally: Tally,
  alone: boolean,
  wish: number | undefined,
  like: Answers | null = null,
): Readonly<{ pieces: readonly Piece[]; columns: Answers; choice: readonly DraftColumn[] }> | null {
  const found = headed(rows, alone) ?? (alone ? null : (goingOn(rows, like) ?? bare(rows)));
  if (found === null) return null;
  const columns =
    wish !== undefined && found.among.includes(wish) ? { ...found, answers: [{ at: wish, label: "A" }] } : found;
  const pieces: Piece[] = [];
  const say = (label: string | null, cell: string) => {
    const text = entities(cell, tally).trim();
    if (text !== "") pieces.push({ label, text, startMs: null, endMs: null });
  };
  const above = particularsIn(rows, columns);
  for (const [at, row] of rows.entries()) {
    const cell = (column: number) => (row[column] ?? "").trim();
    const full = row.filter((value) => value.trim() !== "");
    if (at === columns.top - 1 || QUESTION.test(cell(columns.question))) {
      tally.drop("table-heading", full.join(" · "));
      continue;
    }
    const [only = ""] = full;
    if (
      at < columns.top ||
      above.has(at) ||
      (full.length === 1 && !/[?？]/u.test(only) && cell(columns.question) === only.trim())
    ) {
      say(null, full.join(" "));
      continue;
    }
    const [mark = "", words = ""] = full.map((value) => value.trim());
    if (full.length === 2 && mark === cell(columns.question) && !/[\p{L}\p{N}]/u.test(mark)) {
      say(/[?？]$/u.test(words) ? "Q" : "A", `${mark} ${words}`); // a bullet beside its words
      continue;
    }
    say("Q", cell(columns.question));
    const told = columns.answers.filter((answer) => cell(answer.at) !== "");
    for (const answer of told) say(answer.label, cell(answer.at));
    for (const [column, value] of row.entries()) {
      if (value.trim() === "" || column === columns.question || told.some((answer) => answer.at === column)) continue;
      // Where the answer's own cell is empty, a PDF has put it beside, or there is only the translation of it.
      if (told.length === 0 && columns.answers.length === 1 && /\p{L}/u.test(value)) say("A", value);
      else tally.drop("table-column", value);
    }
  }
  if (!pieces.some(({ label }) => label !== null && label !== "Q")) return null;
  const [answer] = columns.answers;
  return { pieces, columns, choice: choiceOf(columns.among, answer?.at ?? -1, rows[columns.top - 1] ?? []) };
}

/** "Respondent | M2", "Duration | 23 minutes": short rows just above the headings, wherever those come again. */
function particularsIn(rows: Rows, columns: Answers): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [at, row] of rows.entries()) {
    if (at < columns.top || !QUESTION.test((row[columns.question] ?? "").trim())) continue;
    for (let above = at - 1; above >= columns.top; above -= 1) {
      const cells = (rows[above] ?? []).filter((cell) => cell.trim() !== "");
      if (!cells.every((cell) => cell.split(/\s+/).length <= 4 && !/[?？]/u.test(cell))) break;
      found.add(above);
    }
  }
  return found;
}

function headed(rows: Rows, alone: boolean): Answers | null {
  for (const [at, row] of rows.slice(0, alone ? 3 : 8).entries()) {
    const headings = row.map((cell) =>
      cell
        .replace(/^\uFEFF/, "")
        .replace(/\s*[:：]$/u, "")
        .trim(),
    );
    const question = headings.findIndex((heading) => QUESTION.test(heading));
    if (question < 0) continue;
    const columns = [...headings.keys()].filter((column) => column !== question);
    const parts = columns.filter(
      (column) =>
        isPart(headings[column] ?? "") && !saysItAsks(headings[column] ?? "") && !ANSWER.test(headings[column] ?? ""),
    );
    const named = columns.filter((column) => ANSWER.test(headings[column] ?? ""));
    const spoken = columns.filter((column) => namesLanguage(headings[column] ?? ""));
    const answers =
      parts.length > 0
        ? parts.map((column) => ({ at: column, label: headings[column] ?? "" }))
        : [...named, ...spoken].slice(0, 1).map((column) => ({ at: column, label: "A" }));
    if (answers.length === 0) continue;
    if (alone) {
      const known = (column: number) =>
        BESIDE.test(headings[column] ?? "") ||
        namesLanguage(headings[column] ?? "") ||
        isTranslation(headings[column] ?? "");
      if (columns.some((column) => !answers.some((answer) => answer.at === column) && !known(column))) return null;
      const asked = rows
        .slice(at + 1)
        .map((one) => (one[question] ?? "").trim())
        .filter(Boolean);
      if (new Set(asked).size < asked.length) return null;
    }
    const translated = columns.filter((column) => isTranslation(headings[column] ?? ""));
    const among = parts.length > 0 ? [] : [...new Set([...named, ...spoken, ...translated])].toSorted((a, b) => a - b);
    return { top: at + 1, width: widthOf(rows), question, answers, among };
  }
  return null;
}

/** A table that goes on after a break: as wide, and with questions where they were. */
function goingOn(rows: Rows, like: Answers | null): Answers | null {
  if (like === null) return null;
  if (widthOf(rows) !== like.width) return null;
  const full = rows.flatMap((row) => (row[like.question] ?? "").trim() || []);
  const asked = full.filter((cell) => ASKED.test(cell));
  return asked.length > 0 && asked.length * 2 >= full.length ? { ...like, top: 0 } : null;
}

function widthOf(rows: Rows): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/** Without headings: two columns, questions in the first and none in the second. */
function bare(rows: Rows): Answers | null {
  if (rows.length < 3 || rows.some((row) => row.length !== 2)) return null;
  const asked = (column: number) => rows.filter((row) => ASKED.test(row[column] ?? "")).length / rows.length;
  return asked(0) >= 0.8 && asked(1) <= 0.2
    ? { top: 0, width: 2, question: 0, answers: [{ at: 1, label: "A" }], among: [1] }
    : null;
}
