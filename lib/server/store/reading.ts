/** Reads the texts of sources with their turns. Only load/source.ts may hand them on. */
import type { Db } from "./rows.ts";

export type StoredTurn = Readonly<{
  id: string;
  line: string | null; // null: itself
  start: number;
  end: number;
  speaker: string | null;
  question: string | null;
  startMs: number | null;
  endMs: number | null;
}>;

export type StoredText = Readonly<{
  source: string;
  revision: string;
  lang: string;
  text: string;
  length: number;
  astral: readonly number[];
  turns: readonly StoredTurn[];
  attributes: readonly Readonly<{ name: string; value: string }>[];
}>;

/**
 * The text that a source has now, or one of its revisions; `null` where there is no such, or the source is gone.
 *
 * @param revision - null: the current one
 */
export async function readText(
  db: Db,
  study: string,
  source: string,
  revision: string | null = null,
): Promise<StoredText | null> {
  const [found] = await db.$queryRaw<Omit<StoredText, "turns" | "attributes">[]>`
    SELECT s."id" AS source, r."id" AS revision, s."lang", r."text", r."length", r."astral"
    FROM "source" s JOIN "revision" r ON r."study_id" = s."study_id" AND r."source_id" = s."id"
      AND r."id" = coalesce(${revision}::uuid, s."revision_id")
    WHERE s."study_id" = ${study}::uuid AND s."id" = ${source}::uuid AND NOT s."gone"`;
  if (!found) return null;
  const turns = await db.$queryRaw<StoredTurn[]>`
    SELECT "id", "line_id" AS line, "start_at" AS start, "end_at" AS "end", "speaker_id" AS speaker, "question_id" AS question,
      "start_ms" AS "startMs", "end_ms" AS "endMs"
    FROM "turn" WHERE "study_id" = ${study}::uuid AND "revision_id" = ${found.revision}::uuid ORDER BY "n"`;
  const attributes = await db.$queryRaw<{ name: string; value: string }[]>`
    SELECT "name", "value" FROM "source_attribute"
    WHERE "study_id" = ${study}::uuid AND "source_id" = ${source}::uuid ORDER BY "n"`;
  return { ...found, turns, attributes };
}

/** Something that answers a question: a comment of a survey, or a participant's turn; its words are cut out by the database. */
export type StoredAnswer = Readonly<{
  source: string;
  revision: string;
  lang: string;
  turn: string;
  speaker: string | null;
  start: number;
  end: number;
  text: string;
}>;

/** All answers to a question: turns of participants within its passages, then survey comments, as the sources came. */
export async function readAnswers(db: Db, study: string, question: string): Promise<StoredAnswer[]> {
  return db.$queryRaw<StoredAnswer[]>`
    SELECT s."id" AS source, r."id" AS revision, s."lang", t."id" AS turn, t."speaker_id" AS speaker,
      t."start_at" AS start, t."end_at" AS "end",
      substr(r."text", t."start_at" + 1, t."end_at" - t."start_at") AS text
    FROM (
      SELECT t.*, s."id" AS source_id FROM "source" s
      JOIN "turn" t ON t."study_id" = s."study_id" AND t."revision_id" = s."revision_id"
      WHERE s."study_id" = ${study}::uuid AND s."kind" = 'survey' AND NOT s."gone" AND t."question_id" = ${question}::uuid
      UNION ALL
      SELECT t.*, s."id" FROM "passage" p
      JOIN "source" s ON s."study_id" = p."study_id" AND s."id" = p."source_id" AND s."revision_id" = p."revision_id" AND NOT s."gone"
      JOIN "turn" t ON t."study_id" = p."study_id" AND t."revision_id" = p."revision_id"
        AND t."start_at" >= p."start_at" AND t."start_at" < p."end_at"
      LEFT JOIN "speaker" w ON w."study_id" = t."study_id" AND w."id" = t."speaker_id"
      WHERE p."study_id" = ${study}::uuid AND p."question_id" = ${question}::uuid AND NOT p."gone"
        AND NOT coalesce(w."interviewer", false)
    ) t
    JOIN "source" s ON s."study_id" = t."study_id" AND s."id" = t.source_id
    JOIN "revision" r ON r."study_id" = t."study_id" AND r."id" = t."revision_id"
    WHERE t."end_at" > t."start_at"
    ORDER BY s."kind" = 'survey', s."number", t."n"`;
}

/** What is known of these sources besides their words, in order. */
export async function readAttributes(
  db: Db,
  study: string,
  sources: readonly string[],
): Promise<{ source: string; name: string; value: string }[]> {
  if (sources.length === 0) return [];
  return db.$queryRaw<{ source: string; name: string; value: string }[]>`
    SELECT "source_id" AS source, "name", "value" FROM "source_attribute"
    WHERE "study_id" = ${study}::uuid AND "source_id" = ANY(${[...sources]}::uuid[]) ORDER BY "source_id", "n"`;
}

/** How many answers each question has, counted as `readAnswers` reads them. */
export async function countAnswers(db: Db, study: string): Promise<{ question: string; count: number }[]> {
  return db.$queryRaw<{ question: string; count: number }[]>`
    SELECT a.question, count(*)::int AS count FROM (
      SELECT t."question_id" AS question FROM "source" s
      JOIN "turn" t ON t."study_id" = s."study_id" AND t."revision_id" = s."revision_id"
      WHERE s."study_id" = ${study}::uuid AND s."kind" = 'survey' AND NOT s."gone" AND t."question_id" IS NOT NULL
        AND t."end_at" > t."start_at"
      UNION ALL
      SELECT p."question_id" FROM "passage" p
      JOIN "source" s ON s."study_id" = p."study_id" AND s."id" = p."source_id" AND s."revision_id" = p."revision_id" AND NOT s."gone"
      JOIN "turn" t ON t."study_id" = p."study_id" AND t."revision_id" = p."revision_id"
        AND t."start_at" >= p."start_at" AND t."start_at" < p."end_at" AND t."end_at" > t."start_at"
      LEFT JOIN "speaker" w ON w."study_id" = t."study_id" AND w."id" = t."speaker_id"
      WHERE p."study_id" = ${study}::uuid AND NOT p."gone" AND NOT coalesce(w."interviewer", false)
    ) a GROUP BY a.question`;
}
