/**
 * What the sample study needs of the database before commands can make it: an author, the study's clock, and a note
 * of how far it came, so that it is made once and never again.
 */
import type { PrismaClient } from "./generated/client.ts";

export type SampleState = "none" | "begun" | "done";

/** How far the sample came; "done" also where the installation has studies of its own and needs none. */
export async function sampleState(db: PrismaClient): Promise<SampleState> {
  const [found] = await db.$queryRaw<{ state: string | null; studies: boolean }[]>`
    SELECT (SELECT "value" ->> 'state' FROM "setting" WHERE "key" = 'sample') AS state, EXISTS (SELECT FROM "study") AS studies`;
  if (found?.state === "begun" || found?.state === "done") return found.state;
  return found?.studies === true ? "done" : "none";
}

/** Notes how far the sample came. */
export async function noteSample(
  db: Pick<PrismaClient, "$executeRaw">,
  note: Readonly<{ state: SampleState; study: string; author: string }>,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "setting" ("key", "value") VALUES ('sample', ${JSON.stringify(note)}::jsonb)
    ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value"`;
}

/** The sample study and its author while the author still owns it; null where there is none, or where it has found its owner. */
export async function orphanSample(db: PrismaClient): Promise<{ study: string; author: string } | null> {
  const [found] = await db.$queryRaw<{ study: string; author: string }[]>`
    SELECT m."study_id" AS study, m."id" AS author FROM "setting" s
    JOIN "membership" m ON m."study_id" = (s."value" ->> 'study')::uuid AND m."id" = (s."value" ->> 'author')::uuid AND NOT m."gone"
    WHERE s."key" = 'sample'`;
  return found ?? null;
}

/** Who made the first account, or null where nobody can sign in yet. */
export async function firstPerson(db: PrismaClient): Promise<string | null> {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "app_user" WHERE "password_hash" IS NOT NULL AND "disabled_at" IS NULL ORDER BY "created_at" LIMIT 1`;
  return found?.id ?? null;
}

/** Makes the author's account, with which nobody can sign in, and an empty study with its clock. */
export async function openSample(prisma: PrismaClient, study: string, author: string): Promise<void> {
  await prisma.$transaction(async (db) => {
    await db.$executeRaw`
      INSERT INTO "app_user" ("id", "email", "name") VALUES (${author}::uuid, 'sample@carthen.invalid', 'Carthen') ON CONFLICT DO NOTHING`;
    await db.$executeRaw`INSERT INTO "study" ("id", "study_id") VALUES (${study}::uuid, ${study}::uuid) ON CONFLICT DO NOTHING`;
    await db.$executeRaw`INSERT INTO "study_clock" ("study_id") VALUES (${study}::uuid) ON CONFLICT DO NOTHING`;
    await noteSample(db, { state: "begun", study, author });
  });
}
