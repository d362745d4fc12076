/** Two people at once, case by case: what docs/spec/sync.md promises of those that matter most. */
import { expect, test } from "vitest";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import { mayTouch } from "#lib/domain/study/hidden.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { translationOf } from "#lib/domain/finding/translation.ts";
import { id, study } from "#tests/kit/study.ts";

const [ME, YOU] = [id("me"), id("you")];
const said = (name: string) => ({ lang: "en" as const, phrase: id(name) });

/** A study, and a way to give it commands: what each changes, or why it is refused. */
function begin() {
  const { rows } = study();
  const give = (command: Plain, person = ME): readonly Change[] | string => {
    const decided = decide(rows, command, { person });
    if (!decided.ok) return decided.fault.code;
    if (!mayTouch(rows, decided.value, person)) return "hidden";
    for (const change of decided.value) evolve(rows, change);
    return decided.value;
  };
  const done = (command: Plain, person = ME): readonly Change[] => {
    const changes = give(command, person);
    if (typeof changes === "string") throw new Error(changes);
    return changes;
  };
  const undo = (changes: readonly Change[], force = false) => {
    const back = decideUndo(rows, changes, force);
    if (!back.ok) return back.fault.code;
    for (const change of back.value) evolve(rows, change);
    return back.value;
  };
  return { rows, give, done, undo };
}
const place = (card: string, theme: string | null, x: number): Plain => ({
  kind: "cards.place",
  cards: [{ id: id(card), theme: theme && id(theme), x, y: 0 }],
});

test("[Y72] a card that was taken off is not moved; [Y63] of two who drag one card, the later place stands whole", () => {
  const { rows, give, done, undo } = begin();
  const mine = done(place("cq1", "U", 5), ME);
  done(place("cq1", "V", 9), YOU);
  expect(rows.get("card", id("cq1"))).toMatchObject({ theme: id("V"), x: 9 });
  expect(undo(mine)).toBe("undo.changed");
  done({ kind: "cards.remove", ids: [id("cq1")] });
  expect(give(place("cq1", "T", 1), YOU)).toBe("row.missing");
});

test("[Y70] [Y64] what is renamed after it was merged or taken away is refused, so is a memo on it; renamed before, the words stay in its story", () => {
  const { rows, give, done } = begin();
  const rename = (subject: string, was: string | null): Plain => ({
    kind: "wording.set",
    subject,
    field: "name",
    lang: "en",
    phrase: id("anew"),
    was,
  });
  const was = rows.live("wording", `${id("V")}/name/en`)?.phrase ?? null;
  const memo: Plain = { kind: "memo.write", id: id("m"), subject: id("V"), parent: null, body: said("b"), calls: [] };
  done(rename(id("V"), was), YOU);
  done({ kind: "theme.merge", id: id("T"), from: [id("V")] });
  expect(rows.live("wording", `${id("V")}/name/en`)?.phrase).toBe(id("anew"));
  expect(give(rename(id("V"), id("anew")), YOU)).toBe("row.missing");
  expect(give(memo, YOU)).toBe("row.missing");
  expect(give(place("cq1", "V", 1), YOU)).toBe("row.missing");
});

test("[Y84] [Y85] of two who put themes, or tags, into each other, the second is refused", () => {
  const { give, done } = begin();
  done({ kind: "theme.nest", id: id("T"), parent: id("V") });
  expect(give({ kind: "theme.nest", id: id("V"), parent: id("U") }, YOU)).toBe("theme.cycle");
  for (const name of ["A", "B"])
    done({ kind: "tag.add", id: id(name), parent: null, hue: null, name: said(`n${name}`) });
  done({ kind: "tags.nest", ids: [id("A")], parent: id("B") });
  expect(give({ kind: "tags.nest", ids: [id("B")], parent: id("A") }, YOU)).toBe("tag.cycle");
});

test("[Y81] [Y90] evidence that was taken out is not placed, and the board that findings read is not taken away", () => {
  const { give, done } = begin();
  done({ kind: "finding.cite", finding: id("F"), quotes: [id("q1")], stance: null });
  expect(give({ kind: "evidence.place", finding: id("F"), quote: id("q1"), after: null }, YOU)).toBe("row.missing");
  done({ kind: "board.add", id: id("other"), name: null });
  done({ kind: "board.analyse", id: id("other") });
  expect(give({ kind: "board.remove", id: id("other") }, YOU)).toBe("board.analysis");
});

