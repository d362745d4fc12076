/**
 * Tables that are transcripts: a column says who speaks, another what is said, others perhaps when.
 *
 * Told by headings first and by values second, so that a survey with a name and a comment is not taken for speech: without
 * headings for both, the names must come back, and be words for parts in an interview or stand beside times.
 *
 * Rules: docs/spec/import.md, I55 and I56.
 */
import type { DraftColumn } from "#lib/domain/import/draft.ts";
import { entities } from "#lib/format/html/entity.ts";
import type { Piece, Tally } from "#lib/format/import/piece.ts";
import { elect, isNameLike, isPart, keyOf } from "#lib/format/text/label.ts";
import { clock } from "#lib/format/text/time.ts";
import { choiceOf, isTranslation, namesLanguage } from "./language.ts";

type Rows = readonly (readonly string[])[];
/** `text`: what was said, one of `among` where several columns may be. -1: none. */
export type Columns = Readonly<{
  top: number;
  speaker: number;
  text: number;
  start: number;
  end: number;
  among: readonly number[];
}>;

const SPEAKER =
  /^(?:speakers?|speaker (?:name|label|id)|who(?: speaks)?|voice|interlocutor|siaradwr|llais|sprecher(?:in|\*in|:in)?|sprecherkürzel|locuteur|locutrice|intervenant|orateur|hablante|falante|orador|parlante|דובר|متحدث|发言人|说话人|話者)$/iu;
const WEAK_SPEAKER = /^(?:name|person|participant|role|enw|nom|nombre|nome)$/iu;
const TEXT =
  /^(?:text|texts|transcript|transcription|transcript text|words|utterances?|speech|dialogue|dialog|said|what (?:is|was) said|sentence|segment|caption|subtitle|testun|geiriau|trawsgrifiad|transkript|transkription|gesprochen|texte|transcrição|transcripción|texto|testo|טקסט|نص|文本|内容|発話|テキスト)$/iu;
const WEAK_TEXT = /^(?:content|message|line|cynnwys|inhalt|contenu)$/iu;
const START =
  /^(?:time|times|time ?stamps?|time ?codes?|tc|start|start ?(?:time|ms|s)?|start_time|start \(.{1,12}\)|begin|from|in|amser|dechrau|zeit|zeitmarke|anfang|temps|début|tiempo|hora|tempo|inizio)$/iu;
const END = /^(?:end|end ?(?:time|ms|s)?|end_time|end \(.{1,12}\)|stop|to|out|diwedd|ende|fin|fim|fine)$/iu;

/**
 * The pieces of speech in a table, or null where it is none.
 *
 * @param wish - a person's choice of the column that is what was said; held to where that may be
 * @param like - the columns of a table of speech before it in the same document
 */
export function speechOf(
  rows: Rows,
  tally: Tally,
  wish: number | undefined,
  like: Columns | null = null,
): Readonly<{ pieces: readonly Piece[]; columns: Columns; choice: readonly DraftColumn[] }> | null {
  const found = headed(rows) ?? (like === null ? null : alike(rows, like)) ?? bare(rows);
  if (found === null) return null;
  const columns = wish !== undefined && found.among.includes(wish) ? { ...found, text: wish } : found;
  const body = rows.slice(columns.top);
  const scale = scaleOf(body, columns);
  const read = new Set([columns.speaker, columns.text, columns.start, columns.end]);
  const pieces: Piece[] = [];
  for (const [at, row] of rows.slice(0, columns.top).entries()) {
    const words = row.filter((cell) => cell.trim() !== "");
    if (at === columns.top - 1) tally.drop("table-heading", words.join(" · "));
    else if (words.length > 0) pieces.push({ label: null, text: words.join(" ").trim(), startMs: null, endMs: null });
  }
  for (const row of body) {
    const cell = (at: number) => (at < 0 ? "" : (row[at] ?? "").trim());
    const label = labelOf(cell(columns.speaker));
    const text = entities(cell(columns.text), tally);
    const startMs = timeOf(cell(columns.start), scale);
    const endMs = timeOf(cell(columns.end), scale);
    row.forEach((value, at) => {
      if (value.trim() !== "" && !read.has(at)) tally.drop("table-column", value);
    });
    if (text === "") {
      if (label !== "") tally.drop("empty-turn", label);
      continue;
    }
    if (label !== "") tally.drop("label", cell(columns.speaker));
    pieces.push({
      label: label === "" ? null : label,
      text,
      startMs,
      endMs: endMs === null || startMs === null ? endMs : Math.max(startMs, endMs),
    });
  }
  if (pieces.length === 0) return null;
  return { pieces, columns, choice: choiceOf(columns.among, columns.text, rows[columns.top - 1] ?? []) };
}

