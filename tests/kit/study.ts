/** A small study as rows, for tests of what reads a whole study: two arms, three bodies, a theme with a sub-theme, a finding. */
import { pair } from "#lib/domain/field.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import type { Field } from "#lib/domain/wording/shape.ts";

const hex = (text: string) =>
  Array.from(text, (char) => char.charCodeAt(0).toString(16))
    .join("")
    .padEnd(12, "0")
    .slice(0, 12);

/** A readable, stable id. */
export const id = (name: string) => `00000000-0000-4000-8000-${hex(name)}`;

export type Told = Readonly<{
  rows: Rows;
  phrases: Map<string, { lang: string; words: string }>;
  quotes: Map<string, string>;
  say: (subject: string, field: Field, lang: "en" | "cy", words: string) => void;
}>;

export const STUDY = id("study");

export function study(): Told {
  const rows = new Rows();
  const phrases = new Map<string, { lang: string; words: string }>();
  const quotes = new Map<string, string>();
  const gone = false;
  const say = (subject: string, field: Field, lang: "en" | "cy", words: string) => {
    const phrase = id(`f${phrases.size}`);
    phrases.set(phrase, { lang, words });
    rows.put("wording", { id: slot(subject, field, lang), subject, field, lang, phrase, gone });
  };

  rows.put("study", { id: STUDY, lang: "en", archived: false, trashed: false, keptUntil: null, gone });
  say(STUDY, "title", "en", "Automation in Aberwen and beyond");
  say(STUDY, "problem", "en", "We do not know what helps.");
  say(STUDY, "problem", "cy", "Ni wyddom beth sy’n helpu.");

  const body = (name: string, number: number, kind: "local_authority" | "housing_association", named: boolean) =>
    rows.put("organisation", {
      id: id(name),
      number,
      kind,
      region: null,
      named,
      namedOn: null,
      name: id(`n${name}`),
      aliases: null,
      gone,
    });
  body("A", 1, "local_authority", true);
  body("B", 2, "local_authority", true);
  body("C", 3, "housing_association", false);
  const person = (name: string, number: number, organisation: string, consent: "verbatim" | "none") =>
    rows.put("participant", {
      id: id(name),
      number,
      organisation: id(organisation),
      seniority: number % 2 ? "leader" : "practitioner",
      consent,
      agreedOn: null,
      agreedUntil: null,
      withdrawnOn: null,
      erased: false,
      name: id(`n${name}`),
      contact: null,
      gone,
    });
  person("pa", 1, "A", "verbatim");
  person("pb", 2, "B", "none");
  person("pc", 3, "C", "verbatim");
  say(id("pa"), "role", "en", "Head of digital");

  const source = (
    name: string,
    number: number,
    kind: "interview" | "survey",
    organisation: string,
    participant: string | null,
    lang: string,
  ) => {
    rows.put("source", {
      id: id(name),
      number,
      kind,
      revision: id(`r${name}`),
      title: null,
      organisation: id(organisation),
      participant: participant && id(participant),
      guide: null,
      heldOn: null,
      minutes: kind === "interview" ? 90 : null,
      lang,
      original: null,
      gone,
    });
  };
  for (const name of ["ia", "ib", "sc"])
    rows.put("readThrough", { id: id(name), revision: id(`r${name}`), by: id("me"), gone });
  source("ia", 1, "interview", "A", null, "en");
  source("ib", 2, "interview", "B", null, "en");
  source("sc", 3, "survey", "C", "pc", "cy");
  const speaker = (name: string, of: string, participant: string) =>
    rows.put("speaker", {
      id: id(name),
      source: id(of),
      number: 1,
      label: null,
      participant: id(participant),
      interviewer: false,
      gone,
    });
  speaker("ka", "ia", "pa");
  speaker("kb", "ib", "pb");

  rows.put("board", { id: id("board"), analysis: true, owner: null, origin: null, ord: "a0", gone });
  const theme = (name: string, parent: string | null, ord: string, words: string) => {
    rows.put("theme", {
      id: id(name),
      board: id("board"),
      parent: parent && id(parent),
      ord,
      x: 0,
      y: 0,
      w: 10,
      h: 10,
      hue: 1,
      status: "candidate",
      locked: false,
      collapsed: false,
      gone,
    });
    say(id(name), "name", "en", words);
  };
  theme("T", null, "a1", "Skills");
  theme("U", "T", "a0", "Time to learn");
  theme("V", null, "a0", "Data");
  const quote = (name: string, of: string, who: string | null, on: string, words: string) => {
    quotes.set(id(name), words);
    rows.put("quote", { id: id(name), source: id(of), by: id("me"), gone });
    rows.put("anchor", {
      id: pair(id(name), id(`r${of}`)),
      quote: id(name),
      revision: id(`r${of}`),
      start: 0,
      end: 9,
      turn: id("turn"),
      speaker: who && id(who),
      question: null,
      state: "sound",
      gone,
    });
    rows.put("card", {
      id: id(`c${name}`),
      board: id("board"),
      quote: id(name),
      insight: null,
      theme: id(on),
      x: 0,
      y: 0,
      size: "m",
      ord: `a${name}`,
      gone,
    });
  };
  quote("q1", "ia", "ka", "T", "At Aberwen, Siân Llewelyn taught us all.");
  quote("q2", "ib", "kb", "U", "We never have the time.");
  quote("q3", "sc", null, "V", "=Mae'r data'n flêr yn Nhai Cynefin.");

  rows.put("finding", { id: id("F"), status: "draft", ord: "a0", gone });
  say(id("F"), "statement", "en", "People teach each other.");
  rows.put("findingTheme", { id: pair(id("F"), id("T")), finding: id("F"), theme: id("T"), gone });
  for (const [name, stance] of [
    ["q1", "supports"],
    ["q2", "supports"],
    ["q3", "contradicts"],
  ] as const) {
    rows.put("evidence", {
      id: pair(id("F"), id(name)),
      finding: id("F"),
      quote: id(name),
      stance,
      ord: `a${name}`,
      gone,
    });
  }
  return { rows, phrases, quotes, say };
}
