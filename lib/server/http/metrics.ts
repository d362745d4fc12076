/**
 * The door for metrics: off where no token is set, and shut to whoever does not bring it.
 *
 * It answers under every name of this machine, as whoever measures several instances asks each by itself; a page of
 * another site could reach it that way, but does not have the token. Rules: docs/spec/sync.md, Y50.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

type Text = Readonly<{ text: () => Promise<string>; type: string }>;

/** Answers where the request is for metrics and those are on; says whether it did. */
export async function answerMetrics(
  at: Readonly<{ token: string | null; metrics: Text | null }>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const path = (request.url ?? "/").split("?", 1)[0];
  if (path !== "/metrics" || at.token === null || !at.metrics) return false;
  if (!same(request.headers.authorization ?? "", `Bearer ${at.token}`)) {
    response.writeHead(401, { "WWW-Authenticate": "Bearer", "Content-Type": "text/plain; charset=utf-8" });
    response.end("Metrics need their token.\n");
    return true;
  }
  const text = await at.metrics.text();
  response.writeHead(200, { "Content-Type": at.metrics.type }).end(text);
  return true;
}

/** Compares in the same time whatever is given. */
function same(given: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
