import fc from "fast-check";
import { expect, test } from "vitest";
import { pair } from "#lib/domain/field.ts";
import { took } from "#lib/domain/finding/took.ts";
import { AXES, sameRole } from "#lib/domain/matrix/axis.ts";
import type { Axis, Ground } from "#lib/domain/matrix/axis.ts";
import { groundOf, matrix } from "#lib/domain/matrix/matrix.ts";
import { saturation } from "#lib/domain/matrix/saturation.ts";
import { THINGS, together } from "#lib/domain/matrix/together.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { furnished } from "#tests/kit/furnished.ts";
import { id, study } from "#tests/kit/study.ts";

const gone = false;
const ARMS = ["interview", "survey"] as const;

/** The small study, with a second interview of body A, a question, a guide, tags, a note and a quote of nobody. */
function larger(): Rows {
  const { rows } = study();
  const copy = (noun: "source" | "quote" | "anchor" | "card" | "speaker", from: string, to: object) => {
    const row = rows.get(noun, from);
    if (!row) throw new Error(`no ${noun}`);
    rows.put(noun, { ...row, ...to } as never); // a row of its own noun with other values
  };
  copy("source", id("ia"), { id: id("ia2"), number: 4, revision: id("ria2"), heldOn: "2026-01-05" });
  copy("source", id("ia"), { id: id("na"), number: 5, kind: "note", revision: id("rna") });
  const body = rows.get("organisation", id("B"));
  if (body) rows.put("organisation", { ...body, region: "north" });
  rows.put("question", { id: id("Q"), ord: "a0", gone });
  rows.put("guide", { id: id("G"), kind: "interview", minutes: 90, ord: "a0", gone });
  rows.put("guideQuestion", { id: pair(id("G"), id("Q")), guide: id("G"), question: id("Q"), gone });
  copy("source", id("ib"), { guide: id("G") });
  const more = (name: string, source: string, speaker: string | null, theme: string) => {
    copy("quote", id("q1"), { id: id(name), source: id(source) });
    copy("anchor", pair(id("q1"), id("ria")), {
      id: pair(id(name), id(`r${source}`)),
      quote: id(name),
      revision: id(`r${source}`),
      speaker: speaker && id(speaker),
    });
    copy("card", id("cq1"), { id: id(`c${name}`), quote: id(name), theme: id(theme) });
  };
  copy("speaker", id("ka"), { id: id("ka2"), source: id("ia2") });
  copy("speaker", id("ka"), { id: id("kx"), source: id("ia2"), number: 2, participant: null, interviewer: true });
  more("q4", "ia2", "ka2", "U");
  more("q5", "na", null, "T");
  more("q6", "ia2", "kx", "T");
  copy("anchor", pair(id("q2"), id("rib")), { question: id("Q") });
  const tag = (name: string, parent: string | null, on: readonly string[]) => {
    rows.put("tag", { id: id(name), parent: parent && id(parent), ord: `a${name}`, hue: 1, example: null, gone });
    for (const quote of on)
      rows.put("tagging", { id: pair(id(quote), id(name)), quote: id(quote), tag: id(name), gone });
  };
  tag("t", null, ["q1"]);
  tag("tt", "t", ["q1", "q2", "q3"]);
  tag("tx", null, ["q6"]);
  return rows;
}
const roles = new Map([
  [id("pa"), "Head of  digital"],
  [id("pb"), "head of digital "],
]);
const table = (rows: Rows, axis: Axis, arm: "interview" | "survey" = "interview") =>
  matrix(groundOf(rows, roles), axis, arm);
const brief = (rows: Rows, axis: Axis, arm: "interview" | "survey" = "interview") => {
  const made = table(rows, axis, arm);
  return {
    columns: made.columns.map(({ value, of, times }) => [value, of.organisations, of.participants, times]),
    rows: made.rows.map(({ theme, cells, whole }) => [
      theme,
      ...[...cells, whole].map(({ quotes, organisations }) => `${quotes.length}/${organisations}`),
    ]),
  };
};

test("[MX3][MX4][MX7][MX9] by organisation: a row for each theme with all below it, one organisation once however often it took part", () => {
  expect(brief(larger(), "organisation")).toEqual({
    columns: [
      [id("A"), 1, 1, 2],
      [id("B"), 1, 1, 1],
    ],
    rows: [
      [id("V"), "0/0", "0/0", "0/0"],
      [id("T"), "2/1", "1/1", "3/2"],
      [id("U"), "1/1", "1/1", "2/2"],
    ],
  });
  expect(table(larger(), "organisation").rows[1]?.cells[0]?.quotes).toEqual([id("q1"), id("q4")]);
});

