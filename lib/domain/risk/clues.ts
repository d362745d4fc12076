/**
 * What in a quote, as it would leave, narrows down whose words it is.
 *
 * Found by what detection knows; loads its lists, so only servers do. Rules: docs/spec/risk.md, RK6 to RK9.
 */
import { cues } from "../detect/cue/all.ts";
import { detectBy } from "../detect/detect.ts";
import type { Found } from "../detect/hit.ts";
import { listedPlaces } from "../detect/list/places.ts";
import { patterns } from "../detect/pattern/all.ts";
import type { Piece } from "../report/model.ts";
import { calledIn } from "./called.ts";
import type { ClueKind, Fact, Placed } from "./shape.ts";

const detect = detectBy([patterns, listedPlaces([]), cues]);

/** A kept name that stands in the words, as the overlay found it. */
export type KeptName = Readonly<{ words: string; of: "participant" | "organisation" | "term" }>;
/** Finds words that one person alone is in the way of saying; offsets are UTF-16 units. */
export type Habits = (text: string) => readonly Readonly<{ start: number; end: number }>[];

const BODY: Fact = { of: "body" };
/** By the reason for which something was found; what nothing is said of here tells nothing that others could use. */
const SINGLES: Readonly<Record<string, readonly [ClueKind, Fact]>> = {
  only: ["standing", { of: "person", public: true }],
  first: ["standing", { of: "person", public: true }],
  most: ["standing", { of: "person", public: true }],
  prize: ["standing", { of: "person", public: true }],
  event: ["time", BODY],
  minutes: ["name", BODY],
  before: ["life", { of: "person", public: false }],
  family: ["life", { of: "person", public: false }],
  health: ["life", { of: "person", public: false }],
  belonging: ["life", { of: "person", public: false }],
  schooling: ["life", { of: "person", public: false }],
  language: ["life", { of: "person", public: false }],
  age: ["life", { of: "person", public: false }],
};
const ROLES = new Set(["title", "calling", "swydd"]);
const YEARS = /years?|[bfm]lynedd|[bf]lwyddyn/iu;
/** Times that everybody has: they say when, and of nobody. */
const IDLE = new Set(["weekday", "clock", "decade"]);

/**
 * The clues of a quote, in order.
 *
 * @param pieces - its words as they would leave; what stands for a name says its own kind and part of Wales and no more
 */
export function cluesIn(pieces: readonly Piece[], kept: readonly KeptName[], habits: Habits): readonly Placed[] {
  const text = pieces.map((piece) => piece.text).join("");
  const stands = standing(pieces);
  const isOurs = (one: Readonly<{ start: number; end: number }>) =>
    stands.some(({ start, end }) => one.start < end && one.end > start);
  const { called, found: all } = readIn(text);
  const detected = all.flatMap((found) => (isOurs(found) ? [] : (clueOf(found, text) ?? [])));
  const names = kept.flatMap(({ words, of }): Placed[] => {
    const start = text.indexOf(words);
    const fact: Fact = of === "participant" ? { of: "person", public: true } : BODY;
    return start === -1 ? [] : [{ kind: "name", words, start, end: start + words.length, fact }];
  });
  const said = habits(text).flatMap(({ start, end }): Placed[] =>
    isOurs({ start, end }) ? [] : [{ kind: "habit", words: text.slice(start, end), start, end, fact: { of: "habit" } }],
  );
  // "North Wales" is a part of Wales, and no place besides.
  const covered = (one: Placed) =>
    one.kind === "place" && called.some(({ start, end }) => start <= one.start && one.end <= end);
  return [...called, ...names, ...detected.filter((one) => !covered(one)), ...said].toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

type Read = Readonly<{ called: readonly Placed[]; found: readonly Found[] }>;
/** What was found in the texts that were read last, the latest at the end. */
const read = new Map<string, Read>();
const MOST_READ = 30_000; // texts: the quotes of a large study twice, as they were said and as they are published

/** The same text is read once: of a study that is judged after each change, most quotes stay as they are. */
function readIn(text: string): Read {
  const known = read.get(text) ?? { called: calledIn(text), found: detect(text) };
  read.delete(text);
  read.set(text, known);
  const [oldest] = read.size > MOST_READ ? read.keys() : [];
  if (oldest !== undefined) read.delete(oldest);
  return known;
}

function standing(pieces: readonly Piece[]): readonly Readonly<{ start: number; end: number }>[] {
  let at = 0;
  return pieces.flatMap(({ text, replaced }) => {
    const start = at;
    at += text.length;
    return replaced ? [{ start, end: at }] : [];
  });
}

function clueOf(found: Found, text: string): Placed | null {
  const words = text.slice(found.start, found.end);
  const clue = (kind: ClueKind, fact: Fact): Placed => ({ kind, words, start: found.start, end: found.end, fact });
  const single = singleOf(found);
  if (single) return clue(...single);
  // Weeks and months are how long things take; years are how long somebody does them.
  if (found.why.some(({ reason }) => reason === "tenure"))
    return YEARS.test(words) ? clue("life", { of: "person", public: false }) : null;
  if (found.why.some(({ reason }) => ROLES.has(reason))) return clue("role", { of: "role", words });
  if (found.why.every(({ reason }) => IDLE.has(reason))) return null;
  switch (found.kind) {
    // "In January" and "two people" are said of everything; a day, a year and a figure are not.
    case "time":
      return found.layer === "sure" || /\d/u.test(words) ? clue("time", BODY) : null;
    case "quantity":
      return found.layer === "sure" || /\d/u.test(words) ? clue("figure", BODY) : null;
    // Of what it is sure somebody has decided, or it would not stand here: it is ordinary, or kept and counted as such.
    case "place":
      return found.layer === "sure" ? null : clue("place", BODY);
    case "code":
    case "person":
    case "organisation":
      return found.layer === "sure" ? null : clue("name", BODY);
    case "trait":
    case "other":
      return null;
  }
}

function singleOf(found: Found): readonly [ClueKind, Fact] | undefined {
  for (const { reason } of found.why) {
    const single = SINGLES[reason];
    if (single) return single;
  }
  return undefined;
}
