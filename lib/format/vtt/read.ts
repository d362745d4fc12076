/**
 * Captions into speech: who says it by voice tag or label, captions of one speaker joined, repetitions of live captions taken out.
 *
 * Rules: docs/spec/import.md, I17 to I19.
 */
import type { Dialect } from "#lib/domain/import/draft.ts";
import { entities } from "#lib/format/html/entity.ts";
import type { Piece, Read, Tally } from "#lib/format/import/piece.ts";
import { elect, keyOf, LABEL } from "#lib/format/text/label.ts";
import { apart } from "#lib/format/text/overlap.ts";
import { BRACKETED } from "#lib/format/text/time.ts";
import type { Cue } from "./cue.ts";
import { readCues } from "./cue.ts";

type Said = { label: string | null; text: string; startMs: number; endMs: number };

const LABELLED = new RegExp(`^(?:[-–>]+\\s*)?(?:\\[(${LABEL})\\]\\s*:?|(${LABEL})\\s?[:：])(?!//)(?:\\s+|$)(.*)$`, "u");
const ROUND = new RegExp(`^(?:[-–>]+\\s*)?(?:\\((${LABEL})\\)()\\s*:?)(?:\\s+|$)(.*)$`, "u");
const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]*)>/gi;
// Only tags that captions know. "<[?]>" is a transcriber's note and stays.
const TAG = /<\/?(?:c|i|b|u|v|lang|ruby|rt|font)(?:[.\s][^>]*)?>|<\d[\d:.]*>|\{\\an?\d\}/gi;

export function readCaptions(text: string, dialect: Dialect | undefined, tally: Tally): Read {
  const { cues, warnings } = readCues(text, tally);
  const rolled = unroll(cues, tally);
  const voices = rolled.some((cue) => cue.lines.some((line) => /<v[.\s]/i.test(line)));
  if (voices && dialect !== "cue" && dialect !== "cue-label") {
    const said = byVoice(rolled, tally).map((item) => withoutMarks(item, tally));
    const known = new Set(said.flatMap(({ label }) => (label === null ? [] : [keyOf(label)])));
    return { dialect: "voice", pieces: apart(spokenTurns(said, tally), known, tally), warnings };
  }

  const clean = rolled.map((cue) => ({
    ...cue,
    lines: cue.lines.map((line) => plainLine(line, tally)).filter((line) => line !== ""),
  }));
  if (dialect !== "cue") {
    for (const pattern of [LABELLED, ROUND]) {
      const labels = speakersOf(clean, pattern, dialect === "cue-label");
      if (labels.size > 0) {
        const turns = spokenTurns(byLabel(clean, pattern, labels, tally), tally);
        return { dialect: "cue-label", pieces: apart(turns, labels, tally), warnings };
      }
    }
  }
  if (dialect !== "cue") {
    const named = byName(clean, tally);
    if (named !== null) return { dialect: "cue-label", pieces: spokenTurns(named, tally), warnings };
  }
  const said = clean.filter((cue) => cue.lines.length > 0).map((cue) => oneLine(null, cue.lines, cue, tally));
  return { dialect: "cue", pieces: paragraphs(said, tally), warnings };
}

/** Live captions show the line before once more above the new one. Taken out only where the file does so throughout. */
function unroll(cues: readonly Cue[], tally: Tally): readonly Cue[] {
  const bare = (line: string) => line.replace(TAG, "").trim();
  let repeats = 0;
  let able = 0;
  for (const [at, cue] of cues.entries()) {
    const before = cues[at - 1]?.lines.at(-1);
    if (before === undefined || cue.lines.length === 0) continue;
    able += 1;
    if (bare(cue.lines[0] ?? "") === bare(before) && bare(before) !== "") repeats += 1;
  }
  if (repeats < 5 || repeats < able * 0.3) return cues;
  const shown: Cue[] = [];
  let last = "";
  for (const cue of cues) {
    const lines = cue.lines.filter((line) => bare(line) !== "");
    if (lines.length > 0 && bare(lines[0] ?? "") === last) tally.drop("rolling", bare(lines.shift() ?? ""));
    if (lines.length === 0) continue;
    last = bare(lines.at(-1) ?? "");
    shown.push({ ...cue, lines });
  }
  return shown;
}

