/** Looks for words in all that was said. By POST, so that what is looked for stands in no address and no log. */
import { Asked } from "#lib/domain/search/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { countSearch } from "#lib/server/auth/limits.ts";
import { jsonBody, refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { searchStudy } from "#lib/server/load/search.ts";
import { registry } from "#lib/server/registry.ts";

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/search">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const asked = Asked.safeParse(await jsonBody(request, 16 * 1024));
  if (!asked.success) return refuse(400, "body.bad");
  const { study, person } = scope.value;
  const seconds = await countSearch(person.id);
  if (seconds > 0) return refuse(429, "tries.wait", { seconds });
  const { db, vault } = registry();
  const found = await searchStudy(db, vault, study, person.id, asked.data);
  if (found.ok) return reply(found.value);
  if (found.fault.code === "study.missing") return refuseEntry(found.fault);
  const { code, start, end } = found.fault;
  return refuse(400, code, { start, end });
}
