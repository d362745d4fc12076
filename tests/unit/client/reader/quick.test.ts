import fc from "fast-check";
import { expect, test } from "vitest";
import { used } from "#lib/client/reader/quick.ts";

const slots = (uses: readonly string[]) => uses.reduce<ReturnType<typeof used>>((all, tag) => used(all, tag), []);

test("[Q17] a tag keeps its digit while it is among the nine", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 14 }).map(String), { maxLength: 60 }), (uses) => {
      let before = slots([]);
      for (const tag of uses) {
        const after = used(before, tag);
        for (const [digit, slot] of before.entries())
          if (after.some((one) => one.tag === slot.tag)) expect(after[digit]?.tag).toBe(slot.tag);
        before = after;
      }
    }),
  );
});

test("[Q17] the nine are those that were used last", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 14 }).map(String), { maxLength: 60 }), (uses) => {
      const last = [...new Set(uses.toReversed())].slice(0, 9);
      expect(new Set(slots(uses).map((slot) => slot.tag))).toEqual(new Set(last));
    }),
  );
});
