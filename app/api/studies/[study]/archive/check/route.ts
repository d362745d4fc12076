/** Says what would be in the data for an archive, what may not be, and what stands in their way. */
import { mayTake } from "#lib/domain/export/order.ts";
import { ArchiveAsked } from "#lib/domain/report/archive.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { checkArchive } from "#lib/server/handle/archive.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { registry } from "#lib/server/registry.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/archive/check">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role } = scope.value;
  if (!mayTake(role, "archive")) return refuse(403, "role.denied");
  const asked = ArchiveAsked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refuse(400, "body.bad");
  const { db, vault } = registry();
  return reply(await checkArchive(reportDesk(db, vault), study, asked.data.language));
}