test("[MX5] the survey has a table of its own; by kind of source each kind is a column, and nobody stands behind a note", () => {
  expect(brief(larger(), "organisation", "survey")).toEqual({
    columns: [[id("C"), 1, 1, 1]],
    rows: [
      [id("V"), "1/1", "1/1"],
      [id("T"), "0/0", "0/0"],
      [id("U"), "0/0", "0/0"],
    ],
  });
  expect(brief(larger(), "source")).toEqual({
    columns: [
      ["interview", 2, 2, null],
      ["survey", 1, 1, null],
      ["note", 0, 0, null],
    ],
    rows: [
      [id("V"), "0/0", "1/1", "0/0", "1/1"],
      // The interviewer's words stand with the interview, and are nobody's.
      [id("T"), "4/2", "0/0", "1/0", "5/2"],
      [id("U"), "2/2", "0/0", "0/0", "2/2"],
    ],
  });
});

test("[MX6] what has no value stands in a last column", () => {
  expect(brief(larger(), "region")).toEqual({
    columns: [
      ["north", 1, 1, null],
      [null, 1, 1, null],
    ],
    rows: [
      [id("V"), "0/0", "0/0", "0/0"],
      [id("T"), "1/1", "2/1", "3/2"],
      [id("U"), "1/1", "1/1", "2/2"],
    ],
  });
});

test("[MX2][MX8] by question those count who were asked it: by their guide, or by what they answered where they have none", () => {
  expect(brief(larger(), "question").columns).toEqual([
    [id("Q"), 1, 1, null],
    [null, 2, 2, null],
  ]);
  const rows = larger();
  rows.put("passage", {
    id: id("pq"),
    source: id("ia"),
    revision: id("ria"),
    start: 0,
    end: 5,
    question: id("Q"),
    gone,
  });
  expect(brief(rows, "question").columns[0]).toEqual([id("Q"), 2, 2, null]);
});

test("[MX10] roles that differ in case and blanks are one", () => {
  expect(brief(larger(), "role").columns).toEqual([["head of digital", 2, 2, null]]);
  expect(sameRole("  Pennaeth\u00a0Digidol ")).toBe("pennaeth digidol");
});

test("[MX3] a tag counts with all that stands in it, and only tags that carry something of the arm", () => {
  expect(brief(larger(), "tag").columns.map(([value]) => value)).toEqual([id("t"), id("tt"), null]);
  expect(brief(larger(), "tag").rows[1]).toEqual([id("T"), "2/2", "2/2", "1/1", "3/2"]);
});

test("[MX1] takes respondents, speakers who are not interviewers, and their organisations", () => {
  const rows = larger();
  const parts = took({
    sources: rows.all("source"),
    speakers: rows.all("speaker"),
    participants: rows.all("participant"),
  });
  expect(
    parts.map(({ source, arm, participants, organisations }) => [source, arm, [...participants], [...organisations]]),
  ).toEqual([
    [id("ia"), "interview", [id("pa")], [id("A")]],
    [id("ib"), "interview", [id("pb")], [id("B")]],
    [id("sc"), "survey", [id("pc")], [id("C")]],
    [id("ia2"), "interview", [id("pa")], [id("A")]],
  ]);
});

test("[MX11][MX12] tags and themes meet in quotes, and in people who spoke of both in different ones", () => {
  const made = together(groundOf(larger(), roles), "interview", "theme", "tag");
  expect([made.rows, made.columns]).toEqual([
    [id("T"), id("U")],
    [id("t"), id("tt")],
  ]);
  expect(made.cells.map((row) => row.map(({ quotes, organisations }) => [quotes, organisations]))).toEqual([
    [
      [[id("q1"), id("q2")], 2],
      [[id("q1"), id("q2")], 2],
    ],
    [
      [[id("q2")], 2], // A spoke of U in one quote and of the tag in another
      [[id("q2")], 2],
    ],
  ]);
});

