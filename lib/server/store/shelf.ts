/** The studies of a person, with what each holds, counted by the database. */
import type { PrismaClient } from "./generated/client.ts";
import type { Role } from "#lib/domain/member/shape.ts";

export type Shelved = Readonly<{
  id: string;
  title: string;
  titleLang: "en" | "cy";
  role: Role;
  archived: boolean;
  trashed: boolean;
  sources: number;
  quotes: number;
  themes: number;
  findings: number;
  lastAt: Date;
}>;

export function shelf(db: PrismaClient) {
  return {
    /** @param lang - which of two titles to read where a study has both */
    of: async (person: string, lang: "en" | "cy"): Promise<readonly Shelved[]> =>
      db.$queryRaw<Shelved[]>`
        SELECT s."id", coalesce(w."words", '') AS title, coalesce(w."lang", s."lang") AS "titleLang", m."role", s."archived", s."trashed",
          (SELECT count(*)::int FROM "source" x WHERE x."study_id" = s."id" AND NOT x."gone") AS sources,
          (SELECT count(*)::int FROM "quote" x WHERE x."study_id" = s."id" AND NOT x."gone") AS quotes,
          (SELECT count(*)::int FROM "theme" x WHERE x."study_id" = s."id" AND NOT x."gone") AS themes,
          (SELECT count(*)::int FROM "finding" x WHERE x."study_id" = s."id" AND NOT x."gone") AS findings,
          coalesce((SELECT e."at" FROM "event" e WHERE e."study_id" = s."id" ORDER BY e."seq" DESC LIMIT 1), s."created_at") AS "lastAt"
        FROM "membership" m
        JOIN "study" s ON s."id" = m."study_id" AND NOT s."gone"
        LEFT JOIN LATERAL (
          SELECT p."words", g."lang" FROM "wording" g JOIN "phrase" p ON p."study_id" = g."study_id" AND p."id" = g."phrase_id"
          WHERE g."study_id" = s."id" AND g."subject" = s."id" AND g."field" = 'title' AND NOT g."gone"
          ORDER BY (g."lang" = ${lang}) DESC, (g."lang" = s."lang") DESC LIMIT 1
        ) w ON true
        WHERE m."id" = ${person}::uuid AND NOT m."gone"
        ORDER BY "lastAt" DESC`,
    /** The title of one study, in the wanted language where it has it. */
    title: async (study: string, lang: "en" | "cy"): Promise<{ title: string; lang: "en" | "cy" } | null> => {
      const [row] = await db.$queryRaw<{ title: string; lang: "en" | "cy" }[]>`
        SELECT p."words" AS title, g."lang" FROM "wording" g
        JOIN "study" s ON s."id" = g."study_id"
        JOIN "phrase" p ON p."study_id" = g."study_id" AND p."id" = g."phrase_id"
        WHERE g."study_id" = ${study}::uuid AND g."subject" = ${study}::uuid AND g."field" = 'title' AND NOT g."gone"
        ORDER BY (g."lang" = ${lang}) DESC, (g."lang" = s."lang") DESC LIMIT 1`;
      return row ?? null;
    },
    /** Every title that a study has. */
    titles: async (study: string): Promise<readonly string[]> => {
      const rows = await db.$queryRaw<{ title: string }[]>`
        SELECT p."words" AS title FROM "wording" g JOIN "phrase" p ON p."study_id" = g."study_id" AND p."id" = g."phrase_id"
        WHERE g."study_id" = ${study}::uuid AND g."subject" = ${study}::uuid AND g."field" = 'title' AND NOT g."gone"`;
      return rows.map(({ title }) => title);
    },
  };
}
