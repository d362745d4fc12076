/** What people who work at that moment notice of a server that is told to stop: the real process, the browser's own code. */
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import "fake-indexeddb/auto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import * as z from "zod";
import { StudySession } from "#lib/client/study/session.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import { buildPages, generateClient } from "#lib/server/launch/build.ts";
import { foundTeam, give, line, makePeople, sent } from "#tests/bench/live/callers.ts";
import type { Person } from "#tests/bench/live/callers.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { startServer } from "#tests/kit/server.ts";
import type { RunningServer } from "#tests/kit/server.ts";

const http = fetch; // the test's own, whatever the page is given
const BOUND = 15_000; // milliseconds in which a process that is well has stopped
const secret = randomBytes(32).toString("hex");
const { folder: data, remove } = makeFolder("stop");
let fresh: FreshDatabase;
const running: RunningServer[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  await generateClient(process.cwd(), () => undefined);
  await buildPages(process.cwd(), () => undefined);
}, 400_000);
afterAll(async () => {
  vi.unstubAllGlobals();
  for (const server of running) await server.stop();
  await fresh.drop();
  remove();
}, 120_000);

async function start(port?: number): Promise<RunningServer> {
  const env = { DATABASE_URL: fresh.url, CARTHEN_SECRET: secret };
  const server = await startServer({ data, env, ...(port === undefined ? {} : { port }) });
  running.push(server);
  return server;
}

/** A study with so many who work on it, the owner first. */
async function peopled(server: RunningServer, count: number) {
  const people = await makePeople(fresh.owner, secret, count);
  return { people, ...(await foundTeam(server, people)) };
}

const question = () => sent({ kind: "question.add", id: randomUUID(), text: null });

async function logOf(study: string): Promise<string[]> {
  const rows = await fresh.owner<{ id: string }[]>`SELECT "cmd_id" AS id FROM "event" WHERE "study_id" = ${study}`;
  return rows.map(({ id }) => id);
}

/** What the door answers now. */
function asked(server: RunningServer, person: Person, path: string, body?: unknown): Promise<Response> {
  const headers = { cookie: person.cookie, origin: server.url, "content-type": "application/json" };
  return http(`${server.url}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test("[Y105] [Y106] [Y57] whoever comes to a process that stops is told to come later; what it has begun is answered", async () => {
  const server = await start();
  const { people, owner, study } = await peopled(server, 3);
  const socket = line(server, owner);
  await once(socket, "open");
  const closed = once(socket, "close") as Promise<[number]>;

  // Commands that wait for the study's clock, as long as the test holds it.
  let waiting: Promise<Outcome[][]> = Promise.resolve([]);
  let ended: Promise<number | string> = Promise.resolve("running");
  await fresh.owner.begin(async (sql) => {
    await sql`SELECT FROM "study_clock" WHERE "study_id" = ${study} FOR UPDATE`;
    waiting = Promise.all(people.map((person) => give(server, person, study, [question()])));
    await expect
      .poll(async () => {
        const [row] = await sql<{ waits: number }[]>`
          SELECT count(*)::int AS waits FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
        return row?.waits;
      })
      .toBe(1);
    ended = server.stop("SIGTERM");
    const health = () => asked(server, owner, "/api/health");
    await expect.poll(async () => (await health()).status, { interval: 5 }).toBe(503);
    expect(await (await health()).json()).toMatchObject({ status: "stopping" });
    const refused = await asked(server, owner, `/api/studies/${study}/commands`, { commands: [question()] });
    expect([refused.status, refused.headers.get("retry-after"), refused.headers.get("connection")]).toEqual([
      503,
      "2",
      "close",
    ]);
    const late = await new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      const upgrade = { connection: "Upgrade", upgrade: "websocket", host: `localhost:${server.port}` };
      const websocket = { "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==", "sec-websocket-version": "13" };
      request({ host: "127.0.0.1", port: server.port, path: "/api/live", headers: { ...upgrade, ...websocket } })
        .on("response", ({ statusCode, headers }) => resolve([statusCode, headers["retry-after"]]))
        .on("upgrade", () => reject(new Error("it was let in")))
        .on("error", reject)
        .end();
    });
    expect(late).toEqual([503, "2"]);
    expect((await closed)[0]).toBe(1012);
  });
  const outcomes = (await waiting).flat();
  expect(outcomes.map((outcome) => "seq" in outcome)).toEqual([true, true, true]);
  expect(await ended).toBe(0);
  const log = await logOf(study);
  for (const { cmdId } of outcomes) expect(log.filter((id) => id === cmdId)).toHaveLength(1);
});

