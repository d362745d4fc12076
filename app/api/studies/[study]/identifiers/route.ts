/** What may identify somebody in the study's sources: what is open, or what was decided. */
import { QueueAsked } from "#lib/domain/identifier/queue.ts";
import { may } from "#lib/domain/member/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { queueOf } from "#lib/server/load/queue.ts";
import { registry } from "#lib/server/registry.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/identifiers">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role, person } = scope.value;
  // It shows names and the words around them.
  if (!may(role, "readOriginals") || !may(role, "decideIdentifiers")) return refuse(403, "role.denied");
  const asked = QueueAsked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refuse(400, "body.bad");
  const { db, vault } = registry();
  return reply(await queueOf(db, vault, study, person.id, asked.data));
}
