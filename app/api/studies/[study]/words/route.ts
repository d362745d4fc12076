/** The door for words: phrases, names and quotes as this person may see them. */
import * as z from "zod";
import { Id } from "#lib/domain/field.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { jsonBody, refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { wordsFor } from "#lib/server/load/words.ts";
import { registry } from "#lib/server/registry.ts";

const Ids = z.array(Id).max(5000);
const Asked = z.strictObject({ phrases: Ids, names: Ids, quotes: Ids });

/** All that people wrote, or with `?quoted` all that respondents said. */
export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/words">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { db, vault } = registry();
  const { study, role, person } = scope.value;
  const part = new URL(request.url).searchParams.has("quoted") ? "quoted" : "written";
  return reply(await wordsFor(db, vault, study, { id: person.id, role }, part));
}

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/words">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const asked = Asked.safeParse(await jsonBody(request, 1024 * 1024));
  if (!asked.success) return refuse(400, "body.bad");
  const { db, vault } = registry();
  const { study, role, person } = scope.value;
  return reply(await wordsFor(db, vault, study, { id: person.id, role }, asked.data));
}
