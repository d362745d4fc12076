/** Cancels a job. */
import { enter, isUuid } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { keyOf } from "#lib/server/jobs/queue.ts";
import { registry } from "#lib/server/registry.ts";
import { cancelJob, sweepJob } from "#lib/server/store/job.ts";

export async function DELETE(request: Request, { params }: RouteContext<"/api/studies/[study]/jobs/[job]">) {
  const { study, job } = await params;
  const scope = await enter(request, study);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!isUuid(job)) return refuse(404, "job.over");
  const { db, imports, exports, jobsChanged } = registry();
  const cancelled = await cancelJob(db, study, scope.value.person.id, job);
  if (!cancelled.ok) return refuse(403, cancelled.fault.code);
  if (!cancelled.value) return refuse(409, "job.over");
  for (const queue of [imports, exports]) queue.stop(keyOf({ study, job }));
  jobsChanged(study);
  await sweepJob(db, study, job);
  return reply({ ok: true });
}