/** "DB:" in a column for speakers is DB. */
function labelOf(cell: string): string {
  return cell.replace(/\s*[:：]$/u, "").trim();
}

/** Columns by headings in one of the first rows. */
function headed(rows: Rows): Columns | null {
  for (let top = 0; top < Math.min(3, rows.length - 1); top += 1) {
    const row = (rows[top] ?? []).map((cell) => cell.replace(/^\uFEFF/, "").trim());
    const at = (name: RegExp) => row.findIndex((cell) => name.test(cell));
    const start = at(START);
    const end = at(END);
    let speaker = at(SPEAKER);
    let text = at(TEXT);
    if (speaker < 0 && text >= 0 && start >= 0) speaker = at(WEAK_SPEAKER);
    if (text < 0 && speaker >= 0) text = at(WEAK_TEXT);
    // Two languages: the first is what was said, the other a translation.
    if (text < 0 && speaker >= 0) text = row.findIndex((cell) => namesLanguage(cell));
    // "start, stop, speaker" and a heading that we do not know: the column with the most words.
    if (text < 0 && speaker >= 0 && start >= 0) text = wordiest(rows.slice(top + 1), [speaker, start, end]);
    if (text >= 0 && speaker < 0 && start >= 0 && areTimes(rows.slice(top + 1), start))
      return among({ top: top + 1, speaker: -1, text, start, end }, rows);
    if (speaker < 0 || text < 0 || speaker === text) continue;
    if (!comesBack(rows.slice(top + 1), speaker)) continue;
    return among({ top: top + 1, speaker, text, start, end }, rows);
  }
  return null;
}

/** Which columns may be what was said: those whose headings say so, and those in which as much is said in most rows. */
function among(columns: Omit<Columns, "among">, rows: Rows): Columns {
  const { top, speaker, text, start, end } = columns;
  const body = rows.slice(top);
  const signs = (at: number) => body.reduce((sum, row) => sum + (row[at] ?? "").trim().length, 0);
  const most = signs(text);
  const may = (heading: string, at: number) =>
    at === text ||
    TEXT.test(heading) ||
    namesLanguage(heading) ||
    isTranslation(heading) ||
    (signs(at) >= most * 0.4 && body.filter((row) => /\p{L}/u.test(row[at] ?? "")).length >= body.length * 0.5);
  const found = (rows[top - 1] ?? []).flatMap((heading, at) =>
    ![speaker, start, end].includes(at) && may(heading.replace(/^\uFEFF/, "").trim(), at) ? [at] : [],
  );
  return { ...columns, among: found };
}

/** A table that goes on after a break is read like the one before it. */
function alike(rows: Rows, like: Columns): Columns | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width <= Math.max(like.speaker, like.text, like.start, like.end)) return null;
  const told =
    like.speaker < 0 ? areTimes(rows, like.start) : rows.some((row) => (row[like.speaker] ?? "").trim() !== "");
  return told && rows.every((row) => (row[like.speaker] ?? "").trim().length <= 60) ? { ...like, top: 0 } : null;
}

