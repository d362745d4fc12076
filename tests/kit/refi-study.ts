/** Studies made by chance that a project can hold whole, for tests of what leaves and comes in again. */
import fc from "fast-check";
import { pair } from "#lib/domain/field.ts";
import { keysBetween } from "#lib/domain/order.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { astralOf, lengthOf, slicePoints } from "#lib/domain/text/points.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import type { WholeText } from "#lib/format/refi/gather/sources.ts";
import { STUDY, id } from "./study.ts";

export type Whole = Readonly<{
  rows: Rows;
  phrases: Map<string, { lang: string; words: string }>;
  texts: Map<string, WholeText>;
  /** quote → its words */
  quotes: Map<string, string>;
}>;

/** The turn that a quote belongs to, as the database finds it (Q2). */
export function turnAt<T extends Readonly<{ start: number; end: number; speaker: string | null }>>(
  turns: readonly T[],
  { start, end }: Readonly<{ start: number; end: number }>,
  asks: (speaker: string) => boolean,
): T | undefined {
  const inside = (turn: T) => Math.min(turn.end, end) - Math.max(turn.start, start);
  const own = (turn: T) => (turn.speaker !== null && asks(turn.speaker) ? 1 : 0);
  return turns.filter((turn) => inside(turn) > 0).toSorted((a, b) => inside(b) - inside(a) || own(a) - own(b))[0];
}

/** A study with nothing in it but a board. */
export function bare(): Whole {
  const rows = new Rows();
  rows.put("study", { id: STUDY, lang: "en", archived: false, trashed: false, keptUntil: null, gone: false });
  rows.put("board", { id: id("home"), analysis: true, owner: null, origin: null, ord: "a0", gone: false });
  const whole = { rows, phrases: new Map(), texts: new Map(), quotes: new Map() };
  sayer(whole)(STUDY, "title", "en", "Wool");
  return whole;
}

function sayer({ rows, phrases }: Pick<Whole, "rows" | "phrases">) {
  return (subject: string, field: Field, lang: "en" | "cy", words: string) => {
    const phrase = id(`f${phrases.size}`);
    phrases.set(phrase, { lang, words });
    rows.put("wording", { id: slot(subject, field, lang), subject, field, lang, phrase, gone: false });
  };
}

const word = fc.constantFrom("time", "🧶", "שָׁלוֹם", "𝔱𝔥𝔢", "e\u0301", "don't", "cŵn", "Ada:", "\u202eabc", "研究");
const gap = fc.constantFrom(" ", " ", " ", "\n", "\n\n");
const speech = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.map(([said, blank], at) => (at + 1 < parts.length ? said + blank : said)).join(""));
type Who = null | "asks" | "unknown" | 0 | 1;
/** Who says a turn: nobody, who asks, somebody unknown, or one of two participants. */
const turn = fc.record({ who: fc.constantFrom<Who>(null, "asks", "unknown", 0, 1), words: speech });
const source = fc.record({
  kind: fc.constantFrom("interview", "survey", "note", "document"),
  lang: fc.constantFrom("en", "cy"),
  turns: fc.array(turn, { minLength: 1, maxLength: 5 }),
  quotes: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), tags: fc.array(fc.nat(4), { maxLength: 3 }) }), {
    maxLength: 4,
  }),
});
const place = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });
const theme = fc.record({
  within: fc.nat(6),
  named: fc.boolean(),
  hue: fc.integer({ min: 1, max: 10 }),
  at: place,
  texts: fc.nat(7),
});
const card = fc.record({
  quote: fc.nat(20),
  insight: fc.boolean(),
  theme: fc.nat(6),
  at: place,
  size: fc.constantFrom("s", "m", "l"),
});
const board = fc.record({
  named: fc.boolean(),
  themes: fc.array(theme, { maxLength: 5 }),
  cards: fc.array(card, { maxLength: 6 }),
});
const memo = fc.record({ on: fc.nat(30), answers: fc.boolean() });

export const studies = fc
  .record({
    sources: fc.array(source, { minLength: 1, maxLength: 4 }),
    tags: fc.array(
      fc.record({ within: fc.nat(5), hue: fc.option(fc.integer({ min: 1, max: 10 })), texts: fc.nat(7) }),
      {
        maxLength: 5,
      },
    ),
    boards: fc.array(board, { minLength: 1, maxLength: 2 }),
    memos: fc.array(memo, { maxLength: 5 }),
    problem: fc.boolean(),
  })
  .map(made);

