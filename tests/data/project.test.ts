/** A project of other software comes into a real study: all of it by one command, and one undo takes all of it back. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProjectPlan } from "#lib/domain/import/plan.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import { bring } from "#lib/server/handle/import/bring.ts";
import type { Upload } from "#lib/server/handle/import/ports.ts";
import { preview } from "#lib/server/handle/import/preview.ts";
import { importPorts } from "#lib/server/jobs/import-ports.ts";
import { makeReading } from "#lib/server/reading/pool.ts";
import { snapshot } from "#lib/server/store/events.ts";
import { readQuotes } from "#lib/server/store/phrases.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { code, otherProject } from "#tests/kit/refi-file.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
const reading = makeReading((what, error) => {
  throw new Error(what, { cause: error });
});
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(async () => {
  await reading.close();
  await fresh.drop();
});

const upload = (bytes: Uint8Array): Upload => ({ name: "project.qdpx", type: "application/zip", bytes });

const planned = (change: Partial<ProjectPlan> = {}): ProjectPlan => ({
  id: randomUUID(),
  kind: "project",
  lang: "en",
  wordsLang: "en",
  source: "interview",
  cases: "participants",
  ...change,
});

async function house() {
  const written = await writtenStudy(fresh.db);
  const { db, writer, study, owner } = written;
  const ports = importPorts({ db, reading, vault: makeSeal(written.secret), writer });
  const rows = async () => {
    const found = (await snapshot(db, study))?.rows;
    const count = (noun: "source" | "quote" | "tag" | "tagging" | "memo" | "insight" | "card" | "participant") =>
      (found?.[noun] ?? []).length;
    return {
      source: count("source"),
      quote: count("quote"),
      tag: count("tag"),
      tagging: count("tagging"),
      memo: count("memo"),
      insight: count("insight"),
      card: count("card"),
      participant: count("participant"),
    };
  };
  const bringIn = (bytes: Uint8Array, plan: ProjectPlan) =>
    bring(ports, { study, person: owner, held: null }, upload(bytes), plan);
  return { ...written, ports, rows, bringIn };
}

const NOTHING = { source: 0, quote: 0, tag: 0, tagging: 0, memo: 0, insight: 0, card: 0, participant: 0 };
const ALL = { source: 1, quote: 2, tag: 2, tagging: 3, memo: 7, insight: 1, card: 2, participant: 2 };

test("[RF29] [RF31] [RF33] [RF36] a project comes in whole, word for word, and one undo takes all of it back", async () => {
  const { db, study, ports, rows, bringIn, send } = await house();
  const looked = await preview(ports, study, upload(otherProject()), {});
  expect(looked).toMatchObject({
    ok: true,
    value: { kind: "project", known: false, project: { here: false, counts: { sources: 1, quotes: 2, tags: 2 } } },
  });
  expect(await rows()).toEqual(NOTHING);

  const before = Number((await fresh.owner`SELECT seq FROM study_clock WHERE study_id = ${study}`)[0]?.["seq"]);
  const brought = await bringIn(otherProject(), planned());
  expect(brought).toMatchObject({
    ok: true,
    value: {
      participants: 2,
      turns: 2,
      known: false,
      project: { sources: 1, quotes: 2, tags: 2, memos: 7, insights: 1, boards: 1, lost: { media: 1, outside: 1 } },
    },
  });
  expect(await rows()).toEqual(ALL);
  const quotes = await readQuotes(db, study, "all");
  expect(quotes.map(({ words }) => words).toSorted()).toEqual(["People help", "Time to learn"]);
  const known = await fresh.owner`SELECT name, value, kind FROM source_attribute WHERE study_id = ${study}`;
  expect(known.map(({ name, value, kind }) => [name, value, kind])).toEqual([["Age", "41", "number"]]);
  const after = Number((await fresh.owner`SELECT seq FROM study_clock WHERE study_id = ${study}`)[0]?.["seq"]);
  expect(after - before).toBe(1);
  expect(await preview(ports, study, upload(otherProject()), {})).toMatchObject({ value: { known: true } });

  expect(await send({ kind: "undo", how: "ask" })).toMatchObject({ seq: expect.any(Number) });
  expect(await rows()).toEqual(NOTHING);
  expect(await send({ kind: "redo", how: "ask" })).toMatchObject({ seq: expect.any(Number) });
  expect(await rows()).toEqual(ALL);
});

test("[RF29] a plan that is sent again makes nothing twice; a tag that is there stays as it is and is put on quotes", async () => {
  const { study, db, rows, bringIn, send } = await house();
  const [tag, phrase] = [randomUUID(), randomUUID()];
  const name = { lang: "en", phrase } as const;
  await send(
    { kind: "tag.add", id: tag, parent: null, hue: 5, name },
    { phrases: [{ id: phrase, lang: "en", words: "trust" }] },
  );
  const plan = planned();
  const first = await bringIn(otherProject(), plan);
  expect(first.ok).toBe(true);
  expect(await bringIn(otherProject(), plan)).toMatchObject({ ok: true });
  expect(await rows()).toEqual(ALL);
  const found = (await snapshot(db, study))?.rows;
  const taggings = (found?.tagging ?? []) as readonly Readonly<{ tag: string }>[]; // rows as the snapshot gives them
  expect(taggings.filter((tagging) => tagging.tag === tag)).toHaveLength(1);
  const wordings = (found?.wording ?? []) as readonly Readonly<{ id: string; phrase: string }>[];
  expect(wordings.find(({ id }) => id === slot(tag, "name", "en"))?.phrase).toBe(phrase);
});

test("[RF28] [I43] what is no project, or another one than was looked at, saves nothing", async () => {
  const { rows, bringIn } = await house();
  const text = new TextEncoder().encode("Ada: Hello.\n\nBen: Hello.\n\nAda: Well.\n\nBen: Well.");
  expect(await bringIn(text, planned())).toEqual({ ok: false, fault: { code: "plan.stale" } });
  const broken = otherProject("<Sources>");
  expect(await bringIn(broken, planned())).toMatchObject({ ok: false, fault: { code: "file.broken" } });
  expect(await rows()).toEqual(NOTHING);
});

test("[RF29] codes alone come in without a document", async () => {
  const { rows, bringIn } = await house();
  const codes = otherProject(`<CodeBook><Codes>${code(1, "Trust", code(2, "Help"))}</Codes></CodeBook>`);
  expect(await bringIn(codes, planned())).toMatchObject({ ok: true, value: { first: null, project: { tags: 2 } } });
  expect(await rows()).toEqual({ ...NOTHING, tag: 2 });
  expect(await bringIn(otherProject(""), planned())).toMatchObject({ ok: true, value: { first: null } });
});
