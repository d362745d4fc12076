import fc from "fast-check";
import { expect, test } from "vitest";
import { isRead, joined, nextUnread, PlaceTold, shareRead } from "#lib/domain/source/place.ts";
import type { Stretch } from "#lib/domain/source/place.ts";

const LONG = 60;
const stretches = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: LONG - 1 }), fc.integer({ min: 1, max: 12 }))
    .map(([at, size]): Stretch => [at, at + size]),
  { maxLength: 12 },
);
/** Turns one after another, with a blank line between them as in a text; some are empty. */
const turnsOf = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }).map((sizes) => {
  let at = 0;
  return sizes.map((size) => {
    const turn = { start: at, end: at + size };
    at += size + 2;
    return turn;
  });
});
const points = (all: readonly Stretch[]) =>
  new Set(all.flatMap(([start, end]) => Array.from({ length: end - start }, (_, n) => start + n)));

test("[Q14] stretches that are joined hold the same signs, in order and apart", () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const found = joined(all);
      expect(points(found)).toEqual(points(all));
      for (const [at, [start]] of found.entries()) if (at > 0) expect(start).toBeGreaterThan(found[at - 1]?.[1] ?? 0);
      expect(joined(found)).toEqual(found);
    }),
  );
});

test("[Q14] reading on never forgets: a turn that is read stays read, and the share never falls", () => {
  fc.assert(
    fc.property(stretches, stretches, turnsOf, (before, more, turns) => {
      const [then, now] = [joined(before), joined([...before, ...more])];
      for (const turn of turns) if (isRead(then, turn)) expect(isRead(now, turn)).toBe(true);
      expect(shareRead(now, turns)).toBeGreaterThanOrEqual(shareRead(then, turns));
    }),
  );
});

test("[Q14] a turn is read when each of its signs is, and the share counts signs", () => {
  fc.assert(
    fc.property(stretches, turnsOf, (all, turns) => {
      const read = joined(all);
      const seen = points(all);
      let [done, whole] = [0, 0];
      for (const { start, end } of turns) {
        const signs = Array.from({ length: end - start }, (_, n) => start + n);
        if (signs.length > 0) expect(isRead(read, { start, end })).toBe(signs.every((sign) => seen.has(sign)));
        done += signs.filter((sign) => seen.has(sign)).length;
        whole += signs.length;
      }
      expect(shareRead(read, turns)).toBeCloseTo(whole === 0 ? 0 : done / whole);
    }),
  );
});

test("[Q15] the next unread turn is the first behind, around the end, that is not read", () => {
  fc.assert(
    fc.property(stretches, turnsOf, fc.nat(11), (all, turns, n) => {
      const read = joined(all);
      const from = n % turns.length;
      const order = turns.map((_, step) => (from + 1 + step) % turns.length);
      const unread = order.find((at) => {
        const turn = turns[at];
        return turn && turn.start < turn.end && !isRead(read, turn);
      });
      expect(nextUnread(read, turns, from)).toBe(unread ?? -1);
    }),
  );
});

test("[Q14] what is told has an end behind its beginning", () => {
  expect(PlaceTold.safeParse({ at: 0, read: [[4, 4]], afresh: false }).success).toBe(false);
  expect(PlaceTold.safeParse({ at: 0, read: [[-1, 4]], afresh: false }).success).toBe(false);
  expect(PlaceTold.safeParse({ at: 0, read: [[0, 4]], afresh: false }).success).toBe(true);
});
