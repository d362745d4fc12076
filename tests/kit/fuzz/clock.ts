/**
 * A clock that stands still until it is told to go on, for code that asks `setTimeout` and `setInterval`.
 *
 * Only code that runs in a *place* (a tab, a server) has this clock; the database's client, which runs outside, has the
 * real one. Between two moments of the clock, what really is on its way (a query, a frame) is waited for.
 */
import { AsyncLocalStorage } from "node:async_hooks";

/** Where code runs. What was begun in a place that is no more never happens. */
export type Place = { alive: boolean };

export const inside = new AsyncLocalStorage<Place>();

/** Runs outside all places: with the real clock. */
export function outside<T>(work: () => Promise<T>): Promise<T> {
  return inside.exit(work);
}

class Timer {
  at: number;
  readonly every: number | null;
  readonly place: Place;
  readonly run: () => void;

  constructor(at: number, every: number | null, place: Place, run: () => void) {
    this.at = at;
    this.every = every;
    this.place = place;
    this.run = run;
  }

  unref(): this {
    return this;
  }

  ref(): this {
    return this;
  }
}

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
};

export class Clock {
  now = 0;
  private readonly timers = new Set<Timer>();
  private moving = 0; // what really is on its way
  private stirred = 0; // grows whenever something moved

  /** Calls back in that place, after so many milliseconds of this clock. */
  later(place: Place, ms: number, run: () => void): void {
    this.timers.add(new Timer(this.now + ms, null, place, run));
    this.stirred += 1;
  }

  /** Counts work that really takes time, and that the clock waits for. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.moving += 1;
    try {
      return await work();
    } finally {
      this.moving -= 1;
      this.stirred += 1;
    }
  }

  /** Goes on by so many milliseconds, through everything that is due in between. */
  async advance(ms: number): Promise<void> {
    const end = this.now + ms;
    await this.settle();
    for (;;) {
      let next: Timer | undefined;
      for (const timer of this.timers) if (!next || timer.at < next.at) next = timer;
      if (!next || next.at > end) break;
      this.now = Math.max(this.now, next.at);
      if (next.every === null || !next.place.alive) this.timers.delete(next);
      else next.at = this.now + next.every;
      if (!next.place.alive) continue;
      const before = this.stirred;
      inside.run(next.place, next.run);
      await turn();
      if (this.moving > 0 || this.stirred !== before || next.every === null) await this.settle();
    }
    this.now = end;
  }

  /** Waits until nothing is on its way but what this clock holds back. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 10;) {
      const before = this.stirred;
      await turn();
      quiet = this.moving === 0 && this.stirred === before ? quiet + 1 : 0;
    }
  }

  stir(): void {
    this.stirred += 1;
  }

  /** Puts this clock in the place of the real one, for whatever runs in a place; returns how to put that back. */
  install(): () => void {
    const set =
      (every: boolean) =>
      (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
        const place = inside.getStore();
        if (!place) return every ? real.setInterval(run, ms, ...args) : real.setTimeout(run, ms, ...args);
        const wait = Math.max(1, ms ?? 0);
        const timer = new Timer(this.now + wait, every ? wait : null, place, () => run(...args));
        this.timers.add(timer);
        return timer;
      };
    const clear = (timer: unknown) => {
      if (timer instanceof Timer) this.timers.delete(timer);
      else real.clearTimeout(timer as NodeJS.Timeout); // one of the real clock's
    };
    const instant = performance.now.bind(performance);
    performance.now = () => (inside.getStore() ? this.now : instant());
    Object.assign(globalThis, {
      setTimeout: set(false),
      setInterval: set(true),
      clearTimeout: clear,
      clearInterval: clear,
    });
    return () => {
      performance.now = instant;
      Object.assign(globalThis, real);
    };
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
