import fc from "fast-check";
import { expect, test } from "vitest";
import { mayCount, tell } from "#lib/domain/disclosure/tell.ts";
import type { Told } from "#lib/domain/disclosure/tell.ts";
import { mayShare, small, THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import type { Thresholds } from "#lib/domain/disclosure/threshold.ts";
import { permitted } from "#tests/kit/permitted.ts";

const words = (told: Told) => ({ ...told, span: undefined });
const say = (organisations: number, people: number, of: number) =>
  words(tell({ organisations, people }, of, THRESHOLDS));
const count = fc
  .integer({ min: 1, max: 14 })
  .chain((of) => fc.tuple(fc.constant(of), fc.integer({ min: 0, max: of }), fc.integer({ min: 0, max: 6 })))
  .map(([of, organisations, more]) => ({
    of,
    said: { organisations, people: organisations === 0 ? 0 : organisations + more },
  }));
/** The same place in a stricter and a laxer setting. */
const twice = fc
  .tuple(permitted, fc.nat(3), fc.nat(3))
  .map(([lax, organisations, people]): readonly [Thresholds, Thresholds] => [
    lax,
    { ...lax, organisations: lax.organisations + organisations, people: lax.people + people },
  ]);

test("[DC1] a count of three organisations and five people is told as it is", () => {
  expect(say(3, 5, 11)).toEqual({ says: "exact", count: 3 });
  expect(say(8, 9, 11)).toEqual({ says: "exact", count: 8 });
  expect(say(2, 9, 11)).toEqual({ says: "below", limit: 3 });
  expect(say(4, 4, 11)).toEqual({ says: "below", limit: 5 });
});

test("[DC2] none is told like one and two", () => {
  expect(say(0, 0, 11)).toEqual(say(1, 1, 11));
  expect(say(0, 0, 11)).toEqual(say(2, 2, 11));
});

test("[DC3] all is told like all but two, and nothing is told of so few that both ends meet", () => {
  expect(say(9, 12, 11)).toEqual({ says: "least", least: 9 });
  expect(say(11, 20, 11)).toEqual({ says: "least", least: 9 });
  for (const of of [1, 2, 3, 4, 5])
    for (let n = 0; n <= of; n += 1) expect(say(n, 2 * n, of)).toEqual({ says: "nothing" });
  expect(say(3, 5, 6)).toEqual({ says: "exact", count: 3 });
  // "Fewer than seven of six" says nothing, so nothing is said.
  const many = { ...THRESHOLDS, people: 8 };
  expect(words(tell({ organisations: 4, people: 6 }, 6, many))).toEqual({ says: "nothing" });
});

test("[DC1][DC3][DC21] what is not told exactly could be at least two counts, by whoever knows the rules", () => {
  fc.assert(
    fc.property(count, permitted, ({ of, said }, limits) => {
      const told = tell(said, of, limits);
      if (told.says === "exact") {
        expect([told.count, of - told.count, said.people].map(Number)).toEqual([
          said.organisations,
          of - said.organisations,
          said.people,
        ]);
        expect(Math.min(told.count, of - told.count)).toBeGreaterThanOrEqual(limits.organisations);
        expect(said.people).toBeGreaterThanOrEqual(limits.people);
        return;
      }
      // A reader tries all counts, with any number of people, and keeps those that would have been told in the same words.
      const alike = new Set<number>();
      for (let n = 0; n <= of; n += 1)
        for (let people = n; people <= n + 12; people += 1) {
          const other = tell({ organisations: n, people: n === 0 ? 0 : people }, of, limits);
          if (JSON.stringify(words(other)) === JSON.stringify(words(told))) alike.add(n);
        }
      expect(alike.has(said.organisations)).toBe(true);
      expect(alike.size).toBeGreaterThanOrEqual(2);
      for (const n of alike) {
        expect(n).toBeGreaterThanOrEqual(told.span.low);
        expect(n).toBeLessThanOrEqual(told.span.high);
      }
    }),
  );
});

test("[DC1] a count within a published one could still be two", () => {
  // Three raised the theme; so of a sub-theme with four people "from three to four" would be three.
  expect(tell({ organisations: 3, people: 4 }, 11, THRESHOLDS, 3)).toEqual(
    tell({ organisations: 1, people: 1 }, 11, THRESHOLDS, 3),
  );
  fc.assert(
    fc.property(count, permitted, fc.nat(14), ({ of, said }, limits, more) => {
      const { span, says } = tell(said, of, limits, Math.min(of, said.organisations + more));
      if (says === "below")
        expect(Math.min(span.high, said.organisations + more) - span.low).toBeGreaterThanOrEqual(
          said.organisations + more === 0 ? 0 : 1,
        );
    }),
  );
});

test("[DC7] a stricter threshold tells no count that a laxer one does not, and leaves no fewer open", () => {
  fc.assert(
    fc.property(count, twice, ({ of, said }, [lax, strict]) => {
      const [before, after] = [tell(said, of, lax), tell(said, of, strict)];
      if (after.says === "exact") expect(before).toEqual(after);
      if (before.says === "nothing" && !mayCount(of, lax)) expect(after.says).toBe("nothing");
      const fewBefore = small(said, lax, of);
      if (fewBefore !== null) expect(small(said, strict, of)).not.toBeNull();
    }),
  );
});

test("[DC4] no share of a base under ten", () => {
  expect([9, 10].map((base) => mayShare(base, THRESHOLDS))).toEqual([false, true]);
});
