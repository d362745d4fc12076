/** Takes a batch of commands and answers what became of each. */
import { Batch } from "#lib/domain/study/outcome.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { countCommands } from "#lib/server/auth/limits.ts";
import { Stopping } from "#lib/server/handle/writer.ts";
import { jsonBody, refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { registry } from "#lib/server/registry.ts";

const LIMIT = 16 * 1024 * 1024;

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/commands">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const batch = Batch.safeParse(await jsonBody(request, LIMIT));
  if (!batch.success) return refuse(400, "body.bad");

  const { study, person } = scope.value;
  const { writer, log, metrics } = registry();
  const { commands } = batch.data;
  const limit = await countCommands(person.id, study, commands.length);
  if (limit) {
    metrics.limited(limit.by, commands.length);
    return refuse(429, "commands.wait", { seconds: limit.seconds });
  }
  try {
    const items = commands.map((sent) => ({ ...sent, person: person.id }));
    return reply({ outcomes: await writer.submit(study, items) });
  } catch (error) {
    if (!(error instanceof Stopping)) log.error({ err: error, study }, "commands could not be carried out");
    return refuse(503, "server.later");
  }
}
