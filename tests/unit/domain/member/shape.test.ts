import { expect, test } from "vitest";
import { Capability, may, Role } from "#lib/domain/member/shape.ts";

test("[RV1] a reviewer may what an observer may, and reveal; nobody who reads originals needs to", () => {
  const mayOf = (role: Role) => Capability.options.filter((one) => may(role, one));
  expect(mayOf("observer")).toEqual([]);
  expect(mayOf("reviewer")).toEqual(["reveal"]);
  for (const role of Role.options) expect(may(role, "readOriginals") && may(role, "reveal")).toBe(false);
  expect(may(null, "reveal")).toBe(false);
});
