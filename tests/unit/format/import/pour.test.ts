/** Surveys on their way in, portion by portion. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { responsesOf } from "#lib/format/csv/response.ts";
import { idsOf } from "#lib/format/import/ids.ts";
import { pour } from "#lib/format/import/pour.ts";
import type { Go, Take } from "#lib/format/import/pour.ts";
import { rowsOf, textRow } from "#lib/format/import/staged.ts";

const take: Take = { uses: ["respondent", "attribute", "question", "attribute", "question"], blanks: ["-"] };
const plan = "6f0b3c5e-0000-4000-8000-000000000001";
const question = (column: number) => `question ${column}`;
const go: Go = {
  plan,
  leave: new Set([1]),
  unfinished: new Set([2]),
  questions: new Map([2, 4].map((column) => [column, question(column)])),
  attributes: new Map([
    [1, 7],
    [3, 9],
  ]),
};
const cell = fc.oneof(fc.constantFrom("", "-", "Rhos", "😀 fi"), fc.string({ unit: "binary", maxLength: 12 }));
const rows = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 12 });

test("[I105] portions of any size hold the same rows, as if they had been made at once", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 3000 }), (cells, full) => {
      const id = idsOf(plan);
      const whole = responsesOf({ rows: cells }, take.uses, take.blanks).filter(({ row }) => row !== 1);
      const portions = [...pour({ rows: cells.map((row) => [...row]) }, take, go, full)];
      const all = (key: "revisions" | "turns" | "values"): unknown[] =>
        portions.flatMap((portion) => JSON.parse(portion[key]) as unknown[]); // an array of rows
      expect(
        portions.flatMap(({ briefs }) => briefs).map(({ row, turns, comments }) => [row, turns, comments]),
      ).toEqual(whole.map(({ row, turns }) => [row, turns.length, turns.length]));
      const texts = whole.map(({ row, text, turns, attributes }) => ({
        source: id(`source/${row}`),
        revision: id(`revision/${row}`),
        text,
        turns: turns.map(({ start, end, column }, n) => ({
          id: id(`turn/${row}/${n}/${column}`),
          start,
          end,
          question: question(column),
        })),
        unfinished: row === 2,
        values: Object.fromEntries(attributes.map(({ column, value }) => [go.attributes.get(column), value])),
      }));
      expect(all("revisions")).toEqual(texts.map(({ source, revision, text }) => textRow(source, revision, text)));
      expect(all("turns")).toEqual(
        texts.flatMap(({ revision, turns }) => turns.map((turn, n) => ({ ...turn, n, revision }))),
      );
      expect(all("values")).toEqual(texts.map(({ source, values, unfinished }) => ({ source, values, unfinished })));
    }),
  );
});

test("[I4] a text is stored with its length in code points and the places of those that are two units", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const points = Array.from(text);
      const { length, astral } = textRow("source", "revision", text);
      expect(length).toBe(points.length);
      expect(astral).toEqual(points.flatMap((point, at) => (point.length > 1 ? [at] : [])));
    }),
  );
  const turn = { id: "t", start: 0, end: 2, speaker: null, startMs: null, endMs: null, question: null };
  const { turns, values } = rowsOf([{ source: "s", revision: "r", text: "Oes", turns: [turn], values: {} }]);
  expect([JSON.parse(turns), JSON.parse(values)]).toEqual([[{ ...turn, n: 0, revision: "r" }], []]);
});
