import { expect, test } from "vitest";
import type { ProjectBring } from "#lib/domain/project/word.ts";
import { evolve, invert } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { id } from "#tests/kit/study.ts";

const said = (words: string) => ({ lang: "en" as const, phrase: id(words) });

/** A study with a board, and a text that lies ready. */
function study(): Rows {
  const rows = new Rows();
  rows.put("board", { id: id("home"), analysis: true, owner: null, origin: null, ord: "a0", gone: false });
  const at = { turn: id("turn"), speaker: null, question: null, revisionEnd: 9 };
  rows.learn({ kind: "turn", revision: id("r1"), start: 0, end: 4, at });
  return rows;
}

const CARD = { quote: null, insight: null, theme: null, x: 1, y: 2, size: "m" as const };
const BOX = { x: 0, y: 0, w: 9, h: 9, hue: 1, texts: [] };
const NOTHING: ProjectBring = {
  kind: "project.bring",
  problem: null,
  organisations: [],
  participants: [],
  numbers: {},
  sources: [],
  speakers: [],
  tags: [],
  quotes: [],
  insights: [],
  memos: [],
  boards: [],
};
const SOURCE: ProjectBring["sources"][number] = {
  id: id("s1"),
  kind: "document",
  revision: id("r1"),
  title: null,
  organisation: null,
  participant: null,
  guide: null,
  heldOn: null,
  minutes: null,
  lang: "en",
  original: null,
};
const QUOTE = { id: id("q1"), source: id("s1"), revision: id("r1"), start: 0, end: 4, tags: [id("t1")] };
const WHOLE: ProjectBring = {
  ...NOTHING,
  problem: { study: id("study"), ...said("p") },
  sources: [SOURCE],
  tags: [{ id: id("t1"), fresh: true, parent: null, texts: [{ field: "name", ...said("n"), was: null }] }],
  quotes: [QUOTE],
  insights: [{ id: id("i1"), body: said("i") }],
  memos: [
    { id: id("m1"), subject: id("q1"), parent: null, body: said("m") },
    { id: id("m2"), subject: id("q1"), parent: id("m1"), body: said("o") },
  ],
  boards: [
    {
      id: id("b1"),
      name: said("one"),
      // What lies within is named before what it lies in, as its order may be.
      themes: [
        { id: id("h2"), parent: id("h1"), ...BOX },
        { id: id("h1"), parent: null, ...BOX, texts: [{ field: "name", ...said("h") }] },
      ],
      cards: [
        { id: id("c1"), ...CARD, quote: id("q1"), theme: id("h2") },
        { id: id("c2"), ...CARD, insight: id("i1") },
      ],
    },
    { id: id("b2"), name: null, themes: [], cards: [{ id: id("c3"), ...CARD, quote: id("q1") }] },
  ],
};

function brought(rows: Rows, command: ProjectBring) {
  const decided = decide(rows, command, { person: id("me") });
  if (!decided.ok) throw new Error(JSON.stringify(decided.fault));
  for (const change of decided.value) evolve(rows, change);
  return decided.value;
}

const refused = (rows: Rows, command: Partial<ProjectBring>) => {
  const decided = decide(rows, { ...WHOLE, ...command }, { person: id("me") });
  return decided.ok ? null : decided.fault.code;
};

test("[RF29] all of it is one command; what it undoes is what it made", () => {
  const rows = study();
  const changes = brought(rows, WHOLE);
  expect(rows.related("cardsOfTheme", id("h2"))).toMatchObject([{ id: id("c1"), quote: id("q1") }]);
  expect([...rows.all("theme")].toSorted((a, b) => (a.ord < b.ord ? -1 : 1)).map((theme) => theme.id)).toEqual([
    id("h2"),
    id("h1"),
  ]);
  expect(rows.related("taggingsOfQuote", id("q1"))).toMatchObject([{ tag: id("t1") }]);
  expect(rows.live("anchor", `${id("q1")}/${id("r1")}`)).toMatchObject({ start: 0, end: 4, turn: id("turn") });
  expect(rows.live("memo", id("m2"))).toMatchObject({ parent: id("m1"), by: id("me") });
  const undone = decideUndo(rows, changes, false);
  expect(undone.ok && undone.value.length).toBe(invert(changes).length);
});

test("[RF30] the first board comes onto the one that findings read where nothing lies there, and names it where it has no name", () => {
  const rows = study();
  brought(rows, WHOLE);
  expect(rows.live("board", id("b1"))).toBe(undefined);
  expect(rows.live("board", id("b2"))).toMatchObject({ analysis: false });
  expect(rows.related("cardsOfBoard", id("home"))).toHaveLength(2);
  expect(rows.related("wordingsOf", id("home"))).toMatchObject([{ field: "name", phrase: id("one") }]);

  const named = study();
  const wording = {
    id: `${id("home")}/name/en`,
    subject: id("home"),
    field: "name",
    ...said("mine"),
    gone: false,
  } as const;
  named.put("wording", wording);
  brought(named, WHOLE);
  expect(named.related("wordingsOf", id("home"))).toMatchObject([{ phrase: id("mine") }]);

  const used = study();
  used.put("card", { id: id("c9"), board: id("home"), ...CARD, quote: id("q9"), ord: "a0", gone: false });
  brought(used, WHOLE);
  expect(used.live("board", id("b1"))).toMatchObject({ analysis: false });
  expect(used.related("cardsOfBoard", id("home"))).toHaveLength(1);
});

test("[RF33] whoever had a number elsewhere keeps it where it is free; the others draw one that is", () => {
  const rows = study();
  const person = (name: string) => ({
    id: id(name),
    organisation: null,
    seniority: null,
    consent: "verbatim" as const,
    name: null,
    contact: null,
  });
  const participants = ["pa", "pb", "pc", "pd"].map(person);
  rows.learn({ kind: "taken", numbers: [22] });
  brought(rows, { ...NOTHING, participants, numbers: { [id("pa")]: 47, [id("pb")]: 22, [id("pc")]: 47 } });
  const numbers = participants.map(({ id: one }) => rows.live("participant", one)?.number);
  expect(numbers[0]).toBe(47);
  expect(new Set([...numbers, 22]).size).toBe(5);
});

test("[RF29] what the study is about is said only where nobody has said it", () => {
  const rows = study();
  const own = {
    id: `${id("study")}/problem/en`,
    subject: id("study"),
    field: "problem",
    ...said("old"),
    gone: false,
  } as const;
  rows.put("wording", own);
  brought(rows, WHOLE);
  expect(rows.live("wording", own.id)?.phrase).toBe(id("old"));
  brought(rows, { ...NOTHING, problem: { study: id("study"), lang: "cy", phrase: id("new") } });
  expect(rows.live("wording", `${id("study")}/problem/cy`)?.phrase).toBe(id("new"));
});

test("[RF29] [RF31] ids that are taken, places outside of a text and tags that are gone refuse all of it", () => {
  const rows = study();
  expect(refused(rows, {})).toBe(null);
  expect(refused(rows, { quotes: [{ ...QUOTE, start: 1 }] })).toBe("quote.span");
  expect(refused(rows, { quotes: [{ ...QUOTE, source: id("s2") }] })).toBe("quote.span");
  expect(refused(rows, { quotes: [{ ...QUOTE, tags: [id("t9")] }] })).toBe("row.missing");
  brought(rows, WHOLE);
  expect(refused(rows, { sources: [], quotes: [], insights: [], memos: [], boards: [], tags: [] })).toBe(null);
  expect(refused(rows, {})).toBe("row.taken");
});
