/** Accounts, as the table `app_user` holds them. Knows no passwords, only their hashes. */
import type { PrismaClient } from "./generated/client.ts";

type Lang = "en" | "cy";
export type Account = Readonly<{
  id: string;
  email: string;
  name: string;
  locale: Lang;
  hash: string | null;
  installer: boolean;
  disabled: boolean;
}>;

type Stored = {
  id: string;
  email: string;
  name: string;
  locale: string;
  passwordHash: string | null;
  installer: boolean;
  disabledAt: Date | null;
};

function read(row: Stored): Account {
  const { id, email, name, installer } = row;
  return {
    id,
    email,
    name,
    installer,
    locale: row.locale === "cy" ? "cy" : "en",
    hash: row.passwordHash,
    disabled: row.disabledAt !== null,
  };
}

export function accounts(db: PrismaClient) {
  return {
    /** @param email - folded, as `Email` leaves it */
    byEmail: async (email: string): Promise<Account | null> => {
      const row = await db.appUser.findFirst({ where: { email: { equals: email, mode: "insensitive" } } });
      return row && read(row);
    },
    byId: async (id: string): Promise<Account | null> => {
      const row = await db.appUser.findUnique({ where: { id } });
      return row && read(row);
    },
    /** Makes an account; false where the address has one already. */
    make: async (
      made: Readonly<{ id: string; email: string; name: string; locale: Lang; hash: string; installer: boolean }>,
    ): Promise<boolean> => {
      const count = await db.$executeRaw`
        INSERT INTO "app_user" ("id", "email", "name", "locale", "password_hash", "installer")
        VALUES (${made.id}::uuid, ${made.email}, ${made.name}, ${made.locale}, ${made.hash}, ${made.installer})
        ON CONFLICT DO NOTHING`;
      return count === 1;
    },
    /** Makes the first account of the installation; false where somebody can sign in already. Two at once: one of them. */
    makeFirst: async (
      made: Readonly<{ id: string; email: string; name: string; locale: Lang; hash: string }>,
    ): Promise<boolean> =>
      db.$transaction(async (within) => {
        await within.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('carthen.setup'))`;
        const count = await within.$executeRaw`
          INSERT INTO "app_user" ("id", "email", "name", "locale", "password_hash", "installer")
          SELECT ${made.id}::uuid, ${made.email}, ${made.name}, ${made.locale}, ${made.hash}, true
          WHERE NOT EXISTS (SELECT FROM "app_user" WHERE "password_hash" IS NOT NULL)
          ON CONFLICT DO NOTHING`;
        return count === 1;
      }),
    change: async (id: string, to: Readonly<{ name?: string; locale?: Lang }>): Promise<void> => {
      await db.appUser.update({ where: { id }, data: { ...to } });
    },
    setHash: async (id: string, hash: string): Promise<void> => {
      await db.appUser.update({ where: { id }, data: { passwordHash: hash } });
    },
    /** True once somebody can sign in. */
    any: async (): Promise<boolean> =>
      (await db.appUser.findFirst({ where: { passwordHash: { not: null } }, select: { id: true } })) !== null,
    /** True where `asker` owns every study that `person` belongs to, so that a link to reset their password opens no other door. */
    ownsAllOf: async (asker: string, person: string): Promise<boolean> => {
      const [row] = await db.$queryRaw<{ elsewhere: bigint }[]>`
        SELECT count(*) AS elsewhere FROM "membership" m
        WHERE m."id" = ${person}::uuid AND NOT m."gone" AND NOT EXISTS (
          SELECT FROM "membership" o WHERE o."study_id" = m."study_id" AND o."id" = ${asker}::uuid AND o."role" = 'owner' AND NOT o."gone")`;
      return row !== undefined && Number(row.elsewhere) === 0;
    },
  };
}
