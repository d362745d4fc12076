/** The text of a source as this person may read it; with `?revision=` an earlier one. */
import { Id } from "#lib/domain/field.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { readingFor } from "#lib/server/load/source.ts";
import { registry } from "#lib/server/registry.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/sources/[source]/text">) {
  const { study: wanted, source } = await params;
  const scope = await enter(request, wanted);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!Id.safeParse(source).success) return refuse(404, "row.missing");
  const revision = new URL(request.url).searchParams.get("revision");
  if (revision !== null && !Id.safeParse(revision).success) return refuse(404, "row.missing");
  const { db, vault } = registry();
  const { study, role } = scope.value;
  const reading = await readingFor(db, vault, study, role, source, revision);
  return reading ? reply(reading) : refuse(404, "row.missing");
}
