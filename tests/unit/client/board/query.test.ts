import fc from "fast-check";
import { expect, test } from "vitest";
import { asksNothing, filtersIn, fold, matcher, NOTHING } from "#lib/client/board/query.ts";
import type { Known, Query } from "#lib/client/board/query.ts";

const card = (words: string, more: Partial<Known> = {}): Known => ({
  folded: fold(words),
  source: null,
  participant: null,
  kind: null,
  tags: [],
  clustered: false,
  ...more,
});
const finds = (text: string, words: string) => matcher({ ...NOTHING, text })(card(words));

test("[B68] case, accents and kinds of apostrophes make no difference", () => {
  expect(finds("ty", "Mae’r Tŷ ar y bryn")).toBe(true);
  expect(finds("MAE'R TY", "Mae’r Tŷ ar y bryn")).toBe(true);
  expect(finds("tŷ", "They said so in TYWYN")).toBe(true);
  expect(finds("house", "Mae’r Tŷ ar y bryn")).toBe(false);
});

test("[B68] every word must stand somewhere, in any order", () => {
  expect(finds("bill public", "Public bodies may not compare the bill")).toBe(true);
  expect(finds("bill private", "Public bodies may not compare the bill")).toBe(false);
});

test("[B68] any part of what was said is found, however it is written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.nat(40), (words, from, length) => {
      const at = words.length === 0 ? 0 : from % words.length;
      const part = fold(words).slice(at, at + length);
      expect(finds(part, words)).toBe(true);
    }),
  );
});

test("[B68] filters narrow what words have found", () => {
  const one = card("We found out late", {
    source: "s",
    participant: "p",
    kind: "education",
    tags: ["t", "u"],
    clustered: true,
  });
  const asks = (query: Partial<Query>) => matcher({ ...NOTHING, ...query })(one);
  expect(asks({ text: "late", source: "s", participant: "p", kind: "education", tag: "u", clustered: true })).toBe(
    true,
  );
  for (const other of [{ source: "x" }, { participant: "x" }, { kind: "x" }, { tag: "x" }, { clustered: false }])
    expect(asks({ text: "late", ...other })).toBe(false);
  expect(asksNothing({ ...NOTHING, text: "  " })).toBe(true);
  expect(asksNothing({ ...NOTHING, clustered: false })).toBe(false);
  expect(filtersIn({ ...NOTHING, text: "late", tag: "t", clustered: false })).toBe(2);
});
