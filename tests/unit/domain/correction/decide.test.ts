import { expect, test } from "vitest";
import { courseOf } from "#lib/domain/correction/course.ts";
import { citedLooks } from "#lib/domain/correction/look.ts";
import { correct } from "#lib/domain/correction/edit.ts";
import { lengthOf, textOf } from "#lib/domain/correction/told.ts";
import type { Told } from "#lib/domain/correction/told.ts";
import { voices } from "#lib/domain/finding/voice.ts";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { id, study } from "#tests/kit/study.ts";

const ME = id("me");
const SOURCE = id("ia");
const FIRST = id("ria");
const turns: Told[] = ["What happened?", "We asked there team. Nobody came.", "I see."].map((words, n) => ({
  id: id(`t${n}`),
  line: id(`t${n}`),
  words,
  speaker: n === 1 ? id("ka") : null,
  question: null,
  startMs: null,
  endMs: null,
}));

/** A source with the quotes "asked there team", "Nobody came" and "I see." */
function begin() {
  const { rows } = study();
  const texts = new Map([[FIRST, turns]]);
  for (const quote of rows.related("quotesOfSource", SOURCE)) {
    for (const anchor of rows.related("anchorsOfQuote", quote.id)) rows.drop("anchor", anchor.id);
    rows.drop("quote", quote.id);
  }
  const at = (revision: string, words: string) => {
    const text = textOf(texts.get(revision) ?? []);
    const start = lengthOf(text.slice(0, text.indexOf(words)));
    return { start, end: start + lengthOf(words) };
  };
  const give = (command: Plain): readonly Change[] | string => {
    // The server looks up the turn at each place; here every place stands in the second turn.
    for (const [revision, told] of texts)
      for (let start = 0; start < 60; start += 1)
        for (let end = start + 1; end < 60; end += 1) {
          const turn = { turn: told[1]?.id ?? "", speaker: told[1]?.speaker ?? null, question: null };
          rows.learn({ kind: "turn", revision, start, end, at: { ...turn, revisionEnd: lengthOf(textOf(told)) } });
        }
    const decided = decide(rows, command, { person: ME });
    if (!decided.ok) return decided.fault.code;
    for (const change of decided.value) evolve(rows, change);
    return decided.value;
  };
  const quote = (name: string, words: string, revision = FIRST) =>
    give({
      kind: "quote.make",
      id: id(name),
      source: SOURCE,
      revision,
      ...at(revision, words),
      tags: [],
      newTags: [],
      card: { id: id(`card${name}`), board: id("board"), theme: id("T"), x: 0, y: 0 },
    });
  quote("x1", "asked there team");
  quote("x2", "Nobody came");
  const revise = (revision: string, words: string, was = FIRST) => {
    const before = texts.get(was) ?? [];
    const next = correct(before, [{ turn: before[1]?.id ?? "", parts: [{ words, speaker: id("ka") }] }], (n) =>
      id(`${revision.slice(-3)}${n}`),
    );
    if (next.ok) texts.set(revision, next.value);
    const course = courseOf(before, texts.get(revision) ?? []);
    return give({
      kind: "source.revise",
      id: id(`c${texts.size}${words.length}`),
      source: SOURCE,
      was,
      revision,
      course,
      reason: null,
    });
  };
  const back = (was: string, revision: string) =>
    give({
      kind: "source.revise",
      id: id(`back${was.slice(-2)}`),
      source: SOURCE,
      was,
      revision,
      course: courseOf(texts.get(was) ?? [], texts.get(revision) ?? []),
      reason: null,
    });
  const anchors = () =>
    [...rows.all("quote")]
      .filter((one) => one.source === SOURCE)
      .flatMap((one) => rows.related("anchorsOfQuote", one.id))
      .map(({ quote: of, revision, start, end, state }) => ({
        quote: of,
        revision,
        words: Array.from(textOf(texts.get(revision) ?? []))
          .slice(start, end)
          .join(""),
        state,
      }));
  const whole = () =>
    JSON.stringify(
      [...rows.all("source"), ...rows.all("anchor"), ...rows.all("correction"), ...rows.all("card")]
        .map((row) => Object.entries(row).toSorted())
        .toSorted(),
    );
  return { rows, texts, give, quote, revise, back, anchors, whole };
}

const SECOND = id("r2");
const THIRD = id("r3");

