/** Keeps how far each person has come in a source (`reading_place`). The database joins what was read. */
import type { Place, PlaceTold, Stretch } from "#lib/domain/source/place.ts";
import type { Db } from "./rows.ts";

/** Where a person was in a source and what they have read of it; the beginning, where they never were there. */
export async function placeIn(db: Db, study: string, person: string, source: string): Promise<Place> {
  const found = await db.$queryRaw<{ at: number; start: number | null; end: number | null }[]>`
    SELECT p."at_point" AS at, lower(r.part) AS start, upper(r.part) AS "end"
    FROM "reading_place" p LEFT JOIN LATERAL unnest(p."read") AS r(part) ON true
    WHERE p."study_id" = ${study}::uuid AND p."person_id" = ${person}::uuid AND p."source_id" = ${source}::uuid
    ORDER BY 2`;
  return {
    at: found[0]?.at ?? 0,
    read: found.flatMap(({ start, end }): Stretch[] => (start === null || end === null ? [] : [[start, end]])),
  };
}

/**
 * Adds to what a person has read of a source, and says where they are.
 *
 * @returns false where there is no such source in the study, or this person has no part in it any more
 */
export async function keepPlace(
  db: Db,
  study: string,
  person: string,
  source: string,
  { at, read, afresh }: PlaceTold,
): Promise<boolean> {
  const starts = read.map(([start]) => start);
  const ends = read.map(([, end]) => end);
  const kept = await db.$executeRaw`
    INSERT INTO "reading_place" AS p ("study_id", "person_id", "source_id", "at_point", "read")
    SELECT s."study_id", m."id", s."id", ${at}, coalesce(
      (SELECT range_agg(int4range(w.start_at, w.end_at)) FROM unnest(${starts}::int[], ${ends}::int[]) AS w(start_at, end_at)),
      '{}')
    FROM "source" s JOIN "membership" m ON m."study_id" = s."study_id" AND m."id" = ${person}::uuid AND NOT m."gone"
    WHERE s."study_id" = ${study}::uuid AND s."id" = ${source}::uuid AND NOT s."gone"
    ON CONFLICT ("study_id", "person_id", "source_id") DO UPDATE
      SET "at_point" = excluded."at_point", "read" = CASE WHEN ${afresh} THEN excluded."read" ELSE p."read" + excluded."read" END`;
  return kept === 1;
}
