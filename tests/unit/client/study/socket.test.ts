import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LiveSocket } from "#lib/client/study/socket.ts";
import { BEAT, CLOSED } from "#lib/domain/study/live.ts";
import type { FromServer } from "#lib/domain/study/live.ts";

const id = "00000000-0000-4000-8000-000000000001";
const WELCOME: FromServer = { kind: "welcome", tab: "1", epoch: id, seq: 0, role: "analyst" };

/** The browser's socket, as far as it is used: the test is the server. */
class Wire {
  static readonly OPEN = 1;
  static all: Wire[] = [];
  readyState = 0;
  bufferedAmount = 0;
  said: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor() {
    Wire.all.push(this);
  }
  static get last(): Wire {
    const last = Wire.all.at(-1);
    if (!last) throw new Error("no socket was opened");
    return last;
  }
  send(text: string): void {
    this.said.push(text);
  }
  close(): void {
    this.readyState = 3;
  }
  lets(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  tells(message: FromServer): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  drops(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

const line: [boolean, number | null][] = [];
const heard: FromServer[] = [];
let socket: LiveSocket;

beforeEach(() => {
  Wire.all = [];
  line.length = heard.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Wire);
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  socket = new LiveSocket(
    "ws://here",
    () => ({ kind: "hello", study: id, epoch: id, lastSeq: 0, protocol: 1 }),
    (message) => heard.push(message),
    (up, code) => line.push([up, code]),
  );
});
afterEach(() => {
  socket.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** How long it waits until it comes back, in milliseconds. */
function waits(): number {
  const before = Wire.all.length;
  for (let ms = 1; ms <= 20_000; ms++) {
    vi.advanceTimersByTime(1);
    if (Wire.all.length > before) return ms;
  }
  return Infinity;
}

test("[Y47] a server that lets in and drops at once is come back to later and later, up to five seconds", () => {
  const waited: number[] = [];
  for (let n = 0; n < 7; n++) {
    Wire.last.lets();
    Wire.last.tells(WELCOME);
    Wire.last.drops();
    waited.push(waits());
  }
  expect(waited).toEqual([300, 600, 1200, 2400, 4800, 5000, 5000]);
});

test("[Y47] a line that held makes the next wait short again; each browser waits for a time of its own", () => {
  for (let n = 0; n < 4; n++) {
    Wire.last.drops();
    waits();
  }
  Wire.last.lets();
  Wire.last.tells(WELCOME);
  vi.advanceTimersByTime(6000);
  vi.spyOn(Math, "random").mockReturnValue(0);
  Wire.last.drops(1012);
  expect(waits()).toBe(150);
  vi.spyOn(Math, "random").mockReturnValue(0.999);
  Wire.last.drops();
  expect(waits()).toBeGreaterThan(850);
});

test("[Y47] who was sent away for good does not come back", () => {
  for (const code of Object.values(CLOSED)) {
    const before = Wire.all.length;
    Wire.last.drops(code);
    expect(line.at(-1)).toEqual([false, code]);
    vi.advanceTimersByTime(60_000);
    expect(Wire.all.length).toBe(before);
    socket.close();
    socket = new LiveSocket(
      "ws://here",
      () => null,
      () => undefined,
      (up, code) => line.push([up, code]),
    );
  }
});

test("[Y48] a line that says nothing for long is dead, and another is made; a beat keeps it", () => {
  Wire.last.lets();
  Wire.last.tells(WELCOME);
  for (let n = 0; n < 6; n++) {
    vi.advanceTimersByTime(BEAT);
    Wire.last.tells({ kind: "beat", seq: 0 });
  }
  expect([Wire.all.length, line]).toEqual([1, [[true, null]]]);
  const dead = Wire.last;
  vi.advanceTimersByTime(BEAT * 3 + 500);
  expect(line).toEqual([
    [true, null],
    [false, null],
  ]);
  expect(Wire.all.length).toBe(2);
  dead.tells({ kind: "beat", seq: 9 }); // what comes by the dead one counts no more
  dead.drops();
  expect([heard.at(-1), Wire.all.length]).toEqual([{ kind: "beat", seq: 0 }, 2]);
});
