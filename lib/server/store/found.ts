/** The first two rows of a study, from which on its log counts. */
import { Role } from "#lib/domain/member/shape.ts";
import type { PrismaClient } from "./generated/client.ts";
import type { Db } from "./rows.ts";

/** Makes room for a study: its row and its clock at zero. Everything else comes by commands. */
export async function makeStudy(db: PrismaClient, study: string, lang: string): Promise<void> {
  await db.$transaction([
    db.$executeRaw`INSERT INTO "study" ("id", "study_id", "lang") VALUES (${study}::uuid, ${study}::uuid, ${lang})`,
    db.$executeRaw`INSERT INTO "study_clock" ("study_id") VALUES (${study}::uuid)`,
  ]);
}

/** The role of a person in a study, or null; asked anew each time. */
export async function roleOf(db: Db, study: string, person: string): Promise<Role | null> {
  const [found] = await db.$queryRaw<{ role: string }[]>`
    SELECT "role" FROM "membership" WHERE "study_id" = ${study}::uuid AND "id" = ${person}::uuid AND NOT "gone"`;
  return Role.nullable().parse(found?.role ?? null);
}

/** Deletes a study that lies in the trash, with everything that belongs to it. Returns whether it was there. */
export async function eraseStudy(db: PrismaClient, study: string): Promise<boolean> {
  const [erased] = await db.$queryRaw<{ erase_study: boolean }[]>`SELECT erase_study(${study}::uuid)`;
  return erased?.erase_study ?? false;
}
