/**
 * The timers that run on boards, in memory: a study has at most `MOST`. One that has run out is known for a minute
 * more, so that who comes then sees that time is up. Knows no sockets. Rule Y28.
 */
import { AFTER, LONGEST, MORE } from "#lib/domain/study/live.ts";

const MOST = 20;

/** A board's timer, and the milliseconds that it still runs. */
export type Left = Readonly<{ board: string; left: number }>;

export class Timers {
  private readonly studies = new Map<string, Map<string, number>>(); // by study and board: when it ends
  private readonly now: () => number;

  /** @param now - milliseconds of a clock that never jumps */
  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** Starts a board's timer anew. */
  start(study: string, board: string, ms: number): number {
    this.forget();
    const timers = this.studies.get(study) ?? new Map<string, number>();
    timers.delete(board);
    const [oldest] = timers.keys();
    if (timers.size >= MOST && oldest !== undefined) timers.delete(oldest);
    timers.set(board, this.now() + ms);
    this.studies.set(study, timers);
    return ms;
  }

  /** Gives a timer a minute more, also one that has run out; null where there is none. */
  more(study: string, board: string): number | null {
    this.forget();
    const ends = this.studies.get(study)?.get(board);
    if (ends === undefined) return null;
    return this.start(study, board, Math.min(LONGEST, Math.round(Math.max(0, ends - this.now())) + MORE));
  }

  /** Stops a timer; whether there was one. */
  stop(study: string, board: string): boolean {
    return this.studies.get(study)?.delete(board) ?? false;
  }

  /** The timers of a study. */
  of(study: string): Left[] {
    this.forget();
    const now = this.now();
    return [...(this.studies.get(study) ?? [])].map(([board, ends]) => ({
      board,
      left: Math.round(Math.max(0, ends - now)),
    }));
  }

  private forget(): void {
    const over = this.now() - AFTER;
    for (const [study, timers] of this.studies) {
      for (const [board, ends] of timers) if (ends < over) timers.delete(board);
      if (timers.size === 0) this.studies.delete(study);
    }
  }
}
