import { expect, test } from "vitest";
import { NOTHING_ADDED } from "#lib/domain/detect/list/added.ts";
import { detectAll, detectionFor, documentsOf } from "#lib/server/launch/privacy-detect.ts";

const lines = `${JSON.stringify({ id: "a", text: "😀 Non Pugh, office@example.org", mentions: [] })}\n\n${JSON.stringify({ id: "b", text: "Nothing." })}\n`;

test("[I69] answers every document with spans in UTF-16 units and the benchmark's types", () => {
  expect(detectAll(detectionFor(NOTHING_ADDED), documentsOf(lines), { a: ["Non Pugh"] }, "sure")).toEqual({
    a: [
      [3, 11, "PERSON"],
      [13, 31, "CODE"],
    ],
    b: [],
  });
});

test("[I69] says where a line is no document", () => {
  expect(() => documentsOf('{"id": 1}')).toThrow();
});
