/**
 * What a browser gives the client code, for many tabs in one process: requests, sockets, channels between tabs, locks.
 *
 * Whose tab calls is told by the place that the code runs in. Everything that travels is put off by chance, and now and
 * then lost, repeated, or done without an answer, as long as the network is faulty.
 */
import type { WebSocket as Line } from "ws";
import { inside } from "#tests/kit/fuzz/clock.ts";
import type { Clock, Place } from "#tests/kit/fuzz/clock.ts";
import type { FuzzServer } from "#tests/kit/fuzz/server.ts";
import type { Chance } from "#tests/kit/chance.ts";
import type { FromBrowser } from "#lib/domain/study/live.ts";

/** A tab as its network sees it. */
export type Tab = Place & {
  readonly person: string;
  /** What this page speaks; see FuzzServer. */
  readonly version: number;
  readonly sockets: Set<TabSocket>;
};

export class Network {
  /** Off in the end, so that everything arrives. */
  faulty = true;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly servers: () => readonly FuzzServer[];
  readonly away = new Set<string>(); // people whose line is down
  private readonly channels = new Map<string, Set<TabChannel>>();
  private readonly locks = new Map<string, Waiting[]>();

  constructor(clock: Clock, chance: Chance, servers: () => readonly FuzzServer[]) {
    this.clock = clock;
    this.chance = chance;
    this.servers = servers;
  }

  /** Whether something goes wrong that does so once in so many times. */
  slips(once: number): boolean {
    return this.faulty && this.chance(once) === 0;
  }

  delay(): number {
    return this.faulty && this.chance(6) === 0 ? this.chance(1500) : 1 + this.chance(40);
  }

  /** A server that this person reaches now, any of those that are up. */
  reach(person: string): FuzzServer | null {
    const up = this.servers().filter((server) => server.up);
    return this.away.has(person) ? null : (up[this.chance(up.length)] ?? null);
  }

  request(tab: Tab, url: string, init: RequestInit | undefined): Promise<Response> {
    const { clock } = this;
    const [, study = "", path = ""] = /^\/api\/studies\/([^/]+)(.*)$/.exec(url) ?? [];
    const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    return new Promise((resolve, reject) => {
      const lost = () => reject(new TypeError("network"));
      clock.later(tab, this.delay(), () => {
        const server = this.reach(tab.person);
        if (!server || this.slips(12)) return lost();
        const carry = async () => {
          if (this.slips(12)) void server.serve(tab.person, study, path, body); // the same request twice
          const answer = await server.serve(tab.person, study, path, body);
          clock.later(tab, this.delay(), () => {
            if (!answer || this.away.has(tab.person) || this.slips(10)) return lost();
            resolve(new Response(answer.body, { status: answer.status, headers: { "content-type": answer.type } }));
          });
        };
        void carry();
      });
    });
  }

  join(channel: TabChannel): void {
    const fellows = this.channels.get(channel.name);
    if (fellows) fellows.add(channel);
    else this.channels.set(channel.name, new Set([channel]));
  }

  part(channel: TabChannel): void {
    this.channels.get(channel.name)?.delete(channel);
  }

  post(from: TabChannel, data: unknown): void {
    if (!from.tab.alive) return;
    for (const channel of this.channels.get(from.name) ?? []) {
      if (channel === from) continue;
      // Channels between tabs lose nothing and keep their order; they are only slow at times.
      const copy: unknown = structuredClone(data);
      channel.due = Math.max(this.clock.now + 1 + this.chance(30), channel.due);
      this.clock.later(channel.tab, channel.due - this.clock.now, () => {
        if (!channel.closed) channel.onmessage?.({ data: copy });
      });
    }
  }

  /** Web Locks: one at a time by name; whoever is gone holds nothing. */
  lock<T>(tab: Tab, name: string, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!tab.alive) return; // what still runs of a page that is gone asks for nothing
      const line = this.locks.get(name) ?? [];
      this.locks.set(name, line);
      line.push({
        tab,
        held: false,
        run: () =>
          inside.run(
            tab,
            () =>
              void work()
                .then(resolve, reject)
                .finally(() => this.leave(name, tab)),
          ),
      });
      this.grant(name);
    });
  }

  /** Lets go of everything that a tab held. */
  bury(tab: Tab): void {
    tab.alive = false;
    for (const socket of tab.sockets) socket.cut();
    for (const name of this.locks.keys()) {
      const line = this.locks.get(name) ?? [];
      this.locks.set(
        name,
        line.filter((one) => one.tab !== tab),
      );
      this.grant(name);
    }
  }

  private leave(name: string, tab: Tab): void {
    const line = this.locks.get(name) ?? [];
    if (line[0]?.tab === tab && line[0].held) line.shift();
    this.grant(name);
  }

  private grant(name: string): void {
    const [first] = this.locks.get(name) ?? [];
    if (!first || first.held) return;
    first.held = true;
    this.clock.later(first.tab, 1, first.run);
  }
}

type Waiting = { tab: Tab; held: boolean; run: () => void };

class TabChannel {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  closed = false;
  due = 0;
  readonly name: string;
  readonly tab: Tab;
  private readonly network: Network;

