/**
 * Pieces of speech into a draft: one text, turns with offsets, speakers, who is likely to ask.
 *
 * Rules: docs/spec/import.md, I3 to I6 and I12.
 */
import type { Draft, DraftOptions, DraftTurn, Format } from "#lib/domain/import/draft.ts";
import { SEPARATOR } from "#lib/domain/import/draft.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import { isPart, keyOf } from "#lib/format/text/label.ts";
import { machineWords } from "#lib/format/text/machine.ts";
import { points } from "#lib/format/text/points.ts";
import { whoAsks } from "./asks.ts";
import type { Voice } from "./asks.ts";
import type { Piece, Read, Tally } from "./piece.ts";

type Speaker = { -readonly [field in keyof Voice]: Voice[field] }; // while it is counted

/** Puts the pieces together. Faults: `file.wordless`, `text.too-long`, `turns.too-many`. */
export function assemble(
  read: Read,
  format: Format,
  encoding: string,
  options: DraftOptions,
  tally: Tally,
): Result<Draft, ImportFault> {
  const pieces = read.pieces.filter((piece) => piece.text.trim() !== "");
  if (pieces.length === 0) return no({ code: "file.wordless" });
  if (pieces.length > LIMIT.turns) return no({ code: "turns.too-many", count: pieces.length, limit: LIMIT.turns });

  const keys = aliases(pieces, options);
  const speakers = new Map<string, Speaker>();
  const order: Speaker[] = [];
  const turns: DraftTurn[] = [];
  const gap = points(SEPARATOR);
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const speaker = piece.label === null ? null : speakerOf(piece.label, keys, speakers, order);
    const size = points(piece.text);
    if (index > 0) at += gap;
    turns.push({
      start: at,
      end: at + size,
      speaker: speaker === null ? null : order.indexOf(speaker),
      startMs: piece.startMs,
      endMs: piece.endMs,
    });
    at += size;
    if (speaker === null) continue;
    speaker.turns += 1;
    speaker.words += words(piece.text);
    if (/[?？؟][^\p{L}\p{N}]*$/u.test(piece.text)) speaker.ends += 1;
    speaker.marks += piece.text.match(/[?？؟]/gu)?.length ?? 0;
  }
  if (at > LIMIT.characters) return no({ code: "text.too-long", characters: at, limit: LIMIT.characters });

  const first = pieces.findIndex((piece) => piece.label !== null);
  const preamble = pieces.slice(0, Math.max(0, first)).map((piece) => piece.text);
  const interviewers = whoAsks(order, preamble, options, read.asking);
  return yes({
    format,
    dialect: read.dialect,
    encoding,
    text: pieces.map((piece) => piece.text).join(SEPARATOR),
    turns,
    speakers: order.map((speaker) => ({
      label: options.rename?.find((change) => keyOf(change.from) === speaker.key)?.to ?? speaker.label,
      interviewer: interviewers.has(speaker.key),
      turns: speaker.turns,
      words: speaker.words,
    })),
    columns: (read.columns ?? []).slice(),
    dropped: tally.list(),
    warnings: [...read.warnings, ...machineWords(pieces)],
  });
}

/** Labels that mean the same speaker: by a person's word, or because the file says "Interviewer (I)" once and "I" after. */
function aliases(pieces: readonly Piece[], options: DraftOptions): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { label } of pieces) if (label !== null) labels.set(keyOf(label), label);
  const same = new Map<string, string>();
  for (const [key, label] of labels) {
    const short = /^(.{2,}?)\s*\(([^)]{1,4})\)$/.exec(label)?.[2];
    if (short !== undefined && labels.has(keyOf(short)) && keyOf(short) !== key && isPart(short))
      same.set(keyOf(short), key);
  }
  for (const { from, into } of options.merge ?? []) if (keyOf(from) !== keyOf(into)) same.set(keyOf(from), keyOf(into));
  return same;
}

function speakerOf(
  label: string,
  same: ReadonlyMap<string, string>,
  speakers: Map<string, Speaker>,
  order: Speaker[],
): Speaker {
  let key = keyOf(label);
  for (let hops = 0; hops < 10; hops += 1) {
    const next = same.get(key);
    if (next === undefined) break;
    key = next;
  }
  const known = speakers.get(key);
  if (known) {
    if (keyOf(label) === key && keyOf(known.label) !== key) known.label = label.trim(); // a merged label came first
    return known;
  }
  const speaker = { key, label: label.replace(/\s+/g, " ").trim(), turns: 0, words: 0, ends: 0, marks: 0 };
  speakers.set(key, speaker);
  order.push(speaker);
  return speaker;
}

function words(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}
