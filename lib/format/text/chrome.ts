/**
 * Takes away what tools write around a transcript: front matter, headings of exports, footers, lines that hold only a time.
 *
 * Every line taken is counted under its rule. Times on such lines are kept for the turn that follows.
 *
 * Rules: docs/spec/import.md, I7 and I8.
 */
import type { Tally } from "#lib/format/import/piece.ts";
import { isNameLike, isPart } from "./label.ts";
import type { Line } from "./line.ts";
import { isBlank } from "./line.ts";
import { BRACKETED, CLOCK, clocks } from "./time.ts";

/** What is left: a line, or a time that stood alone. */
export type Kept = Line & { readonly time?: number };

const FOOTER = [
  /^transcribed by https?:\/\/otter\.ai\/?$/i,
  /^transcri(?:bed|pt) by (?:https?:\/\/)?(?:www\.)?(?:otter\.ai|rev\.com|rev|temi|temi\.com|trint|descript|turboscribe(?:\.ai)?|sonix(?:\.ai)?|happy scribe)\b.{0,80}$/i,
  /^\(?\[?transcribed (?:with|using) (?:otter|turboscribe|trint|descript|temi|rev|sonix)\b.{0,120}$/i,
  /^this transcript was exported on .{1,120}$/i,
  /^meeting ended after \d{1,2}:\d{2}(?::\d{2})?\b.{0,10}$/iu, // Google Meet
  /^transcript (?:created|generated|exported) (?:by|with|from) .{1,80}$/i,
];

const METADATA = [
  /^.{1,200}-\d{8}_\d{6}(?:UTC)?-Meeting (?:Transcript|Recording)(?:\.(?:docx|mp4))?$/i, // Teams
  /^\p{L}{3,12} \d{1,2}, \d{4},? \d{1,2}:\d{2}\s?(?:[AP]M)?$/u,
  /^\d{1,2} \p{L}{3,12} \d{4},? \d{1,2}:\d{2}\s?(?:[AP]M)?$/u,
  /^(?:\d{1,2}h )?\d{1,2}m \d{1,2}s$/,
  /^.{1,80} (?:started|stopped) transcription$/i,
  /^Transcribed with noScribe\b.{0,40}$/i,
  /^Audio file: .{1,400}$/i,
  /^\((?:[\p{L} ]{2,30}: ?[^|()]{0,60}\|\s?)*(?:Language|Speaker detection|Timestamps|Mark pause): ?[^|]{1,60}(?:\|.{1,250})?\)$/iu, // noScribe
  /^\p{L}{2,4}, \p{L}{3,4} \d{1,2}, \d{4} \d{1,2}:\d{2}\s?[AP]M(?: • .{1,20})?$/iu, // Otter
];

/** Leaves the lines that hold words; `time` lines stand in for times that stood alone. */
export function undress(lines: readonly Line[], tally: Tally): Kept[] {
  const body = namedTimes(withoutNumbers(withoutKeywords(withoutYaml(lines, tally), tally), tally), tally);
  const bare = new RegExp(`^\\\\?${CLOCK}\\\\?$`);
  const boxed = new RegExp(`^(?:${BRACKETED})$`);
  const timeLines = body.filter((line) => bare.test(line.text.trim())).length;
  const kept: Kept[] = [];
  let words = 0;
  for (const line of body) {
    const text = line.text.trim();
    if (text === "") {
      kept.push(line);
      continue;
    }
    if (boxed.test(text) || (timeLines >= 3 && bare.test(text))) {
      tally.drop("timestamp-line", text);
      const { startMs } = clocks(text);
      kept.push({ text: "", at: line.at, bold: 0, ...(startMs === null ? {} : { time: startMs }) });
      continue;
    }
    if (FOOTER.some((rule) => rule.test(text))) {
      tally.drop("footer", text);
      continue;
    }
    // A heading of a tool stands above the speech, apart from Teams' "stopped transcription".
    if ((words < 8 || /transcription$/i.test(text)) && METADATA.some((rule) => rule.test(text))) {
      tally.drop("metadata", text);
      continue;
    }
    if (words === 0 && /^(?:full )?transcript(?:ion)?:?$/i.test(text)) {
      tally.drop("metadata", text);
      continue;
    }
    words += 1;
    kept.push(line);
  }
  return kept;
}

/** Otter's list of keywords and of speakers above the transcript: a heading in capitals and the paragraph below it. */
function withoutKeywords(lines: readonly Line[], tally: Tally): readonly Line[] {
  const at = lines.findIndex((line) => /^SUMMARY KEYWORDS$/.test(line.text.trim()));
  if (at < 0 || lines.slice(0, at).filter((line) => !isBlank(line)).length > 6) return lines;
  const gone = new Set<Line>();
  for (const heading of [
    at,
    lines.findIndex((line, next) => next > at && next < at + 12 && /^SPEAKERS$/.test(line.text.trim())),
  ]) {
    if (heading < 0) continue;
    for (const line of lines.slice(heading, heading + 12)) {
      if (isBlank(line) && gone.has(lines[heading + 1] ?? line)) break;
      gone.add(line);
    }
  }
  for (const line of gone) if (!isBlank(line)) tally.drop("metadata", line.text);
  return lines.filter((line) => !gone.has(line));
}

/** Transcripts for analysis of talk number their lines: 1, 2, 3 … before nearly all of them. */
function withoutNumbers(lines: readonly Line[], tally: Tally): readonly Line[] {
  const numbered = /^\s*(\d{1,5})[.:)]?(?:\t|\s{1,8})(?=\S)/;
  const full = lines.filter((line) => !isBlank(line));
  const found = full.flatMap((line) => {
    const number = numbered.exec(line.text)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  const rises = found.every((number, at) => at === 0 || number === (found[at - 1] ?? 0) + 1);
  if (full.length < 4 || found.length < full.length * 0.9 || !rises) return lines;
  return lines.map((line) => {
    const mark = numbered.exec(line.text)?.[0];
    if (mark === undefined) return line;
    tally.drop("line-number", mark.trim());
    return { ...line, text: line.text.slice(mark.length), bold: Math.max(0, line.bold - mark.length) };
  });
}

const SPOKEN = "(?:\\d{1,2} hours? )?(?:\\d{1,3} minutes? )?\\d{1,2} seconds?";

/**
 * A name on one line and its time on the next, as Teams gives them when its transcript is copied: initials, the name,
 * the time, and perhaps both once more. They become one line; what is said twice is left out.
 */
function namedTimes(lines: readonly Line[], tally: Tally): readonly Line[] {
  const bare = new RegExp(`^(?:(?:${SPOKEN})?\\s*(${CLOCK})|(${SPOKEN}))$`);
  const again = new RegExp(`^(.{1,80}?)\\s+${SPOKEN}$`);
  const full = lines.filter((line) => !isBlank(line));
  const names = new Map<string, number>();
  let times = 0;
  for (const [at, line] of full.entries()) {
    if (!bare.test(line.text.trim())) continue;
    times += 1;
    const name = full[at - 1]?.text.trim() ?? "";
    if (name.length <= 80 && (isPart(name) || isNameLike(name))) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const told = [...names.values()].reduce((sum, count) => sum + count, 0);
  if (times < 2 || told < times * 0.8 || ![...names.values()].some((count) => count >= 2)) return lines;

  const joined: Line[] = [];
  for (const [at, line] of full.entries()) {
    const text = line.text.trim();
    const next = full[at + 1]?.text.trim() ?? "";
    const [, read, told] = bare.exec(next) ?? [];
    const time = read ?? (told === undefined ? undefined : clockOf(told));
    const before = full[at - 1]?.text.trim() ?? "";
    if (time !== undefined && names.has(text)) joined.push({ text: `${text}  ${time}`, at: line.at, bold: 0 });
    else if (bare.test(text) && names.has(before)) continue;
    else if (again.exec(text)?.[1] === before || names.has(again.exec(text)?.[1] ?? "")) tally.drop("metadata", text);
    else if (names.has(next) && bare.test(full[at + 2]?.text.trim() ?? "") && initialsOf(next) === text)
      tally.drop("metadata", text);
    else joined.push(line);
  }
  return joined;
}

/** "1 hour 2 minutes 3 seconds" as 1:02:03. */
function clockOf(spoken: string): string {
  const of = (unit: string) => new RegExp(`(\\d+) ${unit}`).exec(spoken)?.[1] ?? "0";
  return `${of("hour")}:${of("minute").padStart(2, "0")}:${of("second").padStart(2, "0")}`;
}

function initialsOf(name: string): string {
  const letters = name
    .replace(/\(.*\)/, "")
    .trim()
    .split(/\s+/)
    .map((word) => word.slice(0, 1).toUpperCase());
  return letters.length > 2 ? `${letters[0]}${letters.at(-1)}` : letters.join("");
}

function withoutYaml(lines: readonly Line[], tally: Tally): readonly Line[] {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0 || lines[first]?.text.trim() !== "---") return lines;
  const end = lines.findIndex((line, at) => at > first && /^(?:---|\.\.\.)\s*$/.test(line.text));
  if (end < 0 || end - first > 200) return lines;
  const inside = lines.slice(first + 1, end);
  const yaml = inside.every(
    (line) =>
      isBlank(line) ||
      /^\s*[\w-]+\s*:(?:\s|$)/.test(line.text) ||
      /^\s+/.test(line.text) ||
      /^\s*[-#]\s?/.test(line.text),
  );
  if (!yaml || inside.length === 0) return lines;
  for (const line of inside) if (!isBlank(line)) tally.drop("yaml", line.text);
  return [...lines.slice(0, first), ...lines.slice(end + 1)];
}
