import { expect, test } from "vitest";
import { organisationAliases, personAliases } from "#lib/domain/identifier/alias.ts";

const words = (list: readonly { words: string }[]) => list.map((one) => one.words);

test("[I10] writes a person's name in the ways that people do", () => {
  const all = words(personAliases("Dr Siân Haf Llewelyn-Morris"));
  expect(all.slice(0, 4)).toEqual(["Siân Haf Llewelyn-Morris", "Siân", "Llewelyn-Morris", "Llewelyn-Morris, Siân Haf"]);
  for (const one of [
    "Siân Llewelyn-Morris",
    "S Llewelyn-Morris",
    "S H Llewelyn-Morris",
    "Ms Llewelyn-Morris",
    "Cllr Llewelyn-Morris",
  ])
    expect(all).toContain(one);
});

test("[I10] takes “Surname, First” and particles as they are meant", () => {
  expect(words(personAliases("Morgan, Elin"))).toContain("Elin Morgan");
  const all = personAliases("Gruffudd ap Dafydd");
  expect(all.find((one) => one.words === "ap Dafydd")?.kind).toBe("last");
  expect(words(all)).toContain("Dafydd");
});

test("[I11] flags parts that are everyday words or very short, and wants their capital", () => {
  const all = personAliases("Grace Wood");
  expect(all.find((one) => one.words === "Grace")).toEqual({
    words: "Grace",
    kind: "first",
    cased: true,
    flagged: true,
  });
  expect(all.find((one) => one.words === "Wood")).toEqual({ words: "Wood", kind: "last", cased: true, flagged: true });
  expect(all.find((one) => one.words === "Grace Wood")).toEqual({
    words: "Grace Wood",
    kind: "full",
    cased: false,
    flagged: false,
  });
  expect(personAliases("Huw Tegwyn").find((one) => one.words === "Huw")?.cased).toBe(true);
  expect(personAliases("Huw Tegwyn").find((one) => one.words === "Tegwyn")?.cased).toBe(false);
});

test("[I12] strips what all councils share where what remains is distinctive", () => {
  expect(words(organisationAliases("Aberwen County Borough Council"))).toContain("Aberwen");
  expect(words(organisationAliases("Cyngor Sir Dyffryn Hesg"))).toContain("Dyffryn Hesg");
  expect(words(organisationAliases("Bro Hafren Housing Association Ltd"))).toContain("Bro Hafren");
  expect(words(organisationAliases("Vale of Hesgen Council"))).toEqual(
    expect.arrayContaining(["Vale of Hesgen", "Hesgen"]),
  );
  expect(words(organisationAliases("National Council"))).toEqual(["National Council"]);
});

test("[I13] makes acronyms of three letters and more, in capitals only", () => {
  expect(organisationAliases("Natural Habitats Agency of Wales").filter((one) => one.kind === "acronym")).toEqual([
    { words: "NHAW", kind: "acronym", cased: true, flagged: false },
    { words: "NHAOW", kind: "acronym", cased: true, flagged: false },
  ]);
  expect(organisationAliases("Aberwen Council").some((one) => one.kind === "acronym")).toBe(false);
});

test("[I14] takes the names given by hand, in either language, one a line", () => {
  const all = organisationAliases("Aberwen Council", "Cyngor Aberwen\r\n\n  ABW ");
  expect(words(all)).toEqual(["Aberwen Council", "Aberwen", "Cyngor Aberwen", "ABW"]);
  expect(all.at(-1)).toEqual({ words: "ABW", kind: "acronym", cased: true, flagged: false });
});
