/** Sign-ins, one row each: what lets somebody end one of them, or all. */
import type { PrismaClient } from "./generated/client.ts";
import type { Role } from "#lib/domain/member/shape.ts";

export type OpenSession = Readonly<{ id: string; agent: string; createdAt: Date; seenAt: Date }>;
export type SignedIn = Readonly<{
  sid: string;
  id: string;
  name: string;
  email: string;
  locale: "en" | "cy";
  installer: boolean;
  seenAt: Date;
}>;

export function sessions(db: PrismaClient) {
  return {
    open: async (made: Readonly<{ id: string; person: string; agent: string; expiresAt: Date }>): Promise<void> => {
      await db.session.create({
        data: { id: made.id, userId: made.person, agent: made.agent, expiresAt: made.expiresAt },
      });
    },
    read: async (sid: string, unusedSince: Date): Promise<SignedIn | null> =>
      (await readIn(db, [{ sid, study: null }], unusedSince))[0]?.person ?? null,
    readIn: (asked: readonly Asked[], unusedSince: Date) => readIn(db, asked, unusedSince),
    touch: async (sid: string): Promise<void> => {
      await db.$executeRaw`UPDATE "session" SET "seen_at" = now() WHERE "id" = ${sid}::uuid AND "seen_at" < now() - interval '1 minute'`;
    },
    /** The sign-ins of a person that still hold, the newest first. */
    list: async (person: string, unusedSince: Date): Promise<readonly OpenSession[]> =>
      db.session.findMany({
        where: { userId: person, endedAt: null, expiresAt: { gt: new Date() }, seenAt: { gt: unusedSince } },
        select: { id: true, agent: true, createdAt: true, seenAt: true },
        orderBy: { seenAt: "desc" },
        take: 100,
      }),
    /** Ends one sign-in of a person. */
    end: async (person: string, sid: string): Promise<boolean> =>
      (
        await db.session.updateMany({
          where: { id: sid, userId: person, endedAt: null },
          data: { endedAt: new Date() },
        })
      ).count > 0,
    /** Ends all sign-ins of a person, but for `except`. */
    endAll: async (person: string, except: string | null): Promise<number> =>
      (
        await db.session.updateMany({
          where: { userId: person, endedAt: null, ...(except === null ? {} : { id: { not: except } }) },
          data: { endedAt: new Date() },
        })
      ).count,
  };
}

type Asked = Readonly<{ sid: string; study: string | null }>;
type Found = Readonly<{ person: SignedIn; role: Role | null }>;
type Row = Omit<SignedIn, "locale"> & Readonly<{ n: bigint; locale: string; role: Role | null }>;

/**
 * Whom each session belongs to, in the order asked; null where it has ended, is too old or too long unused, or the
 * account is shut. With the person's role in a study: null where none is asked about, they have none, or there is no
 * such study.
 */
async function readIn(
  db: PrismaClient,
  asked: readonly Asked[],
  unusedSince: Date,
): Promise<readonly (Found | null)[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT asked.n, asked.sid, u."id", u."name", u."email", u."locale", u."installer", s."seen_at" AS "seenAt",
      CASE WHEN t."id" IS NULL THEN NULL ELSE m."role" END AS role
    FROM unnest(${asked.map(({ sid }) => sid)}::uuid[], ${asked.map(({ study }) => study)}::uuid[])
      WITH ORDINALITY AS asked (sid, study, n)
    JOIN "session" s ON s."id" = asked.sid AND s."ended_at" IS NULL AND s."expires_at" > now()
      AND s."seen_at" > ${unusedSince}
    JOIN "app_user" u ON u."id" = s."user_id" AND u."disabled_at" IS NULL AND u."password_hash" IS NOT NULL
    LEFT JOIN "membership" m ON m."study_id" = asked.study AND m."id" = u."id" AND NOT m."gone"
    LEFT JOIN "study" t ON t."id" = m."study_id" AND NOT t."gone"`;
  const found = new Map(
    rows.map(({ n, role, locale, ...person }) => [
      Number(n),
      { person: { ...person, locale: locale === "cy" ? ("cy" as const) : ("en" as const) }, role },
    ]),
  );
  return asked.map((_, at) => found.get(at + 1) ?? null);
}
