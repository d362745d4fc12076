/**
 * The live socket, from the browser's side: says hello, hands on what it hears, comes back when the line breaks.
 *
 * It comes back later and later, each time at a moment of its own, and forgets that it had to wait only once the line
 * has held for a while: a server that lets us in and drops us is not stormed. A line on which nothing is heard for
 * long is dead, whatever the browser believes. Rules: docs/spec/sync.md, Y47 and Y48.
 */
import { BEAT, CLOSED, FromServer } from "#lib/domain/study/live.ts";
import type { FromBrowser } from "#lib/domain/study/live.ts";

export type Heard = (message: FromServer) => void;

const FIRST = 300; // milliseconds before coming back
const LONGEST = 5000;
const HELD = 5000; // a line that held so long was a good one
const SILENT = BEAT * 2.5;

/** `hello` answers null while there is nothing to go on from: then `greet` says it later. */
export class LiveSocket {
  private socket: WebSocket | null = null;
  private readonly url: string;
  private readonly hello: () => Extract<FromBrowser, { kind: "hello" }> | null;
  private readonly heard: Heard;
  private readonly line: (up: boolean, code: number | null) => void;
  private wait = FIRST;
  private upSince: number | null = null;
  private heardAt = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly watch: ReturnType<typeof setInterval>;
  private closed = false;

  constructor(
    url: string,
    hello: () => Extract<FromBrowser, { kind: "hello" }> | null,
    heard: Heard,
    line: (up: boolean, code: number | null) => void,
  ) {
    this.url = url;
    this.hello = hello;
    this.heard = heard;
    this.line = line;
    this.watch = setInterval(() => {
      if (this.upSince !== null && performance.now() - this.heardAt > SILENT) this.broken(null);
    }, BEAT / 2);
    this.open();
  }

  /** Says something, if the line is up: returns whether it did. Presence that cannot be said is dropped. */
  say(message: FromBrowser): boolean {
    const { socket } = this;
    if (socket?.readyState !== WebSocket.OPEN) return false;
    if (message.kind === "presence" && socket.bufferedAmount >= 64 * 1024) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  /** Says hello again, after a snapshot has been loaded. */
  greet(): void {
    const hello = this.hello();
    if (hello) this.say(hello);
  }

  /** Comes back now, where it waits to. */
  hurry(): void {
    if (!this.timer || this.socket || this.closed) return;
    clearTimeout(this.timer);
    this.open();
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    clearInterval(this.watch);
    this.socket?.close(1000);
  }

  private open(): void {
    this.timer = null;
    const socket = new WebSocket(this.url);
    this.socket = socket;
    socket.onopen = () => this.greet();
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      if (this.socket !== socket) return;
      this.heardAt = performance.now();
      const message = FromServer.safeParse(JSON.parse(data));
      if (!message.success) return this.heard({ kind: "reload" });
      if (message.data.kind === "welcome") {
        this.upSince ??= this.heardAt;
        this.line(true, null);
      }
      this.heard(message.data);
    };
    socket.onclose = ({ code }) => {
      if (this.socket === socket) this.broken(code);
    };
  }

  private broken(code: number | null): void {
    const old = this.socket;
    this.socket = null;
    if (this.upSince !== null && performance.now() - this.upSince > HELD) this.wait = FIRST;
    this.upSince = null;
    if (code === null) old?.close();
    this.line(false, code);
    // We may not be here: coming back would change nothing.
    if (this.closed || Object.values<number | null>(CLOSED).includes(code)) return;
    this.timer = setTimeout(() => this.open(), this.wait * (0.5 + Math.random()));
    this.wait = Math.min(this.wait * 2, LONGEST);
  }
}
