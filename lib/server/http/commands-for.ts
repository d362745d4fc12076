/** Which requests bring commands. Knows nothing else: the door is open before there is a database. */
import type { IncomingMessage } from "node:http";

/** The study for which a request brings commands, or null where it is another request. */
export function commandsFor(request: IncomingMessage): string | null {
  if (request.method !== "POST") return null;
  return /^\/api\/studies\/([0-9a-f-]{36})\/commands$/.exec(request.url ?? "")?.[1] ?? null;
}
