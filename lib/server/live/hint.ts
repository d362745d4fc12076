/**
 * Tells the other processes on the same database that a study's log has grown, that its jobs have changed or that
 * somebody has signed out, and hears it from them.
 *
 * A hint is ids and numbers, sent after the commit and gathered for 20 ms: NOTIFY inside the transactions would make
 * all studies wait for each other. A hint that is lost costs a second and a half: the hub polls. What the hubs say to
 * each other of their guests goes the same way, on a channel of its own.
 */
import postgres from "postgres";

const CHANNEL = "carthen_log";
const GUESTS = "carthen_guests";
const JOBS = "jobs"; // in the place of a number: the jobs of that study
const WHO = "who"; // in the place of a number: what that person may has changed
const PAD = "pad"; // in the place of a number: a pad, named by its study and itself
const GATHER_MS = 20;
const ID = 36; // signs of an id
const MOST = 7900; // bytes of a payload; all signs are ASCII

export type Hints = Readonly<{
  send: (study: string, seq: number) => void;
  /** Says that a study's jobs have changed. */
  jobs: (study: string) => void;
  /** Says that a sign-in of this person has ended. */
  who: (person: string) => void;
  /** Says that something was written in a pad. */
  pad: (study: string, pad: string) => void;
  /** Hands what the hub says of its guests to the other processes; under 8,000 bytes. */
  frame: (text: string) => Promise<unknown>;
  /** Sends what waits, and ends. */
  close: () => Promise<void>;
}>;

/** Who is told of hints, also of our own. */
export type Heard = Readonly<{
  hint: (study: string, seq: number) => void;
  jobs: (study: string) => void;
  who: (person: string) => void;
  pad: (study: string, pad: string) => void;
  frame: (text: string) => void;
  /** The connection was lost and is there again: what was sent meanwhile was not heard. */
  missed: () => void;
  fault: (what: string, error: unknown) => void;
}>;

export async function listenForHints(url: string, heard: Heard): Promise<Hints> {
  // NOTIFY holds a lock of the whole database until its commit is on the disk, and no hint needs to be on it.
  const connection = { application_name: "carthen hints", synchronous_commit: "off" };
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connection });
  const waiting = new Map<string, number>();
  const marks = new Set<string>();
  let timer: NodeJS.Timeout | null = null;

  await sql.listen(CHANNEL, (payload) => {
    for (const part of payload.split(",")) {
      const [about, what] = part.split(":");
      if (!about || !what) continue;
      if (what === JOBS) heard.jobs(about);
      else if (what === WHO) heard.who(about);
      else if (what === PAD) heard.pad(about.slice(0, ID), about.slice(ID + 1));
      else if (/^\d+$/.test(what)) heard.hint(about, Number(what));
    }
  });

  let listening = false;
  await sql.listen(GUESTS, heard.frame, () => {
    if (listening) heard.missed();
    listening = true;
  });

  function flush(): Promise<unknown> {
    if (timer) clearTimeout(timer);
    timer = null;
    const parts = [...[...waiting].map(([study, seq]) => `${study}:${seq}`), ...marks];
    waiting.clear();
    marks.clear();
    const payloads: string[] = [];
    for (const part of parts) {
      const last = payloads.at(-1);
      if (last === undefined || last.length + part.length + 1 > MOST) payloads.push(part);
      else payloads[payloads.length - 1] = `${last},${part}`;
    }
    return Promise.all(payloads.map((payload) => sql.notify(CHANNEL, payload))).catch((error: unknown) =>
      heard.fault("sending a hint", error),
    );
  }

  function mark(about: string, what: string): void {
    marks.add(`${about}:${what}`);
    timer ??= setTimeout(() => void flush(), GATHER_MS);
  }

  return {
    send: (study, seq) => {
      waiting.set(study, Math.max(seq, waiting.get(study) ?? 0));
      timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
    jobs: (study) => mark(study, JOBS),
    who: (person) => mark(person, WHO),
    pad: (study, pad) => mark(`${study}/${pad}`, PAD),
    frame: (text) => sql.notify(GUESTS, text),
    close: async () => {
      void flush();
      await sql.end({ timeout: 2 });
    },
  };
}
