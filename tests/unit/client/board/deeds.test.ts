import { expect, test } from "vitest";
import { decide } from "#lib/domain/study/command.ts";
import { evolve, invert } from "#lib/domain/study/change.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { id } from "#tests/kit/study.ts";

const who = { person: id("me") };

function board(): Rows {
  const rows = new Rows();
  const gone = false;
  rows.put("board", { id: id("b"), analysis: true, owner: null, origin: null, ord: "a0", gone });
  const theme = (name: string, parent: string | null) =>
    rows.put("theme", {
      id: id(name),
      board: id("b"),
      parent: parent && id(parent),
      ord: `a${name}`,
      x: 0,
      y: 0,
      w: 100,
      h: 100,
      hue: 1,
      status: "candidate",
      locked: false,
      collapsed: false,
      gone,
    });
  theme("s", null);
  theme("t", null);
  theme("u", "t");
  rows.put("insight", { id: id("i"), by: id("me"), gone });
  rows.put("card", {
    id: id("c"),
    board: id("b"),
    quote: null,
    insight: id("i"),
    theme: id("u"),
    x: 10,
    y: 20,
    size: "m",
    ord: "a0",
    gone,
  });
  return rows;
}

test("[B49] a theme that is carried into another moves with all inside and is nested by one command, and one undo takes both back", () => {
  const rows = board();
  const decided = decide(rows, { kind: "theme.shift", id: id("t"), dx: 7, dy: -3, parent: id("s") }, who);
  if (!decided.ok) throw new Error(decided.fault.code);
  for (const change of decided.value) evolve(rows, change);
  expect(rows.live("theme", id("t"))).toMatchObject({ x: 7, y: -3, parent: id("s") });
  expect(rows.live("theme", id("u"))).toMatchObject({ x: 7, y: -3, parent: id("t") });
  expect(rows.live("card", id("c"))).toMatchObject({ x: 17, y: 17, theme: id("u") });
  for (const change of invert(decided.value)) evolve(rows, change);
  const before = board();
  for (const name of ["s", "t", "u"]) expect(rows.live("theme", id(name))).toEqual(before.live("theme", id(name)));
  expect(rows.live("card", id("c"))).toEqual(before.live("card", id("c")));
});

test("[B49] a theme is never carried into itself or what lies in it", () => {
  for (const parent of ["t", "u"]) {
    expect(decide(board(), { kind: "theme.shift", id: id("t"), dx: 1, dy: 1, parent: id(parent) }, who)).toMatchObject({
      ok: false,
      fault: { code: "theme.cycle" },
    });
  }
});
