/**
 * What people do together in a study beyond its rows: calls to a board, timers, and whom this tab follows.
 *
 * Hears the live line and keeps the newest of each; knows nothing of React, cameras or screens.
 */
import type { FromBrowser, FromServer, Part } from "#lib/domain/study/live.ts";
import { AFTER, MORE } from "#lib/domain/study/live.ts";

/** Somebody calls everybody to a part of a board. */
export type Call = Readonly<{ person: string; name: string; board: string; view: Part }>;

export type Shared = Readonly<{
  /** By board: when its timer ends, on this browser's own clock (`performance.now()`). */
  timers: ReadonlyMap<string, number>;
  /** The last call, until it is answered. */
  call: Call | null;
  /** The person whose camera this tab follows. */
  following: string | null;
  /** A part of a board that is to be shown as soon as that board is open. */
  wish: Readonly<{ board: string; view: Part }> | null;
}>;

export class Together {
  private now: Shared = { timers: new Map(), call: null, following: null, wish: null };
  private readonly listeners = new Set<() => void>();
  private readonly say: (message: FromBrowser) => void;

  constructor(say: (message: FromBrowser) => void) {
    this.say = say;
  }

  get shared(): Shared {
    return this.now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  hear(message: Extract<FromServer, { kind: "call" | "timer" }>): void {
    if (message.kind === "call") {
      const { kind: _, ...call } = message;
      return this.change({ call });
    }
    const timers = new Map(this.now.timers);
    if (message.left === null) timers.delete(message.board);
    else timers.set(message.board, performance.now() + message.left);
    this.change({ timers });
  }

  /** Forgets what may have changed while the line was down; the server tells anew what still holds. */
  lost(): void {
    if (this.now.timers.size > 0) this.change({ timers: new Map() });
  }

  /** Follows a person, or nobody. */
  follow(person: string | null): void {
    if (person !== this.now.following) this.change({ following: person });
  }

  /** Has a part of a board shown once that board is open; null: it has been. */
  show(wish: Shared["wish"]): void {
    this.change({ wish });
  }

  /** Puts the last call away. */
  answer(): void {
    this.change({ call: null });
  }

  callTo(board: string, view: Part): void {
    this.say({ kind: "call", board, view });
  }

  startTimer(board: string, minutes: number): void {
    this.say({ kind: "timer.start", board, ms: minutes * MORE });
  }

  moreTime(board: string): void {
    this.say({ kind: "timer.more", board });
  }

  stopTimer(board: string): void {
    this.say({ kind: "timer.stop", board });
  }

  private change(change: Partial<Shared>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}

/**
 * A timer as it is shown: whole seconds left, rounded up; null where there is none, or none any more.
 *
 * @param ends - when it ends, and `now` on the same clock, in milliseconds
 */
export function secondsLeft(ends: number | undefined, now: number): number | null {
  if (ends === undefined || now > ends + AFTER) return null;
  return Math.max(0, Math.ceil((ends - now) / 1000));
}

/** Minutes and seconds: `4:05`. */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
