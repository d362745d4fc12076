/**
 * Makes files that leave apart from the thread that serves people: in threads with a limit of memory, started when they are
 * needed, used again, and ended when they have had nothing to do for a while.
 *
 * A file that needs more memory than there may be ends its thread and is a named fault; nobody else notices.
 * Rules: docs/spec/exports.md, EX14 and EX15.
 */
import { Worker } from "node:worker_threads";
import type { Seal } from "#lib/domain/risk/seal-shape.ts";
import type { TakenExport } from "../store/job.ts";
import type { Given, Judged, Said, Told } from "./ask.ts";
import type { Became } from "./job.ts";

export type Leave = Readonly<{
  /**
   * Makes a file and keeps it, or why there is none; null where it was not to be gone on with.
   *
   * Throws `Heavy` where it took more memory than any may, and an error that says where else it ended.
   */
  leave: (taken: TakenExport, signal: AbortSignal, changed: () => void) => Promise<Became | null>;
  close: () => Promise<void>;
}>;

/** A file took more memory than it may. */
export class Heavy extends Error {}

/** What the process knows of judgements, so that what it has judged is not judged again. */
export type Judgements = Readonly<{
  known: (judged: Judged) => Promise<Seal | null>;
  keep: (judged: Judged, seal: Seal) => void;
}>;

/** Of the memory of one thread. */
type Limits = Readonly<{ maxOldGenerationSizeMb: number; maxYoungGenerationSizeMb: number }>;
/**
 * The more V8 may take, the longer it lets lie what has come to nothing: the files of 10,000 quotes live in some 160 MB, and without
 * a limit three times that lies about. What does not find room is made once more where there is more of it.
 */
export const LIMITS: Limits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 };
const AMPLE: Limits = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 64 };
const IDLE = 30_000; // milliseconds after which a thread ends, with its connections

/** @param sizes - of the memory of a thread, in the order in which they are tried; tests give others */
export function makeLeave(
  given: Given,
  { known, keep }: Judgements,
  sizes: readonly Limits[] = [LIMITS, AMPLE],
): Leave {
  const all = new Set<Worker>();
  const idle: Worker[] = []; // of the first size
  const resting = new Map<Worker, NodeJS.Timeout>();
  let closed = false;

  const start = (limits: Limits): Worker => {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), {
      resourceLimits: { ...limits },
      stdout: true, // a library that prints does not print into the server's log
      stderr: true,
      env: {},
      workerData: given,
    });
    all.add(worker);
    worker.once("exit", () => {
      all.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
    });
    return worker;
  };

  const take = (limits: Limits): Worker => {
    const worker = (limits === sizes[0] ? idle.pop() : undefined) ?? start(limits);
    clearTimeout(resting.get(worker));
    resting.delete(worker);
    worker.ref();
    return worker;
  };

  const giveBack = (worker: Worker, limits: Limits): void => {
    if (limits !== sizes[0]) return void worker.terminate();
    worker.unref(); // an idle thread holds no process back
    idle.push(worker);
    resting.set(worker, setTimeout(() => void worker.terminate(), IDLE).unref());
  };

  const within = (limits: Limits, ...[taken, signal, changed]: Parameters<Leave["leave"]>): Promise<Became | null> =>
    new Promise((resolve, reject) => {
      if (closed || signal.aborted) return resolve(null);
      const worker = take(limits);
      const tell = (told: Told) => worker.postMessage(told);
      const stop = () => tell({ tell: "stop" });
      const settle = () => {
        worker.off("message", hear);
        worker.off("error", lost);
        worker.off("exit", gone);
        signal.removeEventListener("abort", stop);
      };
      const lost = (error: unknown) => {
        settle();
        worker.on("error", () => undefined); // it is ending: what it says no longer counts
        const heavy = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        // What it threw may have words of the study in it: only its kind is told.
        reject(heavy ? new Heavy() : new Error(`a leaving thread ended: ${error instanceof Error ? error.name : ""}`));
      };
      const gone = () => lost(null);
      const hear = (said: Said): void => {
        switch (said.say) {
          case "changed":
            return changed();
          case "known":
            known(said.judged).then(
              (seal) => tell({ tell: "seal", seal }),
              () => tell({ tell: "seal", seal: null }),
            );
            return;
          case "found":
            return keep(said.judged, said.seal);
          case "ended":
            settle();
            giveBack(worker, limits);
            return resolve(said.became);
          case "thrown":
            settle();
            giveBack(worker, limits);
            return reject(new Error(said.where));
        }
      };
      worker.on("message", hear);
      worker.on("error", lost);
      worker.on("exit", gone);
      signal.addEventListener("abort", stop);
      tell({ tell: "job", taken });
    });

  return {
    async leave(...job) {
      for (const limits of sizes) {
        try {
          return await within(limits, ...job);
        } catch (error) {
          if (!(error instanceof Heavy) || limits === sizes.at(-1)) throw error;
        }
      }
      return null;
    },
    close: async () => {
      closed = true;
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}
