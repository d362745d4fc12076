/**
 * A backup: every row of every table at one moment, in one file; and the way back.
 *
 * PostgreSQL's own tools are not shipped with the embedded one, so tables are streamed by COPY. Sealed names stay
 * sealed: without the installation's secret, which is not in the backup, nobody can read them.
 * Rules: docs/spec/runtime.md, RT30 to RT35.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { text } from "node:stream/consumers";
import { Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";

import postgres from "postgres";
import * as z from "zod";

import { readMember, readMembers, writeArchive } from "./archive.ts";
import { applyInside, prepareBooks } from "./migrate.ts";
import type { Migration } from "./migrate.ts";
import { Stop } from "./stop.ts";

const Manifest = z.object({
  format: z.literal("carthen-backup-1"),
  version: z.string(),
  at: z.iso.datetime(),
  /** Which secret sealed the names: SHA-256 of a derivative, so that the secret cannot be found from it. */
  secret: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int(),
      member: z.string(),
      sha256: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

type Table = Readonly<{ schema: string; name: string; columns: readonly string[] }>;

/** Recognises a secret without telling it. */
export function secretMark(secret: string): string {
  return createHash("sha256").update(`carthen backup mark\0${secret}`).digest("hex").slice(0, 16);
}

/** What is made of other tables and is made again, finished files that wait to be fetched among it: no backup holds it. */
const DERIVED = ["turn_words", "study_word", "detection", "detecting", "job_file", "job_part"];

/** Our tables, each after those that it refers to. */
async function tablesInOrder(sql: postgres.TransactionSql): Promise<readonly Table[]> {
  const tables = await sql<{ schema: string; name: string; columns: string[] }[]>`
    SELECT n.nspname AS schema, c.relname AS name,
           (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'identity') AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND c.relname <> ALL(${DERIVED})
    ORDER BY 1, 2`;
  const refers = await sql<{ from: string; to: string }[]>`
    SELECT DISTINCT f.relnamespace::regnamespace || '.' || f.relname AS from, t.relnamespace::regnamespace || '.' || t.relname AS to
    FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
    WHERE k.contype = 'f' AND k.conrelid <> k.confrelid`;
  const key = (table: Table): string => `${table.schema}.${table.name}`;
  const done = new Set<string>();
  const order: Table[] = [];
  while (order.length < tables.length) {
    const ready = tables.filter(
      (one) => !done.has(key(one)) && refers.every((link) => link.from !== key(one) || done.has(link.to)),
    );
    if (ready.length === 0)
      throw new Error("The tables refer to each other in a circle; deferred constraints would be needed.");
    for (const one of ready) {
      done.add(key(one));
      order.push(one);
    }
  }
  return order;
}

function digest(): { through: Transform; hex: () => string; size: () => number } {
  const hash = createHash("sha256");
  let size = 0;
  const through = new Transform({
    transform(chunk: Buffer, _, next) {
      hash.update(chunk);
      size += chunk.length;
      next(null, chunk);
    },
  });
  return { through, hex: () => hash.digest("hex"), size: () => size };
}

/**
 * Writes a backup. People may go on working meanwhile: it shows the moment at which it began.
 *
 * @param at.file - where to; it appears when it is whole
 */
