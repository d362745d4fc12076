/** Takes a published report back. For owners. */
import { may } from "#lib/domain/member/shape.ts";
import { enter, isUuid } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";
import { endPublication } from "#lib/server/store/publication.ts";

export async function DELETE(
  request: Request,
  { params }: RouteContext<"/api/studies/[study]/publications/[publication]">,
) {
  const { study, publication } = await params;
  const scope = await enter(request, study);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!may(scope.value.role, "managePeople")) return refuse(403, "role.refused");
  const done = isUuid(publication) && (await endPublication(registry().db, study, publication, scope.value.person.id));
  return done ? reply({ ok: true }) : refuse(404, "link.dead");
}
