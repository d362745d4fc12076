import { expect, test } from "vitest";
import { asTurn, chosenIn } from "#lib/client/search/quoting.ts";
import { Hit } from "#lib/domain/search/shape.ts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const hit = Hit.parse({
  place: 7,
  source: id(1),
  revision: id(2),
  lang: "en",
  turn: id(3),
  speaker: null,
  question: null,
  startMs: null,
  pieces: [
    { text: "😀 We asked ", start: 100, end: 111, kind: "said" },
    { text: "[organisation]", start: 111, end: 125, kind: "replaced" },
    { text: " for ", start: 125, end: 130, kind: "said" },
    { text: "ladders", start: 130, end: 137, kind: "found" },
    { text: ". No.", start: 137, end: 142, kind: "said" },
  ],
  more: { before: true, after: false },
  sentence: { text: "😀 We asked [organisation] for ladders.", start: 100, end: 138 },
});

test("[SR14] with nothing selected, the sentence that holds what was found is quoted", () => {
  expect(chosenIn(hit, null)).toMatchObject({
    source: id(1),
    revision: id(2),
    start: 100,
    end: 138,
    said: { lang: "en", words: "😀 We asked [organisation] for ladders." },
  });
});

test("[SR14] a selection is set on whole words and whole replacements of the original", () => {
  const shown = asTurn(hit)
    .segments.map(({ text }) => text)
    .join("");
  const from = shown.indexOf("nisation");
  const to = shown.indexOf("adders");
  expect(chosenIn(hit, { from, to })).toMatchObject({
    start: 111,
    end: 137,
    said: { words: "[organisation] for ladders" },
  });
  expect(chosenIn(hit, { from: 0, to: 2 })).toMatchObject({ start: 100, end: 101, said: { words: "😀" } });
});
