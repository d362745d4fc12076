/** Reads texts with what was heard in them and what is quoted of it, some at a time: a study may hold thousands. */
import type { Db } from "./rows.ts";

const BATCH = 200;

/** A text, with where participants speak and where quotes stand; code points. */
export type Heard = Readonly<{
  source: string;
  text: string;
  heard: readonly { start: number; end: number }[];
  quotes: readonly { start: number; end: number }[];
}>;

type Stored = Readonly<{
  source: string;
  number: number;
  text: string;
  heardStart: number[];
  heardEnd: number[];
  quoteStart: number[];
  quoteEnd: number[];
}>;

/** All texts of a study that are read now, in the order of their sources. */
export async function* heardIn(db: Db, study: string): AsyncGenerator<Heard> {
  for (let after = 0; ;) {
    const found = await db.$queryRaw<Stored[]>`
      SELECT s."id" AS source, s."number", r."text",
        coalesce(t.starts, '{}') AS "heardStart", coalesce(t.ends, '{}') AS "heardEnd",
        coalesce(a.starts, '{}') AS "quoteStart", coalesce(a.ends, '{}') AS "quoteEnd"
      FROM "source" s
      JOIN "revision" r ON r."study_id" = s."study_id" AND r."id" = s."revision_id"
      LEFT JOIN LATERAL (
        SELECT array_agg(t."start_at" ORDER BY t."n") AS starts, array_agg(t."end_at" ORDER BY t."n") AS ends
        FROM "turn" t LEFT JOIN "speaker" w ON w."study_id" = t."study_id" AND w."id" = t."speaker_id"
        WHERE t."study_id" = r."study_id" AND t."revision_id" = r."id" AND NOT coalesce(w."interviewer", false)
      ) t ON true
      LEFT JOIN LATERAL (
        SELECT array_agg(a."start_at") AS starts, array_agg(a."end_at") AS ends FROM "anchor" a
        WHERE a."study_id" = r."study_id" AND a."revision_id" = r."id" AND NOT a."gone"
      ) a ON true
      WHERE s."study_id" = ${study}::uuid AND NOT s."gone" AND s."number" > ${after}
      ORDER BY s."number" LIMIT ${BATCH}`;
    for (const { source, text, heardStart, heardEnd, quoteStart, quoteEnd } of found)
      yield { source, text, heard: spans(heardStart, heardEnd), quotes: spans(quoteStart, quoteEnd) };
    const last = found.at(-1);
    if (!last || found.length < BATCH) return;
    after = last.number;
  }
}

function spans(starts: readonly number[], ends: readonly number[]): { start: number; end: number }[] {
  return starts.map((start, at) => ({ start, end: ends[at] ?? start }));
}