test("[Y113] [Y114] [W1] [W2] [W6] [W7] of two who edit a quote in a finding the first does; its words are those that were edited", () => {
  const { rows, give, done, undo } = begin();
  const cut = (start: number, end: number) => ({ start, end, phrase: null });
  const edit = (edits: readonly object[], was: readonly object[] = [], revision = "ria"): Plain =>
    ({ kind: "evidence.edit", finding: id("F"), quote: id("q1"), revision: id(revision), edits, was }) as Plain; // edits are as they are written here
  const mine = done(edit([cut(0, 3), { start: 5, end: 5, phrase: id("p") }]));
  const live = () => rows.related("editsOfEvidence", `${id("F")}/${id("q1")}`).map(({ start, end }) => [start, end]);
  expect(live()).toEqual([
    [0, 3],
    [5, 5],
  ]);
  expect(give(edit([cut(4, 6)]), YOU)).toBe("wording.changed");
  for (const wrong of [[cut(0, 9)], [cut(0, 10)], [cut(2, 2)], [cut(0, 4), cut(3, 5)]])
    expect(give(edit(wrong, [cut(0, 3), { start: 5, end: 5, phrase: id("p") }]))).toBe("quote.span");
  done(edit([cut(0, 4)], [cut(0, 3), { start: 5, end: 5, phrase: id("p") }]), YOU);
  expect(live()).toEqual([[0, 4]]);
  expect(undo(mine)).toBe("undo.changed");
  expect(give(edit([], [cut(0, 4)], "rib"))).toBe("source.revised");
  done(edit([], [cut(0, 4)]));
  expect(live()).toEqual([]);
  const again = done(edit([cut(0, 4)]));
  done({ kind: "finding.cite", finding: id("F"), quotes: [id("q1")], stance: null });
  expect(give(edit([cut(1, 4)], [cut(0, 4)]), YOU)).toBe("row.missing");
  // What was put away with the quote is taken back, and done again, although the quote is not cited now.
  const back = undo(again);
  expect(live()).toEqual([]);
  if (typeof back === "string") throw new Error(back);
  expect(undo(back)).not.toBeTypeOf("string");
  expect(live()).toEqual([[0, 4]]);
});

test("[Y114] [Y117] [W12] [W15] of two who translate a quote of a finding the first does, and a translation is of the words that stand", () => {
  const { rows, give, done, undo } = begin();
  const cut = { start: 0, end: 3, phrase: null };
  const edit = (edits: readonly (typeof cut)[], was: readonly (typeof cut)[]): Plain =>
    ({ kind: "evidence.edit", finding: id("F"), quote: id("q1"), revision: id("ria"), edits, was }) as Plain; // arrays that are not changed
  const say = (phrase: string | null, was: string | null, more: object = {}): Plain =>
    ({
      kind: "evidence.translate",
      finding: id("F"),
      quote: id("q1"),
      revision: id("ria"),
      of: [],
      lang: "cy",
      phrase: phrase && id(phrase),
      was: was && id(was),
      ...more,
    }) as Plain; // as it is written here
  const holds = (lang: "en" | "cy" = "cy") =>
    translationOf(rows, `${id("F")}/${id("q1")}`, id("ria"), lang)?.phrase ?? null;
  const mine = done(say("t1", null));
  expect(holds()).toBe(id("t1"));
  expect(holds("en")).toBeNull();
  expect(give(say("t2", null), YOU)).toBe("wording.changed");
  expect(give(say("t2", "t1", { revision: id("rib") }), YOU)).toBe("source.revised");
  done(say("t2", "t1"), YOU);
  expect(undo(mine)).toBe("undo.changed");
  expect(holds()).toBe(id("t2"));

  // Other edits: it holds no more, and whoever has not seen them translates nothing. With the same edits again it does.
  const edited = done(edit([cut], []));
  expect(holds()).toBeNull();
  expect(give(say("t3", "t2"), YOU)).toBe("wording.changed");
  expect(give(say("t3", "t2", { of: [cut] }), YOU)).toBe("wording.changed");
  expect(undo(edited)).not.toBeTypeOf("string");
  expect(holds()).toBe(id("t2"));
  done(edit([cut], []));
  done(say("t3", null, { of: [cut] }));
  expect(holds()).toBe(id("t3"));
  done(edit([], [cut]));
  expect(holds()).toBeNull();
  done(say(null, null));
  expect([...rows.all("translation")]).toEqual([]);
  done(say("t4", null));
  done({ kind: "finding.cite", finding: id("F"), quotes: [id("q1")], stance: null });
  expect(give(say("t5", "t4"), YOU)).toBe("row.missing");
});

