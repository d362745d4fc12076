/**
 * Follows places from one revision of a text into another: which stretches stand in both, and where a quote goes.
 *
 * Turns are matched by their line, never by their words, so that what is corrected in one turn cannot shift a quote in
 * another that says the same. Within turns that changed, words are compared (Myers' algorithm, by the library `diff`),
 * then the signs of two words that are alike. Offsets are code points, `end` exclusive.
 * Rules: docs/spec/correct.md, K5 to K9.
 */
import { diffArrays } from "diff";
import type { Span } from "../source/reading.ts";
import type { Course } from "./shape.ts";
import { GAP, lengthOf, placesOf } from "./told.ts";
import type { Told } from "./told.ts";

type Line = Pick<Told, "line" | "words">;

/** Turns of both texts that belong together: from `a` to before `b` in the old one, from `x` to before `y` in the new. */
export type Group = Readonly<{ a: number; b: number; x: number; y: number }>;

/** Beyond so many words taken out and put in, a turn counts as written anew: comparing grows with their square. */
const MOST_EDITS = 2_000;

/** Puts the turns of two revisions together. Each group begins with the same line in both, where both have it. */
export function groupsOf(old: readonly Line[], next: readonly Line[]): Group[] {
  const inNext = new Set(next.map(({ line }) => line));
  const inOld = new Set(old.map(({ line }) => line));
  const groups: Group[] = [];
  for (let [a, x] = [0, 0]; a < old.length || x < next.length;) {
    const same = a < old.length && x < next.length && old[a]?.line === next[x]?.line;
    let b = same ? a + 1 : a;
    let y = same ? x + 1 : x;
    while (b < old.length && !inNext.has(old[b]?.line ?? "")) b += 1;
    while (y < next.length && !inOld.has(next[y]?.line ?? "")) y += 1;
    // Lines in another order than before: no revision of ours has that, and then nothing is taken for the same.
    if (a === b && x === y) [b, y] = [old.length, next.length];
    groups.push({ a, b, x, y });
    [a, x] = [b, y];
  }
  return groups;
}

/** The stretches that stand in both texts. Cost: the length of the texts, and more only within turns that changed. */
export function courseOf(old: readonly Line[], next: readonly Line[]): Course {
  const [from, to] = [placesOf(old), placesOf(next)];
  const course: [number, number, number][] = [];
  const keep = (start: number, end: number, at: number) => {
    const last = course.at(-1);
    if (start === end) return;
    if (last && last[1] === start && last[2] + (last[1] - last[0]) === at) last[1] = end;
    else course.push([start, end, at]);
  };
  for (const { a, b, x, y } of groupsOf(old, next)) {
    const [start, at] = [from[a]?.start ?? 0, to[x]?.start ?? 0];
    if (a < b && x < y) {
      const before = old.slice(a, b).map(({ words }) => words);
      const after = next.slice(x, y).map(({ words }) => words);
      if (b - a === 1 && y - x === 1 && before[0] === after[0]) keep(start, from[a]?.end ?? start, at);
      else
        for (const one of stretches(before.join(GAP), after.join(GAP)))
          keep(start + one[0], start + one[1], at + one[2]);
      // Behind the last turn too, as if another one followed: so a quote that ends there has something to end at.
      if (b < old.length === y < next.length) {
        const [end, stop] = [from[b - 1]?.end ?? 0, to[y - 1]?.end ?? 0];
        keep(end, end + GAP.length, stop);
      }
    }
  }
  return course;
}

