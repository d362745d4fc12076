/** What `npm run import:check` prints, file by file. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkFile, filesOf } from "#lib/server/launch/import-check.ts";
import { makeReading } from "#lib/server/reading/pool.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { otherProject } from "#tests/kit/refi-file.ts";

const { folder, remove } = makeFolder("import-check");
const reading = makeReading((_, error) => {
  throw error;
});
afterAll(async () => {
  await reading.close();
  remove();
});
const put = (name: string, words: string | Uint8Array): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, words);
  return file;
};
const printed = async (file: string): Promise<unknown> => JSON.parse(await checkFile(reading, file));

test("[I51] a transcript: turns, speakers, times, and who asks", async () => {
  const file = put(
    "zoom.vtt",
    "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nInterviewer: Pryd 🙂?\n\n2\n00:00:03.000 --> 00:00:04.000\nMari: Ddoe.\n\n3\n00:00:05.000 --> 00:01:00.000\nMari: Wir.\n",
  );
  expect(await printed(file)).toEqual({
    file,
    format: "vtt",
    dialect: "cue-label",
    encoding: "utf-8",
    turns: 2,
    speakers: ["Interviewer", "Mari"],
    interviewer: "Interviewer",
    firstTime: 1000,
    lastTime: 60_000,
    characters: 19,
    warnings: [],
    error: null,
  });
});

test("[I51] [RF27] a project: what it holds, and how its positions are counted", async () => {
  const file = put("study.qdpx", otherProject());
  expect(await printed(file)).toEqual({
    file,
    format: "qdpx",
    origin: "Tool 1",
    codes: 3,
    sources: 3,
    texts: 1,
    selections: 4,
    placed: 3,
    fit: 3,
    counting: { unit: "points", ends: 1, mark: false, last: false },
    error: null,
  });
});

test("[I51] a survey: columns with their proposed use, and comments that are none left out", async () => {
  const comment = "More time with the team that knows our service";
  const file = put(
    "survey.csv",
    `Timestamp,What would help you?\n${[1, 2, 3].map((day) => `2026-05-0${day} 10:00:00,${comment} ${day}`).join("\n")}\n2026-05-04 10:00:00,-\n`,
  );
  expect(await printed(file)).toEqual({
    file,
    format: "csv",
    headerRows: 1,
    rows: 4,
    columns: [
      { name: "Timestamp", role: "ignore" },
      { name: "What would help you?", role: "question" },
    ],
    comments: 3,
    error: null,
  });
});

test("[I50] what cannot be read has a code and a sentence, and nothing else", async () => {
  const nothing = put("nothing.txt", "");
  expect(await printed(nothing)).toMatchObject({
    file: nothing,
    turns: null,
    speakers: null,
    error: "file.empty: The file is empty. Check that it was saved or downloaded completely.",
  });
  expect(await printed(path.join(folder, "away.txt"))).toMatchObject({
    error: expect.stringMatching(/^file\.missing: /),
  });
});

test("[I50] folders are walked in the order of names; files stand where they were named", () => {
  const files = ["tree/b.txt", "tree/a/2.txt", "tree/a/1.txt"].map((name) => put(name, "Hello."));
  const [b, two, one] = files;
  expect(filesOf([two ?? "", path.join(folder, "tree"), "nowhere.txt"])).toEqual([two, one, two, b, "nowhere.txt"]);
});
