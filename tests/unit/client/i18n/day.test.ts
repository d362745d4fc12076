import { expect, test } from "vitest";
import { dayInWords } from "#lib/client/i18n/day.ts";

test("[ST21] writes a day as it is said here, in both languages", () => {
  expect(dayInWords("2025-11-04", "en")).toBe("4 November 2025");
  expect(dayInWords("2025-11-04", "cy")).toBe("4 Tachwedd 2025");
  expect(dayInWords("2026-02-28T23:59:59Z", "cy")).toBe("28 Chwefror 2026");
});
