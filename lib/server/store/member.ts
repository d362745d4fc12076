/** Who belongs to a study, and as what. */
import type { PrismaClient } from "./generated/client.ts";
import type { Role } from "#lib/domain/member/shape.ts";

export type Member = Readonly<{ id: string; name: string; email: string; role: Role }>;

export function members(db: PrismaClient) {
  return {
    /** A person's role in a study; null where they have none or there is no such study. */
    role: async (
      study: string,
      person: string,
    ): Promise<{ role: Role; trashed: boolean; archived: boolean } | null> => {
      const [row] = await db.$queryRaw<{ role: Role; trashed: boolean; archived: boolean }[]>`
        SELECT m."role", s."trashed", s."archived" FROM "membership" m JOIN "study" s ON s."id" = m."study_id" AND NOT s."gone"
        WHERE m."study_id" = ${study}::uuid AND m."id" = ${person}::uuid AND NOT m."gone"`;
      return row ?? null;
    },
    /** What all who ever belonged to a study are called. */
    named: async (study: string): Promise<readonly Pick<Member, "id" | "name">[]> =>
      db.$queryRaw<Pick<Member, "id" | "name">[]>`
        SELECT u."id", u."name" FROM "membership" m JOIN "app_user" u ON u."id" = m."id"
        WHERE m."study_id" = ${study}::uuid`,
    list: async (study: string): Promise<readonly Member[]> =>
      db.$queryRaw<Member[]>`
        SELECT u."id", u."name", u."email", m."role" FROM "membership" m JOIN "app_user" u ON u."id" = m."id"
        WHERE m."study_id" = ${study}::uuid AND NOT m."gone" ORDER BY lower(u."name"), u."id"`,
  };
}

/** What these members of a study are called, by their ids; who is none is left out. */
export async function memberNames(
  db: PrismaClient,
  study: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await db.$queryRaw<Pick<Member, "id" | "name">[]>`
    SELECT u."id", u."name" FROM "membership" m JOIN "app_user" u ON u."id" = m."id"
    WHERE m."study_id" = ${study}::uuid AND m."id" = ANY(${[...people]}::uuid[]) AND NOT m."gone"`;
  return new Map(found.map(({ id, name }) => [id, name]));
}
