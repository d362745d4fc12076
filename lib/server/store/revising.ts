/** Stages revisions for corrections, and reads what is known of those that were made. */
import { createHash } from "node:crypto";
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { placesOf, textOf } from "#lib/domain/correction/told.ts";
import type { Told } from "#lib/domain/correction/told.ts";
import { astralOf } from "#lib/domain/text/points.ts";
import type { PrismaClient } from "./generated/client.ts";
import type { Db } from "./rows.ts";

type StageFault = Readonly<{ code: "study.missing" | "role.none" | "role.refused" | "row.missing" }>;

/**
 * Saves a revision that nobody reads yet, with its turns; one that is staged already stays as it is.
 *
 * Faults: `row.missing`, no such source; who may not change the study, or not read its originals, corrects nothing.
 * Throws where the database objects; nothing is saved then.
 */
export async function stageRevision(
  prisma: PrismaClient,
  study: string,
  person: string,
  source: string,
  revision: string,
  told: readonly Told[],
): Promise<Result<void, StageFault>> {
  const text = textOf(told);
  const astral = astralOf(text);
  const places = placesOf(told);
  const turns = told.map(({ id, line, speaker, question, startMs, endMs }, n) => {
    return { id, line, speaker, question, startMs, endMs, n, ...places[n] };
  });
  return prisma.$transaction(
    async (db) => {
      const [found] = await db.$queryRaw<{ role: Role | null; lang: string | null }[]>`
        SELECT (SELECT m."role" FROM "membership" m WHERE m."study_id" = s."id" AND m."id" = ${person}::uuid AND NOT m."gone") AS role,
          (SELECT o."lang" FROM "source" o WHERE o."study_id" = s."id" AND o."id" = ${source}::uuid AND NOT o."gone") AS lang
        FROM "study" s WHERE s."id" = ${study}::uuid`;
      if (!found) return no({ code: "study.missing" as const });
      if (found.role === null) return no({ code: "role.none" as const });
      if (!may(found.role, "change") || !may(found.role, "readOriginals")) return no({ code: "role.refused" as const });
      if (found.lang === null) return no({ code: "row.missing" as const });
      await db.$queryRaw`SELECT sweep_corrections(${study}::uuid, ${source}::uuid)`;
      await db.$executeRaw`
        INSERT INTO "revision" ("study_id", "id", "source_id", "n", "text", "length", "astral", "sha256", "by_id")
        SELECT ${study}::uuid, ${revision}::uuid, ${source}::uuid, max(r."n") + 1, ${text}, ${text.length - astral.length},
          ${[...astral]}::int[], ${createHash("sha256").update(text).digest()}, ${person}::uuid
        FROM "revision" r WHERE r."study_id" = ${study}::uuid AND r."source_id" = ${source}::uuid
        ON CONFLICT DO NOTHING`;
      await db.$executeRaw`
        INSERT INTO "turn" ("study_id", "id", "revision_id", "n", "start_at", "end_at", "speaker_id", "start_ms", "end_ms", "question_id", "line_id")
        SELECT ${study}::uuid, t.id, ${revision}::uuid, t.n, t.start, t."end", t.speaker, t."startMs", t."endMs", t.question, nullif(t.line, t.id)
        FROM jsonb_to_recordset(${JSON.stringify(turns)}::jsonb)
          AS t(id uuid, n int, start int, "end" int, speaker uuid, "startMs" int, "endMs" int, question uuid, line uuid)
        ON CONFLICT DO NOTHING`;
      await db.$executeRaw`SELECT fill_words(${study}::uuid, ARRAY[${revision}::uuid], ${found.lang})`;
      return yes(undefined);
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

/** The speakers of a source. */
export async function speakersOf(db: Db, study: string, source: string): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "speaker" WHERE "study_id" = ${study}::uuid AND "source_id" = ${source}::uuid AND NOT "gone"`;
  return found.map(({ id }) => id);
}

/** The corrections of a source that stand. */
export async function correctionsOf(db: Db, study: string, source: string): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "correction" WHERE "study_id" = ${study}::uuid AND "source_id" = ${source}::uuid AND NOT "gone" ORDER BY "n"`;
  return found.map(({ id }) => id);
}

/** When commands were carried out. */
export async function timesOf(db: Db, study: string, commands: readonly string[]): Promise<Map<string, string>> {
  const found = await db.$queryRaw<{ id: string; at: Date }[]>`
    SELECT "cmd_id" AS id, "at" FROM "event" WHERE "study_id" = ${study}::uuid AND "cmd_id" = ANY(${[...commands]}::uuid[])`;
  return new Map(found.map(({ id, at }) => [id, at.toISOString()]));
}

/** What the quotes of a source said that a correction has changed and at which nobody has looked yet. */
export async function wordsBefore(db: Db, study: string, source: string): Promise<{ quote: string; words: string }[]> {
  return db.$queryRaw<{ quote: string; words: string }[]>`
    SELECT DISTINCT ON (a."quote_id") a."quote_id" AS quote, o."exact" AS words
    FROM "quote" q
    JOIN "anchor" a ON a."study_id" = q."study_id" AND a."quote_id" = q."id" AND NOT a."gone" AND a."state" = 'changed'
    JOIN "anchor" o ON o."study_id" = q."study_id" AND o."quote_id" = q."id" AND o."gone" AND o."exact" <> a."exact" COLLATE "C"
    JOIN "revision" r ON r."study_id" = o."study_id" AND r."id" = o."revision_id"
    WHERE q."study_id" = ${study}::uuid AND q."source_id" = ${source}::uuid AND NOT q."gone"
    ORDER BY a."quote_id", r."n" DESC`;
}
