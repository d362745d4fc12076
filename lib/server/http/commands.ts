/**
 * Takes a batch of commands and answers what became of each.
 *
 * The door hands these requests here without Next: what Next does around a route costs more than carrying the commands
 * out (docs/decisions/commands-beside-next.md). The route under app/ calls the same function.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { takesAway } from "#lib/domain/pad/shape.ts";
import { Batch } from "#lib/domain/study/outcome.ts";
import { enter } from "../auth/enter.ts";
import { countCommands } from "../auth/limits.ts";
import { Stopping } from "../handle/writer.ts";
import { registry } from "../registry.ts";
import { jsonBody, refuse, refuseEntry, reply } from "./reply.ts";

const LIMIT = 16 * 1024 * 1024;

/** Answers one batch for a study. */
export async function takeCommands(request: Request, of: string): Promise<Response> {
  const scope = await enter(request, of);
  if (!scope.ok) return refuseEntry(scope.fault);
  const batch = Batch.safeParse(await jsonBody(request, LIMIT));
  if (!batch.success) return refuse(400, "body.bad");

  const { study, person } = scope.value;
  const { writer, log, metrics, rest } = registry();
  const { commands } = batch.data;
  const limit = await countCommands(person.id, study, commands.length);
  if (limit) {
    metrics.limited(limit.by, commands.length);
    return refuse(429, "commands.wait", { seconds: limit.seconds });
  }
  try {
    if (commands.some(({ command }) => takesAway(command.kind))) await rest(study);
    const items = commands.map((sent) => ({ ...sent, person: person.id }));
    return reply({ outcomes: await writer.submit(study, items) });
  } catch (error) {
    if (!(error instanceof Stopping)) log.error({ err: error, study }, "commands could not be carried out");
    return refuse(503, "server.later");
  }
}

/** The same, for a request that came to the door. */
export async function answerCommands(request: IncomingMessage, response: ServerResponse, of: string): Promise<void> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  const { config } = registry();
  const body = await bodyOf(request);
  if (body === null) {
    response.writeHead(413, { connection: "close" }).end();
    return;
  }
  const asked = new Request(new URL(request.url ?? "/", config.url), { method: "POST", headers, body });
  const answer = await takeCommands(asked, of);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.writeHead(answer.status).end(await answer.text());
}

/** The body of a request, or null where it is too long. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LIMIT) return null;
    parts.push(part);
  }
  return Uint8Array.from(Buffer.concat(parts));
}
