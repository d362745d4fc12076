/** An operator's own lists, as they lie in a folder. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { NOTHING_ADDED } from "#lib/domain/detect/list/added.ts";
import { markOf, readLists } from "#lib/server/launch/lists.ts";
import { Stop } from "#lib/server/launch/stop.ts";
import { makeFolder } from "#tests/kit/folder.ts";

const { folder, remove } = makeFolder("lists");
afterAll(remove);

function holding(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const at = path.join(folder, name);
  mkdirSync(at, { recursive: true });
  for (const [file, words] of Object.entries(files)) writeFileSync(path.join(at, file), words);
  return at;
}

test("[I120] every list of the folder is read, by its headings and in its own encoding, and nothing else is", () => {
  const at = holding("all", {
    "b.csv": Buffer.from("name,kind\nCwm Ceirw,place\nAnnestwen,given name\n", "utf16le"),
    "a.CSV": Buffer.from("cyfenw\nMorthwýl\n", "latin1"),
    "notes.txt": "Nobody",
  });
  expect(readLists(at, true)).toEqual({ places: ["Cwm Ceirw"], given: ["Annestwen"], surnames: ["Morthwýl"] });
});

test("[I120] a folder that nobody named need not be there; one that somebody named must", () => {
  const nowhere = path.join(folder, "nowhere");
  expect(readLists(nowhere, false)).toEqual(NOTHING_ADDED);
  expect(() => readLists(nowhere, true)).toThrow(Stop);
  expect(() => readLists(nowhere, true)).toThrow(/CARTHEN_LISTS/);
});

test.each([
  ["without a name", "place\n\n"],
  ["that is no table", `place\n"${"x".repeat(40)}`],
])("[I120] a list %s stops the start, and is named", (_, words) => {
  const at = holding(`bad ${words.length}`, { "good.csv": "place\nCwm Ceirw\n", "bad.csv": words });
  expect(() => readLists(at, false)).toThrow(Stop);
  expect(() => readLists(at, false)).toThrow(/bad\.csv/);
});

test("[I120] lists are told apart by what they add", () => {
  expect(markOf(NOTHING_ADDED)).toBeNull();
  const one = { places: ["Cwm Ceirw"], given: [], surnames: [] };
  expect(markOf(one)).toBe(markOf({ ...one }));
  expect(markOf(one)).not.toBe(markOf({ places: [], given: ["Cwm Ceirw"], surnames: [] }));
});