  constructor(network: Network, tab: Tab, name: string) {
    this.network = network;
    this.tab = tab;
    this.name = name;
    network.join(this);
  }

  postMessage(data: unknown): void {
    if (this.closed) throw new DOMException("the channel is closed", "InvalidStateError");
    this.network.post(this, data);
  }

  close(): void {
    this.closed = true;
    this.network.part(this);
  }
}

/** A browser's WebSocket over the faulty network: frames come in order, some late, some not, some twice. */
class TabSocket {
  readyState = 0;
  readonly bufferedAmount = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  private line: Line | null = null;
  private readonly due = { in: 0, out: 0 };
  private readonly network: Network;
  private readonly tab: Tab;

  constructor(network: Network, tab: Tab) {
    this.network = network;
    this.tab = tab;
    tab.sockets.add(this);
    network.clock.later(tab, network.delay(), () => this.reach());
  }

  send(text: string): void {
    this.travel("out", () => this.line?.send(this.inItsWords(text)));
  }

  close(code = 1000): void {
    if (this.readyState >= 2) return;
    this.readyState = 2;
    this.line?.close(code);
    if (!this.line) this.gone(1006);
  }

  /** The line breaks, without a word. */
  cut(): void {
    this.line?.terminate();
    this.gone(1006);
  }

  private reach(): void {
    if (this.readyState !== 0) return;
    const server = this.network.reach(this.tab.person);
    if (!server) return this.gone(1006);
    const line = server.connect(this.tab.person);
    this.line = line;
    line.on("open", () => this.travel("in", () => this.opened()));
    line.on("message", (data) => {
      const text = (data as Buffer).toString(); // the hub sends texts, each in one piece
      if (this.network.slips(25)) return;
      this.travel("in", () => this.hear(text));
      if (this.network.slips(25)) this.travel("in", () => this.hear(text));
    });
    line.on("error", () => this.network.clock.stir());
    line.on("close", (code) => this.travel("in", () => this.gone(code)));
  }

  /** What a page of another version says. */
  private inItsWords(text: string): string {
    const said = JSON.parse(text) as FromBrowser; // what the client wrote
    const server = this.network.servers()[0];
    if (said.kind !== "hello" || !server || server.version === this.tab.version) return text;
    return JSON.stringify({ ...said, protocol: said.protocol + 1 });
  }

  private opened(): void {
    if (this.readyState !== 0) return;
    this.readyState = 1;
    this.onopen?.();
  }

  private hear(text: string): void {
    if (this.readyState === 1) this.onmessage?.({ data: text });
  }

  private gone(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.tab.sockets.delete(this);
    if (this.tab.alive) inside.run(this.tab, () => this.onclose?.({ code }));
  }

  private travel(way: "in" | "out", arrive: () => void): void {
    const { clock } = this.network;
    this.due[way] = Math.max(clock.now + this.network.delay(), this.due[way]);
    clock.later(this.tab, this.due[way] - clock.now, arrive);
  }
}

/** Gives all that to the client code; returns how to take it away again. */
export function install(network: Network): () => void {
  const here = (): Tab => {
    const place = inside.getStore();
    if (!place || !("person" in place)) throw new Error("client code runs outside a tab");
    return place as Tab; // servers have no person
  };
  const given: Record<string, unknown> = {
    fetch: (url: string, init?: RequestInit) => network.request(here(), url, init),
    WebSocket: Object.assign(
      function socket() {
        return new TabSocket(network, here());
      },
      { OPEN: 1 },
    ),
    BroadcastChannel: function channel(name: string) {
      return new TabChannel(network, here(), name);
    },
    location: { protocol: "http:", host: "carthen.test" },
    requestAnimationFrame: (draw: () => void) => setTimeout(draw, 16),
  };
  const before = Object.fromEntries(
    Object.keys(given).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]),
  );
  for (const [name, value] of Object.entries(given))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const freed = kept(network.clock);
  const locks = { request: (name: string, work: () => Promise<unknown>) => network.lock(here(), name, work) };
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
  return () => {
    for (const [name, descriptor] of Object.entries(before)) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
    Reflect.deleteProperty(navigator, "locks");
    freed();
  };
}

/** Has the clock wait for what really takes time in a browser: IndexedDB, unpacking. Returns how to stop that. */
function kept(clock: Clock): () => void {
  // oxlint-disable-next-line typescript/unbound-method -- it is given its response below
  const { json } = Response.prototype;
  Response.prototype.json = function counted(this: Response) {
    return clock.during(() => json.apply(this) as Promise<unknown>); // of any shape
  };
  // oxlint-disable-next-line typescript/unbound-method -- it is given its database below
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function counted(this: IDBDatabase, ...asked) {
    const begun = transaction.apply(this, asked);
    const over = new Promise((done) => {
      for (const end of ["complete", "abort"]) begun.addEventListener(end, done);
    });
    void clock.during(() => over);
    return begun;
  };
  return () => {
    IDBDatabase.prototype.transaction = transaction;
    Response.prototype.json = json;
  };
}
