/**
 * Takes up jobs and sees them to their end, a few at a time; every process on the database does, each its own.
 *
 * Gives a sign of life while it works, which is also how it learns that a job was cancelled elsewhere. When the process
 * stops, what is being published is finished and everything else goes back into the queue.
 * Knows no database: the ports are handed in. Rules: docs/spec/jobs.md.
 */

/** What the queue needs of the world; `J` is a job that was taken, `E` how one ends. */
export type QueuePorts<J, E> = Readonly<{
  /** Takes up the next; null where there is none. */
  take: () => Promise<J | null>;
  /** Does it; null where it was told to stop, or is no longer ours. Throws where something is broken. */
  run: (job: J, signal: AbortSignal) => Promise<E | null>;
  /** How a job ends on which `run` threw. */
  broken: (job: J, error: unknown) => E;
  end: (job: J, end: E) => Promise<void>;
  /** Says that it is being worked on; false where it is no longer ours. */
  beat: (job: J) => Promise<boolean>;
  /** Puts it back for others, or for the next start. */
  release: (job: J) => Promise<void>;
  /** Sees to what others have left. */
  tend: () => Promise<void>;
  keyOf: (job: J) => string;
  fault: (what: string, error: unknown) => void;
}>;

export type QueueTimes = Readonly<{ most: number; lookMs: number; beatMs: number; tendMs: number }>;

export type Queue = Readonly<{
  /** Looks now whether there is something to do. */
  wake: () => void;
  /** Resolves when a job that this process works on has ended, or has not been taken up here; after `ms` at the latest. */
  ended: (key: string, ms: number) => Promise<void>;
  /** Stops a job here that was cancelled. */
  stop: (key: string) => void;
  close: () => Promise<void>;
}>;

/** The name by which a queue knows a job of a study. */
export const keyOf = ({ study, job }: Readonly<{ study: string; job: string }>): string => `${study}/${job}`;

const TIMES: QueueTimes = { most: 2, lookMs: 2000, beatMs: 1000, tendMs: 10_000 };

export function makeQueue<J, E>(ports: QueuePorts<J, E>, times: QueueTimes = TIMES): Queue {
  const running = new Map<string, Readonly<{ control: AbortController; done: Promise<void> }>>();
  let looking: Promise<void> | null = null;
  let again = false;
  let closed = false;
  const timers = [setInterval(() => wake(), times.lookMs), setInterval(() => void tend(), times.tendMs)];
  for (const timer of timers) timer.unref();

  function wake(): void {
    if (looking) {
      again = true;
      return;
    }
    looking = look().finally(() => {
      looking = null;
      if (!again || closed) return;
      again = false;
      wake();
    });
  }

  async function look(): Promise<void> {
    try {
      while (!closed && running.size < times.most) {
        const job = await ports.take();
        if (job === null) return;
        begin(job);
      }
    } catch (error) {
      ports.fault("looking for jobs", error);
    }
  }

  async function tend(): Promise<void> {
    try {
      await ports.tend();
    } catch (error) {
      ports.fault("tending jobs", error);
    }
  }

  function begin(job: J): void {
    const control = new AbortController();
    const beating = setInterval(() => {
      ports.beat(job).then(
        (ours) => ours || control.abort(),
        (error: unknown) => ports.fault("a job's sign of life", error),
      );
    }, times.beatMs);
    const key = ports.keyOf(job);
    const done = see(job, control.signal)
      .catch((error: unknown) => ports.fault("ending a job", error))
      .finally(() => {
        clearInterval(beating);
        running.delete(key);
        if (!closed) wake();
      });
    running.set(key, { control, done });
  }

  async function see(job: J, signal: AbortSignal): Promise<void> {
    let end: E | null;
    try {
      end = await ports.run(job, signal);
    } catch (error) {
      ports.fault("a job", error);
      end = closed ? null : ports.broken(job, error);
    }
    if (end !== null) await ports.end(job, end);
    else if (closed) await ports.release(job);
  }

  return {
    wake,
    async ended(key, ms) {
      while (looking !== null) await looking;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
      await Promise.race([running.get(key)?.done, late]);
      clearTimeout(timer);
    },
    stop: (key) => running.get(key)?.control.abort(),
    async close() {
      closed = true;
      for (const timer of timers) clearInterval(timer);
      const halt = () => running.forEach(({ control }) => control.abort());
      halt(); // what runs now must not run to its end while a look is waited for
      await looking;
      halt();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
