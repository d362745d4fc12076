/** Withdraws an invitation that nobody has taken up. */
import { may } from "#lib/domain/member/shape.ts";
import { enter, isUuid } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";
import { links } from "#lib/server/store/link.ts";

export async function DELETE(request: Request, { params }: { params: Promise<{ study: string; invitation: string }> }) {
  const { study, invitation } = await params;
  const scope = await enter(request, study);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!may(scope.value.role, "managePeople")) return refuse(403, "role.refused");
  const done = isUuid(invitation) && (await links(registry().db).withdraw(study, invitation));
  return done ? reply({ ok: true }) : refuse(404, "link.dead");
}