function byVoice(cues: readonly Cue[], tally: Tally): Said[] {
  const said: Said[] = [];
  let speaker: string | null = null; // carries over captions without a tag
  for (const cue of cues) {
    let lines: string[] = [];
    const close = (cueAt: Cue) => {
      const full = lines.filter((line) => line !== "");
      if (full.length > 0) said.push(oneLine(speaker, full, cueAt, tally));
      lines = [];
    };
    for (const line of cue.lines) {
      let from = 0;
      for (const tag of line.matchAll(VOICE)) {
        const before = plainLine(line.slice(from, tag.index), tally);
        if (before !== "") lines.push(before);
        const name = plainLine(tag[1] ?? "", tally).replace(/^\/\/\s*/, ""); // "<v //S02>": while another speaks
        if (name !== "") {
          if (keyOf(name) !== keyOf(speaker ?? "")) close(cue);
          speaker = name;
        }
        tally.drop("label", tag[0]);
        from = tag.index + tag[0].length;
      }
      lines.push(plainLine(line.slice(from), tally));
    }
    close(cue);
  }
  return said;
}

const REPEATED = new RegExp(`^(?://)?\\s?(${LABEL})\\s?:\\s+(?:${BRACKETED}\\s*)?(?=\\S)`, "u");

/** What noScribe repeats in a caption with a voice: "S02: [00:00:12] …", and "//" where two spoke at once. */
function withoutMarks(item: Said, tally: Tally): Said {
  let { text } = item;
  const named = REPEATED.exec(text);
  if (named && item.label !== null && keyOf(named[1] ?? "") === keyOf(item.label)) {
    tally.drop("label", named[0]);
    text = text.slice(named[0].length);
  }
  // A mark that is alone in its caption has its other half in another one.
  const alone = (text.match(/\/\//g)?.length ?? 0) === 1;
  const bare = alone ? text.replace(/^\/\/\s?|\s?\/\/$/u, "") : text.replace(/^\/\/\s?([^/]+?)\s?\/\/$/u, "$1");
  if (bare !== text) tally.drop("overlap", text);
  return { ...item, text: bare };
}

function speakersOf(cues: readonly Cue[], pattern: RegExp, loose: boolean): ReadonlySet<string> {
  const seen = new Map<string, number>();
  let full = 0;
  for (const cue of cues) {
    if (cue.lines.length > 0) full += 1;
    for (const line of cue.lines) {
      const found = pattern.exec(line);
      const label = (found?.[1] || found?.[2])?.trim();
      if (label) seen.set(label, (seen.get(label) ?? 0) + 1);
    }
  }
  if (loose) return new Set([...seen.keys()].map(keyOf));
  const told = [...seen.values()].reduce((sum, count) => sum + count, 0);
  // Names of devices and accounts are no names, but they stand before nearly every caption.
  const accepted = elect(seen, full, told >= full * 0.8 && seen.size <= Math.max(2, full / 4));
  if (pattern === ROUND && (told < full * 0.3 || accepted.size < 2)) return new Set(); // "(Video Playing)", now and then
  if (accepted.size > 0) return accepted;
  // Captions name a speaker only when the speaker changes, so a few names in a long file are enough.
  return elect(seen, Math.min(full, told), false);
}

function byLabel(cues: readonly Cue[], pattern: RegExp, labels: ReadonlySet<string>, tally: Tally): Said[] {
  const said: Said[] = [];
  let speaker: string | null = null; // a caption without a name goes on with the one before
  for (const cue of cues) {
    let lines: string[] = [];
    for (const line of cue.lines) {
      const found = pattern.exec(line);
      const label = (found?.[1] || found?.[2])?.trim();
      if (found && label && labels.has(keyOf(label))) {
        if (lines.length > 0) said.push(oneLine(speaker, lines, cue, tally));
        const words = (found[3] ?? "").trim();
        tally.drop("label", line.slice(0, line.length - words.length));
        speaker = label;
        lines = words === "" ? [] : [words];
      } else lines.push(line);
    }
    if (lines.length > 0) said.push(oneLine(speaker, lines, cue, tally));
  }
  return said;
}

/** "Mari Evans There are several things": a name without a colon begins nearly all captions, and few names do. */
function byName(cues: readonly Cue[], tally: Tally): Said[] | null {
  const named = /^(\p{Lu}[\p{L}'’.-]+ \p{Lu}[\p{L}'’.-]+)\s+(?=\S)/u;
  const full = cues.filter((cue) => cue.lines.length > 0);
  const seen = new Map<string, number>();
  for (const cue of full) {
    const name = named.exec(cue.lines[0] ?? "")?.[1];
    if (name !== undefined) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const known = new Set([...seen].filter(([, count]) => count >= 2).map(([name]) => name));
  const told = [...seen].reduce((sum, [name, count]) => (known.has(name) ? sum + count : sum), 0);
  if (full.length < 6 || told < full.length * 0.8 || known.size > Math.max(2, full.length / 4)) return null;
  let speaker: string | null = null;
  return full.map((cue) => {
    const [first = "", ...more] = cue.lines;
    const name = named.exec(first)?.[1];
    if (name === undefined || !known.has(name)) return oneLine(speaker, cue.lines, cue, tally);
    speaker = name;
    tally.drop("label", name);
    return oneLine(speaker, [first.slice(name.length).trim(), ...more], cue, tally);
  });
}

function oneLine(label: string | null, lines: readonly string[], cue: Cue, tally: Tally): Said {
  for (let breaks = 1; breaks < lines.length; breaks += 1) tally.drop("cue-join");
  return { label, text: lines.join(" "), startMs: cue.startMs, endMs: cue.endMs };
}

/** Consecutive captions of one speaker are one turn; those of nobody become paragraphs. */
export function spokenTurns(said: readonly Said[], tally: Tally): Piece[] {
  const pieces: Piece[] = [];
  let nobody: Said[] = [];
  const flush = () => {
    for (const piece of paragraphs(nobody, tally)) pieces.push(piece);
    nobody = [];
  };
  for (const item of said) {
    if (item.label === null) {
      nobody.push(item);
      continue;
    }
    flush();
    const last = pieces.at(-1);
    if (last && last.label !== null && keyOf(last.label) === keyOf(item.label)) append(last, item, tally);
    else pieces.push({ ...item });
  }
  flush();
  return pieces;
}

/** Without speakers: a new paragraph at the end of a sentence once there is enough to read, after a pause, or when it grows long. */
function paragraphs(said: readonly Said[], tally: Tally): Piece[] {
  const pieces: Piece[] = [];
  for (const item of said) {
    const last = pieces.at(-1);
    const pause = last ? item.startMs - (last.endMs ?? item.startMs) : 0;
    const done =
      last === undefined ||
      pause > 4000 ||
      item.text.startsWith(">>") || // broadcasters mark so that another speaks
      (last.text.length >= 320 && /[.?!…。？！]["”’)]?$/.test(last.text)) ||
      last.text.length >= 1200;
    if (done) pieces.push({ ...item });
    else append(last, item, tally);
  }
  return pieces;
}

function append(piece: Piece, item: Said, tally: Tally): void {
  piece.text += ` ${item.text}`;
  piece.endMs = Math.max(piece.endMs ?? 0, item.endMs);
  tally.drop("cue-join");
}

/** Caption markup away, character references read, white space at the ends off. */
function plainLine(line: string, tally: Tally): string {
  const bare = line.replace(TAG, (tag) => {
    if (!/^<\/?v/i.test(tag)) tally.drop("markup", tag);
    return "";
  });
  return entities(bare, tally).trim();
}
