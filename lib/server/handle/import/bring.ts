/**
 * Bringing a file in: all of it or nothing.
 *
 * The text and the original file are staged outside the study's clock, where nobody sees them, and then published in
 * one transaction. A plan that is carried out again finds its own rows and makes nothing twice.
 * Knows nothing of Next or Prisma: the ports are handed in.
 *
 * Rules: docs/spec/import.md, I40 to I46, I101 to I107.
 */
import type { Brought, Plan } from "#lib/domain/import/plan.ts";
import type { Result } from "#lib/domain/result.ts";
import type { BringFault, BringPorts, Upload, Work } from "./ports.ts";
import { bringProject } from "./project.ts";
import { bringSurvey } from "./survey.ts";
import { bringTranscript } from "./transcript.ts";

/**
 * Brings a file in as planned.
 *
 * Faults: those of reading it; `role.*`; `job.over`; `plan.stale`, the plan speaks of speakers or columns that the file
 * does not have; `publish.refused`, the commands were refused, and nothing of the file can be seen.
 */
export async function bring(
  ports: BringPorts,
  work: Work,
  upload: Upload,
  plan: Plan,
): Promise<Result<Brought, BringFault>> {
  if (plan.kind === "project") return bringProject(ports, work, upload, plan);
  return plan.kind === "transcript"
    ? bringTranscript(ports, work, upload, plan)
    : bringSurvey(ports, work, upload, plan);
}
