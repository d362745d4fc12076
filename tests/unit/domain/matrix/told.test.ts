import fc from "fast-check";
import { expect, test } from "vitest";
import { THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import type { Said } from "#lib/domain/disclosure/tell.ts";
import { AXES } from "#lib/domain/matrix/axis.ts";
import type { Axis } from "#lib/domain/matrix/axis.ts";
import { groundOf, matrix } from "#lib/domain/matrix/matrix.ts";
import type { Cell } from "#lib/domain/matrix/matrix.ts";
import { UNITS } from "#lib/domain/matrix/order.ts";
import { alone, THINGS, together } from "#lib/domain/matrix/together.ts";
import { fewIn, toldMatrix, toldTogether } from "#lib/domain/matrix/told.ts";
import { flat } from "#lib/domain/finding/outline.ts";
import { heard } from "#lib/format/report/support.ts";
import { crowd } from "#tests/kit/crowd.ts";
import type { Body } from "#tests/kit/crowd.ts";
import { id } from "#tests/kit/study.ts";
import { tagged } from "#tests/kit/tagged.ts";

const person = fc.record({
  seniority: fc.constantFrom("leader", "practitioner", null),
  role: fc.constantFrom("Head", "head ", "Officer", "Clerk"),
  says: fc.subarray(["T", "U", "V"] as const),
});
const bodies: fc.Arbitrary<readonly Body[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("local_authority", "housing_association", "health_body"),
    region: fc.constantFrom("north", "mid", "south_east", null),
    named: fc.boolean(),
    people: fc.array(person, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 6, maxLength: 24 },
);

const groundIn = (all: readonly Body[]) => {
  const { rows } = crowd(all);
  return groundOf(
    rows,
    new Map(
      [...rows.all("participant")].map((one) => [
        one.id,
        all.flatMap(({ people }) => people)[one.number - 1]?.role ?? "",
      ]),
    ),
  );
};
const limits = (all: readonly Body[]) => ({
  thresholds: THRESHOLDS,
  voices: groundIn(all).voices,
  hidden: new Set<string>(),
});
const exact = (said: Said | null | undefined) => (said?.says === "exact" ? said.count : null);

/** Whether a number may stand as it is: enough behind it, and enough who did not. */
function large({ organisations, participants }: Cell, of: number): boolean {
  return organisations >= 3 && Math.max(organisations, participants) >= 5 && of - organisations >= 3;
}

test("[MX20][MX21][MX22] no number is told that rests on too few, or leaves too few out, by whatever it is counted", () => {
  let told = 0;
  fc.assert(
    fc.property(bodies, fc.constantFrom(...AXES), fc.constantFrom(...UNITS), (all, by, unit) => {
      const ground = groundIn(all);
      const made = matrix(ground, by, "interview");
      const file = toldMatrix(made, by, unit, limits(all));
      if (!file) return;
      file.rows.forEach(({ whole, cells }, y) => {
        const row = made.rows[y];
        if (!row) throw new Error("a row for every theme");
        if (exact(whole) !== null) expect(large(row.whole, made.of.organisations)).toBe(true);
        file.columns.forEach(({ value, joined }, x) => {
          if (exact(cells[x]) === null) return;
          told += 1;
          const at = made.columns.findIndex((column) => column.value === value);
          const cell = row.cells[at];
          if (joined || !cell) return;
          const people = by === "seniority" || by === "role";
          const of = made.columns[at]?.of ?? { organisations: 0, participants: 0 };
          expect(cell.organisations).toBeGreaterThanOrEqual(3);
          expect(cell.participants).toBeGreaterThanOrEqual(people ? 5 : 3);
          if (people) expect(of.participants - cell.participants).toBeGreaterThanOrEqual(5);
          else expect(large(cell, of.organisations)).toBe(true);
          const count = unit === "quotes" ? cell.quotes.length : cell[unit];
          expect(exact(cells[x])).toBe(count);
        });
      });
    }),
    { numRuns: 150 },
  );
  expect(told).toBeGreaterThan(30);
});

/** Twenty bodies of two kinds and regions, with two people each; every second one says T, every third V, all but one U. */
const twenty = Array.from({ length: 20 }, (_, at): Body => ({
  kind: at < 10 ? "local_authority" : "housing_association",
  region: at % 10 < 5 ? "north" : "mid",
  people: [
    { seniority: "leader", role: "Head", says: at % 2 === 0 ? ["T"] : [] },
    { seniority: "practitioner", role: "Officer", says: at === 0 ? [] : ["V"] },
  ],
}));
const fileOf = (all: readonly Body[], by: Axis, unit: (typeof UNITS)[number] = "organisations") =>
  toldMatrix(matrix(groundIn(all), by, "interview"), by, unit, limits(all));

test("[MX20] by kind a theme has the numbers of the report's table, and one that nearly all raised has none by kind", () => {
  const file = fileOf(twenty, "kind");
  expect(file?.columns).toEqual([
    { value: "local_authority", joined: false, of: 10 },
    { value: "housing_association", joined: false, of: 10 },
  ]);
  const nothing = { says: "nothing" };
  expect(file?.rows.map(({ theme, whole, cells }) => [theme, whole, cells])).toEqual([
    [id("V"), expect.objectContaining({ says: "least", least: 18 }), [nothing, nothing]],
    [
      id("T"),
      expect.objectContaining({ says: "exact", count: 10 }),
      [
        { says: "exact", count: 5 },
        { says: "exact", count: 5 },
      ],
    ],
    [id("U"), expect.objectContaining({ says: "below" }), [nothing, nothing]],
  ]);
  expect(fileOf(twenty, "kind", "participants")?.rows[1]?.cells.map(exact)).toEqual([5, 5]);
  expect(fileOf(twenty, "kind", "participants")?.columns.map(({ of }) => of)).toEqual([20, 20]);
});

test("[MX20] a region in which few are not listed by name is taken together with others", () => {
  const rare = twenty.map((body, at): Body => ({ ...body, named: at !== 3, region: at < 7 ? "north" : "mid" }));
  const listed = new Set(rare.flatMap((body, at) => (body.named ? id(`o${at}`) : [])));
  const hidden = fewIn(groundIn(rare), "interview", listed, THRESHOLDS.listed);
  expect([...hidden]).toEqual(["north"]);
  const made = matrix(groundIn(rare), "region", "interview");
  expect(toldMatrix(made, "region", "organisations", { ...limits(rare), hidden })).toBeNull(); // one class says no more than the whole
  expect(toldMatrix(made, "region", "organisations", limits(rare))?.columns.map(({ value }) => value)).toEqual([
    "north",
    "mid",
  ]);
});

test("[MX21] people are classes by seniority; what too few organisations said of one leaves the row out", () => {
  // Leaders alone spoke of T: that of practitioners nobody did is told as too few, and so is no number of the leaders.
  const alone = fileOf(twenty, "seniority", "participants")?.rows.find(({ theme }) => theme === id("T"));
  expect(alone?.cells).toEqual([{ says: "nothing" }, { says: "below", limit: 5 }]);
  const mixed = twenty.map((body, at): Body => ({
    ...body,
    people: body.people.map((one) => ({ ...one, says: at % 2 === 0 ? ["T"] : [] })),
  }));
  const told = fileOf(mixed, "seniority", "participants");
  expect(told?.rows.find(({ theme }) => theme === id("T"))?.cells.map(exact)).toEqual([10, 10]);
  expect(told?.columns.map(({ value, of }) => [value, of])).toEqual([
    ["leader", 20],
    ["practitioner", 20],
  ]);
  expect(fileOf(mixed, "seniority", "organisations")).toBeNull();
  // Five leaders of two organisations are enough people, and too few organisations.
  const few = mixed.map((body, at): Body => ({
    ...body,
    people:
      at < 2
        ? Array.from({ length: 3 }, () => ({ seniority: "leader" as const, says: ["T" as const] }))
        : body.people.map((one) => ({ ...one, says: one.seniority === "practitioner" && at % 2 === 0 ? ["T"] : [] })),
  }));
  expect(fileOf(few, "seniority", "participants")).toBeNull();
});

test("[MX21][MX23] of single organisations nothing leaves, and of a few no number does", () => {
  for (const unit of UNITS) expect(fileOf(twenty, "organisation", unit)).toBeNull();
  for (const by of AXES) expect(fileOf(twenty.slice(0, 5), by)).toBeNull();
});

test("[MX22] wholes are told as the report tells each theme, sub-themes knowing what was told of theirs", () => {
  fc.assert(
    fc.property(bodies, (all) => {
      const ground = groundIn(all);
      const file = toldMatrix(matrix(ground, "source", "interview"), "source", "organisations", limits(all));
      const tell = (nodes: typeof ground.themes, above: ReturnType<typeof heard> | null): Said[] =>
        nodes.flatMap((node) => {
          const told = heard(node.count, above, THRESHOLDS);
          return [told.interview, ...tell(node.themes, told)];
        });
      const report = tell(ground.themes, null);
      expect(flat(ground.themes)).toHaveLength(report.length);
      if (file) expect(file.rows.map(({ cells }) => cells[0])).toEqual(report);
      else expect(report.every(({ says }) => says === "nothing")).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("[MX22] what stands together is told as it is by itself, and the same either way round", () => {
  const numbers = fc.constantFrom(...UNITS);
  const thing = fc.constantFrom(...THINGS);
  let told = 0;
  fc.assert(
    fc.property(bodies, thing, thing, numbers, fc.nat(), (all, one, other, unit, seed) => {
      const { rows } = crowd(all);
      tagged(rows, seed);
      const ground = groundOf(rows, new Map());
      const of = new Set(ground.parts.flatMap((part) => [...part.organisations])).size;
      const file = (down: typeof one, across: typeof one) =>
        toldTogether(
          together(ground, "interview", down, across),
          unit,
          of,
          [alone(ground, "interview", down), alone(ground, "interview", across)],
          THRESHOLDS,
        );
      const [there, back] = [file(one, other), file(other, one)];
      const made = together(ground, "interview", one, other);
      expect(there === null).toBe(back === null);
      there?.cells.forEach((row, y) =>
        row.forEach((said, x) => {
          expect(back?.cells[x]?.[y]).toEqual(said);
          const cell = made.cells[y]?.[x];
          if (exact(said) === null || !cell) return;
          told += 1;
          expect(large(cell, of)).toBe(true);
        }),
      );
    }),
    { numRuns: 80 },
  );
  expect(told).toBeGreaterThan(20);
});
