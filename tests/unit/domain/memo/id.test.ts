import fc from "fast-check";
import { expect, test } from "vitest";
import { Id } from "#lib/domain/field.ts";
import { timedId, timeOf } from "#lib/domain/memo/id.ts";

const at = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test("[B70] a memo's id tells when it was written, and sorts by it", () => {
  fc.assert(
    fc.property(at, at, fc.uuid({ version: 4 }), fc.uuid({ version: 4 }), (one, other, a, b) => {
      const first = timedId(one, a);
      const second = timedId(other, b);
      expect(Id.safeParse(first).success).toBe(true);
      expect(timeOf(first)).toBe(one);
      if (one !== other) expect(first < second).toBe(one < other);
    }),
  );
});

test("[B70] an id of another kind tells no time", () => {
  expect(timeOf("2f1e4fc0-81fd-4b3a-9d1c-0a53fd2b8c11")).toBe(null);
});
