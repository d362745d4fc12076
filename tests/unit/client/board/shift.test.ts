import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf, readClip } from "#lib/client/board/clip.ts";
import { BoardModel } from "#lib/client/board/model.ts";
import { CARD } from "#lib/client/board/scene.ts";
import type { SceneCard, SceneTheme } from "#lib/client/board/scene.ts";
import { freeShift } from "#lib/client/board/shift.ts";
import { id } from "#tests/kit/study.ts";

const look = { kind: "quote", hue: 0, length: 100, memos: 0, votes: 0, size: "m", ord: "a0", ...CARD } as const;
const themes: readonly SceneTheme[] = [
  {
    id: "t",
    parent: null,
    x: 0,
    y: 0,
    w: 900,
    h: 700,
    hue: 1,
    locked: false,
    collapsed: false,
    status: "candidate" as const,
    ord: "a",
  },
  {
    id: "inner",
    parent: "t",
    x: 500,
    y: 300,
    w: 300,
    h: 300,
    hue: 1,
    locked: false,
    collapsed: false,
    status: "candidate" as const,
    ord: "a",
  },
  {
    id: "beside",
    parent: null,
    x: 1000,
    y: 0,
    w: 900,
    h: 700,
    hue: 1,
    locked: false,
    collapsed: false,
    status: "candidate" as const,
    ord: "b",
  },
];
const place = fc.record({ x: fc.integer({ min: 0, max: 1800 }), y: fc.integer({ min: 0, max: 900 }) });
type Box = Readonly<{ x: number; y: number; w: number; h: number }>;
const meet = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

test("[B76] what is laid together covers no card and no theme but its own, wherever it is wanted", () => {
  fc.assert(
    fc.property(
      fc.array(place, { maxLength: 12 }),
      fc.array(place, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(null, "t", "inner"),
      (lying, wanted, theme) => {
        const model = new BoardModel();
        const cards = lying.map((at, n): SceneCard => ({ ...look, ...at, id: `c${n}`, theme: null }));
        model.load({ cards, themes });
        const boxes = wanted.map((at) => ({ ...at, ...CARD }));
        const by = freeShift(model, boxes, theme);
        const open = theme === null ? [] : ["t", theme];
        const closed = themes.filter(({ id: other }) => !open.includes(other));
        for (const box of boxes) {
          const laid = { ...box, x: box.x + by.x, y: box.y + by.y };
          for (const other of [...cards, ...closed]) expect(meet(laid, other)).toBe(false);
        }
      },
    ),
  );
});

test("[B76] each line that says something is one insight", () => {
  expect(linesOf("  One. \r\n\r\n\tTwo.\n \nThree.\u2028Four.")).toEqual(["One.", "Two.", "Three.", "Four."]);
});

test("[B74] a clip holds which cards they are and how they lie, and nothing else is taken for one", () => {
  const card = { id: id("c"), quote: id("q"), insight: null, size: "m", x: 3, y: 4 };
  const clip = { id: id("clip"), study: id("s"), board: id("b"), cut: false, cards: [card] };
  expect(readClip(JSON.stringify(clip))).toEqual(clip);
  for (const other of [
    "",
    "They never told us.",
    "{}",
    "[1]",
    JSON.stringify({ ...clip, words: "They never told us." }),
  ])
    expect(readClip(other)).toBeNull();
});
