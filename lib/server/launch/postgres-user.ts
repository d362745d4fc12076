/**
 * The operating system's user that the embedded database runs as.
 *
 * PostgreSQL refuses to run as root. An ordinary user runs it as themselves; root needs somebody without rights.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";

import { Stop } from "./stop.ts";

export type OsUser = Readonly<{ uid: number; gid: number }>;

/** Looks a user up by name; null where there is none. */
function find(name: string): OsUser | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

/**
 * The user to run the database as, or null for "as ourselves".
 *
 * @param cluster - the database's folder: where there is one already, its owner is the user
 */
export function databaseUser(cluster: string): OsUser | null {
  if (process.getuid?.() !== 0) return null;
  const kept = statSync(cluster, { throwIfNoEntry: false });
  if (kept && kept.uid !== 0) return { uid: kept.uid, gid: kept.gid };

  const there = find("carthen");
  if (there) return there;
  try {
    execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "carthen"], {
      stdio: "ignore",
    });
  } catch {
    // No useradd here, or another start is making the same user: look again before giving up.
  }
  const user = find("carthen") ?? find("postgres") ?? find("nobody");
  if (!user)
    throw new Stop(
      "PostgreSQL cannot run as root, and no other user could be made for it; start Carthen as an ordinary user.",
    );
  return user;
}

/** The first folder on the way to `folder` that this user may not pass through, or null. */
export function closedFolder(folder: string, user: OsUser): string | null {
  const steps = path.resolve(folder).split(path.sep);
  for (let depth = 1; depth <= steps.length; depth += 1) {
    const step = steps.slice(0, depth).join(path.sep) || path.sep;
    const stat = statSync(step, { throwIfNoEntry: false });
    if (!stat) return null;
    const open =
      stat.uid === user.uid ? stat.mode & 0o100 : stat.gid === user.gid ? stat.mode & 0o010 : stat.mode & 0o001;
    if (!open) return step;
  }
  return null;
}
