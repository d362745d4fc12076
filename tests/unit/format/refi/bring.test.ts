import { expect, test } from "vitest";
import { astralOf, slicePoints } from "#lib/domain/text/points.ts";
import type { KnownTag } from "#lib/domain/tag/draft.ts";
import { idsOf } from "#lib/format/import/ids.ts";
import { bringProject } from "#lib/format/refi/bring/project.ts";
import type { BroughtProject, ProjectWish } from "#lib/format/refi/bring/project.ts";
import { seenOf } from "#lib/format/refi/bring/seen.ts";
import { openProject } from "#lib/format/refi/read/open.ts";
import type { OpenProject } from "#lib/format/refi/read/open.ts";
import { sayProject } from "#lib/server/load/say.ts";
import { TALK, code, guid, otherProject, selection } from "#tests/kit/refi-file.ts";
import { STUDY, id } from "#tests/kit/study.ts";

function opened(xml?: string, origin?: string): OpenProject {
  const project = openProject(otherProject(xml, origin));
  if (!project.ok) throw new Error(project.fault.code);
  return project.value;
}

function brought(
  wish: Partial<ProjectWish> = {},
  tags: readonly KnownTag[] = [],
  bodies: readonly [string, string][] = [],
): BroughtProject {
  const all = {
    study: STUDY,
    lang: "en",
    wordsLang: "en",
    kind: "interview",
    cases: "participants",
    original: null,
    ...wish,
  } as const;
  const made = bringProject(opened(), all, { tags, organisations: new Map(bodies) }, sayProject, idsOf(id("plan")));
  if (!made.ok) throw new Error(made.fault.code);
  return made.value;
}

/** Words by the id of their phrase. */
const wordsIn = ({ phrases }: BroughtProject) => new Map(phrases.map(({ id: phrase, words }) => [phrase, words]));

test("[RF31] a quote is the words of its selection; selections of the same words are one with the tags of all", () => {
  const made = brought();
  const [text] = made.texts;
  const words = wordsIn(made);
  const names = new Map(made.command.tags.map((tag) => [tag.id, words.get(tag.texts[0]?.phrase ?? "")]));
  expect(text?.text).toBe(TALK);
  expect(
    made.command.quotes.map(({ start, end, tags }) => [
      slicePoints(TALK, astralOf(TALK), start, end),
      tags.map((tag) => names.get(tag)),
    ]),
  ).toEqual([
    ["People help", ["Trust", "Help"]],
    ["Time to learn", ["Help"]],
  ]);
  expect(made.counts).toMatchObject({ merged: 1, bySource: [2, null, null] });
});

test("[RF32] text of other software is as it is, each paragraph a turn of nobody; without blank lines each line is one", () => {
  const [text] = brought().texts;
  const said = text?.turns.map(({ start, end, speaker }) => [slicePoints(TALK, astralOf(TALK), start, end), speaker]);
  expect(said).toEqual([
    ["Ada: People help.", null],
    ["Ben: Time to learn 🧶 helps.", null],
  ]);
});

test("[RF33] cases are participants or organisations, or neither; what is known of one is known of its documents", () => {
  const made = brought();
  const { participants, sources } = made.command;
  const names = new Map(made.names.map((name) => [name.id, name.words]));
  expect(participants.map(({ name, consent }) => [names.get(name ?? ""), consent])).toEqual([
    ["Ada Jones", "verbatim"],
    ["Ben", "verbatim"],
  ]);
  expect(sources).toMatchObject([{ kind: "interview", participant: participants[0]?.id, organisation: null }]);
  expect(names.get(sources[0]?.title ?? "")).toBe("Talk one");
  expect(made.texts[0]?.values).toEqual([{ variable: guid(20), words: "41" }]);

  const bodies = brought({ cases: "organisations" }, [], [["ada jones", id("known")]]).command;
  expect(bodies.organisations).toMatchObject([{ kind: "other", named: false }]);
  expect(bodies.sources).toMatchObject([{ organisation: id("known"), participant: null }]);
  const none = brought({ cases: "none" });
  expect([none.command.participants, none.command.organisations]).toEqual([[], []]);
  expect(none.command.sources).toMatchObject([{ participant: null, organisation: null }]);
});

test("[RF29] tags that the study has stay as they are, and quotes carry them", () => {
  const known = { id: id("tag"), parent: null, hue: 3, texts: { "name/en": { words: "trust", phrase: id("w") } } };
  const { command } = brought({}, [known]);
  expect(command.tags.map(({ fresh }) => fresh)).toEqual([true]);
  expect(command.quotes[0]?.tags).toEqual([id("tag"), command.tags[0]?.id]);
});

