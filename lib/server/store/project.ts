/** What a study has already of what a project of other software brings. Words of it go no further than its plan. */
import type { KnownTag, TextKey } from "#lib/domain/tag/draft.ts";
import { TEXTS } from "#lib/domain/tag/shape.ts";
import type { Db } from "./rows.ts";

/** The study's tags with all of their texts. */
export async function tagsKnown(db: Db, study: string): Promise<KnownTag[]> {
  const tags = await db.$queryRaw<{ id: string; parent: string | null; hue: number | null }[]>`
    SELECT "id", "parent_id" AS parent, "hue" FROM "tag" WHERE "study_id" = ${study}::uuid AND NOT "gone"`;
  if (tags.length === 0) return [];
  const fields = ["name", ...TEXTS];
  const said = await db.$queryRaw<{ subject: string; key: TextKey; phrase: string; words: string }[]>`
    SELECT w."subject", w."field" || '/' || w."lang" AS key, p."id" AS phrase, p."words"
    FROM "wording" w
    JOIN "phrase" p ON p."study_id" = w."study_id" AND p."id" = w."phrase_id"
    JOIN "tag" t ON t."study_id" = w."study_id" AND t."id" = w."subject" AND NOT t."gone"
    WHERE w."study_id" = ${study}::uuid AND NOT w."gone" AND w."field" = ANY(${fields}::text[])`;
  const bySubject = Map.groupBy(said, ({ subject }) => subject);
  return tags.map((tag) => ({
    ...tag,
    texts: Object.fromEntries((bySubject.get(tag.id) ?? []).map(({ key, phrase, words }) => [key, { phrase, words }])),
  }));
}

/** Whether any of these is a source of the study. */
export async function hasSource(db: Db, study: string, ids: readonly string[]): Promise<boolean> {
  const found = await db.$queryRaw<{ n: number }[]>`
    SELECT 1 AS n FROM "source" WHERE "study_id" = ${study}::uuid AND "id" = ANY(${[...ids]}::uuid[]) AND NOT "gone" LIMIT 1`;
  return found.length > 0;
}
