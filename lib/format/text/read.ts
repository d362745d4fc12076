/**
 * Reads the lines of a text or document as a transcript: chooses the dialect by all the evidence, then splits.
 *
 * Pure. Words are never altered: a label goes to the speaker, everything else stays as it stands.
 *
 * Rules: docs/spec/import.md, I7 to I16.
 */
import type { Dialect, Warning } from "#lib/domain/import/draft.ts";
import type { Piece, Read, Tally } from "#lib/format/import/piece.ts";
import { spokenTurns } from "#lib/format/vtt/read.ts";
import type { Paragraph } from "./alternate.ts";
import { bare, takeTurns, unlabelled } from "./alternate.ts";
import { initialsSpeak, numbersSpeak } from "./code.ts";
import type { Kept } from "./chrome.ts";
import { undress } from "./chrome.ts";
import type { Head, LineDialect } from "./head.ts";
import { headOf, LINE_DIALECTS } from "./head.ts";
import { cut, electInside } from "./inline.ts";
import { elect, isNameLike, isPart, keyOf, saysItAsks, saysItsPart } from "./label.ts";
import type { Line } from "./line.ts";
import { isBlank } from "./line.ts";
import { apart, overlaps } from "./overlap.ts";
import { BRACKETED, clocks } from "./time.ts";

type Choice = Readonly<{
  dialect: LineDialect;
  heads: ReadonlyMap<Line, Head>;
  headings: ReadonlySet<Line>; // that only look like names
  labels: ReadonlySet<string>;
}>;
type Options = Readonly<{ dialect?: Dialect | undefined; markdown: boolean; paragraphs: boolean }>;

/**
 * @param lines - the file's lines, or a document's paragraphs
 * @param options - `markdown`: `#` lines are headings · `paragraphs`: every line is a paragraph of its own · `dialect`: a person's choice
 */
export function readLines(lines: readonly Line[], options: Options, tally: Tally): Read {
  if (options.dialect === "written") return { dialect: "written", pieces: written(lines), warnings: [] };
  const kept = undress(lines, tally);
  const choice = options.dialect === undefined ? choose(kept) : forced(kept, options.dialect);
  const warnings = warnAbout(kept, choice);

  const known = choice?.labels ?? new Set<string>();
  const bodies = kept.filter((line) => !isBlank(line)).map((line) => choice?.heads.get(line)?.rest ?? line.text.trim());
  const wantsInside =
    options.dialect === undefined
      ? choice === null || choice.dialect === "colon" || choice.dialect === "bold"
      : options.dialect === "inline";
  const inside = wantsInside
    ? electInside(
        choice === null || options.dialect === "inline" ? bodies : bodies.map((body) => `\u0000${body}`),
        known,
      )
    : new Set<string>();
  if ((choice === null && inside.size >= 2) || options.dialect === "inline")
    return { dialect: "inline", pieces: splitInside(plain(kept, options), inside, tally), warnings };
  if (choice === null) {
    const last = kept.findLastIndex((line) => !isBlank(line) || line.time !== undefined); // the file's own end parts nothing
    const paragraphs = paragraphsOf(timed(kept.slice(0, last + 1), tally), options);
    if (options.dialect === "alternate" || options.dialect === "questions")
      return { dialect: options.dialect, pieces: takeTurns(paragraphs, options.dialect), warnings };
    const captions = captioned(paragraphs, tally);
    if (captions !== null) return { dialect: "plain", pieces: captions, warnings };
    const fits = options.dialect === undefined ? (coded(kept) ?? unlabelled(paragraphs)) : null;
    if (fits !== null) warnings.push({ code: `speakers.${fits}` });
    return { dialect: "plain", pieces: paragraphs.map(bare), warnings };
  }

  const pieces = apart(ended(split(kept, choice, options, tally), tally), known, tally);
  return { dialect: choice.dialect, pieces: inside.size > 0 ? splitInside(pieces, inside, tally) : pieces, warnings };
}

/** The dialect that explains most lines; null where no label has enough evidence. */
function choose(lines: readonly Kept[]): Choice | null {
  let best: Choice | null = null;
  for (const dialect of LINE_DIALECTS) {
    const choice = weigh(lines, dialect);
    // An earlier dialect is the more particular one: a later one must explain clearly more.
    if (choice && (best === null || choice.heads.size > best.heads.size * 1.25)) best = choice;
  }
  return best;
}

