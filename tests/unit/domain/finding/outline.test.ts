import { expect, test } from "vitest";
import { flat, outline } from "#lib/domain/finding/outline.ts";
import { id, study } from "#tests/kit/study.ts";

test("[C16][C17] tells themes in order with their own quotes, and each finding under its first theme", () => {
  const { rows } = study();
  expect(
    flat(outline(rows).themes).map((node) => [node.id, node.depth, node.quotes, node.findings, node.count.quotes]),
  ).toEqual([
    [id("V"), 0, [id("q3")], [], 1],
    [id("T"), 0, [id("q1")], [id("F")], 2],
    [id("U"), 1, [id("q2")], [], 1],
  ]);
});

test("[C17] a finding of several themes stands under the first that is told", () => {
  const { rows } = study();
  rows.put("findingTheme", { id: `${id("F")}/${id("V")}`, finding: id("F"), theme: id("V"), gone: false });
  expect(flat(outline(rows).themes).map((node) => node.findings)).toEqual([[id("F")], [], []]);
});

test("[C18] retired themes are not told, and their findings become general", () => {
  const { rows } = study();
  const theme = rows.get("theme", id("T"));
  if (theme) rows.put("theme", { ...theme, status: "retired" });
  const told = outline(rows);
  expect(flat(told.themes).map((node) => node.id)).toEqual([id("V")]);
  expect(told.general).toEqual([id("F")]);
});
