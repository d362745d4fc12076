/** Says what would be in a project file for other software, what would not, and what stands in its way. */
import { may } from "#lib/domain/member/shape.ts";
import { ProjectAsked } from "#lib/domain/report/project.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { checkProject } from "#lib/server/handle/project.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { registry } from "#lib/server/registry.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/project/check">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role, person } = scope.value;
  if (!may(role, "managePeople") || !may(role, "export")) return refuse(403, "role.denied");
  const asked = ProjectAsked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refuse(400, "body.bad");
  const { db, vault } = registry();
  return reply(await checkProject(reportDesk(db, vault), study, person.id, asked.data));
}
