import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCardNumber, isIban, isNhsNumber } from "#lib/domain/detect/pattern/check.ts";
import { patterns } from "#lib/domain/detect/pattern/all.ts";

/** What is found for a reason, as words, by layer. */
function found(text: string, reason: string, layer: "sure" | "wide" = "sure"): string[] {
  return patterns(text)
    .filter((hit) => hit.reason === reason && hit.layer === layer)
    .map(({ start, end }) => text.slice(start, end).trim());
}

/** Ten digits that check, made of nine; null where there is no check digit for them. */
function nhs(nine: string): string | null {
  const sum = Array.from(nine).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : `${nine}${check}`;
}
const nines = fc.stringMatching(/^[0-9]{9}$/).filter((nine) => new Set(nine).size > 2);

describe("codes", () => {
  test.each([
    ["We are at SY23 9ZZ now", "postcode", "SY23 9ZZ"],
    ["moved to cf99 9zz in spring", "postcode", "cf99 9zz"],
    ["her number, QQ 12 34 56 C, and", "national-insurance", undefined],
    ["her number, JK 12-34-56 D, and", "national-insurance", "JK 12-34-56 D"],
    ["the lorry CV71 ZZX was", "registration", "CV71 ZZX"],
    ["the lorry cv71zzx was", "registration", "cv71zzx"],
    ["the van, reg no. B 23 XYZ", "registration", undefined],
    ["the van, reg no. B23 XYZ", "registration", "B23 XYZ"],
    ["company number 09999991 I think", "company-number", "09999991"],
    ["rhif cwmni: cofrestrwyd 09999991", "company-number", "09999991"],
    ["charity no. 1999991", "charity-number", "1999991"],
    ["UPRN 100099999991", "uprn", "100099999991"],
    ["her passport number is X9999991", "reference", "X9999991"],
    ["application no. 99991/99 was", "case-number", "99991/99"],
  ])("[I43] [I45] reads %j", (text, reason, words) => {
    expect(found(text, reason)).toEqual(words === undefined ? [] : [words]);
  });

  test("[I43] takes no postcode of an area that there is not", () => {
    expect(found("room QZ1 2AB", "postcode")).toEqual([]);
  });

  test("[I44] knows every NHS number by its check digit, and no other", () => {
    fc.assert(
      fc.property(nines, fc.integer({ min: 1, max: 9 }), (nine, off) => {
        const good = nhs(nine);
        fc.pre(good !== null);
        const bad = `${nine}${(Number(good.at(-1)) + off) % 10}`;
        expect([isNhsNumber(good), isNhsNumber(bad)]).toEqual([true, false]);
        const spaced = `${good.slice(0, 3)} ${good.slice(3, 6)} ${good.slice(6)}`;
        expect(found(`it was ${spaced}, she said`, "nhs")).toEqual([spaced]);
        expect(found(`it was ${good}, she said`, "nhs", "wide")).toEqual([good]);
      }),
      { numRuns: 50 },
    );
  });

  test("[I44] knows cards and accounts by their check digits", () => {
    expect([isCardNumber("4242 4242 4242 4242"), isCardNumber("4242 4242 4242 4241")]).toEqual([true, false]);
    expect([isIban("GB82 WEST 1234 5698 7654 32"), isIban("GB83 WEST 1234 5698 7654 32")]).toEqual([true, false]);
  });

  test("[I46] finds other long numbers, and is not sure of them", () => {
    expect(found("it said 774411229 there", "long-number", "wide")).toEqual(["774411229"]);
    expect(found("it said X774411 there", "mixed", "wide")).toEqual(["X774411"]);
  });
});

describe("contacts", () => {
  test.each([
    "029 2018 0999",
    "07700 900999",
    "+44 7700 900999",
    "+44 (0)29 2018 0999",
    "(01970) 499 999",
    "+353 20 915 9999",
    "(555) 012-3456",
    "01970 499999 ext 12",
  ])("[I47] finds the telephone number %j", (number) => {
    expect(found(`Ring ${number}, please`, "phone")).toContain(number);
  });

  test("[I47] finds numbers that are spoken, in either language", () => {
    const english = "oh seven seven double oh nine hundred".replace(" hundred", " nine nine");
    expect(found(`it is ${english} I think`, "spoken-number")).toEqual([english]);
    const welsh = "dim saith saith dim dim naw dim";
    expect(found(`${welsh} ydy o`, "spoken-number")).toEqual([welsh]);
    expect(found("one or two, three at most", "spoken-number")).toEqual([]);
  });

  test.each([
    ["write to non.pugh+x@post.example.org.", "email", "non.pugh+x@post.example.org"],
    ["non dot pugh at example dot co dot uk", "email", "non dot pugh at example dot co dot uk"],
    ["see https://example.org/a?b=1.", "url", "https://example.org/a?b=1"],
    ["see www.example.cymru/tai, then", "url", "www.example.cymru/tai"],
    ["on aberwen.gov.wales it", "domain", "aberwen.gov.wales"],
    ["from 192.0.2.14 at", "ip", "192.0.2.14"],
    ["from 2001:db8::ff00:42 at", "ip", "2001:db8::ff00:42"],
    ["thanks @non_pugh!", "handle", "@non_pugh"],
    ["username: non.pugh", "handle", "non.pugh"],
  ])("[I48] reads %j", (text, reason, words) => {
    expect(found(text, reason)).toEqual([words]);
  });

  test("[I48] takes no version for an address", () => {
    expect(found("version 1.999.2.3 of it", "ip")).toEqual([]);
  });
});

