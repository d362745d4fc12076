import fc from "fast-check";
import { expect, test } from "vitest";
import { ownNames } from "#lib/domain/detect/own.ts";
import { isSlip } from "#lib/domain/detect/slip.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";

const sian: Named = { id: "p", kind: "participant", full: "Siân Llewelyn", others: "" };
const grace: Named = { id: "g", kind: "participant", full: "Grace Pugh", others: "" };
const aberwen: Named = { id: "o", kind: "organisation", full: "Aberwen Valley Council", others: "" };

function found(text: string, named: readonly Named[], layer?: "sure" | "wide"): string[] {
  return ownNames(named)(text)
    .filter((hit) => layer === undefined || hit.layer === layer)
    .map(({ start, end }) => text.slice(start, end));
}

test("[I53] finds handles and domains made of a name", () => {
  expect(found("@sianllewelyn2, sllewelyn", [sian])).toEqual(["sianllewelyn", "sllewelyn"]);
  expect(found("see aberwenvalleycouncil.gov.uk", [aberwen])).toContain("aberwenvalleycouncil");
});

test("[I54] joins what stands on both sides of names that were not entered", () => {
  expect(found("and Siân M. Haf Llewelyn said", [sian], "sure")).toContain("Siân M. Haf Llewelyn");
  expect(found("siân haf llewelyn", [sian], "wide")).toContain("siân haf llewelyn");
  expect(found("Siân and Llewelyn", [sian])).toEqual(["Siân", "Llewelyn"]);
});

test("[I55] finds slips of one letter in longer names, and is not sure of them", () => {
  expect(found("Llewellyn, Llewlyn, Llwelyn, Lleweyln, Llyfelyn", [sian], "wide")).toEqual([
    "Llewellyn",
    "Llewlyn",
    "Llwelyn",
    "Lleweyln",
  ]);
  expect(found("Sean, Wlewelyn", [sian])).toEqual([]);
  const walker: Named = { id: "w", kind: "participant", full: "Ann Walken", others: "" };
  expect(found("a walker and Walker", [walker])).toEqual([]);
});

test("[I55] every change of one letter is a slip, whichever way round", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{6,12}$/), fc.nat(11), fc.constantFrom("q", "x"), (word, at, letter) => {
      const place = at % word.length;
      const others = [
        word.slice(0, place) + word.slice(place + 1),
        word.slice(0, place) + letter + word.slice(place),
        word.slice(0, place) + letter + word.slice(place + 1),
      ].filter((other) => other !== word);
      for (const other of others) expect([isSlip(word, other), isSlip(other, word)]).toEqual([true, true]);
      expect(isSlip(word, `${word}${letter}${letter}`)).toBe(false);
    }),
  );
});

test("[I56] finds a name that wants its capital in a line that has none", () => {
  expect(found("Then Grace gave grace.", [grace])).toEqual(["Grace"]);
  expect(found("P1: so grace did it", [grace], "wide")).toEqual(["grace"]);
  const will: Named = { id: "w", kind: "participant", full: "Will Pugh", others: "" };
  expect(found("it will do", [will])).toEqual([]);
});

test("[I40] counts UTF-16 units, also after signs that take two", () => {
  expect(ownNames([sian])("😀 Llewelyn").map(({ start, end }) => [start, end])).toEqual([[3, 11]]);
});
