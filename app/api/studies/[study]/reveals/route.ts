/** Looking at one original with a reason; and, for owners, who has looked at which. */
import { may } from "#lib/domain/member/shape.ts";
import { RevealAsked } from "#lib/domain/reveal/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { body } from "#lib/server/http/who.ts";
import { revealOne } from "#lib/server/load/reveal.ts";
import { registry } from "#lib/server/registry.ts";
import { looksAt } from "#lib/server/store/reveal.ts";

const MOST = 1000; // looks that are told at once

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/reveals">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!may(scope.value.role, "managePeople")) return refuse(403, "role.denied");
  return reply({ looks: await looksAt(registry().db, scope.value.study, MOST) });
}

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/reveals">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!may(scope.value.role, "reveal")) return refuse(403, "role.denied");
  const asked = await body(request, RevealAsked);
  if (!asked.ok) return asked.answer;
  const { db, vault, log } = registry();
  const { study, person } = scope.value;
  const shown = await revealOne(db, vault, study, person.id, asked.value);
  if (!shown.ok) return refuse(shown.fault.code === "role.refused" ? 403 : 409, shown.fault.code);
  log.info(
    { study, person: person.id, what: asked.value.what, source: asked.value.source },
    "an original was looked at",
  );
  return reply(shown.value);
}