/** Columns by their values alone: two or three of them, names that come back, times that are times. */
function bare(rows: Rows): Columns | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length < 3 || width < 2 || width > 4) return null;
  const share = (at: number, test: (cell: string) => boolean) => {
    const full = rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
    return full.length === 0 ? 0 : full.filter(test).length / full.length;
  };
  const columns = Array.from({ length: width }, (_, at) => at);
  const times = columns.filter((at) => share(at, (cell) => timeOf(cell, 1000) !== null && /:/.test(cell)) >= 0.9);
  const start = times[0] ?? -1;
  const end = times[1] ?? -1;
  const rest = columns.filter((at) => !times.includes(at));
  const [only = -1] = rest;
  if (rest.length === 1 && start >= 0 && start < only && words(rows, only) > rows.length * 4)
    return { top: 0, speaker: -1, text: only, start, end, among: [only] };
  const [speaker = -1, text = -1] = rest;
  if (rest.length !== 2) return null;
  const seen = new Map<string, number>();
  let full = 0;
  for (const row of rows) {
    const label = labelOf(row[speaker] ?? "");
    if ((row[text] ?? "").trim() !== "") full += 1;
    if (label !== "") seen.set(label, (seen.get(label) ?? 0) + 1);
  }
  const known = elect(seen, full, start >= 0);
  const told = [...seen].reduce((sum, [label, count]) => (known.has(keyOf(label)) ? sum + count : sum), 0);
  const named = [...seen.keys()].every((label) => isPart(label) || isNameLike(label));
  const parts =
    [...seen.keys()].some(isPart) ||
    (rows.length >= 6 && [...seen.keys()].every((label) => /^\p{Lu}{1,4}$/u.test(label)));
  const rich = words(rows, text) > words(rows, speaker) * 1.5;
  if (!named || seen.size < 2 || told < full * 0.8 || !rich || !comesBack(rows, speaker)) return null;
  if (!parts && start < 0) return null;
  return { top: 0, speaker, text, start, end, among: [text] };
}

/** Readings of a clock, and not the days on which forms were filled in. */
function areTimes(rows: Rows, column: number): boolean {
  const full = rows.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
  return full.length > 0 && full.filter((cell) => timeOf(cell, 1000) !== null).length >= full.length * 0.8;
}

/** Who speaks are few, and speak again. */
function comesBack(rows: Rows, column: number): boolean {
  const seen = new Map<string, number>();
  let full = 0;
  for (const row of rows) {
    const label = keyOf(labelOf(row[column] ?? ""));
    if (label === "") continue;
    full += 1;
    seen.set(label, (seen.get(label) ?? 0) + 1);
    if (label.length > 60) return false;
  }
  return full > 0 && (full < 4 || seen.size <= full / 2);
}

function wordiest(rows: Rows, not: readonly number[]): number {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  let best = -1;
  let most = 0;
  for (let at = 0; at < width; at += 1) {
    if (not.includes(at)) continue;
    const filled = rows.filter((row) => /\p{L}/u.test(row[at] ?? "")).length;
    if (filled > most * 1.05) {
      best = at;
      most = filled;
    }
  }
  return most >= rows.length * 0.5 ? best : -1;
}

function words(rows: Rows, column: number): number {
  return rows.reduce((sum, row) => sum + (row[column] ?? "").split(/\s+/).length, 0);
}

/** How many milliseconds a plain number means: columns of whole numbers beyond a day of seconds are milliseconds. */
function scaleOf(rows: Rows, columns: Columns): number {
  let whole = true;
  let most = 0;
  let count = 0;
  for (const row of rows)
    for (const at of [columns.start, columns.end]) {
      const cell = at < 0 ? "" : (row[at] ?? "").trim();
      if (!/^\d+(?:[.,]\d+)?$/.test(cell)) continue;
      count += 1;
      whole &&= !/[.,]/.test(cell);
      most = Math.max(most, Number(cell.replace(",", ".")));
    }
  return whole && count > 0 && (most > 86_400 || most / Math.max(1, rows.length) > 120) ? 1 : 1000;
}

/** A reading of the clock, in brackets or not, or a number of seconds or milliseconds. */
function timeOf(cell: string, scale: number): number | null {
  const bare = cell.replace(/^[[(]\s*/, "").replace(/\s*[\])]$/, "");
  if (/^\d+(?:[.,]\d+)?$/.test(bare)) return Math.round(Number(bare.replace(",", ".")) * scale);
  const frames = /^(\d{1,2}:\d{2}:\d{2})[:;]\d{1,2}$/.exec(bare)?.[1]; // a film's time code: frames are left aside
  const first = /^\[?(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?/.exec(frames ?? bare)?.[0];
  return first === undefined ? null : clock(first.replace("[", ""));
}