function forced(lines: readonly Kept[], dialect: Dialect): Choice | null {
  const line = LINE_DIALECTS.find((known) => known === dialect);
  return line === undefined
    ? null
    : (weigh(lines, line) ?? weigh(lines, line, "likely") ?? weigh(lines, line, "loose"));
}

/** Numbers or initials that may be speakers, and are not certain to be. */
function coded(lines: readonly Kept[]): "number" | "initials" | null {
  return (["number", "initials"] as const).find((dialect) => weigh(lines, dialect, "likely") !== null) ?? null;
}

/** @param how - "sure": only where nothing else is likely · "likely": where a person should be asked · "loose": by their word, whatever stands there */
function weigh(lines: readonly Kept[], dialect: LineDialect, how: "sure" | "likely" | "loose" = "sure"): Choice | null {
  const loose = how === "loose";
  const found = new Map<Kept, Head>();
  const seen = new Map<string, number>();
  const heads: (readonly [Kept, Head])[] = [];
  let full = 0;
  let timed = 0;
  for (const line of lines) {
    if (isBlank(line)) continue;
    full += 1;
    const head = headOf(line, dialect);
    if (!head) continue;
    heads.push([line, head]);
  }
  for (const [line, head] of unnumbered(heads)) {
    found.set(line, head);
    if (head.timed) timed += 1;
    seen.set(head.label, (seen.get(head.label) ?? 0) + 1);
  }
  if (found.size === 0) return null;
  const sure = timed >= 2 && timed >= found.size * 0.6;
  const labels = loose
    ? new Set([...seen.keys()].map(keyOf))
    : dialect === "number" || dialect === "initials"
      ? codesIn(lines, found, dialect, how)
      : dialect === "alone"
        ? partsFirst(elect(seen, full, sure), seen)
        : elect(seen, full, sure);
  if (labels.size === 0) return null;
  if (dialect === "dash" && !loose && labels.size < 2) return null; // a list, not an answer
  if (dialect === "dash" && !loose && isList([...found.values()], labels)) return null;
  if (dialect === "bracket" && !loose && labels.size < 2 && !sure) return null; // "[Laughter]", again and again
  if (dialect === "alone" && !loose && !credible(lines, found, labels, full)) return null;

  const chosen = new Map<Kept, Head>();
  const headings = loose ? new Set<Line>() : titlesAmong(lines, found, seen, labels);
  let begun = false;
  for (const [line, head] of found) {
    const key = keyOf(head.label);
    if (!labels.has(key) || headings.has(line)) continue;
    // "Interviewer: Mari Evans" above the first turn says who was there; it is not speech.
    const times = seen.get(head.label) ?? 0;
    if (!begun && isLegend(head)) continue;
    if (
      !begun &&
      times === 1 &&
      head.rest !== "" &&
      head.rest.length <= 60 &&
      !/[.?!…。？！]["”’)]?$/u.test(head.rest) &&
      (found.size >= 8 || (found.size >= 4 && isPart(head.label) && isFullName(head.rest))) &&
      !head.timed
    )
      continue;
    begun = true;
    chosen.set(line, head);
  }
  return chosen.size === 0 ? null : { dialect, heads: chosen, headings, labels };
}

/**
 * Lines that stand alone, look like a name and are a title: they come once, without a colon or a time, and either nothing is
 * said below them, or those who speak in this file have their words on the line of their name.
 */
function titlesAmong(
  lines: readonly Kept[],
  found: ReadonlyMap<Kept, Head>,
  seen: ReadonlyMap<string, number>,
  labels: ReadonlySet<string>,
): ReadonlySet<Line> {
  const titles = new Set<Line>();
  const accepted = [...found].filter(([, head]) => labels.has(keyOf(head.label)));
  const beside = accepted.filter(([, head]) => head.rest !== "").length >= accepted.length * 0.8;
  const full = lines.filter((line) => !isBlank(line));
  const places = new Map(full.map((line, at) => [line, at]));
  for (const [line, head] of accepted) {
    if (head.rest !== "" || head.timed || (seen.get(head.label) ?? 0) > 1 || isPart(head.label)) continue;
    if (/[:：]/u.test(head.mark)) continue;
    const next = full[(places.get(line) ?? 0) + 1];
    if (beside || (next && labels.has(keyOf(found.get(next)?.label ?? "")))) titles.add(line);
  }
  return titles;
}

/** "A) … B) … C) …": letters before brackets or strokes are people only where one of them says that it asks. */
function isList(heads: readonly Head[], labels: ReadonlySet<string>): boolean {
  const marked = heads.filter((head) => labels.has(keyOf(head.label)));
  return marked.some((head) => /[/)]$/.test(head.mark)) && !marked.some((head) => saysItAsks(head.label));
}

