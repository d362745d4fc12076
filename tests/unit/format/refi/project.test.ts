import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { decidedOf } from "#lib/domain/identifier/decided.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import { pair } from "#lib/domain/field.ts";
import { NOTHING } from "#lib/domain/quote/around.ts";
import { openCodebook } from "#lib/format/codebook/open.ts";
import { blankProject } from "#lib/format/refi/blank.ts";
import { gatherProject } from "#lib/format/refi/gather/project.ts";
import type { GatheredProject } from "#lib/format/refi/gather/project.ts";
import type { WholeText } from "#lib/format/refi/gather/sources.ts";
import { writeQde, writeQdpx } from "#lib/format/refi/project.ts";
import { sayCodebook, sayProject } from "#lib/server/load/say.ts";
import { all, parsed, projectFaults, schemaFault } from "#tests/kit/refi.ts";
import type { Node } from "#tests/kit/refi.ts";
import { STUDY, id, study } from "#tests/kit/study.ts";
import type { Told } from "#tests/kit/study.ts";
import { textsOf } from "#tests/kit/whole.ts";

const ME = id("me");
const PROFILES = ["standard", "nvivo", "atlas"] as const;
const NAMES = [
  { id: id("C"), kind: "organisation", full: "Tai Cynefin", others: "" },
  { id: id("pa"), kind: "participant", full: "Siân Llewelyn", others: "" },
] as const;

/** The small study with tags, memos on several things, an insight, and somebody’s own board. */
function furnished(): Told {
  const told = study();
  const { rows, say } = told;
  const gone = false;
  rows.put("tag", { id: id("tag"), parent: null, hue: 4, ord: "a0", example: null, gone });
  rows.put("tag", { id: id("sub"), parent: id("tag"), hue: null, ord: "a1", example: null, gone });
  say(id("tag"), "name", "en", "Teaching");
  say(id("tag"), "description", "en", "As Siân Llewelyn did.");
  say(id("sub"), "name", "en", "By heart");
  for (const [quote, tag] of [
    ["q1", "sub"],
    ["q1", "tag"],
    ["q3", "tag"],
  ] as const)
    rows.put("tagging", { id: pair(id(quote), id(tag)), quote: id(quote), tag: id(tag), gone });
  const memo = (name: string, subject: string, parent: string | null, words: string) => {
    rows.put("memo", {
      id: id(name),
      subject,
      parent: parent && id(parent),
      by: ME,
      resolved: false,
      also: null,
      gone,
    });
    say(id(name), "body", "en", words);
  };
  memo("m1", id("tag"), null, "Ask again.");
  memo("m2", id("tag"), "m1", "We did.");
  memo("m3", id("q2"), null, "On what may not leave.");
  memo("m4", id("pa"), null, "On somebody.");
  memo("m5", STUDY, null, "On all of it.");
  memo("m6", id("cq1"), null, "On a card.");
  rows.put("insight", { id: id("n1"), by: ME, gone });
  say(id("n1"), "body", "en", "It is about time.");
  rows.put("card", {
    id: id("cn1"),
    board: id("board"),
    quote: null,
    insight: id("n1"),
    theme: id("T"),
    x: -5,
    y: 7,
    size: "s",
    ord: "b",
    gone,
  });
  rows.put("board", { id: id("mine"), analysis: false, owner: ME, origin: null, ord: "a9", gone });
  rows.put("theme", {
    id: id("own"),
    board: id("mine"),
    parent: null,
    ord: "a0",
    x: 0,
    y: 0,
    w: 9,
    h: 9,
    hue: 1,
    status: "candidate",
    locked: false,
    collapsed: false,
    gone,
  });
  say(id("own"), "name", "en", "Only mine");
  memo("m7", id("own"), null, "On my own.");
  say(id("board"), "name", "en", "Analysis");
  return told;
}

function made(
  told: Told,
  themes: "codes" | "sets" = "codes",
  lang: "en" | "cy" = "en",
  texts: ReadonlyMap<string, WholeText> = textsOf(told),
): GatheredProject {
  const { rows, phrases } = told;
  const quotes = new Map([...told.quotes].map(([quote, words]) => [quote, { words, around: NOTHING }]));
  const names = plan(
    NAMES,
    decidedOf(rows.all("identifier"), (phrase) => phrases.get(phrase ?? "")?.words ?? null),
  );
  return gatherProject(
    { rows, phrases, quotes, texts, attributes: 1, day: "2026-11-27" },
    { study: STUDY, person: ME, lang, themes },
    names,
    { project: sayProject, codebook: sayCodebook },
  );
}

const of = (root: Node, name: string) => all(root).filter((node) => node.name === name);

