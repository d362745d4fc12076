/** The clock and every live row of a study, from one moment: ids and numbers, never words. */
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, replyGzipped } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/snapshot">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const found = await registry().snapshots.of(scope.value.study, scope.value.person.id);
  return found ? replyGzipped(found) : refuse(404, "study.missing");
}
