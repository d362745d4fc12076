/**
 * The line in which all writers of a study stand.
 *
 * While one transaction runs, the commands that arrive for the same study gather; the next transaction takes them
 * together. This is what makes a hot study fast (docs/decisions/group-commit.md). An undo goes alone, because what it
 * takes back is found in the log. If the database objects to a batch, its commands are tried one by one, so that
 * nobody's work falls with somebody else's.
 */
import type { Item, Outcome } from "#lib/domain/study/outcome.ts";

/** What the writer needs of the world. */
export type Ports = Readonly<{
  /** Carries out commands in one transaction; throws where the database objects or cannot be reached. */
  commit: (
    study: string,
    items: readonly Item[],
    whole: boolean,
  ) => Promise<{ outcomes: readonly Outcome[]; seq: number }>;
  /** Whether an error says that the database refused what was asked, not that it could not be asked. */
  objects: (error: unknown) => boolean;
  /** Called after each commit that changed something. */
  committed: (study: string, seq: number) => void;
  /** Called where a command was refused by the database itself: a rule that `decide` should have known. */
  objected: (study: string, item: Item, error: unknown) => void;
}>;

export type Writer = Readonly<{
  /** Carries out a person's commands in order. Throws where the database cannot be reached: send them again. */
  submit: (study: string, items: readonly Item[]) => Promise<readonly Outcome[]>;
  /** Carries out commands in one transaction of their own, all of them or none. */
  whole: (study: string, items: readonly Item[]) => Promise<readonly Outcome[]>;
  /** Refuses what comes from now on and waits for what runs. */
  stop: () => Promise<void>;
}>;

/** Thrown by `submit` once the writer has been stopped. */
export class Stopping extends Error {}

const MOST = 50; // commands in one transaction

type Waiting = {
  item: Item;
  whole: readonly Item[] | null; // those with whom it stands or falls
  done: (outcome: Outcome) => void;
  failed: (error: unknown) => void;
};

export function makeWriter(ports: Ports): Writer {
  const lines = new Map<string, Waiting[]>();
  const running = new Map<string, Promise<void>>();
  let stopped = false;

  async function run(study: string, line: Waiting[]): Promise<void> {
    while (line.length > 0) await together(study, line.splice(0, batchOf(line)));
    running.delete(study);
    lines.delete(study);
  }

  async function together(study: string, batch: readonly Waiting[]): Promise<void> {
    const whole = (batch[0]?.whole ?? null) !== null;
    try {
      const { outcomes, seq } = await ports.commit(
        study,
        batch.map(({ item }) => item),
        whole,
      );
      if (outcomes.some((outcome) => "seq" in outcome)) ports.committed(study, seq);
      batch.forEach(({ done, item }, at) => done(outcomes[at] ?? { cmdId: item.cmdId, refused: "bug" }));
    } catch (error) {
      if (!ports.objects(error)) for (const { failed } of batch) failed(error);
      else if (batch.length > 1 && !whole) for (const waiting of batch) await together(study, [waiting]);
      else
        for (const { item, done } of batch) {
          ports.objected(study, item, error);
          done({ cmdId: item.cmdId, refused: "database" });
        }
    }
  }

  function line(study: string, items: readonly Item[], whole: readonly Item[] | null): Promise<readonly Outcome[]> {
    if (stopped) return Promise.reject(new Stopping());
    const waits = lines.get(study) ?? [];
    lines.set(study, waits);
    const outcomes = items.map(
      (item) => new Promise<Outcome>((done, failed) => waits.push({ item, whole, done, failed })),
    );
    if (!running.has(study)) {
      // Commands that arrive in the same turn of the loop go together.
      running.set(
        study,
        Promise.resolve().then(() => run(study, waits)),
      );
    }
    return Promise.all(outcomes);
  }

  return {
    submit: (study, items) => line(study, items, null),
    whole: (study, items) => line(study, items, items),
    stop: async () => {
      stopped = true;
      await Promise.allSettled(running.values());
    },
  };
}

/** How many of those in front go together. */
function batchOf(line: readonly Waiting[]): number {
  const together = line[0]?.whole;
  if (together) return together.length;
  const alone = (at: number) => ["undo", "redo"].includes(line[at]?.item.command.kind ?? "");
  if (alone(0)) return 1;
  let size = 1;
  while (size < Math.min(line.length, MOST) && !alone(size) && !line[size]?.whole) size++;
  return size;
}
