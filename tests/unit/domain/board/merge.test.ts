import { expect, test } from "vitest";
import { pair } from "#lib/domain/field.ts";
import { emptyBoard } from "#tests/kit/empty-board.ts";
import { id } from "#tests/kit/study.ts";

const merge = (into: string, ...from: string[]) => ({ kind: "theme.merge" as const, id: id(into), from: from.map(id) });

test("[B25] merging puts cards and themes in order below what lies there, and findings follow", () => {
  const { rows, give, theme, card, order } = emptyBoard();
  theme("A");
  theme("B", null, { x: 2000, y: 0 });
  theme("C", "B", { x: 2024, y: 400 });
  card("a1", "A", { x: 24, y: 56 });
  card("b1", "B", { x: 2024, y: 56 });
  card("b2", "B", { x: 2288, y: 56 });
  card("c1", "C", { x: 2048, y: 456 });
  rows.put("finding", { id: id("F"), status: "draft", ord: "a0", gone: false });
  rows.put("findingTheme", { id: pair(id("F"), id("B")), finding: id("F"), theme: id("B"), gone: false });

  give(merge("A", "B"));

  expect(order("A")).toEqual(["a1", "b1", "b2"]);
  expect(rows.live("theme", id("B"))).toBeUndefined();
  expect(rows.live("theme", id("C"))?.parent).toBe(id("A"));
  const lowest = rows.get("card", id("a1"))?.y ?? 0;
  for (const name of ["b1", "b2", "c1"]) expect(rows.get("card", id(name))?.y ?? 0).toBeGreaterThan(lowest);
  // What lay in C lies in it as before.
  const inner = rows.get("theme", id("C"));
  expect((rows.get("card", id("c1"))?.x ?? 0) - (inner?.x ?? 0)).toBe(24);
  expect(rows.related("findingsOfTheme", id("A")).map(({ finding }) => finding)).toEqual([id("F")]);
  expect(rows.related("findingsOfTheme", id("B"))).toEqual([]);
});

test("[B25] a locked theme is not merged, nor one into a theme that lies within it", () => {
  const { give, theme } = emptyBoard();
  theme("A");
  theme("B");
  theme("C", "B");
  expect(give(merge("C", "B"))).toBe("theme.cycle");
  expect(give(merge("B", "B"))).toBe("theme.cycle");
  give({ kind: "theme.set", id: id("A"), fields: { locked: true } });
  expect(give(merge("B", "A"))).toBe("theme.locked");
  expect(give(merge("A", "B"))).toBe("theme.locked");
});
