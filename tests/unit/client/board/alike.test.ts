import { expect, test } from "vitest";
import { alike } from "#lib/client/board/alike.ts";
import { BOARD, emptyBoard } from "#tests/kit/empty-board.ts";
import { id } from "#tests/kit/study.ts";

/** Cards of quotes by two people of one organisation, an insight, and a theme. */
function board() {
  const made = emptyBoard();
  const { rows } = made;
  const gone = false;
  made.theme("t");
  rows.put("organisation", {
    id: id("o"),
    number: 1,
    kind: "education",
    region: null,
    named: false,
    namedOn: null,
    name: null,
    aliases: null,
    gone,
  });
  for (const [number, name] of ["p1", "p2"].entries()) {
    rows.put("participant", {
      id: id(name),
      number: number + 1,
      organisation: id("o"),
      seniority: null,
      consent: "verbatim",
      agreedOn: null,
      agreedUntil: null,
      withdrawnOn: null,
      erased: false,
      name: null,
      contact: null,
      gone,
    });
    rows.put("source", {
      id: id(`s${name}`),
      number: number + 1,
      kind: "survey",
      revision: id("r"),
      title: null,
      gone,
      organisation: null,
      participant: id(name),
      guide: null,
      heldOn: null,
      minutes: null,
      lang: "en",
      original: null,
    });
  }
  const quote = (name: string, source: string, theme: string | null, tags: readonly string[]) => {
    rows.put("quote", { id: id(`q${name}`), source: id(source), by: id("me"), gone });
    for (const tag of tags) rows.put("tagging", { id: id(`${name}${tag}`), quote: id(`q${name}`), tag: id(tag), gone });
    made.give({
      kind: "cards.add",
      board: BOARD,
      cards: [{ id: id(name), theme: theme && id(theme), x: 0, y: 0, quote: id(`q${name}`), insight: null }],
    });
  };
  quote("a", "sp1", "t", ["red", "blue"]);
  quote("b", "sp1", null, ["red"]);
  quote("c", "sp2", "t", []);
  made.card("i");
  made.card("j");
  return rows;
}

test("[B73] the ways in which others are like a card are told with the cards that each would select", () => {
  expect(alike(board(), BOARD, [id("a")])).toEqual([
    { trait: "participant", of: [id("p1")], cards: [id("a"), id("b")] },
    { trait: "organisation", of: [id("o")], cards: [id("a"), id("b"), id("c")] },
    { trait: "source", of: [id("sp1")], cards: [id("a"), id("b")] },
    { trait: "tag", of: [id("red")], cards: [id("a"), id("b")] },
    { trait: "theme", of: [id("t")], cards: [id("a"), id("c")] },
  ]);
});

test("[B73] insights are alike, and so are cards without a theme", () => {
  expect(alike(board(), BOARD, [id("i")])).toEqual([
    { trait: "theme", of: [null], cards: [id("b"), id("i"), id("j")] },
    { trait: "insight", of: [null], cards: [id("i"), id("j")] },
  ]);
});

test("[B73] several chosen cards ask together, and what adds nothing is not offered", () => {
  expect(alike(board(), BOARD, [id("a"), id("c")])).toEqual([
    { trait: "participant", of: [id("p1"), id("p2")], cards: [id("a"), id("b"), id("c")] },
    { trait: "organisation", of: [id("o")], cards: [id("a"), id("b"), id("c")] },
    { trait: "source", of: [id("sp1"), id("sp2")], cards: [id("a"), id("b"), id("c")] },
    { trait: "tag", of: [id("red")], cards: [id("a"), id("b")] },
  ]);
});
