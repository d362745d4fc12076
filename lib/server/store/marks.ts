/**
 * Marks by which responses are known again. What is stored is keyed with the installation's secret, so that nobody
 * who has only the database can try whether somebody's number or words are among them.
 */
import type { Db } from "./rows.ts";
import type { Seal } from "./seal.ts";

/** Saves the marks of sources. Those that are there already stay. */
export async function saveMarks(
  db: Db,
  vault: Seal,
  study: string,
  marks: readonly Readonly<{ source: string; mark: string }>[],
): Promise<void> {
  const rows = marks.map(({ source, mark }) => ({ source, mark: vault.mark(`${study}/${mark}`) }));
  if (rows.length === 0) return;
  await db.$executeRaw`
    INSERT INTO "source_mark" ("study_id", "mark", "source_id")
    SELECT ${study}::uuid, decode(m.mark, 'hex'), m.source
    FROM unnest(${rows.map(({ mark }) => mark)}::text[], ${rows.map(({ source }) => source)}::uuid[]) AS m(mark, source)
    ON CONFLICT DO NOTHING`;
}

/** The sources, not gone, that bear these marks, by mark. */
export async function sourcesMarked(
  db: Db,
  vault: Seal,
  study: string,
  marks: readonly string[],
): Promise<Map<string, { source: string; guide: string | null }[]>> {
  const plain = new Map(marks.map((mark) => [vault.mark(`${study}/${mark}`), mark]));
  const found = await db.$queryRaw<{ mark: string; source: string; guide: string | null }[]>`
    SELECT encode(m."mark", 'hex') AS mark, s."id" AS source, s."guide_id" AS guide
    FROM "source_mark" m
    JOIN "source" s ON s."study_id" = m."study_id" AND s."id" = m."source_id" AND NOT s."gone"
    WHERE m."study_id" = ${study}::uuid
      AND m."mark" = ANY (SELECT decode(w.mark, 'hex') FROM unnest(${[...plain.keys()]}::text[]) AS w(mark))`;
  const known = new Map<string, { source: string; guide: string | null }[]>();
  for (const { mark, source, guide } of found) {
    const key = plain.get(mark) ?? mark;
    known.set(key, [...(known.get(key) ?? []), { source, guide }]);
  }
  return known;
}
