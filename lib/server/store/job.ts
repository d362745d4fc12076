/**
 * The rows of jobs: what people see of long work, and at the same time the queue of it.
 *
 * A job is taken by one statement that passes over what others hold, and belongs to the attempt that took it until that
 * has given no sign for `LEASE` seconds. Whatever an attempt writes names it, so that one which was cancelled, or thought
 * dead and taken over, changes nothing any more. Rules: docs/spec/jobs.md.
 */
import { ExportOrder, mayTake, ONE_FORM, What } from "#lib/domain/export/order.ts";
import { Job } from "#lib/domain/job/shape.ts";
import type { JobFault, Stage } from "#lib/domain/job/shape.ts";
import type { Brought, Plan } from "#lib/domain/import/plan.ts";
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { Prisma } from "./generated/client.ts";
import type { PrismaClient } from "./generated/client.ts";
import { saveOriginal, savePlan } from "./identity.ts";
import type { NewOriginal } from "./identity.ts";
import type { Db } from "./rows.ts";
import type { Seal } from "./seal.ts";

/** A job in the hands of one process: the attempt tells it from every other that ever held it. */
export type Held = Readonly<{ job: string; attempt: number }>;
type TakenBy = Held & Readonly<{ study: string; person: string }>;
export type TakenImport = TakenBy & Readonly<{ original: string }>;
export type TakenExport = TakenBy & Readonly<{ wanted: ExportOrder }>;

/** How far a job is. */
export type Reached = Readonly<{ stage: Stage; done: number; total: number | null }>;

/** `result`: null of a file that leaves; what is known of that is sealed. */
export type JobEnd =
  | Readonly<{ state: "done"; result: Brought | null }>
  | Readonly<{ state: "failed"; fault: JobFault }>;

type Refused = Readonly<{ code: "role.none" | "role.refused" }>;

const LEASE = 20; // seconds without a sign after which a job is taken over
const LISTED = 50; // jobs of each kind that everybody is told of
const ATTEMPTS = 5;

