/**
 * Where a line names its speaker: the ways seen in real transcripts, one small reader each.
 *
 * A reader only says "this line could begin a turn by …". Whether the file really is of
 * that dialect is decided over all its lines (dialect.ts).
 */
import type { Dialect } from "#lib/domain/import/draft.ts";
import { isNameLike, isNobody, isPart, LABEL } from "./label.ts";
import type { Line } from "./line.ts";
import { BRACKETED, CLOCK, clocks } from "./time.ts";

/** A possible beginning of a turn. `mark` is what would be dropped as the label. */
export type Head = Readonly<{
  label: string;
  rest: string;
  mark: string;
  startMs: number | null;
  endMs: number | null;
  timed: boolean;
}>;

export type LineDialect = Exclude<
  Dialect,
  | "plain"
  | "written"
  | "alternate"
  | "questions"
  | "inline"
  | "voice"
  | "cue-label"
  | "cue"
  | "table"
  | "tiers"
  | "data"
>;
export const LINE_DIALECTS: readonly LineDialect[] = [
  "bracket",
  "name-time",
  "time-name",
  "bold",
  "colon",
  "dash",
  "alone",
  "number",
  "initials",
];

const TIME = `(?:${BRACKETED}|${CLOCK}(?:\\s*[-–]\\s*${CLOCK})?)`;

const pattern = {
  bracket: new RegExp(
    `^(?:\\\\?\\[|[(<])(${LABEL})\\s?:?(?:\\\\?\\]|[)>])\\s*(${TIME})?\\s*(?:[:–—-]\\s+|:\\s*|$)?(.*)$`,
    "u",
  ),
  nameTime: new RegExp(`^(${LABEL})[\\s,|-]+(${TIME})\\s*$`, "u"),
  timeName: new RegExp(`^(${TIME})[\\s|-]+(${LABEL})\\s*$`, "u"),
  colon: new RegExp(
    `^(?:(${TIME})[\\s|-]*)?(${LABEL})\\s*(${BRACKETED})?\\s*[:：](?!//|(?<=\\d:)\\d\\d)\\s*(${BRACKETED}(?:\\s|$))?\\s*(.*)$`,
    "u",
  ),
  // "Speaker 1 [00:00:03] text" (Trint)
  nameTimeText: new RegExp(`^(${LABEL})(?:\\s*(${BRACKETED})|[\\s,|-]+(${CLOCK}))\\s+(?:[-–—]\\s+)?(\\S.*)$`, "u"),
  gap: new RegExp(`^(${LABEL})(?:\\t+| {2,})(\\S.*)$`, "u"),
  letter: /^(Q|A)[.)]\s+(\S.*)$/u, // "Q. Why?", "A. It rained."
  mark: /^([A-Z]{1,3}\d{0,2})[/)]\s+(\S.*)$/u, // "I/ Why?", "R) It rained."
  close: /^(\p{Lu}{1,4}\d{0,2})—(\S.*)$/u, // "ME—Why?"
  dash: new RegExp(`^\\[?(${LABEL})\\]?\\s*[–—-]\\s+(.+)$`, "u"),
  markdown: new RegExp(
    `^(?:[-*+]\\s+)?(?:\\*{1,3}|__?)\\s*(${LABEL})\\s*(${BRACKETED})?\\s*(:?)\\s*(?:\\*{1,3}|__?)\\s*(${TIME})?\\s*(:?)\\s*(?:(${BRACKETED})\\s*)?(.*)$`,
    "u",
  ),
  alone: new RegExp(`^(${LABEL})$`, "u"),
  // "1: Where were you born?", "[2] In Bala."
  number: new RegExp(
    `^(?:(${TIME})[\\s|-]*)?(?:\\\\?\\[(\\d{1,2})\\\\?\\](?:\\s?[:：])?|(\\d{1,2})\\s?(?:[:：]))(?:\\s+|$|(?<=：))(${BRACKETED}(?:\\s|$))?\\s*(.*)$`,
    "u",
  ),
  initials: /^(\p{Lu}{1,4}\d{0,2})(?:\s?[:：])?\s+(\S.*)$/u, // "INT Where were you born?"
};

