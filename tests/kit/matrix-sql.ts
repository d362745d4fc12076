/**
 * Every number of a study's matrices, counted once more by plain SQL over the tables: nothing of lib/domain is used.
 *
 * For each theme and value of an axis: distinct quotes, participants and organisations. Value null: no value.
 */
import type postgres from "postgres";

export type SqlCell = Readonly<{
  theme: string;
  value: string | null;
  quotes: number;
  participants: number;
  organisations: number;
}>;

/** @param axis - which of the axes; roles are compared as they are written, tags with what they stand in */
export async function matrixBySql(
  sql: postgres.Sql,
  study: string,
  axis: string,
  arm: string,
): Promise<readonly SqlCell[]> {
  const voices = voicesOf(sql, study);
  const found = await sql<SqlCell[]>`
    WITH RECURSIVE ${voices}, ${valuesOf(sql, study)},
      "mine" AS (
        SELECT * FROM "voice" WHERE ${axis} = 'source' OR "arm" = ${arm}
      ),
      "placed" AS (
        SELECT DISTINCT "below"."theme", "mine".*, "value"."value"
        FROM "below" JOIN "mine" USING ("quote")
        LEFT JOIN "value" ON "value"."quote" = "mine"."quote" AND "value"."axis" = ${axis}
      )
    SELECT "theme"::text, "value", count(DISTINCT "quote")::int AS "quotes",
           count(DISTINCT "participant") FILTER (WHERE "arm" IS NOT NULL)::int AS "participants",
           count(DISTINCT "organisation") FILTER (WHERE "arm" IS NOT NULL)::int AS "organisations"
    FROM "placed" GROUP BY "theme", "value"`;
  return [...found];
}

/** How many of each row take part in it as a whole: value `all`. */
export async function wholesBySql(sql: postgres.Sql, study: string, arm: string): Promise<readonly SqlCell[]> {
  const found = await sql<SqlCell[]>`
    WITH RECURSIVE ${voicesOf(sql, study)}
    SELECT "theme"::text, 'all' AS "value", count(DISTINCT "quote")::int AS "quotes",
           count(DISTINCT "participant")::int AS "participants", count(DISTINCT "organisation")::int AS "organisations"
    FROM "below" JOIN "voice" USING ("quote") WHERE "arm" = ${arm} GROUP BY "theme"`;
  return [...found];
}

/** Quotes that carry two tags, an arm at a time. */
export async function tagsTogetherBySql(
  sql: postgres.Sql,
  study: string,
  arm: string,
): Promise<readonly Readonly<{ one: string; other: string; quotes: number }>[]> {
  return sql<{ one: string; other: string; quotes: number }[]>`
    WITH RECURSIVE ${voicesOf(sql, study)}, ${valuesOf(sql, study)}
    SELECT a."value" AS "one", b."value" AS "other", count(DISTINCT "voice"."quote")::int AS "quotes"
    FROM "voice" JOIN "value" a ON a."quote" = "voice"."quote" AND a."axis" = 'tag'
                 JOIN "value" b ON b."quote" = "voice"."quote" AND b."axis" = 'tag'
    WHERE "voice"."arm" = ${arm} GROUP BY a."value", b."value"`;
}

/** Of how many each column of a kind and of a question is, and of all: value `all`. Sources have guides. */
export async function askedBySql(
  sql: postgres.Sql,
  study: string,
  arm: string,
): Promise<readonly Readonly<{ axis: string; value: string; participants: number; organisations: number }>[]> {
  return sql<{ axis: string; value: string; participants: number; organisations: number }[]>`
    WITH "seat" AS (
      SELECT f."id" AS "source", f."guide_id" AS "guide", p."id" AS "participant",
             coalesce(p."organisation_id", f."organisation_id") AS "organisation"
      FROM "source" f JOIN "participant" p ON p."study_id" = f."study_id" AND NOT p."gone" AND (p."id" = f."participant_id"
        OR p."id" IN (SELECT s."participant_id" FROM "speaker" s WHERE s."study_id" = f."study_id" AND s."source_id" = f."id"
                      AND NOT s."gone" AND NOT s."interviewer"))
      WHERE f."study_id" = ${study} AND f."kind" = ${arm} AND NOT f."gone"
      UNION ALL
      SELECT f."id", f."guide_id", NULL, f."organisation_id" FROM "source" f
      WHERE f."study_id" = ${study} AND f."kind" = ${arm} AND NOT f."gone" AND (f."kind" = 'interview' OR f."participant_id" IS NULL)
    ), "told" AS (
      SELECT 'all' AS "axis", 'all' AS "value", "participant", "organisation" FROM "seat"
      UNION ALL SELECT 'kind', o."kind", "participant", "organisation" FROM "seat"
        JOIN "organisation" o ON o."study_id" = ${study} AND o."id" = "organisation"
      UNION ALL SELECT 'question', g."question_id"::text, "participant", "organisation" FROM "seat"
        JOIN "guide_question" g ON g."study_id" = ${study} AND g."guide_id" = "guide" AND NOT g."gone"
    )
    SELECT "axis", "value", count(DISTINCT "participant")::int AS "participants",
           count(DISTINCT "organisation")::int AS "organisations"
    FROM "told" GROUP BY "axis", "value"`;
}

