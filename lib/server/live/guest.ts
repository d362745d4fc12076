/**
 * One live socket: whose it is, how far it has been told of the log, and how much waits in it.
 *
 * Knows no rooms. What waits is what the peer has not taken yet: above a limit presence is left out, above another the
 * log waits until the socket has drained. Rules: docs/spec/sync.md, Y44 to Y46.
 */
import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import type { Role } from "#lib/domain/member/shape.ts";
import type { FromServer, Peer, Whereabouts } from "#lib/domain/study/live.ts";

/** Who has a socket, by which sign-in. */
export type Visitor = Readonly<{ id: string; name: string; sid: string }>;

const DROP_PRESENCE = 256 * 1024; // bytes waiting in a socket
const LAGGING = 1024 * 1024;
const MOST = 40; // messages at once, and each second
const FLOOD = -400;

export class Guest {
  readonly socket: WebSocket;
  readonly tab = randomUUID();
  readonly visitor: Visitor;
  /** The study that it has said hello to. */
  study: string | null = null;
  role: Role | null = null;
  /** How far in the log it has been told. */
  sent = 0;
  at: Whereabouts | null = null;
  /** The pads that it has open, and how far in each it has been told. */
  readonly pads = new Map<string, { epoch: string; n: number }>();
  alive = true;
  /** It was not told who moved or left, and must be told of everybody. */
  missed = false;
  /** Its hellos, one after the other. */
  greeting: Promise<void> = Promise.resolve();
  private behind = false;
  private tokens = MOST;
  private counted = performance.now();
  private readonly drained: () => void;

  /** @param drained - called when a socket that was too full can take more of the log */
  constructor(socket: WebSocket, visitor: Visitor, drained: (guest: Guest) => void) {
    this.socket = socket;
    this.visitor = visitor;
    this.drained = () => {
      if (!this.behind || this.socket.bufferedAmount >= LAGGING / 4) return;
      this.behind = false;
      drained(this);
    };
  }

  get open(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  get peer(): Peer {
    return { tab: this.tab, person: this.visitor.id, name: this.visitor.name, at: this.at };
  }

  /** Whether so much waits that presence must be left out. */
  get full(): boolean {
    return this.socket.bufferedAmount > DROP_PRESENCE;
  }

  /** Whether so much waits that the log must wait too; `drained` is called when it need not any more. */
  get lagging(): boolean {
    this.behind ||= this.socket.bufferedAmount >= LAGGING;
    return this.behind;
  }

  say(message: FromServer): void {
    this.give(JSON.stringify(message));
  }

  /** Sends a message that was packed before, for many. */
  give(packed: string): void {
    if (this.open) this.socket.send(packed, this.drained);
  }

  /** Counts a message that came in: `spent` where it is one too many, `flood` where nobody sends so many. */
  count(): "well" | "spent" | "flood" {
    const now = performance.now();
    this.tokens = Math.min(MOST, this.tokens + ((now - this.counted) * MOST) / 1000) - 1;
    this.counted = now;
    return this.tokens < FLOOD ? "flood" : this.tokens < 0 ? "spent" : "well";
  }
}
