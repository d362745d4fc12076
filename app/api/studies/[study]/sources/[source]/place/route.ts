/** Where this person is in a source and what they have read of it; nobody else is told. */
import { Id } from "#lib/domain/field.ts";
import { PlaceTold } from "#lib/domain/source/place.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { jsonBody, refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";
import { keepPlace, placeIn } from "#lib/server/store/place.ts";

type Context = RouteContext<"/api/studies/[study]/sources/[source]/place">;

export async function GET(request: Request, { params }: Context) {
  const { study: wanted, source } = await params;
  const scope = await enter(request, wanted);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!Id.safeParse(source).success) return refuse(404, "row.missing");
  const { study, person } = scope.value;
  return reply(await placeIn(registry().db, study, person.id, source));
}

export async function POST(request: Request, { params }: Context) {
  const { study: wanted, source } = await params;
  const scope = await enter(request, wanted);
  if (!scope.ok) return refuseEntry(scope.fault);
  const told = PlaceTold.safeParse(await jsonBody(request, 256 * 1024));
  if (!told.success) return refuse(400, "body.bad");
  if (!Id.safeParse(source).success) return refuse(404, "row.missing");
  const { study, person } = scope.value;
  const kept = await keepPlace(registry().db, study, person.id, source, told.data);
  return kept ? reply({}) : refuse(404, "row.missing");
}
