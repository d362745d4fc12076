import fc from "fast-check";
import { expect, test } from "vitest";
import { KINDS } from "#lib/domain/detect/hit.ts";
import { BODIES } from "#lib/domain/detect/list/body.ts";
import { CITIES_OF_WALES } from "#lib/domain/detect/list/place-class.ts";
import { PLACES_ABROAD, PLACES_OF_BRITAIN } from "#lib/domain/detect/list/place.ts";
import { PLACES_OF_WALES } from "#lib/domain/detect/list/place-wales.ts";
import { namesOf } from "#lib/domain/detect/list/places.ts";
import { bare } from "#lib/domain/identifier/fold.ts";
import { laddersOf } from "#lib/domain/identifier/ladder/levels.ts";
import { organisationLevels } from "#lib/domain/identifier/ladder/organisation.ts";
import type { Fellow } from "#lib/domain/identifier/ladder/organisation.ts";
import { personLevels } from "#lib/domain/identifier/ladder/person.ts";
import { placeLevels } from "#lib/domain/identifier/ladder/place.ts";
import { common, LEAST_IN_WALES, takable } from "#lib/domain/identifier/ladder/rung.ts";
import type { Level } from "#lib/domain/identifier/ladder/rung.ts";
import { populationOfKind } from "#lib/domain/organisation/population.ts";
import { OrganisationKind, Region } from "#lib/domain/organisation/shape.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { id, study } from "#tests/kit/study.ts";

const body = (kind: Fellow["kind"], region: Fellow["region"] = null, of: Fellow["of"] = null): Fellow => ({
  kind,
  region,
  of,
});
/** The levels as they are offered: what may be taken plainly, the rest with the reason. */
const told = (levels: readonly Level[]) =>
  levels.map(({ en, unfit }) => (unfit === null ? en : `(${en}: ${unfit.why})`));
const term = (kind: (typeof KINDS)[number], words: string) =>
  laddersOf(new Rows(), [], { organisations: 3 })({ id: null, of: "term", kind, words });

test("[I23] [I92] [I93] the first that may be taken is the most telling that three of the study and five in Wales fit", () => {
  const council = (region: Fellow["region"]) => body("local_authority", region, "council");
  const three = [council("south_east"), council("south_west"), council("south_east")];
  const [cardiff = body("other")] = three;
  expect(told(organisationLevels(cardiff, three, 3))).toEqual([
    "(local authority in south-east Wales: study)",
    "local authority in south Wales",
    "local authority",
    "public body",
    "organisation",
  ]);
  expect(organisationLevels(cardiff, three, 3)[1]).toMatchObject({
    cy: "awdurdod lleol yn ne Cymru",
    study: 3,
    population: 14,
  });
  expect(told(organisationLevels(council("mid"), [...three, council("mid")], 3))[0]).toBe(
    "(local authority in mid Wales: population)",
  );
  // However many of a study: a class of three in all of Wales names its members.
  const services = Array.from({ length: 3 }, () => body("emergency_service", "north", "fire"));
  const [service = body("other")] = services;
  expect(told(organisationLevels(service, services, 3))).toEqual([
    "(fire and rescue service in north Wales: unknown)",
    "(fire and rescue service: population)",
    "emergency service",
    "public body",
    "organisation",
  ]);
  // The study's own limit holds, and nobody stays without words.
  expect(told(organisationLevels(cardiff, three, 4))).toContain("(public body: study)");
  expect(told(organisationLevels(body("other"), [body("other")], 3))).toEqual(["organisation"]);
});

test("[I93] no level that may be taken is true of fewer than the limits; further down the ladder it is true of as many or more", () => {
  const classes = [null, "council", "health-board", "nhs-trust", "fire", "police", "university", "company"] as const;
  const fellow = fc.record({
    kind: fc.constantFrom(...OrganisationKind.options),
    region: fc.option(fc.constantFrom(...Region.options)),
    of: fc.constantFrom(...classes),
  });
  fc.assert(
    fc.property(fc.array(fellow, { minLength: 1, maxLength: 30 }), fc.integer({ min: 2, max: 6 }), (all, least) => {
      const [self] = all;
      if (self === undefined) return;
      const levels = organisationLevels(self, all, least);
      expect(takable(levels).length).toBeGreaterThan(0);
      for (const { study: here, population, unfit } of levels) {
        const enough = (here === null || here >= least) && (population === null || population >= LEAST_IN_WALES);
        if (unfit === null) expect(enough).toBe(true);
        else if (unfit.why !== "unknown") expect(enough).toBe(false);
      }
      const counts = levels.flatMap(({ study: here }) => here ?? []);
      expect(counts).toEqual(counts.toSorted((one, other) => one - other));
      expect(new Set(levels.map(({ en }) => en)).size).toBe(levels.length);
    }),
  );
});

