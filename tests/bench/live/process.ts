/** What a process takes of the machine. */
import { readFile } from "node:fs/promises";
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
