import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "#lib/domain/text/nearest.ts";

test("[I97] [RV2] beside a place stand whole words, and a mark where more would", () => {
  expect(nearest("So we asked ", "before", 20)).toBe("So we asked ");
  expect(nearest("So we asked them and ", "before", 12)).toBe("… them and ");
  expect(nearest(" told them about it", "after", 12)).toBe(" told them …");
  const words = fc.array(fc.constantFrom("we", "asked", "yn", "Nghymru"), { maxLength: 12 });
  fc.assert(
    fc.property(words, fc.integer({ min: 10, max: 40 }), (all, most) => {
      const [before, after] = [`${all.join(" ")} `, ` ${all.join(" ")}`];
      expect(before.endsWith(nearest(before, "before", most).replace("… ", ""))).toBe(true);
      expect(after.startsWith(nearest(after, "after", most).replace(" …", ""))).toBe(true);
    }),
  );
});
