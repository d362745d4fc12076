import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "#lib/client/board/camera.ts";
import { BoardModel } from "#lib/client/board/model.ts";
import { makeRoom } from "#lib/client/board/room.ts";
import type { SceneCard, SceneTheme } from "#lib/client/board/scene.ts";
import { GAP, SIZES } from "#lib/domain/board/measure.ts";
import { CardSize } from "#lib/domain/board/shape.ts";
import { sceneCard, sceneTheme } from "#tests/kit/scene.ts";

const card = (id: string, x: number, y: number, theme: string | null, size: CardSize = "m") =>
  sceneCard({ id, x, y, theme, size });
const theme = (id: string, parent: string | null, box: Box, collapsed = false) =>
  sceneTheme({ id, parent, ...box, collapsed });
const meet = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** The boxes of cards once some have grown and others made way. */
function grown(cards: readonly SceneCard[], ids: readonly string[], size: CardSize, themes: readonly SceneTheme[]) {
  const model = new BoardModel();
  model.load({ cards, themes });
  const slots = ids.map((id) => model.slotOf(id));
  const moved = makeRoom(model, slots, SIZES[size]);
  const at = new Map(moved.map(({ id, x, y }) => [id, { x, y }]));
  const boxes = cards.map(({ id, x, y, w, h }): Box => ({
    ...(ids.includes(id) ? SIZES[size] : { w, h }),
    ...(at.get(id) ?? { x, y }),
  }));
  return { moved, boxes, model };
}

const pitch = SIZES.m.w + GAP;
const rowed = (count: number, of: string | null) =>
  Array.from({ length: count }, (_, n) => card(`c${n}`, 24 + (n % 3) * pitch, 56 + Math.floor(n / 3) * 216, of));

test("[B126] a card that grows among others stays, and those it would cover go to free places of the theme", () => {
  const cards = rowed(6, "t");
  const { moved, boxes } = grown(cards, ["c0"], "l", [theme("t", null, { x: 0, y: 0, w: 816, h: 488 })]);
  expect(moved.map(({ id }) => id)).toEqual(["c1", "c3", "c4"]);
  expect(boxes[0]).toEqual({ x: 24, y: 56, ...SIZES.l });
  expect(boxes.every((box) => box.x + box.w <= 816)).toBe(true);
});

test("[B126] nothing moves where there is room, nor when cards become smaller", () => {
  const apart = [card("a", 0, 0, null), card("b", 600, 0, null)];
  expect(grown(apart, ["a"], "l", []).moved).toEqual([]);
  const close = rowed(6, null);
  expect(grown(close, ["c0", "c1"], "s", []).moved).toEqual([]);
});

test("[B126] an unclustered card that would grow over a theme goes beside it", () => {
  const cloth = theme("t", null, { x: 260, y: 0, w: 600, h: 400 });
  const { moved, boxes, model } = grown([card("a", 0, 0, null)], ["a"], "l", [cloth]);
  expect(moved.map(({ id }) => id)).toEqual(["a"]);
  expect(meet(boxes[0] ?? cloth, model.themes.get("t")?.box ?? cloth)).toBe(false);
});

test("[B126] no card lies on another that it did not lie on before, whatever grows, in themes, piles and on the open board", () => {
  const at = fc.record({
    x: fc.integer({ min: 24, max: 1400 }),
    y: fc.integer({ min: 56, max: 900 }),
    size: fc.constantFrom(...CardSize.options),
    theme: fc.constantFrom("t", "p", null),
    grows: fc.boolean(),
  });
  const themes = [
    theme("t", null, { x: 0, y: 0, w: 900, h: 700 }),
    theme("u", "t", { x: 300, y: 300, w: 300, h: 200 }),
    theme("p", null, { x: 2000, y: 0, w: 900, h: 700 }, true),
  ];
  fc.assert(
    fc.property(fc.array(at, { maxLength: 24 }), fc.constantFrom(...CardSize.options), (lying, size) => {
      const cards = lying.map((one, n) => card(`c${n}`, one.x, one.y, one.theme, one.size));
      const ids = cards.filter((one, n) => lying[n]?.grows && one.size !== size).map(({ id }) => id);
      const { boxes, moved } = grown(cards, ids, size, themes);
      for (const [a, one] of cards.entries()) {
        for (const [b, other] of cards.entries()) {
          if (b <= a || one.theme !== other.theme || meet(one, other)) continue;
          expect(meet(boxes[a] ?? one, boxes[b] ?? other)).toBe(false);
        }
      }
      expect(moved.every(({ x, y }) => Number.isInteger(x) && Number.isInteger(y))).toBe(true);
    }),
  );
});
