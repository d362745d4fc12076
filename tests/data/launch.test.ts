/**
 * The whole program, started and stopped as people would: as root from a folder that PostgreSQL's user cannot enter,
 * killed, on a database that is run elsewhere.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { homedir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import { buildPages, generateClient } from "#lib/server/launch/build.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { startServer } from "#tests/kit/server.ts";
import type { RunningServer } from "#tests/kit/server.ts";

const made: (() => void)[] = [];
const running: RunningServer[] = [];
function folder(name: string): string {
  const one = makeFolder(name);
  made.push(one.remove);
  return one.folder;
}
async function start(options: Parameters<typeof startServer>[0]): Promise<RunningServer> {
  const server = await startServer(options);
  running.push(server);
  return server;
}
async function health(server: RunningServer): Promise<unknown> {
  return (await fetch(`${server.url}/api/health`)).json();
}
const well = { status: "ready", database: "up" };

/** The database server's process, from its own note. */
function postmaster(data: string): number {
  return Number(readFileSync(path.join(data, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

/** Whether a process still works; one that ended and that nobody has asked after does not. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return !stat.slice(stat.lastIndexOf(")")).startsWith(") Z");
  } catch {
    return false;
  }
}

beforeAll(async () => {
  await generateClient(process.cwd(), () => undefined);
  await buildPages(process.cwd(), () => undefined);
}, 400_000);
afterAll(async () => {
  for (const server of running) await server.stop("SIGTERM");
  for (const remove of made) remove();
}, 120_000);

test("[RT5] starts, stops on Ctrl+C with exit code 0 and leaves no process; the second start makes nothing again", async () => {
  const data = folder("twice");
  const first = await start({ data });
  expect(await health(first)).toMatchObject(well);
  const pid = postmaster(data);
  expect(await first.stop("SIGINT")).toBe(0);
  expect(lives(pid)).toBe(false);
  expect(readdirSync(path.join(data, "postgres"))).not.toContain("postmaster.pid");

  const [second, seconds] = await timed({ data });
  console.info(`second start: ${seconds.toFixed(1)} s`);
  expect(second.output()).not.toMatch(/Making|Building|Applying/); // what a first start spends its time with
  expect(second.token).toBe(first.token);
  for (const secret of ["secret", "database-password", "setup-token"])
    expect(statSync(path.join(data, secret)).mode & 0o777).toBe(0o600);
  expect(await second.stop()).toBe(0);
});

/** Starts a server; how many seconds it took until it was ready. */
async function timed(options: Parameters<typeof start>[0]): Promise<[RunningServer, number]> {
  const began = performance.now();
  const server = await start(options);
  return [server, (performance.now() - began) / 1000];
}

test("[RT6] recovers after kill -9 of itself, and of the database", async () => {
  const data = folder("killed");
  const first = await start({ data });
  const { seq } = (await health(first)) as { seq: number }; // our own route's answer
  expect(await first.stop("SIGKILL")).toBe("SIGKILL");
  const orphan = postmaster(data);
  expect(lives(orphan)).toBe(true);

  const second = await start({ data });
  expect(await health(second)).toMatchObject({ ...well, seq });
  expect(lives(orphan)).toBe(false);

  const killed = postmaster(data);
  process.kill(killed, "SIGKILL");
  const limit = Date.now() + 30_000;
  while (Date.now() < limit) {
    await pause(100); // health is what tells; there is no event to wait for in another process
    const answer = await health(second).catch(() => null);
    if (JSON.stringify(answer).includes('"database":"up"') && postmaster(data) !== killed) break;
  }
  expect(await health(second)).toMatchObject({ ...well, seq });
  expect(await second.stop()).toBe(0);
});

test("[RT7] a second start on the same data says that it is already running, and harms nothing", async () => {
  const data = folder("shared");
  const first = await start({ data });
  await expect(startServer({ data })).rejects.toThrow(`Carthen is already running on this data, at ${first.url}`);
  expect(await health(first)).toMatchObject(well);
  expect(await first.stop()).toBe(0);
});

test.runIf(process.getuid?.() === 0)(
  "[RT8] starts as root from a checkout that the database's user cannot enter",
  async () => {
    const home = mkdtempSync(path.join(homedir(), ".carthen-test-"));
    made.push(() => rmSync(home, { recursive: true, force: true }));
    expect(statSync(home).mode & 0o077).toBe(0); // nobody else may enter
    const checkout = path.join(home, "carthen");
    mkdirSync(checkout);
    for (const entry of readdirSync(process.cwd())) {
      if (entry === "node_modules") execFileSync("cp", ["-al", path.resolve(entry), path.join(checkout, entry)]);
      else if (entry !== ".git" && entry !== ".data" && entry !== "test-results")
        cpSync(entry, path.join(checkout, entry), { recursive: true });
    }
    const server = await start({ data: "", project: checkout }); // the default place
    expect(await health(server)).toMatchObject(well);
    const data =
      /\/var\/lib\/carthen\/[0-9a-f]{12}/.exec(readFileSync(`/proc/${await child(server.pid)}/cmdline`, "utf8"))?.[0] ??
      "";
    made.push(() => rmSync(data, { recursive: true, force: true }));
    expect(statSync(path.join(data, "postgres")).uid).not.toBe(0);

    await server.stop("SIGKILL");
    const again = await start({ data: "", project: checkout });
    expect(await health(again)).toMatchObject(well);
    expect(await again.stop()).toBe(0);

    // A folder for data that is shut is named, instead of an error of PostgreSQL's.
    const shut = path.join(home, "data");
    await expect(startServer({ data: shut, project: checkout })).rejects.toThrow(
      /cannot be entered by the user that PostgreSQL runs as/,
    );
  },
);

/** A process's first child. */
async function child(pid: number): Promise<number> {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ")[0]);
}

test("[RT9] works on a PostgreSQL that is run elsewhere, and starts none of its own", async () => {
  const elsewhere = await freshDatabase();
  const data = folder("external");
  const server = await start({ data, env: { DATABASE_URL: elsewhere.url } });
  expect(await health(server)).toMatchObject(well);
  expect(readdirSync(data)).not.toContain("postgres");
  expect(await server.stop()).toBe(0);
  await elsewhere.drop();
});

test("[RT2] a wrong setting is named in one sentence, and so is a port that is taken", async () => {
  const data = folder("wrong");
  await expect(startServer({ data, env: { LOG_LEVEL: "loud" } })).rejects.toThrow(
    /The variable LOG_LEVEL must be one of/,
  );
  const server = await start({ data });
  await expect(startServer({ data: folder("taken"), port: server.port })).rejects.toThrow(
    `Port ${server.port} is in use by another program`,
  );
  expect(await server.stop()).toBe(0);
});
