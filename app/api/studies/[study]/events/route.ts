/** The log after a place, for a browser that has missed some. */
import { seenBy } from "#lib/domain/study/hidden.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";
import { eventsAfter } from "#lib/server/store/events.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/events">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const after = Number(new URL(request.url).searchParams.get("after"));
  if (!Number.isSafeInteger(after) || after < 0) return refuse(400, "body.bad");
  const { study, person } = scope.value;
  const events = await eventsAfter(registry().db, study, after, 2000);
  return reply({ events: events.map((event) => seenBy(event, person.id)) });
}
