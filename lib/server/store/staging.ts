/**
 * Texts on their way in: saved beside the study, seen by nobody until a command publishes them.
 *
 * Every step is a transaction of its own, which asks who may, and whether the job that it belongs to may go on: one that
 * was cancelled, or taken over by another process, changes nothing any more. What a plan has staged before stays as it
 * is, so that carrying it out again does no harm. Rules: docs/spec/import.md, I41; docs/spec/jobs.md, J5 and J6.
 */
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import type { Attribute, ValueKind } from "#lib/domain/import/sheet.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { PrismaClient } from "./generated/client.ts";
import type { NewOriginal } from "./identity.ts";
import { readNames, saveOriginal } from "./identity.ts";
import { holdJob } from "./job.ts";
import type { Held, Reached } from "./job.ts";
import { saveMarks } from "./marks.ts";
import type { Db } from "./rows.ts";
import type { Seal } from "./seal.ts";

/** For whom it is done, and by which job; null: by none. */
export type Work = Readonly<{ study: string; person: string; held: Held | null }>;

export type StageFault = Readonly<{ code: "study.missing" | "role.none" | "role.refused" | "job.over" }>;

/** Rows as JSON arrays, as the statements below name their fields. */
export type Staged = Readonly<{
  lang: string; // of the texts: by it their words are made ready to be looked for
  revisions: string;
  turns: string;
  values: string;
  marks: readonly Readonly<{ source: string; mark: string }>[];
}>;

