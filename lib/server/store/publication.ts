/** Reports that are read at a link: kept as bytes, found by the hash of the link's token. Rules: docs/spec/publication.md. */
import type { Publication } from "#lib/domain/publication/shape.ts";
import type { PrismaClient } from "./generated/client.ts";
import type { Db } from "./rows.ts";

/** Keeps a page, if its author is an owner of the study at that moment; whether it was kept. */
export async function keepPublication(
  db: PrismaClient,
  made: Readonly<{
    study: string;
    id: string;
    hash: Buffer;
    lang: string;
    bytes: Uint8Array;
    by: string;
    expiresAt: Date;
  }>,
): Promise<boolean> {
  const kept = await db.$executeRaw`
    INSERT INTO "publication" ("study_id", "id", "token_hash", "lang", "bytes", "by_id", "expires_at")
    SELECT s."id", ${made.id}::uuid, ${made.hash}, ${made.lang}, ${Buffer.from(made.bytes)}, m."id", ${made.expiresAt}
    FROM "study" s JOIN "membership" m ON m."study_id" = s."id" AND m."id" = ${made.by}::uuid
      AND m."role" = 'owner' AND NOT m."gone"
    WHERE s."id" = ${made.study}::uuid AND NOT s."trashed" AND NOT s."gone"`;
  return kept === 1;
}

/** The page behind a link that holds; null for every other. */
export async function publishedPage(db: PrismaClient, hash: Buffer): Promise<Uint8Array | null> {
  const [row] = await db.$queryRaw<{ bytes: Uint8Array }[]>`
    SELECT p."bytes" FROM "publication" p JOIN "study" s ON s."id" = p."study_id" AND NOT s."trashed" AND NOT s."gone"
    WHERE p."token_hash" = ${hash} AND p."ended_at" IS NULL AND p."expires_at" > now()`;
  return row?.bytes ?? null;
}

/** What is published of a study, the latest first. Pages whose time is over are let go on the way. */
export async function publicationsOf(db: PrismaClient, study: string): Promise<readonly Publication[]> {
  await db.$executeRaw`
    UPDATE "publication" SET "bytes" = NULL, "ended_at" = "expires_at"
    WHERE "study_id" = ${study}::uuid AND "ended_at" IS NULL AND "expires_at" <= now()`;
  const rows = await db.$queryRaw<{ id: string; lang: "en" | "cy"; by: string; at: Date; expiresAt: Date }[]>`
    SELECT "id", "lang", "by_id" AS by, "at", "expires_at" AS "expiresAt" FROM "publication"
    WHERE "study_id" = ${study}::uuid AND "ended_at" IS NULL ORDER BY "at" DESC`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), expiresAt: row.expiresAt.toISOString() }));
}

/** Takes a page back, if an owner asks; whether there was one. */
export async function endPublication(db: PrismaClient, study: string, id: string, owner: string): Promise<boolean> {
  const ended = await db.$executeRaw`
    UPDATE "publication" SET "bytes" = NULL, "ended_at" = now()
    WHERE "study_id" = ${study}::uuid AND "id" = ${id}::uuid AND "ended_at" IS NULL AND EXISTS (
      SELECT FROM "membership" m WHERE m."study_id" = ${study}::uuid AND m."id" = ${owner}::uuid
        AND m."role" = 'owner' AND NOT m."gone")`;
  return ended === 1;
}

/** Takes everything back that is published of a study. */
export async function endPublications(db: Db, study: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "publication" SET "bytes" = NULL, "ended_at" = now()
    WHERE "study_id" = ${study}::uuid AND "ended_at" IS NULL`;
}
