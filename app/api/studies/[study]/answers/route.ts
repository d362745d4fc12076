/** The answers to a question (`?question=`), or how many each question has. */
import { Id } from "#lib/domain/field.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { answerCounts, answersFor } from "#lib/server/load/source.ts";
import { registry } from "#lib/server/registry.ts";

export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/answers">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const { db, vault } = registry();
  const { study, role } = scope.value;
  const question = new URL(request.url).searchParams.get("question");
  if (question === null) return reply(await answerCounts(db, study));
  if (!Id.safeParse(question).success) return refuse(404, "row.missing");
  return reply(await answersFor(db, vault, study, role, question));
}
