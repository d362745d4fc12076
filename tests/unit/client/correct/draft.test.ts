import { expect, test } from "vitest";
import { cut, editsOf, homeless, joinNext, leave, rowsOf, sayAnew, takeOut } from "#lib/client/correct/draft.ts";
import type { Draft, DraftRow } from "#lib/client/correct/draft.ts";
import { correct } from "#lib/domain/correction/edit.ts";
import { differences } from "#lib/domain/correction/compare.ts";
import { textOf } from "#lib/domain/correction/told.ts";
import type { Told } from "#lib/domain/correction/told.ts";

const told = ["One. Two.", "Three.", "Four."].map((words, n): Told => ({
  id: `t${n}`,
  line: `t${n}`,
  words,
  speaker: "a",
  question: null,
  startMs: null,
  endMs: null,
}));
const EMPTY: Draft = new Map();
function at(draft: Draft, n: number, turns: readonly Told[] = told): DraftRow {
  const row = rowsOf(turns, draft)[n];
  if (!row) throw new Error(`no row ${n}`);
  return row;
}
function saved(draft: Draft, turns: readonly Told[] = told): Told[] {
  const next = correct(turns, editsOf(turns, draft), (n) => `n${n}`);
  if (!next.ok) throw new Error(next.fault.code);
  return next.value;
}

test("[K3] a turn is cut, joined, taken out and left as it was, and the text is what the page shows", () => {
  const one = cut(EMPTY, at(EMPTY, 0), 4);
  expect(rowsOf(told, one).map(({ key, words }) => [key, words])).toEqual([
    ["t0", "One."],
    ["t0/1", "Two."],
    ["t1", "Three."],
    ["t2", "Four."],
  ]);
  const two = joinNext(one, at(one, 1), at(one, 2));
  expect(textOf(saved(two))).toBe("One.\n\nTwo. Three.\n\nFour.");
  expect(rowsOf(told, two).map(({ part }) => part)).toEqual([0, 1, null, 0]);
  const three = takeOut(two, at(two, 3));
  expect(textOf(saved(three))).toBe("One.\n\nTwo. Three.");
  const four = leave(leave(leave(three, at(three, 0)), at(three, 2)), at(three, 3));
  expect(editsOf(told, four)).toEqual([]);
  expect(cut(EMPTY, at(EMPTY, 1), 0)).toBe(EMPTY);
});

test("[K1] words that are written back as they were are no change, and a speaker alone is one", () => {
  const more = sayAnew(EMPTY, at(EMPTY, 1), { words: "Three, or four." });
  expect(editsOf(told, more)).toHaveLength(1);
  expect(sayAnew(more, at(more, 1), { words: "Three." }).size).toBe(0);
  const other = sayAnew(EMPTY, at(EMPTY, 1), { speaker: "b" });
  expect(editsOf(told, other)).toEqual([{ turn: "t1", parts: [{ words: "Three.", speaker: "b" }] }]);
  expect(differences(told, saved(other))).toEqual([
    { line: "t1", runs: [{ kind: "same", words: "Three." }], speakers: { before: "a", after: "b" } },
  ]);
});

test("[K19] a draft lies on a colleague's correction: turns that both changed say so, and words without a turn are kept", () => {
  const mine = sayAnew(
    sayAnew(sayAnew(EMPTY, at(EMPTY, 0), { words: "One. Too." }), at(EMPTY, 1), { words: "Tree." }),
    at(EMPTY, 2),
    { words: "For." },
  );
  const theirs = saved(takeOut(sayAnew(EMPTY, at(EMPTY, 1), { words: "Three!" }), at(EMPTY, 2)));
  expect(rowsOf(theirs, mine).map(({ words, met }) => [words, met])).toEqual([
    ["One. Too.", false],
    ["Tree.", true],
  ]);
  expect(homeless(theirs, mine).map(({ parts }) => parts[0]?.words)).toEqual(["For."]);
  expect(textOf(saved(mine, theirs))).toBe("One. Too.\n\nTree.");
});
