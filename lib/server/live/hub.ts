/**
 * The live sockets of this process, by study.
 *
 * Sends every socket the events of its study in order, each exactly once, from the log: a hint or the poll only says
 * that there is something to read. Presence lives in memory, is sent in one frame every 50 ms and dropped first.
 * Rules: docs/spec/sync.md, Y20 to Y28.
 */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import type { Job } from "#lib/domain/job/shape.ts";
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { seenBy } from "#lib/domain/study/hidden.ts";
import { FromBrowser, GAP } from "#lib/domain/study/live.ts";
import type { FromServer, Peer, Whereabouts } from "#lib/domain/study/live.ts";
import { PROTOCOL } from "#lib/domain/study/outcome.ts";
import type { Event } from "#lib/domain/study/outcome.ts";
import { Timers } from "./timers.ts";

export type Visitor = Readonly<{ id: string; name: string }>;

/** What the hub needs of the world. */
export type Ports = Readonly<{
  /** Who asks for a socket, or null: then it is refused. */
  visitor: (request: IncomingMessage) => Promise<Visitor | null>;
  /** A person's role in a study now; null where they may not be in it. */
  role: (study: string, person: string) => Promise<Role | null>;
  clock: (study: string) => Promise<{ seq: number; epoch: string } | null>;
  clocks: (studies: readonly string[]) => Promise<ReadonlyMap<string, { seq: number; epoch: string }>>;
  events: (study: string, after: number, limit: number) => Promise<readonly Event[]>;
  jobs: (study: string) => Promise<readonly Job[]>;
  fault: (what: string, error: unknown) => void;
}>;

export type Hub = Readonly<{
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Says that a study's log has grown to `seq`. */
  hint: (study: string, seq: number) => void;
  /** Says that a study's jobs have changed. */
  jobs: (study: string) => void;
  /** Closes every socket, spread over a moment so that they do not all come back at once. */
  close: () => Promise<void>;
  /** How many sockets are open. */
  size: () => number;
}>;

type Act = Exclude<FromBrowser, { kind: "hello" | "presence" }>;
type Guest = {
  socket: WebSocket;
  tab: string;
  visitor: Visitor;
  sent: number;
  at: Whereabouts | null;
  alive: boolean;
  tokens: number;
};
type Room = {
  guests: Set<Guest>;
  seq: number; // how far the log is known to reach
  pumping: boolean;
  moved: Set<Guest>;
  left: Set<string>;
  called: Map<string, number>; // when each person called the others last
  telling: boolean; // of its jobs, in a moment
};

const PRESENCE_MS = 50;
const POLL_MS = 1500;
const PING_MS = 15_000;
const SWEEP_MS = 30_000;
const DROP_PRESENCE = 256 * 1024; // bytes waiting in a socket
const LAGGING = 1024 * 1024;
const JOBS_MS = 250;
const CALL_MS = 3000; // between two calls of one person