test("[RF34] notes are memos on what they are about, answers to notes, insights where they are drawn, or memos on the study", () => {
  const made = brought();
  const words = wordsIn(made);
  const { command } = made;
  const called = new Map<string, string>([
    [STUDY, "study"],
    ...command.tags.map((tag) => [tag.id, "tag"] as const),
    ...command.quotes.map(({ id: quote }) => [quote, "quote"] as const),
    ...command.sources.map((source) => [source.id, "source"] as const),
    ...command.participants.map((one) => [one.id, "participant"] as const),
  ]);
  expect(
    command.memos.map(({ subject, parent, body }) => [called.get(subject), parent !== null, words.get(body.phrase)]),
  ).toEqual([
    ["quote", false, "Plan\n\nAsk again"],
    ["quote", true, "We did"],
    ["tag", false, "On trust: more"],
    ["source", false, "Recorded at home"],
    ["quote", false, "Nice"],
    ["study", false, "About wool"],
    ["participant", false, "Met twice"],
  ]);
  expect(command.insights.map(({ body }) => words.get(body.phrase))).toEqual(["Drawn\n\nA thought"]);
});

test("[RF35] a graph is a board with cards for what can lie on one, as far apart as cards are wide", () => {
  const made = brought();
  const [board] = made.command.boards;
  expect(made.command.boards).toHaveLength(1);
  expect(wordsIn(made).get(board?.name?.phrase ?? "")).toBe("Net");
  expect(board?.cards).toMatchObject([
    { quote: made.command.quotes[1]?.id, insight: null, theme: null, x: 20, y: 40 },
    { quote: null, insight: made.command.insights[0]?.id, theme: null, x: 400, y: 40 },
  ]);
});

test("[RF36] what is not carried is counted by what it is", () => {
  expect(brought().lost).toEqual({
    media: 1,
    textless: 1,
    areas: 1,
    selections: 1,
    outside: 1,
    codes: 1,
    codings: 1,
    wholes: 1,
    sets: 1,
    caseQuotes: 1,
    values: 1,
    noteTexts: 1,
    links: 1,
    vertices: 2,
    edges: 1,
    graphs: 1,
    users: 1,
  });
});

test("[RF27] [RF36] what is shown before says what comes in, how positions were counted, and what of each document", () => {
  expect(seenOf(opened(), brought(), false)).toMatchObject({
    origin: "Tool 1",
    own: false,
    here: false,
    counts: { sources: 1, quotes: 2, merged: 1, tags: 2, cases: 2, memos: 7, insights: 1, boards: 1, themes: 0 },
    counting: { unit: "points", fit: 3, of: 4, cut: 0, standard: 3 },
    sources: [
      { name: "Talk one", medium: "text", characters: 46, quotes: 2, fit: 3, of: 4 },
      { name: "Photo", medium: "picture", characters: null, quotes: 0 },
      { name: "Lost", medium: "text", characters: null, quotes: 0 },
    ],
  });
});

test("[RF29] carried out again, the same plan has the same ids", () => {
  expect(brought()).toEqual(brought());
});

test("[RF35] [RF29] a file that only says it is ours closes no ring of themes, and lays no card into a theme of another board", () => {
  const vertex = (n: number, of: number) =>
    `<Vertex guid="${guid(n)}" representedGUID="${guid(of)}" firstX="0" firstY="0" secondX="9" secondY="9"/>`;
  const edge = (n: number, from: number, to: number) =>
    `<Edge guid="${guid(n)}" sourceVertex="${guid(from)}" targetVertex="${guid(to)}"/>`;
  const themes = `<Code guid="${guid(1)}" name="Themes" isCodable="false">${code(2, "A")}${code(3, "B")}</Code>`;
  const text = `<TextSource guid="${guid(4)}" plainTextPath="a.txt">${selection(5, 0, 3)}</TextSource>`;
  const graphs =
    `<Graph guid="${guid(6)}">${vertex(7, 2)}${vertex(8, 3)}${edge(9, 7, 8)}${edge(10, 8, 7)}</Graph>` +
    `<Graph guid="${guid(11)}">${vertex(12, 2)}${vertex(13, 5)}${edge(14, 13, 12)}</Graph>`;
  const xml = `<CodeBook><Codes>${themes}</Codes></CodeBook><Sources>${text}</Sources><Graphs>${graphs}</Graphs>`;
  const project = opened(xml, "Carthen (en)");
  const wish = { study: STUDY, lang: "en", wordsLang: "en", kind: "interview", cases: "none", original: null } as const;
  const made = bringProject(project, wish, { tags: [], organisations: new Map() }, sayProject, idsOf(id("plan")));
  if (!made.ok) throw new Error(made.fault.code);
  const [first, second] = made.value.command.boards;
  expect(first?.themes.map(({ parent }) => parent)).toEqual([null, null]);
  expect(second?.cards.map(({ theme }) => theme)).toEqual([null]);
  expect(made.value.lost).toEqual({ vertices: 1 });
});
