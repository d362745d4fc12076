import fc from "fast-check";
import { expect, test } from "vitest";
import { plan } from "#lib/domain/identifier/plan.ts";
import { overlay, spoken } from "#lib/domain/identifier/overlay.ts";
import { aroundOf, cutSegments } from "#lib/domain/quote/around.ts";
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import { astralOf, lengthOf } from "#lib/domain/text/points.ts";
import { veilText } from "#lib/format/report/veil.ts";

const NAME = "Gwenllian Hir";
const names = plan(
  [{ id: "t", kind: "term", full: NAME, others: "" }],
  [{ id: "t", decision: "replace", replacement: "somebody", replacementCy: null }],
);
const { find, choose } = names;

/** A quote of a text, as a file shows it. */
function veiled(text: string, start: number, end: number): string {
  const points = Array.from(text);
  const quote = plain(points.slice(start, end).join(""), "en", aroundOf(text, astralOf(text), { start, end }));
  const done = veilText(quote, "quote", names);
  expect(done.text).not.toHaveProperty("around");
  return wordsOf(done.text);
}

test("[LK12] a quote that begins or ends within a name shows what stands for the whole of it", () => {
  const text = "🧵 We asked Gwenllian Hir about it.";
  const at = Array.from(text).join("\u0000").split("\u0000").indexOf("G");
  expect(veiled(text, at + 4, lengthOf(text))).toBe("[somebody] about it.");
  expect(veiled(text, at + 10, lengthOf(text))).toBe("[somebody] about it.");
  expect(veiled(text, 0, at + 3)).toBe("🧵 We asked [somebody]");
  expect(veiled(text, at + 2, at + 5)).toBe("[somebody]");
  expect(veiled(text, 0, at)).toBe("🧵 We asked ");
  expect(veiled(text, at + 13, lengthOf(text))).toBe(" about it.");
});

test("[LK12] a hit tells the whole name, so that it can be decided about", () => {
  const open = plan([{ id: "t", kind: "term", full: NAME, others: "" }], []);
  const quote = plain("Hir about it.", "en", { before: "We asked Gwenllian ", after: "" });
  const { text, hits } = veilText(quote, "quote", open);
  expect(hits.map(({ words, terms, before, after }) => ({ words, terms, before, after }))).toEqual([
    { words: NAME, terms: ["t"], before: "We asked ", after: " about it." },
  ]);
  expect(wordsOf(text)).toBe("[name] about it.");
});

test("[LK12] wherever a quote is cut, no part of a name is left, and all else is said sign by sign", () => {
  const word = fc.constantFrom("yes", "🧵", "and so on,", NAME, "Gwenllian", "Hir", "ŵyl");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (words, a, b) => {
      const text = words.join(" ");
      const points = Array.from(text);
      const [start = 0, end = 0] = [a % (points.length + 1), b % (points.length + 1)].toSorted(
        (one, other) => one - other,
      );
      const segments = overlay(text, find(text), (one) => choose(one, "en"));
      const cut = cutSegments(segments, { start, end });
      for (const { text: shown, start: from, end: to, term } of cut) {
        if (term !== null) continue;
        expect(from >= start && to <= end).toBe(true);
        expect(shown).toBe(points.slice(from, to).join(""));
      }
      // Nothing is left out: the pieces follow one another from the beginning of the quote to its end.
      if (start < end) {
        expect(cut[0]?.start).toBeLessThanOrEqual(start);
        expect(cut.at(-1)?.end).toBeGreaterThanOrEqual(end);
        expect(cut.every((one, at) => at === 0 || one.start === cut[at - 1]?.end)).toBe(true);
      } else expect(spoken(cut).replace(/\[[^\]]*\]/g, "")).toBe("");
    }),
  );
});
