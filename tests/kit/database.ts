/** A fresh database for one test file: a copy of the migrated template, with nothing in it. */
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

import { makeClient } from "#lib/server/store/client.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";

export type FreshDatabase = Readonly<{
  /** Connection string as the owner. */
  url: string;
  /** The pool that the app would have, as role `carthen_app`. */
  db: PrismaClient;
  /** A pool as the owner, for looking at what the app may not touch. */
  owner: postgres.Sql;
  drop: () => Promise<void>;
}>;

/** Makes one; call `drop` in `afterAll`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const template = new URL(inject("template"));
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = new URL(template);
  admin.pathname = "/postgres";
  await once(admin.href, async (sql) => {
    await sql`CREATE DATABASE ${sql(name)} TEMPLATE ${sql(template.pathname.slice(1))}`;
  });
  const mine = new URL(template);
  mine.pathname = `/${name}`;
  const owner = postgres(mine.href, { max: 8, onnotice: () => undefined });
  const db = makeClient(mine.href);
  return {
    url: mine.href,
    db,
    owner,
    async drop() {
      await db.$disconnect();
      await owner.end();
      await once(admin.href, async (sql) => {
        await sql`DROP DATABASE ${sql(name)} WITH (FORCE)`;
      });
    },
  };
}

async function once(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
