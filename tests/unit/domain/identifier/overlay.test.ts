import fc from "fast-check";
import { expect, test } from "vitest";
import { find } from "#lib/domain/identifier/find.ts";
import { neutral, overlay, snap, spoken, verbatim } from "#lib/domain/identifier/overlay.ts";

const terms = [
  { id: "p", words: "Siân" },
  { id: "o", words: "Aberwen" },
];

test("[I15] puts the decided words in brackets and keeps the original's bounds", () => {
  const text = "😀 Siân of Aberwen";
  const segments = overlay(text, find(text, terms), (one) => (one.term === "p" ? "[a manager]" : null));
  expect(segments).toEqual([
    { text: "😀 ", start: 0, end: 2, term: null },
    { text: "[a manager]", start: 2, end: 6, term: "p" },
    { text: " of Aberwen", start: 6, end: 17, term: null },
  ]);
  expect(spoken(segments)).toBe("😀 [a manager] of Aberwen");
});

test("[I16] masks what is undecided by a word in the language of the text", () => {
  expect(neutral("person", "en")).toBe("person");
  expect(neutral("organisation", "cy-GB")).toBe("sefydliad");
  expect(neutral("name", "fr")).toBe("name");
});

test("[I17] snaps a selection to whole replacements", () => {
  const text = "ask Siân now";
  const segments = overlay(text, find(text, terms), () => "person");
  expect(snap(segments, { start: 5, end: 10 })).toEqual({ start: 4, end: 10 });
  expect(snap(segments, { start: 0, end: 6 })).toEqual({ start: 0, end: 8 });
  expect(snap(segments, { start: 9, end: 12 })).toEqual({ start: 9, end: 12 });
});

test("[I18] covers any text without a gap, verbatim outside the brackets", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("Siân", "Aberwen’s", "SIAN", "[x]")), {
        maxLength: 10,
      }),
      (parts) => {
        const text = parts.join(" ");
        const segments = overlay(text, find(text, terms), (one) => (one.term === "p" ? "]a [person]" : "organisation"));
        expect(verbatim(text, segments)).toBe(true);
        expect(find(spoken(segments), terms)).toEqual([]);
      },
    ),
  );
});

test("[I18] sees that words were changed", () => {
  expect(verbatim("we tried", [{ text: "we cried", start: 0, end: 8, term: null }])).toBe(false);
  expect(verbatim("we tried", [{ text: "we ", start: 0, end: 3, term: null }])).toBe(false);
  expect(
    verbatim("we tried", [
      { text: "they", start: 0, end: 2, term: "t" },
      { text: " tried", start: 2, end: 8, term: null },
    ]),
  ).toBe(false);
});