export async function backup(
  at: Readonly<{ url: string; file: string; version: string; secret: string }>,
): Promise<Manifest> {
  const sql = postgres(at.url, {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: "carthen backup" },
  });
  const drafts = mkdtempSync(path.join(path.dirname(path.resolve(at.file)), ".carthen-backup-"));
  try {
    const manifest = await sql.begin("isolation level repeatable read read only", async (moment): Promise<Manifest> => {
      const migrations = await moment<{ name: string; checksum: string }[]>`
        SELECT migration_name AS name, checksum FROM "_prisma_migrations"
        WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`;
      const tables: Manifest["tables"] = [];
      for (const table of await tablesInOrder(moment)) {
        const member = `tables/${table.schema}.${table.name}.copy.gz`;
        const mark = digest();
        const rows =
          await moment`COPY ${moment(table.schema)}.${moment(table.name)} (${moment([...table.columns])}) TO STDOUT`.readable();
        await pipeline(
          rows,
          createGzip({ level: 6 }),
          mark.through,
          createWriteStream(path.join(drafts, path.basename(member)), { mode: 0o600 }),
        );
        // postgres.js pauses its socket when the stream is full, and forgets it if that was the last of the table.
        rows._read(0);
        const [count] = await moment<
          { rows: number }[]
        >`SELECT count(*)::int AS rows FROM ${moment(table.schema)}.${moment(table.name)}`;
        tables.push({ ...table, columns: [...table.columns], rows: count?.rows ?? 0, member, sha256: mark.hex() });
      }
      const made = new Date().toISOString();
      return {
        format: "carthen-backup-1",
        version: at.version,
        at: made,
        secret: secretMark(at.secret),
        migrations: [...migrations],
        tables,
      };
    });

    const whole = path.join(drafts, "whole.tar");
    const head = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    const parts = manifest.tables.map(({ member }) => {
      const draft = path.join(drafts, path.basename(member));
      return { name: member, size: statSync(draft).size, content: () => createReadStream(draft) };
    });
    const first = { name: "manifest.json", size: head.length, content: () => Readable.from([head]) };
    await writeArchive(createWriteStream(whole, { mode: 0o600 }), [first, ...parts]);
    renameSync(whole, at.file);
    return manifest;
  } finally {
    rmSync(drafts, { recursive: true, force: true });
    await sql.end({ timeout: 5 });
  }
}

/** Reads a backup's manifest and checks every member against it. Throws `Stop` where anything is missing or changed. */
export async function checkBackup(file: string): Promise<Manifest> {
  const members = await readMembers(file).catch((error: unknown) => {
    throw new Stop(`${file} is not a whole backup: ${error instanceof Error ? error.message : String(error)}`);
  });
  const head = members.get("manifest.json");
  const parsed = head && Manifest.safeParse(asJson(await text(readMember(file, head))));
  if (!parsed?.success)
    throw new Stop(`${file} is not a backup of Carthen, or of a version that this one cannot read.`);
  for (const table of parsed.data.tables) {
    const member = members.get(table.member);
    if (!member) throw new Stop(`${file} lacks the table ${table.name}; nothing was changed.`);
    const mark = digest();
    mark.through.resume();
    await pipeline(readMember(file, member), mark.through);
    if (mark.hex() !== table.sha256)
      throw new Stop(`${file} was damaged: the table ${table.name} is not as it was written; nothing was changed.`);
  }
  return parsed.data;
}

function asJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}

/**
 * Puts a backup in the place of what a database holds: all of it or, where anything is wrong, nothing.
 *
 * Every check of the database runs again over the restored rows, the words of quotes too. Browsers that are ahead of
 * the backup load afresh, because every study gets a new epoch.
 *
 * @param at.replace - whether a database that is not empty may be overwritten
 */
