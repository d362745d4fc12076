import fc from "fast-check";
import { expect, test } from "vitest";
import { courseOf, place } from "#lib/domain/correction/course.ts";
import { correct } from "#lib/domain/correction/edit.ts";
import { merge } from "#lib/domain/correction/merge.ts";
import { lengthOf, textOf } from "#lib/domain/correction/told.ts";
import type { Told } from "#lib/domain/correction/told.ts";

const words = fc.constantFrom("Yes.", "We didn’t know 😀 then.", "a b a b", "我们不知道", "Yes.\n\nNo.");
const turns = fc
  .array(fc.tuple(words, fc.constantFrom("a", "b", "c", null)), { minLength: 1, maxLength: 12 })
  .map((list): Told[] =>
    list.map(([said, speaker], n) => {
      const question = n % 3 === 0 ? "q" : null;
      return { id: `t${n}`, line: `l${n}`, words: said, speaker, question, startMs: n, endMs: n + 1 };
    }),
  );

test("[K22] everything that one says is the other's, and nothing else changes: no word, line, time, question or place", () => {
  fc.assert(
    fc.property(turns, fc.nat(), (told, at) => {
      const edits = merge(told, "a", "b");
      const next = correct(told, edits, (n) => `n${n}`);
      if (!next.ok) {
        expect(next.fault.code).toBe("text.same");
        expect(told.some(({ speaker }) => speaker === "a")).toBe(false);
        return;
      }
      const same = (list: readonly Told[]) => list.map((one) => ({ ...one, id: "", speaker: null }));
      expect(same(next.value)).toEqual(same(told));
      expect(next.value.map(({ speaker }) => speaker)).toEqual(
        told.map(({ speaker }) => (speaker === "a" ? "b" : speaker)),
      );
      expect(textOf(next.value)).toBe(textOf(told));
      const start = at % lengthOf(textOf(told));
      expect(place(courseOf(told, next.value), { start, end: start + 1 })).toEqual({
        state: "same",
        start,
        end: start + 1,
      });
    }),
  );
});
