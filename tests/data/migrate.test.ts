/** The migrations runner, on a real database. */
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { migrate, readMigrations } from "#lib/server/launch/migrate.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";

const files = readMigrations(path.resolve("prisma/migrations"));
const quiet = (): void => undefined;
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const extra = (sql: string, name = "29991231000000_extra") => ({ name, sql, checksum: "a".repeat(64) });

test("[RT10] what has been applied is not applied again, and its books read as Prisma's own", async () => {
  expect(await migrate(fresh.url, files, quiet)).toEqual([]);
  const rows =
    await fresh.owner`SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" ORDER BY 1`;
  expect(rows.map((row) => ({ ...row }))).toEqual(
    files.map(({ name, checksum }) => ({ migration_name: name, checksum, applied_steps_count: 1, finished: true })),
  );
});

test("[RT11] a migration that fails leaves nothing of itself behind", async () => {
  await expect(migrate(fresh.url, [...files, extra("CREATE TABLE half (id int); SELECT 1/0;")], quiet)).rejects.toThrow(
    /failed and nothing of it was kept: division by zero/,
  );
  expect(await fresh.owner`SELECT to_regclass('half') AS half`).toEqual([{ half: null }]);
});

test("[RT12] a migration that was changed after it had been applied is refused", async () => {
  const changed = files.map((file, at) => (at === 0 ? { ...file, checksum: "b".repeat(64) } : file));
  await expect(migrate(fresh.url, changed, quiet)).rejects.toThrow(/was changed after it had been applied/);
});

test("[RT12] a database of a newer version is refused", async () => {
  await expect(migrate(fresh.url, files.slice(0, -1), quiet)).rejects.toThrow(/newer Carthen/);
});

test("[RT13] two starts at once apply each migration once", async () => {
  const two = [...files, extra("CREATE TABLE once (id int);")];
  const done = await Promise.all([migrate(fresh.url, two, quiet), migrate(fresh.url, two, quiet)]);
  expect(done.flat()).toEqual(["29991231000000_extra"]);
});

test("[RT20] the app works as a role that can append events but never change them, and cannot make tables", async () => {
  expect(await fresh.db.$queryRaw`SELECT current_user::text AS role`).toEqual([{ role: "carthen_app" }]);
  await expect(fresh.db.$executeRaw`UPDATE "event" SET "kind" = 'x'`).rejects.toThrow(/permission denied/);
  await expect(fresh.db.$executeRaw`DELETE FROM "event"`).rejects.toThrow(/permission denied/);
  await expect(fresh.db.$executeRaw`CREATE TABLE mine (id int)`).rejects.toThrow(/permission denied/);
});

test("[RT21] the embedded database checks its pages, keeps what it acknowledges, and sorts by bytes", async () => {
  const settings = await fresh.owner`
    SELECT current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
           current_setting('listen_addresses') AS listen, current_setting('unix_socket_directories') AS sockets,
           current_setting('password_encryption') AS passwords, 'a0' < 'Zz' AS "byLocale",
           (SELECT datcollate FROM pg_database WHERE datname = current_database()) AS collate`;
  expect({ ...settings[0] }).toEqual({
    checksums: "on",
    fsync: "on",
    commit: "on",
    listen: "127.0.0.1",
    sockets: "",
    passwords: "scram-sha-256",
    byLocale: false,
    collate: "C.UTF-8",
  });
});
