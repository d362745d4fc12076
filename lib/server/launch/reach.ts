/**
 * For the commands beside the server (backup, restore, user): the settings, and a database that answers, whether
 * Carthen is running at this moment or not.
 */
import path from "node:path";

import { readConfig } from "../config.ts";
import type { Config } from "../config.ts";
import { startDatabase } from "./database.ts";
import { takeLock } from "./lock.ts";
import { migrate, readMigrations } from "./migrate.ts";
import type { Migration } from "./migrate.ts";
import { manifest } from "./place.ts";
import { keptSecret, makeDataFolder, readPrivate } from "./secret.ts";
import { Stop } from "./stop.ts";

export type Reached = Readonly<{
  config: Config;
  version: string;
  /** Connection string of the owner. */
  url: string;
  secret: string;
  migrations: readonly Migration[];
}>;

/**
 * Does one piece of work and leaves everything as it was found: a database that had to be started is stopped again.
 *
 * A reason that people can act on is printed as a sentence; the exit code says whether it went well.
 */
export async function command(work: (at: Reached, words: readonly string[]) => Promise<void>): Promise<void> {
  const project = path.resolve(import.meta.dirname, "../../..");
  process.chdir(project);
  try {
    const read = readConfig(process.env, { project, root: process.getuid?.() === 0 });
    if (!read.ok) throw new Stop(read.fault.join("\n"));
    const config = read.value;
    const migrations = readMigrations(path.join(project, "prisma/migrations"));
    makeDataFolder(config.data);
    const secret = config.secret ?? keptSecret(config.data, "secret");
    const at = { config, version: manifest(project).version, secret, migrations };
    await reach(project, config, async (url) => {
      await migrate(url, migrations, console.log);
      await work({ ...at, url }, process.argv.slice(2));
    });
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}

async function reach(project: string, config: Config, work: (url: string) => Promise<void>): Promise<void> {
  if (config.databaseUrl !== null) return work(config.databaseUrl);
  const lock = takeLock(path.join(config.data, "running.lock"), "a command");
  if ("holder" in lock) {
    const url = runningDatabase(config.data);
    if (url === null) throw new Stop("Carthen is just starting on this data; try again in a moment.");
    return work(url);
  }
  try {
    const database = await startDatabase({ project, data: config.data, say: console.log });
    try {
      await work(database.url);
    } finally {
      await database.stop();
    }
  } finally {
    lock.letGo();
  }
}

/** Where the owner reaches the database of a server that runs on this folder; null where that is not up yet. */
export function runningDatabase(data: string): string | null {
  const password = readPrivate(path.join(data, "database-password"))?.trim();
  const port = readPrivate(path.join(data, "database-port"))?.trim();
  return password && port ? `postgresql://carthen:${password}@127.0.0.1:${port}/carthen` : null;
}