/** Reads a line as the beginning of a turn in one dialect; null where it cannot be one. */
export function headOf(line: Line, dialect: LineDialect): Head | null {
  const text = line.text.trim();
  if (text === "") return null;
  switch (dialect) {
    case "bracket": {
      const found = pattern.bracket.exec(text);
      if (!found) return null;
      return head(text, found[1], found[3], found[2]);
    }
    case "name-time": {
      if (/^\d/.test(text)) return null;
      const above = pattern.nameTime.exec(text);
      if (above) return head(text, above[1], "", above[2]);
      const found = pattern.nameTimeText.exec(text);
      return found ? head(text, found[1], found[4], found[2] ?? found[3]) : null;
    }
    case "time-name": {
      const found = pattern.timeName.exec(text);
      return found ? head(text, found[2], "", found[1]) : null;
    }
    case "bold":
      return bold(line, text);
    case "colon": {
      const found = pattern.colon.exec(text);
      const wide = !found || / {2}\S/.test(found[2] ?? "") ? gapped(text) : null; // "P1   The end of step 2: nothing"
      if (!found || wide) return wide;
      const label = (found[2] ?? "").replace(/^From\s+(.+?)\s+to\s+.+$/i, "$1"); // Zoom's chat: "From A to B:"
      return head(text, label, found[5], found[1] ?? found[3] ?? found[4]);
    }
    case "dash": {
      const letter = pattern.letter.exec(text);
      if (letter) return head(text, letter[1], letter[2], undefined);
      const close = pattern.close.exec(text) ?? pattern.mark.exec(text);
      if (close) return head(text, close[1], close[2], undefined);
      const found = pattern.dash.exec(text);
      return found && (isPart(found[1] ?? "") || isNameLike(found[1] ?? ""))
        ? head(text, found[1], found[2], undefined)
        : null;
    }
    case "alone": {
      const found = pattern.alone.exec(text);
      const label = found?.[1] ?? "";
      return label !== "" &&
        (isPart(label) || (isNameLike(label) && label.split(" ").length <= 4)) &&
        !isNobody(label) &&
        !/[.,!?…]$/.test(label)
        ? head(text, label, "", undefined)
        : null;
    }
    case "number": {
      const found = pattern.number.exec(text);
      return found ? head(text, found[2] ?? found[3], found[5], found[1] ?? found[4]) : null;
    }
    case "initials": {
      const [, label, words = ""] = pattern.initials.exec(text) ?? [];
      // A letter alone is a word in many languages, "I think", "A man", "O Fangor": what somebody begins to say has a capital.
      return label?.length === 1 && /^\p{Ll}/u.test(words) ? null : head(text, label, words, undefined);
    }
  }
}

/** "ME    Where were you born?": a part or initials, and a tab or a wide space where others write a colon. */
function gapped(text: string): Head | null {
  const found = pattern.gap.exec(text);
  const label = found?.[1] ?? "";
  return isPart(label) || /^\p{Lu}{2,4}$/u.test(label) ? head(text, label, found?.[2], undefined) : null;
}

function bold(line: Line, text: string): Head | null {
  if (line.bold > 0) {
    const lead = line.text.length - line.text.trimStart().length;
    const strong = line.text.slice(lead, line.bold).trim();
    const after = line.text.slice(Math.max(line.bold, lead));
    const found = new RegExp(`^(${LABEL})\\s*(${BRACKETED})?\\s*(:?)$`, "u").exec(strong);
    if (!found) return null;
    const tail = new RegExp(`^\\s*(${BRACKETED})?\\s*:?\\s*(.*)$`, "su").exec(after);
    const rest = tail?.[2] ?? after.trim();
    return head(text, found[1], rest, found[2] ?? tail?.[1]);
  }
  const heading = /^#{2,6}\s+(\S.*?)\s*$/u.exec(text)?.[1];
  if (heading !== undefined)
    return isPart(heading) || isNameLike(heading) ? head(text, heading.replace(/\s*:$/, ""), "", undefined) : null;
  const found = pattern.markdown.exec(text);
  if (!found) return null;
  const [, label, inner, colon, time, after, late, rest] = found;
  const stamp = inner ?? time ?? late;
  // Bold words at the start of a paragraph are only emphasis, unless a colon, a time or an empty line marks them.
  if (!colon && !after && stamp === undefined && rest) return null;
  return head(text, label, rest, stamp);
}

function head(
  text: string,
  label: string | undefined,
  rest: string | undefined,
  time: string | undefined,
): Head | null {
  const name = (label ?? "").trim();
  if (name === "") return null;
  const words = (rest ?? "").trim();
  const times = time === undefined ? { startMs: null, endMs: null } : clocks(time);
  const mark = words === "" ? text : text.slice(0, text.length - words.length);
  return { label: name, rest: words, mark: mark.trim(), ...times, timed: time !== undefined };
}
