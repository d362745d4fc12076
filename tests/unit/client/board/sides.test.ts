import { expect, test } from "vitest";
import { lyingOf, stays } from "#lib/client/board/sides.ts";
import { ABSENT, flowsBetween, LOOSE } from "#lib/domain/board/compare.ts";
import { BOARD, emptyBoard, ME } from "#tests/kit/empty-board.ts";
import { id } from "#tests/kit/study.ts";

test("[B102] what lies in a theme and in its copy stays, and so what lies in themes of one name; the rest moved", () => {
  const { rows, give, theme, card } = emptyBoard();
  theme("A");
  theme("B");
  card("insight", "A");
  for (const [name, into] of [
    ["a", "A"],
    ["b", "B"],
    ["c", null],
  ] as const) {
    rows.put("quote", { id: id(name), source: id("s"), by: ME, gone: false });
    const laid = { id: id(`k${name}`), theme: into && id(into), x: 0, y: 0, quote: id(name), insight: null };
    give({ kind: "cards.add", board: BOARD, cards: [laid] });
  }
  const copy = id("copy");
  give({ kind: "board.copy", id: copy, from: BOARD, hidden: false, name: null });
  const names = new Map<string, string>();
  const moved = (from: string, to: string) =>
    flowsBetween(lyingOf(rows, from), lyingOf(rows, to)).filter(
      (flow) => !stays(flow, from, to, (each) => names.get(each) ?? ""),
    );
  expect(lyingOf(rows, BOARD)).toHaveLength(3);
  expect(moved(BOARD, copy)).toEqual([]);
  expect(moved(copy, BOARD)).toEqual([]);

  const there = rows.related("cardsOfBoard", copy).find((each) => each.quote === id("a"));
  theme("C", null, { x: 0, y: 0 }, copy);
  give({ kind: "cards.place", cards: [{ id: there?.id ?? "", theme: id("C"), x: 0, y: 0 }] });
  expect(moved(BOARD, copy)).toEqual([{ from: id("A"), to: id("C"), quotes: [id("a")] }]);
  names.set(id("A"), "Trust").set(id("C"), "trust ");
  expect(moved(BOARD, copy)).toEqual([]);
  expect(stays({ from: LOOSE, to: ABSENT, quotes: [] }, BOARD, copy, () => "")).toBe(false);
});
