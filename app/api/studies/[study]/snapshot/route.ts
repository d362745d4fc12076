/** The clock and every live row of a study, from one moment: ids and numbers, never words. */
import { rowsSeenBy } from "#lib/domain/study/hidden.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";
import { snapshot } from "#lib/server/store/events.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/snapshot">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const found = await snapshot(registry().db, scope.value.study);
  return found
    ? reply({ ...found, rows: rowsSeenBy(found.rows, scope.value.person.id) })
    : refuse(404, "study.missing");
}
