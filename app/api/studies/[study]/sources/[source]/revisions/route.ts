/** The revisions of a source: what is known of them, and the door through which a text is corrected. */
import { Id } from "#lib/domain/field.ts";
import { Wish } from "#lib/domain/correction/wish.ts";
import { may } from "#lib/domain/member/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { correctText } from "#lib/server/handle/correct.ts";
import type { CorrectPorts } from "#lib/server/handle/correct.ts";
import { jsonBody, refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { pastOf, toldOf } from "#lib/server/load/past.ts";
import { registry } from "#lib/server/registry.ts";
import { speakersOf, stageRevision } from "#lib/server/store/revising.ts";

type Context = RouteContext<"/api/studies/[study]/sources/[source]/revisions">;

const LONGEST = 24 * 1024 * 1024; // a text of the greatest length, every turn of it said anew

export async function GET(request: Request, { params }: Context) {
  const { study: wanted, source } = await params;
  const scope = await enter(request, wanted);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!Id.safeParse(source).success) return refuse(404, "row.missing");
  const { study, role } = scope.value;
  if (!may(role, "readOriginals")) return refuse(403, "role.refused");
  return reply(await pastOf(registry().db, study, source));
}

/** Corrects the text, or goes back to an earlier one: all of it, or nothing that anybody can see. */
export async function POST(request: Request, { params }: Context) {
  const { study: wanted, source } = await params;
  const scope = await enter(request, wanted);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!Id.safeParse(source).success) return refuse(404, "row.missing");
  const { study, person, role } = scope.value;
  if (!may(role, "change") || !may(role, "readOriginals")) return refuse(403, "role.refused");
  const wish = Wish.safeParse(await jsonBody(request, LONGEST));
  if (!wish.success) return refuse(400, "body.bad");
  try {
    const corrected = await correctText(ports(), study, person.id, source, wish.data);
    if (corrected.ok) return reply(corrected.value, 201);
    const { code } = corrected.fault;
    return refuse(code.startsWith("role.") ? 403 : code === "source.revised" ? 409 : 422, code, corrected.fault);
  } catch (error) {
    registry().log.error({ err: error, study }, "a text could not be corrected");
    return refuse(500, "server.failed");
  }
}

function ports(): CorrectPorts {
  const { db, writer } = registry();
  return {
    told: (study, source, revision) => toldOf(db, study, source, revision),
    speakers: (study, source) => speakersOf(db, study, source),
    stage: (study, person, source, revision, told) => stageRevision(db, study, person, source, revision, told),
    submit: (study, items) => writer.submit(study, items),
  };
}
