import fc from "fast-check";
import { expect, test } from "vitest";
import { colours, OTHERS } from "#lib/client/board/colour.ts";
import type { Value } from "#lib/client/board/colour.ts";

const plain = (...values: readonly string[]): Value[] => values.map((value) => ({ value, hue: null }));

test("[B66] values are dressed in their natural order, and a card more changes no colour", () => {
  const order = plain("a", "b", "c");
  const few = colours(
    [
      ["1", "c"],
      ["2", "a"],
      ["3", null],
    ],
    order,
  );
  expect(few.legend).toEqual([
    { value: "a", fill: 1, count: 1 },
    { value: "c", fill: 2, count: 1 },
    { value: null, fill: 0, count: 1 },
  ]);
  const more = colours(
    [
      ["1", "c"],
      ["2", "a"],
      ["4", "c"],
      ["5", "c"],
    ],
    order,
  );
  expect(more.legend.map(({ value, fill }) => [value, fill])).toEqual([
    ["a", 1],
    ["c", 2],
  ]);
});

test("[B66] a value wears its own hue, and no two values the same", () => {
  const order = [
    { value: "a", hue: null },
    { value: "b", hue: 1 },
    { value: "c", hue: 1 },
  ];
  const { legend } = colours(
    [
      ["1", "a"],
      ["2", "b"],
      ["3", "c"],
    ],
    order,
  );
  expect(legend.map(({ value, fill }) => [value, fill])).toEqual([
    ["a", 2],
    ["b", 1],
    ["c", 3],
  ]);
});

test("[B66] of more than ten values the most frequent have hues, the others one shade, and every card is in the legend", () => {
  const value = fc.option(fc.integer({ min: 0, max: 30 }).map(String));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 120 }), (values) => {
      const cards = values.map((each, at) => [String(at), each] as const);
      const order = plain(...Array.from({ length: 31 }, (_, at) => String(at)));
      const { fills, legend, others } = colours(cards, order);
      expect(legend.reduce((sum, { count }) => sum + count, 0)).toBe(cards.length);
      const hued = legend.filter(({ fill }) => fill > 0 && fill < OTHERS);
      expect(new Set(hued.map(({ fill }) => fill)).size).toBe(hued.length);
      expect(hued.length + others).toBe(new Set(values.filter((each) => each !== null)).size);
      const least = Math.min(...hued.map(({ count }) => count));
      for (const [card, each] of cards) {
        const fill = fills?.get(card);
        expect(fill === 0).toBe(each === null);
        if (fill === OTHERS) expect(cards.filter(([, other]) => other === each).length).toBeLessThanOrEqual(least);
      }
    }),
  );
});
