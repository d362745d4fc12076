/** What the jobs of a study are about, in words, for those who may read originals. How far they are comes on the live line. */
import { may } from "#lib/domain/member/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuseEntry, reply } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";
import { readFileNames } from "#lib/server/store/identity.ts";
import { jobsOf } from "#lib/server/store/job.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/jobs">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role } = scope.value;
  const { db, vault } = registry();
  if (!may(role, "readOriginals")) return reply({ names: {} });
  const jobs = await jobsOf(db, study);
  return reply({
    names: await readFileNames(
      db,
      vault,
      study,
      jobs.map(({ id }) => id),
    ),
  });
}
