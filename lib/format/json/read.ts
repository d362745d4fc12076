/**
 * Transcripts as data: what Whisper and its kin, AssemblyAI, Deepgram, Rev, Gentle, Amazon and Google write, and plain lists
 * of who said what.
 *
 * One walk finds the list that reads most like speech: objects with words in them, by the names that tools give. Where the
 * words stand one by one, they are joined by speaker.
 *
 * Rules: docs/spec/import.md, I58.
 */
import type { Piece, Read, Tally } from "#lib/format/import/piece.ts";
import { spokenTurns } from "#lib/format/vtt/read.ts";
import { clock } from "#lib/format/text/time.ts";

type Thing = Readonly<Record<string, unknown>>;
type Said = { label: string | null; text: string; startMs: number; endMs: number };

const TEXT = [
  "text",
  "transcript",
  "words",
  "content",
  "sentence",
  "utterance",
  "body",
  "message",
  "value",
  "transcription",
  "punctuated_word",
  "punctuatedWord",
  "word",
];
const SPEAKER = [
  "speaker",
  "speaker_label",
  "speakerLabel",
  "speaker_name",
  "speakerName",
  "speakerId",
  "speaker_id",
  "speakerTag",
  "name",
  "who",
  "author",
  "user",
  "participant",
];
const START = [
  "start",
  "start_time",
  "startTime",
  "startMs",
  "start_ms",
  "begin",
  "from",
  "ts",
  "offset",
  "timestamp",
  "time",
  "startSeconds",
];
const END = ["end", "end_time", "endTime", "endMs", "end_ms", "end_ts", "to", "stop", "endSeconds"];
/** Lists in the order in which they are preferred: whole utterances before captions, captions before single words. */
const LISTS = [
  "utterances",
  "monologues",
  "paragraphs",
  "segments",
  "turns",
  "transcript",
  "transcripts",
  "results",
  "transcription",
  "captions",
  "cues",
  "chunks",
  "sentences",
  "items",
  "words",
];
const DEPTH = 12;

/** Null where nothing in it reads like speech. */
export function readJson(text: string, tally: Tally): Read | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const said = gentle(data) ?? best(data);
  if (said === null) return null;
  for (const one of said) if (one.label !== null) tally.drop("label", one.label);
  const pieces: Piece[] = spokenTurns(said, tally).map((piece) => ({
    ...piece,
    startMs: Number.isNaN(piece.startMs) ? null : piece.startMs,
    endMs: Number.isNaN(piece.endMs) ? null : piece.endMs,
  }));
  return { dialect: "data", pieces, warnings: [] };
}

/** The list that holds most words; of those that hold about as many, the one that is preferred. */
function best(data: unknown): Said[] | null {
  let found: { said: Said[]; size: number; rank: number } | null = null;
  for (const { list, name } of lists(data, "", 0)) {
    const said = saidIn(list);
    if (said === null) continue;
    const size = said.reduce((sum, one) => sum + one.text.length, 0);
    const named = said.some((one) => one.label !== null);
    const rank = (named ? 0 : 100) + (LISTS.includes(name) ? LISTS.indexOf(name) : name === "" ? 3 : LISTS.length);
    const better = found === null || size > found.size * 1.2 || (size >= found.size * 0.8 && rank < found.rank);
    if (better) found = { said, size, rank };
  }
  return found?.said ?? null;
}

function* lists(value: unknown, name: string, depth: number): Generator<{ list: readonly Thing[]; name: string }> {
  if (depth > DEPTH || typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    const things = value.filter(isThing);
    if (things.length > 0 && things.length === value.length) yield { list: things, name };
    // Channels and alternatives: the first alternative is the one that the tool believes.
    for (const child of value.slice(0, name === "alternatives" ? 1 : 50)) yield* lists(child, name, depth + 1);
    return;
  }
  for (const [key, child] of Object.entries(value)) yield* lists(child, key, depth + 1);
}

function saidIn(list: readonly Thing[]): Said[] | null {
  const said: Said[] = [];
  const milliseconds = inMilliseconds(list);
  let full = 0;
  for (const thing of list) {
    const words = wordsOf(thing);
    if (words === null) continue;
    full += 1;
    if (words.trim() === "") continue;
    const start = timeOf(thing, START, milliseconds) ?? fromWords(thing, "first", milliseconds);
    const end = timeOf(thing, END, milliseconds) ?? fromWords(thing, "last", milliseconds);
    const label = labelOf(thing);
    const last = said.at(-1);
    // A full stop of its own (Amazon, Rev) belongs to the word before it.
    if (last && /^[.,!?;:…]$/.test(words.trim()) && (thing["type"] === "punctuation" || thing["type"] === "punct")) {
      last.text += words.trim();
      continue;
    }
    said.push({
      label,
      text: words.trim(),
      startMs: start ?? Number.NaN,
      endMs: end ?? start ?? Number.NaN,
    });
  }
  return full < list.length * 0.5 || said.length === 0 ? null : said;
}

