import { describe, expect, test } from "vitest";
import { NOTHING_ADDED, addUp } from "#lib/domain/detect/list/added.ts";
import { BODIES } from "#lib/domain/detect/list/body.ts";
import { BODY_SIZES } from "#lib/domain/detect/list/body-size.ts";
import type { BodyClass } from "#lib/domain/detect/list/body-size.ts";
import { listedNames } from "#lib/domain/detect/list/names.ts";
import { listedPlaces } from "#lib/domain/detect/list/places.ts";
import type { Finder } from "#lib/domain/detect/hit.ts";

const places = listedPlaces([]);
const names = listedNames(NOTHING_ADDED);

function found(find: Finder, text: string, layer?: "sure" | "wide"): string[] {
  return find(text)
    .filter((hit) => layer === undefined || hit.layer === layer)
    .toSorted((one, two) => one.start - two.start)
    .map(({ start, end }) => text.slice(start, end));
}

describe("places and bodies", () => {
  test("[I58] finds places of Wales under both names and mutated", () => {
    const text = "O Fachynlleth i Gaernarfon, trwy Ddolgellau; from Barmouth to Abermaw, ym Mhwllheli a Chaerffili.";
    expect(found(places, text, "sure")).toEqual([
      "Fachynlleth",
      "Gaernarfon",
      "Ddolgellau",
      "Barmouth",
      "Abermaw",
      "Mhwllheli",
      "Chaerffili",
    ]);
  });

  test("[I58] wants a capital for places that are other words, and is not sure of them", () => {
    expect(found(places, "We met in Mold and had a bath and bread with mold.")).toEqual(["Mold"]);
    expect(found(places, "We met in Mold.", "sure")).toEqual([]);
  });

  test("[I58] is sure of Britain, not of elsewhere", () => {
    expect(found(places, "from Shrewsbury to Toronto", "sure")).toEqual(["Shrewsbury"]);
    expect(found(places, "from Shrewsbury to Toronto", "wide")).toEqual(["Toronto"]);
  });

  test("[I59] finds public bodies under both names, the longest first", () => {
    const text = "Torfaen County Borough Council, Cyngor Torfaen; yng Nghyngor Sir Ddinbych; Heddlu Gogledd Cymru";
    expect(places(text).map(({ kind, reason }) => [kind, reason])).toEqual([
      ["organisation", "council"],
      ["organisation", "council"],
      ["organisation", "council"],
      ["organisation", "police"],
    ]);
  });

  test("[I59] lists no more bodies of a class than there are, and all 22 councils", () => {
    for (const [name, bodies] of Object.entries(BODIES)) {
      const { size, regions } = BODY_SIZES[name as BodyClass]; // they have the same keys
      const listed = bodies.split(",").length;
      if (regions) expect(Object.values(regions).reduce((sum, one) => sum + one)).toBe(size);
      if (size !== null && !["university", "college", "housing-association", "government"].includes(name))
        expect([name, listed <= size]).toEqual([name, true]);
    }
    expect(BODIES.council.split(",")).toHaveLength(22);
  });

  test("[I61] finds peoples, languages and faiths, and is not sure of them", () => {
    expect(found(places, "the Somalis, a Quaker and a Breton speaker", "wide")).toEqual([
      "Somalis",
      "Quaker",
      "Breton",
    ]);
  });
});

describe("names of people", () => {
  test.each([
    ["then Angharad asked", ["Angharad"]],
    ["then Angharad Haf Griffiths asked", ["Angharad Haf Griffiths"]],
    ["then Grace Griffiths asked", ["Grace Griffiths"]],
    ["then Lowri Xantippe asked", ["Lowri Xantippe"]],
    ["then Meic van der Griffiths asked", ["Meic van der Griffiths"]],
    ["Angharad's idea, Lowri'n deud", ["Angharad", "Lowri"]],
    ["gan Fethan", ["Fethan"]],
  ])("[I60] is sure of the names in %j", (text, expected) => {
    expect(found(names, text, "sure")).toEqual(expected);
  });

  test("[I60] takes a name that is another word within a sentence only, and is not sure of it", () => {
    expect(found(names, "Will you go? Then Grace went.", "wide")).toEqual(["Grace"]);
    expect(found(names, "Grace is what we need, and will have.")).toEqual([]);
    expect(found(names, "we asked Griffiths", "wide")).toEqual(["Griffiths"]);
  });

  test("[I62] finds names in lines without capitals", () => {
    expect(found(names, "P2: so lowri griffiths said", "sure")).toEqual(["lowri griffiths"]);
    expect(found(names, "P2: so lowri said it, griffiths too, and will mark it", "wide")).toEqual([
      "lowri",
      "griffiths",
    ]);
    expect(found(names, "Then we asked lowri.", "wide")).toEqual(["lowri"]);
  });

  test("[I63] finds what an operator added", () => {
    const added = addUp([NOTHING_ADDED, { places: ["Cwm Ceirw"], given: ["Annestwen"], surnames: ["Morthwyl"] }]);
    expect(found(listedNames(added), "and Annestwen Morthwyl")).toEqual(["Annestwen Morthwyl"]);
    expect(found(listedPlaces(added.places), "yng Nghwm Ceirw")).toEqual(["Nghwm Ceirw"]);
  });
});
