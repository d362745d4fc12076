import fc from "fast-check";
import { expect, test } from "vitest";
import { astralOf, slicePoints } from "#lib/domain/text/points.ts";
import type { Who } from "#lib/format/refi/bring/own.ts";
import { labelledTurns } from "#lib/format/refi/bring/turns.ts";

const WHO: ReadonlyMap<string, Who> = new Map([
  ["P01", { is: "case", name: "P01" }],
  ["Asks 🎤", { is: "interviewer" }],
]);
const own = { label: (label: string) => WHO.get(label) ?? null };

const said = fc
  .array(fc.constantFrom("we", "🧶", " ", "P01: ", "so: ", ":", "\n", "e\u0301"), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join("").replaceAll(/\n+/gu, "\n"));
const turn = fc.record({ label: fc.option(fc.constantFrom(...WHO.keys(), "Nobody known")), words: said });

test("[RF32] [RF31] without its labels a text is what was said, and any stretch of it the words that it was, labels aside", () => {
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (turns, a, b) => {
      let text = "";
      const kept: boolean[] = []; // by code point, whether it is no part of a label
      for (const [at, { label, words }] of turns.entries()) {
        const before = at === 0 ? "" : "\n\n";
        // A turn without a label may begin as one with a label does.
        const all = `${before}${label === null ? "" : `${label}: `}${words.trim() || "x"}`;
        const begins = [...WHO.keys()].find((key) => all.slice(before.length).startsWith(`${key}: `));
        const from = before.length;
        const to = begins === undefined ? from : from + Array.from(begins).length + 2;
        for (const n of Array.from(all).keys()) kept.push(n < from || n >= to);
        text += all;
      }
      const points = Array.from(text);
      const without = (start: number, end: number) =>
        points
          .slice(start, end)
          .filter((_, n) => kept[start + n])
          .join("");
      const turned = labelledTurns(text, own);
      expect(turned.text).toBe(without(0, points.length));
      const [start = 0, end = 0] = [a % (points.length + 1), b % (points.length + 1)].toSorted((x, y) => x - y);
      const place = turned.place({ start, end });
      const words = place && slicePoints(turned.text, astralOf(turned.text), place.start, place.end);
      expect(words ?? "").toBe(without(start, end));
    }),
    { numRuns: 1000 },
  );
});

test("[RF28] a long text of labels takes no longer for each selection than a short one", () => {
  const turned = labelledTurns("P01: we\n\n".repeat(100_000).trimEnd(), own);
  expect(turned.turns).toHaveLength(100_000);
  const places = Array.from({ length: 20_000 }, (_, n) => turned.place({ start: 899_980 - n, end: 899_990 - n }));
  expect(places.every((place) => place !== null)).toBe(true);
});
