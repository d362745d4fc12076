/** Says who could guess whose words the quotes are that a report would hold. */
import * as z from "zod";
import { may } from "#lib/domain/member/shape.ts";
import { BESIDES } from "#lib/domain/risk/beside.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { riskOf } from "#lib/server/load/risk.ts";
import { registry } from "#lib/server/registry.ts";

const Asked = z.strictObject({ beside: z.enum(BESIDES).default("none") });

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/report/risk">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { study, role, person } = scope.value;
  // It says which quotes are of the same person (RK14).
  if (!may(role, "managePeople") || !may(role, "readOriginals")) return refuse(403, "role.denied");
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refuse(400, "body.bad");
  const { db, vault } = registry();
  return reply(await riskOf(db, vault, study, person.id, asked.data.beside));
}
