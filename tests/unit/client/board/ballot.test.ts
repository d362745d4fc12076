import { expect, test } from "vitest";
import { ballotOf, dotsOn, ranking } from "#lib/client/board/ballot.ts";
import { Scenes } from "#lib/client/board/rows.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { voteId } from "#lib/domain/vote/shape.ts";
import { BOARD, emptyBoard, ME } from "#tests/kit/empty-board.ts";
import { id } from "#tests/kit/study.ts";

const YOU = id("you");

/** A vote of five dots over three cards: two in a theme within another, one in none. */
function voting() {
  const board = emptyBoard();
  board.theme("outer");
  board.theme("inner", "outer");
  board.card("a", "inner");
  board.card("b", "outer");
  board.card("c");
  board.give({ kind: "voting.start", id: id("v"), board: BOARD, dots: 5 });
  const lay = (card: string, dots: number, person = ME) =>
    board.give({ kind: "vote.set", voting: id("v"), card: id(card), dots }, person);
  return { ...board, lay };
}

test("[B106] says how many dots are left, and which lie where", () => {
  const { lay, rows } = voting();
  lay("a", 2);
  lay("b", 1);
  expect(ballotOf(rows, BOARD, ME)).toEqual({
    voting: id("v"),
    revealed: false,
    dots: 5,
    left: 2,
    onCards: new Map([
      [id("a"), 2],
      [id("b"), 1],
    ]),
  });
});

test("[B106] a card that has left the board takes its dots out of sight, and a board without a vote has no ballot", () => {
  const { give, lay, rows } = voting();
  lay("a", 2);
  give({ kind: "cards.remove", ids: [id("a")] });
  expect(dotsOn(rows, BOARD)).toEqual(new Map());
  give({ kind: "voting.end", id: id("v") });
  expect(ballotOf(rows, BOARD, ME)).toBeNull();
});

test("[B125] dots of a card that has left the board are there to be laid again, and never fewer than none", () => {
  const { give, lay, rows } = voting();
  const left = () => ballotOf(rows, BOARD, ME)?.left;
  lay("a", 4);
  expect(left()).toBe(1);
  const removed = give({ kind: "cards.remove", ids: [id("a")] });
  expect(left()).toBe(5);
  lay("b", 5);
  if (typeof removed === "string") throw new Error(removed);
  const back = decideUndo(rows, removed, false);
  if (!back.ok) throw new Error(back.fault.code);
  for (const change of back.value) evolve(rows, change);
  expect(left()).toBe(0);
});

test("[B107] sums everybody's dots on the cards of the scene", () => {
  const { lay, rows } = voting();
  lay("a", 2);
  lay("a", 3, YOU);
  expect(new Scenes(BOARD).of(rows).cards.find((card) => card.id === id("a"))?.votes).toBe(5);
  expect(rows.live("vote", voteId(id("v"), id("a"), YOU))?.dots).toBe(3);
});

test("[B107] ranks cards and themes, a theme with the dots of all that lies in it", () => {
  const { lay, rows } = voting();
  lay("a", 2);
  lay("b", 1);
  lay("c", 2, YOU);
  lay("b", 3, YOU);
  expect(ranking(rows, dotsOn(rows, BOARD))).toEqual({
    cards: [
      { of: id("b"), dots: 4 },
      { of: id("a"), dots: 2 },
      { of: id("c"), dots: 2 },
    ],
    themes: [
      { of: id("outer"), dots: 6 },
      { of: null, dots: 2 },
      { of: id("inner"), dots: 2 },
    ],
  });
});
