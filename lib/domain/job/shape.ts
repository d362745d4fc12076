/**
 * A job: long work that people see and can cancel. Ids, codes and numbers, never words.
 *
 * Rules: docs/spec/jobs.md.
 */
import * as z from "zod";
import { Id } from "../field.ts";
import { Brought } from "../import/plan.ts";

/** What is being done. What is being published cannot be cancelled any more. */
const Stage = z.enum(["waiting", "reading", "staging", "publishing"]);
export type Stage = z.infer<typeof Stage>;

/** Why a job came to nothing: a code, and numbers for its sentence. */
const JobFault = z.looseObject({ code: z.string() });
export type JobFault = z.infer<typeof JobFault>;

export const Job = z.strictObject({
  id: Id, // also the plan's
  kind: z.enum(["import"]),
  by: Id,
  state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
  stage: Stage,
  done: z.int().min(0),
  total: z.int().min(0).nullable(), // null: not known yet
  result: Brought.nullable(),
  fault: JobFault.nullable(),
});
export type Job = z.infer<typeof Job>;

/** Whether a job goes on. */
export function isGoing({ state }: Pick<Job, "state">): boolean {
  return state === "queued" || state === "running";
}

/** Whether a job can still be cancelled: until its results are being published (J4). */
export function canCancel(job: Pick<Job, "state" | "stage">): boolean {
  return isGoing(job) && job.stage !== "publishing";
}
