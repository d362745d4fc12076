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
export async function noteSample(db: Pick<PrismaClient, "$executeRaw">, state: SampleState): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "setting" ("key", "value") VALUES ('sample', jsonb_build_object('state', ${state}::text))
    ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value"`;
}

/** Makes the author's account, with which nobody can sign in, and an empty study with its clock. */
export async function openSample(prisma: PrismaClient, study: string, author: string): Promise<void> {
  await prisma.$transaction(async (db) => {
    await db.$executeRaw`
      INSERT INTO "app_user" ("id", "email", "name") VALUES (${author}::uuid, 'sample@carthen.invalid', 'Carthen') ON CONFLICT DO NOTHING`;
    await db.$executeRaw`INSERT INTO "study" ("id", "study_id") VALUES (${study}::uuid, ${study}::uuid) ON CONFLICT DO NOTHING`;
    await db.$executeRaw`INSERT INTO "study_clock" ("study_id") VALUES (${study}::uuid) ON CONFLICT DO NOTHING`;
    await noteSample(db, "begun");
  });
}
