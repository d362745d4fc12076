import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finder } from "#lib/domain/detect/hit.ts";
import { isWelsh } from "#lib/domain/detect/welsh.ts";
import { portionsOf } from "#lib/server/detecting/lines.ts";
import { properNouns } from "#lib/server/detecting/noun.ts";
import { secondOpinion } from "#lib/server/detecting/second.ts";

function found(find: Finder, text: string): string[] {
  return find(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ["Mae'r gwaith yn mynd yn dda iawn yma", true],
  ["Dwi'n meddwl bod hynny'n iawn", true],
  ["The work is going on well, and I am content", false],
  ["We asked a man on y lawn", false],
])("[I64] tells the language of %j", (line, welsh) => {
  expect(isWelsh(line)).toBe(welsh);
});

test("[I64] cuts a text into portions that together are the text", () => {
  const line = fc.constantFrom(
    "Mae hi'n iawn yma\n",
    "so it went\n",
    "Then We Went\n",
    "\n",
    "😀",
    "ALL OF IT\n",
    "x".repeat(5000),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join("");
      const portions = portionsOf(text);
      expect(portions.map(({ words }) => words).join("")).toBe(text);
      for (const { start, words } of portions) expect(text.startsWith(words, start)).toBe(true);
    }),
  );
});

test("[I65] joins proper nouns that stand together", () => {
  expect(found(properNouns, "We spoke to Zblorna Quintx of the Ministry of Cheese on it.")).toEqual([
    "Zblorna Quintx",
    "Ministry of Cheese",
  ]);
});

test("[I65] takes words that the lexicon does not know where there are no capitals", () => {
  expect(found(properNouns, "P3: and then zblorna went to the shop in quintabury")).toEqual(["zblorna", "quintabury"]);
});

test("[I65] passes over speakers' labels and words that everybody shares", () => {
  expect(found(properNouns, "P12: The Council and the Government asked, and I'm here.\nInterviewer: Well.")).toEqual(
    [],
  );
});

test("[I64] takes what is written large within a Welsh sentence", () => {
  expect(found(properNouns, "Mae hi'n dod o Zblornog a dwi'n byw yn Quintx yr Haul")).toEqual([
    "Zblornog",
    "Quintx yr Haul",
  ]);
});

test("[I66] has a second opinion, where there is a capital", () => {
  expect(found(secondOpinion, "Then Barbara Miller went to Chicago with visa forms.")).toEqual([
    "Barbara Miller",
    "Chicago",
  ]);
});

test("[I40] models keep within the text", () => {
  const part = fc.constantFrom(
    "😀 ",
    "Dr. Quintx ",
    "isn't ",
    "we",
    " ",
    "\n",
    "“Zblorna’s” ",
    "3rd ",
    "e.g. ",
    "ŵyr ",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      for (const { start, end } of [...properNouns(text), ...secondOpinion(text)]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 40 },
  );
});
