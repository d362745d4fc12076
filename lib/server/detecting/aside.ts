/**
 * Detection apart from the thread that serves people: one thread, started when it is needed and ended when it has had nothing
 * to do for a while. What it is asked it does in order.
 *
 * Rules: docs/spec/identifier.md, I70.
 */
import { Worker } from "node:worker_threads";
import { NOTHING_ADDED } from "#lib/domain/detect/list/added.ts";
import type { Added } from "#lib/domain/detect/list/added.ts";
import type { Answer, Ask } from "./ask.ts";

export type Aside = Readonly<{
  /** Looks through texts. Throws where the thread ended or took too long. */
  detect: (ask: Ask) => Promise<Answer>;
  close: () => Promise<void>;
}>;

const SECONDS = 120; // for one answer; a portion takes a few
const IDLE = 30_000; // milliseconds after which the thread ends, with the memory of its language models
const MEGABYTES = 1024;

/**
 * @param added - what an operator added to the lists of places and names
 * @param program - the thread's; tests give another
 */
export function makeAside(added: Added = NOTHING_ADDED, program: URL = new URL("./thread.ts", import.meta.url)): Aside {
  let worker: Worker | null = null;
  let resting: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  let closed = false;

  const end = async (): Promise<void> => {
    clearTimeout(resting);
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };

  const ask = async (wish: Ask): Promise<Answer> => {
    if (closed) throw new Error("detection has been stopped");
    clearTimeout(resting);
    worker ??= new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
      stdout: true,
      stderr: true,
      env: {},
      workerData: added,
    });
    const asked = worker;
    asked.ref();
    return new Promise<Answer>((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        for (const event of ["message", "error", "exit"]) asked.removeAllListeners(event);
        asked.unref(); // an idle thread holds no process back
      };
      const fail = (why: string) => {
        settle();
        asked.on("error", () => undefined); // it is being ended: what it says no longer counts
        if (worker === asked) void end();
        reject(new Error(why));
      };
      const timer = setTimeout(() => fail("detection took too long"), SECONDS * 1000);
      asked.once("message", (answer: Answer) => {
        settle();
        resting = setTimeout(() => void end(), IDLE).unref();
        resolve(answer);
      });
      // What it threw may have words of the text in it: only its kind is told.
      asked.once("error", (error) => fail(`detection failed: ${error instanceof Error ? error.name : "unknown"}`));
      asked.once("exit", () => fail("the detecting thread ended"));
      asked.postMessage(wish);
    });
  };

  return {
    detect: (wish) => {
      const answer = last.then(() => ask(wish));
      last = answer.catch(() => undefined);
      return answer;
    },
    close: () => {
      closed = true;
      return end();
    },
  };
}
