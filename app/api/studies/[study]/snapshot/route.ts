/** The clock and every live row of a study, from one moment: ids and numbers, never words. */
import { rowsSeenBy } from "#lib/domain/study/hidden.ts";
import { pack } from "#lib/domain/study/packed.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";
import { snapshot } from "#lib/server/store/events.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/snapshot">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const found = await snapshot(registry().db, scope.value.study);
  if (!found) return refuse(404, "study.missing");
  const { epoch, seq, rows } = found;
  return reply({ epoch, seq, packed: pack(rowsSeenBy(rows, scope.value.person.id)) });
}
