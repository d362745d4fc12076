/** Where an identifier stands in the study's sources, with what is decided of single places. */
import { may } from "#lib/domain/member/shape.ts";
import { MentionsAsked } from "#lib/domain/mention/listed.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { mentionsOf } from "#lib/server/load/mentions.ts";
import { registry } from "#lib/server/registry.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/identifiers/mentions">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role } = scope.value;
  // It shows names and the words around them, and whom a replacement stands for.
  if (!may(role, "readOriginals") || !may(role, "decideIdentifiers")) return refuse(403, "role.denied");
  const asked = MentionsAsked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refuse(400, "body.bad");
  const { db, vault } = registry();
  return reply(await mentionsOf(db, vault, study, asked.data));
}
