import { expect, test } from "vitest";
import { pair } from "#lib/domain/field.ts";
import { SHAPES } from "#lib/domain/study/rows.ts";
import type { Noun } from "#lib/domain/study/rows.ts";
import { EVENT_VERSION, upcast } from "#lib/domain/study/upcast.ts";
import type { Step } from "#lib/domain/study/upcast.ts";
import { id } from "#tests/kit/study.ts";

const change = { op: "put", noun: "theme", id: "t", before: { hue: 1 }, after: { hue: 2 } };

/** Two former versions: in the first a theme had a `colour`, in the second a change said `old` and `new`. */
const steps: ReadonlyMap<number, Step> = new Map([
  [
    1,
    (kind, changes) =>
      kind === "theme.paint"
        ? (JSON.parse(JSON.stringify(changes).replaceAll('"colour"', '"hue"')) as unknown[])
        : changes,
  ],
  [
    2,
    (_, changes) =>
      (changes as { old: unknown; new: unknown }[]).map(({ old, new: now, ...rest }) => ({
        ...rest,
        before: old,
        after: now,
      })),
  ],
]);

test("[Y51] an event of a former version is read as one of now, step by step; one of now is left alone", () => {
  const first = { op: "put", noun: "theme", id: "t", old: { colour: 1 }, new: { colour: 2 } };
  const to = { version: 3, steps };
  expect(upcast({ version: 1, kind: "theme.paint", changes: [first] }, to)).toEqual([change]);
  const second = { op: "put", noun: "theme", id: "t", old: { hue: 1 }, new: { hue: 2 } };
  expect(upcast({ version: 2, kind: "theme.paint", changes: [second] }, to)).toEqual([change]);
  expect(upcast({ version: 3, kind: "theme.paint", changes: [change] }, to)).toEqual([change]);
  expect(upcast({ version: EVENT_VERSION, kind: "theme.paint", changes: [change] })).toEqual([change]);
});

test("[Y51] an event of a version that nobody knows is not guessed at", () => {
  for (const version of [0, EVENT_VERSION + 1])
    expect(() => upcast({ version, kind: "theme.paint", changes: [change] })).toThrow(/cannot be read/);
  expect(() => upcast({ version: 4, kind: "theme.paint", changes: [] }, { version: 3, steps })).toThrow(/version 4/);
});

test("[I89] nobody agreed to what was kept before a second person was asked, also where the log brings it back", () => {
  const made = { op: "put", noun: "identifier", id: "i", before: null, after: { id: "i", kind: "term", gone: false } };
  const decided = { op: "put", noun: "identifier", id: "i", before: { decision: null }, after: { decision: "keep" } };
  expect(upcast({ version: 1, kind: "identifier.add", changes: [made, decided] })).toEqual([
    { ...made, after: { thing: null, second: null, ...made.after } },
    decided,
  ]);
});

test("[I91] of a term that was added before anybody could say what it names, nobody has said it", () => {
  const after = { id: "i", kind: "term", second: null, gone: false };
  const made = { op: "put", noun: "identifier", id: "i", before: null, after };
  const decided = { op: "put", noun: "identifier", id: "i", before: { decision: null }, after: { decision: "keep" } };
  expect(upcast({ version: 2, kind: "identifier.add", changes: [made, decided] })).toEqual([
    { ...made, after: { thing: null, ...after } },
    decided,
  ]);
});

test("[ST40] of a study that was founded before anybody could say until when its originals are kept, nobody has said it", () => {
  const after = { id: "s", lang: "en", archived: false, trashed: false, gone: false };
  const made = { op: "put", noun: "study", id: "s", before: null, after };
  const set = { op: "put", noun: "study", id: "s", before: { archived: false }, after: { archived: true } };
  expect(upcast({ version: 2, kind: "study.found", changes: [made, set] })).toEqual([
    { ...made, after: { keptUntil: null, ...after } },
    set,
  ]);
});

test("[Y51] rows that events of version 1 make or bring back have the shape that they have now; mere changes stay as they are", () => {
  const put = (noun: Noun, row: Readonly<Record<string, string | number | boolean | null>>) => ({
    op: "put" as const,
    noun,
    id: String(row["id"]),
    before: null,
    after: { ...row, gone: false },
  });
  const [one, two] = [id("one"), id("two")];
  const made = [
    put("participant", {
      id: one,
      number: 1,
      organisation: null,
      seniority: null,
      consent: "verbatim",
      name: null,
      contact: null,
    }),
    put("identifier", {
      id: one,
      kind: "term",
      term: one,
      decision: "keep",
      replacement: null,
      replacementCy: null,
      reason: one,
      by: two,
    }),
    put("memo", { id: one, subject: two, parent: null, by: two, resolved: false }),
    put("call", { id: pair(one, two), memo: one, person: two }),
  ];
  for (const change of upcast({ version: 1, kind: "any", changes: made })) {
    if (change.op !== "put") throw new Error("a row was put");
    expect(SHAPES[change.noun].safeParse(change.after).success).toBe(true);
  }
  const changed = {
    op: "put" as const,
    noun: "memo" as const,
    id: one,
    before: { subject: two },
    after: { subject: one },
  };
  expect(upcast({ version: 1, kind: "tag.merge", changes: [changed] })).toEqual([changed]);
});
