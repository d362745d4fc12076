/**
 * `npm run test:kill -- --rounds 100 [--stop 30]`: a real server under load from real clients, and what befalls servers.
 *
 * Rounds take turns: the app is told to end, it is killed, PostgreSQL is, both are, the app stands still, the line of hints is cut, the disk
 * is full (as root, on a small disk in memory; else reported as skipped). Clients give commands over HTTP and give one
 * again that was not answered, as browsers do. Afterwards every command that was acknowledged stands in the log once.
 */
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import type { Sent } from "#lib/domain/study/outcome.ts";
import { foundTeam, give, makePeople, sent } from "#tests/bench/live/callers.ts";
import type { Person } from "#tests/bench/live/callers.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { startServer } from "#tests/kit/server.ts";
import type { RunningServer } from "#tests/kit/server.ts";

const { values } = parseArgs({ options: { rounds: { type: "string" }, stop: { type: "string" } } });
const ROUNDS = Number(values.rounds ?? 14);
const STILL = Number(values.stop ?? 30) * 1000;
const CLIENTS = 6;
const DISK = 700; // MB: room for the database and its log, filled up by us

const KINDS = ["told", "app", "postgres", "both", "still", "hints", "disk"] as const;
type Kind = (typeof KINDS)[number];

const { folder, remove } = makeFolder("kill");
const data = path.join(folder, "data");
mkdirSync(data, { mode: 0o711 });
const disk = mount();

/** Puts the data on a small disk in memory, so that it can be full. */
function mount(): boolean {
  try {
    if (process.getuid?.() !== 0) return false;
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK}m,mode=0711`, "tmpfs", data], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** One who gives a command after another, each until it is answered. */
class Client {
  readonly acknowledged = new Map<string, number>();
  private going = true;
  private readonly person: Person;
  private readonly study: string;
  private readonly at: () => RunningServer;

  constructor(person: Person, study: string, at: () => RunningServer) {
    this.person = person;
    this.study = study;
    this.at = at;
  }

  /** What was answered that should not be; whoever waits for this client is told. */
  fault: Error | null = null;

  async work(): Promise<void> {
    try {
      while (this.going) {
        const command = sent({ kind: "question.add", id: randomUUID(), text: null });
        while (this.going && !(await this.given(command))) await pause(150);
        await pause(10);
      }
    } catch (error) {
      this.fault = error instanceof Error ? error : new Error(String(error));
    }
  }

  stop(): void {
    this.going = false;
  }

  private async given(command: Sent): Promise<boolean> {
    try {
      const timely = AbortSignal.timeout(20_000);
      const late = new Promise<never>((_, reject) => timely.addEventListener("abort", () => reject(new Error("late"))));
      const [outcome] = await Promise.race([give(this.at(), this.person, this.study, [command]), late]);
      if (!outcome) return false;
      if (!("seq" in outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
      this.acknowledged.set(command.cmdId, Number(outcome.seq));
      return true;
    } catch (error) {
      if (error instanceof Error && error.message.startsWith("refused")) throw error;
      return false; // not answered: given again
    }
  }
}

/** The process ids of the database: the first is the one that started the others. */
function postgresOf(): number[] {
  const [first] = readFileSync(path.join(data, "postgres", "postmaster.pid"), "utf8").split("\n");
  const listed = execFileSync("ps", ["-e", "-o", "pid=,ppid="], { encoding: "utf8" });
  const children = listed.split("\n").flatMap((line) => {
    const [pid, parent] = line.trim().split(/\s+/);
    return parent === first && pid ? [Number(pid)] : [];
  });
  return [Number(first), ...children];
}

function kill(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // it is gone already
    }
  }
}

async function again(old: RunningServer): Promise<RunningServer> {
  if (alive(old.pid)) await old.stop("SIGKILL");
  return startServer({ data, port: old.port });
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function strike(kind: Kind, server: RunningServer): Promise<RunningServer | "skipped"> {
  if (kind === "told") {
    const code = await server.stop("SIGTERM");
    if (code !== 0) throw new Error(`it was told to end, and ended with ${code}`);
  }
  if (kind === "app") kill([server.pid], "SIGKILL");
  if (kind === "postgres") kill(postgresOf(), "SIGKILL");
  if (kind === "both") kill([server.pid, ...postgresOf()], "SIGKILL");
  if (kind === "still") {
    kill([server.pid], "SIGSTOP");
    await pause(STILL);
    kill([server.pid], "SIGCONT");
    return server;
  }
  if (kind === "hints") {
    const sql = postgres(server.database ?? "", { max: 1, onnotice: () => undefined });
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'carthen hints'`;
    await sql.end();
    return server;
  }
  if (kind === "disk") {
    if (!disk) return "skipped";
    const filler = path.join(data, "filler");
    const block = Buffer.alloc(1024 * 1024);
    try {
      for (;;) appendFileSync(filler, block);
    } catch {
      // now it is full
    }
    await pause(5000);
    rmSync(filler);
    kill([server.pid, ...postgresOf()], "SIGKILL");
  }
  await pause(1500);
  return again(server);
}

