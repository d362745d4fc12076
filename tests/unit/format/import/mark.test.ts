import fc from "fast-check";
import { expect, test } from "vitest";
import { marksOf } from "#lib/format/import/mark.ts";

const headers = ["ID", "Sector", "Why?"];
const rows = [
  ["1", "Housing", "Late"],
  ["2", "", "Never"],
];

test("[I101] the order of columns, spaces and columns that came later and are empty change nothing", () => {
  const before = marksOf({ headers, rows }, null);
  const after = marksOf(
    {
      headers: ["why? ", "New", "Sector", "ID"],
      rows: [
        [" Late", "", "Housing", "1"],
        ["Never", "", "", "2"],
      ],
    },
    null,
  );
  expect(after).toEqual(before);
  const filled = marksOf({ headers: [...headers, "New"], rows: rows.map((row) => [...row, "x"]) }, null);
  expect(filled.map(({ row }) => row)).not.toEqual(before.map(({ row }) => row));
});

test("[I101] respondents are known by their number where none stands twice, in a survey of the same headings", () => {
  const people = marksOf({ headers, rows }, 0).map(({ respondent }) => respondent);
  expect(new Set(people).size).toBe(2);
  expect(marksOf({ headers, rows: [["2", "Health", "Changed"]] }, 0)[0]?.respondent).toBe(people[1]);
  expect(marksOf({ headers: ["ID", "Other", "Why?"], rows }, 0)[0]?.respondent).not.toBe(people[0]);
  expect(marksOf({ headers, rows: [...rows, ["2", "", "Again"]] }, 0).map(({ respondent }) => respondent)).toEqual([
    null,
    null,
    null,
  ]);
  expect(marksOf({ headers, rows: [["", "a", "b"]] }, 0)[0]?.respondent).toBeNull();
});

test("[I101] equal rows are counted: a longer file knows as many of them as the shorter one had", () => {
  const cell = fc.constantFrom("", "a", "b");
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 12 }), fc.nat(), (all, cut) => {
      const part = all.slice(0, cut % (all.length + 1));
      const marks = (some: readonly (readonly string[])[]) =>
        marksOf({ headers: ["x", "y"], rows: some.map((row) => [...row]) }, null).map(({ row }) => row);
      expect(new Set(marks(all)).size).toBe(all.length);
      expect(marks(all).slice(0, part.length)).toEqual(marks(part));
      const known = new Set(marks(part));
      expect(marks(all).filter((mark) => known.has(mark)).length).toBe(part.length);
    }),
  );
});
