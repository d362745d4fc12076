/** What was erased of a participant who has withdrawn, and which files had left before. */
import { Id } from "#lib/domain/field.ts";
import { may } from "#lib/domain/member/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { erasureOf } from "#lib/server/load/erasure.ts";
import { registry } from "#lib/server/registry.ts";

type Context = RouteContext<"/api/studies/[study]/participants/[participant]/erasure">;

export async function GET(request: Request, { params }: Context) {
  const { study: wanted, participant } = await params;
  const scope = await enter(request, wanted);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role } = scope.value;
  if (!may(role, "managePeople")) return refuse(403, "role.denied");
  if (!Id.safeParse(participant).success) return refuse(404, "row.missing");
  const told = await erasureOf(registry().db, study, participant);
  return told ? reply(told) : refuse(404, "row.missing");
}
