/**
 * Detection apart from the thread that serves people: one thread, started when it is needed and ended when it has had nothing
 * to do for a while. What it is asked it does in order.
 *
 * Rules: docs/spec/identifier.md, I70.
 */
import { NOTHING_ADDED } from "#lib/domain/detect/list/added.ts";
import type { Added } from "#lib/domain/detect/list/added.ts";
import { makeThreads } from "../threads.ts";
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
  const threads = makeThreads(
    program,
    { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES }, workerData: added },
    IDLE,
  );
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const ask = async (wish: Ask): Promise<Answer> => {
    if (closed) throw new Error("detection has been stopped");
    const worker = threads.take();
    return new Promise<Answer>((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        worker.off("message", hear);
        worker.off("error", lost);
        worker.off("exit", gone);
      };
      const fail = (why: string) => {
        settle();
        threads.end(worker);
        reject(new Error(why));
      };
      const timer = setTimeout(() => fail("detection took too long"), SECONDS * 1000);
      const hear = (answer: Answer) => {
        settle();
        threads.giveBack(worker);
        resolve(answer);
      };
      // What it threw may have words of the text in it: only its kind is told.
      const lost = (error: unknown) => fail(`detection failed: ${error instanceof Error ? error.name : "unknown"}`);
      const gone = () => fail("the detecting thread ended");
      worker.on("message", hear);
      worker.on("error", lost);
      worker.on("exit", gone);
      worker.postMessage(wish);
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
      return threads.close();
    },
  };
}
