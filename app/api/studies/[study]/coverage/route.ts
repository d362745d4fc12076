/** How much of each source is quoted. */
import { enter } from "#lib/server/auth/enter.ts";
import { refuseEntry, reply } from "#lib/server/http/reply.ts";
import { coverageOf } from "#lib/server/load/coverage.ts";
import { registry } from "#lib/server/registry.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/coverage">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  return reply(await coverageOf(registry().db, scope.value.study));
}
