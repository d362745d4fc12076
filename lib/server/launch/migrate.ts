/**
 * Brings a database to the shape that this version needs, from the reviewed SQL files in prisma/migrations.
 *
 * Needs no download and no schema engine. It keeps its books in `_prisma_migrations`, in the form that Prisma's own
 * command line reads and writes. Rules: docs/spec/runtime.md, RT10 to RT13.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import postgres from "postgres";

import { Stop } from "./stop.ts";

/** The lock that Prisma's command line takes for the same work, so that the two never work at once. */
const lockId = 72_707_369;

export type Migration = Readonly<{ name: string; sql: string; checksum: string }>;

/** The migrations of a folder, in the order in which they apply. The checksum is SHA-256 of the file, in hex. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name, "migration.sql"));
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    });
}

/**
 * Applies what is missing, one transaction for each file, and refuses to go on where the database and the files disagree.
 *
 * @param url - connection string of the owner
 * @returns the names of the migrations that were applied now
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[],
  say: (what: string) => void,
): Promise<readonly string[]> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: "carthen migrate" },
  });
  try {
    await sql`SELECT pg_advisory_lock(${lockId})`; // let go when the connection ends, whatever happens
    await prepareBooks(sql);
    const rows = await sql<{ migration_name: string; checksum: string; finished_at: Date | null }[]>`
      SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`;
    const applied = new Map(rows.map((row) => [row.migration_name, row]));
    refuseDisagreement(applied, migrations);

    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) {
      say(`Applying ${migration.name} …`);
      try {
        await sql.begin((transaction) => applyInside(transaction, migration));
      } catch (error) {
        throw new Stop(
          `The migration ${migration.name} failed and nothing of it was kept: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
    return missing.map((migration) => migration.name);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Makes the table in which the books are kept, as Prisma's command line makes it. */
export async function prepareBooks(sql: postgres.ISql): Promise<void> {
  await sql`
    CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
      id varchar(36) PRIMARY KEY NOT NULL,
      checksum varchar(64) NOT NULL,
      finished_at timestamptz,
      migration_name varchar(255) NOT NULL,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(),
      applied_steps_count integer NOT NULL DEFAULT 0
    )`;
}

/** Applies one migration within the caller's transaction, and notes it. */
export async function applyInside(transaction: postgres.TransactionSql, migration: Migration): Promise<void> {
  await transaction.unsafe(migration.sql); // a file of ours, reviewed; several statements
  await transaction`
    INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
    VALUES (${randomUUID()}, ${migration.checksum}, clock_timestamp(), ${migration.name}, now(), 1)`;
}

function refuseDisagreement(
  applied: ReadonlyMap<string, Readonly<{ checksum: string; finished_at: Date | null }>>,
  migrations: readonly Migration[],
): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, row] of applied) {
    const migration = known.get(name);
    if (!migration) {
      throw new Stop(
        `The database was shaped by a newer Carthen (migration ${name} is not in this version); start that version, or restore a backup.`,
      );
    }
    if (row.finished_at === null) {
      throw new Stop(
        `The migration ${name} was begun by another tool and never finished; resolve it there before starting Carthen.`,
      );
    }
    if (row.checksum !== migration.checksum) {
      throw new Stop(
        `The migration ${name} was changed after it had been applied; put the file back as it was and write a new migration instead.`,
      );
    }
  }
}
