/**
 * The front door: every request and every upgrade passes here before Next or the live socket sees it.
 *
 * Knows nothing of people or studies. Rules: docs/spec/runtime.md, RT15 to RT19;
 * docs/spec/sync.md, Y105.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

import type { Config } from "../config.ts";
import type { Metrics } from "../metrics.ts";
import type { Phase } from "../registry.ts";
import { commandsFor } from "./commands-for.ts";
import { commonHeaders, contentSecurityPolicy, makeNonce, PUBLISHED, publishedPolicy } from "./headers.ts";
import { whose } from "./host.ts";
import { answerMetrics } from "./metrics.ts";

/** When to come again, in seconds, to a process that starts or stops. */
const LATER = 2;

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export type Door = {
  phase: Phase;
  /** Next, once it is ready. */
  pages: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null;
  /** The live socket. */
  live: Upgrade | null;
  /** Takes commands for a study, without Next. */
  commands: ((request: IncomingMessage, response: ServerResponse, study: string) => Promise<void>) | null;
  /** What the process measures. */
  metrics: Metrics | null;
  /** Next's own socket for reloading pages; only while working on Carthen itself. */
  reload: Upgrade | null;
};

function plain(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${words}\n`);
}

/** Answers one request. */
export async function answer(
  door: Readonly<Door>,
  at: Readonly<{ config: Config; version: string }>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { config } = at;
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  for (const [name, value] of Object.entries(commonHeaders({ url: config.url, path }))) response.setHeader(name, value);

  if (await answerMetrics({ token: config.metricsToken, metrics: door.metrics }, request, response)) return;
  const target = whose(request.headers.host, config.url);
  if (target === "foreign") return plain(response, 421, `This is Carthen, and it answers only at ${config.url}.`);

  if (door.phase !== "ready" || !door.pages) {
    response.setHeader("Retry-After", LATER);
    if (door.phase === "stopping") response.setHeader("Connection", "close");
    if (path === "/api/health") {
      response.writeHead(503, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ status: door.phase, version: at.version, database: "unknown", seq: 0 }));
      return;
    }
    return plain(
      response,
      503,
      door.phase === "stopping" ? "Carthen is stopping." : "Carthen is starting; try again in a moment.",
    );
  }

  const study = door.commands ? commandsFor(request) : null;
  if (study !== null && door.commands) return door.commands(request, response, study);

  // People who typed another of this machine's names would be signed out by the first link that holds our own.
  if (
    target === "loopback" &&
    isLocal(config) &&
    new URL(config.url).hostname !== hostname(request) &&
    isVisit(request)
  ) {
    response.writeHead(307, { Location: `${config.url}${request.url ?? "/"}` }).end();
    return;
  }

  if (path.startsWith(PUBLISHED)) response.setHeader("Content-Security-Policy", publishedPolicy());
  else if (!path.startsWith("/_next/static/")) {
    const nonce = makeNonce();
    const policy = contentSecurityPolicy({ nonce, url: config.url, dev: config.dev });
    request.headers["x-nonce"] = nonce; // for the page's frame, which hands it to react-aria
    request.headers["content-security-policy"] = policy; // where Next looks for the nonce of its scripts
    response.setHeader("Content-Security-Policy", policy);
  }
  await door.pages(request, response);
}

function hostname(request: IncomingMessage): string {
  return new URL(`http://${request.headers.host ?? "unknown"}`).hostname;
}

function isLocal(config: Config): boolean {
  return config.url.startsWith("http:");
}

/** A person going to a page, not a script or a health check fetching something. */
function isVisit(request: IncomingMessage): boolean {
  return request.method === "GET" && request.headers["sec-fetch-dest"] === "document";
}

/**
 * Hands an upgrade to the live socket, or asks it to come later, and destroys every other: Next must never see one in production
 * (GHSA-c4j6-fc7j-m34r let it be used to reach other machines).
 */
export function upgrade(
  door: Readonly<Door>,
  config: Config,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  socket.on("error", () => socket.destroy()); // a peer that goes away is no fault of ours
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const ours = whose(request.headers.host, config.url) !== "foreign";
  if (ours && path === "/api/live") {
    if (door.phase === "ready" && door.live) return door.live(request, socket, head);
    socket.end(`HTTP/1.1 503 Service Unavailable\r\nRetry-After: ${LATER}\r\nConnection: close\r\n\r\n`);
    return;
  }
  if (ours && door.phase === "ready" && path.startsWith("/_next/") && door.reload)
    return door.reload(request, socket, head);
  socket.destroy();
}
