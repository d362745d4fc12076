/**
 * Who speaks where labels look like something else: numbers ("1: …", "[2] …"), as lists have them, and capitals with no sign
 * behind them ("INT Where were you born?"), as sentences begin with them.
 *
 * One such line says nothing. A file does by all of them together: people take turns, come back, ask, and say nearly all that
 * stands there. Lists count up, and ratings come in any order, twice in a row as often as not.
 *
 * Rules: docs/spec/import.md, I89, I109 and I110.
 */
import type { Head } from "./head.ts";
import { isPart, keyOf, saysItAsks } from "./label.ts";
import type { Line } from "./line.ts";
import { isBlank } from "./line.ts";

export type Coded = Readonly<{
  labels: ReadonlySet<string>; // keys
  sure: boolean; // else it is only worth an offer
}>;
type Turn = Readonly<{ label: string; asks: boolean; small: boolean }>;

const TURNS = 6; // at least, to be sure
const OFFERED = 4;
const MOST = 12; // people in one talk

/** Whether numbers stand for speakers; null where they are a list, a scale, or too few. */
export function numbersSpeak(lines: readonly Line[], heads: ReadonlyMap<Line, Head>): Coded | null {
  const turns = turnsOf(lines, heads);
  const labels = new Map(turns.map(({ label }) => [label, Number(label)]));
  const numbers = [...labels.values()].toSorted((a, b) => a - b);
  const [least = 0] = numbers;
  const running = numbers.every((number, at) => number === least + at);
  if (least > 1 || !running || numbers.length < 2 || numbers.length > MOST || turns.length < OFFERED) return null;
  const said = turns.map(({ label }) => labels.get(label) ?? 0);
  const back = said.filter((number, at) => number < (said[at - 1] ?? number)).length; // "1 1 2 2 3 3" never goes back
  if (back < 2 || back < turns.length * 0.15 || inLists(said) > turns.length * 0.7) return null;
  const share = shareOf(lines, heads);
  if (share < 0.3) return null;
  // Two numbers are a list of two things as well, unless many are asked or hardly anything else stands in the file.
  const told = numbers.length > 2 || share >= 0.75 || turns.filter(({ asks }) => asks).length >= turns.length * 0.25;
  const sure = share >= 0.6 && told && takeTurns(turns) && inLists(said) <= turns.length * 0.5;
  return { labels: new Set(turns.map(({ label }) => keyOf(label))), sure };
}

/** Whether capitals at the beginnings of lines stand for speakers; null where they are words of a sentence, or too few. */
export function initialsSpeak(lines: readonly Line[], heads: ReadonlyMap<Line, Head>): Coded | null {
  const counts = new Map<string, number>();
  for (const { label } of heads.values()) counts.set(label, (counts.get(label) ?? 0) + 1);
  const most = [...counts.values()].reduce((top, count) => Math.max(top, count), 0);
  // "NHS staff …" begins a line once or twice; whoever speaks comes back, or is one of several who are counted: P1, P2, P3.
  const labels = new Set(
    [...counts].flatMap(([label, count]) => (count >= Math.max(2, most * (isPart(label) ? 0.03 : 0.1)) ? [label] : [])),
  );
  const series = new Set([...labels].filter((label) => /\d$/.test(label)).map(seriesOf));
  for (const label of counts.keys()) if (/\d$/.test(label) && series.has(seriesOf(label))) labels.add(label);
  const known = new Map([...heads].filter(([, { label }]) => labels.has(label)));
  const turns = turnsOf(lines, known);
  if (labels.size < 2 || labels.size > MOST || turns.length < OFFERED) return null;
  // In a text of capitals every short word looks like this.
  if (turns.filter(({ small }) => small).length < turns.length * 0.7) return null;
  const share = shareOf(lines, known);
  if (share < 0.3) return null;
  // "NHS staff": what goes on in small letters is a sentence that began with the label, unless one of them says that it asks.
  const begun = [...known.values()].filter(({ rest }) => !/^\p{Ll}/u.test(rest)).length;
  const apart = begun >= known.size * 0.6 || [...labels].some(saysItAsks);
  const letters = [...labels].every((label) => label.length === 1);
  const sure = apart && share >= (letters ? 0.8 : 0.6) && takeTurns(turns);
  return { labels: new Set([...labels].map(keyOf)), sure };
}

function seriesOf(label: string): string {
  return label.replace(/\d+$/, "");
}

/** Several speak, by turns, more than once each as a rule, and questions are asked. */
function takeTurns(turns: readonly Turn[]): boolean {
  const times = new Map<string, number>();
  for (const { label } of turns) times.set(label, (times.get(label) ?? 0) + 1);
  const again = turns.filter(({ label }, at) => label === turns[at - 1]?.label).length;
  return (
    turns.length >= TURNS &&
    [...times.values()].filter((count) => count >= 3).length >= 2 &&
    again <= turns.length * 0.1 &&
    turns.filter(({ asks }) => asks).length >= 2
  );
}

/** How many of these stand in a run of three or more that counts up or down, as a list does. */
function inLists(numbers: readonly number[]): number {
  let inside = 0;
  for (let from = 0; from < numbers.length;) {
    const step = (numbers[from + 1] ?? Number.NaN) - (numbers[from] ?? 0);
    let to = from + 1;
    while (Math.abs(step) === 1 && to < numbers.length && (numbers[to] ?? 0) - (numbers[to - 1] ?? 0) === step) to += 1;
    if (to - from >= 3) inside += to - from;
    from = to - from >= 3 ? to : from + 1;
  }
  return inside;
}

/** What is said below each head, up to the next. */
function turnsOf(lines: readonly Line[], heads: ReadonlyMap<Line, Head>): Turn[] {
  const turns: Turn[] = [];
  for (const line of lines) {
    const head = heads.get(line);
    const words = head?.rest ?? line.text;
    const [asks, small] = [/[?？؟]/u.test(words), /\p{Ll}|\p{Lo}/u.test(words)];
    const last = turns.at(-1);
    if (head) turns.push({ label: head.label, asks, small });
    else if (last) turns[turns.length - 1] = { ...last, asks: last.asks || asks, small: last.small || small };
  }
  return turns;
}

/** Of the paragraphs from the first head on, the share that begins with one. A line goes on where the one before has not ended. */
function shareOf(lines: readonly Line[], heads: ReadonlyMap<Line, Head>): number {
  let paragraphs = 0;
  let open = false; // the line before has not come to an end
  for (const line of lines) {
    const text = line.text.trim();
    const head = heads.get(line);
    if (head || (paragraphs > 0 && !open && !isBlank(line))) paragraphs += 1;
    open = head?.rest === "" || (text.length >= 40 && !/[.?!…。？！:：]["”’»)\]]*$/u.test(text));
  }
  return heads.size / Math.max(1, paragraphs);
}