test("[Y65] undo takes nothing out of a theme that was locked since and puts nothing into one, not even by force", () => {
  const { rows, done, undo } = begin();
  const into = done(place("cq3", "U", 1));
  const nested = done({ kind: "theme.nest", id: id("V"), parent: id("T") });
  done({ kind: "theme.set", id: id("U"), fields: { locked: true } }, YOU);
  expect(undo(into, true)).toBe("theme.locked");
  done({ kind: "theme.set", id: id("U"), fields: { locked: false } }, YOU);
  done({ kind: "theme.set", id: id("T"), fields: { locked: true } }, YOU);
  expect(undo(nested, true)).toBe("theme.locked");
  expect(rows.get("theme", id("V"))?.parent).toBe(id("T"));
  done({ kind: "theme.set", id: id("T"), fields: { locked: false } }, YOU);
  expect(undo(nested)).toHaveLength(1);
  expect(undo(into)).toHaveLength(1);
});

test("[Y66] a quote and a finding go, and come back, although somebody has a card and a theme of theirs in hiding", () => {
  const { rows, give, done, undo } = begin();
  done({ kind: "board.copy", id: id("own"), from: id("board"), hidden: true, name: null }, YOU);
  const theirs = [...rows.all("card")].filter(({ board }) => board === id("own"));
  const theme = [...rows.all("theme")].find(({ board }) => board === id("own"));
  expect(theirs).toHaveLength(3);
  expect(give({ kind: "cards.remove", ids: theirs.map((card) => card.id) })).toBe("hidden");
  done({ kind: "finding.theme", finding: id("F"), theme: theme?.id ?? "", on: true }, YOU);
  const gone = [
    done({ kind: "quote.remove", ids: [id("q1")] }),
    done({ kind: "source.remove", ids: [id("ib")] }),
    done({ kind: "finding.remove", id: id("F") }),
  ];
  expect([...rows.all("card")].filter(({ board }) => board === id("own"))).toHaveLength(1);
  for (const changes of gone.toReversed()) {
    const back = undo(changes);
    expect(typeof back !== "string" && mayTouch(rows, back, ME)).toBe(true);
  }
  expect([...rows.all("card")].filter(({ board }) => board === id("own"))).toHaveLength(3);
});

test("[Y67] an insight goes with its last card, also with its board, and comes back with it", () => {
  const { rows, done, undo } = begin();
  done({ kind: "board.add", id: id("other"), name: null });
  const card = (name: string, board: string) => ({ id: id(name), board: id(board), theme: null, x: 0, y: 0 });
  done({ kind: "insight.write", id: id("i1"), body: said("w1"), card: card("k1", "other") });
  done({ kind: "insight.write", id: id("i2"), body: said("w2"), card: card("k2", "other") });
  const { board: _, ...there } = card("k3", "board");
  done({ kind: "cards.add", board: id("board"), cards: [{ ...there, quote: null, insight: id("i2") }] });
  const gone = done({ kind: "board.remove", id: id("other") });
  expect([...rows.all("insight")].map((one) => one.id)).toEqual([id("i2")]);
  undo(gone);
  expect(rows.live("insight", id("i1"))).toBeDefined();
});

