/** The queue of files on their way out. Rules: docs/spec/jobs.md, docs/spec/exports.md. */
import { Heavy } from "../leaving/aside.ts";
import type { Leave } from "../leaving/aside.ts";
import type { Registry } from "../registry.ts";
import { endJob, holdJob, releaseJob, takeExport } from "../store/job.ts";
import type { JobEnd, TakenExport } from "../store/job.ts";
import { sweepMade } from "../store/made.ts";
import { keyOf, makeQueue } from "./queue.ts";
import type { Queue, QueueTimes } from "./queue.ts";

type Parts = Pick<Registry, "db" | "log"> & Pick<Leave, "leave">;

/** @param changed - is told which study's jobs have changed */
export function makeExports(
  { db, log, leave }: Parts,
  changed: (study: string) => void,
  fault: (what: string, error: unknown) => void,
  times?: QueueTimes,
): Queue {
  return makeQueue<TakenExport, JobEnd>(
    {
      take: async () => {
        const taken = await takeExport(db);
        if (taken) changed(taken.study);
        return taken;
      },
      run: async (taken, signal) => {
        const { study, wanted } = taken;
        const became = await leave(taken, signal, () => changed(study));
        if (became && "made" in became) log.info({ study, what: wanted.what, size: became.made }, "a file was made");
        else if (became) log.warn({ study, what: wanted.what, code: became.refused }, "a file was refused");
        changed(study);
        return null; // it was ended as it was kept
      },
      broken: (_, error) => ({
        state: "failed",
        fault: { code: error instanceof Heavy ? "export.heavy" : "server.failed" },
      }),
      end: async (taken, end) => {
        if (await endJob(db, taken, end)) changed(taken.study);
      },
      beat: (taken) => holdJob(db, taken.study, taken, null),
      release: (taken) => releaseJob(db, taken),
      tend: async () => {
        for (const study of await sweepMade(db)) changed(study);
      },
      keyOf,
      fault,
    },
    times,
  );
}
