/**
 * Reads files apart from the process that serves people: in threads with a limit of time and of memory.
 *
 * A file that hangs a reader or fills its memory ends that thread and is a named fault; nobody else notices. Threads are
 * started when they are needed, used again, and ended when they have had nothing to do for a while.
 *
 * Rules: docs/spec/import.md, I66 to I68.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { no, type Result } from "#lib/domain/result.ts";
import type { Opened, OpenOptions } from "#lib/format/import/open.ts";
import type { Shown } from "#lib/format/import/shown.ts";
import { placeOf } from "./ask.ts";
import type { Answer, Ask } from "./ask.ts";

export type Reading = Readonly<{
  /** All of a file, to bring it in. */
  read: (bytes: Uint8Array, options: OpenOptions) => Promise<Result<Opened, ImportFault>>;
  /** As much of it as a preview shows. */
  look: (bytes: Uint8Array, options: OpenOptions) => Promise<Result<Shown, ImportFault>>;
  /** Ends all threads; whoever still waits gets `file.unreadable`. */
  close: () => Promise<void>;
}>;

export type ReadingLimits = Readonly<{
  seconds: number; // for one file
  megabytes: number; // of objects in one thread; bytes of files count apart
  threads: number;
  idle: number; // milliseconds after which a thread ends
}>;

const LIMITS: ReadingLimits = {
  seconds: 120, // 30,000 rows of 150 columns take about 20 on a slow machine
  megabytes: 1536,
  threads: Math.max(1, Math.min(3, availableParallelism() - 1)),
  idle: 30_000,
};

type Task = Readonly<{ ask: Ask; settle: (answer: Answer | ImportFault) => void }>;

/** @param fault - is told of bugs: a reader that threw where it should have answered */
export function makeReading(
  fault: (what: string, error: unknown) => void,
  limits: ReadingLimits = LIMITS,
  program: URL = new URL("./thread.ts", import.meta.url),
): Reading {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const rest = new Map<Worker, NodeJS.Timeout>();
  let closed = false;

  const start = (): Worker => {
    const worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      stdout: true, // a library that prints does not print into the server's log
      stderr: true,
      env: {},
    });
    all.add(worker);
    worker.once("exit", () => {
      all.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
    });
    return worker;
  };

  const next = (): void => {
    const task = waiting[0];
    if (task === undefined || closed || all.size - idle.length >= limits.threads) return;
    waiting.shift();
    const worker = idle.pop() ?? start();
    clearTimeout(rest.get(worker));
    rest.delete(worker);
    run(worker, task);
  };

  const run = (worker: Worker, task: Task): void => {
    const settle = (given: Answer | ImportFault, kept: boolean) => {
      clearTimeout(timer);
      worker.removeAllListeners("message");
      worker.removeAllListeners("error");
      worker.off("exit", onExit);
      if (kept) {
        worker.unref(); // an idle thread holds no process back
        idle.push(worker);
        const away = setTimeout(() => void worker.terminate(), limits.idle);
        rest.set(worker, away.unref());
      } else {
        all.delete(worker);
        worker.on("error", () => undefined); // it is being ended: what it says no longer counts
        void worker.terminate();
      }
      task.settle(given);
      next();
    };
    const onExit = () => settle({ code: "file.unreadable" }, false);
    const timer = setTimeout(() => settle({ code: "file.slow", count: limits.seconds }, false), limits.seconds * 1000);
    worker.on("message", (given: Answer) => settle(given, true));
    worker.on("error", (error: unknown) => {
      const heavy = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      if (!heavy) fault("a reading thread ended", new Error(placeOf(error)));
      settle(heavy ? { code: "file.heavy" } : { code: "file.unreadable" }, false);
    });
    worker.on("exit", onExit);
    worker.ref();
    worker.postMessage(task.ask);
  };

  const ask = (wish: Ask): Promise<Answer | ImportFault> =>
    new Promise((resolve) => {
      if (closed) return resolve({ code: "file.unreadable" });
      waiting.push({ ask: wish, settle: resolve });
      next();
    });

  const unreadable = (given: Answer | ImportFault) => {
    if ("code" in given) return no(given);
    if ("thrown" in given) fault("a file could not be read", new Error(given.thrown));
    return no<ImportFault>({ code: "file.unreadable" });
  };

  return {
    async read(bytes, options) {
      const given = await ask({ bytes, options, whole: true });
      return "whole" in given ? given.whole : unreadable(given);
    },
    async look(bytes, options) {
      const given = await ask({ bytes, options, whole: false });
      return "shown" in given ? given.shown : unreadable(given);
    },
    async close() {
      closed = true;
      for (const task of waiting.splice(0)) task.settle({ code: "file.unreadable" });
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}
