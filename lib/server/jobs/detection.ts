/**
 * Looks through every text of every study for what may identify somebody, without being asked: what is new, and all of them
 * again after names have changed.
 *
 * A process looks at a study soon after it changed something in it, and now and then at all of them, for what others have
 * left. Knows no database: the ports are handed in. Rules: docs/spec/identifier.md, I70 and I71.
 */
import type { Named } from "#lib/domain/identifier/plan.ts";
import type { Answer, Ask } from "../detecting/ask.ts";
import type { Detected, DetectedOwn, Unsearched } from "../store/detection.ts";

/** What it needs of the world. */
export type DetectionPorts = Readonly<{
  /** Studies of which something waits. */
  studies: () => Promise<readonly string[]>;
  /** Takes a study up, or goes on with it; false where somebody else is at it. */
  hold: (study: string) => Promise<boolean>;
  release: (study: string) => Promise<void>;
  /** Tells states of names apart: as they are now, and as they were when all texts were last looked through. */
  marks: (study: string) => Promise<Readonly<{ now: string; searched: string | null }>>;
  names: (study: string) => Promise<readonly Named[]>;
  /** Texts that have not been looked through, a portion. */
  unsearched: (study: string) => Promise<readonly Unsearched[]>;
  /** Texts that have been, a portion, after the source of this number. */
  searchedAfter: (
    study: string,
    after: number,
  ) => Promise<Readonly<{ texts: readonly Unsearched[]; last: number | null }>>;
  detect: (ask: Ask) => Promise<Answer>;
  save: (study: string, all: readonly Detected[]) => Promise<void>;
  saveOwn: (study: string, all: readonly DetectedOwn[]) => Promise<void>;
  searchedWith: (study: string, names: string) => Promise<void>;
  fault: (what: string, error: unknown) => void;
}>;

export type Detection = Readonly<{
  /** Looks soon whether there is something to do in a study. */
  wake: (study: string) => void;
  close: () => Promise<void>;
}>;

export type DetectionTimes = Readonly<{ soonMs: number; laterMs: number; sweepMs: number }>;

const TIMES: DetectionTimes = { soonMs: 700, laterMs: 3000, sweepMs: 60_000 };

/** Whether a command may bring a text or a name that must be looked for. */
export function concernsDetection(kind: string): boolean {
  return /^(?:source\.|organisation\.|participant\.|undo$|redo$)/.test(kind);
}

export function makeDetectionWork(ports: DetectionPorts, times: DetectionTimes = TIMES): Detection {
  const due = new Map<string, NodeJS.Timeout>();
  const line: string[] = [];
  let working: Promise<void> | null = null;
  let closed = false;
  const sweep = setInterval(() => void all(), times.sweepMs);
  sweep.unref();
  const first = setTimeout(() => void all(), times.soonMs);
  first.unref();

  async function all(): Promise<void> {
    try {
      for (const study of await ports.studies()) queue(study);
    } catch (error) {
      if (!closed) ports.fault("looking for texts to look through", error);
    }
  }

  function queue(study: string): void {
    if (closed) return;
    if (!line.includes(study)) line.push(study);
    working ??= work().finally(() => {
      working = null;
    });
  }

  async function work(): Promise<void> {
    for (let study = line.shift(); study !== undefined && !closed; study = line.shift()) {
      try {
        if (!(await ports.hold(study))) {
          wake(study, times.laterMs); // whoever is at it may have passed what is new by now
          continue;
        }
        await see(study).finally(() => ports.release(study));
      } catch (error) {
        // What is left is found again by the next sweep.
        if (!closed) ports.fault("looking through a study", error);
      }
    }
  }

  async function see(study: string): Promise<void> {
    for (;;) {
      const marks = await ports.marks(study); // before the names: should they change in between, all is looked through again
      const fresh = await ports.unsearched(study);
      if (closed || (fresh.length === 0 && marks.now === marks.searched)) return;
      const named = await ports.names(study);
      if (fresh.length > 0) {
        const answer = await ports.detect({ named, texts: fresh.map(({ text }) => text), all: true });
        await ports.save(
          study,
          fresh.map(({ revision }, at) => ({ revision, own: answer[at]?.own ?? [], found: answer[at]?.found ?? [] })),
        );
      } else {
        if (!(await byNames(study, named))) return;
        await ports.searchedWith(study, marks.now);
      }
      if (!(await ports.hold(study))) return;
    }
  }

  /** Looks through all texts by the study's names; false where it was stopped. */
  async function byNames(study: string, named: readonly Named[]): Promise<boolean> {
    for (let after = 0; ;) {
      const { texts, last } = await ports.searchedAfter(study, after);
      if (last === null) return true;
      const answer = await ports.detect({ named, texts: texts.map(({ text }) => text), all: false });
      await ports.saveOwn(
        study,
        texts.map(({ revision }, at) => ({ revision, own: answer[at]?.own ?? [] })),
      );
      if (closed || !(await ports.hold(study))) return false;
      after = last;
    }
  }

  function wake(study: string, ms: number): void {
    if (closed || due.has(study)) return;
    const timer = setTimeout(() => {
      due.delete(study);
      queue(study);
    }, ms);
    due.set(study, timer.unref());
  }

  return {
    wake: (study) => wake(study, times.soonMs),
    async close() {
      closed = true;
      clearInterval(sweep);
      clearTimeout(first);
      for (const timer of due.values()) clearTimeout(timer);
      due.clear();
      await working;
    },
  };
}
