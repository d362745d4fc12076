import fc from "fast-check";
import { expect, test } from "vitest";
import { backing } from "#lib/domain/finding/backing.ts";
import { outline } from "#lib/domain/finding/outline.ts";
import { SCOPES, scopeOf } from "#lib/domain/finding/scope.ts";
import { id, study } from "#tests/kit/study.ts";

test("[EV1] [EV2] counts what a finding cites, and says where one person or one organisation carries it", () => {
  const { rows } = study();
  const told = () => backing(rows, outline(rows), id("F"));
  expect(told()).toEqual({
    supports: {
      interview: { quotes: 2, participants: 2, organisations: 2 },
      survey: { quotes: 0, participants: 0, organisations: 0 },
    },
    contradicts: {
      interview: { quotes: 0, participants: 0, organisations: 0 },
      survey: { quotes: 1, participants: 1, organisations: 1 },
    },
    single: null,
    scope: { interview: { organisations: 2, of: 2 }, survey: { organisations: 0, of: 1 } },
  });
  const b = rows.get("participant", id("pb"));
  if (b) rows.put("participant", { ...b, organisation: id("A") });
  expect(told().single).toBe("organisation");
  const row = rows.get("evidence", `${id("F")}/${id("q2")}`);
  if (row) rows.put("evidence", { ...row, gone: true });
  expect(told().single).toBe("person");
  const last = rows.get("evidence", `${id("F")}/${id("q1")}`);
  if (last) rows.put("evidence", { ...last, gone: true });
  expect(told().single).toBe(null);
});

test("[EV3] [EV4] the word follows the number: more is never told as less", () => {
  expect([0, 1, 2, 3, 5, 6, 9, 10, 11].map((count) => scopeOf(count, 11))).toEqual([
    "none",
    "one",
    "few",
    "some",
    "some",
    "most",
    "most",
    "nearly",
    "all",
  ]);
  expect([scopeOf(0, 0), scopeOf(1, 1), scopeOf(2, 2)]).toEqual([null, "one", "all"]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.nat(400), (of, a, b) => {
      const [less, more] = [Math.min(a, b, of), Math.min(Math.max(a, b), of)];
      const at = (count: number) => SCOPES.indexOf(scopeOf(count, of) ?? "none");
      expect(at(less)).toBeLessThanOrEqual(at(more));
    }),
  );
});
