/**
 * Commands on their way out, kept in IndexedDB so that they survive a reload, a crash and a lost line.
 *
 * Whoever holds the study's lock sends, in the order in which commands were given, for all tabs of this browser;
 * the answers are told to all tabs. A command is forgotten only after its answer was told: a tab that is gone before that
 * leaves it to the next, and the server answers from its receipt. Rules: docs/spec/sync.md, Y96 and Y97.
 */
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import type { Outcome, Sent } from "#lib/domain/study/outcome.ts";
import { Refusals } from "./refusals.ts";
import type { Refused } from "./state.ts";

interface Schema extends DBSchema {
  command: { key: number; value: { key?: number; line: string; sent: Sent }; indexes: { line: string } };
}

/** What became of an attempt to send: outcomes, or why not. `later`: try again; `denied`: it makes no sense to. */
export type Reply = Readonly<{ outcomes: readonly Outcome[] } | { later: true } | { denied: number }>;
export type Post = (commands: readonly Sent[]) => Promise<Reply>;

export type LineState = "idle" | "sending" | "offline" | "denied";

/** What tabs tell each other besides outcomes. */
type Note = Readonly<{ note: "waits" } | { note: "dismissed"; cmdId: string }>;

const MOST = 50;

export class Outbox {
  private readonly line: string;
  private readonly post: Post;
  private readonly tell: (outcome: Outcome, refused: Refused | null) => void;
  private readonly show: (state: LineState) => void;
  private readonly dismissed: (cmdId: string) => void;
  private readonly refusals: Refusals;
  private readonly channel: BroadcastChannel;
  private readonly database: Promise<IDBPDatabase<Schema> | null>;
  private memory: Sent[] = []; // where the browser keeps nothing for us
  private retry: ReturnType<typeof setTimeout> | null = null;
  private wait = 500;
  private closed = false;

  /**
   * @param line - who writes where: `study/person`; other lines on this browser are not touched
   * @param tell - called with every answer; with the refused command too, which may be one that a closed tab has left
   * @param dismissed - called where another tab has put a refusal away
   */
  constructor(
    line: string,
    post: Post,
    tell: (outcome: Outcome, refused: Refused | null) => void,
    show: (state: LineState) => void,
    dismissed: (cmdId: string) => void,
  ) {
    this.line = line;
    this.post = post;
    this.tell = tell;
    this.show = show;
    this.dismissed = dismissed;
    this.refusals = new Refusals(line);
    this.channel = new BroadcastChannel(`carthen-outbox/${line}`);
    this.channel.onmessage = ({ data }: MessageEvent<Outcome | Note>) => {
      if ("note" in data && data.note === "waits") void this.flush();
      else if ("note" in data && data.note === "dismissed") this.dismissed(String(data.cmdId));
      else tell(data as Outcome, null); // the only other thing that is said here
    };
    this.database = openDB<Schema>("carthen", 1, {
      upgrade: (db) => {
        db.createObjectStore("command", { keyPath: "key", autoIncrement: true }).createIndex("line", "line");
      },
    }).catch(() => null);
    globalThis.addEventListener?.("online", this.hurry);
  }

  /** Commands of this line that an earlier page left behind, in order. */
  async left(): Promise<Sent[]> {
    const db = await this.database;
    return db ? (await db.getAllFromIndex("command", "line", this.line)).map(({ sent }) => sent) : [];
  }

  /** What was refused before this page was loaded and has not been put away. */
  refused(): Promise<Refused[]> {
    return this.refusals.all();
  }

  /** Keeps what was refused in another way than by an answer to a command. */
  keep(refused: Refused): Promise<void> {
    return this.refusals.keep(refused);
  }

  /** Puts a refusal away, in all tabs. */
  dismiss(cmdId: string): void {
    void this.refusals.forget(cmdId);
    if (!this.closed) this.channel.postMessage({ note: "dismissed", cmdId } satisfies Note);
  }

  /** Keeps a command and sends it. Resolves when it is kept. */
  async put(sent: Sent): Promise<void> {
    const db = await this.database;
    if (db) await db.add("command", { line: this.line, sent }).catch(() => this.memory.push(sent));
    else this.memory.push(sent);
    // If this tab is closed before it has sent it, another one does.
    if (!this.closed) this.channel.postMessage({ note: "waits" } satisfies Note);
    void this.flush();
  }

  /** Sends what waits, unless another tab is at it: that one sends ours too. */
  async flush(): Promise<void> {
    if (this.closed) return;
    if (!navigator.locks) return this.send();
    await navigator.locks.request(`carthen-outbox/${this.line}`, () => this.send());
  }

  /** Sends what waits now: the server is known to be there again. */
  readonly hurry = (): void => {
    this.wait = 500;
    void this.flush();
  };

  close(): void {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    this.channel.close();
    globalThis.removeEventListener?.("online", this.hurry);
  }

  private async send(): Promise<void> {
    for (;;) {
      const db = await this.database;
      const kept = db ? await db.getAllFromIndex("command", "line", this.line, MOST) : [];
      const batch = [...kept.map(({ sent }) => sent), ...this.memory].slice(0, MOST);
      if (batch.length === 0) return this.show("idle");
      this.show("sending");
      const reply = await this.post(batch);
      if (!("outcomes" in reply)) {
        this.show("denied" in reply ? "denied" : "offline");
        if ("later" in reply) this.again();
        return;
      }
      this.wait = 500;
      const answered = new Map(reply.outcomes.map((outcome) => [outcome.cmdId, outcome]));
      const refused = new Map(batch.flatMap((sent) => refusalOf(sent, answered.get(sent.cmdId))));
      for (const one of refused.values()) await this.refusals.keep(one);
      if (this.closed) return; // nobody is here to be told: whoever sends next is
      for (const outcome of reply.outcomes) {
        this.channel.postMessage(outcome);
        this.tell(outcome, refused.get(outcome.cmdId) ?? null);
      }
      this.memory = this.memory.filter((sent) => !answered.has(sent.cmdId));
      for (const { key, sent } of kept)
        if (key !== undefined && answered.has(sent.cmdId)) await db?.delete("command", key);
      if (answered.size === 0) return;
    }
  }

  private again(): void {
    if (this.retry || this.closed) return;
    this.retry = setTimeout(
      () => {
        this.retry = null;
        void this.flush();
      },
      this.wait * (0.7 + Math.random() * 0.6),
    );
    this.wait = Math.min(this.wait * 2, 15_000);
  }
}

/** What an answer refuses, by its command's id; nothing where it does not. */
function refusalOf(sent: Sent, outcome: Outcome | undefined): [string, Refused][] {
  if (!outcome || !("refused" in outcome) || typeof outcome.refused !== "string") return [];
  const { cmdId, refused: code, ...detail } = outcome;
  return [[cmdId, { sent, code, detail }]];
}
