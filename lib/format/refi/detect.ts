/**
 * Finds out how the software that wrote a project counted positions.
 *
 * People select whole words. So each way of counting is tried on all selections, and the one by which their edges fall where
 * words begin and end is taken. Where ways do not differ by more than chance would make them, what is known of the software
 * decides, else the standard. Scripts that have no blanks between words say nothing for any way.
 * Rules: docs/spec/refi.md, RF27.
 */
import { astralOf, toUnits } from "#lib/domain/text/points.ts";
import type { Astral } from "#lib/domain/text/points.ts";
import { STANDARD, stretcher, wideOf } from "./convention.ts";
import type { Convention, Filed, Stretch } from "./convention.ts";
import { CONVENTIONS } from "./profile.ts";

/** A text with the positions of its selections, as the file has them. */
export type Marked = Filed & Readonly<{ positions: readonly (readonly [start: number, end: number])[] }>;

/** How many of so many selections begin and end where words do. */
export type Score = Readonly<{ fit: number; of: number }>;

export type Detected = Readonly<{
  convention: Convention;
  /** what decided: where words begin and end, what is known of the software, or neither */
  by: "words" | "origin" | "standard";
  score: Score;
  /** how many would by the standard */
  standard: number;
  /** by source, in order */
  sources: readonly Score[];
}>;

/** Every way of counting, what the standard says first. */
const ALL: readonly Convention[] = [false, true].flatMap((last) =>
  [false, true].flatMap((mark) =>
    ([1, 2] as const).flatMap((ends) => (["points", "units"] as const).map((unit) => ({ unit, ends, mark, last }))),
  ),
);

/** Better by no more than so many edges is no better: somebody did select half a word. */
const CHANCE = 2;

/**
 * Detects it.
 *
 * @param origin - what the file says it comes from
 * @param sure - how it counts, where that is known
 * Cost: for each way, all selections, and each text that has any once. Where it is known how it counts, that and the standard alone.
 */
export function detect(sources: readonly Marked[], origin: string | null, sure: Convention | null): Detected {
  const hint = sure ?? hintOf(origin);
  const first = hint ?? STANDARD;
  const marked = sources.map((source) => ({
    source,
    astral: source.positions.length > 0 ? astralOf(source.text) : [],
  }));
  // Ways that differ only in what no text has are one way: the first of them stands for all.
  const has = heldBy(marked);
  const plainly = (way: Convention): Convention => ({
    unit: has.astral ? way.unit : first.unit,
    ends: has.ends ? way.ends : first.ends,
    mark: has.mark ? way.mark : first.mark,
    last: way.last,
  });
  const ways = [first, ...(sure === null ? ALL : [STANDARD]).map(plainly)];
  const apart = ways.filter((one, at) => ways.findIndex((other) => same(one, other)) === at);
  const tried = apart.map((convention) => {
    const scores = marked.map(({ source, astral }) => scoreOf(source, astral, convention));
    return { convention, scores, edges: scores.reduce((sum, { edges }) => sum + edges, 0) };
  });
  const best = tried.reduce((most, one) => (one.edges > most.edges ? one : most));
  const preferred = tried[0] ?? best;
  const words = sure === null && best.edges > preferred.edges + CHANCE;
  const chosen = words ? best : preferred;
  const plain = tried.find(({ convention }) => same(convention, plainly(STANDARD))) ?? best;
  return {
    convention: chosen.convention,
    by: words || (sure === null && clear(chosen, tried)) ? "words" : hint === null ? "standard" : "origin",
    score: total(chosen.scores),
    standard: total(plain.scores).fit,
    sources: chosen.scores.map(({ fit, of }) => ({ fit, of })),
  };
}

/** What of all that is counted in different ways stands in texts that have selections. */
function heldBy(marked: readonly Readonly<{ source: Marked; astral: Astral }>[]) {
  const some = marked.filter(({ source }) => source.positions.length > 0);
  return {
    astral: some.some(({ astral }) => astral.length > 0),
    ends: some.some(({ source }) => wideOf(source, { unit: "points", ends: 2 }).length > 0),
    mark: some.some(({ source }) => source.mark),
  };
}

/** Whether words alone would have decided so. */
function clear(chosen: Tried, tried: readonly Tried[]): boolean {
  return chosen.edges > 0 && tried.every((one) => one === chosen || one.edges < chosen.edges);
}

type Tried = Readonly<{
  convention: Convention;
  scores: readonly (Score & Readonly<{ edges: number }>)[];
  edges: number;
}>;

function total(scores: readonly Score[]): Score {
  return scores.reduce((sum, { fit, of }) => ({ fit: sum.fit + fit, of: sum.of + of }), { fit: 0, of: 0 });
}

function same(a: Convention, b: Convention): boolean {
  return a.unit === b.unit && a.ends === b.ends && a.mark === b.mark && a.last === b.last;
}

/** What is known of software by its name. */
function hintOf(origin: string | null): Convention | null {
  if (/\bnvivo\b(?!.*\bmac\b)/iu.test(origin ?? "")) return CONVENTIONS.nvivo;
  return /\batlas\.?ti\b/iu.test(origin ?? "") ? CONVENTIONS.atlas : null;
}

function scoreOf(source: Marked, astral: Astral, convention: Convention): Score & Readonly<{ edges: number }> {
  if (source.positions.length === 0) return { fit: 0, edges: 0, of: 0 };
  const stretch = stretcher(source, convention);
  let fit = 0;
  let edges = 0;
  for (const [start, end] of source.positions) {
    const found = stretch(start, end);
    if (found === null) continue;
    const [left, right] = edgesOf(source.text, astral, found);
    if (left > 0 && right > 0) fit += 1;
    edges += left + right;
  }
  return { fit, edges, of: source.positions.length };
}

/** How well each edge stands: 0 within a word, 1 with a blank inside, 2 on a word. */
function edgesOf(text: string, astral: Astral, { start, end }: Stretch): readonly [number, number] {
  const sign = (point: number) =>
    point < 0 ? "" : String.fromCodePoint(text.codePointAt(toUnits(astral, point)) ?? 0x20);
  const edge = (inner: string, outer: string) => (isWord(inner) && isWord(outer) ? 0 : /\s/u.test(inner) ? 1 : 2);
  return [edge(sign(start), sign(start - 1)), edge(sign(end - 1), sign(end))];
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function isWord(sign: string): boolean {
  return WORD.test(sign) && !UNPARTED.test(sign);
}
