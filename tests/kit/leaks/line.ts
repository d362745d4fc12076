/** Somebody's live line, with every frame that they are sent. */
import { setTimeout as pause } from "node:timers/promises";
import type { WebSocket } from "ws";
import { FromServer } from "#lib/domain/study/live.ts";
import type { FromBrowser } from "#lib/domain/study/live.ts";
import { PROTOCOL } from "#lib/domain/study/outcome.ts";
import { line } from "#tests/bench/live/callers.ts";

const PATIENCE = 15_000; // ms

export class Line {
  readonly frames: string[] = [];
  private readonly socket: WebSocket;

  constructor(port: number, cookie: string) {
    this.socket = line({ port }, { id: "", cookie });
    this.socket.on("message", (data: Buffer) => this.frames.push(data.toString("utf8")));
    this.socket.on("error", () => undefined); // whoever waits for a frame says so
  }

  /** Says hello to a study, from a place in its log; waits for the answer. */
  async hello(study: string, epoch: string | null, lastSeq: number): Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN)
      await new Promise((resolve, reject) => this.socket.once("open", resolve).once("error", reject));
    this.say({ kind: "hello", study, epoch, lastSeq, protocol: PROTOCOL });
    await this.hears("welcome");
  }

  say(message: FromBrowser): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Waits for a frame of a kind; the last one. */
  async hears<K extends FromServer["kind"]>(kind: K): Promise<Extract<FromServer, { kind: K }>> {
    for (const until = Date.now() + PATIENCE; Date.now() < until;) {
      const found = this.frames.findLast((frame) => frame.startsWith(`{"kind":"${kind}"`));
      if (found) return FromServer.parse(JSON.parse(found)) as Extract<FromServer, { kind: K }>; // its beginning says so
      await pause(25); // frames come when they come
    }
    throw new Error(`no frame of the kind ${kind} came in time`);
  }

  close(): void {
    this.socket.close();
  }
}
