/** Snapshots that are kept for as long as the log stands still, on a real database. */
import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { unpack } from "#lib/domain/study/packed.ts";
import type { Packed } from "#lib/domain/study/packed.ts";
import { Snapshots } from "#lib/server/load/snapshot.ts";
import { snapshot } from "#lib/server/store/events.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const Told = z.object({ epoch: z.string(), seq: z.number(), packed: z.custom<Packed>() });
const read = (bytes: Buffer | null) => Told.parse(JSON.parse(gunzipSync(bytes ?? Buffer.alloc(0)).toString("utf8")));
const boards = (bytes: Buffer | null) => (unpack(read(bytes).packed).board ?? []).map(({ id }) => id);

const another = ({ send, board }: Written, hidden: boolean) => {
  const id = randomUUID();
  return send({ kind: "board.copy", id, from: board, hidden, name: null }).then(() => id);
};

test("[Y35] a snapshot is made once for a place in the log, and anew when the log has gone on", async () => {
  const study = await writtenStudy(fresh.db);
  const snapshots = new Snapshots(fresh.db);
  const [first, beside] = await Promise.all([
    snapshots.of(study.study, study.owner),
    snapshots.of(study.study, await study.join("analyst")),
  ]);
  expect(read(first).seq).toBeLessThanOrEqual(read(beside).seq);
  const now = await snapshots.of(study.study, study.owner);
  expect(await snapshots.of(study.study, study.owner)).toBe(now); // the very bytes
  expect(read(now).seq).toBe((await snapshot(fresh.db, study.study))?.seq);

  const board = await another(study, false);
  const next = await snapshots.of(study.study, study.owner);
  expect(next).not.toBe(now);
  expect(boards(next)).toContain(board);
  expect(await snapshots.of(randomUUID(), study.owner)).toBeNull();
});

test("[Y35] [Y33] what is hidden from somebody is in nobody else's snapshot, however often it is asked for", async () => {
  const study = await writtenStudy(fresh.db);
  const colleague = await study.join("analyst");
  const snapshots = new Snapshots(fresh.db);
  const board = await another(study, true);
  for (let times = 0; times < 3; times++) {
    expect(boards(await snapshots.of(study.study, study.owner))).toContain(board);
    expect(boards(await snapshots.of(study.study, colleague))).not.toContain(board);
  }
  await study.send({ kind: "board.share", id: board });
  expect(boards(await snapshots.of(study.study, colleague))).toContain(board);
});

test("[Y35] what is kept stays within its room: the study that nobody asked for longest goes first", async () => {
  const [a, b] = [await writtenStudy(fresh.db), await writtenStudy(fresh.db)];
  const one = (await new Snapshots(fresh.db).of(a.study, a.owner))?.length ?? 0;
  const snapshots = new Snapshots(fresh.db, Math.ceil(one * 1.5));
  const first = await snapshots.of(a.study, a.owner);
  const other = await snapshots.of(b.study, b.owner);
  expect(await snapshots.of(b.study, b.owner)).toBe(other);
  const again = await snapshots.of(a.study, a.owner);
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});
