/** Reads what people wrote and what respondents said. Only the door for words (load/words.ts) may hand it on. */
import type { Db } from "./rows.ts";

export type Phrase = Readonly<{ id: string; lang: string; words: string }>;

/** Phrases by id. */
export async function readPhrases(db: Db, study: string, ids: readonly string[]): Promise<Phrase[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<Phrase[]>`
    SELECT "id", "lang", "words" FROM "phrase" WHERE "study_id" = ${study}::uuid AND "id" = ANY(${[...ids]}::uuid[])`;
}

/**
 * The words of quotes, as they stand in the text that their source has now, or stood before a correction lost them; with the
 * source's language. Those of a quote that is gone are told to whoever asks for it, as long as its source is there: a board
 * as it was may show it.
 */
export async function readQuotes(db: Db, study: string, ids: readonly string[] | "all"): Promise<Phrase[]> {
  if (ids.length === 0) return [];
  if (ids === "all") {
    return db.$queryRaw<Phrase[]>`
      SELECT a."quote_id" AS id, s."lang", a."exact" AS words FROM "anchor" a
      JOIN "quote" q ON q."study_id" = a."study_id" AND q."id" = a."quote_id"
      JOIN "source" s ON s."study_id" = q."study_id" AND s."id" = q."source_id"
      WHERE a."study_id" = ${study}::uuid AND NOT a."gone"`;
  }
  return db.$queryRaw<Phrase[]>`
    SELECT DISTINCT ON (a."quote_id") a."quote_id" AS id, s."lang", a."exact" AS words FROM "anchor" a
    JOIN "quote" q ON q."study_id" = a."study_id" AND q."id" = a."quote_id"
    JOIN "source" s ON s."study_id" = q."study_id" AND s."id" = q."source_id"
    JOIN "revision" r ON r."study_id" = a."study_id" AND r."id" = a."revision_id"
    WHERE a."study_id" = ${study}::uuid AND a."quote_id" = ANY(${[...ids]}::uuid[]) AND (NOT a."gone" OR NOT s."gone")
    ORDER BY a."quote_id", a."gone", r."n" DESC`;
}

/** The ids of all phrases and names that live rows refer to, but those of a board that only somebody else sees. */
export async function referredWords(
  db: Db,
  study: string,
  person: string,
): Promise<{ phrases: string[]; names: string[] }> {
  const found = await db.$queryRaw<{ id: string; name: boolean }[]>`
    WITH "theirs" AS (
      SELECT "id" FROM "board" WHERE "study_id" = ${study}::uuid AND "owner_id" <> ${person}::uuid
    ), "hidden" AS (
      SELECT "id" FROM "theirs"
      UNION ALL SELECT t."id" FROM "theme" t WHERE t."study_id" = ${study}::uuid AND t."board_id" IN (SELECT "id" FROM "theirs")
      UNION ALL SELECT c."id" FROM "card" c WHERE c."study_id" = ${study}::uuid AND c."board_id" IN (SELECT "id" FROM "theirs")
    )
    SELECT w."phrase_id" AS id, false AS name FROM "wording" w
      WHERE w."study_id" = ${study}::uuid AND NOT w."gone" AND w."phrase_id" IS NOT NULL
        AND w."subject" NOT IN (SELECT "id" FROM "hidden")
        AND w."subject" NOT IN (SELECT m."id" FROM "memo" m JOIN "hidden" h ON m."subject" = h."id"::text
          WHERE m."study_id" = ${study}::uuid)
    UNION ALL SELECT unnest(array_remove(ARRAY["replacement_id", "replacement_cy_id", "reason_id"], NULL)), false
      FROM "identifier" WHERE "study_id" = ${study}::uuid AND NOT "gone"
    UNION ALL SELECT "term_id", true FROM "identifier" WHERE "study_id" = ${study}::uuid AND NOT "gone" AND "term_id" IS NOT NULL
        AND "decision" IS DISTINCT FROM 'ordinary' -- thousands of words that no screen but that of privacy shows
    UNION ALL SELECT unnest(array_remove(ARRAY["name_id", "aliases_id"], NULL)), true
      FROM "organisation" WHERE "study_id" = ${study}::uuid AND NOT "gone"
    UNION ALL SELECT unnest(array_remove(ARRAY["name_id", "contact_id"], NULL)), true
      FROM "participant" WHERE "study_id" = ${study}::uuid AND NOT "gone"
    UNION ALL SELECT "title_id", true FROM "source" WHERE "study_id" = ${study}::uuid AND NOT "gone" AND "title_id" IS NOT NULL
    UNION ALL SELECT "label_id", true FROM "speaker" WHERE "study_id" = ${study}::uuid AND NOT "gone" AND "label_id" IS NOT NULL`;
  return {
    phrases: found.filter(({ name }) => !name).map(({ id }) => id),
    names: found.filter(({ name }) => name).map(({ id }) => id),
  };
}
