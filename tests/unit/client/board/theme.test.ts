/** Rules B84 to B87: frames under a hand, what they hold, and piles. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cloths } from "#lib/client/board/cloth.ts";
import { beside, drawnIn, pulled, stretched } from "#lib/client/board/frame.ts";
import { BoardModel } from "#lib/client/board/model.ts";
import { freePlaces } from "#lib/client/board/place.ts";
import type { SceneCard, SceneTheme } from "#lib/client/board/scene.ts";
import { treeOf } from "#lib/client/board/tree.ts";
import { LEAST, PILE, SIZES } from "#lib/domain/board/measure.ts";
import { sceneCard, sceneTheme } from "#tests/kit/scene.ts";

type Box = Readonly<{ x: number; y: number; w: number; h: number }>;

const theme = (id: string, box: Box, more: Partial<SceneTheme> = {}) => sceneTheme({ id, ...box, ...more });
const card = (id: string, x: number, y: number, inTheme: string | null = null) =>
  sceneCard({ id, x, y, theme: inTheme });
const board = (themes: readonly SceneTheme[], cards: readonly SceneCard[]) => {
  const model = new BoardModel();
  model.load({ themes, cards });
  return model;
};
const open = { x: 0, y: 0, w: 1000, h: 800 };
const holds = (a: Box, b: Box) => a.x <= b.x && a.y <= b.y && a.x + a.w >= b.x + b.w && a.y + a.h >= b.y + b.h;

test("[B84] a theme that is drawn takes what lies wholly inside, on the ground that it is drawn on", () => {
  const themes = [
    theme("outer", open),
    theme("inner", { x: 24, y: 300, w: 200, h: 100 }, { parent: "outer" }),
    theme("shut", { x: 260, y: 300, w: 40, h: 40 }, { parent: "outer", locked: true }),
    theme("elsewhere", { x: 2000, y: 0, w: 300, h: 300 }),
  ];
  const cards = [
    card("on", 24, 56, "outer"),
    card("under", 48, 360, "inner"),
    card("out", 700, 56, "outer"),
    card("bare", 40, 60),
  ];
  const model = board(themes, cards);
  expect(drawnIn(model, { x: 10, y: 40, w: 500, h: 600 })).toEqual({
    parent: "outer",
    cards: ["on"],
    themes: ["inner"],
  });
  // Beyond the cloth's edge it is drawn on the open board, and what lies in the theme stays there.
  expect(drawnIn(model, { x: -10, y: 40, w: 500, h: 600 })).toEqual({ parent: null, cards: ["bare"], themes: [] });
});

test("[B85] a pulled edge stops at what lies inside and at the room for a name; the other edges stay", () => {
  const number = fc.integer({ min: -3000, max: 3000 });
  const edge = fc.constantFrom(-1 as const, 0 as const, 1 as const);
  const side = fc.integer({ min: 200, max: 900 });
  fc.assert(
    fc.property(
      side,
      side,
      fc.array(fc.tuple(number, number), { maxLength: 4 }),
      edge,
      edge,
      number,
      number,
      (w, h, at, ex, ey, dx, dy) => {
        const cloth = cloths(
          [theme("a", { x: 0, y: 0, w, h })],
          at.map(([x, y], n) => card(`${n}`, x, y, "a")),
        ).get("a");
        if (!cloth) throw new Error("no cloth");
        const box = pulled(cloth, { x: ex, y: ey }, dx, dy);
        if (cloth.need) expect(holds(box, cloth.need)).toBe(true);
        expect(box.w).toBeGreaterThanOrEqual(LEAST.w);
        expect(box.h).toBeGreaterThanOrEqual(LEAST.h);
        if (ex !== -1) expect(box.x).toBe(cloth.box.x);
        if (ex !== 1) expect(box.x + box.w).toBe(cloth.box.x + cloth.box.w);
        if (ey !== -1) expect(box.y).toBe(cloth.box.y);
        if (ey !== 1) expect(box.y + box.h).toBe(cloth.box.y + cloth.box.h);
      },
    ),
  );
});

test("[B85] the themes around a pulled one stretch with it", () => {
  const drawn = cloths([theme("a", open), theme("b", { x: 24, y: 56, w: 200, h: 200 }, { parent: "a" })], []);
  const box = { x: 24, y: 56, w: 1200, h: 200 };
  expect(stretched(drawn, "b", box)).toEqual(
    new Map([
      ["b", box],
      ["a", { x: 0, y: 0, w: 1248, h: 800 }],
    ]),
  );
});

test("[B86] what is split out goes to the right, clear of all that lies there", () => {
  const model = board(
    [theme("a", { x: 0, y: 0, w: 400, h: 300 }), theme("b", { x: 500, y: 100, w: 300, h: 300 })],
    [card("c", 900, 0)],
  );
  const cloth = model.themes.get("a");
  if (!cloth) throw new Error("no cloth");
  const box = beside(model, cloth, 300, 300);
  expect(box.y).toBe(0);
  expect(box.x).toBeGreaterThan(900 + SIZES.m.w);
});

test("[B87] a pile takes little room where its theme was, and what lies in it is off the plane", () => {
  const themes = [
    theme("a", { x: 0, y: 0, w: 1000, h: 800 }),
    theme("b", { x: 24, y: 300, w: 400, h: 300 }, { parent: "a" }),
  ];
  const cards = [card("c", -100, 56, "a"), card("d", 48, 356, "b"), card("e", 2000, 0)];
  const model = board(themes, cards);
  model.selection.set(model.all());
  model.load({ themes: themes.map((each) => ({ ...each, collapsed: each.id === "a" })), cards });

  expect(model.themes.get("a")?.box).toEqual({ x: -124, y: 0, ...PILE });
  expect(model.themes.get("a")?.count).toBe(2);
  expect([model.ids(model.all()), model.ids(model.selection.slots()), model.shown, model.count]).toEqual([
    ["e"],
    ["e"],
    1,
    3,
  ]);
  expect(model.cardAt(60, 360)).toBe(-1);
  expect(model.themeAt(60, 360)).toBe(null);
  expect(model.themeAt(-100, 100)?.theme.id).toBe("a");
  expect(model.titleAt(-100, 160, 1)?.theme.id).toBe("a");
  expect(model.sight(model.slotOf("d"))).toEqual({ x: -124, y: 0, ...PILE });
  expect(model.bounds()).toEqual({ x: -124, y: 0, w: 2240 + 124, h: SIZES.m.h });
  // The outline is another way of seeing: it shows every card, whatever is a pile on the board.
  expect(treeOf(model, new Set()).filter(({ kind }) => kind === "card")).toHaveLength(3);
  // What is put into it by a menu lies on none of its cards once it is opened.
  const places = freePlaces(model, "a", [SIZES.m, SIZES.m]);
  const taken = [...cards, { x: 24, y: 300, w: 400, h: 300 }];
  for (const at of places) {
    for (const box of taken) {
      const apart =
        at.x >= box.x + box.w || box.x >= at.x + SIZES.m.w || at.y >= box.y + box.h || box.y >= at.y + SIZES.m.h;
      expect(apart).toBe(true);
    }
  }

  model.load({ themes, cards });
  expect(model.ids(model.all()).toSorted()).toEqual(["c", "d", "e"]);
  expect(model.ids([model.cardAt(60, 360)])).toEqual(["d"]);
});
