import fc from "fast-check";
import { expect, test } from "vitest";
import {
  pointAt,
  reshape,
  shown,
  spanOf,
  turnHolding,
  turnIndexAt,
  unitAt,
  wordsAt,
} from "#lib/domain/source/reading.ts";
import type { Segment, Turn } from "#lib/domain/source/reading.ts";
import { growEnd } from "#lib/domain/text/word.ts";

/** A turn whose segments begin at `start`; a pair is a replacement: what stands there, and how many signs it hides. */
function turn(id: number, start: number, parts: readonly (string | readonly [string, number])[]): Turn {
  let at = start;
  const segments = parts.map((part): Segment => {
    const [text, size] = typeof part === "string" ? [part, Array.from(part).length] : part;
    const segment = { text, start: at, end: at + size, replaced: typeof part !== "string" };
    at += size;
    return segment;
  });
  const uuid = `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`;
  return { id: uuid, start, end: at, speaker: null, question: null, startMs: null, endMs: null, segments };
}

// "We asked Bethan at Cyngor Eryri 😀 twice." / "Yes, twice."
const first = turn(1, 0, ["We asked ", ["[person]", 6], " at ", ["[organisation]", 12], " 😀 twice."]);
const second = turn(2, first.end + 2, ["Yes, twice."]);
const turns = [first, second];

test("[Q5] a selection takes replacements whole", () => {
  const words = shown(first);
  const from = words.indexOf("erson");
  const to = words.indexOf("[organ") + 4;
  expect(spanOf(turns, { turn: 0, unit: from }, { turn: 0, unit: to }, "en")).toEqual({ start: 9, end: 31 });
  expect(wordsAt(turns, { start: 9, end: 31 })).toBe("[person] at [organisation]");
});

test("[Q5] a selection across turns begins and ends on words, wherever it was let go", () => {
  const words = shown(first);
  const span = spanOf(turns, { turn: 0, unit: words.indexOf("wice") }, { turn: 1, unit: 2 }, "en");
  expect(span).toEqual({ start: first.end - 6, end: second.start + 3 });
  expect(span && wordsAt(turns, span)).toBe("twice.\nYes");
  // Let go at the very start of the next turn, as a triple click does: nothing of it is meant.
  expect(spanOf(turns, { turn: 0, unit: words.indexOf("twice") }, { turn: 1, unit: 0 }, "en")).toEqual({
    start: first.end - 6,
    end: first.end,
  });
  expect(spanOf(turns, { turn: 0, unit: 2 }, { turn: 0, unit: 3 }, "en")).toBeNull();
});

test("[Q2] a quote belongs to the turn that holds most of it", () => {
  expect(turnHolding(turns, { start: first.end - 6, end: second.start + 11 })).toBe(second);
  expect(turnHolding(turns, { start: 0, end: second.start + 3 })).toBe(first);
});

test("[Q6] a span grows by the words that are shown", () => {
  const grown = reshape(turns, { start: 0, end: 8 }, "end", (text, at) => growEnd(text, at, "en"));
  expect(grown).toEqual({ start: 0, end: 15 });
});

const part = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", " ", "😀", "ŵ"), minLength: 1, maxLength: 8 }),
  fc.tuple(fc.constantFrom("[person]", "[enw]"), fc.integer({ min: 1, max: 12 })),
);

test("[Q4] a place on the page leads to the original and back", () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(100), (parts, start) => {
      const one = turn(1, start, parts);
      for (const segment of one.segments) {
        for (let point = segment.start; point < segment.end; point += 1) {
          for (const edge of ["start", "end"] as const) {
            const back = pointAt(one, unitAt(one, point, edge), edge);
            if (!segment.replaced || point === segment.start) expect(back).toBe(point);
            else expect(back).toBe(edge === "start" ? segment.start : segment.end);
          }
        }
      }
      expect(unitAt(one, one.end, "end")).toBe(shown(one).length);
    }),
  );
});

test("[Q4] every place belongs to the turn that holds it or to the next", () => {
  const found = Array.from({ length: second.end }, (_, point) => turnIndexAt(turns, point));
  expect(found.indexOf(1)).toBe(first.end);
  expect(turnIndexAt(turns, second.end + 5)).toBe(1);
});
