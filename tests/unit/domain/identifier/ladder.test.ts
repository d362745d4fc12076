import { expect, test } from "vitest";
import { candidateLadder, organisationLadder, personLadder } from "#lib/domain/identifier/ladder.ts";
import { KINDS } from "#lib/domain/detect/hit.ts";

const body = (kind: string, region: string | null) => ({ kind, region });

test("[I23] offers only words that at least three organisations of the study fit", () => {
  const three = [
    body("local_authority", "north"),
    body("local_authority", "north"),
    body("local_authority", "mid"),
    body("housing_association", "north"),
  ];
  const [first = body("", null), , , last = body("", null)] = three;
  expect(organisationLadder(first, three).map((rung) => rung.en)).toEqual([
    "local authority",
    "public body",
    "organisation",
  ]);
  expect(organisationLadder(last, three).map((rung) => rung.cy)).toEqual(["corff cyhoeddus", "sefydliad"]);
  expect(organisationLadder(first, [...three, body("local_authority", "north")]).map((rung) => rung.cy)[1]).toBe(
    "awdurdod lleol yng ngogledd Cymru",
  );
});

test("[I24] offers a person's seniority before the plain words", () => {
  expect(personLadder("leader").map((rung) => rung.cy)).toEqual(["uwch-reolwr", "cydweithiwr", "unigolyn"]);
  expect(personLadder(null).map((rung) => rung.en)).toEqual(["colleague", "person"]);
});

test.each([
  ["14 November 2023", "late 2023", "diwedd 2023"],
  ["ym mis Mawrth 2019", "early 2019", "dechrau 2019"],
  ["06/07/2021", "mid 2021", "canol 2021"],
  ["since 2019", "2019", "2019"],
  ["last Tuesday", "date", "dyddiad"],
])("[I78] of %j something is kept that says less", (words, en, cy) => {
  expect(candidateLadder("time", words)[0]).toEqual({ en, cy });
});

test("[I78] whatever was found has words of its kind in both languages", () => {
  for (const kind of KINDS)
    for (const { en, cy } of candidateLadder(kind, "x")) expect([en.trim(), cy.trim()]).not.toContain("");
});
