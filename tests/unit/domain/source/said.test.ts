import fc from "fast-check";
import { expect, test } from "vitest";
import type { Turn } from "#lib/domain/source/reading.ts";
import { followers, saidBy } from "#lib/domain/source/said.ts";
import type { SpeakerRow } from "#lib/domain/source/shape.ts";

const turn = (n: number, speaker: string | null, ...parts: string[]): Turn => ({
  id: `t${n}`,
  line: `l${n}`,
  start: n * 100,
  end: n * 100 + parts.join("").length,
  speaker,
  question: null,
  startMs: null,
  endMs: null,
  segments: parts.map((text) => ({ text, start: 0, end: text.length, replaced: false })),
});
const speaker = (id: string, participant: string | null, interviewer = false): SpeakerRow => {
  return { id, source: "s", number: 1, label: null, participant, interviewer, gone: false };
};

test("[K23] how much each says, in the order in which they begin, and how", () => {
  const said = saidBy([turn(1, "b", "Two ", "words"), turn(2, null, "Title"), turn(3, "a", "One"), turn(4, "b", "x")]);
  expect([...said]).toEqual([
    ["b", { turns: 2, words: 3, first: { line: "l1", words: "Two words" } }],
    [null, { turns: 1, words: 1, first: { line: "l2", words: "Title" } }],
    ["a", { turns: 1, words: 1, first: { line: "l3", words: "One" } }],
  ]);
  expect(saidBy([turn(1, "a", `${"x".repeat(239)}😀`)]).get("a")?.first.words).toBe(`${"x".repeat(239)}\uFFFD`);
});

test("[K23] every turn and every word is somebody's or nobody's, once", () => {
  const turns = fc.array(
    fc
      .tuple(fc.constantFrom("a", "b", null), fc.constantFrom("", "one", "two words"))
      .map(([who, words]) => turn(1, who, words)),
  );
  fc.assert(
    fc.property(turns, (list) => {
      const said = [...saidBy(list).values()];
      const sum = (of: (one: (typeof said)[number]) => number) => said.reduce((all, one) => all + of(one), 0);
      expect(sum((one) => one.turns)).toBe(list.length);
      expect(sum((one) => one.words)).toBe(
        list.flatMap(({ segments }) => (segments[0]?.text ?? "").split(" ").filter(Boolean)).length,
      );
    }),
  );
});

test("[K22] who says nothing any more goes with who they are; nobody else does", () => {
  const all = [speaker("a", "p"), speaker("b", "p"), speaker("c", "p"), speaker("d", "q"), speaker("e", null)];
  const said = new Map<string | null, unknown>([
    ["a", 1],
    ["c", 1],
  ]);
  const ids = (of: string) =>
    followers(all, said, all.find(({ id }) => id === of) ?? speaker("x", null)).map(({ id }) => id);
  expect(ids("a")).toEqual(["b"]);
  expect(ids("d")).toEqual([]);
  expect(ids("e")).toEqual([]);
});
