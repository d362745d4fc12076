/**
 * What leaves a study is read here: rows, phrases and quotes, in one REPEATABLE READ transaction that works as role
 * `carthen_export`, which cannot read schema `identity` and cannot write.
 */
import type { Spoken } from "#lib/domain/finding/short.ts";
import { NOTHING } from "#lib/domain/quote/around.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import { dayOf } from "#lib/domain/zone.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { PrismaClient } from "./generated/client.ts";
import { Prisma } from "./generated/client.ts";
import { readAround, readPhrases, readQuotes } from "./phrases.ts";
import { studyRows } from "./rows.ts";
import type { Db } from "./rows.ts";

export type Exported = Readonly<{
  rows: Rows;
  phrases: ReadonlyMap<string, Readonly<{ lang: string; words: string }>>;
  quotes: ReadonlyMap<string, Excerpt>;
  seq: bigint;
  day: string; // on which agreements must hold
  spoken: ReadonlyMap<string, Spoken>; // by interview
}>;

/** Does something as `carthen_export`, at one moment of the study. */
export async function asExport<T>(prisma: PrismaClient, work: (db: Db) => Promise<T>): Promise<T> {
  return prisma.$transaction(
    async (db) => {
      await db.$executeRaw`SET LOCAL ROLE carthen_export`;
      return work(db);
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead, maxWait: 10_000, timeout: 60_000 },
  );
}

/** Reads everything that a report is made of. */
export async function readExport(prisma: PrismaClient, study: string): Promise<Exported> {
  return asExport(prisma, (db) => exported(db, study));
}

/** A study with the whole texts of its sources. */
export type WholeExported = Exported &
  Readonly<{
    /** source → the text that it has now */
    texts: ReadonlyMap<string, WholeText>;
    /** how many sources came with answers that are no texts */
    attributes: number;
  }>;

type WholeText = Readonly<{
  revision: string;
  text: string;
  turns: readonly Readonly<{ start: number; end: number; speaker: string | null }>[];
}>;

/** Reads everything that a project is made of. */
export async function readWholeExport(prisma: PrismaClient, study: string): Promise<WholeExported> {
  return asExport(prisma, async (db) => {
    const read = await exported(db, study);
    const turns = await db.$queryRaw<{ revision: string; start: number; end: number; speaker: string | null }[]>`
      SELECT t."revision_id" AS revision, t."start_at" AS start, t."end_at" AS "end", t."speaker_id" AS speaker
      FROM "turn" t JOIN "source" s ON s."study_id" = t."study_id" AND s."revision_id" = t."revision_id"
      WHERE t."study_id" = ${study}::uuid AND NOT s."gone" ORDER BY t."revision_id", t."n"`;
    const of = Map.groupBy(turns, ({ revision }) => revision);
    const texts = await db.$queryRaw<{ source: string; revision: string; text: string }[]>`
      SELECT s."id" AS source, r."id" AS revision, r."text"
      FROM "source" s JOIN "revision" r ON r."study_id" = s."study_id" AND r."id" = s."revision_id"
      WHERE s."study_id" = ${study}::uuid AND NOT s."gone"`;
    const [counted] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(DISTINCT a."source_id")::int AS count
      FROM "source_attribute" a JOIN "source" s ON s."study_id" = a."study_id" AND s."id" = a."source_id"
      WHERE a."study_id" = ${study}::uuid AND NOT s."gone"`;
    return {
      ...read,
      texts: new Map(
        texts.map(({ source, revision, text }) => [source, { revision, text, turns: of.get(revision) ?? [] }]),
      ),
      attributes: counted?.count ?? 0,
    };
  });
}

async function exported(db: Db, study: string): Promise<Exported> {
  const rows = await studyRows(db, study);
  const clock = await db.$queryRaw<
    { seq: bigint }[]
  >`SELECT "seq" FROM "study_clock" WHERE "study_id" = ${study}::uuid`;
  const wanted = [...rows.all("wording")].map((row) => row.phrase);
  for (const noun of ["identifier", "mention"] as const)
    for (const row of rows.all(noun)) wanted.push(row.replacement, row.replacementCy, row.reason);
  for (const noun of ["disclosure", "acceptance"] as const) for (const row of rows.all(noun)) wanted.push(row.reason);
  for (const noun of ["edit", "translation"] as const) for (const row of rows.all(noun)) wanted.push(row.phrase);
  const ids = [...new Set(wanted.filter((id) => id !== null))];
  const phrases = await readPhrases(db, study, ids);
  const quotes = await readQuotes(db, study, "all");
  const around = await readAround(db, study, quotes);
  return {
    rows,
    phrases: new Map(phrases.map(({ id, lang, words }) => [id, { lang, words }])),
    quotes: new Map(quotes.map(({ id, words }) => [id, { words, around: around.get(id) ?? NOTHING }])),
    seq: clock[0]?.seq ?? 0n,
    day: dayOf(new Date()),
    spoken: await spokenIn(db, study),
  };
}

/** How much those who were asked said in each interview, and how long it took by the times of its turns. */
async function spokenIn(db: Db, study: string): Promise<ReadonlyMap<string, Spoken>> {
  const found = await db.$queryRaw<{ source: string; signs: number; minutes: number | null }[]>`
    SELECT s."id" AS source,
      coalesce(sum(t."end_at" - t."start_at") FILTER (WHERE NOT coalesce(w."interviewer", false)), 0)::int AS signs,
      round((max(coalesce(t."end_ms", t."start_ms")) - min(t."start_ms")) / 60000.0)::int AS minutes
    FROM "source" s
    JOIN "turn" t ON t."study_id" = s."study_id" AND t."revision_id" = s."revision_id"
    LEFT JOIN "speaker" w ON w."study_id" = t."study_id" AND w."id" = t."speaker_id"
    WHERE s."study_id" = ${study}::uuid AND s."kind" = 'interview' AND NOT s."gone"
    GROUP BY s."id"`;
  return new Map(found.map(({ source, signs, minutes }) => [source, { signs, minutes }]));
}

/** Keeps a record of a file that left the study, once. */
export async function recordExport(
  db: Db,
  entry: Readonly<{
    id: string;
    study: string;
    person: string;
    format: string;
    lang: string;
    size: number;
    sha256: Uint8Array;
    seq: bigint;
  }>,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "export" ("study_id", "id", "format", "lang", "size", "sha256", "seq", "by_id")
    VALUES (${entry.study}::uuid, ${entry.id}::uuid, ${entry.format}, ${entry.lang}, ${entry.size}, ${Buffer.from(entry.sha256)}, ${entry.seq}, ${entry.person}::uuid)
    ON CONFLICT DO NOTHING`;
}