test("[MX13][MX15] sources in the order of their days, each with what it brought first", () => {
  const steps = saturation(groundOf(larger(), roles), "interview");
  expect(steps.map(({ source, quotes, tags, themes }) => [source, quotes, tags, themes])).toEqual([
    [id("ia2"), 1, { here: 0, fresh: 0, sofar: 0 }, { here: 2, fresh: 2, sofar: 2 }],
    [id("ia"), 1, { here: 2, fresh: 2, sofar: 2 }, { here: 1, fresh: 0, sofar: 2 }],
    [id("ib"), 1, { here: 2, fresh: 0, sofar: 2 }, { here: 2, fresh: 0, sofar: 2 }],
  ]);
});

const WORK = ["source.publish", "quote.make", "quote.make", "quote.tag", "cards.add", "cards.place"] as const;

/** Studies with some of everything; their themes hold what chance has put there. */
const seeds = fc.integer({ min: 1, max: 1_000_000 });
function groundFrom(seed: number): Ground {
  const { model, draw, give, people } = furnished(seed, "owner");
  for (let round = 0; round < 8; round++)
    for (const kind of WORK) {
      const given = draw(kind);
      if (given) give(model, people[0], given);
    }
  const asWritten = (number: number) => ["Head", "head ", "HEAD", "Officer"][number % 4] ?? "";
  return groundOf(
    model.rows,
    new Map([...model.rows.all("participant")].map((one) => [one.id, asWritten(one.number)])),
  );
}

test("[MX6][MX7][MX8] every quote of a row is in a cell; no cell passes its column, the row's whole or the theme above", () => {
  let seen = 0;
  fc.assert(
    fc.property(seeds, fc.constantFrom(...AXES), fc.constantFrom(...ARMS), (seed, axis, arm) => {
      const ground = groundFrom(seed);
      const made = matrix(ground, axis, arm);
      const above: (typeof made.rows)[number][] = [];
      for (const row of made.rows) {
        seen += row.whole.quotes.length;
        expect(new Set(row.cells.flatMap(({ quotes }) => quotes))).toEqual(new Set(row.whole.quotes));
        const holder = above[row.depth - 1];
        above[row.depth] = row;
        row.cells.forEach((one, at) => {
          const column = made.columns[at];
          expect(new Set(one.quotes).size).toBe(one.quotes.length);
          for (const unit of ["participants", "organisations"] as const) {
            expect(one[unit]).toBeLessThanOrEqual(row.whole[unit]);
            expect(one[unit]).toBeLessThanOrEqual(column?.of[unit] ?? 0);
            if (holder) expect(one[unit]).toBeLessThanOrEqual(holder.cells[at]?.[unit] ?? 0);
            expect(row.whole[unit]).toBeLessThanOrEqual(made.of[unit]);
          }
        });
      }
    }),
    { numRuns: 60 },
  );
  expect(seen).toBeGreaterThan(0);
});

test("[MX12] what stands together is the same either way round, and with itself everything is what it is alone", () => {
  fc.assert(
    fc.property(
      seeds,
      fc.constantFrom(...THINGS),
      fc.constantFrom(...THINGS),
      fc.constantFrom(...ARMS),
      (seed, one, other, arm) => {
        const ground = groundFrom(seed);
        const [there, back] = [together(ground, arm, one, other), together(ground, arm, other, one)];
        there.cells.forEach((row, y) =>
          row.forEach((cell, x) => {
            const mirrored = back.cells[x]?.[y];
            expect({ ...cell, quotes: new Set(cell.quotes) }).toEqual({
              ...mirrored,
              quotes: new Set(mirrored?.quotes),
            });
            if (one === other) {
              const alone = there.cells[y]?.[y];
              expect(cell.quotes.length).toBeLessThanOrEqual(alone?.quotes.length ?? 0);
              expect(alone?.quotes.length).toBeGreaterThan(0);
            }
          }),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test("[MX14] the firsts add up to all, in any order", () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(...ARMS), (seed, arm) => {
      const ground = groundFrom(seed);
      const steps = saturation(ground, arm);
      const used = together(ground, arm, "tag", "theme");
      for (const [what, all] of [
        ["tags", used.rows],
        ["themes", used.columns],
      ] as const) {
        expect(steps.reduce((sum, step) => sum + step[what].fresh, 0)).toBe(all.length);
        expect(steps.at(-1)?.[what].sofar ?? 0).toBe(all.length);
        for (const step of steps) expect(step[what].fresh).toBeLessThanOrEqual(step[what].here);
      }
    }),
    { numRuns: 40 },
  );
});
