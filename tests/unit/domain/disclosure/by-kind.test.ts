import fc from "fast-check";
import { expect, test } from "vitest";
import { byKind, heardIn } from "#lib/domain/disclosure/by-kind.ts";
import type { KindRow } from "#lib/domain/disclosure/by-kind.ts";
import { tell } from "#lib/domain/disclosure/tell.ts";
import { THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import { permitted } from "#tests/kit/permitted.ts";

type Kind = readonly [of: number, said: number, participants?: number];
const tally = (kinds: readonly Kind[]) => {
  const rows = kinds.map(([of, organisations, participants = 2 * organisations], at) => ({
    kind: `k${at}`,
    of,
    organisations,
    participants,
    quotes: 3 * organisations,
  }));
  const sum = (key: "of" | "organisations" | "participants" | "quotes") => rows.reduce((all, row) => all + row[key], 0);
  return {
    of: sum("of"),
    organisations: sum("organisations"),
    participants: sum("participants"),
    quotes: sum("quotes"),
    kinds: rows,
  };
};
const table = (kinds: readonly Kind[], hidden: readonly string[] = [], thresholds = THRESHOLDS) => {
  const all = tally(kinds);
  return byKind(all, tell(heardIn(all), all.of, thresholds), new Set(hidden), thresholds);
};
const shown = (rows: readonly KindRow[]) =>
  rows.map(({ kind, of, organisations, participants, quotes }) => {
    const { says, ...number } = organisations;
    return [kind, of, says, ...Object.values(number), participants, quotes];
  });

test("[DC13] an organisation is heard through at least one person", () => {
  expect(heardIn({ organisations: 3, participants: 0 })).toEqual({ organisations: 3, people: 3 });
  expect(heardIn({ organisations: 3, participants: 5 })).toEqual({ organisations: 3, people: 5 });
});

test("[DC9][DC14] kinds are taken together until two rows are large enough to be told", () => {
  expect(
    shown(
      table([
        [9, 5],
        [7, 4],
        [4, 2],
        [2, 1],
      ]),
    ),
  ).toEqual([
    ["k0", 9, "exact", 5, 10, 15],
    ["k1", 7, "exact", 4, 8, 12],
    [null, 6, "exact", 3, 6, 9],
  ]);
});

test("[DC14] a row in words gives no participants and no quotes; where nothing can be said there is no table", () => {
  const words = [
    ["k0", 7, "least", 5, null, null],
    [null, 4, "nothing", null, null],
  ];
  const seven = (said: number): readonly Kind[] => [
    [7, said],
    [3, 2],
    [1, 1],
  ];
  expect(shown(table(seven(5)))).toEqual(words);
  expect(shown(table(seven(4)))).toEqual([]);
  // The theme's own count is not a number, or all rows are one.
  expect(table(seven(7))).toEqual([]);
  expect(table([[20, 9]])).toEqual([]);
  expect(
    table([
      [2, 1],
      [1, 0],
    ]),
  ).toEqual([]);
});

test("[DC14] kinds that the list of respondents takes together stay together, and so does what is smaller", () => {
  expect(
    table(
      [
        [9, 5],
        [8, 4],
        [7, 4],
      ],
      ["k1"],
    ).map((row) => [row.kind, row.of]),
  ).toEqual([
    ["k0", 9],
    [null, 15],
  ]);
});

test("[DC5][DC9][DC14][DC21] every number that stands rests on enough, and rows add up to all that were asked", () => {
  const kinds = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.nat(12), fc.nat(6))
      .map(([of, said, more]): Kind => [of, Math.min(of, said), Math.min(of, said) + (said === 0 ? 0 : more)]),
    { minLength: 1, maxLength: 6 },
  );
  let numbers = 0;
  fc.assert(
    fc.property(kinds, permitted, (some, limits) => {
      const rows = table(some, [], limits);
      if (rows.length === 0) return;
      expect(rows.reduce((sum, row) => sum + row.of, 0)).toBe(tally(some).of);
      for (const { of, organisations: said, participants, quotes } of rows) {
        expect(of).toBeGreaterThanOrEqual(limits.organisations);
        expect(participants === null).toBe(said.says !== "exact");
        expect(quotes === null).toBe(said.says !== "exact");
        if (said.says !== "exact") continue;
        numbers += 1;
        expect(Math.min(said.count, of - said.count)).toBeGreaterThanOrEqual(limits.organisations);
        expect(Math.max(participants ?? 0, said.count)).toBeGreaterThanOrEqual(limits.people);
      }
    }),
    { numRuns: 500 },
  );
  expect(numbers).toBeGreaterThan(50); // the property has seen tables that stand
});
