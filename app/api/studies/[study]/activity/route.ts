/** The log as people read it, a part at a time: `?before=` or `?after=` a place in it, narrowed by `person`, `about`, `thing`, `from` and `to`. */
import { EVERYTHING, Narrow } from "#lib/domain/activity/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { partOf } from "#lib/server/load/activity.ts";
import { registry } from "#lib/server/registry.ts";

const LIMIT = 60;

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/activity">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const asked = new URL(request.url).searchParams;
  const narrow = Narrow.safeParse(Object.fromEntries(Object.keys(EVERYTHING).map((name) => [name, asked.get(name)])));
  const before = placeIn(asked.get("before"));
  const after = placeIn(asked.get("after"));
  if (!narrow.success || before === undefined || after === undefined) return refuse(400, "body.bad");
  const { study, person } = scope.value;
  const wanted = { person: person.id, narrow: narrow.data, before, after, limit: LIMIT };
  return reply(await partOf(registry().db, study, wanted));
}

/** A place in the log; null where none is asked for, undefined where it is none. */
function placeIn(words: string | null): number | null | undefined {
  if (words === null) return null;
  const seq = Number(words);
  return Number.isSafeInteger(seq) && seq >= 0 ? seq : undefined;
}
