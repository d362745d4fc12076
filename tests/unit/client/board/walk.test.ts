import fc from "fast-check";
import { expect, test } from "vitest";
import { BoardModel } from "#lib/client/board/model.ts";
import { CARD } from "#lib/client/board/scene.ts";
import type { SceneCard, SceneTheme } from "#lib/client/board/scene.ts";
import { reading, walk } from "#lib/client/board/walk.ts";
import type { Step } from "#lib/client/board/walk.ts";

type Lying = Readonly<{ id: string; x: number; y: number; theme?: string | null }>;
type Box = Readonly<{ id: string; x: number; y: number; parent?: string }>;

function board(cards: readonly Lying[], themes: readonly Box[] = []): BoardModel {
  const model = new BoardModel();
  model.load({
    cards: cards.map(({ id, x, y, theme = null }): SceneCard => ({ ...look, id, x, y, theme, ord: id })),
    themes: themes.map(({ id, x, y, parent = null }): SceneTheme => ({
      id,
      x,
      y,
      w: 600,
      h: 500,
      parent,
      hue: 1,
      locked: false,
      collapsed: false,
      status: "candidate",
      ord: id,
    })),
  });
  return model;
}
const look = { kind: "quote", hue: 0, length: 100, memos: 0, votes: 0, size: "m", ...CARD } as const;

const from = (model: BoardModel, id: string, ...steps: readonly Step[]): string | undefined =>
  steps.reduce<string | undefined>((at, step) => {
    const to = at === undefined ? -1 : walk(model, model.slotOf(at), step);
    return model.cards[to]?.id;
  }, id);

/** A theme of two rows, and cards without one on both sides of its first row. */
const cards: readonly Lying[] = [
  { id: "west", x: -300, y: 60 },
  { id: "a", x: 24, y: 60, theme: "t" },
  { id: "b", x: 288, y: 66, theme: "t" },
  { id: "c", x: 24, y: 276, theme: "t" },
  { id: "d", x: 288, y: 276, theme: "t" },
  { id: "east", x: 700, y: 60 },
  { id: "south", x: 24, y: 900 },
  { id: "other", x: 24, y: 1300, theme: "u" },
];
const themes: readonly Box[] = [
  { id: "t", x: 0, y: 0 },
  { id: "u", x: 0, y: 1200 },
];

test("[B77] Right and Left go through the rows of a theme, and leave it only at its ends", () => {
  const model = board(cards, themes);
  expect(from(model, "a", "right")).toBe("b");
  expect(from(model, "b", "right")).toBe("c");
  expect(from(model, "c", "right", "right")).toBe("east");
  expect(from(model, "c", "left")).toBe("b");
  expect(from(model, "a", "left")).toBe("west");
});

test("[B77] Up and Down stay in the theme while there is a card that way, then go to the nearest", () => {
  const model = board(cards, themes);
  expect(from(model, "b", "down")).toBe("d");
  expect(from(model, "c", "down")).toBe("south");
  expect(from(model, "south", "up")).toBe("c");
});

test("[B77] from a card without a theme, a card of a theme in the same row comes before the next such card", () => {
  const model = board(cards, themes);
  expect(from(model, "west", "right")).toBe("a");
  expect(from(model, "east", "left")).toBe("b");
  expect(from(model, "east", "right")).toBe("south");
});

test("[B77] Home and End go to the ends of the theme, Page Up and Page Down from theme to theme, the unclustered last", () => {
  const model = board(cards, themes);
  expect(from(model, "d", "first")).toBe("a");
  expect(from(model, "a", "last")).toBe("d");
  expect(from(model, "d", "next")).toBe("other");
  expect(from(model, "other", "next")).toBe("west");
  expect(from(model, "west", "next")).toBeUndefined();
  expect(from(model, "south", "previous")).toBe("other");
  expect(from(model, "other", "previous")).toBe("a");
});

test("[B77] from the first card of a theme, Right alone reaches every card of it, and Left leads back", () => {
  const at = fc.record({ x: fc.integer({ min: 0, max: 1500 }), y: fc.integer({ min: 0, max: 1500 }) });
  fc.assert(
    fc.property(fc.array(at, { minLength: 1, maxLength: 25 }), fc.constantFrom(null, "t"), (lying, theme) => {
      const model = board(
        lying.map((place, index) => ({ id: `c${index}`, ...place, theme })),
        [{ id: "t", x: 0, y: 0 }],
      );
      const seen = [walk(model, 0, "first")];
      for (let next = walk(model, seen[0] ?? -1, "right"); next !== -1; next = walk(model, seen.at(-1) ?? -1, "right"))
        seen.push(next);
      expect(seen).toEqual(reading(model, model.all()));
      expect(seen.toSorted((a, b) => a - b)).toEqual(model.all());
      for (const [index, slot] of seen.entries())
        if (index > 0) expect(walk(model, slot, "left")).toBe(seen[index - 1]);
    }),
  );
});