/** "[I] – Interviewer [C] – Client", "AB – Anna Brown (interviewer)": what the labels of a transcript mean. */
function isLegend({ rest, timed }: Head): boolean {
  if (timed || rest.length > 80 || /[.?!…。？！]["”’)]?$/u.test(rest)) return false;
  const [meaning = ""] = rest.split(/\s*[[,;(|]/u);
  const role = /\(([^)]+)\)$/u.exec(rest)?.[1] ?? meaning;
  return saysItsPart(role) || (role !== meaning && isPart(role.trim()));
}

/** "Mari Evans", "Mari Evans (ME)": what stands after a part in the particulars of an interview. */
function isFullName(words: string): boolean {
  return /\s/.test(words) && !/[?？]/u.test(words) && isNameLike(words);
}

/** "Q1: … A1: … Q2: …" are a question and an answer each, not as many people. */
function unnumbered(heads: readonly (readonly [Kept, Head])[]): readonly (readonly [Kept, Head])[] {
  const counted = /^(Q|A)\s?(\d{1,3})$/u;
  const numbers = (letter: string) =>
    new Set(heads.flatMap(([, head]) => (counted.exec(head.label)?.[1] === letter ? [head.label] : [])));
  if (numbers("Q").size < 3 || numbers("A").size < 3) return heads;
  return heads.map(([line, head]) => [line, { ...head, label: counted.exec(head.label)?.[1] ?? head.label }] as const);
}

function codesIn(
  lines: readonly Kept[],
  found: ReadonlyMap<Line, Head>,
  dialect: "number" | "initials",
  how: "sure" | "likely",
): ReadonlySet<string> {
  const codes = dialect === "number" ? numbersSpeak(lines, found) : initialsSpeak(lines, found);
  return codes !== null && (codes.sure || how === "likely") ? codes.labels : new Set();
}

/** Where "Speaker 1" and "Speaker 2" stand alone on lines, a short line such as "Lovely" is what one of them said. */
function partsFirst(labels: ReadonlySet<string>, seen: ReadonlyMap<string, number>): ReadonlySet<string> {
  let parts = 0;
  let total = 0;
  for (const [label, count] of seen) {
    if (!labels.has(keyOf(label))) continue;
    total += count;
    if (isPart(label)) parts += count;
  }
  return parts >= total * 0.7
    ? new Set([...seen.keys()].filter((label) => isPart(label) && labels.has(keyOf(label))).map(keyOf))
    : labels;
}

/** Lines that hold only a name are believed when they alternate with speech and carry a good share of the text. */
function credible(
  lines: readonly Kept[],
  found: ReadonlyMap<Kept, Head>,
  labels: ReadonlySet<string>,
  full: number,
): boolean {
  const body = lines.filter((line) => !isBlank(line));
  let count = 0;
  let followed = 0;
  for (const [at, line] of body.entries()) {
    const head = found.get(line);
    if (!head || !labels.has(keyOf(head.label))) continue;
    count += 1;
    const next = body[at + 1];
    if (next && !labels.has(keyOf(found.get(next)?.label ?? ""))) followed += 1;
  }
  const parts = [...found.values()].some((head) => labels.has(keyOf(head.label)) && isPart(head.label));
  return (
    count >= (parts ? 2 : 6) &&
    followed >= count * 0.8 &&
    count >= full * (parts ? 0.1 : 0.2) &&
    labels.size <= 24 &&
    (parts || labels.size >= 2)
  );
}

function split(lines: readonly Kept[], choice: Choice, options: Options, tally: Tally): Piece[] {
  const pieces: Piece[] = [];
  let open: Kept[] = [];
  let current: Piece | null = null;
  let pending: number | null = null;
  const inlineLabels = ["colon", "bold", "dash", "number", "initials"].includes(choice.dialect);

  const close = () => {
    if (current) {
      current.text = tidy([current.text, ...open.map((line) => line.text)].join("\n"));
      if (current.text === "") {
        if (current.label !== null) tally.drop("empty-turn", current.label);
      } else pieces.push(current);
    } else for (const piece of plain(open, options)) pieces.push(piece);
    open = [];
    current = null;
  };

  for (const line of lines) {
    if (line.time !== undefined) pending = line.time;
    const head = choice.heads.get(line);
    if (head) {
      close();
      tally.drop("label", head.mark);
      current = { label: head.label, text: head.rest, startMs: head.startMs ?? pending, endMs: head.endMs };
      pending = null;
    } else if (choice.headings.has(line) || (inlineLabels && isHeading(line, options))) {
      close();
      pieces.push({ label: null, text: line.text.trim(), startMs: null, endMs: null });
    } else open.push(line);
  }
  close();
  return choice.dialect === "bracket" ? joinCaptions(pieces, choice, tally) : pieces;
}

/** A heading between turns belongs to nobody: `## Transcript 2`, or a short paragraph that is bold throughout. */
function isHeading(line: Kept, options: Options): boolean {
  const text = line.text.trim();
  if (text === "") return false;
  if (options.markdown && /^#{1,6}\s+\S/.test(text)) return true;
  return line.bold >= line.text.trimEnd().length && text.split(/\s+/).length <= 12 && !/[.?!…]["”’)]?$/.test(text);
}

/** Zoom's saved captions name the speaker before every breath: one turn until another speaks. */
function joinCaptions(pieces: readonly Piece[], choice: Choice, tally: Tally): Piece[] {
  const all = [...choice.heads.values()];
  const wall = all.filter((head) => /\d{1,2}:\d{2}:\d{2}/.test(head.mark)).length >= all.length * 0.8;
  if (!wall) return [...pieces];
  const joined: Piece[] = [];
  const day = 86_400_000;
  const first = pieces.find((piece) => piece.startMs !== null)?.startMs ?? 0;
  for (const piece of pieces) {
    const startMs = piece.startMs === null ? null : (piece.startMs - first + day) % day; // also past midnight
    const last = joined.at(-1);
    if (last && last.label !== null && piece.label !== null && keyOf(last.label) === keyOf(piece.label)) {
      last.text += ` ${piece.text}`;
      tally.drop("cue-join");
    } else joined.push({ ...piece, startMs });
  }
  return joined;
}

function splitInside(pieces: readonly Piece[], accepted: ReadonlySet<string>, tally: Tally): Piece[] {
  return pieces.flatMap((piece) => {
    const parts = cut(piece.text, accepted);
    return parts.flatMap(({ label, mark, text }, at): Piece[] => {
      const words = tidy(text);
      if (label !== null) tally.drop(words === "" ? "empty-turn" : "label", mark);
      if (words === "") return [];
      return [{ label: label ?? piece.label, text: words, startMs: at === 0 ? piece.startMs : null, endMs: null }];
    });
  });
}

/** "Because of the dam. #00:03:12-5#": where most turns end with a time, it is when they ended (f4 and others). */
function ended(pieces: readonly Piece[], tally: Tally): readonly Piece[] {
  const trailing = new RegExp(`\\s*(${BRACKETED})\\s*$`);
  const turns = pieces.filter((piece) => piece.label !== null);
  if (turns.filter((piece) => trailing.test(piece.text)).length < Math.max(2, turns.length * 0.5)) return pieces;
  return pieces.map((piece) => {
    const found = trailing.exec(piece.text);
    if (!found) return piece;
    tally.drop("time-mark", found[1]);
    const { startMs, endMs } = clocks(found[1] ?? "");
    const text = piece.text.slice(0, found.index);
    // Of a range "(0:02 - 0:08)" the second is the end; the first is the beginning where nothing else has told it.
    return endMs === null
      ? { ...piece, text, endMs: startMs }
      : { ...piece, text, startMs: piece.startMs ?? startMs, endMs };
  });
}

/** "[0:03] How did it begin?": where most paragraphs begin with a time, it is their time and not their words. */
function timed(lines: readonly Kept[], tally: Tally): readonly Kept[] {
  const leading = new RegExp(`^\\s*(${BRACKETED})\\s+(?=\\S)`);
  const full = lines.filter((line) => !isBlank(line));
  if (full.length < 3 || full.filter((line) => leading.test(line.text)).length < full.length * 0.5) return lines;
  return lines.map((line) => {
    const found = leading.exec(line.text);
    const time = found ? clocks(found[1] ?? "").startMs : null;
    if (!found || time === null) return line;
    tally.drop("timestamp-line", found[1]);
    return { ...line, text: line.text.slice(found[0].length), time };
  });
}

/**
 * "0:02", "me how it began", "0:05", "well i started": captions that were copied with their times, as YouTube shows them.
 * They end where the line did and not where a sentence does, and are joined as captions are; null where they are none.
 */
function captioned(paragraphs: readonly Paragraph[], tally: Tally): Piece[] | null {
  const said = paragraphs.flatMap(({ text, startMs }, at) =>
    startMs === null ? [] : [{ label: null, text, startMs, endMs: paragraphs[at + 1]?.startMs ?? startMs }],
  );
  const ended = said.filter(({ text }) => /[.?!…。？！]["”’)\]]*$/u.test(text)).length;
  const short = said.every(({ text }) => text.length <= 120 && !text.includes("\n"));
  const rises = said.every(({ startMs }, at) => startMs >= (said[at - 1]?.startMs ?? 0));
  if (said.length < 5 || said.length < paragraphs.length || ended > said.length * 0.5 || !short || !rises) return null;
  return spokenTurns(said, tally);
}

/**
 * Text without speakers: a turn for each paragraph.
 *
 * Paragraphs are parted by blank lines where lines are wrapped; where they are not, every line is one.
 */
function plain(lines: readonly Kept[], options: Options): Piece[] {
  return paragraphsOf(lines, options).map(bare);
}

function paragraphsOf(lines: readonly Kept[], options: Options): Paragraph[] {
  const full = lines.filter((line) => !isBlank(line));
  const long = full.filter((line) => line.text.length > 120).length;
  const wrapped = !options.paragraphs && lines.some(isBlank) && long <= full.length * 0.03;
  const pieces: Paragraph[] = [];
  let block: string[] = [];
  let strong = true;
  let pending: number | null = null;
  const close = () => {
    const text = tidy(block.join("\n"));
    if (text !== "") {
      pieces.push({ label: null, text, startMs: pending, endMs: null, ...(strong ? { strong } : {}) });
      pending = null;
    }
    block = [];
    strong = true;
  };
  for (const line of lines) {
    if (isBlank(line) || !wrapped || (line.time !== undefined && !isBlank(line))) close();
    if (line.time !== undefined) pending = line.time;
    if (isBlank(line)) continue;
    block.push(line.text);
    strong &&= line.bold > 0 && line.bold >= line.text.trimEnd().length;
  }
  close();
  return pieces;
}

/** What was written in the app: paragraphs are parted by blank lines. There is no dress to take off. */
function written(lines: readonly Line[]): Piece[] {
  const text = lines.map((line) => line.text).join("\n");
  const paragraphs = text.split(/\n(?:[^\S\n]*\n)+/).map((part) => part.trim());
  return paragraphs.filter(Boolean).map((part) => ({ label: null, text: part, startMs: null, endMs: null }));
}

/** White space at the ends of a turn and more than one blank line within it are layout, not words (I6). */
function tidy(text: string): string {
  return text.trim().replace(/\n(?:[^\S\n]*\n){2,}/g, "\n\n");
}

function warnAbout(lines: readonly Kept[], choice: Choice | null): Warning[] {
  const warnings: Warning[] = [];
  const full = lines.filter((line) => !isBlank(line));
  const first = (test: (line: Kept) => boolean, code: Warning["code"], least = 1) => {
    const hits = full.filter(test);
    const [hit] = hits;
    if (hit && hits.length >= least) warnings.push({ code, line: hit.at, count: hits.length });
  };
  if (choice !== null) first((line) => overlaps(line.text, choice.labels), "speech.overlap");
  first(
    (line) => /^\d{2}:\d{2}:\d{2}\s+(?:From\s|[^\t:]{1,60}:\t|[^\t]{1,60}:\s*\t)/.test(line.text),
    "chat.not-speech",
    2,
  );
  first((line) => line.text.length > 20_000, "turn.long");
  first(
    (line) => /^#{1,3}\s+(?:transcript|interview|cyfweliad)\s*#?\d/i.test(line.text.trim()),
    "interviews.several",
    2,
  );
  return warnings;
}
