/**
 * A job: long work that people see and can cancel. Ids, codes and numbers, never words.
 *
 * Rules: docs/spec/jobs.md.
 */
import * as z from "zod";
import { What } from "../export/order.ts";
import { Id } from "../field.ts";
import { Brought } from "../import/plan.ts";
import { FORMATS } from "../report/check.ts";

/** What is being done. What is being published, or kept for whoever asked, cannot be cancelled any more. */
const ImportStage = z.enum(["waiting", "reading", "staging", "publishing"]);
const ExportStage = z.enum(["waiting", "reading", "writing", "scanning", "publishing"]);
export type ExportStage = z.infer<typeof ExportStage>;
export type Stage = z.infer<typeof ImportStage> | ExportStage;

/** Why a job came to nothing: a code, and numbers for its sentence. */
const JobFault = z.looseObject({ code: z.string() });
export type JobFault = z.infer<typeof JobFault>;

const common = {
  id: Id,
  by: Id,
  state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
  done: z.int().min(0),
  total: z.int().min(0).nullable(), // null: not known yet
  fault: JobFault.nullable(),
};

/** A file on its way in; its id is also its plan's. */
export const ImportJob = z.strictObject({
  ...common,
  kind: z.literal("import"),
  stage: ImportStage,
  result: Brought.nullable(),
});
export type ImportJob = z.infer<typeof ImportJob>;

/** A file on its way out. */
const ExportJob = z.strictObject({
  ...common,
  kind: z.literal("export"),
  stage: ExportStage,
  what: What,
  format: z.enum(FORMATS),
  /** Whether there is something to fetch: the file, or why there is none. */
  ready: z.boolean(),
});
export type ExportJob = z.infer<typeof ExportJob>;

export const Job = z.discriminatedUnion("kind", [ImportJob, ExportJob]);
export type Job = z.infer<typeof Job>;

/** Whether a job goes on. */
export function isGoing({ state }: Pick<Job, "state">): boolean {
  return state === "queued" || state === "running";
}

/** Whether a job can still be cancelled: until its results are being published (J4). */
export function canCancel(job: Pick<Job, "state" | "stage">): boolean {
  return isGoing(job) && job.stage !== "publishing";
}

/** Whether a file comes in by it. */
export function isImport(job: Job): job is ImportJob {
  return job.kind === "import";
}

/** Whether a file leaves by it. */
export function isExport(job: Job): job is ExportJob {
  return job.kind === "export";
}