test("[I24] [I92] a person's seniority is offered where three organisations of the study have somebody of it, then plain words", () => {
  expect(takable(personLevels("leader", 3, 3)).map(({ cy }) => cy)).toEqual(["uwch-reolwr", "cydweithiwr", "unigolyn"]);
  expect(takable(personLevels("leader", 2, 3)).map(({ en }) => en)).toEqual(["colleague", "person"]);
  expect(told(personLevels(null, 9, 3))).toEqual(["colleague", "person"]);
});

test("[I94] places are told by what the lists know of them, and by what holds of all that are called so", () => {
  expect(told(term("place", "Nghaerdydd")).slice(0, 5)).toEqual([
    "(city in south-east Wales: population)",
    "(city in south Wales: population)",
    "city",
    "place in Wales",
    "place",
  ]);
  expect(told(term("place", "Sir Benfro")).slice(0, 4)).toEqual([
    "(county in south-west Wales: population)",
    "county in south Wales",
    "county",
    "place in Wales",
  ]);
  expect(told(term("place", "Tregaron"))[0]).toBe("place in Wales");
  expect(told(term("place", "Toronto"))[0]).toBe("place abroad");
  expect(told(term("place", "Birmingham"))[0]).toBe("place outside Wales"); // there is one in Alabama too
  expect(told(term("place", "Aberwen"))[0]).toBe("place");
  expect(told(placeLevels([{ list: "wales" }, { list: "abroad" }]))[0]).toBe("place");
  expect(placeLevels([{ list: "city", region: "north" }])[1]?.population).toBe(
    Object.values(CITIES_OF_WALES).flatMap((names) => names.split(",").filter((name) => name !== "")).length,
  );
});

test("[I92] [I94] bodies that are none of the study's are told by their class, where Wales has enough of it", () => {
  expect(told(term("organisation", "Heddlu Gwent"))).toEqual([
    "(police force: population)",
    "emergency service",
    "public body",
    "organisation",
    "supplier",
    "partner organisation",
  ]);
  expect(told(term("organisation", "Dŵr Cymru"))[0]).toBe("(utility company: population)");
  expect(told(term("organisation", "Orrinsoft"))[0]).toBe("organisation");
});

test("[I94] no words that are offered for a name on a list hold that name, and whatever was found has words in both languages", () => {
  const names = [
    ...Object.values(BODIES).map((list) => ["organisation", list] as const),
    ...[PLACES_OF_WALES, PLACES_OF_BRITAIN, PLACES_ABROAD].map((list) => ["place", list] as const),
  ].flatMap(([kind, list]) => namesOf(list).map((name) => [kind, name] as const));
  expect(names.length).toBeGreaterThan(1500);
  const ladder = laddersOf(new Rows(), [], { organisations: 3 });
  for (const [kind, words] of names) {
    const levels = ladder({ id: null, of: "term", kind, words });
    expect(takable(levels).length).toBeGreaterThan(0);
    for (const { en, cy } of levels)
      expect(` ${bare(en)} / ${bare(cy)} `.includes(` ${bare(words)} `), `${words}: ${en}`).toBe(false);
  }
  for (const kind of KINDS) for (const { en, cy } of term(kind, "x")) expect([en.trim(), cy.trim()]).not.toContain("");
});

test("[I92] an organisation and a participant of a study have their ladder by their rows and names", () => {
  const { rows } = study();
  for (const [name, number] of [
    ["D", 4],
    ["E", 5],
  ] as const) {
    const old = rows.get("organisation", id("A"));
    if (old) rows.put("organisation", { ...old, id: id(name), number });
  }
  const named = [{ id: id("A"), kind: "organisation", full: "Powys County Council", others: "" }] as const;
  const ladder = laddersOf(rows, named, { organisations: 3 });
  expect(told(ladder({ id: id("A"), of: "organisation", kind: "organisation", words: "" }))[0]).toBe("local authority");
  expect(told(ladder({ id: id("pa"), of: "participant", kind: "person", words: "" }))[0]).toBe(
    "(senior manager: study)",
  );
});

test("[I92] for several at once only words are offered that may be taken of each", () => {
  const [city, town] = [term("place", "Cardiff"), term("place", "Tregaron")];
  expect(common([city, town])[0]?.en).toBe("place in Wales");
  expect(common([city, term("person", "Siân")])).toEqual([]);
  expect(common([city])[0]?.en).toBe("city");
});

test("[I59] [DC11] how many of a kind there are in Wales is read off its classes", () => {
  expect([
    populationOfKind("local_authority"),
    populationOfKind("national_park"),
    populationOfKind("health_body"),
  ]).toEqual([22, 3, 12]);
  expect([populationOfKind("local_authority", "south"), populationOfKind("health_body", "north")]).toEqual([
    14,
    "unknown",
  ]);
  expect([populationOfKind("education"), populationOfKind("private", "mid")]).toEqual(["many", "many"]);
});
