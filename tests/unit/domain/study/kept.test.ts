import { expect, test } from "vitest";
import { keptOn } from "#lib/domain/study/kept.ts";

test("[ST41] people are reminded from thirty days before the last day on which originals are kept, and on after it", () => {
  const until = "2027-03-31";
  expect(keptOn(null, "2027-03-31")).toBeNull();
  expect(keptOn(until, "2027-03-01")).toBeNull();
  for (const day of ["2027-03-02", "2027-03-30", "2027-03-31"]) expect(keptOn(until, day)).toBe("soon");
  for (const day of ["2027-04-01", "2030-01-01"]) expect(keptOn(until, day)).toBe("past");
});
