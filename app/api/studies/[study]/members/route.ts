/** The door for the names of those who belong to a study, for everybody who does. */
import { enter } from "#lib/server/auth/enter.ts";
import { refuseEntry, reply } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";
import { members } from "#lib/server/store/member.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/members">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  return reply({ people: await members(registry().db).named(scope.value.study) });
}
