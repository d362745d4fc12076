/**
 * Makes files that leave apart from the thread that serves people: in threads with a limit of memory, started when they are
 * needed, used again, and ended when they have had nothing to do for a while.
 *
 * A file that needs more memory than there may be ends its thread and is a named fault; nobody else notices.
 * Rules: docs/spec/exports.md, EX14 and EX15.
 */
import type { Seal } from "#lib/domain/risk/seal-shape.ts";
import type { TakenExport } from "../store/job.ts";
import { isHeavy, makeThreads } from "../threads.ts";
import type { Threads } from "../threads.ts";
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
  const program = new URL("./thread.ts", import.meta.url);
  // The large ones are not kept: what they took is wanted by others.
  const kinds = sizes.map((limits, at) =>
    makeThreads(program, { resourceLimits: { ...limits }, workerData: given }, at === 0 ? IDLE : 0),
  );
  let closed = false;

  const within = (threads: Threads, ...[taken, signal, changed]: Parameters<Leave["leave"]>): Promise<Became | null> =>
    new Promise((resolve, reject) => {
      if (closed || signal.aborted) return resolve(null);
      const worker = threads.take();
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
        const heavy = isHeavy(error);
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
            threads.giveBack(worker);
            return resolve(said.became);
          case "thrown":
            settle();
            threads.giveBack(worker);
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
      for (const threads of kinds) {
        try {
          return await within(threads, ...job);
        } catch (error) {
          if (!(error instanceof Heavy) || threads === kinds.at(-1)) throw error;
        }
      }
      return null;
    },
    close: async () => {
      closed = true;
      await Promise.all(kinds.map((threads) => threads.close()));
    },
  };
}