describe("times and amounts", () => {
  test.each([
    ["on Friday, 3rd of May 2019 we", "date", "Friday, 3rd of May 2019"],
    ["ar 3 Dachwedd 2021 fe", "date", "3 Dachwedd 2021"],
    ["ar y trydydd o Fai", "date", "trydydd o Fai"],
    ["May 3, 2019 was", "date", "May 3, 2019"],
    ["since march 2020 it", "month", "march 2020"],
    ["ers Tachwedd 2020", "month", "Tachwedd 2020"],
    ["on 31/12/1999 at", "date", "31/12/1999"],
    ["on 2019-05-03 at", "date", "2019-05-03"],
    ["summer 2018 was", "season", "summer 2018"],
    ["back in 1998 we", "year", "1998"],
    ["a woman aged 43 who", "age", "43"],
    ["a 43-year-old woman", "age", "43-year-old"],
    ["mae hi'n 43 oed", "age", "43 oed"],
    ["it cost £1.2 million", "money", "£1.2 million"],
    ["miliwn o bunnoedd, tua 20,000 o bunnoedd", "money", "20,000 o bunnoedd"],
    ["about half a million pounds", "money", "half a million pounds"],
    ["with 412 members of staff", "headcount", "412 members"],
    ["mae gynnon ni 40 o weithwyr", "headcount", "40 o weithwyr"],
    ["mae gynnon ni 40 o staff", "headcount", "40 o staff"],
  ])("[I49] [I50] [I51] [I52] reads %j", (text, reason, words) => {
    expect(found(text, reason)).toEqual(words === undefined ? [] : [words]);
  });

  test.each([
    ["here for twenty-three years now", "tenure", "for twenty-three years"],
    ["ers deg mlynedd yma", "tenure", "deg mlynedd"],
    ["some 37% of it", "share", "37%"],
    ["a team of six", "headcount", "team of six"],
    ["two children", "headcount", "two children"],
  ])("[I50] [I51] [I52] reads %j, and is not sure", (text, reason, words) => {
    expect([found(text, reason, "sure"), found(text, reason, "wide")]).toEqual([[], [words]]);
  });

  test.each(["on 32/13/1999 at", "we may 2 of us", "it cost 1,950 in all"])(
    "[I49] finds no date or year in %j",
    (text) => {
      expect([...found(text, "date"), ...found(text, "year")]).toEqual([]);
    },
  );
});

test.each([
  ["asked Mrs Non ferch Rhys about", "title-and-name", "Mrs Non ferch Rhys"],
  ["asked N. M. Pugh-Rees about", "initials-and-name", "N. M. Pugh-Rees"],
  ["asked Gwilym ap Rhys about", "welsh-patronymic", "Gwilym ap Rhys"],
  ["at Pugh & Rees Ltd for", "kind-of-body", "Pugh & Rees Ltd"],
  ["the University of Aberwen said", "kind-of-body", "University of Aberwen"],
  ["yng Nghyngor Sir Aberwen", "kind-of-body", "Nghyngor Sir Aberwen"],
  ["at 14 sea view road then", "street", "14 sea view road"],
  ["yn 14 Heol y Bont", "street", "14 Heol y Bont"],
  ["Location: Aberwen | Time", "field", "Aberwen"],
  ["Non M. Pugh said", "name-with-initial", "Non M. Pugh"],
])("[I57] reads %j", (text, reason, words) => {
  expect(found(text, reason)).toContain(words);
});

test.each(["The Council met", "At School we", "C. Proceedings began", "I. THE WAY THERE"])(
  "[I57] is not sure of %j",
  (text) => {
    expect(patterns(text).filter(({ layer }) => layer === "sure")).toEqual([]);
  },
);

test("[I40] keeps within the text and never marks nothing", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          "Mr ",
          "A. ",
          "£",
          "12",
          " oed ",
          "😀",
          "@",
          ".uk",
          "SY23",
          " 9ZZ",
          "Ltd",
          "\n",
          "ŵyr",
          " May ",
          "07700",
          " 900 ",
        ),
      ),
      (parts) => {
        const text = parts.join("");
        for (const { start, end } of patterns(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      },
    ),
  );
});
