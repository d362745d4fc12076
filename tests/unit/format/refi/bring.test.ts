import fc from "fast-check";
import { expect, test } from "vitest";
import { astralOf, slicePoints } from "#lib/domain/text/points.ts";
import type { KnownTag } from "#lib/domain/tag/draft.ts";
import { idsOf } from "#lib/format/import/ids.ts";
import { themesIn } from "#lib/format/refi/bring/boards.ts";
import { bringProject } from "#lib/format/refi/bring/project.ts";
import type { BroughtProject, ProjectWish } from "#lib/format/refi/bring/project.ts";
import { seenOf } from "#lib/format/refi/bring/seen.ts";
import { openProject } from "#lib/format/refi/read/open.ts";
import type { OpenProject } from "#lib/format/refi/read/open.ts";
import { sayProject } from "#lib/server/load/say.ts";
import { TALK, code, guid, otherProject, selection } from "#tests/kit/refi-file.ts";
import { STUDY, id } from "#tests/kit/study.ts";

function opened(xml?: string, origin?: string, text?: string): OpenProject {
  const project = openProject(otherProject(xml, origin, text));
  if (!project.ok) throw new Error(project.fault.code);
  return project.value;
}

function tried(
  project: OpenProject,
  wish: Partial<ProjectWish> = {},
  tags: readonly KnownTag[] = [],
  bodies: readonly [string, string][] = [],
) {
  const all = {
    study: STUDY,
    lang: "en",
    wordsLang: "en",
    kind: "interview",
    cases: "participants",
    original: null,
    ...wish,
  } as const;
  return bringProject(project, all, { tags, organisations: new Map(bodies) }, sayProject, idsOf(id("plan")));
}

function gathered(...of: Parameters<typeof tried>): BroughtProject {
  const all = tried(...of);
  if (!all.ok) throw new Error(all.fault.code);
  return all.value;
}

