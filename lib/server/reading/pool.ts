/**
 * Reads files apart from the process that serves people: in threads with a limit of time and of memory.
 *
 * A file that hangs a reader or fills its memory ends that thread and is a named fault; nobody else notices. Threads are
 * started when they are needed, used again, and ended when they have had nothing to do for a while.
 *
 * Rules: docs/spec/import.md, I66 to I68.
 */
import type { Worker } from "node:worker_threads";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import type { Opened, OpenOptions } from "#lib/format/import/open.ts";
import type { Go, Portion, SurveyHead, Take } from "#lib/format/import/pour.ts";
import type { Shown } from "#lib/format/import/shown.ts";
import { isHeavy, makeThreads } from "../threads.ts";
import { placeOf } from "./ask.ts";
import type { Answer, Ask } from "./ask.ts";

export type Reading = Readonly<{
  /** All of a file, to bring it in. A signal ends the thread at once. */
  read: (bytes: Uint8Array, options: OpenOptions, signal?: AbortSignal) => Promise<Result<Opened, ImportFault>>;
  /** As much of it as a preview shows. */
  look: (bytes: Uint8Array, options: OpenOptions, signal?: AbortSignal) => Promise<Result<Shown, ImportFault>>;
  /** A survey, to be brought in portion by portion; null where the file is none. It holds a thread until it is closed. */
  survey: (
    bytes: Uint8Array,
    options: OpenOptions,
    take: Take,
    signal?: AbortSignal,
  ) => Promise<Result<OpenSurvey | null, ImportFault>>;
  /** Ends all threads; whoever still waits gets `file.unreadable`. */
  close: () => Promise<void>;
}>;

export type OpenSurvey = Readonly<{
  head: SurveyHead;
  /** The responses, once; the next portion is made while one is stored. Ends with the fault where a thread ended. */
  pour: (go: Go) => AsyncGenerator<Result<Portion, ImportFault>>;
  close: () => void;
}>;

export type ReadingLimits = Readonly<{
  seconds: number; // for one answer
  megabytes: number; // of objects in one thread; bytes of files count apart
  threads: number;
  idle: number; // milliseconds after which a thread ends
}>;

const LIMITS: ReadingLimits = {
  seconds: 120, // 30,000 rows of 150 columns take about 20 on a slow machine
  megabytes: 1536,
  threads: 3, // two may be held by surveys on their way in
  idle: 30_000,
};

/** A thread that belongs to one file until it is let go. */
type Held = Readonly<{
  ask: (wish: Ask) => Promise<Answer | ImportFault>;
  /** @param end - whether the thread ends with it, with all the memory that it took */
  letGo: (end?: boolean) => void;
}>;

const LARGE = 1024 * 1024; // bytes of a file whose thread is not used again

/** @param fault - is told of bugs: a reader that threw where it should have answered */
export function makeReading(
  fault: (what: string, error: unknown) => void,
  limits: ReadingLimits = LIMITS,
  program: URL = new URL("./thread.ts", import.meta.url),
): Reading {
  const waiting: Readonly<{ signal: AbortSignal | undefined; given: (held: Held | null) => void }>[] = [];
  const threads = makeThreads(
    program,
    {
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    },
    limits.idle,
  );
  let closed = false;

  const next = (): void => {
    const waits = waiting[0];
    if (waits === undefined || closed || threads.busy() >= limits.threads) return;
    waiting.shift();
    waits.given(held(threads.take(), waits.signal));
  };

  const held = (worker: Worker, signal?: AbortSignal): Held => {
    let lost: ImportFault | null = null; // why the thread is no more
    let free = false;
    let answered: Promise<unknown> = Promise.resolve();
    const ask = (wish: Ask): Promise<Answer | ImportFault> => {
      const answer = new Promise<Answer | ImportFault>((resolve) => {
        if (lost || closed || signal?.aborted) return resolve(lost ?? { code: "file.unreadable" });
        const settle = (given: Answer | ImportFault, kept: boolean) => {
          clearTimeout(timer);
          worker.off("message", onMessage);
          worker.off("error", onError);
          worker.off("exit", onExit);
          signal?.removeEventListener("abort", onExit);
          if (!kept && "code" in given) {
            lost = given;
            threads.end(worker);
          }
          resolve(given);
        };
        const onExit = () => settle({ code: "file.unreadable" }, false);
        const timer = setTimeout(
          () => settle({ code: "file.slow", count: limits.seconds }, false),
          limits.seconds * 1000,
        );
        const onMessage = (given: Answer) => settle(given, true);
        const onError = (error: unknown) => {
          const heavy = isHeavy(error);
          if (!heavy) fault("a reading thread ended", new Error(placeOf(error)));
          settle(heavy ? { code: "file.heavy" } : { code: "file.unreadable" }, false);
        };
        worker.on("message", onMessage);
        worker.on("error", onError);
        worker.on("exit", onExit);
        signal?.addEventListener("abort", onExit);
        worker.postMessage(wish);
      });
      answered = answer;
      return answer;
    };
    const back = (end: boolean) => {
      if (!lost && end) threads.end(worker);
      else if (!lost) threads.giveBack(worker);
      next();
    };
    const letGo = (end = false) => {
      if (!free) void answered.then(() => back(end)); // what it still works on belongs to nobody else
      free = true;
    };
    return { ask, letGo };
  };

  const hold = (signal?: AbortSignal): Promise<Held | null> =>
    new Promise((resolve) => {
      if (closed) return resolve(null);
      waiting.push({ signal, given: resolve });
      next();
    });

  const once = async (wish: Ask, signal?: AbortSignal): Promise<Answer | ImportFault> => {
    const thread = await hold(signal);
    if (!thread) return { code: "file.unreadable" };
    const given = await thread.ask(wish);
    thread.letGo();
    return given;
  };

  const unreadable = (given: Answer | ImportFault) => {
    if ("code" in given) return no(given);
    if ("thrown" in given) fault("a file could not be read", new Error(given.thrown));
    return no<ImportFault>({ code: "file.unreadable" });
  };

  return {
    async read(bytes, options, signal) {
      const given = await once({ want: "whole", bytes, options }, signal);
      return "whole" in given ? given.whole : unreadable(given);
    },
    async look(bytes, options, signal) {
      const given = await once({ want: "shown", bytes, options }, signal);
      return "shown" in given ? given.shown : unreadable(given);
    },
    async survey(bytes, options, take, signal) {
      const thread = await hold(signal);
      if (!thread) return no({ code: "file.unreadable" });
      const given = await thread.ask({ want: "survey", bytes, options, take });
      const head = "head" in given ? given.head : unreadable(given);
      if (!head.ok || head.value === null) {
        thread.letGo();
        return head.ok ? yes(null) : head;
      }
      return yes({
        head: head.value,
        pour: (go) => poured(thread, go),
        close: () => thread.letGo(bytes.length > LARGE),
      });
    },
    async close() {
      closed = true;
      for (const waits of waiting.splice(0)) waits.given(null);
      await threads.close();
    },
  };

  async function* poured(thread: Held, go: Go): AsyncGenerator<Result<Portion, ImportFault>> {
    let coming = thread.ask({ want: "pour", go });
    for (;;) {
      const given = await coming;
      if (!("portion" in given)) return yield unreadable(given);
      if (given.portion === null) return;
      coming = thread.ask({ want: "more" });
      yield yes(given.portion);
    }
  }
}