/** Whether everybody is answered again. */
async function well(clients: readonly Client[]): Promise<void> {
  const before = clients.map(({ acknowledged }) => acknowledged.size);
  const limit = Date.now() + 120_000;
  while (clients.some(({ acknowledged }, at) => acknowledged.size <= (before[at] ?? 0))) {
    for (const { fault } of clients) if (fault) throw fault;
    if (Date.now() > limit) throw new Error("some are not answered any more");
    await pause(50);
  }
}

async function check(server: RunningServer, study: string, clients: readonly Client[]): Promise<number> {
  const given = clients.flatMap(({ acknowledged }) => [...acknowledged]); // what is acknowledged from now on, the log may not show
  const sql = postgres(server.database ?? "", { max: 1, onnotice: () => undefined });
  try {
    const log = await sql<{ seq: number; id: string }[]>`
      SELECT seq::int AS seq, cmd_id AS id FROM event WHERE study_id = ${study} ORDER BY seq`;
    if (log.some(({ seq }, at) => seq !== at + 1)) throw new Error("the log has gaps");
    const places = Map.groupBy(log, ({ id }) => id);
    for (const [id, seq] of given) {
      const found = places.get(id) ?? [];
      if (found.length !== 1 || found[0]?.seq !== seq)
        throw new Error(
          `${id} was acknowledged as ${seq} and stands in the log at ${found.map((one) => one.seq).join()}`,
        );
    }
    return given.length;
  } finally {
    await sql.end();
  }
}

let server = await startServer({ data });
let failed = false;
const clients: Client[] = [];
try {
  const sql = postgres(server.database ?? "", { max: 1, onnotice: () => undefined });
  const secret = readFileSync(path.join(data, "secret"), "utf8").trim();
  const people = await makePeople(sql, secret, CLIENTS);
  await sql.end();
  const { study } = await foundTeam(server, people);
  clients.push(...people.map((person) => new Client(person, study, () => server)));
  const works = clients.map((client) => client.work());
  await well(clients);
  for (let round = 0; round < ROUNDS; round++) {
    const kind = KINDS[round % KINDS.length] ?? "app";
    await pause(300 + Math.random() * 1200);
    const began = performance.now();
    const struck = await strike(kind, server);
    if (struck === "skipped") {
      console.log(`${String(round + 1).padStart(3)} ${kind.padEnd(9)} skipped: only root can make a small disk`);
      continue;
    }
    server = struck;
    await well(clients);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const count = await check(server, study, clients);
    console.log(
      `${String(round + 1).padStart(3)} ${kind.padEnd(9)} back after ${seconds} s; ${count} acknowledged, each there once`,
    );
  }
  for (const client of clients) client.stop();
  await Promise.all(works);
  for (const { fault } of clients) if (fault) throw fault;
  console.log(`${await check(server, study, clients)} acknowledged, 0 lost, 0 twice, 0 gaps`);
} catch (error) {
  failed = true;
  console.error(error);
  console.error(server.output().slice(-3000));
} finally {
  for (const client of clients) client.stop();
  await server.stop().catch(() => undefined);
  if (disk) execFileSync("umount", ["-l", data], { stdio: "ignore" });
  remove();
}
process.exit(failed ? 1 : 0);
