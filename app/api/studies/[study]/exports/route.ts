/** The door by which every file leaves: it is asked for here, made by a job, and fetched once that has ended. */
import * as z from "zod";
import { ExportOrder, MOST_CARDS } from "#lib/domain/export/order.ts";
import { Id } from "#lib/domain/field.ts";
import { isGoing } from "#lib/domain/job/shape.ts";
import { may } from "#lib/domain/member/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { jsonBody, refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { SOON_MS } from "#lib/server/http/soon.ts";
import { keyOf } from "#lib/server/jobs/queue.ts";
import { registry } from "#lib/server/registry.ts";
import { addExport, jobById } from "#lib/server/store/job.ts";

const Asked = z.strictObject({ id: Id, order: ExportOrder });

/** Begins to make a file. Answers with the job: 201 where it has ended already, as small files do, 202 where it goes on. */
export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/exports">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, person, role } = scope.value;
  if (!may(role, "export")) return refuse(403, "role.denied"); // nothing at all
  const asked = Asked.safeParse(await jsonBody(request, 64 * MOST_CARDS));
  if (!asked.success) return refuse(400, "body.bad");
  const { id, order } = asked.data;
  const { db, exports, jobsChanged } = registry();
  const added = await addExport(db, study, person.id, id, order);
  if (!added.ok) return added.fault.code === "export.many" ? reply(added.fault, 409) : refuse(403, "role.denied");
  jobsChanged(study);
  exports.wake();
  await exports.ended(keyOf({ study, job: id }), SOON_MS);
  const job = await jobById(db, study, id);
  return job ? reply(job, isGoing(job) ? 202 : 201) : refuse(500, "server.failed");
}
