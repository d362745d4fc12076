import fc from "fast-check";
import { expect, test } from "vitest";
import { exposedKinds, listing } from "#lib/domain/disclosure/listing.ts";
import type { Class, Member } from "#lib/domain/disclosure/listing.ts";
import { THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import { permitted } from "#tests/kit/permitted.ts";
import { together } from "#lib/domain/disclosure/together.ts";

/** Members as `kind: named, not named`. */
const members = (sizes: Readonly<Record<string, readonly [number, number]>>): Member[] =>
  Object.entries(sizes).flatMap(([kind, [named, hidden]]) =>
    Array.from({ length: named + hidden }, (_, at) => ({ organisation: `${kind}${at}`, kind, named: at < named })),
  );
const told = (classes: readonly Class<Member>[]) => classes.map(({ kind, members: some }) => [kind, some.length]);
const list = (sizes: Parameters<typeof members>[0], accepted: readonly string[] = []) =>
  told(listing([members(sizes)], THRESHOLDS, new Set(accepted))[0] ?? []);

const study = fc.array(
  fc.record({
    kind: fc.constantFrom("a", "b", "c", "d"),
    named: fc.boolean(),
    where: fc.constantFrom<readonly (0 | 1)[]>([0], [1], [0, 1]),
  }),
  { maxLength: 9 },
);
type Study = readonly Readonly<{ kind: string; named: boolean; where: readonly (0 | 1)[] }>[];
const lists = (all: Study) =>
  ([0, 1] as const).map((at) =>
    all.flatMap(({ kind, named, where }, index): Member[] =>
      where.includes(at) ? [{ organisation: String(index), kind, named }] : [],
    ),
  );

test("[DC10] who is not named stands with their kind if it is a class of three, else in a wider one", () => {
  expect(list({ council: [2, 1], agency: [3, 0] })).toEqual([
    ["agency", 3],
    ["council", 3],
  ]);
  expect(list({ council: [7, 0], agency: [3, 0], housing: [0, 1] })).toEqual([
    ["council", 7],
    [null, 4],
  ]);
});

test("[DC10] and without any kind where all of the list are too few", () => {
  expect(list({ council: [1, 0], housing: [0, 1] })).toEqual([[null, 2]]);
  expect(list({ council: [3, 0], housing: [0, 2] })).toEqual([[null, 5]]);
});

test("[DC10] kinds of which everybody is named hide nobody", () => {
  expect(list({ council: [7, 0], housing: [1, 0] })).toEqual([
    ["council", 7],
    ["housing", 1],
  ]);
});

test("[DC11] a kind that has few bodies in all of Wales is no class for the last one", () => {
  expect(list({ agency: [5, 0], health_body: [4, 0], national_park: [2, 1] })).toEqual([
    ["agency", 5],
    [null, 7],
  ]);
  expect(list({ agency: [5, 0], national_park: [3, 0] })).toEqual([
    ["agency", 5],
    ["national_park", 3],
  ]);
});

test("[DC24] an accepted kind stands by itself, however few; the others stay as protected as they were", () => {
  const three = { council: [7, 0], agency: [3, 0], housing: [0, 1] } as const;
  expect(list(three, ["housing"])).toEqual([
    ["council", 7],
    ["agency", 3],
    ["housing", 1],
  ]);
  expect(list({ ...three, park: [0, 1] }, ["housing"])).toEqual([
    ["council", 7],
    ["housing", 1],
    [null, 4],
  ]);
  // Two parks alone would be a class of two: the accepted one is taken along.
  expect(list({ housing: [0, 1], park: [0, 2] }, ["housing"])).toEqual([[null, 3]]);
  const all = [members(three)];
  expect([...exposedKinds(all, THRESHOLDS)]).toEqual(["housing"]);
  expect([...exposedKinds(all, { ...THRESHOLDS, listed: 2 })]).toEqual(["housing"]);
});

test("[DC12][DC21][DC24] the subtraction check: no list, total or pair of lists tells the kind of who is not named within fewer than a class", () => {
  const universe = ["a", "b", "c", "d", "e"];
  fc.assert(
    fc.property(study, permitted, fc.subarray(["a", "b", "c", "d"]), (all, limits, accepted) => {
      const each = lists(all);
      const published = listing(each, limits, new Set(accepted));
      const hidden = all.flatMap(({ named }, at) => (named ? [] : [at]));
      // The reader knows every named one's kind and even which hidden one stands in which list, and tries all kinds of the hidden.
      const possible = new Map(hidden.map((at) => [at, new Set<string>()]));
      const kinds = all.map(({ kind }) => kind);
      const agrees = (world: readonly string[]) =>
        published.every((classes, at) =>
          classes.every(
            ({ kind, members: some }) =>
              kind === null ||
              some.length === each[at]?.filter((one) => world[Number(one.organisation)] === kind).length,
          ),
        );
      const go = (next: number, world: readonly string[]) => {
        const at = hidden[next];
        if (at === undefined) {
          if (agrees(world)) for (const one of hidden) possible.get(one)?.add(world[one] ?? "");
          return;
        }
        for (const kind of universe) go(next + 1, world.with(at, kind));
      };
      if (hidden.length > 5) return;
      go(0, kinds);
      for (const at of hidden) {
        if (accepted.includes(all[at]?.kind ?? "")) continue;
        const open = possible.get(at) ?? new Set();
        const telling = published.flatMap((classes, which) =>
          all[at]?.where.includes(which === 0 ? 0 : 1) === true && classes.some((one) => one.kind !== null)
            ? [each[which] ?? []]
            : [],
        );
        if (telling.length === 0) expect(open.size).toBe(universe.length);
        for (const peers of telling)
          expect(peers.filter((one) => open.has(one.kind)).length).toBeGreaterThanOrEqual(limits.listed);
      }
    }),
    { numRuns: 300 },
  );
});

test("[DC12] everybody is listed once, and a stricter threshold lists nobody under a kind that a laxer one does not", () => {
  fc.assert(
    fc.property(study, permitted, fc.nat(3), fc.subarray(["a", "b", "c"]), (all, limits, more, accepted) => {
      const each = lists(all);
      const [lax, strict] = [limits.listed, limits.listed + more].map((listed) =>
        listing(each, { ...limits, listed }, new Set(accepted)),
      );
      for (const published of [lax, strict])
        expect(published?.map((classes) => classes.flatMap((one) => one.members).length)).toEqual(
          each.map((one) => one.length),
        );
      strict?.forEach((classes, at) => {
        for (const one of classes) if (one.kind !== null) expect(lax?.[at]).toContainEqual(one);
      });
    }),
  );
});

test("[DC9] small groups are taken together, with the next smallest where that is still too few; nothing is lost", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }),
      fc.integer({ min: 2, max: 6 }),
      (sizes, least) => {
        const groups = sizes.map((of, at) => ({ kind: `k${at}`, of }));
        const { apart, joined } = together(groups, (one) => one.of < least, least);
        expect(new Set([...apart, ...joined])).toEqual(new Set(groups));
        for (const one of apart) expect(one.of).toBeGreaterThanOrEqual(least);
        const sum = joined.reduce((all, one) => all + one.of, 0);
        if (apart.length > 0 && joined.length > 0) expect(sum).toBeGreaterThanOrEqual(least);
        const stricter = together(groups, (one) => one.of <= least, least + 1);
        for (const one of stricter.apart) expect(apart).toContain(one);
      },
    ),
  );
  const sizes = (all: readonly number[]) => {
    const { apart, joined } = together(
      all.map((of) => ({ kind: String(of), of })),
      (one) => one.of < 3,
      3,
    );
    return [apart.map((one) => one.of), joined.map((one) => one.of)];
  };
  expect(sizes([7, 3, 1])).toEqual([[7], [1, 3]]);
  expect(sizes([7, 2, 1])).toEqual([[7], [1, 2]]);
  expect(sizes([4, 3])).toEqual([[4, 3], []]);
});
