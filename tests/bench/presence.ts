/**
 * What it costs that people on two instances see each other: a hundred pointers that move twenty times a second, half of
 * them on each server, while fifty people elsewhere give a command a second.
 *
 * Three ways in turn, five times each, of which the best counts, as other work on the machine only adds: in two studies, so that the instances have nothing to tell each other; in one study;
 * and in two again with a NOTIFY for each move beside it, which is what is not done. Everything runs on this machine,
 * the load included. `node tests/bench/presence.ts [seconds]`.
 */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import postgres from "postgres";
import * as z from "zod";
import { startDatabase } from "#lib/server/launch/database.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { startServer } from "#tests/kit/server.ts";
import { share } from "./board/watch.ts";
import { Caller, foundTeam, makePeople } from "./live/callers.ts";
import type { At, Person } from "./live/callers.ts";
import { processorOf, processorOfDatabase } from "./live/process.ts";

const SECONDS = Number(process.argv[2] ?? 10);
const ROUNDS = 5;
const MOVING = 100;
const WRITERS = 50;
const TOKEN = randomBytes(16).toString("hex");

const folders = [makeFolder("bench-presence"), makeFolder("bench-presence"), makeFolder("bench-presence")];
const [data = "", ...rest] = folders.map(({ folder }) => folder);
const database = await startDatabase({ project: process.cwd(), data, say: () => undefined });
const secret = randomBytes(32).toString("hex");
const env = { DATABASE_URL: database.url, CARTHEN_SECRET: secret, CARTHEN_METRICS_TOKEN: TOKEN };
const servers = [
  await startServer({ data: rest[0] ?? "", env }),
  await startServer({ data: rest[1] ?? "", env }),
] as const;
const sql = postgres(database.url, { max: 2, onnotice: () => undefined });

async function framesTold(at: At): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${at.port}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  return Number(/^carthen_frames_told_total (\d+)$/m.exec(await answer.text())?.[1]);
}

async function opened(at: At, person: Person, of: string): Promise<Caller> {
  const [clock] = await sql`SELECT "epoch", "seq"::int AS seq FROM "study_clock" WHERE "study_id" = ${of}`;
  const caller = new Caller(at, person, of, z.object({ epoch: z.string(), seq: z.number() }).parse(clock));
  await caller.ready;
  return caller;
}

const movers = await makePeople(sql, secret, MOVING);
const writers = await makePeople(sql, secret, WRITERS);
const { study: one } = await foundTeam(servers[0], movers);
const { study: other } = await foundTeam(servers[0], movers);
const { study: quiet } = await foundTeam(servers[0], writers);

/** What was used between two looks; a connection that has ended counts as little as one that was not there. */
function grown(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
  return [...after].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0);
}

/** Commands by another thread, which the load of the pointers does not hold up; how long each took. */
async function written(): Promise<number[]> {
  const worker = new Worker(new URL("live/writers.ts", import.meta.url), {
    workerData: { ports: servers.map(({ port }) => port), people: writers, study: quiet, seconds: SECONDS },
  });
  const [times] = (await once(worker, "message")) as [number[]]; // what that thread says
  await worker.terminate();
  return times;
}

async function measured(together: boolean, each: boolean) {
  const callers = await Promise.all(
    movers.map((person, n) => opened(servers[n % 2 === 0 ? 0 : 1], person, together || n % 2 === 0 ? one : other)),
  );
  const home = new Map(callers.map(({ person, at }) => [person.id, at]));
  const same: number[] = [];
  const elsewhere: number[] = [];
  for (const watcher of callers.slice(0, 4))
    watcher.onPresence = ({ here }) => {
      for (const { person, at } of here)
        if (at?.pointer) (home.get(person) === watcher.at ? same : elsewhere).push(performance.now() - at.pointer.x);
    };
  const naive = postgres(database.url, { max: 2, onnotice: () => undefined });
  const timers = callers.map((caller, n) =>
    setInterval(() => {
      const pointer = { x: performance.now(), y: n };
      const view = { x: 0, y: 0, w: 1440, h: 900 };
      const at = { page: "board" as const, source: null, board: one, pointer, selected: [], view };
      caller.say({ kind: "presence", at });
      if (each) void naive.notify("carthen_guests", `nobody ${JSON.stringify(at)}`);
    }, 50),
  );
  await pause(2000);
  same.length = elsewhere.length = 0;
  const look = async () => ({
    servers: (await processorOf(servers[0].pid)) + (await processorOf(servers[1].pid)),
    database: await processorOfDatabase(data),
    load: process.cpuUsage().user + process.cpuUsage().system, // microseconds
    frames: (await framesTold(servers[0])) + (await framesTold(servers[1])),
  });
  const before = await look();
  const began = performance.now();
  const acknowledged = await written();
  const seconds = (performance.now() - began) / 1000;
  const after = await look();
  for (const timer of timers) clearInterval(timer);
  for (const caller of callers) caller.close();
  await naive.end({ timeout: 5 });
  await pause(1000);
  return {
    "NOTIFY/s": each ? MOVING * 20 : (after.frames - before.frames) / seconds,
    "servers, % of a core": ((after.servers - before.servers) / seconds) * 100,
    "PostgreSQL, % of a core": (grown(before.database, after.database) / seconds) * 100,
    "the load itself, % of a core": (after.load - before.load) / seconds / 10_000,
    "acknowledged p50, ms": share(acknowledged, 0.5),
    "acknowledged p95, ms": share(acknowledged, 0.95),
    "presence p95, same instance, ms": share(same, 0.95),
    "presence p95, other instance, ms": elsewhere.length === 0 ? NaN : share(elsewhere, 0.95),
  };
}

try {
  const ways = [
    { name: "two studies", together: false, each: false },
    { name: "one study", together: true, each: false },
    { name: "a NOTIFY each", together: false, each: true },
  ];
  await measured(true, false); // warm
  const rounds: (typeof ways)[number][] = Array.from({ length: ROUNDS }, () => ways).flat();
  const runs: { name: string; figures: Awaited<ReturnType<typeof measured>> }[] = [];
  for (const { name, together, each } of rounds) runs.push({ name, figures: await measured(together, each) });
  console.log(`${MOVING} pointers at 20/s, ${WRITERS} commands/s, the best of ${ROUNDS} rounds of ${SECONDS} s`);
  console.log(`| ${"".padEnd(34)} | ${ways.map(({ name }) => name.padStart(14)).join(" | ")} |`);
  const [first] = runs;
  for (const figure of Object.keys(first?.figures ?? {}) as (keyof Awaited<ReturnType<typeof measured>>)[]) {
    const best = ways.map(({ name }) => {
      const found = runs.flatMap((run) => (run.name === name ? [run.figures[figure]] : []));
      return found.some(Number.isNaN) ? "–" : Math.min(...found).toFixed(1);
    });
    console.log(`| ${figure.padEnd(34)} | ${best.map((one) => one.padStart(14)).join(" | ")} |`);
  }
} finally {
  await sql.end();
  for (const server of servers) await server.stop();
  await database.stop();
  for (const { remove } of folders) remove();
}
