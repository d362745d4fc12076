import fc from "fast-check";
import { expect, test } from "vitest";
import { likely, placesOf } from "#lib/domain/search/match.ts";
import { parseQuery, wordsIn } from "#lib/domain/search/query.ts";
import { snippetOf } from "#lib/domain/search/snippet.ts";

const fold = (word: string) =>
  word
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
const read = (written: string) => {
  const query = parseQuery(written);
  if (!query.ok) throw new Error(query.fault.code);
  return query.value;
};
const found = (written: string, text: string) =>
  placesOf(read(written), text, fold, (word) => [fold(word)]).map(({ start, end }) => text.slice(start, end));

test("[SR7] marks words wherever they stand, and a phrase only where it stands as one", () => {
  expect(found("not enough", "Not enough is not enough.")).toEqual(["Not", "enough", "not", "enough"]);
  expect(found('"not enough"', "Not very. Enough! Not enough")).toEqual(["Not enough"]);
  expect(found('"well being"', "Our well-being, well being.")).toEqual(["well-being", "well being"]);
  expect(found("ty OR hous*", "😀 Tŷ and housing, house")).toEqual(["Tŷ", "housing", "house"]);
});

test("[SR7] marks nothing of what must not be there, and takes what overlaps together", () => {
  expect(found("trust NOT time", "trust, no time")).toEqual(["trust"]);
  expect(found('"a b" OR "b c"', "a b c")).toEqual(["a b c"]);
});

test("[SR7] asks for the forms only of words that may be it", () => {
  expect(likely(read("tŷ NOT zebra"), ["Tyfu a Thŷ", "zebra ty"])).toEqual(["Tyfu", "Thŷ", "ty"]);
});

const word = fc.constantFrom("one", "two", "Tŷ", "😀", "three", "中文");
const sentence = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => `${words.join(" ")}. `);
const spoken = fc.array(sentence, { minLength: 1, maxLength: 8 }).map((all) => all.join(""));

test("[SR7] what is shown lies within the text, holds the first place, and cuts no word of a text with blanks", () => {
  fc.assert(
    fc.property(spoken, fc.nat(), fc.boolean(), (text, n, blanks) => {
      const said = blanks ? text : text.replaceAll(" ", "");
      const words = wordsIn(said);
      const place = words[n % Math.max(1, words.length)];
      fc.pre(place !== undefined && place.end - place.start < 400);
      const { shown, sentence: quoted } = snippetOf(said, "en", place ? [place] : []);
      expect(Number.isInteger(shown.start) && Number.isInteger(shown.end)).toBe(true);
      for (const at of [shown, quoted]) {
        expect(at.start).toBeGreaterThanOrEqual(0);
        expect(at.end).toBeLessThanOrEqual(said.length);
        expect(at.start).toBeLessThanOrEqual(place?.start ?? 0);
        expect(at.end).toBeGreaterThanOrEqual(place?.end ?? 0);
        expect(said.slice(at.start, at.end).isWellFormed()).toBe(true);
      }
      if (blanks) expect(words.some(({ start, end }) => start < shown.start && shown.start < end)).toBe(false);
    }),
  );
});

test("[SR7] shows whole sentences where they are short, and quotes the one that holds the first place", () => {
  const text = "First one. Second two. Third three.";
  const at = text.indexOf("two");
  const { shown, sentence: quoted } = snippetOf(text, "en", [{ start: at, end: at + 3 }]);
  expect(text.slice(shown.start, shown.end)).toBe(text);
  expect(text.slice(quoted.start, quoted.end)).toBe("Second two.");
});
