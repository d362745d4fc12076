import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords } from "#lib/domain/source/coverage.ts";

test("[Q20] words of participants are counted once, whatever covers them", () => {
  const text = "What then?\n\nWe 😀 share it all, twice.";
  const heard = [{ start: 12, end: Array.from(text).length }];
  expect(countWords(text, heard, [])).toEqual({ words: 6, quoted: 0 });
  const quotes = [
    { start: 15, end: 24 },
    { start: 17, end: 27 },
    { start: 0, end: 4 },
  ];
  expect(countWords(text, heard, quotes)).toEqual({ words: 6, quoted: 4 });
  expect(countWords("", [], [])).toEqual({ words: 0, quoted: 0 });
});

test("[Q20] counting in one pass is counting word by word", () => {
  const span = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, size]) => ({ start, end: start + size }));
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "é", "😀", " ", "\n", "’"), maxLength: 60 }),
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }),
      fc.array(span, { maxLength: 8 }),
      (text, cuts, quotes) => {
        const edges = [...new Set(cuts)].toSorted((a, b) => a - b);
        const heard = edges.flatMap((start, n) => {
          const end = edges[n + 1];
          return n % 2 === 0 && end !== undefined ? [{ start, end }] : [];
        });
        const signs = Array.from(text);
        const first = signs.flatMap((sign, at) =>
          /\S/u.test(sign) && (at === 0 || /\s/u.test(signs[at - 1] ?? "")) ? [at] : [],
        );
        const within = (spans: readonly { start: number; end: number }[], at: number) =>
          spans.some(({ start, end }) => start <= at && at < end);
        const said = first.filter((at) => within(heard, at));
        expect(countWords(text, heard, quotes)).toEqual({
          words: said.length,
          quoted: said.filter((at) => within(quotes, at)).length,
        });
      },
    ),
  );
});