function brought(
  wish: Partial<ProjectWish> = {},
  tags: readonly KnownTag[] = [],
  bodies: readonly [string, string][] = [],
): BroughtProject {
  return gathered(opened(), wish, tags, bodies);
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

const ref = (name: string, n: number) => `<${name} targetGUID="${guid(n)}"/>`;
const text = (n: number, inside = "", path = "a.txt") =>
  `<TextSource guid="${guid(n)}" name="T${n}" plainTextPath="${path}">${inside}</TextSource>`;
const oneCase = (n: number, name: string, inside: string) => `<Case guid="${guid(n)}" name="${name}">${inside}</Case>`;
const value = (words: string, variable = 20) =>
  `<VariableValue>${ref("VariableRef", variable)}<TextValue>${words}</TextValue></VariableValue>`;
const variables = `<Variables><Variable guid="${guid(20)}" name="Age"/><Variable guid="${guid(21)}" name=" "/></Variables>`;
const tooMany = (what: string, limit: number) => ({ ok: false, fault: { code: "project.too-many", what, limit } });

test("[RF28] a project of more turns than come in at once is refused, and one text of more than fit", () => {
  const texts = (count: number) =>
    `<Sources>${Array.from({ length: count }, (_, n) => text(n + 1)).join("")}</Sources>`;
  const lines = (count: number) => "a\n".repeat(count);
  expect(tried(opened(texts(3), "Tool", lines(100_000)))).toMatchObject({ ok: true });
  expect(tried(opened(texts(4), "Tool", lines(75_001)))).toEqual(tooMany("turns", 300_000));
  expect(tried(opened(texts(1), "Tool", lines(100_001)))).toMatchObject({
    fault: { code: "turns.too-many", count: 100_001 },
  });
});

test("[RF28] a project of more signs than come in at once is refused, those of a note on several things on each", () => {
  const on = (count: number) => {
    const selections = Array.from({ length: count }, (_, n) => selection(n + 10, n % 30, 40, ref("NoteRef", 5)));
    const note = `<Notes><Note guid="${guid(5)}"><PlainTextContent>${"a".repeat(100_000)}</PlainTextContent></Note></Notes>`;
    const split = selections.flatMap((_, n) =>
      n % 20 === 0 ? [text(n / 20 + 1_000, selections.slice(n, n + 20).join(""))] : [],
    );
    return opened(`<Sources>${split.join("")}</Sources>${note}`);
  };
  expect(tried(on(200))).toMatchObject({ ok: true });
  expect(tried(on(201))).toEqual(tooMany("signs", 20_000_000));
});

test("[RF28] a note on several things counts on each, also where it is short", () => {
  const on = (count: number) => {
    const notes = Array.from({ length: 100 }, (_, n) => `<Note guid="${guid(n + 10)}" name="N"/>`).join("");
    const refs = Array.from({ length: 100 }, (_, n) => ref("NoteRef", n + 10)).join("");
    const codes = Array.from({ length: count }, (_, n) => code(n + 1_000, `C${n}`, refs)).join("");
    return opened(`<CodeBook><Codes>${codes}</Codes></CodeBook><Notes>${notes}</Notes>`);
  };
  expect(gathered(on(200)).command.memos).toHaveLength(20_000);
  expect(tried(on(201))).toEqual(tooMany("notes", 20_000));
});

test("[RF33] a document is of the case that names it, however often, and its values are known once", () => {
  const twice = oneCase(30, "Ada", value("41") + ref("SourceRef", 40) + ref("SourceRef", 40));
  const all = gathered(opened(`${variables}<Cases>${twice}</Cases><Sources>${text(40)}</Sources>`));
  expect(all.command.sources).toMatchObject([{ participant: all.command.participants[0]?.id }]);
  expect(all.texts[0]?.values).toEqual([{ variable: guid(20), words: "41" }]);
  expect(all.lost).toEqual({});
  const both = opened(
    `${variables}<Cases>${twice}${oneCase(31, "Ben", ref("SourceRef", 40))}</Cases><Sources>${text(40)}</Sources>`,
  );
  expect(gathered(both).command.sources).toMatchObject([{ participant: null }]);
  expect(gathered(both).lost).toEqual({ shared: 1 });
});

test("[RF33] cases of one name are one organisation, which has the documents of both; those without a name are each their own", () => {
  const cases = [
    oneCase(30, "Wool  Mill", ref("SourceRef", 40) + ref("SourceRef", 41)),
    oneCase(31, "wool mill", ref("SourceRef", 41)),
    oneCase(32, "", ""),
    oneCase(33, " ", ""),
  ].join("");
  const { command, names, lost } = gathered(
    opened(`<Cases>${cases}</Cases><Sources>${text(40)}${text(41)}</Sources>`),
    { cases: "organisations" },
  );
  const [mill] = command.organisations;
  expect(command.organisations).toHaveLength(3);
  expect(names.filter(({ field }) => field === "name").map(({ words }) => words)).toEqual(["Wool  Mill"]);
  expect(command.sources.map(({ organisation }) => organisation)).toEqual([mill?.id, mill?.id]);
  expect(lost).toEqual({});
});

test("[RF36] what is described, and what is known, of what does not come in is counted", () => {
  const said = "<Description>Said</Description>";
  const here = text(40, selection(50, 90, 99, said));
  const gone = text(41, said + value("1") + value("2") + selection(51, 0, 3, said) + selection(52, 0, 3), "b.txt");
  const cases =
    oneCase(30, "Ada", said + value("3") + ref("SourceRef", 41)) +
    oneCase(31, "Ben", value("4") + ref("SourceRef", 40));
  const project = opened(`${variables}<Cases>${cases}</Cases><Sources>${here}${gone}</Sources>`);
  const lost = { textless: 1, outside: 1, selections: 2, values: 3 };
  expect(gathered(project).lost).toEqual({ ...lost, noteTexts: 3 });
  expect(gathered(project, { cases: "none" }).lost).toEqual({ ...lost, noteTexts: 4 });
});

test("[RF33] [RF36] a document has one value of each variable, its own before those of its cases; the others are counted", () => {
  const own = text(40, value("30") + value("new", 21) + value("lost", 22));
  const cases =
    oneCase(30, "Ada", value("30") + value("old", 21) + ref("SourceRef", 40)) +
    oneCase(31, "Ben", value("9") + ref("SourceRef", 40));
  const {
    texts,
    variables: names,
    lost,
  } = gathered(opened(`${variables}<Cases>${cases}</Cases><Sources>${own}</Sources>`));
  expect(texts[0]?.values).toEqual([
    { variable: guid(20), words: "30" },
    { variable: guid(21), words: "new" },
  ]);
  expect([...names]).toEqual([
    [guid(20), "Age"],
    [guid(21), "2"],
  ]);
  expect(lost).toEqual({ shared: 1, moreValues: 3 });
});

test("[RF36] names and titles that are longer than any are counted", () => {
  const long = (n: number) => "n".repeat(n);
  const named = (n: number) =>
    gathered(
      opened(
        `<Cases>${oneCase(30, long(n), "")}</Cases><Sources><TextSource guid="${guid(40)}" name="${long(n)}" plainTextPath="a.txt"/></Sources>`,
      ),
    );
  expect(named(500)).toMatchObject({ names: [{ words: long(500) }, { words: long(500) }], lost: {} });
  expect(named(501)).toMatchObject({ names: [], lost: { names: 2 } });
});

test("[RF35] a set of ours is called by what follows the longest earlier name that it goes on from", () => {
  const name = fc.array(fc.constantFrom("a", "b", " › ", "›", " "), { maxLength: 6 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const sets = names.map((one, n) => ({ guid: guid(n), name: one, description: "", notes: [] }));
      const expected = names.map((one, n) => {
        const before = names.slice(0, n).filter((other) => other !== "" && one.startsWith(`${other} › `));
        const longest = Math.max(-3, ...before.map(({ length }) => length));
        return one.slice(longest + 3);
      });
      expect(themesIn([], sets, []).map((theme) => theme.name)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