/** `voice`: whose each quote is. `below`: every theme of the analysis board with the quotes in it and below it. */
function voicesOf(sql: postgres.Sql, study: string) {
  return sql`
    "voice" AS (
      SELECT q."id" AS "quote",
        CASE WHEN s."interviewer" THEN NULL ELSE p."id" END AS "participant",
        CASE WHEN s."interviewer" THEN NULL ELSE coalesce(p."organisation_id", f."organisation_id") END AS "organisation",
        CASE WHEN s."interviewer" OR f."kind" NOT IN ('interview', 'survey') THEN NULL ELSE f."kind" END AS "arm"
      FROM "quote" q
      JOIN "source" f ON f."study_id" = q."study_id" AND f."id" = q."source_id" AND NOT f."gone"
      JOIN "anchor" a ON a."study_id" = q."study_id" AND a."quote_id" = q."id" AND NOT a."gone"
      LEFT JOIN "speaker" s ON s."study_id" = q."study_id" AND s."id" = a."speaker_id" AND NOT s."gone"
      LEFT JOIN "participant" p ON p."study_id" = q."study_id" AND NOT p."gone" AND p."id" = coalesce(s."participant_id",
        CASE WHEN f."kind" = 'survey' OR s."id" IS NULL THEN f."participant_id" END)
      WHERE q."study_id" = ${study} AND NOT q."gone"
    ),
    "tree" AS (
      SELECT t."id" AS "theme", t."id" AS "inner" FROM "theme" t
      JOIN "board" b ON b."study_id" = t."study_id" AND b."id" = t."board_id" AND b."analysis" AND NOT b."gone"
      WHERE t."study_id" = ${study} AND NOT t."gone" AND t."status" <> 'retired'
      UNION
      SELECT "tree"."theme", t."id" FROM "tree" JOIN "theme" t ON t."study_id" = ${study}
        AND t."parent_id" = "tree"."inner" AND NOT t."gone" AND t."status" <> 'retired'
    ),
    "below" AS (
      SELECT DISTINCT "tree"."theme", c."quote_id" AS "quote" FROM "tree"
      JOIN "card" c ON c."study_id" = ${study} AND c."theme_id" = "tree"."inner" AND NOT c."gone" AND c."quote_id" IS NOT NULL
    )`;
}

/** `value`: what each quote is on each axis. */
function valuesOf(sql: postgres.Sql, study: string) {
  return sql`
    "carried" AS (
      SELECT g."quote_id" AS "quote", t."id" AS "tag", t."parent_id" FROM "tagging" g
      JOIN "tag" t ON t."study_id" = g."study_id" AND t."id" = g."tag_id" AND NOT t."gone"
      WHERE g."study_id" = ${study} AND NOT g."gone"
      UNION
      SELECT "carried"."quote", t."id", t."parent_id" FROM "carried"
      JOIN "tag" t ON t."study_id" = ${study} AND t."id" = "carried"."parent_id" AND NOT t."gone"
    ),
    "value" AS (
      SELECT v."quote", 'organisation' AS "axis", v."organisation"::text AS "value" FROM "voice" v WHERE v."organisation" IS NOT NULL
      UNION ALL SELECT v."quote", 'kind', o."kind" FROM "voice" v JOIN "organisation" o ON o."study_id" = ${study} AND o."id" = v."organisation"
      UNION ALL SELECT v."quote", 'region', o."region" FROM "voice" v JOIN "organisation" o ON o."study_id" = ${study} AND o."id" = v."organisation" AND o."region" IS NOT NULL
      UNION ALL SELECT v."quote", 'seniority', p."seniority" FROM "voice" v JOIN "participant" p ON p."study_id" = ${study} AND p."id" = v."participant" AND p."seniority" IS NOT NULL
      UNION ALL SELECT v."quote", 'role', lower(trim(h."words")) FROM "voice" v
        JOIN "wording" w ON w."study_id" = ${study} AND w."subject" = v."participant" AND w."field" = 'role' AND w."lang" = 'en' AND NOT w."gone"
        JOIN "phrase" h ON h."study_id" = ${study} AND h."id" = w."phrase_id"
      UNION ALL SELECT v."quote", 'question', a."question_id"::text FROM "voice" v
        JOIN "anchor" a ON a."study_id" = ${study} AND a."quote_id" = v."quote" AND NOT a."gone" AND a."question_id" IS NOT NULL
      UNION ALL SELECT v."quote", 'source', f."kind" FROM "voice" v
        JOIN "quote" q ON q."study_id" = ${study} AND q."id" = v."quote" JOIN "source" f ON f."study_id" = ${study} AND f."id" = q."source_id"
      UNION ALL SELECT "quote", 'tag', "tag"::text FROM "carried"
    )`;
}
