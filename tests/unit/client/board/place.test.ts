import fc from "fast-check";
import { expect, test } from "vitest";
import { BoardModel } from "#lib/client/board/model.ts";
import { block, freeNear, freePlaces } from "#lib/client/board/place.ts";
import { CARD } from "#lib/client/board/scene.ts";
import type { Box } from "#lib/client/board/camera.ts";
import { SIZES } from "#lib/domain/board/measure.ts";
import { CardSize } from "#lib/domain/board/shape.ts";
import { treeOf } from "#lib/client/board/tree.ts";
import { sceneCard, sceneTheme } from "#tests/kit/scene.ts";

const card = (id: string, x: number, y: number, theme: string | null, ord = id, size: CardSize = "m") =>
  sceneCard({ id, x, y, theme, ord, size });
const theme = (id: string, parent: string | null, x: number, y: number, w: number, h: number) =>
  sceneTheme({ id, parent, x, y, w, h });
const meet = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

test("[B47] cards that are put in a theme lie on no other card of it and on no theme within", () => {
  const size = fc.constantFrom(...CardSize.options);
  const at = fc.record({ x: fc.integer({ min: 0, max: 1500 }), y: fc.integer({ min: 0, max: 900 }), size });
  fc.assert(
    fc.property(fc.array(at, { maxLength: 20 }), fc.array(size, { minLength: 1, maxLength: 30 }), (lying, coming) => {
      const model = new BoardModel();
      const cards = lying.map((one, index) => card(`c${index}`, one.x, one.y, "t", undefined, one.size));
      model.load({ cards, themes: [theme("t", null, 0, 0, 900, 700), theme("u", "t", 300, 300, 300, 200)] });
      const sizes = coming.map((one) => SIZES[one]);
      const places = freePlaces(model, "t", sizes).map((place, index) => ({ ...place, ...(sizes[index] ?? CARD) }));
      expect(places).toHaveLength(coming.length);
      const inner = model.themes.get("u")?.box;
      for (const [index, place] of places.entries()) {
        expect(places.slice(index + 1).some((other) => meet(place, other))).toBe(false);
        expect(cards.some((other) => meet(place, other))).toBe(false);
        if (inner) expect(meet(place, inner)).toBe(false);
      }
    }),
  );
});

test("[B47] what is written or dropped covers nothing", () => {
  const model = new BoardModel();
  model.load({ cards: [card("a", 0, 0, null), card("b", 264, 0, null)], themes: [] });
  const place = freeNear(model, { x: 100, y: 20 });
  expect(model.grid.within(place.x, place.y, CARD.w, CARD.h)).toEqual([]);
  const sizes = [SIZES.s, SIZES.l, SIZES.m, SIZES.m, SIZES.s, SIZES.l, SIZES.s];
  const laid = block({ x: 10, y: 20 }, sizes).map((at, index) => ({ ...at, ...(sizes[index] ?? CARD) }));
  expect(laid[0]).toMatchObject({ x: 10, y: 20 });
  for (const [index, one] of laid.entries())
    expect(laid.slice(index + 1).some((other) => meet(one, other))).toBe(false);
});

test("[B48] the outline shows every card once, under its theme and in its order, and the unclustered last", () => {
  const model = new BoardModel();
  model.load({
    themes: [theme("t", null, 0, 0, 10, 10), theme("u", "t", 0, 0, 10, 10)],
    cards: [
      card("c2", 0, 0, "t", "b"),
      card("c1", 0, 0, "t", "a"),
      card("c3", 0, 0, "u"),
      card("c4", 0, 0, null),
      card("c5", 0, 0, "gone"),
    ],
  });
  expect(treeOf(model, new Set()).map(({ key, level, position, size }) => [key, level, position, size])).toEqual([
    ["t", 0, 1, 2],
    ["c1", 1, 1, 3],
    ["c2", 1, 2, 3],
    ["u", 1, 3, 3],
    ["c3", 2, 1, 1],
    ["loose", 0, 2, 2],
    ["c4", 1, 1, 2],
    ["c5", 1, 2, 2],
  ]);
  expect(treeOf(model, new Set(["t"])).map(({ key }) => key)).toEqual(["t", "loose", "c4", "c5"]);
});
