/**
 * The turns of a text that comes from a project.
 *
 * Other software has no turns: paragraphs are, of nobody, and the text is as it is in the file. In files of ours each turn begins
 * with whose it is; those labels, which were put there as the text left, are taken out again and said by speakers instead.
 * Rules: docs/spec/refi.md, RF31 and RF32.
 */
import { astralOf, below, toPoints, toUnits } from "#lib/domain/text/points.ts";
import type { Astral } from "#lib/domain/text/points.ts";
import type { Stretch } from "../convention.ts";
import type { OwnWords, Who } from "./own.ts";

/** Offsets are code points of `text`, `end` exclusive. */
export type Turned = Readonly<{
  text: string;
  astral: Astral;
  turns: readonly (Stretch & Readonly<{ who: Who | null }>)[];
  /** Where a stretch of the text in the file stands in this one; null where nothing of it is left. */
  place: (stretch: Stretch) => Stretch | null;
}>;

/** Stretches in UTF-16 units. */
type Cut = Readonly<{ from: number; to: number; who: Who | null }>;

/**
 * The paragraphs of a text: parted by blank lines.
 *
 * @param lines - where there is no blank line, each line is one
 */
export function paragraphsOf(text: string, lines: boolean): Turned {
  const blank = lines && !/\n[^\S\n]*\n/u.test(text) ? /\n/gu : /\n(?:[^\S\n]*\n)+/gu;
  const cuts: Cut[] = [];
  let from = 0;
  const add = (to: number) => {
    const said = text.slice(from, to);
    const start = from + said.length - said.trimStart().length;
    if (said.trim() !== "") cuts.push({ from: start, to: from + said.trimEnd().length, who: null });
  };
  for (const match of text.matchAll(blank)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  const astral = astralOf(text);
  return {
    text,
    astral,
    turns: cuts.map((cut) => pointed(cut, astral)),
    place: (stretch) => stretch,
  };
}

/** The same of a text of ours: a turn goes on until the next that says whose it is. What nobody says are paragraphs. */
export function labelledTurns(text: string, own: Pick<OwnWords, "label">): Turned {
  const labels: (Cut & Readonly<{ who: Who }>)[] = [];
  for (const { index, length } of beginnings(text)) {
    const from = index + length;
    const end = text.indexOf("\n", from);
    const line = text.slice(from, end < 0 ? text.length : end);
    const colon = line.indexOf(": ");
    const who = colon > 0 ? own.label(line.slice(0, colon)) : null;
    if (who !== null) labels.push({ from, to: from + colon + 2, who });
  }
  if (labels.length === 0) return paragraphsOf(text, false);

  const parts: string[] = [];
  const turns: Cut[] = [];
  let size = 0; // of what is kept, in units
  const keep = (from: number, to: number) => {
    parts.push(text.slice(from, to));
    size += to - from;
  };
  const first = labels[0]?.from ?? 0;
  const was = astralOf(text);
  for (const { start, end } of paragraphsOf(text.slice(0, first), false).turns)
    turns.push({ from: toUnits(was, start), to: toUnits(was, end), who: null });
  keep(0, first);
  for (const [at, { to, who }] of labels.entries()) {
    const next = labels[at + 1]?.from ?? text.length;
    const said = text.slice(to, next);
    const length = at + 1 < labels.length ? said.replace(/\n\n$/u, "").length : said.length;
    turns.push({ from: size, to: size + length, who: who.is === "nobody" ? null : who });
    keep(to, next);
  }
  const whole = parts.join("");
  const is = astralOf(whole);
  const gone = [0]; // how many units of labels stand before each
  for (const { from, to } of labels) gone.push((gone.at(-1) ?? 0) + to - from);
  const moved = (point: number): number => {
    const unit = toUnits(was, point);
    const before = below(labels, ({ from }) => from < unit);
    const within = Math.max(0, (labels[before - 1]?.to ?? 0) - unit); // of the last, what stands behind
    return toPoints(is, unit - (gone[before] ?? 0) + within);
  };
  return {
    text: whole,
    astral: is,
    turns: turns.map((cut) => pointed(cut, is)),
    place: ({ start, end }) => {
      const stretch = { start: moved(start), end: moved(end) };
      return stretch.start < stretch.end ? stretch : null;
    },
  };
}

/** Where turns may begin: at the beginning, and behind each blank line. */
function* beginnings(text: string): Generator<Readonly<{ index: number; length: number }>> {
  yield { index: 0, length: 0 };
  for (const { index } of text.matchAll(/\n\n/gu)) yield { index, length: 2 };
}

function pointed({ from, to, who }: Cut, astral: Astral) {
  return { start: toPoints(astral, from), end: toPoints(astral, to), who };
}