test("[RF10] [RF11] whatever is chosen, the file fits the schema, what it refers to is there, and it is the same bytes each time", () => {
  for (const themes of ["codes", "sets"] as const) {
    for (const lang of ["en", "cy"] as const) {
      const { paper } = made(furnished(), themes, lang);
      for (const profile of PROFILES) {
        const main = writeQde(paper, profile);
        expect(projectFaults(main)).toEqual([]);
        expect(schemaFault(main, "Project.xsd")).toBe(null);
        expect(writeQdpx(paper, profile)).toEqual(writeQdpx(made(furnished(), themes, lang).paper, profile));
      }
    }
  }
  expect(projectFaults(writeQde(blankProject("en"), "standard"))).toEqual([]);
  const empty = made({ ...study(), quotes: new Map() });
  expect(
    schemaFault(
      writeQde({ ...empty.paper, codes: [], cases: [], sources: [], graphs: [], variables: [] }, "standard"),
      "Project.xsd",
    ),
  ).toBe(null);
});

test("[RF12] [RF13] the zip has its XML under the name that the standard gives, and a text for each source, where each software looks", () => {
  const { paper } = made(furnished());
  const names = (profile: (typeof PROFILES)[number]) => Object.keys(unzipSync(writeQdpx(paper, profile)));
  expect(names("standard")).toEqual(["project.qde", `sources/${id("ia")}.txt`, `sources/${id("sc")}.txt`]);
  expect(names("atlas")).toEqual(names("standard"));
  expect(names("nvivo")[1]).toBe(`Sources/${id("ia")}.txt`);
  expect(of(parsed(writeQde(paper, "atlas")), "TextSource").map((node) => node.attributes["plainTextPath"])).toEqual([
    `internal://${id("ia")}.txt`,
    `internal://${id("sc")}.txt`,
  ]);
});

test("[RF14] [RF15] [RF16] texts have names replaced and say whose each turn is; a selection is the words of its quote", () => {
  const { paper, hits, lost } = made(furnished());
  const [first, second] = paper.sources;
  expect(first?.text).toBe("Interviewer: What would help?\n\nP01: At Aberwen, [person] taught us all.");
  expect(second?.text).toBe("=Mae'r data'n flêr yn [sefydliad].");
  expect(first?.selections.map(({ start, end }) => Array.from(first.text).slice(start, end).join(""))).toEqual([
    "At Aberwen, [person] taught us all.",
  ]);
  expect(new Set(hits.flatMap(({ open }) => open))).toEqual(new Set([id("pa"), id("C")]));
  expect(lost).toMatchObject({ quotesWithheld: 1, sourcesWithheld: 1 });
  expect(JSON.stringify(paper)).not.toContain("never have the time");
});

test("[RF16] a turn of nobody beside turns of somebody says so", () => {
  const told = furnished();
  const texts = new Map(textsOf(told));
  const whole = texts.get(id("ia"));
  if (!whole) throw new Error("no text");
  const text = `${whole.text}\n\nPart two`;
  const heading = { start: whole.text.length + 2, end: text.length, speaker: null };
  texts.set(id("ia"), { ...whole, text, turns: [...whole.turns, heading] });
  expect(made(told, "codes", "en", texts).paper.sources[0]?.text).toMatch(/taught us all\.\n\nNot spoken: Part two$/);
});

test("[RF15] of an interview in which others speak too, only the turns of who may not be quoted are withheld", () => {
  const told = furnished();
  told.rows.put("speaker", {
    id: id("kc"),
    source: id("ib"),
    number: 2,
    label: null,
    participant: null,
    interviewer: false,
    gone: false,
  });
  told.rows.put("quote", { id: id("q4"), source: id("ib"), by: ME, gone: false });
  told.quotes.set(id("q4"), "I do 🧶.");
  const [like] = told.rows.related("anchorsOfQuote", id("q2"));
  if (like) told.rows.put("anchor", { ...like, id: pair(id("q4"), id("rib")), quote: id("q4"), speaker: id("kc") });
  const { paper, lost } = made(told);
  expect(paper.sources[1]?.text).toBe(
    "Interviewer: What would help?\n\nP02: [not shown: does not agree to be quoted]\n\nSpeaker 2: I do 🧶.",
  );
  expect(paper.sources[1]?.selections).toMatchObject([{ id: id("q4"), name: "I do 🧶." }]);
  expect(lost).toMatchObject({ quotesWithheld: 1, turnsWithheld: 1 });
});

test("[RF17] cases have pseudonyms and codes, hold whole sources or quotes, and say no more than disclosure control lets them", () => {
  const { paper, lost } = made(furnished());
  expect(
    paper.cases.map(({ name, values, sources, selections }) => [
      name,
      values.map(({ words }) => words),
      sources,
      selections,
    ]),
  ).toEqual([
    ["O01", [], [id("ia")], []],
    ["O03", [], [id("sc")], []],
    ["P01", ["O01"], [id("ia")], []],
    ["P03", ["O03"], [id("sc")], []],
  ]);
  expect(paper.variables.map(({ name }) => name)).toEqual(["Organisation", "Language"]);
  expect(paper.sources.map(({ values }) => values.map(({ words }) => words))).toEqual([["en"], ["cy"]]);
  expect(lost).toMatchObject({ people: 2, organisations: 2 });
});