/** Words, blanks and other signs, each by itself. */
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:[’'-][\p{L}\p{N}\p{M}]+)*|\n|[^\S\n]+|./gsu;
const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** Words in a row that stand in both texts, or in one of them. */
export type Run = { kind: "same" | "gone" | "new"; tokens: string[] };

/** What stands in both of two texts. */
function stretches(before: string, after: string): [number, number, number][] {
  const found: [number, number, number][] = [];
  let [at, to] = [0, 0];
  let gone: string[] = [];
  let fresh: string[] = [];
  const swap = () => {
    const [old, next] = [Array.from(gone.join("")), Array.from(fresh.join(""))];
    // A word that was mis-heard for one like it (or a sentence, where words are not parted) keeps the signs around the slip.
    if (gone.length === 1 && fresh.length === 1) {
      const most = Math.min(old.length, next.length);
      let head = 0;
      while (head < most && old[head] === next[head]) head += 1;
      let tail = 0;
      while (tail < most - head && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
      if ((head + tail) * 2 >= Math.max(old.length, next.length)) {
        if (head > 0) found.push([at, at + head, to]);
        if (tail > 0) found.push([at + old.length - tail, at + old.length, to + next.length - tail]);
      }
    }
    at += old.length;
    to += next.length;
    [gone, fresh] = [[], []];
  };
  for (const { kind, tokens } of runsOf(before, after)) {
    if (kind === "gone") gone.push(...tokens);
    else if (kind === "new") fresh.push(...tokens);
    else {
      swap();
      const length = lengthOf(tokens.join(""));
      found.push([at, at + length, to]);
      at += length;
      to += length;
    }
  }
  swap();
  return found;
}

export function runsOf(before: string, after: string): Run[] {
  const [old, next] = [tokensOf(before), tokensOf(after)];
  const compared = diffArrays(old, next, { maxEditLength: MOST_EDITS });
  if (!compared)
    return [
      { kind: "gone", tokens: old },
      { kind: "new", tokens: next },
    ];
  const runs = compared.map(({ added, removed, value }): Run => ({
    kind: added ? "new" : removed ? "gone" : "same",
    tokens: value,
  }));
  // What was only taken out or only put in, and could as well begin one blank later, begins with its word: so
  // "so um we" without "um" has lost "um " and not " um", and what began at "um" begins at "we".
  for (const [n, run] of runs.entries()) {
    const [left, right] = [runs[n - 1], runs[n + 1]];
    if (run.kind === "same" || left?.kind !== "same" || right?.kind !== "same") continue;
    while (
      run.tokens.length > 1 &&
      right.tokens.length > 1 &&
      blank(run.tokens[0]) &&
      run.tokens[0] === right.tokens[0]
    ) {
      left.tokens.push(...run.tokens.splice(0, 1));
      run.tokens.push(...right.tokens.splice(0, 1));
    }
  }
  return runs;
}

function blank(token: string | undefined): boolean {
  return token !== undefined && token.trim() === "";
}

/** Where a quote goes: `same`, word for word; `changed`, its ends are found; `lost`, `near` is where it was. */
export type Placing = Readonly<
  { state: "same" | "changed"; start: number; end: number } | { state: "lost"; near: Span }
>;

/** A quote of which less than this part is left is lost, even where its ends are found. */
const LEAST = 1 / 3;

/** Finds the place of a span in the new text. Cost: the stretches that it touches, and a search for the first. */
export function place(course: Course, span: Span): Placing {
  const first = indexAt(course, span.start);
  const last = indexAt(course, span.end - 1);
  const [head, before] = [course[first], course[first - 1]];
  const tail = course[last];
  // Between two stretches that stand in both stands what was rewritten: from the end of one to the start of the other.
  const left = before ? { old: before[1], now: before[2] + before[1] - before[0] } : { old: 0, now: 0 };
  const inHead = head !== undefined && head[0] <= span.start;
  const inTail = tail !== undefined && tail[0] <= span.end - 1;
  const start = inHead ? head[2] + span.start - head[0] : left.now;
  const end = inTail ? tail[2] + span.end - tail[0] : (tail?.[2] ?? left.now);
  const near = { start: Math.min(start, end), end: Math.max(start, end) };
  if (inHead && inTail && first === last) return { state: "same", start, end };
  const startsThere = inHead || left.old === span.start;
  const endsThere = inTail || tail?.[0] === span.end;
  if (!startsThere || !endsThere || start >= end) return { state: "lost", near };
  let kept = 0;
  for (let at = first; at < course.length; at += 1) {
    const one = course[at];
    if (!one || one[0] >= span.end) break;
    kept += Math.min(one[1], span.end) - Math.max(one[0], span.start);
  }
  return kept >= (span.end - span.start) * LEAST ? { state: "changed", start, end } : { state: "lost", near };
}

/**
 * Where the beginning of a turn goes, or the end of the text: places at which passages begin and end.
 *
 * Told by the gap before the turn and not by its words, which may stand in another turn now.
 */
export function bound(course: Course, point: number): number {
  const last = course.at(-1);
  if (!last || point === 0) return 0;
  if (point >= last[1] - GAP.length) return last[2] + last[1] - last[0] - GAP.length; // behind the last turn
  const at = indexAt(course, point - 1);
  const [here, before] = [course[at], course[at - 1]];
  if (here && here[0] < point) return here[2] + point - here[0];
  return before ? before[2] + before[1] - before[0] : 0;
}

/** The position of the stretch that holds a place, or of the first one after it. */
function indexAt(course: Course, point: number): number {
  let low = 0;
  let high = course.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((course[middle]?.[1] ?? 0) > point) high = middle;
    else low = middle + 1;
  }
  return low;
}
