import fc from "fast-check";
import { expect, test } from "vitest";
import { placed } from "#lib/domain/identifier/placed.ts";
import { spoken } from "#lib/domain/identifier/overlay.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import { cutSegments } from "#lib/domain/quote/around.ts";
import { astralOf, lengthOf, slicePoints } from "#lib/domain/text/points.ts";
import { veilSource } from "#lib/format/refi/source.ts";
import { id } from "#tests/kit/study.ts";

const names = plan(
  [
    { id: id("C"), kind: "organisation", full: "Tai Cynefin", others: "" },
    { id: id("T"), kind: "term", full: "Wrecsam", others: "" },
  ],
  [
    { id: id("C"), decision: "replace", replacement: "a landlord 🏠", replacementCy: null },
    { id: id("T"), decision: "replace", replacement: "W", replacementCy: null },
  ],
);
const word = fc.constantFrom("Tai Cynefin", "Wrecsam", "we", "🧶", "שלום", "said\nso", "Tai", "Cynefin", "e\u0301");
const turn = fc.record({
  words: fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
  label: fc.option(fc.constantFrom("P01", "Interviewer")),
  withheld: fc.boolean(),
});

test("[RF14] [RF15] [RF16] any stretch of any text is in the file where its positions say, as the overlay has it, and no name or withheld word is", () => {
  fc.assert(
    fc.property(
      fc.array(turn, { maxLength: 6 }),
      fc.constantFrom("\n\n", " "),
      fc.nat(),
      fc.nat(),
      (said, between, a, b) => {
        let text = "";
        const turns = said.map(({ words, label, withheld }, at) => {
          if (at > 0) text += between;
          const start = lengthOf(text);
          text += withheld ? words.replaceAll("we", "secret") : words;
          return { start, end: lengthOf(text), label, withheld };
        });
        const { segments, found } = veilSource({ text, revision: id("r") }, turns, "en", names, "not shown");
        const left = spoken(segments);
        expect(names.find(left)).toEqual([]);
        expect(left).not.toContain("secret");
        for (const one of found)
          expect(turns.some((out) => out.withheld && one.start >= out.start && one.end <= out.end)).toBe(false);
        const length = lengthOf(text);
        const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].toSorted((one, other) => one - other);
        if (start === end) return;
        const place = placed(segments)({ start, end });
        expect(slicePoints(left, astralOf(left), place.start, place.end)).toBe(
          spoken(cutSegments(segments, { start, end })),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test("[RF15] [RF16] turns say whose they are, and what is withheld stands in brackets", () => {
  const text = "Who helped?\n\nTai Cynefin did.\n\nNobody.";
  const turns = [
    { start: 0, end: 11, label: "Interviewer", withheld: false },
    { start: 13, end: 29, label: "P01", withheld: false },
    { start: 31, end: 38, label: "P02", withheld: true },
  ];
  expect(spoken(veilSource({ text, revision: id("r") }, turns, "en", names, "not shown").segments)).toBe(
    "Interviewer: Who helped?\n\nP01: [a landlord 🏠] did.\n\nP02: [not shown]",
  );
});
