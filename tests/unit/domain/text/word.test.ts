import fc from "fast-check";
import { expect, test } from "vitest";
import { growEnd, growStart, shrinkEnd, shrinkStart, snapToWords, wordsOf } from "#lib/domain/text/word.ts";

const said = "I didn't feel heard, not once. Diolch yn fawr!";
const at = (words: string) => ({ start: said.indexOf(words), end: said.indexOf(words) + words.length });

test("[Q5] takes words whole and drops blanks at the ends", () => {
  expect(snapToWords(said, { start: 4, end: 17 }, "en")).toEqual(at("didn't feel heard"));
  expect(snapToWords(said, { start: 1, end: 9 }, "en")).toEqual(at("didn't"));
  expect(snapToWords(said, { start: 8, end: 9 }, "en")).toBeNull();
});

test("[Q5] keeps the marks that were selected", () => {
  expect(snapToWords(said, at("not once."), "en")).toEqual(at("not once."));
});

test("[Q6] grows and shrinks by a word with the marks that close it", () => {
  expect(growEnd(said, at("feel"), "en")).toEqual(at("feel heard,"));
  expect(growEnd(said, at("Diolch yn fawr!"), "cy")).toEqual(at("Diolch yn fawr!"));
  expect(shrinkEnd(said, at("feel heard,"), "en")).toEqual(at("feel"));
  expect(shrinkEnd(said, at("feel"), "en")).toEqual(at("feel"));
  expect(growStart(said, at("heard"), "en")).toEqual(at("feel heard"));
  expect(shrinkStart(said, at("feel heard"), "en")).toEqual(at("heard"));
});

test("[Q5] a snapped stretch begins and ends on no blank and cuts no word; snapping it again changes nothing", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "ŵ", " ", "'", ".", "\n", "😀", "字") }),
      fc.nat(30),
      fc.nat(30),
      (text, a, b) => {
        const snapped = snapToWords(text, { start: Math.min(a, b), end: Math.max(a, b) }, "en");
        if (!snapped) return;
        expect(text.slice(snapped.start, snapped.end).trim()).toBe(text.slice(snapped.start, snapped.end));
        for (const word of wordsOf(text, "en")) {
          expect(word.start < snapped.start && snapped.start < word.end).toBe(false);
          expect(word.start < snapped.end && snapped.end < word.end).toBe(false);
        }
        expect(snapToWords(text, snapped, "en")).toEqual(snapped);
      },
    ),
  );
});

test("[Q6] grown as often as there are words, a stretch reaches the end of the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "b", " ", ",", "'", "-") }), (text) => {
      const words = wordsOf(text, "en");
      const [first] = words;
      if (!first) return;
      let stretch = first;
      for (const _ of words) stretch = growEnd(text, stretch, "en");
      expect(stretch.end).toBe(text.trimEnd().length);
    }),
  );
});
