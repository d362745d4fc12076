/** The queue of files on their way in. Rules: docs/spec/jobs.md. */
import type { JobFault } from "#lib/domain/job/shape.ts";
import { Plan } from "#lib/domain/import/plan.ts";
import { no } from "#lib/domain/result.ts";
import { bring } from "../handle/import/bring.ts";
import type { BringPorts } from "../handle/import/ports.ts";
import type { Registry } from "../registry.ts";
import { readOriginal, readPlan } from "../store/identity.ts";
import { endJob, holdJob, releaseJob, sweepJob, takeImport, tendJobs } from "../store/job.ts";
import type { JobEnd, TakenImport } from "../store/job.ts";
import { importPorts } from "./import-ports.ts";
import { keyOf, makeQueue } from "./queue.ts";
import type { Queue, QueueTimes } from "./queue.ts";

type Parts = Pick<Registry, "db" | "reading" | "vault" | "writer">;

/** @param changed - is told which study's jobs have changed */
export function makeImports(
  parts: Parts,
  changed: (study: string) => void,
  fault: (what: string, error: unknown) => void,
  times?: QueueTimes,
): Queue {
  const { db } = parts;
  return makeQueue<TakenImport, JobEnd>(
    {
      take: async () => {
        const taken = await takeImport(db);
        if (taken) changed(taken.study);
        return taken;
      },
      run: (taken, signal) => run(parts, taken, signal, changed),
      broken: () => ({ state: "failed", fault: { code: "server.failed" } }),
      end: async (taken, end) => {
        if (!(await endJob(db, taken, end))) return;
        changed(taken.study);
        if (end.state === "failed") await sweepJob(db, taken.study, taken.job);
      },
      beat: (taken) => holdJob(db, taken.study, taken, null),
      release: (taken) => releaseJob(db, taken),
      tend: async () => {
        for (const study of await tendJobs(db)) changed(study);
      },
      keyOf,
      fault,
    },
    times,
  );
}

async function run(
  parts: Parts,
  taken: TakenImport,
  signal: AbortSignal,
  changed: (study: string) => void,
): Promise<JobEnd | null> {
  const { db, vault } = parts;
  const { study, person, job, attempt } = taken;
  const upload = await readOriginal(db, vault, study, taken.original);
  const plan = await readPlan(db, vault, study, job);
  if (!upload || plan === null) return { state: "failed", fault: { code: "job.lost" } };
  const ports = stoppable(importPorts(parts, signal), signal, () => changed(study));
  const work = { study, person, held: { job, attempt } };
  const brought = await bring(ports, work, upload, Plan.parse(JSON.parse(plan)));
  if (brought.ok) return { state: "done", result: brought.value };
  if (signal.aborted || brought.fault.code === "job.over") return null;
  const fault: JobFault = brought.fault;
  return { state: "failed", fault };
}

/** The same ports, which go no further once the job is to stop, and tell how far it is. */
function stoppable(ports: BringPorts, signal: AbortSignal, changed: () => void): BringPorts {
  const unless =
    <A extends readonly unknown[], T>(act: (...given: A) => Promise<T>) =>
    async (...given: A) => {
      if (signal.aborted) return no({ code: "job.over" as const });
      const done = await act(...given);
      changed();
      return done;
    };
  return {
    ...ports,
    tell: unless(ports.tell),
    keep: unless(ports.keep),
    define: unless(ports.define),
    stage: unless(ports.stage),
  };
}
