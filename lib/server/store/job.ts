/** The rows of jobs: what people see of long work, and who holds it. Rules: docs/spec/jobs.md. */
import type { Stage } from "#lib/domain/job/shape.ts";
import type { Db } from "./rows.ts";

/** A job in the hands of one process: the attempt tells it from every other that ever held it. */
export type Held = Readonly<{ job: string; attempt: number }>;

/** How far a job is. */
export type Reached = Readonly<{ stage: Stage; done: number; total: number | null }>;

/**
 * Says how far a job is, and that somebody works on it; false where it is no longer theirs. Within a transaction nobody can
 * cancel it or take it over before that ends.
 */
export async function holdJob(db: Db, study: string, held: Held, reached: Reached | null): Promise<boolean> {
  const { stage = null, done = null, total = null } = reached ?? {};
  const changed = await db.$executeRaw`
    UPDATE "job" SET "seen_at" = clock_timestamp(), "stage" = coalesce(${stage}::text, "stage"),
      "done" = coalesce(${done}::int, "done"), "total" = coalesce(${total}::int, "total")
    WHERE "study_id" = ${study}::uuid AND "id" = ${held.job}::uuid AND "state" = 'running' AND "attempt" = ${held.attempt}::int`;
  return changed === 1;
}
