/** The queue of files on their way out. Rules: docs/spec/jobs.md, docs/spec/exports.md. */
import { no } from "#lib/domain/result.ts";
import type { Registry } from "../registry.ts";
import { endJob, holdJob, releaseJob, takeExport } from "../store/job.ts";
import type { JobEnd, TakenExport } from "../store/job.ts";
import { keepFault, keepMade, sweepMade } from "../store/made.ts";
import { makeFile } from "./export-file.ts";
import { keyOf, makeQueue } from "./queue.ts";
import type { Queue, QueueTimes } from "./queue.ts";

type Parts = Pick<Registry, "db" | "vault" | "log">;

const TRIES = 3; // of a file under which names or agreements change while it is made

/** @param changed - is told which study's jobs have changed */
export function makeExports(
  parts: Parts,
  changed: (study: string) => void,
  fault: (what: string, error: unknown) => void,
  times?: QueueTimes,
): Queue {
  const { db } = parts;
  return makeQueue<TakenExport, JobEnd>(
    {
      take: async () => {
        const taken = await takeExport(db);
        if (taken) changed(taken.study);
        return taken;
      },
      run: async (taken, signal) => {
        await make(parts, taken, signal, changed);
        changed(taken.study);
        return null; // it was ended as it was kept
      },
      broken: () => ({ state: "failed", fault: { code: "server.failed" } }),
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

/** Makes a file and keeps it, or why there is none; neither where the job is not ours any more. */
async function make(
  { db, vault, log }: Parts,
  taken: TakenExport,
  signal: AbortSignal,
  changed: (study: string) => void,
): Promise<void> {
  const { study, wanted } = taken;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const made = await makeFile(db, vault, taken, async (stage, done = 0, total) => {
      const reached = { stage, done, total: total ?? null };
      const held = !signal.aborted && (await holdJob(db, study, taken, reached));
      changed(study);
      return held ? { ok: true, value: undefined } : no({ code: "job.over" });
    });
    if (!made.ok) {
      if (made.fault.code === "job.over") return;
      log.warn({ study, what: wanted.what, code: made.fault.code }, "a file was refused");
      await keepFault(db, vault, taken, made.fault);
      return;
    }
    const { about, bytes } = made.value;
    try {
      if (!(await holdJob(db, study, taken, { stage: "publishing", done: 0, total: null }))) return;
      const kept = await keepMade(db, vault, taken, about, bytes());
      if (kept === "kept") log.info({ study, what: wanted.what, size: about.size }, "a file was made");
      if (kept !== "stale") return;
    } finally {
      await made.value.drop();
    }
  }
  await keepFault(db, vault, taken, { code: "export.stale" });
}
