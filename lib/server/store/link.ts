/** One-time links: an invitation to a study, or a new password. Only the SHA-256 of a link's token is kept. */
import { Role } from "#lib/domain/member/shape.ts";
import type { PrismaClient } from "./generated/client.ts";

export type Invitation = Readonly<{
  id: string;
  study: string;
  role: Role;
  by: string | null;
  byName: string | null;
  expiresAt: Date;
  usedAt: Date | null;
}>;
export type Reset = Readonly<{
  id: string;
  person: string;
  email: string;
  name: string;
  expiresAt: Date;
  usedAt: Date | null;
}>;

function roleOf(words: string | null): Role {
  const role = Role.safeParse(words);
  if (role.success) return role.data;
  throw new Error("an invitation carries no role that we know");
}

export function links(db: PrismaClient) {
  return {
    invite: async (
      made: Readonly<{ id: string; hash: Buffer; study: string; role: Role; by: string; expiresAt: Date }>,
    ): Promise<void> => {
      await db.$executeRaw`
        INSERT INTO "one_time_link" ("id", "kind", "token_hash", "study_id", "role", "created_by", "expires_at")
        VALUES (${made.id}::uuid, 'invite', ${made.hash}, ${made.study}::uuid, ${made.role}, ${made.by}::uuid, ${made.expiresAt})`;
    },
    /** Makes a link for a new password; older ones for the same person stop working. */
    reset: async (
      made: Readonly<{ id: string; hash: Buffer; person: string; by: string | null; expiresAt: Date }>,
    ): Promise<void> => {
      await db.$transaction([
        db.$executeRaw`UPDATE "one_time_link" SET "used_at" = now() WHERE "kind" = 'reset' AND "user_id" = ${made.person}::uuid AND "used_at" IS NULL`,
        db.$executeRaw`
          INSERT INTO "one_time_link" ("id", "kind", "token_hash", "user_id", "created_by", "expires_at")
          VALUES (${made.id}::uuid, 'reset', ${made.hash}, ${made.person}::uuid, ${made.by}::uuid, ${made.expiresAt})`,
      ]);
    },
    invitation: async (hash: Buffer): Promise<Invitation | null> => {
      const [row] = await db.$queryRaw<
        {
          id: string;
          study: string;
          role: string | null;
          by: string | null;
          byName: string | null;
          expiresAt: Date;
          usedAt: Date | null;
        }[]
      >`
        SELECT l."id", l."study_id" AS study, l."role", l."created_by" AS by, u."name" AS "byName", l."expires_at" AS "expiresAt", l."used_at" AS "usedAt"
        FROM "one_time_link" l JOIN "study" s ON s."id" = l."study_id" AND NOT s."trashed" AND NOT s."gone"
        LEFT JOIN "app_user" u ON u."id" = l."created_by"
        WHERE l."kind" = 'invite' AND l."token_hash" = ${hash}`;
      return row ? { ...row, role: roleOf(row.role) } : null;
    },
    resetFor: async (hash: Buffer): Promise<Reset | null> => {
      const [row] = await db.$queryRaw<Reset[]>`
        SELECT l."id", l."user_id" AS person, u."email", u."name", l."expires_at" AS "expiresAt", l."used_at" AS "usedAt"
        FROM "one_time_link" l JOIN "app_user" u ON u."id" = l."user_id" AND u."disabled_at" IS NULL
        WHERE l."kind" = 'reset' AND l."token_hash" = ${hash}`;
      return row ?? null;
    },
    /** Takes a link for oneself; false where somebody else was first or it is too late. */
    claim: async (id: string): Promise<boolean> =>
      (
        await db.oneTimeLink.updateMany({
          where: { id, usedAt: null, expiresAt: { gt: new Date() } },
          data: { usedAt: new Date() },
        })
      ).count === 1,
    /** Gives back a link that was claimed for nothing. */
    release: async (id: string): Promise<void> => {
      await db.oneTimeLink.updateMany({ where: { id }, data: { usedAt: null } });
    },
    /** The invitations of a study that still wait to be used. */
    waiting: async (
      study: string,
    ): Promise<readonly { id: string; role: Role; expiresAt: Date; byName: string | null }[]> => {
      const rows = await db.$queryRaw<{ id: string; role: string; expiresAt: Date; byName: string | null }[]>`
        SELECT l."id", l."role", l."expires_at" AS "expiresAt", u."name" AS "byName"
        FROM "one_time_link" l LEFT JOIN "app_user" u ON u."id" = l."created_by"
        WHERE l."kind" = 'invite' AND l."study_id" = ${study}::uuid AND l."used_at" IS NULL AND l."expires_at" > now()
        ORDER BY l."created_at"`;
      return rows.map((row) => ({ ...row, role: roleOf(row.role) }));
    },
    withdraw: async (study: string, id: string): Promise<boolean> =>
      (
        await db.oneTimeLink.updateMany({
          where: { id, studyId: study, kind: "invite", usedAt: null },
          data: { usedAt: new Date() },
        })
      ).count === 1,
  };
}
