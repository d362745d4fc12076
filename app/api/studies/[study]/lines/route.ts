/** Where turns stand that memos are about: numbers and ids, no words. */
import { LinesAsked } from "#lib/domain/source/line.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { jsonBody, refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";
import { linesAt } from "#lib/server/store/turns.ts";

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/lines">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const asked = LinesAsked.safeParse(await jsonBody(request, 32 * 1024));
  if (!asked.success) return refuse(400, "body.bad");
  return reply({ lines: await linesAt(registry().db, scope.value.study, asked.data.lines) });
}
