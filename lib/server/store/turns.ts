/** How many turns the interviews, notes and documents of a study have. A survey response has as many as it has comments. */
import type { Line } from "#lib/domain/source/line.ts";
import type { Db } from "./rows.ts";

/** @returns turns by source, responses to surveys left out */
export async function turnCounts(db: Db, study: string): Promise<Record<string, number>> {
  const found = await db.$queryRaw<{ id: string; turns: number }[]>`
    SELECT s."id", count(t."id")::int AS turns FROM "source" s
    JOIN "turn" t ON t."study_id" = s."study_id" AND t."revision_id" = s."revision_id"
    WHERE s."study_id" = ${study}::uuid AND NOT s."gone" AND s."kind" <> 'survey' GROUP BY s."id"`;
  return Object.fromEntries(found.map(({ id, turns }) => [id, turns]));
}

/** Where these lines stand in the present text of their sources; those that are in none are left out. */
export async function linesAt(db: Db, study: string, lines: readonly string[]): Promise<Line[]> {
  return db.$queryRaw<Line[]>`
    SELECT coalesce(t."line_id", t."id") AS line, s."id" AS source, t."n"
    FROM "turn" f
    JOIN "revision" r ON r."study_id" = f."study_id" AND r."id" = f."revision_id"
    JOIN "source" s ON s."study_id" = r."study_id" AND s."id" = r."source_id" AND NOT s."gone"
    JOIN "turn" t ON t."study_id" = s."study_id" AND t."revision_id" = s."revision_id"
      AND coalesce(t."line_id", t."id") = f."id"
    WHERE f."study_id" = ${study}::uuid AND f."id" = ANY (${lines}::uuid[])`;
}