test("[K10] [K12] a correction takes quotes along; what it loses stays with its words, its card and its voice", () => {
  const { rows, revise, anchors } = begin();
  expect(revise(SECOND, "We asked their team. Everybody was late for it.")).not.toBeTypeOf("string");
  expect(rows.live("source", SOURCE)?.revision).toBe(SECOND);
  expect(anchors()).toEqual([
    { quote: id("x1"), revision: SECOND, words: "asked their team", state: "changed" },
    { quote: id("x2"), revision: FIRST, words: "Nobody came", state: "sound" },
  ]);
  expect([...rows.all("correction")]).toMatchObject([{ n: 1, was: FIRST, revision: SECOND, by: ME }]);
  expect(rows.live("card", id("cardx2"))?.theme).toBe(id("T"));
  const list = { quotes: rows.all("quote"), anchors: rows.all("anchor"), sources: rows.all("source") };
  const heard = voices({ ...list, speakers: rows.all("speaker"), participants: rows.all("participant") });
  expect(heard.get(id("x2"))?.participant).toBe(id("pa"));
});

test("[K10] undo brings the revision before back, with every quote where it was", () => {
  const { rows, revise, whole } = begin();
  const before = whole();
  const changes = revise(SECOND, "We asked their team. Everybody was late for it.");
  const after = whole();
  if (typeof changes === "string") throw new Error(changes);
  const undone = decideUndo(rows, changes, false);
  if (!undone.ok) throw new Error(undone.fault.code);
  for (const change of undone.value) evolve(rows, change);
  expect(whole()).toBe(before);
  const redone = decideUndo(rows, undone.value, false);
  if (!redone.ok) throw new Error(redone.fault.code);
  for (const change of redone.value) evolve(rows, change);
  expect(whole()).toBe(after);
});

test("[K21] a turn is given to somebody new: the speaker comes with the correction, numbered on, and goes with its undo", () => {
  const { rows, texts, give } = begin();
  texts.set(SECOND, turns);
  const others = rows.related("speakersOfSource", SOURCE).length;
  const revise = (revision: string, was: string, participant: string | null = null, speaker = id("new")) =>
    give({
      kind: "source.revise",
      id: id(`n${revision.slice(-3)}${speaker.slice(-3)}`),
      source: SOURCE,
      was,
      revision,
      course: courseOf(turns, turns),
      speakers: [{ id: speaker, label: id("lab"), participant, interviewer: false }],
      reason: null,
    });
  expect(revise(SECOND, FIRST, id("nobody"))).toBe("row.missing");
  const other = [...rows.all("speaker")].find((one) => one.source !== SOURCE);
  expect(revise(SECOND, FIRST, null, other?.id)).toBe("row.taken");
  const changes = revise(SECOND, FIRST, id("pa"));
  if (typeof changes === "string") throw new Error(changes);
  expect(rows.live("speaker", id("new"))).toEqual({
    id: id("new"),
    source: SOURCE,
    number: others + 1,
    label: id("lab"),
    participant: id("pa"),
    interviewer: false,
    gone: false,
  });
  const undone = decideUndo(rows, changes, false);
  if (!undone.ok) throw new Error(undone.fault.code);
  for (const change of undone.value) evolve(rows, change);
  expect(rows.live("speaker", id("new"))).toBeUndefined();
  expect(rows.live("source", SOURCE)?.revision).toBe(FIRST);
});

test("[K11] a correction of a text that somebody else has corrected since is refused", () => {
  const { revise, whole } = begin();
  revise(SECOND, "We asked their team. Nobody came.");
  const before = whole();
  expect(revise(THIRD, "We asked there team. No one came.")).toBe("source.revised");
  expect(whole()).toBe(before);
});

test("[K12] what a later correction moved is not put back, even by force: a quote has one place", () => {
  const { rows, revise, whole } = begin();
  const changes = revise(SECOND, "We asked their team. Nobody came.");
  revise(THIRD, "We asked their own team. Nobody came.", SECOND);
  const before = whole();
  if (typeof changes === "string") throw new Error(changes);
  for (const force of [false, true])
    expect(decideUndo(rows, changes, force)).toMatchObject({ ok: false, fault: { code: "undo.changed" } });
  expect(whole()).toBe(before);
});

