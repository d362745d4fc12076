import { expect, test } from "vitest";
import { detectBy } from "#lib/domain/detect/detect.ts";
import type { Hit } from "#lib/domain/detect/hit.ts";

/** What a name comes to in a text, where something else found the name itself. */
function found(text: string, name: string, more: Partial<Hit> = {}): string[] {
  const start = text.indexOf(name);
  const hit: Hit = {
    start,
    end: start + name.length,
    kind: "other",
    detector: "noun",
    reason: "proper-noun",
    score: 0.5,
    layer: "wide",
    ...more,
  };
  return detectBy([() => [hit]])(text).map((one) => text.slice(one.start, one.end));
}

test.each([
  ["at zblorna special school then", "zblorna special school"],
  ["at Zblorna police station then", "Zblorna police station"],
  ["in the district of zblorna then", "district of zblorna"],
  ["asked j. m. zblorna then", "j. m. zblorna"],
  ["ran i zblorna then", "zblorna"],
  ["zblorna and the school", "zblorna"],
])("[I62] takes what belongs to the name in %j", (text, expected) => {
  const name = /zblorna/iu.exec(text)?.[0] ?? "";
  expect(found(text, name)).toEqual([expected]);
});

test("[I62] adds no building to a person, and nothing to the sure layer", () => {
  expect(found("then zblorna school", "zblorna", { kind: "person" })).toEqual(["zblorna"]);
  const text = "at Zblorna school";
  const hit: Hit = { start: 3, end: 10, kind: "place", detector: "list", reason: "place", score: 0.9, layer: "sure" };
  expect(detectBy([() => [hit]])(text, "sure")).toMatchObject([{ start: 3, end: 10 }]);
});
