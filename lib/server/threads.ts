/** Threads of one kind: started when they are needed, used again, and ended when they have had nothing to do for a while. */
import { Worker } from "node:worker_threads";
import type { WorkerOptions } from "node:worker_threads";

export type Threads = Readonly<{
  /** How many are at work. */
  busy: () => number;
  take: () => Worker;
  /** It has done what it was taken for. */
  giveBack: (worker: Worker) => void;
  /** Ends one that was taken; it counts no more. */
  end: (worker: Worker) => void;
  /** Ends all of them. */
  close: () => Promise<void>;
}>;

/** @param idle - milliseconds after which one that has nothing to do is ended */
export function makeThreads(program: URL, options: WorkerOptions, idle: number): Threads {
  const all = new Set<Worker>();
  const resting = new Map<Worker, NodeJS.Timeout>(); // the last to come first to go

  const start = (): Worker => {
    const worker = new Worker(program, {
      ...options,
      stdout: true, // a library that prints does not print into the server's log
      stderr: true,
      env: {},
    });
    all.add(worker);
    worker.on("error", () => undefined); // whoever has taken it hears of it; with nobody there it would end the process
    worker.once("exit", () => {
      all.delete(worker);
      clearTimeout(resting.get(worker));
      resting.delete(worker);
    });
    return worker;
  };

  const end = (worker: Worker): void => {
    all.delete(worker);
    resting.delete(worker);
    void worker.terminate();
  };

  return {
    busy: () => all.size - resting.size,
    take: () => {
      const worker = [...resting.keys()].at(-1) ?? start();
      clearTimeout(resting.get(worker));
      resting.delete(worker);
      worker.ref();
      return worker;
    },
    giveBack: (worker) => {
      worker.unref(); // an idle thread holds no process back
      resting.set(worker, setTimeout(() => end(worker), idle).unref());
    },
    end,
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** Whether a thread ended because it took more memory than it may. */
export function isHeavy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