test("[K13] a quote made after the text was read goes along with the correction", () => {
  const { quote, revise, anchors } = begin();
  quote("x3", "Nobody");
  revise(SECOND, "We asked their team. Nobody came.");
  expect(anchors().map(({ words, state }) => [words, state])).toEqual([
    ["asked their team", "changed"],
    ["Nobody came", "sound"],
    ["Nobody", "sound"],
  ]);
});

test("[K14] going back to a revision gives quotes the place that they had there, and follows those made since", () => {
  const { rows, quote, revise, back, anchors } = begin();
  revise(SECOND, "We asked their team. Everybody was late for it.");
  quote("x3", "We asked", SECOND);
  expect(back(SECOND, FIRST)).not.toBeTypeOf("string");
  expect(anchors()).toEqual([
    { quote: id("x1"), revision: FIRST, words: "asked there team", state: "sound" },
    { quote: id("x2"), revision: FIRST, words: "Nobody came", state: "sound" },
    { quote: id("x3"), revision: FIRST, words: "We asked", state: "sound" },
  ]);
  expect([...rows.all("correction")].map(({ n }) => n)).toEqual([1, 2]);
});

test("[K15] a changed quote is accepted as right, a lost one as kept with its former words; going back finds it sound", () => {
  const { revise, back, give, anchors } = begin();
  revise(SECOND, "We asked their team. Everybody was late for it.");
  give({ kind: "quote.accept", ids: [id("x1"), id("x2")] });
  expect(anchors().map(({ revision, state }) => [revision, state])).toEqual([
    [SECOND, "sound"],
    [FIRST, "kept"],
  ]);
  back(SECOND, FIRST);
  expect(anchors().map(({ state }) => state)).toEqual(["sound", "sound"]);
});

test("[K16] a lost quote is given its place by hand, and a changed one another", () => {
  const { revise, give, anchors } = begin();
  revise(SECOND, "We asked their team. Everybody was late for it.");
  const place = (quote: string, start: number, end: number, revision = SECOND) =>
    give({ kind: "quote.place", id: id(quote), revision, start, end });
  place("x2", 37, 55);
  place("x1", 16, 24);
  expect(anchors().map(({ words, state }) => [words, state])).toEqual([
    ["We asked", "sound"],
    ["Everybody was late", "sound"],
  ]);
  expect(place("x2", 0, 5, FIRST)).toBe("quote.span");
  expect(place("x2", 5, 5)).toBe("quote.span");
});

test("[PA4] [PA8] a passage goes along with a correction, and its quotes go on answering its question", () => {
  const { rows, give, revise } = begin();
  rows.put("question", { id: id("why"), ord: "a0", gone: false });
  const whole = lengthOf(textOf(turns));
  const part = { start: lengthOf("What happened?\n\n"), end: whole, question: id("why") };
  give({ kind: "passages.lay", source: SOURCE, revision: FIRST, parts: [part], fresh: [id("f1"), id("f2")] });
  const asked = () => [...rows.all("anchor")].map(({ quote, question }) => [quote, question]);
  expect(asked()).toContainEqual([id("x1"), id("why")]);
  expect(revise(SECOND, "We asked their team, twice. Nobody came.")).not.toBeTypeOf("string");
  const [passage] = rows.all("passage");
  expect(passage).toMatchObject({ revision: SECOND, start: part.start, end: whole + 7, question: id("why") });
  expect(asked()).toContainEqual([id("x1"), id("why")]);
  expect(asked()).toContainEqual([id("x2"), id("why")]);
});

test("[G8] cited quotes that a correction changed or lost wait to be looked at; others do not", () => {
  const { rows, revise, give } = begin();
  for (const evidence of rows.all("evidence")) rows.drop("evidence", evidence.id);
  const cite = (quote: string) =>
    rows.put("evidence", {
      id: `${id("finding")}/${id(quote)}`,
      finding: id("finding"),
      quote: id(quote),
      stance: "supports",
      ord: "a0",
      gone: false,
    });
  revise(SECOND, "We asked their team. Everybody was late for it.");
  expect([...citedLooks(rows)]).toEqual([]);
  cite("x1");
  expect([...citedLooks(rows)]).toEqual([[SOURCE, 1]]);
  cite("x2");
  expect([...citedLooks(rows)]).toEqual([[SOURCE, 2]]);
  give({ kind: "quote.accept", ids: [id("x1"), id("x2")] });
  expect([...citedLooks(rows)]).toEqual([]);
});
