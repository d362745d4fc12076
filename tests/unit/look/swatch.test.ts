/** Ten hues, ten weaves, two languages' names: no colour speaks alone. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { WEAVES } from "#lib/domain/board/weave.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

test("[L4] each of the ten hues has a weave and a name of its own", () => {
  expect(new Set(WEAVES).size).toBe(10);
  for (const locale of ["en", "cy"]) {
    const { hue } = JSON.parse(read(`messages/common/${locale}.json`)) as { hue: Record<string, string> };
    expect(new Set(Object.values(hue)).size).toBe(10);
  }
});
