import { expect, test } from "vitest";
import { sameTitle } from "#lib/domain/study/title.ts";

test("[A22] a title is the same however it is spaced and quoted, and no other title is", () => {
  expect(sameTitle("Councils’ “digital” skills – 2026", ' councils\' "digital"  skills - 2026 ')).toBe(true);
  expect(sameTitle("Councils", "Council")).toBe(false);
});
