import { expect, test } from "vitest";
import { freeName, shelfOf } from "#lib/client/board/shelf.ts";
import { BOARD, emptyBoard } from "#tests/kit/empty-board.ts";
import { id } from "#tests/kit/study.ts";

test("[B93] boards stand in their order, with their cards and who sees and reads them", () => {
  const { rows, give, card } = emptyBoard();
  card("one");
  card("two");
  give({ kind: "board.copy", id: id("mine"), from: BOARD, hidden: true, name: null });
  give({ kind: "board.add", id: id("new"), name: null });
  card("three", null, { x: 0, y: 0 }, id("mine"));
  expect(shelfOf(rows)).toEqual([
    { id: BOARD, cards: 2, analysis: true, hidden: false },
    { id: id("mine"), cards: 3, analysis: false, hidden: true },
    { id: id("new"), cards: 0, analysis: false, hidden: false },
  ]);
});

test("[B93] a new board takes the first name of its run that is free", () => {
  const name = (number: number) => `Board ${number}`;
  expect(freeName([], 2, name)).toBe("Board 2");
  expect(freeName(["Board 2", "Trust", "Board 3"], 2, name)).toBe("Board 4");
});
