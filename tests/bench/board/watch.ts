/** What the benchmark puts into a page to see how it keeps up: the times of frames, and how long input waits for one. */
import type { Page } from "@playwright/test";
import type { Bench } from "#lib/client/board/bench.ts";

/** Times in ms. */
export type Seen = Readonly<{
  /** Between one frame and the next. */
  frames: readonly number[];
  /** From an event of input (the first since the frame before) until after the frame that took it up. */
  delays: readonly number[];
}>;

type Watch = {
  begin: () => void;
  end: () => Seen;
  /** Resolves when frames have come without a long one for a while. */
  calm: () => Promise<void>;
  /** Resolves when the page has been given all turns of the wheel that were sent, or after ten seconds. */
  wheeled: (x: number, y: number) => Promise<void>;
  /** From navigation until every card had been shown; null while that is to come. */
  shown: number | null;
};

declare global {
  interface Window {
    __bench: Bench;
    __watch: Watch;
  }
}

/** Watches every page that is opened from now on. */
export async function watchPages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let watching = false;
    let last = 0;
    let frames: number[] = [];
    let delays: number[] = [];
    let oldest = 0; // when the oldest input came that no frame has taken up
    let wheelX = 0;
    let wheelY = 0;
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }: MessageEvent<number>) => delays.push(performance.now() - data));
    port1.start();
    const came = (event: Event) => {
      if (watching && oldest === 0) oldest = event.timeStamp;
    };
    for (const kind of ["wheel", "pointermove", "pointerdown", "keydown"])
      addEventListener(kind, came, { capture: true, passive: true });
    addEventListener(
      "wheel",
      (event) => {
        wheelX += event.deltaX;
        wheelY += event.deltaY;
      },
      { capture: true, passive: true },
    );
    const frame = (now: number) => {
      if (!watching) return;
      if (last > 0) frames.push(now - last);
      last = now;
      if (oldest > 0) port2.postMessage(oldest); // answered after this frame has been drawn
      oldest = 0;
      requestAnimationFrame(frame);
    };
    const watch: Watch = {
      begin: () => {
        watching = true;
        last = oldest = wheelX = wheelY = 0;
        frames = [];
        delays = [];
        requestAnimationFrame(frame);
      },
      end: () => {
        watching = false;
        const still = performance.now() - last; // a page that hangs to the end is charged for it
        return { frames: still > 50 ? [...frames, still] : frames, delays };
      },
      calm: () =>
        new Promise((resolve) => {
          const begun = performance.now();
          let before = begun;
          let quietSince = begun;
          const look = () => {
            const now = performance.now();
            if (now - before > 40) quietSince = now;
            before = now;
            if (now - quietSince > 300 || now - begun > 10_000) resolve();
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
      wheeled: (x, y) =>
        new Promise((resolve) => {
          const begun = performance.now();
          const look = () => {
            const here = Math.abs(wheelX - x) < 1 && Math.abs(wheelY - y) < 1;
            if (here || performance.now() - begun > 10_000) resolve();
            else requestAnimationFrame(look);
          };
          look();
        }),
      shown: null,
    };
    window.__watch = watch;
    let bench: Bench | undefined;
    Object.defineProperty(window, "__bench", {
      configurable: true,
      get: () => bench,
      set: (given: Bench) => {
        bench = given;
        void given.ready().then(() => (watch.shown ??= performance.now()));
      },
    });
  });
}

/** A share of the sorted values: 0.95 for the value that 95 % do not exceed. */
export function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
