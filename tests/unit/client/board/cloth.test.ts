import { expect, test } from "vitest";
import { clothAt, cloths, family } from "#lib/client/board/cloth.ts";
import { BoardModel } from "#lib/client/board/model.ts";
import { sceneCard, sceneTheme } from "#tests/kit/scene.ts";

const theme = (id: string, parent: string | null, x: number, y: number, w: number, h: number) =>
  sceneTheme({ id, parent, x, y, w, h });
const card = (id: string, x: number, y: number, inTheme: string | null = null) =>
  sceneCard({ id, x, y, theme: inTheme });

test("[B43] a cloth stretches to what lies on it, and to the cloths within it", () => {
  const drawn = cloths(
    [theme("a", null, 0, 0, 400, 300), theme("b", "a", 300, 100, 200, 200)],
    [card("c", 600, 400, "b")],
  );
  expect(drawn.get("b")?.box).toEqual({ x: 300, y: 100, w: 564, h: 516 });
  expect(drawn.get("a")?.box).toEqual({ x: 0, y: 0, w: 888, h: 640 });
  expect(drawn.get("a")?.count).toBe(1);
});

test("[B43] the innermost theme under the pointer is the one that a drop goes to", () => {
  const drawn = cloths([theme("b", "a", 100, 100, 200, 200), theme("a", null, 0, 0, 400, 400)], []);
  expect(clothAt(drawn, 150, 150)?.theme.id).toBe("b");
  expect(clothAt(drawn, 20, 20)?.theme.id).toBe("a");
  expect(clothAt(drawn, 150, 150, family(drawn, "b"))?.theme.id).toBe("a");
  expect(clothAt(drawn, 900, 20)).toBe(null);
});

test("[B44] the selection follows the cards through changes of the scene", () => {
  const model = new BoardModel();
  model.load({ cards: [card("a", 0, 0), card("b", 300, 0), card("c", 600, 0)], themes: [] });
  model.selection.set([model.slotOf("b"), model.slotOf("c")]);
  model.load({ cards: [card("d", 0, 500), card("c", 600, 10)], themes: [] });
  expect(model.ids(model.selection.slots())).toEqual(["c"]);
  expect(model.count).toBe(2);
  expect(model.ids([model.cardAt(610, 15), model.cardAt(10, 510)])).toEqual(["c", "d"]);
  expect(model.cardAt(310, 10)).toBe(-1);
});

test("[B44] the card that was put down last is the one on top", () => {
  const model = new BoardModel();
  model.load({ cards: [card("a", 0, 0), card("b", 10, 10)], themes: [] });
  expect(model.ids([model.cardAt(50, 50)])).toEqual(["b"]);
  model.load({ cards: [card("a", 5, 5), card("b", 10, 10)], themes: [] });
  expect(model.ids([model.cardAt(50, 50)])).toEqual(["a"]);
});