type Plan = Readonly<{
  sources: readonly Readonly<{
    kind: "interview" | "survey" | "note" | "document";
    lang: "en" | "cy";
    turns: readonly Readonly<{ who: Who; words: string }>[];
    quotes: readonly Readonly<{ from: number; to: number; tags: readonly number[] }>[];
  }>[];
  tags: readonly Readonly<{ within: number; hue: number | null; texts: number }>[];
  boards: readonly Readonly<{
    named: boolean;
    themes: readonly Readonly<{ within: number; named: boolean; hue: number; at: Place; texts: number }>[];
    cards: readonly Readonly<{ quote: number; insight: boolean; theme: number; at: Place; size: "s" | "m" | "l" }>[];
  }>[];
  memos: readonly Readonly<{ on: number; answers: boolean }>[];
  problem: boolean;
}>;
type Place = Readonly<{ x: number; y: number }>;

function made(plan: Plan): Whole {
  const whole = bare();
  const { rows, phrases, texts, quotes } = whole;
  const say = sayer(whole);
  const gone = false;
  rows.drop("board", id("home"));
  if (plan.problem) say(STUDY, "problem", "en", "What helps? 🧵");
  const subjects = [STUDY];

  const tags = plan.tags.map((_, at) => id(`tag${at}`));
  const ords = keysBetween(null, null, Math.max(1, tags.length));
  for (const [at, { within, hue, texts: told }] of plan.tags.entries()) {
    const tag = id(`tag${at}`);
    const parent = within < at ? (tags[within] ?? null) : null;
    rows.put("tag", { id: tag, parent, hue, ord: ords[at] ?? "a0", example: null, gone });
    say(tag, "name", "en", `Tag ${at}`);
    textsOn(say, tag, told);
    subjects.push(tag);
  }

  // Every source has somebody of its own body, so that everybody is in the file under the numbers that they have.
  for (const [at, one] of plan.sources.entries()) {
    const [body, of, revision] = [id(`body${at}`), id(`s${at}`), id(`r${at}`)];
    rows.put("organisation", {
      id: body,
      number: at + 1,
      kind: "other",
      region: null,
      named: false,
      namedOn: null,
      name: null,
      aliases: null,
      gone,
    });
    const answering =
      one.kind === "survey" ? [0] : ([0, 1] as const).filter((n) => one.turns.some(({ who }) => who === n));
    const people = answering.map((n) => id(`p${at}/${n}`));
    const first = [...rows.every("participant")].length;
    for (const [n, person] of people.entries())
      rows.put("participant", {
        id: person,
        number: 11 + 7 * (first + n), // as they are drawn
        organisation: body,
        seniority: null,
        consent: "verbatim",
        agreedOn: null,
        agreedUntil: null,
        withdrawnOn: null,
        erased: false,
        name: null,
        contact: null,
        gone,
      });
    const speakers = new Map<unknown, string>();
    if (one.kind !== "survey") {
      for (const { who } of one.turns) {
        if (who === null || speakers.has(who)) continue;
        const speaker = id(`k${at}/${speakers.size}`);
        speakers.set(who, speaker);
        rows.put("speaker", {
          id: speaker,
          source: of,
          number: who === "unknown" ? 7 : speakers.size,
          label: null,
          participant: typeof who === "number" ? (people[answering.indexOf(who)] ?? null) : null,
          interviewer: who === "asks",
          gone,
        });
      }
    }
    rows.put("source", {
      id: of,
      number: at + 1,
      kind: one.kind,
      revision,
      title: null,
      organisation: body,
      participant: one.kind === "survey" ? (people[0] ?? null) : null,
      guide: null,
      heldOn: null,
      minutes: null,
      lang: one.lang,
      original: null,
      gone,
    });
    subjects.push(of);
    let text = "";
    const turns = one.turns.map(({ who, words }) => {
      if (text !== "") text += "\n\n";
      const start = lengthOf(text);
      text += words;
      return { start, end: lengthOf(text), speaker: speakers.get(who) ?? null };
    });
    texts.set(of, { revision, text, turns });
    const astral = astralOf(text);
    for (const [n, { from, to, tags: on }] of one.quotes.entries()) {
      const length = lengthOf(text);
      const [start = 0, end = 0] = [from % length, 1 + (to % length)].toSorted((a, b) => a - b);
      const words = slicePoints(text, astral, start, end);
      if (words.trim() === "" || words !== words.trim()) continue;
      const quote = id(`q${at}/${n}`);
      const spoken = turnAt(turns, { start, end }, (speaker) => rows.live("speaker", speaker)?.interviewer ?? false);
      quotes.set(quote, words);
      rows.put("quote", { id: quote, source: of, by: id("me"), gone });
      rows.put("anchor", {
        id: pair(quote, revision),
        quote,
        revision,
        start,
        end,
        turn: id("turn"),
        speaker: spoken?.speaker ?? null,
        question: null,
        state: "sound",
        gone,
      });
      for (const tag of new Set(on.flatMap((nth) => tags[nth] ?? [])))
        rows.put("tagging", { id: pair(quote, tag), quote, tag, gone });
      subjects.push(quote);
    }
  }

  const all = [...quotes.keys()];
  const boardOrds = keysBetween(null, null, plan.boards.length);
  let insights = 0;
  for (const [at, { named, themes, cards }] of plan.boards.entries()) {
    const own = id(`b${at}`);
    rows.put("board", { id: own, analysis: at === 0, owner: null, origin: null, ord: boardOrds[at] ?? "a0", gone });
    if (named) say(own, "name", "en", `Board of ${at}`);
    const ids = themes.map((_, n) => id(`t${at}/${n}`));
    const themeOrds = keysBetween(null, null, Math.max(1, themes.length)).toReversed(); // what lies within comes before
    for (const [n, one] of themes.entries()) {
      const own2 = id(`t${at}/${n}`);
      const parent = one.within < n ? (ids[one.within] ?? null) : null;
      const box = { ...one.at, w: 300 + n, h: 200 + n };
      const state = { status: "candidate", locked: false, collapsed: false, gone } as const;
      rows.put("theme", { id: own2, board: own, parent, ord: themeOrds[n] ?? "a0", ...box, hue: one.hue, ...state });
      if (one.named) say(own2, "name", "en", `Theme ${at}.${n}`);
      if (one.named) textsOn(say, own2, one.texts, "definition");
      subjects.push(own2);
    }
    const cardOrds = keysBetween(null, null, Math.max(1, cards.length));
    for (const [n, one] of cards.entries()) {
      const quote = one.insight ? null : (all[one.quote % Math.max(1, all.length)] ?? null);
      const insight = quote === null ? id(`i${insights}`) : null;
      if (insight !== null) {
        rows.put("insight", { id: insight, by: id("me"), gone });
        say(insight, "body", "en", `Thought ${insights}: 🧶`);
        subjects.push(insight);
        insights += 1;
      }
      const lies = { board: own, theme: ids[one.theme] ?? null, ...one.at, size: one.size };
      rows.put("card", { id: id(`c${at}/${n}`), quote, insight, ...lies, ord: cardOrds[n] ?? "a0", gone });
    }
  }

  const memos: string[] = [];
  for (const [at, { on, answers }] of plan.memos.entries()) {
    const memo = id(`m${at}`);
    const above = answers ? rows.live("memo", memos.at(-1) ?? "") : undefined;
    const subject = above?.subject ?? subjects[on % subjects.length] ?? STUDY;
    rows.put("memo", { id: memo, subject, parent: above?.id ?? null, by: id("me"), resolved: false, also: null, gone });
    say(memo, "body", "en", `Memo ${at}\n\nsays so.`);
    memos.push(memo);
  }
  return { rows, phrases, texts, quotes };
}

/** Some of the texts that a tag or a theme may have, by the bits of a number. */
function textsOn(
  say: ReturnType<typeof sayer>,
  subject: string,
  bits: number,
  first: "description" | "definition" = "description",
): void {
  if (bits & 1) say(subject, first, "en", "In people\n\nWhen to use (English):");
  if (bits & 2) say(subject, "include", "cy", "Pan fo rhywun");
  if (bits & 4) say(subject, "name", "cy", `Enw ${subject.slice(-12)}`);
}