/** Puts a file in the queue with its plan. One that is there already stays as it is, unless it came to nothing. */
export async function addJob(
  prisma: PrismaClient,
  vault: Seal,
  study: string,
  person: string,
  original: NewOriginal,
  plan: Plan,
): Promise<Result<void, Refused>> {
  return prisma.$transaction(
    async (db) => {
      const refused = await refusal(db, study, person, mayChange);
      if (refused) return no(refused);
      await db.$queryRaw`SELECT sweep_job(${study}::uuid, ${plan.id}::uuid)`; // an earlier try may have had another plan
      const added = await db.$executeRaw`
        INSERT INTO "job" ("study_id", "id", "kind", "by_id", "original_id")
        VALUES (${study}::uuid, ${plan.id}::uuid, 'import', ${person}::uuid, ${original.id}::uuid)
        ON CONFLICT ("study_id", "id") DO UPDATE SET "state" = 'queued', "stage" = 'waiting', "done" = 0, "total" = NULL,
          "by_id" = EXCLUDED."by_id", "result" = NULL, "fault" = NULL, "swept" = false, "attempt" = "job"."attempt" + 1,
          "created_at" = clock_timestamp(), "started_at" = NULL, "seen_at" = clock_timestamp(), "finished_at" = NULL
        WHERE "job"."state" IN ('failed', 'cancelled')`;
      if (added === 0) return yes(undefined);
      await saveOriginal(db, vault, study, person, original);
      await savePlan(db, vault, study, plan.id, original.id, JSON.stringify(plan));
      return yes(undefined);
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

/** How many files one person may have waiting or being made in one study: more than any screen asks for. */
const MOST_GOING = 20;

/**
 * Puts a file that is to leave in the queue. One that is there already stays as it is, whatever came of it.
 *
 * Faults: `role.none` and `role.refused`; `export.many`, so many of this person's go on that no other is taken.
 */
export async function addExport(
  prisma: PrismaClient,
  study: string,
  person: string,
  job: string,
  order: ExportOrder,
): Promise<Result<void, Refused | Readonly<{ code: "export.many" }>>> {
  return prisma.$transaction(async (db) => {
    const refused = await refusal(db, study, person, (role) => mayTake(role, order.what));
    if (refused) return no(refused);
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`export ${study} ${person}`}, 0))`; // they are counted one after another
    const [going] = await db.$queryRaw<{ many: boolean }[]>`
      SELECT count(*) >= ${MOST_GOING} AS many FROM "job"
      WHERE "study_id" = ${study}::uuid AND "by_id" = ${person}::uuid AND "kind" = 'export' AND "state" IN ('queued', 'running')
        AND "id" <> ${job}::uuid`;
    if (going?.many) return no({ code: "export.many" });
    await db.$executeRaw`
      INSERT INTO "job" ("study_id", "id", "kind", "by_id", "asked")
      VALUES (${study}::uuid, ${job}::uuid, 'export', ${person}::uuid, ${JSON.stringify(order)}::jsonb)
      ON CONFLICT ("study_id", "id") DO NOTHING`;
    return yes(undefined);
  });
}

/** Takes up the file on its way in that has waited longest, or that somebody has left lying; null where there is none. */
export async function takeImport(db: Db): Promise<TakenImport | null> {
  const taken = await take(db, "import");
  return taken?.original ? { ...taken, original: taken.original } : null;
}

/** The same of files on their way out. */
export async function takeExport(db: Db): Promise<TakenExport | null> {
  const taken = await take(db, "export");
  return taken ? { ...taken, wanted: ExportOrder.parse(taken.wanted) } : null;
}

async function take(
  db: Db,
  kind: Job["kind"],
): Promise<(TakenBy & Readonly<{ original: string | null; wanted: unknown }>) | null> {
  const [taken] = await db.$queryRaw<(TakenBy & Readonly<{ original: string | null; wanted: unknown }>)[]>`
    UPDATE "job" j SET "state" = 'running', "attempt" = j."attempt" + 1, "done" = 0, "seen_at" = clock_timestamp(),
      "started_at" = coalesce(j."started_at", clock_timestamp())
    FROM (
      SELECT "study_id", "id" FROM "job"
      WHERE "kind" = ${kind} AND ("state" = 'queued'
        OR ("state" = 'running' AND "seen_at" < clock_timestamp() - make_interval(secs => ${LEASE}) AND "attempt" < ${ATTEMPTS}))
      ORDER BY "created_at" LIMIT 1 FOR UPDATE SKIP LOCKED
    ) w
    WHERE j."study_id" = w."study_id" AND j."id" = w."id"
    RETURNING j."study_id" AS study, j."id" AS job, j."by_id" AS person, j."attempt", j."original_id" AS original, j."asked" AS wanted`;
  return taken ?? null;
}

/**
 * Says how far a job is, and that somebody works on it; false where it is no longer theirs. Within a transaction nobody can
 * cancel it or take it over before that ends. What once began to be published stays so: it may be out already.
 */
export async function holdJob(db: Db, study: string, held: Held, reached: Reached | null): Promise<boolean> {
  const { stage = null, done = null, total = null } = reached ?? {};
  const changed = await db.$executeRaw`
    UPDATE "job" SET "seen_at" = clock_timestamp(),
      "stage" = CASE WHEN "stage" = 'publishing' THEN "stage" ELSE coalesce(${stage}::text, "stage") END,
      "done" = coalesce(${done}::int, "done"), "total" = coalesce(${total}::int, "total")
    WHERE "study_id" = ${study}::uuid AND "id" = ${held.job}::uuid AND "state" = 'running' AND "attempt" = ${held.attempt}::int`;
  return changed === 1;
}

/** What every end of a job writes. Which cards were asked for, thousands maybe, is of no use any more. */
const ENDED = Prisma.sql`"finished_at" = clock_timestamp(), "asked" = "asked" - 'cards'`;

/** Ends a job that is still this attempt's. Its plan, which has words in it, goes. */
export async function endJob(prisma: PrismaClient, taken: TakenBy, end: JobEnd): Promise<boolean> {
  return prisma.$transaction((db) => closeJob(db, taken, end));
}

/** The same within a transaction that does more. */
export async function closeJob(db: Db, { study, job, attempt }: TakenBy, end: JobEnd): Promise<boolean> {
  const result = end.state === "done" && end.result !== null ? JSON.stringify(end.result) : null;
  const fault = end.state === "failed" ? JSON.stringify(end.fault) : null;
  const changed = await db.$executeRaw`
    UPDATE "job" SET "state" = ${end.state}, "result" = ${result}::jsonb, "fault" = ${fault}::jsonb,
      ${ENDED}, "seen_at" = clock_timestamp()
    WHERE "study_id" = ${study}::uuid AND "id" = ${job}::uuid AND "state" = 'running' AND "attempt" = ${attempt}::int`;
  if (changed === 0) return false;
  await db.$executeRaw`DELETE FROM identity."job_plan" WHERE "study_id" = ${study}::uuid AND "job_id" = ${job}::uuid`;
  return true;
}

/** Puts a job back that this process cannot go on with. */
export async function releaseJob(db: Db, { study, job, attempt }: TakenBy): Promise<void> {
  await db.$executeRaw`
    UPDATE "job" SET "state" = 'queued', "seen_at" = clock_timestamp()
    WHERE "study_id" = ${study}::uuid AND "id" = ${job}::uuid AND "state" = 'running' AND "attempt" = ${attempt}::int`;
}

/**
 * Cancels a job that is not being published yet; false where it is too late, or there is none. Whoever may begin such a job may: a
 * file that comes in is cancelled by all who may change the study, one that leaves by nobody but whoever asked for it.
 */
export async function cancelJob(
  prisma: PrismaClient,
  study: string,
  person: string,
  job: string,
): Promise<Result<boolean, Refused>> {
  return prisma.$transaction(async (db) => {
    const [asked] = await db.$queryRaw<{ what: string | null }[]>`
      SELECT "asked" ->> 'what' AS what FROM "job" WHERE "study_id" = ${study}::uuid AND "id" = ${job}::uuid`;
    const what = What.nullable().parse(asked?.what ?? null);
    const refused = await refusal(db, study, person, what === null ? mayChange : (role) => mayTake(role, what));
    if (refused) return no(refused);
    const changed = await db.$executeRaw`
      UPDATE "job" SET "state" = 'cancelled', ${ENDED}
      WHERE "study_id" = ${study}::uuid AND "id" = ${job}::uuid AND "state" IN ('queued', 'running') AND "stage" <> 'publishing'
        AND ("kind" <> 'export' OR "by_id" = ${person}::uuid)`;
    return yes(changed === 1);
  });
}

/** Gives up what ended whoever tried it, and takes away what was staged for nothing. Returns the studies that changed. */
export async function tendJobs(db: Db): Promise<string[]> {
  const given = await db.$queryRaw<{ study: string }[]>`
    UPDATE "job" SET "state" = 'failed', "fault" = '{"code": "job.crashed"}', ${ENDED}
    WHERE "state" = 'running' AND "seen_at" < clock_timestamp() - make_interval(secs => ${LEASE}) AND "attempt" >= ${ATTEMPTS}
    RETURNING "study_id" AS study`;
  const left = await db.$queryRaw<{ study: string; job: string }[]>`
    SELECT "study_id" AS study, "id" AS job FROM "job" WHERE "state" IN ('failed', 'cancelled') AND NOT "swept" LIMIT 20`;
  for (const { study, job } of left) await sweepJob(db, study, job);
  return given.map(({ study }) => study);
}

/** Takes away what a job staged that came to nothing. */
export async function sweepJob(db: Db, study: string, job: string): Promise<void> {
  await db.$queryRaw`SELECT sweep_job(${study}::uuid, ${job}::uuid)`;
}

/**
 * The jobs of a study that go on or have just ended, the latest first: of files that come in and of files that leave as many
 * each, those that go on before others.
 */
export async function jobsOf(db: Db, study: string): Promise<Job[]> {
  const found = await db.$queryRaw<JobRow[]>`
    ${JOB} WHERE j."study_id" = ${study}::uuid AND j."id" IN (
      SELECT o."id" FROM (
        SELECT n."id", row_number() OVER (PARTITION BY n."kind" ORDER BY n."finished_at" IS NULL DESC, n."created_at" DESC) AS place
        FROM "job" n WHERE n."study_id" = ${study}::uuid
          AND (n."finished_at" IS NULL OR n."finished_at" > clock_timestamp() - interval '1 hour')
      ) o WHERE o.place <= ${LISTED}
    ) ORDER BY j."created_at" DESC`;
  return found.map(jobOf);
}

/** One job, however long ago it ended. */
export async function jobById(db: Db, study: string, job: string): Promise<Job | null> {
  const [found] = await db.$queryRaw<JobRow[]>`${JOB} WHERE j."study_id" = ${study}::uuid AND j."id" = ${job}::uuid`;
  return found ? jobOf(found) : null;
}

type JobRow = Readonly<{ kind: string; what: string | null; format: string | null; result: unknown; ready: boolean }>;

const JOB = Prisma.sql`
  SELECT j."id", j."kind", j."by_id" AS by, j."state", j."stage", j."done", j."total", j."result", j."fault",
    j."asked" ->> 'what' AS what, j."asked" ->> 'format' AS format, f."job_id" IS NOT NULL AS ready
  FROM "job" j LEFT JOIN identity."job_file" f
    ON f."study_id" = j."study_id" AND f."job_id" = j."id" AND f."until" > clock_timestamp()`;

/** A job as everybody is told of it. */
function jobOf({ what: named, format, result, ready, ...row }: JobRow): Job {
  if (row.kind === "import") return Job.parse({ ...row, result });
  const what = What.parse(named);
  return Job.parse({ ...row, what, format: ONE_FORM[what] ?? format, ready });
}

/** Why somebody may do no such thing in a study now; null where they may. */
export async function refusal(
  db: Db,
  study: string,
  person: string,
  allowed: (role: Role | null) => boolean,
): Promise<Refused | null> {
  const [found] = await db.$queryRaw<{ role: Role }[]>`
    SELECT "role" FROM "membership" WHERE "study_id" = ${study}::uuid AND "id" = ${person}::uuid AND NOT "gone"`;
  if (allowed(found?.role ?? null)) return null;
  return { code: found ? "role.refused" : "role.none" };
}

const mayChange = (role: Role | null) => may(role, "change");

/** How many jobs there are in each state, of those that go on or have just ended. */
export async function jobCounts(db: PrismaClient): Promise<Readonly<Record<string, number>>> {
  const found = await db.$queryRaw<{ state: string; count: bigint }[]>`
    SELECT "state", count(*) AS count FROM "job" GROUP BY "state"`;
  return Object.fromEntries(found.map(({ state, count }) => [state, Number(count)]));
}
