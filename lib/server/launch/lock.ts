/**
 * "Only one at a time", across processes, and let go by itself when its holder dies.
 *
 * A file names the holder by process id and the moment it started, because ids are used again: after `kill -9` the
 * next start finds either no such process or a younger one, and takes over.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";

import * as z from "zod";

const Holder = z.object({ pid: z.int().positive(), born: z.string(), says: z.string() });
export type Holder = z.infer<typeof Holder>;

/** When a process started, in the system's own words; null where there is no such process. */
function bornAt(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The name, in brackets, may hold spaces and brackets itself; the 22nd field is the 20th after it.
      const after = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return after[0] === "Z" ? null : (after[19] ?? null);
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

function holderOf(file: string): Holder | null {
  try {
    const parsed = Holder.safeParse(JSON.parse(readFileSync(file, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * Takes the lock.
 *
 * @param file - where the lock lies
 * @param says - what to tell whoever finds it taken, such as our address
 * @returns how to let go, or who holds it
 */
export function takeLock(file: string, says: string): { letGo: () => void } | { holder: Holder } {
  const text = JSON.stringify({ pid: process.pid, born: bornAt(process.pid) ?? "", says } satisfies Holder);
  for (let tries = 0; tries < 5; tries += 1) {
    try {
      writeFileSync(file, text, { flag: "wx", mode: 0o600 });
      return { letGo: () => holderOf(file)?.pid === process.pid && rmSync(file, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const holder = holderOf(file);
    if (holder && bornAt(holder.pid) === holder.born) return { holder };
    rmSync(file, { force: true });
  }
  throw new Error(`The lock ${file} could be neither taken nor read.`);
}
