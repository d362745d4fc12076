/**
 * Makes what is made from source: the database client, and Next's build. Only when the source has changed since.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { takeLock } from "./lock.ts";
import { Stop } from "./stop.ts";

type Say = (what: string) => void;

/** What the build is made of. Tests, documents and server.ts are not in it. */
const sources = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "next.config.ts",
  "package.json",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];
const generated = "lib/server/store/generated";

/** Where a build lies; next.config.ts says the same to Next. */
export function buildFolder(bench: boolean): string {
  return bench ? ".next-bench" : ".next";
}

/** One number for the contents of some files and folders, by path and bytes; what is missing counts too. */
export function fingerprint(project: string, names: readonly string[]): string {
  const hash = createHash("sha256");
  const add = (name: string): void => {
    if (name === generated) return;
    const full = path.join(project, name);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const entry of readdirSync(full).sort()) add(path.posix.join(name, entry));
      return;
    }
    hash.update(`${name}\0${stat ? stat.size : "missing"}\0`);
    if (stat) hash.update(readFileSync(full));
  };
  for (const name of names) add(name);
  return hash.digest("hex");
}

function isFresh(stamp: string, print: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === print;
}

async function run(
  project: string,
  script: string,
  args: readonly string[],
  quiet: boolean,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(process.execPath, [path.join(project, "node_modules", script), ...args], {
    cwd: project,
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      ...env,
    },
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  });
  const last = (): boolean => child.kill();
  process.once("exit", last);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (bytes: Buffer) => {
      said += bytes.toString("utf8");
    });
  }
  await once(child, "close");
  process.off("exit", last);
  if (child.exitCode !== 0) throw new Stop(`${[script, ...args].join(" ")} failed. ${said}`.trim());
}

/** Holds off other starts from the same checkout while one of them makes something. */
async function alone(project: string, work: () => Promise<void>): Promise<void> {
  const file = path.join(
    tmpdir(),
    `carthen-build-${createHash("sha256").update(project).digest("hex").slice(0, 12)}.lock`,
  );
  for (;;) {
    const lock = takeLock(file, "building");
    if ("letGo" in lock) {
      try {
        await work();
      } finally {
        lock.letGo();
      }
      return;
    }
    await pause(200);
  }
}

/** Makes the typed database client from prisma/schema.prisma. */
export async function generateClient(project: string, say: Say): Promise<void> {
  const stamp = path.join(project, generated, "made-from");
  const print = fingerprint(project, ["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  if (isFresh(stamp, print)) return;
  await alone(project, async () => {
    if (isFresh(stamp, print)) return;
    say("Making the database client …");
    await run(project, "prisma/build/index.js", ["generate"], true);
    writeFileSync(stamp, print);
  });
}

/**
 * Builds the pages and routes.
 *
 * @param bench - the build that the benchmark of the board measures, which is never served otherwise
 */
export async function buildPages(project: string, say: Say, bench = false): Promise<void> {
  const stamp = path.join(project, buildFolder(bench), "made-from");
  const print = `${bench ? "bench " : ""}${fingerprint(project, [...sources, "prisma/schema.prisma"])}`;
  if (isFresh(stamp, print)) return;
  await alone(project, async () => {
    if (isFresh(stamp, print)) return;
    say("Building the pages (once for each version; this takes a minute or so) …");
    rmSync(stamp, { force: true });
    await run(project, "next/dist/bin/next", ["build"], false, { CARTHEN_BENCH: bench ? "1" : "0" });
    writeFileSync(stamp, print);
  });
}
