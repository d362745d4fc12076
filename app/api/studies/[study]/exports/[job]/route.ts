/** Hands out a finished file to whoever asked for it, once; or says how far it is, or why there is none. */
import { may } from "#lib/domain/member/shape.ts";
import { enter, isUuid } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply, replyParts } from "#lib/server/http/reply.ts";
import { SOON_MS } from "#lib/server/http/soon.ts";
import { keyOf } from "#lib/server/jobs/queue.ts";
import { registry } from "#lib/server/registry.ts";
import { fetchMade } from "#lib/server/store/made.ts";

const NONE = {
  missing: [404, "row.missing"],
  denied: [403, "role.denied"],
  cancelled: [410, "job.cancelled"],
} as const;
/** What is no gate; all others are answered 409, with what their sentence needs. */
const FAULTS: Readonly<Record<string, number>> = {
  "row.missing": 404,
  "role.denied": 403,
  "server.failed": 500,
  "job.crashed": 500,
};

/** No GET: what is fetched is written down, and is gone afterwards. 202 while it is being made, 409 with what stands in its way. */
export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/exports/[job]">) {
  const { study: of, job } = await params;
  const scope = await enter(request, of);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, person, role } = scope.value;
  if (!may(role, "export")) return refuse(403, "role.denied"); // nothing at all
  if (!isUuid(job)) return refuse(404, "row.missing");
  const { db, vault, exports, log, jobsChanged } = registry();
  await exports.ended(keyOf({ study, job }), SOON_MS);
  const found = await fetchMade(db, vault, study, person.id, job);
  if ("going" in found) return reply(found.going, 202);
  if ("none" in found) {
    const [status, code] = NONE[found.none];
    return refuse(status, code);
  }
  if ("fault" in found) {
    jobsChanged(study); // one that is out of date is gone
    const { code } = found.fault;
    const status = FAULTS[code];
    return status ? refuse(status, code) : reply(found.fault, 409);
  }
  const { about, parts } = found;
  log.info({ study, format: about.format, size: about.size }, "a file was handed out");
  return replyParts({ ...about, parts: telling(parts(), () => jobsChanged(study)) });
}

/** The same parts; says when all of them were read. */
async function* telling<T>(parts: AsyncIterable<T>, done: () => void): AsyncGenerator<T> {
  yield* parts;
  done();
}