/** Has this process be a page of somebody's, as far as the client code can tell; what its commands were answered. */
function asPageOf(person: Person, server: RunningServer): { statuses: number[] } {
  const statuses: number[] = [];
  vi.stubGlobal("location", { protocol: "http:", host: new URL(server.url).host });
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => setTimeout(draw, 16));
  vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => {
    const headers = { ...(init.headers as Record<string, string>), cookie: person.cookie, origin: server.url };
    const answer = await http(`${server.url}${path}`, { ...init, headers });
    if (path.endsWith("/commands")) statuses.push(answer.status);
    return answer;
  });
  const socket = function socket() {
    const one = line(server, person);
    one.on("error", () => undefined); // it closes then, which the client hears
    return one;
  };
  vi.stubGlobal("WebSocket", Object.assign(socket, { OPEN: WebSocket.OPEN }));
  return { statuses };
}

test("[Y107] [Y3] a process that stops under load ends by itself; all that was acknowledged is in the log, and what was refused comes again", async () => {
  const server = await start();
  const { people, owner, study } = await peopled(server, 8);
  const { statuses } = asPageOf(owner, server);
  const session = new StudySession(study, { id: owner.id, name: "The owner", role: "owner" }, () => undefined);
  await new Promise<void>((resolve) =>
    session.subscribe(() => session.standing.loaded && session.standing.live && resolve()),
  );

  let going = true;
  let refused = 0;
  const acknowledged = new Map<string, number>();
  /** One after another, each until it is answered. */
  const works = people.slice(1).map(async (person) => {
    while (going) {
      const command = question();
      while (!acknowledged.has(command.cmdId)) {
        const answer = await asked(server, person, `/api/studies/${study}/commands`, { commands: [command] }).catch(
          () => null, // the line broke, or nobody is there
        );
        if (answer?.status === 200) {
          const { outcomes } = z
            .object({ outcomes: z.array(z.object({ seq: z.number() })) })
            .parse(await answer.json());
          acknowledged.set(command.cmdId, outcomes[0]?.seq ?? 0);
        } else {
          if (answer?.status === 503) refused++;
          await answer?.text();
          await pause(20);
        }
      }
    }
  });
  const given: Promise<Outcome>[] = [];
  const page = (async () => {
    for (; going; await pause(5)) given.push(session.send({ kind: "question.add", id: randomUUID(), text: null }));
  })();

  await expect.poll(() => Math.min(acknowledged.size, statuses.length), { timeout: 20_000 }).toBeGreaterThan(20);
  const began = performance.now();
  expect(await server.stop("SIGTERM")).toBe(0);
  expect(performance.now() - began).toBeLessThan(BOUND);
  const before = acknowledged.size;
  expect(refused).toBeGreaterThan(0); // whether the page asked in just that moment is chance
  await start(server.port);
  await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 20);
  going = false;
  await Promise.all([...works, page]);
  const outcomes = await Promise.all(given);
  session.close();

  const log = await logOf(study);
  expect(new Set(log).size).toBe(log.length);
  const stands = new Set(log);
  expect([...acknowledged.keys()].filter((id) => !stands.has(id))).toEqual([]);
  expect(outcomes.filter((outcome) => !("seq" in outcome) || !stands.has(outcome.cmdId))).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(50);
});