test("[Y111] [I88] nobody agrees to what they have not read, and undo gives nobody's agreement", () => {
  const { rows, give, done, undo } = begin();
  const of = { kind: "identifier.decide", id: id("pa"), of: "participant", replacementCy: null } as const;
  const keep = (reason: string): Plain => ({ ...of, decision: "keep", replacement: null, reason: id(reason) });
  const replace: Plain = { ...of, decision: "replace", replacement: id("w"), reason: null };
  const agree = (reason: string): Plain => ({
    kind: "identifier.second",
    kept: [{ id: id("pa"), reason: id(reason) }],
    on: true,
  });
  const second = () => rows.get("identifier", id("pa"))?.second;
  const first = done(keep("r1"), ME);
  done(keep("r2"), ME);
  expect(give(agree("r1"), YOU)).toBe("decision.changed");
  done(agree("r2"), YOU);
  expect(second()).toBe(YOU);
  const replaced = done(replace, ME);
  undo(replaced);
  expect(rows.get("identifier", id("pa"))).toMatchObject({ decision: "keep", reason: id("r2"), by: ME, second: null });

  // What somebody has agreed to since is not taken back unasked, and what is kept is never put together of two decisions.
  done(agree("r2"), YOU);
  const removed = done({ kind: "identifier.remove", id: id("pa") }, ME);
  undo(removed);
  expect([rows.live("identifier", id("pa"))?.decision, second()]).toEqual(["keep", null]);
  done(agree("r2"), YOU);
  expect(undo(first)).toBe("undo.changed");
  const mine = done(replace, ME);
  done({ ...replace, replacement: id("x") } as Plain, YOU);
  expect(undo(mine, true)).toBe("undo.changed");
  expect(rows.get("identifier", id("pa"))).toMatchObject({ decision: "replace", by: YOU, second: null });
});

test("[Y87] of two who write the same text, the words that came first stand", () => {
  const { rows, give, done } = begin();
  const slot = `${id("V")}/definition/en`;
  const was = rows.live("wording", slot)?.phrase ?? null;
  const write = (phrase: string): Plain => ({
    kind: "wording.set",
    subject: id("V"),
    field: "definition",
    lang: "en",
    phrase: id(phrase),
    was,
  });
  done(write("first"), YOU);
  expect(give(write("other"), ME)).toBe("wording.changed");
  expect(rows.live("wording", slot)?.phrase).toBe(id("first"));
});

test("[Y69] [Y64] [CO8] nothing is said any more of somebody who has withdrawn: no role, no memo, no answer, no other words for a memo on them or theirs", () => {
  const { rows, give, done } = begin();
  const memo = (name: string, subject: string, parent: string | null = null): Plain => ({
    kind: "memo.write",
    id: id(name),
    subject: id(subject),
    parent: parent && id(parent),
    body: said(`b${name}`),
    calls: [],
  });
  const words = (subject: string, field: "role" | "body", was: string | null): Plain => ({
    kind: "wording.set",
    subject: id(subject),
    field,
    lang: "en",
    phrase: id("anew"),
    was: was && id(was),
  });
  done(memo("m", "pa"));
  done(memo("mq", "q1"));
  done({ kind: "participant.withdraw", id: id("pa"), on: "2026-11-27" });
  expect(rows.live("quote", id("q1"))).toBeUndefined();
  for (const late of [words("pa", "role", null), memo("n", "pa"), memo("n", "pa", "m"), words("m", "body", "bm")])
    expect(give(late, YOU)).toBe("participant.withdrawn");
  for (const late of [memo("n", "q1"), memo("n", "q1", "mq"), words("mq", "body", "bmq")])
    expect(give(late, YOU)).toBe("row.missing");
  expect(give(memo("n", "T", "m"), YOU)).toBe("participant.withdrawn"); // an answer that says it is about something else
  done(memo("n", "pb"), YOU);
  done(words("pb", "role", null), YOU);
});

test("[Y34] a board that is hidden from somebody is not there for them to tidy, also where nothing lies on it", () => {
  const { rows, give } = begin();
  const board = rows.get("board", id("board"));
  if (board) rows.put("board", { ...board, id: id("own"), analysis: false, owner: ME });
  const tidy: Plain = { kind: "board.tidy", id: id("own") };
  expect(give(tidy, ME)).toEqual([]);
  expect(give(tidy, YOU)).toBe("row.missing");
});
