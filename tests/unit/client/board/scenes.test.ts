import { expect, test } from "vitest";
import { cloths } from "#lib/client/board/cloth.ts";
import { BoardModel } from "#lib/client/board/model.ts";
import { Scenes } from "#lib/client/board/rows.ts";
import { BOARD, emptyBoard } from "#tests/kit/empty-board.ts";
import { id } from "#tests/kit/study.ts";

function laid() {
  const board = emptyBoard();
  board.theme("left");
  board.theme("right");
  board.card("a", "left");
  board.card("b", "left");
  board.card("c", "right");
  return { ...board, scenes: new Scenes(BOARD) };
}
const place = (card: string, x: number, theme: string | null) => ({
  kind: "cards.place" as const,
  cards: [{ id: id(card), theme: theme && id(theme), x, y: 0 }],
});

test("[B63] a scene keeps every card and theme about which nothing has changed, and itself where nothing has", () => {
  const { give, rows, scenes } = laid();
  const before = scenes.of(rows);
  expect(scenes.of(rows)).toBe(before);
  give(place("a", 500, "left"));
  const after = scenes.of(rows);
  expect(after.themes).toBe(before.themes);
  expect(after.cards.map((card) => before.cards.includes(card))).toEqual(
    after.cards.map((card) => card.id !== id("a")),
  );

  give({ kind: "theme.set", id: id("right"), fields: { hue: 7 } });
  const dyed = scenes.of(rows);
  expect(dyed.cards.filter((card) => !after.cards.includes(card)).map((card) => [card.id, card.hue])).toEqual([
    [id("c"), 7],
  ]);
  give({ kind: "cards.remove", ids: [id("c")] });
  expect(scenes.of(rows).cards.map((card) => card.id)).toEqual([id("a"), id("b")]);
});

test("[B63] what a later scene says is what one would say that is made afresh", () => {
  const { give, rows, scenes } = laid();
  scenes.of(rows);
  give(place("b", 900, "right"));
  give({ kind: "cards.set", ids: [id("a")], fields: { size: "l" } });
  give({ kind: "theme.remove", id: id("left") });
  expect(scenes.of(rows)).toEqual(new Scenes(BOARD).of(rows));
});

test("[B63] cloths stay the same objects where they are drawn the same, and the model tells what must be drawn again", () => {
  const { give, rows, scenes } = laid();
  const model = new BoardModel();
  const first = scenes.of(rows);
  model.load(first);
  const before = model.themes;
  expect(cloths(first.themes, first.cards, before)).toBe(before);
  model.stale.take();

  const from = model.box(model.slotOf(id("c")));
  give(place("c", from.x + 40, "right"));
  model.load(scenes.of(rows));
  expect(model.themes.get(id("left"))).toBe(before.get(id("left")));
  expect(model.themes.get(id("right"))).not.toBe(before.get(id("right")));
  const stale = model.stale.take();
  if (stale === null || stale === "all") throw new Error("a box");
  const right = model.themes.get(id("right"))?.box ?? from;
  expect(stale.x).toBeLessThanOrEqual(Math.min(from.x, right.x));
  expect(stale.x + stale.w).toBeGreaterThanOrEqual(Math.max(from.x + 40 + from.w, right.x + right.w));
});
