/** A backup and the way back, with the sample study in the database. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { SAMPLE } from "#prisma/sample/plan.ts";
import { seedSample } from "#prisma/sample/seed.ts";
import { makeWriter } from "#lib/server/handle/writer.ts";
import { backup, restore } from "#lib/server/launch/backup.ts";
import { readMigrations } from "#lib/server/launch/migrate.ts";
import { commit } from "#lib/server/store/commit.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { makeFolder } from "#tests/kit/folder.ts";

const secret = "a secret of at least thirty-two characters";
const migrations = readMigrations(path.resolve("prisma/migrations"));
const { folder, remove } = makeFolder("backup");
const file = path.join(folder, "backup.tar");
let from: FreshDatabase;
let to: FreshDatabase;

beforeAll(async () => {
  from = await freshDatabase();
  to = await freshDatabase();
  const vault = makeSeal(secret);
  const writer = makeWriter({
    commit: (study, items) => commit(from.db, vault, study, items),
    objects: () => false,
    committed: () => undefined,
    objected: () => undefined,
  });
  await seedSample({ db: from.db, vault, writer });
  await writer.stop();
  await from.owner`
    INSERT INTO "publication" ("study_id", "id", "token_hash", "lang", "bytes", "by_id", "expires_at")
    VALUES (${SAMPLE}, gen_random_uuid(), '\\x01', 'en', '\\x02', gen_random_uuid(), now() + interval '1 day')`;
  await backup({ url: from.url, file, version: "test", secret });
});
afterAll(async () => {
  await from.drop();
  await to.drop();
  remove();
});

/** Every row of every table as text, but for what a restore must change. */
async function contents({ owner }: FreshDatabase): Promise<Record<string, unknown>> {
  const tables = await owner<{ schema: string; name: string }[]>`
    SELECT schemaname AS schema, tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'identity') ORDER BY 1, 2`;
  const all: Record<string, unknown> = {};
  for (const { schema, name } of tables) {
    if (name === "_prisma_migrations" || name === "publication") continue;
    const [row] = await owner`
      SELECT count(*)::int AS rows, md5(coalesce(string_agg(words, E'\n' ORDER BY words), '')) AS sum
      FROM (SELECT (to_jsonb(t) - 'epoch' - 'place')::text AS words FROM ${owner(schema)}.${owner(name)} t) x`;
    all[`${schema}.${name}`] = { ...row };
  }
  return all;
}

test("[RT30] a restored database holds every row of the one that was backed up", async () => {
  const before = await contents(from);
  expect(Object.values(before).filter((table) => (table as { rows: number }).rows > 0).length).toBeGreaterThan(20); // of our own query
  await restore({ url: to.url, file, secret, replace: false, migrations });
  expect(await contents(to)).toEqual(before);
});

test("[RT31] every study has a new epoch after a restore, so that browsers load afresh", async () => {
  const epochs = async (fresh: FreshDatabase) =>
    (await fresh.owner<{ epoch: string }[]>`SELECT "epoch" FROM "study_clock"`).map(({ epoch }) => epoch);
  const old = await epochs(from);
  const now = await epochs(to);
  expect(now).toHaveLength(old.length);
  expect(now.filter((epoch) => old.includes(epoch))).toEqual([]);
});

test("[PB5] what was published is not published again by a restore", async () => {
  const published = ({ owner }: FreshDatabase) =>
    owner<{ live: boolean; bytes: boolean }[]>`
      SELECT "ended_at" IS NULL AS live, "bytes" IS NOT NULL AS bytes FROM "publication"`;
  expect([...(await published(from))]).toEqual([{ live: true, bytes: true }]);
  expect([...(await published(to))]).toEqual([{ live: false, bytes: false }]);
});

test("[RT32] a database that is not empty is overwritten only when asked to", async () => {
  await expect(restore({ url: to.url, file, secret, replace: false, migrations })).rejects.toThrow(/not empty/);
  await restore({ url: to.url, file, secret, replace: true, migrations });
  expect(await contents(to)).toEqual(await contents(from));
});

test("[RT33] a damaged or a cut backup is refused before anything is touched", async () => {
  const bytes = readFileSync(file);
  const bent = Buffer.from(bytes);
  const at = bytes.lastIndexOf("tables/public.phrase.copy.gz") + 700;
  bent[at] = (bent[at] ?? 0) ^ 1;
  writeFileSync(path.join(folder, "bent.tar"), bent);
  await expect(
    restore({ url: to.url, file: path.join(folder, "bent.tar"), secret, replace: true, migrations }),
  ).rejects.toThrow(/damaged/);
  writeFileSync(path.join(folder, "cut.tar"), bytes.subarray(0, bytes.length / 2));
  await expect(
    restore({ url: to.url, file: path.join(folder, "cut.tar"), secret, replace: true, migrations }),
  ).rejects.toThrow(/cut short/);
  expect(await contents(to)).toEqual(await contents(from));
});

test("[RT34] names sealed with another secret are not restored", async () => {
  await expect(restore({ url: to.url, file, secret: "x".repeat(40), replace: true, migrations })).rejects.toThrow(
    /another secret/,
  );
});

test("[RT35] a backup is readable by nobody else, and neither it nor its manifest holds the secret", () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file).includes(secret)).toBe(false);
});
