/** What is stored was found by one edition of the detection: whoever changes what is found must raise its number. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { EDITION } from "#lib/domain/detect/edition.ts";
import { NOTHING_ADDED } from "#lib/domain/detect/list/added.ts";
import { makeDetection } from "#lib/server/detecting/pipeline.ts";

const TEXTS = [
  "Bethan Prosser of Cardiff Council rang 029 2018 0000 on 14 November 2023; she is the only woman in a team of twelve.",
  "Mae Dafydd ap Ioan yn gweithio i Gyngor Gwynedd ers tair blynedd, ac mae'n byw yn Nolgellau ger CF10 1AA.",
  "so i asked sian from blorvex about the two hundred pounds in march and she said no",
];

test("[I71] these texts come to what this edition finds; if not, raise EDITION and write its mark here", () => {
  const detect = makeDetection(NOTHING_ADDED)([]);
  const found = TEXTS.map((text) =>
    detect(text).map(({ start, end, kind, layer }) => [text.slice(start, end), kind, layer]),
  );
  expect(found.flat().length).toBeGreaterThan(12);
  const mark = createHash("sha256").update(JSON.stringify(found)).digest("hex").slice(0, 12);
  expect({ edition: EDITION, mark }).toEqual({ edition: 1, mark: "7ddc47ea2af7" });
});
