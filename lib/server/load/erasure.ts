/** What an erasure found, and which files had left before that may hold what was erased. */
import type { Erased, ErasureTold, Past } from "#lib/domain/participant/erased.ts";
import type { Db } from "../store/rows.ts";

/** Null where nothing of this participant has been erased. */
export async function erasureOf(db: Db, study: string, participant: string): Promise<ErasureTold | null> {
  const [row] = await db.$queryRaw<{ at: Date; found: Erased }[]>`
    SELECT "at", "found" FROM "erasure" WHERE "study_id" = ${study}::uuid AND "participant_id" = ${participant}::uuid`;
  if (!row) return null;
  const { at, found } = row;
  const exports =
    found.since === null
      ? []
      : await db.$queryRaw<(Omit<Past, "at"> & { at: Date })[]>`
          SELECT "id", "format", "lang", "at", "by_id" AS by FROM "export"
          WHERE "study_id" = ${study}::uuid AND "at" BETWEEN ${new Date(found.since)} AND ${at} ORDER BY "at" DESC`;
  return { at: at.toISOString(), found, exports: exports.map((one) => ({ ...one, at: one.at.toISOString() })) };
}