export async function restore(
  at: Readonly<{ url: string; file: string; secret: string; replace: boolean; migrations: readonly Migration[] }>,
): Promise<Manifest> {
  const manifest = await checkBackup(at.file);
  if (manifest.secret !== secretMark(at.secret)) {
    throw new Stop(
      "The names in this backup were sealed with another secret; set CARTHEN_SECRET to that one (or put back its file `secret`). Nothing was changed.",
    );
  }
  const shape = manifest.migrations.map(({ name, checksum }) => {
    const known = at.migrations.find((migration) => migration.name === name);
    if (known?.checksum !== checksum)
      throw new Stop(
        `The backup was made by another version of Carthen (migration ${name}); restore it with that version.`,
      );
    return known;
  });

  const members = await readMembers(at.file);
  const sql = postgres(at.url, {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: "carthen restore" },
  });
  try {
    await sql.begin(async (work) => {
      const [others] = await work<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'carthen'`;
      if (others?.n) throw new Stop("Carthen is running on this database; stop it first.");
      if (!at.replace && (await holdsAnything(work))) {
        throw new Stop("The database is not empty; add --replace to overwrite what it holds.");
      }
      const withdrawn = await withdrawnIn(work);
      await work`DROP SCHEMA IF EXISTS identity CASCADE`;
      await work`DROP SCHEMA IF EXISTS public CASCADE`;
      await work`CREATE SCHEMA public`;
      await prepareBooks(work);
      for (const migration of shape) await applyInside(work, migration);
      await work`SET CONSTRAINTS ALL DEFERRED`;
      for (const table of await tablesInOrder(work)) {
        const kept = manifest.tables.find((one) => one.schema === table.schema && one.name === table.name);
        const member = kept && members.get(kept.member);
        if (!kept || !member) throw new Error(`The backup holds no table ${table.schema}.${table.name}.`);
        const into =
          await work`COPY ${work(table.schema)}.${work(table.name)} (${work(kept.columns)}) FROM STDIN`.writable();
        await pipeline(readMember(at.file, member), createGunzip(), into);
        const [count] = await work<
          { rows: number }[]
        >`SELECT count(*)::int AS rows FROM ${work(table.schema)}.${work(table.name)}`;
        if (count?.rows !== kept.rows)
          throw new Error(`${table.name} has ${count?.rows} rows instead of ${kept.rows}.`);
      }
      const [words] = await work<{ there: boolean }[]>`SELECT to_regproc('fill_words') IS NOT NULL AS there`; // older backups are older databases
      if (words?.there)
        await work`SELECT fill_words("study_id", array_agg("revision_id" ORDER BY "number"), "lang") FROM "source" GROUP BY "study_id", "lang"`;
      await work`UPDATE "study_clock" SET "epoch" = gen_random_uuid()`;
      const [published] = await work<{ there: boolean }[]>`SELECT to_regclass('publication') IS NOT NULL AS there`;
      // What was taken back since the backup was made must not be there again (PB5).
      if (published?.there)
        await work`UPDATE "publication" SET "bytes" = NULL, "ended_at" = now() WHERE "ended_at" IS NULL`;
      await work`UPDATE "session" SET "ended_at" = now() WHERE "ended_at" IS NULL`;
      // A backup made before somebody withdrew holds what they said: the server withdraws them again, first of all.
      if (withdrawn.length > 0)
        await work`
          INSERT INTO "setting" ("key", "value") VALUES ('withdrawn', ${work.json(withdrawn)})
          ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value"`;
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
  return manifest;
}

/** Who has withdrawn in what a database holds now, and when; and whom an earlier restore has left to be withdrawn again. */
async function withdrawnIn(
  sql: postgres.TransactionSql,
): Promise<readonly Readonly<{ study: string; participant: string; on: string }>[]> {
  const [known] = await sql<{ there: boolean }[]>`
    SELECT count(*) = 1 AS there FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = 'participant' AND column_name = 'withdrawn_on'`;
  if (!known?.there) return [];
  return sql`
    SELECT "study_id" AS study, "id" AS participant, "withdrawn_on"::text AS on FROM "participant" WHERE "withdrawn_on" IS NOT NULL
    UNION SELECT (w ->> 'study')::uuid, (w ->> 'participant')::uuid, w ->> 'on'
      FROM "setting" s CROSS JOIN LATERAL jsonb_array_elements(s."value") AS w WHERE s."key" = 'withdrawn'`;
}

/** Whether a database holds any row of ours, or any table that is not ours. */
async function holdsAnything(sql: postgres.TransactionSql): Promise<boolean> {
  const tables = await sql<{ schema: string; name: string }[]>`
    SELECT schemaname AS schema, tablename AS name FROM pg_tables
    WHERE schemaname IN ('public', 'identity') AND tablename <> '_prisma_migrations'`;
  for (const { schema, name } of tables) {
    const [row] = await sql`SELECT 1 FROM ${sql(schema)}.${sql(name)} LIMIT 1`;
    if (row) return true;
  }
  return false;
}
