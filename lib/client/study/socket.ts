/** The live socket, from the browser's side: says hello, hands on what it hears, comes back when the line breaks. */
import { FromServer } from "#lib/domain/study/live.ts";
import type { FromBrowser } from "#lib/domain/study/live.ts";

export type Heard = (message: FromServer) => void;

/** `hello` answers null while there is nothing to go on from: then `greet` says it later. */
export class LiveSocket {
  private socket: WebSocket | null = null;
  private readonly url: string;
  private readonly hello: () => Extract<FromBrowser, { kind: "hello" }> | null;
  private readonly heard: Heard;
  private readonly line: (up: boolean, code: number | null) => void;
  private wait = 300;
  private timer: ReturnType<typeof setTimeout> | null = null;
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
    this.open();
  }

  /** Says something, if the line is up; presence that cannot be said is dropped. */
  say(message: FromBrowser): void {
    if (this.socket?.readyState === WebSocket.OPEN && this.socket.bufferedAmount < 64 * 1024) {
      this.socket.send(JSON.stringify(message));
    }
  }

  /** Says hello again, after a snapshot has been loaded. */
  greet(): void {
    const hello = this.hello();
    if (hello) this.say(hello);
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.socket?.close(1000);
  }

  private open(): void {
    const socket = new WebSocket(this.url);
    this.socket = socket;
    socket.onopen = () => {
      this.wait = 300;
      this.greet();
    };
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      const message = FromServer.safeParse(JSON.parse(data));
      if (!message.success) return this.heard({ kind: "reload" });
      if (message.data.kind === "welcome") this.line(true, null);
      this.heard(message.data);
    };
    socket.onclose = ({ code }) => {
      this.line(false, code);
      // 4403, 4404: we may not be here; coming back would change nothing.
      if (this.closed || code === 4403 || code === 4404) return;
      this.timer = setTimeout(() => this.open(), this.wait * (0.5 + Math.random()));
      this.wait = Math.min(this.wait * 2, 10_000);
    };
  }
}