/** Keeps a file, where it is not kept yet. */
export async function keepOriginal(
  prisma: PrismaClient,
  vault: Seal,
  work: Work,
  original: NewOriginal,
): Promise<Result<void, StageFault>> {
  return step(prisma, work, null, async (db) => {
    const [there] = await db.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM identity."original" WHERE "study_id" = ${work.study}::uuid AND "id" = ${original.id}::uuid`;
    if (!there) await saveOriginal(db, vault, work.study, work.person, original);
  });
}

/** Saves texts with their turns, and what is known of them. */
export async function stage(
  prisma: PrismaClient,
  vault: Seal,
  work: Work,
  staged: Staged,
  reached: Reached | null = null,
): Promise<Result<void, StageFault>> {
  const { study, person, held } = work;
  return step(prisma, work, reached, async (db) => {
    await db.$executeRaw`
      INSERT INTO "revision" ("study_id", "id", "source_id", "text", "length", "astral", "sha256", "by_id", "job_id")
      SELECT ${study}::uuid, r.id, r.source, r.text, r.length, r.astral, decode(r.sha256, 'hex'), ${person}::uuid, ${held?.job ?? null}::uuid
      FROM jsonb_to_recordset(${staged.revisions}::jsonb) AS r(id uuid, source uuid, text text, length int, astral int[], sha256 text)
      ON CONFLICT DO NOTHING`;
    await db.$executeRaw`
      INSERT INTO "turn" ("study_id", "id", "revision_id", "n", "start_at", "end_at", "speaker_id", "start_ms", "end_ms", "question_id")
      SELECT ${study}::uuid, t.id, t.revision, t.n, t.start, t."end", t.speaker, t."startMs", t."endMs", t.question
      FROM jsonb_to_recordset(${staged.turns}::jsonb)
        AS t(id uuid, revision uuid, n int, start int, "end" int, speaker uuid, "startMs" int, "endMs" int, question uuid)
      ON CONFLICT DO NOTHING`;
    await db.$executeRaw`
      INSERT INTO "source_values" ("study_id", "source_id", "values", "unfinished")
      SELECT ${study}::uuid, v.source, v.values, coalesce(v.unfinished, false)
      FROM jsonb_to_recordset(${staged.values}::jsonb) AS v(source uuid, values jsonb, unfinished boolean)
      ON CONFLICT DO NOTHING`;
    await saveMarks(db, vault, study, staged.marks);
    await db.$executeRaw`
      SELECT fill_words(${study}::uuid, array_agg(r.id ORDER BY r.nth), ${staged.lang})
      FROM ROWS FROM (jsonb_to_recordset(${staged.revisions}::jsonb) AS (id uuid)) WITH ORDINALITY AS r(id, nth)`;
  });
}

/**
 * The numbers of these attributes, in order. Those that the study does not know yet are made. A scale that came in before
 * scales were told apart is known as numbers or a choice, and stays the same attribute.
 */
export async function defineAttributes(
  prisma: PrismaClient,
  work: Work,
  attributes: readonly Attribute[],
): Promise<Result<readonly number[], StageFault>> {
  return step(prisma, work, null, async (db) => {
    const given = JSON.stringify(
      attributes.map((attribute, at) => ({ ...attribute, at, kinds: kindsOf(attribute, attributes) })),
    );
    await db.$queryRaw`SELECT 1 FROM "study" WHERE "id" = ${work.study}::uuid FOR NO KEY UPDATE`; // one after the other
    await db.$executeRaw`
      INSERT INTO "attribute" ("study_id", "number", "name", "kind", "nth")
      SELECT ${work.study}::uuid,
        (SELECT coalesce(max(a."number"), 0) FROM "attribute" a WHERE a."study_id" = ${work.study}::uuid)
          + row_number() OVER (ORDER BY w.at), w.name, w.kind, w.nth
      FROM jsonb_to_recordset(${given}::jsonb) AS w(at int, name text, kind text, nth int, kinds text[])
      WHERE NOT EXISTS (
        SELECT FROM "attribute" a WHERE a."study_id" = ${work.study}::uuid
          AND md5(a."name") = md5(w.name) AND a."kind" = ANY (w.kinds) AND a."nth" = w.nth)`;
    const found = await db.$queryRaw<{ number: number }[]>`
      SELECT (
        SELECT a."number" FROM "attribute" a WHERE a."study_id" = ${work.study}::uuid
          AND md5(a."name") = md5(w.name) AND a."kind" = ANY (w.kinds) AND a."nth" = w.nth
        ORDER BY a."kind" = w.kind DESC, a."number" LIMIT 1
      ) AS "number"
      FROM jsonb_to_recordset(${given}::jsonb) AS w(at int, name text, kind text, nth int, kinds text[])
      ORDER BY w.at`;
    return found.map(({ number }) => number);
  });
}

/** As what an attribute may be known: a scale also as what it was taken for earlier, unless the same file has that too. */
function kindsOf({ name, kind, nth }: Attribute, all: readonly Attribute[]): readonly ValueKind[] {
  if (kind !== "scale") return [kind];
  const taken = (other: ValueKind) => all.some((one) => one.name === name && one.nth === nth && one.kind === other);
  return [kind, ...(["number", "choice"] as const).filter((other) => !taken(other))];
}

/** One step of staging. Faults: `study.missing`, `role.none`, `role.refused`, `job.over`; throws where the database objects. */
async function step<T>(
  prisma: PrismaClient,
  { study, person, held }: Work,
  reached: Reached | null,
  act: (db: Db) => Promise<T>,
): Promise<Result<T, StageFault>> {
  return prisma.$transaction(
    async (db): Promise<Result<T, StageFault>> => {
      const [found] = await db.$queryRaw<{ role: Role | null }[]>`
        SELECT (SELECT m."role" FROM "membership" m WHERE m."study_id" = s."id" AND m."id" = ${person}::uuid AND NOT m."gone") AS role
        FROM "study" s WHERE s."id" = ${study}::uuid`;
      if (!found) return no({ code: "study.missing" });
      if (!may(found.role, "change")) return no({ code: found.role === null ? "role.none" : "role.refused" });
      if (held && !(await holdJob(db, study, held, reached))) return no({ code: "job.over" });
      return yes(await act(db));
    },
    { maxWait: 10_000, timeout: 120_000 },
  );
}

/** Whether a source that is not gone came from these very bytes. */
export async function holdsOriginal(db: Db, study: string, sha256: Uint8Array): Promise<boolean> {
  const found = await db.$queryRaw<{ n: number }[]>`
    SELECT 1 AS n FROM identity."original" o
    JOIN "source" s ON s."study_id" = o."study_id" AND s."original_id" = o."id" AND NOT s."gone"
    WHERE o."study_id" = ${study}::uuid AND o."sha256" = ${Buffer.from(sha256)} LIMIT 1`;
  return found.length > 0;
}

/** The study's organisations with the names that they go by. */
export async function organisationNames(
  db: Db,
  vault: Seal,
  study: string,
): Promise<{ id: string; names: string[] }[]> {
  const rows = await db.$queryRaw<{ id: string; name: string | null; aliases: string | null }[]>`
    SELECT "id", "name_id" AS name, "aliases_id" AS aliases FROM "organisation" WHERE "study_id" = ${study}::uuid AND NOT "gone"`;
  const words = await readNames(
    db,
    vault,
    study,
    rows.flatMap(({ name, aliases }) => [name, aliases].filter((id) => id !== null)),
  );
  return rows.map(({ id, name, aliases }) => ({
    id,
    names: [...(name ? [words.get(name) ?? ""] : []), ...(aliases ? (words.get(aliases) ?? "").split("\n") : [])]
      .map((one) => one.trim())
      .filter(Boolean),
  }));
}
