import fc from "fast-check";
import { expect, test } from "vitest";
import { findIn, searchable } from "#lib/domain/source/find.ts";

/** What was found, cut out of the texts. */
function found(texts: readonly string[], words: string): string[] {
  return findIn(texts.map(searchable), words).map(({ turn, start, end }) => texts[turn]?.slice(start, end) ?? "");
}

test("[Q16] case, accents, apostrophes and white space make no difference", () => {
  expect(found(["Aethom i’r Tŷ Gwyn.", "Mae'r tŷ  gwyn\nyn wag"], "ty gwyn")).toEqual(["Tŷ Gwyn", "tŷ  gwyn"]);
  expect(found(["It isn’t so; it isn't."], "isn't")).toEqual(["isn’t", "isn't"]);
  expect(found(["die Straße"], "strasse")).toEqual(["Straße"]);
  expect(found(["cafe\u0301 au lait"], "café")).toEqual(["cafe\u0301"]);
});

test("[Q16] what stands behind signs of two units is found where it stands", () => {
  expect(found(["😀😀 yes 😀 yes"], "yes")).toEqual(["yes", "yes"]);
  expect(found(["😀 a😀b"], "a😀b")).toEqual(["a😀b"]);
});

test("[Q16] nothing is found for nothing, nor across turns", () => {
  expect(found(["one", "two"], "  ")).toEqual([]);
  expect(found(["one", "two"], "one two")).toEqual([]);
});

test("[Q16] any stretch of a text is found in it, at its place among others", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "É", "ŷ", " ", "😀", "’", "-", "\u0301"), maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      (texts, n, from, size) => {
        const whole = texts[n % texts.length] ?? "";
        const signs = Array.from(whole);
        const start = signs.length === 0 ? 0 : from % signs.length;
        const words = signs.slice(start, start + 1 + (size % 4)).join("");
        const wanted = searchable(words).text.trim();
        const all = found(texts, words);
        if (wanted === "") expect(all).toEqual([]);
        else {
          expect(all.length).toBeGreaterThan(0);
          for (const one of all) expect(searchable(one).text.trim()).toContain(wanted);
        }
      },
    ),
  );
});
