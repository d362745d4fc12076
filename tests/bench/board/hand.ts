/**
 * A hand on wheel, mouse and keys: real input, sixty times a second, sent without waiting for the page, so that a
 * slow page gets the same stream as a fast one.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";
import type { Seen } from "./watch.ts";

const RATE = 60;
const CTRL = 2; // as the protocol counts modifiers
type Point = Readonly<{ x: number; y: number }>;

export class Hand {
  private readonly page: Page;
  private readonly line: CDPSession;
  private readonly sent: Promise<unknown>[] = [];
  private wheelX = 0;
  private wheelY = 0;

  constructor(page: Page, line: CDPSession) {
    this.page = page;
    this.line = line;
  }

  /** Watches the page while something is done, until the page has taken all of it up. */
  async watched(act: () => Promise<void>): Promise<Seen> {
    await this.page.evaluate(() => window.__watch.calm());
    this.wheelX = this.wheelY = 0;
    await this.page.evaluate(() => window.__watch.begin());
    await act();
    await Promise.all(this.sent.splice(0));
    await this.page.evaluate(([x, y]) => window.__watch.wheeled(x, y), [this.wheelX, this.wheelY] as const);
    return this.page.evaluate(() => window.__watch.end());
  }

  /** Turns the wheel for some seconds; `turn` gives the deltas of each event by how far the time has come (0 to 1). */
  async wheel(at: Point, seconds: number, turn: (share: number) => { dx: number; dy: number }, ctrl = false) {
    await this.stream(seconds, (share) => {
      const { dx, dy } = turn(share);
      this.wheelX += dx;
      this.wheelY += dy;
      this.say({ type: "mouseWheel", ...at, deltaX: dx, deltaY: dy, modifiers: ctrl ? CTRL : 0 });
    });
  }

  /** Presses on one point, wanders about, and lets go at another. */
  async drag(from: Point, to: Point, seconds: number) {
    this.say({ type: "mouseMoved", ...from, button: "none" });
    this.say({ type: "mousePressed", ...from, button: "left", buttons: 1, clickCount: 1 });
    await this.stream(seconds, (share) => {
      const turn = share * 4 * Math.PI;
      const wide = 110 * Math.min(1, share * 8) * (1 - share);
      this.say({
        type: "mouseMoved",
        x: from.x + (to.x - from.x) * share + wide * Math.sin(turn),
        y: from.y + (to.y - from.y) * share + wide * Math.sin(turn * 1.4),
        button: "left",
        buttons: 1,
      });
    });
    this.say({ type: "mouseMoved", ...to, button: "left", buttons: 1 });
    this.say({ type: "mouseReleased", ...to, button: "left", buttons: 0, clickCount: 1 });
  }

  private async stream(seconds: number, each: (share: number) => void) {
    const count = Math.round(seconds * RATE);
    const begun = performance.now();
    for (let n = 0; n < count; n++) {
      const early = begun + (n * 1000) / RATE - performance.now();
      if (early > 1) await pause(early);
      each(n / count);
    }
  }

  private say(event: Parameters<CDPSession["send"]>[1] & object) {
    this.sent.push(this.line.send("Input.dispatchMouseEvent", event as never)); // what the protocol takes depends on the type
  }
}
