/** How many turns the interviews, notes and documents of a study have. A survey response has as many as it has comments. */
import type { Db } from "./rows.ts";

/** @returns turns by source, responses to surveys left out */
export async function turnCounts(db: Db, study: string): Promise<Record<string, number>> {
  const found = await db.$queryRaw<{ id: string; turns: number }[]>`
    SELECT s."id", count(t."id")::int AS turns FROM "source" s
    JOIN "turn" t ON t."study_id" = s."study_id" AND t."revision_id" = s."revision_id"
    WHERE s."study_id" = ${study}::uuid AND NOT s."gone" AND s."kind" <> 'survey' GROUP BY s."id"`;
  return Object.fromEntries(found.map(({ id, turns }) => [id, turns]));
}
