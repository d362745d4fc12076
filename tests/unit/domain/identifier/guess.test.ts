import { expect, test } from "vitest";
import { guessOf } from "#lib/domain/identifier/guess.ts";

test("[I91] what words name is guessed by what most of them are found to be; where little is found they count as a name", () => {
  expect(
    [
      "Siân Llewelyn",
      "Nghaerdydd",
      "Aberwen Council",
      "14 November 2023",
      "412 staff",
      "head of digital",
      "CF10 3AT",
      "sian@example.cymru",
      "Rhaff",
      "the red folder that Gwen keeps in the office",
      "",
    ].map(guessOf),
  ).toEqual([
    "person",
    "place",
    "organisation",
    "time",
    "quantity",
    "trait",
    "code",
    "code",
    "other",
    "other",
    "other",
  ]);
});