function wordsOf(thing: Thing): string | null {
  for (const key of TEXT) {
    const value = thing[key];
    if (typeof value === "string") return value;
  }
  // Rev: elements of text and punctuation; Deepgram: sentences of a paragraph; Amazon and Google: alternatives.
  for (const key of ["elements", "sentences", "alternatives", "words"]) {
    const parts = thing[key];
    if (!Array.isArray(parts) || parts.length === 0) continue;
    const things = parts.filter(isThing);
    if (key === "alternatives") return things[0] === undefined ? null : wordsOf(things[0]);
    if (key === "elements")
      return things.map((part) => (typeof part["value"] === "string" ? part["value"] : "")).join("");
    const words = things.map((part) => wordsOf(part) ?? "").filter((word) => word !== "");
    if (words.length > 0) return words.join(" ");
  }
  return null;
}

function labelOf(thing: Thing): string | null {
  for (const key of SPEAKER) {
    const value = thing[key];
    if (typeof value === "string" && value.trim() !== "" && value.length <= 80) return value.trim();
    if (typeof value === "number" && Number.isInteger(value)) return `Speaker ${value}`;
    if (isThing(value)) {
      const name = value["name"] ?? value["label"] ?? value["id"];
      if (typeof name === "string" && name.trim() !== "") return name.trim();
      if (typeof name === "number") return `Speaker ${name}`;
    }
  }
  return null;
}

function timeOf(thing: Thing, names: readonly string[], milliseconds: boolean): number | null {
  for (const name of names) {
    const value = thing[name];
    const ms = milliseconds || /ms$/i.test(name);
    if (typeof value === "number" && Number.isFinite(value) && value >= 0) return Math.round(ms ? value : value * 1000);
    if (typeof value !== "string") continue;
    const seconds = /^(\d+(?:\.\d+)?)s?$/.exec(value.trim())?.[1];
    if (seconds !== undefined) return Math.round(ms ? Number(seconds) : Number(seconds) * 1000);
    const reading = clock(value);
    if (reading !== null) return reading;
  }
  const pair = thing["timestamp"] ?? thing["timestamps"] ?? thing["offsets"];
  if (Array.isArray(pair)) {
    const value: unknown = pair[names === START ? 0 : 1];
    return typeof value === "number" && value >= 0 ? Math.round(value * 1000) : null;
  }
  if (!isThing(pair)) return null;
  // whisper.cpp: offsets in milliseconds beside times as text
  const offsets = isThing(thing["offsets"]) ? thing["offsets"] : pair;
  const value = offsets[names === START ? "from" : "to"];
  return typeof value === "number" ? value : typeof value === "string" ? clock(value) : null;
}

/** A paragraph without times of its own has those of its first and last word. */
function fromWords(thing: Thing, which: "first" | "last", milliseconds: boolean): number | null {
  for (const key of ["elements", "words", "sentences"]) {
    const parts = thing[key];
    if (!Array.isArray(parts)) continue;
    const times = parts
      .filter(isThing)
      .map((part) => timeOf(part, which === "first" ? START : END, milliseconds))
      .filter((time) => time !== null);
    const time = which === "first" ? times[0] : times.at(-1);
    if (time !== undefined) return time;
  }
  return null;
}

/** Whole numbers that stand far apart are milliseconds (AssemblyAI); seconds have fractions or are small. */
function inMilliseconds(list: readonly Thing[]): boolean {
  let most = 0;
  let count = 0;
  for (const thing of list)
    for (const name of [...START, ...END]) {
      const value = thing[name];
      if (typeof value !== "number") continue;
      if (!Number.isInteger(value)) return false;
      count += 1;
      most = Math.max(most, value);
    }
  return count > 0 && most > 86_400 ? true : count > 0 && most / list.length > 300;
}

/** Gentle: the transcript as one text, and words that say where in it they stand. */
function gentle(data: unknown): Said[] | null {
  if (!isThing(data) || typeof data["transcript"] !== "string" || !Array.isArray(data["words"])) return null;
  const { transcript } = data;
  const words = data["words"].filter(isThing).filter((word) => typeof word["startOffset"] === "number");
  if (words.length === 0) return null;
  const said: Said[] = [];
  for (const [at, word] of words.entries()) {
    const from = at === 0 ? 0 : Number(word["startOffset"]);
    const to = Number(words[at + 1]?.["startOffset"] ?? transcript.length);
    const text = transcript.slice(from, to).trim();
    const before = said.at(-1)?.endMs ?? 0;
    const startMs = timeOf(word, START, false) ?? before;
    if (text !== "") said.push({ label: null, text, startMs, endMs: timeOf(word, END, false) ?? startMs });
  }
  return said;
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
