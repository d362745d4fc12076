/**
 * Tells the other processes on the same database that a study's log has grown, that its jobs have changed or that
 * somebody has signed out, and hears it from them.
 *
 * A hint is ids and numbers, sent after the commit and gathered for 20 ms: NOTIFY inside the transactions would make
 * all studies wait for each other. A hint that is lost costs a second and a half: the hub polls.
 */
import postgres from "postgres";

const CHANNEL = "carthen_log";
const JOBS = "jobs"; // in the place of a number: the jobs of that study
const WHO = "who"; // in the place of a number: what that person may has changed
const GATHER_MS = 20;

export type Hints = Readonly<{
  send: (study: string, seq: number) => void;
  /** Says that a study's jobs have changed. */
  jobs: (study: string) => void;
  /** Says that a sign-in of this person has ended. */
  who: (person: string) => void;
  close: () => Promise<void>;
}>;

/** Who is told of hints, also of our own. */
export type Heard = Readonly<{
  hint: (study: string, seq: number) => void;
  jobs: (study: string) => void;
  who: (person: string) => void;
  fault: (what: string, error: unknown) => void;
}>;

export async function listenForHints(url: string, heard: Heard): Promise<Hints> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connection: { application_name: "carthen hints" } });
  const waiting = new Map<string, number>();
  const marks = new Set<string>();
  let timer: NodeJS.Timeout | null = null;

  await sql.listen(CHANNEL, (payload) => {
    for (const part of payload.split(",")) {
      const [about, what] = part.split(":");
      if (!about || !what) continue;
      if (what === JOBS) heard.jobs(about);
      else if (what === WHO) heard.who(about);
      else if (/^\d+$/.test(what)) heard.hint(about, Number(what));
    }
  });

  function flush(): void {
    timer = null;
    const parts = [...[...waiting].map(([study, seq]) => `${study}:${seq}`), ...marks];
    waiting.clear();
    marks.clear();
    // A payload must stay under 8,000 bytes: 150 at a time.
    for (let at = 0; at < parts.length; at += 150) {
      sql
        .notify(CHANNEL, parts.slice(at, at + 150).join(","))
        .catch((error: unknown) => heard.fault("sending a hint", error));
    }
  }

  function mark(about: string, what: string): void {
    marks.add(`${about}:${what}`);
    timer ??= setTimeout(flush, GATHER_MS);
  }

  return {
    send: (study, seq) => {
      waiting.set(study, Math.max(seq, waiting.get(study) ?? 0));
      timer ??= setTimeout(flush, GATHER_MS);
    },
    jobs: (study) => mark(study, JOBS),
    who: (person) => mark(person, WHO),
    close: async () => {
      if (timer) clearTimeout(timer);
      await sql.end({ timeout: 2 });
    },
  };
}
