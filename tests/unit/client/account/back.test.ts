import { expect, test } from "vitest";
import { safeBack } from "#lib/client/account/back.ts";

test("[A32] leads back into the house and nowhere else", () => {
  expect(safeBack("/studies/1?source=2#3")).toBe("/studies/1?source=2#3");
  for (const foreign of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "/a\\b",
    "/a\nb",
    "",
    null,
    undefined,
  ])
    expect(safeBack(foreign)).toBe("/");
});
