/**
 * Captions as they come: WebVTT, SubRip, YouTube's SBV, and lines such as "[3.84 - 8.46] text".
 *
 * Tolerant on purpose. Real files have seconds of 60, ends before starts, captions without
 * words, headers, notes and blank lines where none should be; libraries throw on them.
 *
 * Rules: docs/spec/import.md, I17.
 */
import type { Warning } from "#lib/domain/import/draft.ts";
import type { Tally } from "#lib/format/import/piece.ts";

export type Cue = { startMs: number; endMs: number; lines: string[]; at: number };
export type Captions = Readonly<{ cues: readonly Cue[]; warnings: readonly Warning[] }>;
export type CaptionFormat = "vtt" | "srt" | "sbv";

const STAMP = "(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{1,2})[.,](\\d{1,3})";
const ARROW = new RegExp(`^\\s*${STAMP}\\s*-->\\s*${STAMP}`);
const COMMA = /^\s*(\d+):(\d{2}):(\d{2})\.(\d{3}),(\d+):(\d{2}):(\d{2})\.(\d{3})\s*$/;
// What Whisper prints, and TurboScribe: "[00:00:00.000 --> 00:00:02.000]  text", "(0:00 - 0:05) text".
const BOXED =
  /^\s*[[(]\s*(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?\s*(?:-->|[-–—])\s*(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?\s*[\])]\s*(\S.*)$/;
const FLOAT = /^\s*\[\s*(\d+(?:\.\d+)?)\s*-\s*(\d+(?:\.\d+)?)\s*\]\s*(.*)$/;

/** Which kind of captions a text holds; null where it holds none. */
export function captionFormat(text: string): CaptionFormat | null {
  if (/^\uFEFF?WEBVTT(?:[ \t\n]|$)/.test(text)) return "vtt";
  let arrows = 0;
  let commas = 0;
  let floats = 0;
  let full = 0;
  let dotted = 0;
  for (const line of text.slice(0, 200_000).split("\n")) {
    if (line.trim() === "") continue;
    full += 1;
    if (ARROW.test(line)) {
      arrows += 1;
      if (/\d\.\d/.test(line)) dotted += 1;
    } else if (COMMA.test(line)) commas += 1;
    else if (FLOAT.test(line) || BOXED.test(line)) floats += 1;
  }
  if (arrows >= 1 && arrows >= full * 0.1) return dotted > arrows / 2 ? "vtt" : "srt";
  if (commas >= 1 && commas >= full * 0.1) return "sbv";
  if (floats >= 2 && floats >= full * 0.5) return "sbv"; // the float form carries the same things
  return null;
}

/** Reads every caption. Cue ids, headers and notes are counted, times are kept. */
export function readCues(text: string, tally: Tally): Captions {
  const lines = text.split("\n");
  const cues: Cue[] = [];
  const warnings: Warning[] = [];
  let cue: Cue | null = null;
  let reversed = 0;
  let reversedAt = 0;
  let stray = 0;
  let strayAt = 0;

  const body: { text: string; at: number }[] = [];
  const flush = (beforeTiming: boolean) => {
    // The line right above a timing, if a blank line parts it from the words, is the next cue's id.
    if (beforeTiming && body.length > 0) {
      const last = body.at(-1);
      const before = body.at(-2);
      if (
        last &&
        last.text.trim() !== "" &&
        (before === undefined ? cue === null || /^\d+$/.test(last.text.trim()) : before.text.trim() === "")
      ) {
        tally.drop("cue-id", last.text);
        body.pop();
      }
    }
    let block: { text: string; at: number }[] = [];
    let first = true;
    const endBlock = () => {
      const [head] = block;
      if (!head) return;
      if (/^(?:NOTE|STYLE|REGION)(?:[\s:]|$)/.test(head.text.trim()))
        tally.drop("note", block.map((line) => line.text.trim()).join(" "));
      else if (cue === null) tally.drop("cue-header", block.map((line) => line.text.trim()).join(" "));
      else {
        if (!first) {
          stray += 1;
          strayAt ||= head.at;
        }
        for (const line of block) cue.lines.push(line.text.trim());
      }
      first = false;
      block = [];
    };
    for (const line of body) {
      if (line.text.trim() !== "") block.push(line);
      else {
        endBlock();
        first = false;
      }
    }
    endBlock();
    body.length = 0;
    if (cue) cues.push(cue);
    cue = null;
  };

  for (const [index, line] of lines.entries()) {
    const timing = timingOf(line);
    if (!timing) {
      body.push({ text: line, at: index + 1 });
      continue;
    }
    flush(true);
    tally.drop("cue-time");
    if (timing.endMs < timing.startMs) {
      reversed += 1;
      reversedAt ||= index + 1;
    }
    cue = { startMs: timing.startMs, endMs: Math.max(timing.startMs, timing.endMs), lines: [], at: index + 1 };
    if (timing.text !== "") cue.lines.push(timing.text);
  }
  flush(false);
  if (reversed > 0) warnings.push({ code: "times.reversed", line: reversedAt, count: reversed });
  if (stray > 0) warnings.push({ code: "cue.stray", line: strayAt, count: stray });
  return { cues, warnings };
}

function timingOf(line: string): { startMs: number; endMs: number; text: string } | null {
  const arrow = ARROW.exec(line) ?? COMMA.exec(line);
  if (arrow) return { startMs: stamp(arrow, 1), endMs: stamp(arrow, 5), text: "" };
  const boxed = BOXED.exec(line);
  if (boxed) return { startMs: stamp(boxed, 1), endMs: stamp(boxed, 5), text: (boxed[9] ?? "").trim() };
  const float = FLOAT.exec(line);
  if (float)
    return {
      startMs: Math.round(Number(float[1]) * 1000),
      endMs: Math.round(Number(float[2]) * 1000),
      text: (float[3] ?? "").trim(),
    };
  return null;
}

function stamp(found: RegExpExecArray, from: number): number {
  const [hours = "0", minutes = "0", seconds = "0", fraction = "0"] = [
    found[from],
    found[from + 1],
    found[from + 2],
    found[from + 3],
  ];
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, "0"));
}
