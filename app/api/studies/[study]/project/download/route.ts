/** Hands out a project file for other software, or says why not. */
import { may } from "#lib/domain/member/shape.ts";
import { ProjectOrder } from "#lib/domain/report/project.ts";
import { downloadProject } from "#lib/server/handle/project.ts";
import { exportOrder } from "#lib/server/http/order.ts";
import { refuse, reply, replyFile } from "#lib/server/http/reply.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { registry } from "#lib/server/registry.ts";

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/project/download">) {
  const asked = await exportOrder(request, (await params).study, ProjectOrder);
  if (!asked.ok) return asked.fault;
  const { scope, order } = asked.value;
  const { study, person, role } = scope;
  // It keeps together who said what: what owners answer for.
  if (!may(role, "managePeople")) return refuse(403, "role.denied");
  const { db, vault, log } = registry();
  const made = await downloadProject(reportDesk(db, vault), study, person.id, order);
  if (!made.ok) {
    log.warn({ study, code: made.fault.code }, "a project was refused");
    return reply(made.fault, 409);
  }
  log.info({ study, profile: order.profile, size: made.value.bytes.length }, "a project was handed out");
  return replyFile(made.value);
}