test("[RF18] themes are codes on their quotes below one that only holds them, or sets of what their quotes carry", () => {
  const codes = made(furnished()).paper;
  expect(codes.codes.map(({ name, codable, codes: inner }) => [name, codable, inner.map((one) => one.name)])).toEqual([
    ["Teaching", true, ["By heart"]],
    ["Themes", false, ["Data", "Skills"]],
  ]);
  expect(codes.sets).toEqual([]);
  expect(codes.sources[0]?.selections[0]?.codings.map(({ code }) => code)).toEqual([id("tag"), id("sub"), id("T")]);
  const { paper: sets } = made(furnished(), "sets");
  expect(sets.codes.map(({ name }) => name)).toEqual(["Teaching"]);
  expect(sets.sets.map(({ name, codes: held, notes }) => [name, held, notes])).toEqual([
    ["Data", [id("tag")], []],
    ["Skills", [id("tag"), id("sub")], [id("n1")]],
    ["Skills › Time to learn", [], []],
  ]);
});

test("[RF19] a board is a graph whose vertices stand for themes, quotes and notes, at their places; nobody’s own board is one", () => {
  const { paper, lost } = made(furnished());
  expect(paper.graphs.map(({ name }) => name)).toEqual(["Analysis"]);
  expect(paper.graphs[0]?.vertices.map(({ of: shown, shape }) => [shown, shape])).toEqual([
    [id("U"), "RoundedRectangle"],
    [id("V"), "RoundedRectangle"],
    [id("T"), "RoundedRectangle"],
    [id("q1"), "Rectangle"],
    [id("q3"), "Rectangle"],
    [id("n1"), "Note"],
  ]);
  expect(paper.graphs[0]?.vertices.at(-1)).toMatchObject({ x: -5, y: 7, w: 176, h: 128 });
  // What lies in which theme is drawn, so that sets of tags do not lose it.
  const shown = new Map(paper.graphs[0]?.vertices.map((vertex) => [vertex.id, vertex.of]));
  expect(paper.graphs[0]?.edges.map(({ from, to }) => [shown.get(from), shown.get(to)])).toEqual([
    [id("U"), id("T")],
    [id("q1"), id("T")],
    [id("q3"), id("V")],
    [id("n1"), id("T")],
  ]);
  expect(lost).toMatchObject({ private: 1 });
  expect(JSON.stringify(paper)).not.toMatch(/Only mine|On my own/);
});

test("[RF20] memos are notes on what they are about, answers on what they answer; others are counted and say nothing", () => {
  const { paper, lost } = made(furnished());
  expect(paper.notes.map(({ name, text, notes }) => [name, text, notes])).toEqual([
    ["Insight", "It is about time.", []],
    ["Memo", "Ask again.", [id("m2")]],
    ["Memo", "On a card.", []],
    ["Memo", "On all of it.", []],
    ["Memo", "We did.", []],
  ]);
  expect(paper.about).toEqual([id("m5")]);
  expect(paper.sources[0]?.selections[0]?.notes).toEqual([id("m6")]);
  expect(lost).toMatchObject({ loose: 2 });
  expect(JSON.stringify(paper)).not.toContain("On what may not leave");
});

test("[RF24] [RF6] tags of a project of ours come in as no change, its themes not at all", () => {
  const told = furnished();
  const answer = openCodebook(writeQdpx(made(told).paper, "standard"), { lang: "cy", levels: true });
  if (!answer.ok) throw new Error(answer.fault.code);
  expect(answer.value.refi).toMatchObject({ project: true, themes: 3, headings: 0 });
  expect(answer.value.drafts.map(({ id: tag, above, texts }) => [tag, above, texts])).toEqual([
    [id("tag"), [], { "name/en": "Teaching", "description/en": "As [person] did." }],
    [id("sub"), ["Teaching"], { "name/en": "By heart" }],
  ]);
});

test("[RF21] what the format has no place for is counted", () => {
  expect(made(furnished()).lost).toEqual({
    quotesWithheld: 1,
    sourcesWithheld: 1,
    people: 2,
    organisations: 2,
    attributes: 1,
    loose: 2,
    private: 1,
    findings: 1,
  });
  const told = furnished();
  const source = told.rows.live("source", id("sc"));
  if (source) told.rows.put("source", { ...source, revision: id("newer") }); // a correction has lost its quote
  expect(made(told).lost).toMatchObject({ quotesLost: 1 });
});
