/** What a process takes of the machine. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The bytes that a process holds, at their least within two seconds; Linux only. */
export async function memoryOf(pid: number): Promise<number> {
  let least = Infinity;
  for (let n = 0; n < 8; n++) {
    const [, pages] = (await readFile(`/proc/${pid}/statm`, "utf8")).split(" ");
    least = Math.min(least, Number(pages) * 4096);
    await pause(250);
  }
  return least;
}

/** The seconds of processor time that a process has used; Linux only. */
export async function processorOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100; // Linux counts in hundredths on every machine of today
}

/** The processes of an embedded PostgreSQL and the seconds that each has used. */
export async function processorOfDatabase(data: string): Promise<ReadonlyMap<number, number>> {
  const [first = ""] = (await readFile(path.join(data, "postgres/postmaster.pid"), "utf8")).split("\n");
  const children = (await readFile(`/proc/${first}/task/${first}/children`, "utf8")).trim().split(" ");
  const pids = [first, ...children].map(Number);
  return new Map(await Promise.all(pids.map(async (pid) => [pid, await processorOf(pid).catch(() => 0)] as const)));
}
