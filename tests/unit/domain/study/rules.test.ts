import { expect, test } from "vitest";
import { readThroughBy, unreadCited } from "#lib/domain/source/read-through.ts";
import { holding } from "#lib/domain/identifier/shape.ts";
import { pair } from "#lib/domain/field.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { slot } from "#lib/domain/wording/shape.ts";

const id = (name: string) =>
  `00000000-0000-4000-8000-${Buffer.from(name).toString("hex").padEnd(12, "0").slice(0, 12)}`;
const ME = id("me");
const gone = false;

function begin() {
  const rows = new Rows();
  const give = (command: Plain, person = ME) => {
    const decided = decide(rows, command, { person });
    if (decided.ok) for (const change of decided.value) evolve(rows, change);
    return decided.ok ? "done" : decided.fault.code;
  };
  rows.put("board", { id: id("b"), analysis: true, owner: null, origin: null, ord: "a0", gone });
  rows.put("source", {
    id: id("s"),
    number: 1,
    kind: "interview",
    revision: id("r"),
    title: null,
    organisation: id("o"),
    participant: null,
    guide: id("g"),
    heldOn: null,
    minutes: null,
    lang: "en",
    original: null,
    gone,
  });
  rows.put("organisation", {
    id: id("o"),
    number: 1,
    kind: "other",
    region: null,
    named: false,
    namedOn: null,
    name: null,
    aliases: null,
    gone,
  });
  rows.put("participant", {
    id: id("p"),
    number: 1,
    organisation: null,
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
  rows.put("speaker", {
    id: id("k"),
    source: id("s"),
    number: 1,
    label: null,
    participant: id("p"),
    interviewer: false,
    gone,
  });
  rows.put("guide", { id: id("g"), kind: "interview", minutes: 60, ord: "a0", gone });
  rows.put("question", { id: id("n"), ord: "a0", gone });
  for (const name of ["q1", "q2", "q3"]) {
    rows.put("quote", { id: id(name), source: id("s"), by: ME, gone });
    rows.put("anchor", {
      id: pair(id(name), id("r")),
      quote: id(name),
      revision: id("r"),
      start: 0,
      end: 3,
      turn: id("t"),
      speaker: id("k"),
      question: id("n"),
      state: "sound",
      gone,
    });
  }
  const lay = (card: string, quote: string, theme: string | null = null, board = "b") =>
    give({
      kind: "cards.add",
      board: id(board),
      cards: [{ id: id(card), quote: id(quote), insight: null, theme: theme && id(theme), x: 0, y: 0 }],
    });
  const theme = (name: string, parent: string | null = null, board = "b") =>
    give({
      kind: "theme.make",
      id: id(name),
      board: id(board),
      parent: parent && id(parent),
      x: 0,
      y: 0,
      w: 9,
      h: 9,
      hue: 1,
      name: null,
      cards: [],
      themes: [],
    });
  const order = (name: string | null) =>
    [...rows.all("card")]
      .filter((card) => card.theme === (name && id(name)))
      .toSorted((a, b) => (a.ord < b.ord ? -1 : 1))
      .map((card) => card.id);
  return { rows, give, lay, theme, order };
}

test("[B1] a card lies on a live board", () => {
  expect(begin().lay("c", "q1", null, "nowhere")).toBe("row.missing");
});

test("[B2] a card lies only in a theme of its own board", () => {
  const { give, lay, theme } = begin();
  give({ kind: "board.add", id: id("b2"), name: null });
  theme("T", null, "b2");
  expect(lay("c", "q1", "T")).toBe("theme.elsewhere");
});

test("[B3] [B6] [B8] new cards and cards that change their theme go last or behind the one named; moving within keeps the order", () => {
  const { give, lay, theme, order } = begin();
  theme("T");
  lay("c1", "q1", "T");
  lay("c2", "q2", "T");
  lay("c3", "q3");
  expect(order("T")).toEqual([id("c1"), id("c2")]);
  give({ kind: "cards.place", cards: [{ id: id("c3"), theme: id("T"), x: 1, y: 1 }], after: id("c1") });
  expect(order("T")).toEqual([id("c1"), id("c3"), id("c2")]);
  give({ kind: "cards.place", cards: [{ id: id("c1"), theme: id("T"), x: 7, y: 7 }] });
  expect(order("T")).toEqual([id("c1"), id("c3"), id("c2")]);
  give({ kind: "cards.place", cards: [{ id: id("c2"), theme: id("T"), x: 7, y: 7 }], after: null });
  expect(order("T")).toEqual([id("c2"), id("c1"), id("c3")]);
});

test("[B5] a card's place is written whole", () => {
  const { rows, give, lay, theme } = begin();
  theme("T");
  lay("c", "q1");
  give({ kind: "cards.place", cards: [{ id: id("c"), theme: id("T"), x: 4, y: 5 }] });
  expect(rows.get("card", id("c"))).toMatchObject({ theme: id("T"), x: 4, y: 5 });
});

test("[B4] findings read exactly one board", () => {
  const { rows, give } = begin();
  give({ kind: "board.add", id: id("b2"), name: null });
  give({ kind: "board.analyse", id: id("b2") });
  expect([...rows.all("board")].filter((board) => board.analysis).map((board) => board.id)).toEqual([id("b2")]);
  expect(give({ kind: "board.remove", id: id("b2") })).toBe("board.analysis");
});

test("[B7] nothing goes into a locked theme or out of it", () => {
  const { give, lay, theme } = begin();
  theme("T");
  theme("within", "T");
  theme("without");
  lay("in", "q1", "T");
  lay("out", "q2");
  give({ kind: "theme.set", id: id("T"), fields: { locked: true } });
  expect(give({ kind: "cards.place", cards: [{ id: id("out"), theme: id("T"), x: 0, y: 0 }] })).toBe("theme.locked");
  expect(give({ kind: "cards.place", cards: [{ id: id("in"), theme: null, x: 0, y: 0 }] })).toBe("theme.locked");
  expect(give({ kind: "theme.set", id: id("T"), fields: { hue: 2 } })).toBe("theme.locked");
  expect(give({ kind: "theme.nest", id: id("within"), parent: null })).toBe("theme.locked");
  expect(give({ kind: "theme.shift", id: id("within"), dx: 0, dy: 0, parent: null })).toBe("theme.locked");
  expect(give({ kind: "theme.nest", id: id("without"), parent: id("T") })).toBe("theme.locked");
  expect(give({ kind: "theme.set", id: id("T"), fields: { locked: false } })).toBe("done");
});

test("[B9] a theme never stands within itself, however deep", () => {
  const { give, theme } = begin();
  theme("A");
  theme("B", "A");
  theme("C", "B");
  expect(give({ kind: "theme.nest", id: id("A"), parent: id("C") })).toBe("theme.cycle");
  expect(give({ kind: "theme.nest", id: id("A"), parent: id("A") })).toBe("theme.cycle");
  let parent = "C";
  let last = "done";
  for (let depth = 4; depth < 20 && last === "done"; depth++) {
    last = theme(`D${depth}`, parent);
    parent = `D${depth}`;
  }
  expect(last).toBe("theme.deep");
});

test("[B10] taking a theme away never takes a card away", () => {
  const { rows, give, lay, theme } = begin();
  theme("A");
  theme("B", "A");
  theme("C", "B");
  lay("c", "q1", "B");
  give({ kind: "theme.remove", id: id("B") });
  expect(rows.live("card", id("c"))?.theme).toBe(id("A"));
  expect(rows.live("theme", id("C"))?.parent).toBe(id("A"));
});

test("[W1] a text slot is not overwritten by someone who did not see it", () => {
  const { rows, give } = begin();
  const set = (phrase: string | null, was: string | null) =>
    give({
      kind: "wording.set",
      subject: id("b"),
      field: "name",
      lang: "en",
      phrase: phrase && id(phrase),
      was: was && id(was),
    });
  expect(set("f1", null)).toBe("done");
  expect(set("f2", null)).toBe("wording.changed");
  expect(set("f2", "f1")).toBe("done");
  expect(set(null, "f2")).toBe("done");
  expect(rows.live("wording", slot(id("b"), "name", "en"))?.phrase).toBeNull();
});

test("[M1] a study always has an owner", () => {
  const { rows, give } = begin();
  rows.put("member", { id: ME, role: "owner", gone });
  expect(give({ kind: "member.set", person: ME, role: "analyst" })).toBe("member.last");
  expect(give({ kind: "member.set", person: ME, role: null })).toBe("member.last");
  give({ kind: "member.set", person: id("you"), role: "owner" });
  expect(give({ kind: "member.set", person: ME, role: null })).toBe("done");
});

test("[O1] [P1] [G1] [G2] what others rest on stays", () => {
  const { give } = begin();
  expect(give({ kind: "organisation.remove", id: id("o") })).toBe("row.used");
  expect(give({ kind: "participant.remove", id: id("p") })).toBe("row.used");
  expect(give({ kind: "question.remove", id: id("n") })).toBe("row.used");
  expect(give({ kind: "guide.remove", id: id("g") })).toBe("row.used");
});

test("[D1] a decision needs its words", () => {
  const { give } = begin();
  const as = { kind: "identifier.decide", id: id("o"), of: "organisation", replacementCy: null } as const;
  expect(give({ ...as, decision: "replace", replacement: null, reason: null })).toBe("decision.bare");
  expect(give({ ...as, decision: "keep", replacement: null, reason: null })).toBe("decision.bare");
  expect(give({ ...as, decision: "replace", replacement: id("f"), reason: null })).toBe("done");
});

test("[I84] a source is read through as it stands, lapses with another text, and is read again", () => {
  const { give, rows } = begin();
  const [source] = [...rows.all("source")];
  if (!source) throw new Error("the study has a source");
  const { id: it, revision } = source;
  const sources = [{ id: it, revision }];
  expect(readThroughBy(rows, source)).toBe(null);
  expect(give({ kind: "sources.read", sources: [{ id: it, revision: id("other") }], read: true })).toBe(
    "source.revised",
  );
  expect(give({ kind: "sources.read", sources: [{ id: id("nowhere"), revision }], read: true })).toBe("row.missing");
  expect(give({ kind: "sources.read", sources, read: true })).toBe("done");
  expect(readThroughBy(rows, source)).toBe(ME);
  expect(unreadCited(rows)).toEqual([]);
  expect(readThroughBy(rows, { ...source, revision: id("other") })).toBe(null);
  expect(give({ kind: "sources.read", sources, read: false })).toBe("done");
  expect(readThroughBy(rows, source)).toBe(null);
  expect(give({ kind: "sources.read", sources, read: true })).toBe("done");
  expect(give({ kind: "source.remove", ids: [it] })).toBe("done");
  expect(rows.live("readThrough", it)).toBe(undefined);
});

test("[D2] [D3] what was found is decided together by one step, and only a term may be ordinary words", () => {
  const { give } = begin();
  const none = { replacement: null, replacementCy: null, reason: null } as const;
  const terms = [
    { id: id("t1"), term: id("nt1") },
    { id: id("t2"), term: id("nt2") },
  ];
  expect(give({ kind: "identifiers.add", terms, decision: "keep", ...none })).toBe("decision.bare");
  expect(give({ kind: "identifiers.add", terms: [...terms, ...terms], decision: "ordinary", ...none })).toBe(
    "row.taken",
  );
  expect(give({ kind: "identifiers.add", terms, decision: "ordinary", ...none })).toBe("done");
  expect(give({ kind: "identifiers.add", terms, decision: "ordinary", ...none })).toBe("row.taken");
  const decide = { kind: "identifier.decide", decision: "ordinary", ...none } as const;
  expect(give({ ...decide, id: id("o"), of: "organisation" })).toBe("decision.own");
  expect(give({ ...decide, id: id("t1"), of: "term", decision: null })).toBe("done");
  expect(give({ ...decide, id: id("t1"), of: "term" })).toBe("done");
});

test("[I86] [I88] what is kept waits until somebody else agrees to the reason that they read, and whatever is said anew waits again", () => {
  const { give, rows } = begin();
  const of = { id: id("o"), of: "organisation", replacement: null, replacementCy: null } as const;
  const keep = (reason: string): Plain => ({
    kind: "identifier.decide",
    ...of,
    decision: "keep",
    reason: id(reason),
  });
  const agree = (reason: string, on = true): Plain => ({
    kind: "identifier.second",
    kept: [{ id: id("o"), reason: id(reason) }],
    on,
  });
  const state = () => {
    const row = rows.get("identifier", id("o"));
    return [row?.by, row?.second, holding(row)];
  };
  expect(give(agree("r1"), id("you"))).toBe("row.missing");
  give(keep("r1"));
  expect(state()).toEqual([ME, null, null]);
  expect(give(agree("r1"))).toBe("decision.yours");
  expect(give(agree("r2"), id("you"))).toBe("decision.changed");
  expect(give(agree("r1"), id("you"))).toBe("done");
  expect(state()).toEqual([ME, id("you"), "keep"]);
  expect(give(agree("r1"), id("third"))).toBe("done"); // one is enough, and stays who it was
  expect(state()).toEqual([ME, id("you"), "keep"]);
  give(agree("r1", false), id("you"));
  expect(state()).toEqual([ME, null, null]);
  give(agree("r1"), id("you"));
  give(keep("r2"), id("you")); // who gives another reason is the one who decides
  expect(state()).toEqual([id("you"), null, null]);
  expect(give(agree("r2"), id("you"))).toBe("decision.yours");
  give(agree("r2"));
  give({ kind: "identifier.decide", ...of, decision: "replace", reason: null, replacement: id("f") });
  expect(state()).toEqual([ME, null, "replace"]);
  expect(give(agree("r2"), id("you"))).toBe("decision.changed");
});

test("[I86] [I88] [I91] a term that names nobody by itself is kept by one person; said to name somebody it waits, and no agreement outlasts that", () => {
  const { give, rows } = begin();
  const none = { replacement: null, replacementCy: null } as const;
  const state = () => {
    const row = rows.get("identifier", id("t"));
    return [row?.thing, row?.second, holding(row)];
  };
  const set = (thing: "place" | "person" | "organisation"): Plain => ({ kind: "identifier.set", id: id("t"), thing });
  const agree: Plain = { kind: "identifier.second", kept: [{ id: id("t"), reason: id("r") }], on: true };
  expect(give(set("place"))).toBe("row.missing");
  give({ kind: "identifier.add", id: id("t"), term: id("nt"), thing: "place" });
  give({ kind: "identifier.decide", id: id("t"), of: "term", decision: "keep", ...none, reason: id("r") });
  expect(state()).toEqual(["place", null, "keep"]);
  expect(give(agree)).toBe("done"); // nobody needs to: nothing changes
  expect(state()).toEqual(["place", null, "keep"]);
  give(set("person"));
  expect(state()).toEqual(["person", null, null]);
  expect(give(agree)).toBe("decision.yours");
  give(agree, id("you"));
  expect(state()).toEqual(["person", id("you"), "keep"]);
  give(set("person"), id("third")); // says nothing anew
  expect(state()).toEqual(["person", id("you"), "keep"]);
  give(set("organisation"), id("third"));
  expect(state()).toEqual(["organisation", null, null]);
  give({ kind: "identifier.decide", id: id("t"), of: "term", decision: "keep", ...none, reason: id("r2") });
  expect(state()[0]).toBe("organisation"); // what it names is not decided anew
  give({ kind: "identifier.decide", id: id("o"), of: "organisation", decision: "keep", ...none, reason: id("r") });
  expect(give({ kind: "identifier.set", id: id("o"), thing: "place" })).toBe("row.missing"); // it is no term
  for (const [thing, holds] of [
    ["place", true],
    ["time", true],
    ["quantity", true],
    ["trait", true],
    ["person", false],
    ["organisation", false],
    ["code", false],
    ["other", false],
    [undefined, false],
  ] as const) {
    const one = id(`t${thing}`);
    const terms = [{ id: one, term: id(`n${thing}`), ...(thing && { thing }) }];
    give({ kind: "identifiers.add", terms, decision: "keep", ...none, reason: id("r") });
    expect([thing, holding(rows.get("identifier", one)) === "keep"]).toEqual([thing, holds]);
  }
});
