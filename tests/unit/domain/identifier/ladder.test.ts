import { expect, test } from "vitest";
import { organisationLadder, personLadder } from "#lib/domain/identifier/ladder.ts";

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
