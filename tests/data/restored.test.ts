/** A browser that was open while an older backup was put back. */
import { randomUUID } from "node:crypto";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { StudyState } from "#lib/client/study/state.ts";
import type { Sent } from "#lib/domain/study/outcome.ts";
import { EVENT_VERSION } from "#lib/domain/study/upcast.ts";
import { backup, restore } from "#lib/server/launch/backup.ts";
import { erase } from "#lib/server/erasing/erase.ts";
import { makeWriter } from "#lib/server/handle/writer.ts";
import { makeErasing } from "#lib/server/jobs/erasing.ts";
import { erasingPorts } from "#lib/server/jobs/erasing-ports.ts";
import { readMigrations } from "#lib/server/launch/migrate.ts";
import { makeClient } from "#lib/server/store/client.ts";
import { commit } from "#lib/server/store/commit.ts";
import { eventsAfter, snapshot } from "#lib/server/store/events.ts";
import { isObjection } from "#lib/server/store/objection.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { liveLine, storedWorld } from "#tests/kit/line.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

const { folder, remove } = makeFolder("restored");
let from: FreshDatabase;
let to: FreshDatabase;

beforeAll(async () => {
  from = await freshDatabase();
  to = await freshDatabase();
});
afterAll(async () => {
  await from.drop();
  await to.drop();
  remove();
});

const question = (): Sent => ({
  cmdId: randomUUID(),
  command: { kind: "question.add", id: randomUUID(), text: null },
  phrases: [],
  names: [],
});

test("[Y52] a browser ahead of a restored log loads it anew; what it had not sent is sent once, and nothing is doubled", async () => {
  const { study, owner, send, secret } = await writtenStudy(from.db);
  await send(question().command);
  const file = path.join(folder, "backup.tar");
  await backup({ url: from.url, file, version: "test", secret });

  // After the backup: one command that was answered, one of which the answer was lost, and one that was never sent.
  const page = new StudyState(owner);
  const open = async ({ db }: FreshDatabase) => {
    const found = await snapshot(db, study);
    if (!found) throw new Error("there is no such study");
    page.load({ ...found, rows: found.rows as never }); // rows as the snapshot gives them
    return found;
  };
  await open(from);
  const [unanswered, unsent] = [question(), question()];
  await send(question().command);
  page.add(unanswered);
  await send(unanswered.command, { cmdId: unanswered.cmdId });
  page.hear((await eventsAfter(from.db, study, page.seq, 100)).slice(0, 1));
  page.add(unsent);
  const ahead = page.seq;

  await restore({
    url: to.url,
    file,
    secret,
    replace: false,
    migrations: readMigrations(path.resolve("prisma/migrations")),
  });
  const world = storedWorld(to.db);
  const line = await liveLine({
    ...world,
    standings: async (seats) => (await world.standings(seats)).map((one) => ({ ...one, signedIn: true })),
  });
  const caller = await line.open(line.visitor(owner));
  caller.hello(study, page.epoch, page.seq);
  const asked = await caller.until((all) => all.find(({ kind }) => kind === "snapshot"));
  expect(asked).toEqual({ kind: "snapshot", why: "epoch" });
  const now = await open(to);
  expect(now.seq).toBeLessThan(ahead);
  expect(page.waiting.unsent).toBe(2);

  const items = [unanswered, unsent].map((sent) => ({ ...sent, person: owner }));
  const vault = makeSeal(secret);
  const { outcomes } = await commit(to.db, vault, study, items);
  expect(outcomes).toEqual(items.map(({ cmdId }, n) => ({ cmdId, seq: now.seq + 1 + n })));
  expect((await commit(to.db, vault, study, items)).outcomes).toEqual(outcomes);
  const events = await eventsAfter(to.db, study, page.seq, 100);
  expect(events.map(({ cmdId }) => cmdId)).toEqual([unanswered.cmdId, unsent.cmdId]);
  expect(page.hear(events)).toBe(true);
  expect(page.waiting.unsent).toBe(0);
  expect([...page.rows.all("question")]).toHaveLength(3);
  await line.close();
});

test("[Y51] an event is stored with the version in which it was written, and one of a later version is not read", async () => {
  const { db, study, send } = await writtenStudy(from.db);
  await send(question().command);
  const stored = await from.owner<{ version: number }[]>`SELECT "version" FROM "event" WHERE "study_id" = ${study}`;
  expect(new Set(stored.map(({ version }) => version))).toEqual(new Set([EVENT_VERSION]));
  await from.owner`UPDATE "event" SET "version" = ${EVENT_VERSION + 1} WHERE "study_id" = ${study} AND "seq" = 1`;
  await expect(eventsAfter(db, study, 0, 10)).rejects.toThrow(/cannot be read/);
});

test("[CO22] who had withdrawn before an older backup was put back is withdrawn again by the first start", async () => {
  const { db, study, send, source, secret, writer } = await writtenStudy(from.db);
  const vault = makeSeal(secret);
  const person = randomUUID();
  const fields = { organisation: null, seniority: null, consent: "verbatim", name: null, contact: null } as const;
  await send({ kind: "participant.add", id: person, role: null, fields });
  const { revision, speaker } = await source("We never spoke of it again.");
  await send({ kind: "speaker.set", id: speaker, fields: { participant: person } });
  const file = path.join(folder, "before.tar");
  await backup({ url: from.url, file, version: "test", secret });
  await send({ kind: "participant.withdraw", id: person, on: "2026-11-27" });
  await erase(db, vault, { study, participant: person });
  await writer.stop();
  await db.$disconnect();

  const migrations = readMigrations(path.resolve("prisma/migrations"));
  await restore({ url: from.url, file, secret, replace: true, migrations });
  const text = async () => (await from.owner`SELECT text FROM revision WHERE id = ${revision}`)[0]?.["text"] as unknown;
  expect(await text()).toBe("We never spoke of it again.");
  const again = makeClient(from.url);
  const later = makeWriter({
    commit: (at, items, whole) => commit(again, vault, at, items, whole),
    objects: isObjection,
    committed: () => undefined,
    objected: () => undefined,
  });
  const fault = (what: string, error: unknown) => {
    throw new Error(what, { cause: error });
  };
  const work = makeErasing(erasingPorts(again, vault, later, fault), { soonMs: 5, sweepMs: 600_000 });
  const row = async () =>
    (await from.owner`SELECT withdrawn_on::text AS on, erased FROM participant WHERE id = ${person}`)[0];
  await expect.poll(row, { timeout: 20_000, interval: 20 }).toEqual({ on: "2026-11-27", erased: true });
  expect(await text()).toBe("█".repeat(27));
  expect(await from.owner`SELECT 1 FROM setting WHERE key = 'withdrawn'`).toHaveLength(0);
  await work.close();
  await later.stop();
  await again.$disconnect();
});