export function makeHub(ports: Ports): Hub {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024, perMessageDeflate: false });
  const rooms = new Map<string, Room>();
  const guests = new Set<Guest>();
  const clocks = new Timers();
  const timers = [
    setInterval(sendPresence, PRESENCE_MS),
    setInterval(() => void poll(), POLL_MS),
    setInterval(ping, PING_MS),
    setInterval(() => void sweep(), SWEEP_MS),
  ];
  for (const timer of timers) timer.unref();

  function say(guest: Guest, message: FromServer): void {
    if (guest.socket.readyState === guest.socket.OPEN) guest.socket.send(JSON.stringify(message));
  }

  async function hello(guest: Guest, said: Extract<FromBrowser, { kind: "hello" }>): Promise<void> {
    if (said.protocol !== PROTOCOL) return say(guest, { kind: "reload" });
    if ((await ports.role(said.study, guest.visitor.id)) === null) return guest.socket.close(4403, "not in this study");
    const clock = await ports.clock(said.study);
    if (!clock) return guest.socket.close(4404, "no such study");
    leave(guest);
    const room = rooms.get(said.study) ?? {
      guests: new Set(),
      seq: clock.seq,
      pumping: false,
      moved: new Set(),
      left: new Set(),
      called: new Map(),
      telling: false,
    };
    rooms.set(said.study, room);
    say(guest, { kind: "welcome", tab: guest.tab, epoch: clock.epoch, seq: clock.seq });
    const why =
      said.epoch !== clock.epoch
        ? "epoch"
        : said.lastSeq > clock.seq
          ? "ahead"
          : clock.seq - said.lastSeq > GAP
            ? "gap"
            : null;
    if (why) say(guest, { kind: "snapshot", why });
    guest.sent = why ? clock.seq : said.lastSeq;
    room.guests.add(guest);
    room.moved.add(guest);
    const here = [...room.guests].filter((other) => other !== guest).map(peerOf);
    if (here.length > 0) say(guest, { kind: "presence", here, left: [] });
    for (const { board, left } of clocks.of(said.study)) say(guest, { kind: "timer", board, left });
    room.seq = Math.max(room.seq, clock.seq);
    void pump(said.study, room);
    say(guest, { kind: "jobs", jobs: [...(await ports.jobs(said.study))] });
  }

  /** Tells everybody in a study of its jobs, at most four times a second. */
  function jobs(study: string): void {
    const room = rooms.get(study);
    if (!room || room.telling) return;
    room.telling = true;
    setTimeout(() => {
      room.telling = false;
      ports.jobs(study).then(
        (found) => {
          for (const guest of room.guests) say(guest, { kind: "jobs", jobs: [...found] });
        },
        (error: unknown) => ports.fault("reading the jobs", error),
      );
    }, JOBS_MS);
  }

  /** Calls the others to a board, or sets its timer, where this guest may change the study now. Rules Y25 to Y28. */
  async function act(guest: Guest, said: Act): Promise<void> {
    const [study, room] = [...rooms].find(([, { guests: inside }]) => inside.has(guest)) ?? [];
    if (!study || !room) return;
    const { id: person, name } = guest.visitor;
    if (!may(await ports.role(study, person), "change")) return;
    const { board } = said;
    if (said.kind === "call") {
      const now = performance.now();
      if (now - (room.called.get(person) ?? -Infinity) < CALL_MS) return;
      room.called.set(person, now);
      for (const other of room.guests) {
        if (other.visitor.id !== person) say(other, { kind: "call", person, name, board, view: said.view });
      }
      return;
    }
    const left =
      said.kind === "timer.start"
        ? clocks.start(study, board, said.ms)
        : said.kind === "timer.more"
          ? clocks.more(study, board)
          : null;
    if (said.kind === "timer.stop" && !clocks.stop(study, board)) return;
    for (const each of room.guests) say(each, { kind: "timer", board, left });
  }

  /** Reads the log for a room until everybody in it has all of it. */
  async function pump(study: string, room: Room): Promise<void> {
    if (room.pumping) return;
    room.pumping = true;
    try {
      for (;;) {
        const behind = [...room.guests].filter(
          (guest) => guest.sent < room.seq && guest.socket.bufferedAmount < LAGGING,
        );
        if (behind.length === 0) break;
        const from = Math.min(...behind.map((guest) => guest.sent));
        const events = await ports.events(study, from, 500);
        const last = events.at(-1);
        if (!last) break;
        for (const guest of behind) {
          // A guest who joined while the log was read may already be further.
          const news = events.filter((event) => event.seq > guest.sent);
          if (news.length === 0 || news[0]?.seq !== guest.sent + 1) continue;
          guest.sent = last.seq;
          say(guest, { kind: "events", events: news.map((event) => seenBy(event, guest.visitor.id)) });
        }
      }
    } catch (error) {
      ports.fault("reading the log", error);
    } finally {
      room.pumping = false;
    }
  }

  function hint(study: string, seq: number): void {
    const room = rooms.get(study);
    if (!room || seq <= room.seq) return;
    room.seq = seq;
    void pump(study, room);
  }

  async function poll(): Promise<void> {
    if (rooms.size === 0) return;
    try {
      for (const [study, { seq }] of await ports.clocks([...rooms.keys()])) {
        const room = rooms.get(study);
        if (!room) continue;
        room.seq = Math.max(room.seq, seq);
        void pump(study, room);
      }
    } catch (error) {
      ports.fault("polling the clocks", error);
    }
  }

  function sendPresence(): void {
    for (const room of rooms.values()) {
      if (room.moved.size === 0 && room.left.size === 0) continue;
      const moved = [...room.moved];
      const left = [...room.left];
      room.moved.clear();
      room.left.clear();
      for (const guest of room.guests) {
        if (guest.socket.bufferedAmount > DROP_PRESENCE) continue;
        const here = moved.filter((other) => other !== guest).map(peerOf);
        if (here.length > 0 || left.length > 0) say(guest, { kind: "presence", here, left });
      }
    }
  }

  function leave(guest: Guest): void {
    for (const [study, room] of rooms) {
      if (!room.guests.delete(guest)) continue;
      room.moved.delete(guest);
      room.left.add(guest.tab);
      if (room.guests.size === 0) rooms.delete(study);
    }
  }

  function ping(): void {
    for (const guest of guests) {
      if (!guest.alive) guest.socket.terminate();
      guest.alive = false;
      guest.socket.ping();
    }
  }

  /** A net under revocation: whoever may no longer be here is sent away. */
  async function sweep(): Promise<void> {
    for (const [study, room] of rooms) {
      for (const guest of room.guests) {
        try {
          if ((await ports.role(study, guest.visitor.id)) === null) guest.socket.close(4403, "not in this study");
        } catch (error) {
          ports.fault("asking who may be here", error);
        }
      }
    }
  }

  function welcome(socket: WebSocket, visitor: Visitor): void {
    const guest: Guest = { socket, tab: randomUUID(), visitor, sent: 0, at: null, alive: true, tokens: 40 };
    guests.add(guest);
    const refill = setInterval(() => (guest.tokens = Math.min(40, guest.tokens + 4)), 100);
    refill.unref();
    socket.on("pong", () => (guest.alive = true));
    socket.on("error", (error) => ports.fault("a socket", error));
    socket.on("close", () => {
      clearInterval(refill);
      guests.delete(guest);
      leave(guest);
    });
    socket.on("message", (data) => {
      if (guest.tokens-- <= 0) return; // faster than forty a second: presence that nobody could see
      // oxlint-disable-next-line typescript/no-base-to-string -- ws hands over one Buffer, whose text this is
      const said = FromBrowser.safeParse(parseJson(String(data)));
      if (!said.success) return socket.close(1007, "not understood");
      if (said.data.kind === "hello") {
        hello(guest, said.data).catch((error: unknown) => {
          ports.fault("greeting", error);
          socket.close(1011);
        });
        return;
      }
      if (said.data.kind !== "presence") {
        act(guest, said.data).catch((error: unknown) => ports.fault("acting for a guest", error));
        return;
      }
      guest.at = said.data.at;
      for (const room of rooms.values()) if (room.guests.has(guest)) room.moved.add(guest);
    });
  }

  return {
    upgrade: (request, socket, head) => {
      ports.visitor(request).then(
        (visitor) => {
          if (!visitor) return socket.end("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n");
          server.handleUpgrade(request, socket, head, (ws) => welcome(ws, visitor));
        },
        (error: unknown) => {
          ports.fault("admitting a socket", error);
          socket.destroy();
        },
      );
    },
    hint,
    jobs,
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(
        [...guests].map(
          (guest) =>
            new Promise<void>((done) => {
              guest.socket.once("close", () => done());
              setTimeout(() => guest.socket.close(1012, "restarting"), Math.random() * 300);
              setTimeout(() => guest.socket.terminate(), 1500);
            }),
        ),
      );
      server.close();
    },
    size: () => guests.size,
  };
}

function peerOf(guest: Guest): Peer {
  return { tab: guest.tab, person: guest.visitor.id, name: guest.visitor.name, at: guest.at };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
