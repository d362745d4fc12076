import fc from "fast-check";
import { expect, test } from "vitest";
import { astralOf, lengthOf, slicePoints } from "#lib/domain/text/points.ts";
import { filed, stretcher } from "#lib/format/refi/convention.ts";
import type { Convention } from "#lib/format/refi/convention.ts";
import { detect } from "#lib/format/refi/detect.ts";
import { positionsBy, WAYS } from "#tests/kit/refi-counting.ts";

const way = fc.constantFrom(...WAYS);
const raw = fc
  .array(fc.constantFrom("a", "é", "ש", "🧶", "\n", "\r\n", " ", "𝔚", "e\u0301", "\u202e", "\r"), { maxLength: 40 })
  .map((signs) => signs.join("").replaceAll("\r\r\n", "\r\n"));

test("[RF27] however positions are counted, they give the words that were meant, whatever signs and line ends stand before", () => {
  fc.assert(
    fc.property(raw, fc.boolean(), way, fc.nat(), fc.nat(), (words, mark, convention, a, b) => {
      const { text } = filed(words, mark);
      const length = lengthOf(text);
      const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].toSorted((one, other) => one - other);
      fc.pre(start < end);
      const positions = positionsBy(words, mark, convention)(start, end);
      expect(stretcher(filed(words, mark), convention)(...positions)).toEqual({ start, end });
    }),
  );
});

test("[RF27] positions outside of the text, within a sign, or that hold none give no stretch", () => {
  const source = filed("a🧶\r\nb", false);
  const units: Convention = { unit: "units", ends: 2, mark: false, last: false };
  const find = stretcher(source, units);
  expect(find(0, 6)).toEqual({ start: 0, end: 4 });
  for (const [start, end] of [
    [0, 7],
    [-1, 2],
    [0, 2], // within the ball of wool
    [4, 6], // between CR and LF
    [3, 3],
    [3, 1],
  ] as const)
    expect(find(start, end)).toBe(null);
});

const TALK =
  "Interviewer: What helps you? 🧶🧶\nAda: Well, people help, and 𝔱𝔥𝔢 tools don't.\nWhat we need 🧵 is time: time to learn.\n\n" +
  "Interviewer: Say more.\nAda: Nobody 🧶 ever asked us, so we never said so before today.";

/** The stretches of some words that people would select. */
function selected(text: string): readonly (readonly [number, number])[] {
  const astral = astralOf(text);
  return ["people help", "time to learn.", "Say more", "Nobody 🧶 ever asked us", "never said so"].map((words) => {
    const start = lengthOf(text.slice(0, text.indexOf(words)));
    expect(slicePoints(text, astral, start, start + lengthOf(words))).toBe(words);
    return [start, start + lengthOf(words)];
  });
}

test.each(WAYS)("[RF27] %o is found out by where words begin and end, and the score says so", (convention) => {
  for (const mark of [false, true]) {
    const words = TALK.replaceAll("\n", "\r\n");
    const source = filed(words, mark);
    const meant = selected(source.text);
    const count = positionsBy(words, mark, convention);
    const positions = meant.map(([start, end]) => count(start, end));
    const found = detect([{ ...source, positions }], null, null);
    const stretch = stretcher(source, found.convention);
    expect(positions.map(([start, end]) => stretch(start, end))).toEqual(meant.map(([start, end]) => ({ start, end })));
    expect(found).toMatchObject({ score: { fit: 5, of: 5 }, sources: [{ fit: 5, of: 5 }] });
    expect(found.standard).toBeLessThanOrEqual(5);
  }
});

test("[RF27] where words do not decide, what is known of the software does, else the standard", () => {
  const source = filed("One\r\ntwo\r\nthree", false);
  const alike = [{ ...source, positions: [[0, 3] as const] }];
  expect(detect(alike, null, null)).toMatchObject({ by: "standard", convention: { unit: "points", ends: 1 } });
  expect(detect(alike, "NVivo 14.23", null)).toMatchObject({ by: "origin", convention: { unit: "units", ends: 2 } });
  expect(detect(alike, "NVivo for Mac 15.0.0", null)).toMatchObject({ by: "standard" });
  expect(detect(alike, "ATLAS.ti for Windows 23.2", null)).toMatchObject({ by: "origin", convention: { ends: 1 } });
  expect(detect([], null, null)).toMatchObject({ by: "standard", score: { fit: 0, of: 0 }, sources: [] });
  // Somebody did select half a word: that alone proves nothing.
  const half = filed("A word\nand another", false);
  expect(detect([{ ...half, positions: [[2, 5]] }], null, null).convention).toMatchObject({ last: false });
});

test("[RF27] ways that differ only in what no text has are one, so that words decide where none but those fit", () => {
  const source = filed("People help, and tools do", false);
  const found = (origin: string | null, ...positions: [number, number][]) =>
    detect(
      [
        { ...source, positions },
        { ...filed("🧶\r\n", true), positions: [] },
      ],
      origin,
      null,
    );
  expect(found(null, [0, 6], [7, 11])).toMatchObject({ by: "words", convention: { last: false }, standard: 2 });
  expect(found("NVivo 14.23", [0, 6], [7, 11])).toMatchObject({ by: "words", convention: { unit: "units", ends: 2 } });
  expect(found("NVivo 14.23", [0, 5], [7, 10])).toMatchObject({ by: "words", convention: { last: true }, standard: 0 });
  expect(found(null)).toMatchObject({ by: "standard" });
});

test("[RF27] scripts without blanks between words speak for no way of counting", () => {
  const source = filed("研究には時間が必要です。", false);
  expect(detect([{ ...source, positions: [[2, 6]] }], null, null)).toMatchObject({
    by: "standard",
    convention: { last: false },
    score: { fit: 1, of: 1 },
  });
});
