import { expect, test } from "vitest";
import { fromAcceptLanguage } from "#lib/client/i18n/locale.ts";

test.each([
  ["cy-GB,cy;q=0.9,en;q=0.8", "cy"],
  ["en-GB,en;q=0.9,cy;q=0.8", "en"],
  ["fr-FR,fr;q=0.9,cy;q=0.5", "cy"],
  ["en;q=0.3,cy;q=0.7", "cy"],
  ["cym", "en"],
  ["*", "en"],
  ["", "en"],
  [null, "en"],
] as const)("[A30] reads the browser's wish %s", (header, locale) => {
  expect(fromAcceptLanguage(header)).toBe(locale);
});
