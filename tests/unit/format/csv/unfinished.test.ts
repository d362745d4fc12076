import { expect, test } from "vitest";
import { unfinishedIn } from "#lib/format/csv/unfinished.ts";

test.each([
  [
    "limesurvey",
    ["id", "submitdate"],
    [
      ["1", "2026-03-01"],
      ["2", " "],
      ["3", ""],
    ],
    [1, 2],
  ],
  ["limesurvey", ["Response ID", "Date submitted"], [["1", ""]], [0]],
  [
    "qualtrics",
    ["Finished", "Q1"],
    [
      ["True", ""],
      ["False", "yes"],
      ["0", "no"],
      ["1", ""],
      ["", ""],
    ],
    [1, 2],
  ],
  ["unknown", ["id", "submitdate"], [["1", ""]], []],
  ["qualtrics", ["Q1"], [["False"]], []],
] as const)("[I108] %s tells by %j", (tool, headers, rows, expected) => {
  expect(unfinishedIn({ tool, headers: [...headers], rows: rows.map((row) => [...row]) })).toEqual(expected);
});
