/**
 * Tells the other processes on the same database that a study's log has grown, and hears it from them.
 *
 * A hint is ids and numbers, sent after the commit and gathered for 20 ms: NOTIFY inside the transactions would make
 * all studies wait for each other. A hint that is lost costs a second and a half: the hub polls.
 */
import postgres from "postgres";

const CHANNEL = "carthen_log";
const JOBS = "jobs"; // in the place of a number: the jobs of that study
const GATHER_MS = 20;

export type Hints = Readonly<{
  send: (study: string, seq: number) => void;
  /** Says that a study's jobs have changed. */
  jobs: (study: string) => void;
  close: () => Promise<void>;
}>;

/**
 * @param heard - called for each study of a hint, also for our own
 * @param jobs - called for each study whose jobs have changed, also for our own
 */
export async function listenForHints(
  url: string,
  heard: (study: string, seq: number) => void,
  jobs: (study: string) => void,
  fault: (what: string, error: unknown) => void,
): Promise<Hints> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connection: { application_name: "carthen hints" } });
  const waiting = new Map<string, number>();
  const working = new Set<string>();
  let timer: NodeJS.Timeout | null = null;

  await sql.listen(CHANNEL, (payload) => {
    for (const part of payload.split(",")) {
      const [study, seq] = part.split(":");
      if (study && seq === JOBS) jobs(study);
      else if (study && seq && /^\d+$/.test(seq)) heard(study, Number(seq));
    }
  });

  function flush(): void {
    timer = null;
    const parts = [
      ...[...waiting].map(([study, seq]) => `${study}:${seq}`),
      ...[...working].map((study) => `${study}:${JOBS}`),
    ];
    waiting.clear();
    working.clear();
    // A payload must stay under 8,000 bytes: 150 studies at a time.
    for (let at = 0; at < parts.length; at += 150) {
      sql
        .notify(CHANNEL, parts.slice(at, at + 150).join(","))
        .catch((error: unknown) => fault("sending a hint", error));
    }
  }

  return {
    send: (study, seq) => {
      waiting.set(study, Math.max(seq, waiting.get(study) ?? 0));
      timer ??= setTimeout(flush, GATHER_MS);
    },
    jobs: (study) => {
      working.add(study);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    close: async () => {
      if (timer) clearTimeout(timer);
      await sql.end({ timeout: 2 });
    },
  };
}
