/**
 * Erases everything of those who have withdrawn, without being asked: soon after the command, and now and then whatever another
 * process has left. Then it says so in the log. Knows no database: the ports are handed in. Rules: docs/spec/consent.md, CO10 and CO11.
 */

/** What it needs of the world. */
export type ErasingPorts<Waiting> = Readonly<{
  /** Withdraws those again who had withdrawn before an older backup was put back. */
  again: () => Promise<void>;
  waiting: () => Promise<readonly Waiting[]>;
  erase: (who: Waiting) => Promise<unknown>;
  /** Says in the log that everything has been erased. */
  tell: (who: Waiting) => Promise<void>;
  fault: (what: string, error: unknown) => void;
}>;

export type Erasing = Readonly<{
  /** Looks soon whether there is something to erase. */
  wake: () => void;
  /** Ends after what is being erased now. */
  close: () => Promise<void>;
}>;

export type ErasingTimes = Readonly<{ soonMs: number; sweepMs: number }>;
const TIMES: ErasingTimes = { soonMs: 50, sweepMs: 60_000 };

/** Whether a command may leave something to be erased. */
export function concernsErasing(kind: string): boolean {
  return kind === "participant.withdraw";
}

export function makeErasing<Waiting>(ports: ErasingPorts<Waiting>, times: ErasingTimes = TIMES): Erasing {
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> | null = null;
  let again = false; // somebody has withdrawn while it was at work
  let closed = false;
  const sweep = setInterval(() => wake(), times.sweepMs);
  sweep.unref();
  wake();

  function wake(): void {
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = null;
      if (working) again = true;
      else working = work().finally(() => (working = null));
    }, times.soonMs).unref();
  }

  async function work(): Promise<void> {
    do {
      again = false;
      try {
        await ports.again().catch((error: unknown) => ports.fault("withdrawing somebody again", error)); // the others are not held up
        for (const who of await ports.waiting()) {
          if (closed) return;
          await one(who);
        }
      } catch (error) {
        if (!closed) ports.fault("looking for what is to be erased", error);
      }
    } while (again && !closed);
  }

  async function one(who: Waiting): Promise<void> {
    try {
      await ports.erase(who);
      await ports.tell(who);
    } catch (error) {
      ports.fault("erasing what somebody said", error); // it stays waiting: the next sweep tries again
    }
  }

  return {
    wake,
    async close() {
      closed = true;
      clearInterval(sweep);
      if (timer) clearTimeout(timer);
      await working;
    },
  };
}
