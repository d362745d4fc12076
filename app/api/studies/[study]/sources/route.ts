/** What the list of sources needs besides the rows, and the door through which a file comes in. */
import { Plan } from "#lib/domain/import/plan.ts";
import { isGoing } from "#lib/domain/job/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { originalOf } from "#lib/server/handle/import/original.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { SOON_MS } from "#lib/server/http/soon.ts";
import { readUpload } from "#lib/server/http/upload.ts";
import { keyOf } from "#lib/server/jobs/queue.ts";
import { registry } from "#lib/server/registry.ts";
import { addJob, jobById } from "#lib/server/store/job.ts";
import { turnCounts } from "#lib/server/store/turns.ts";

/** Turns by source. Numbers only, so every role may ask. */
export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/sources">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  return reply({ turns: await turnCounts(registry().db, scope.value.study) });
}

/**
 * Brings one file in, as planned in the preview: all of it, or nothing that anybody can see. Answers with the job: 201 where
 * it has ended already, as small files do, 202 where it goes on.
 */
export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/sources">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const upload = await readUpload(request, "plan", Plan);
  if (!upload.ok) return refuse(400, upload.fault.code, upload.fault);
  const { study, person } = scope.value;
  const { file, said: plan } = upload.value;
  const { db, vault, imports, log, jobsChanged } = registry();
  try {
    const added = await addJob(db, vault, study, person.id, originalOf(plan.id, file), plan);
    if (!added.ok) return refuse(403, added.fault.code);
    jobsChanged(study);
    imports.wake();
    await imports.ended(keyOf({ study, job: plan.id }), SOON_MS);
    const job = await jobById(db, study, plan.id);
    if (job?.state === "failed") return refuse(422, job.fault?.code ?? "server.failed", job.fault ?? {});
    return job ? reply(job, isGoing(job) ? 202 : 201) : refuse(500, "server.failed");
  } catch (error) {
    log.error({ err: error, study }, "a file could not be taken in");
    return refuse(500, "server.failed");
  }
}
