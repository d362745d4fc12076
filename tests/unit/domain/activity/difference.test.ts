/** What changed between two moments. */
import { expect, test } from "vitest";
import { differenceOf } from "#lib/domain/activity/difference.ts";
import { forward } from "#lib/domain/study/past.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { id } from "#tests/kit/study.ts";
import { played } from "./script.ts";

/** The rows after the first command of a kind, and before it. */
function around(kind: string): readonly [before: Rows, after: Rows] {
  const log: { kind: string; changes: readonly Change[] }[] = [];
  played(({ command, changes }) => log.push({ kind: command.kind, changes }));
  const at = log.findIndex((event) => event.kind === kind);
  const rows = [new Rows(), new Rows()] as const;
  forward(rows[0], log.slice(0, at));
  forward(rows[1], log.slice(0, at + 1));
  return rows;
}

test("[AC25] it is told what came, went, was renamed and became one", () => {
  const told = (kind: string) => differenceOf(...around(kind), id("board"));
  expect(told("quote.make").coming.quote).toEqual({ made: [id("u1")], gone: [] });
  expect(told("wording.set").renamed.theme).toEqual([{ id: id("h2"), lang: "en", was: id("Cost"), now: id("Price") }]);
  const merged = told("tag.merge");
  expect(merged.steps).toEqual([{ kind: "merge", from: id("t3"), into: id("t1"), quotes: 1 }]);
  expect(merged.coming.tag).toEqual({ made: [], gone: [id("t3")] });
  expect(told("theme.remove").coming.theme).toEqual({ made: [], gone: [id("h2")] });
});

test("[AC25] quotes that went from one theme to another are told, and nothing is where nothing changed", () => {
  const [before, after] = around("cards.place");
  expect(differenceOf(before, after, id("board")).flows).toEqual([
    { from: id("h1"), to: id("h2"), quotes: [id("u1")] },
  ]);
  const same = differenceOf(after, after, id("board"));
  expect([same.flows, same.steps, Object.values(same.coming).flatMap(({ made, gone }) => [...made, ...gone])]).toEqual([
    [],
    [],
    [],
  ]);
});
