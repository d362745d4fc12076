/**
 * The live sockets of this process, by study.
 *
 * Sends every socket the events of its study in order, each exactly once, from the log: a hint or the poll only says
 * that there is something to read. Presence lives in memory, is sent in one frame every 50 ms and dropped first; what other
 * instances know of it comes from elsewhere.ts.
 * Who may still be here is asked for all sockets at once, every second and a half and whenever something hints at it.
 * Rules: docs/spec/sync.md, Y20 to Y28, Y36 to Y46, Y57, Y100 to Y104 and Y108.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import type { Job } from "#lib/domain/job/shape.ts";
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { seenBy } from "#lib/domain/study/hidden.ts";
import { BEAT, CLOSED, FromBrowser, GAP } from "#lib/domain/study/live.ts";
import type { FromServer } from "#lib/domain/study/live.ts";
import { PROTOCOL } from "#lib/domain/study/outcome.ts";
import type { Event } from "#lib/domain/study/outcome.ts";
import { Elsewhere } from "./elsewhere.ts";
import type { Stranger, Wire } from "./elsewhere.ts";
import { Guest } from "./guest.ts";
import type { Visitor } from "./guest.ts";
import { isPadMessage, PadLines } from "./pads.ts";
import type { PadPorts, PadTimes } from "./pads.ts";
import { Timers } from "./timers.ts";

/** One socket, as it is asked about: who, by which sign-in, in which study. */
export type Seat = Readonly<{ person: string; sid: string; study: string | null }>;
/** Whether a sign-in holds, and the person's role in the study now. */
export type Standing = Readonly<{ signedIn: boolean; role: Role | null }>;

/** What the hub needs of the world. */
export type Ports = Readonly<{
  /** Who asks for a socket, or null: then it is refused. */
  visitor: (request: IncomingMessage) => Promise<Visitor | null>;
  /** A person's role in a study now; null where they may not be in it. */
  role: (study: string, person: string) => Promise<Role | null>;
  /** How these sockets stand now, in the same order; one question for all of them. */
  standings: (seats: readonly Seat[]) => Promise<readonly Standing[]>;
  clock: (study: string) => Promise<{ seq: number; epoch: string } | null>;
  clocks: (studies: readonly string[]) => Promise<ReadonlyMap<string, { seq: number; epoch: string }>>;
  events: (study: string, after: number, limit: number) => Promise<readonly Event[]>;
  jobs: (study: string) => Promise<readonly Job[]>;
  fault: (what: string, error: unknown) => void;
  meter: Meter;
  /** The other instances on the same database. */
  wire: Pick<Wire, "tell" | "names" | "pace">;
  /** The texts that several people write at once. */
  texts: Omit<PadPorts, "fault">;
}>;

/** How often things are looked at that no hint has told; milliseconds. */
export type HubTimes = Readonly<{ look?: number; pads?: PadTimes }>;

/** What is counted; nothing that says who or what. */
export type Meter = Readonly<{
  /** Events were handed to the sockets so many seconds after they were written. */
  lag: (seconds: number) => void;
  /** So many sockets were not told who moved. */
  dropped: (sockets: number) => void;
  /** So many frames were handed to the other instances. */
  told: (frames: number) => void;
}>;

export type Hub = Readonly<{
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Says that a study's log has grown to `seq`. */
  hint: (study: string, seq: number) => void;
  /** Says that a study's jobs have changed. */
  jobs: (study: string) => void;
  /** Says that a sign-in of this person has ended. */
  who: (person: string) => void;
  /** Says that something was written in a pad. */
  pad: (study: string, pad: string) => void;
  /** Gives the texts of a study what is being written in them here, and waits until they have it. */
  rest: (study: string) => Promise<void>;
  /** Takes what an instance says to the others of its guests. */
  heard: (frame: string) => void;
  /** Says that hints and frames may have been missed. */
  missed: () => void;
  /** Closes every socket, spread over a moment so that they do not all come back at once. */
  close: () => Promise<void>;
  /** How many sockets are open, and in how many studies. */
  size: () => Readonly<{ sockets: number; studies: number }>;
}>;

type Act = Exclude<FromBrowser, { kind: "hello" | "presence" | `pad.${string}` }>;
type Room = {
  guests: Set<Guest>;
  seq: number; // how far the log is known to reach
  told: number; // how far somebody has been told of it
  pumping: boolean;
  moved: Set<Guest | Stranger>;
  left: Set<string>;
  called: Map<string, number>; // when each person called the others last
  telling: boolean; // of its jobs, in a moment
};

const PRESENCE_MS = 50;
const REST = 3; // presence takes a quarter of the process at most
const LOOK_MS = 1500;
const JOBS_MS = 250;
const CALL_MS = 3000; // between two calls of one person
const CLOSE_MS = { each: 5, least: 600, most: 5000 }; // over which sockets are closed when the process stops

export function makeHub(ports: Ports, { look = LOOK_MS, pads: padTimes }: HubTimes = {}): Hub {
  const server = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024, perMessageDeflate: false });
  const rooms = new Map<string, Room>();
  const guests = new Set<Guest>();
  const clocks = new Timers();
  const elsewhere = new Elsewhere(
    { ...ports.wire, told: ports.meter.told, fault: ports.fault },
    {
      guests: (study) => rooms.get(study)?.guests ?? new Set(),
      timers: (study) => clocks.of(study),
      moved: (study, stranger) => rooms.get(study)?.moved.add(stranger),
      left: (study, stranger) => {
        rooms.get(study)?.moved.delete(stranger);
        rooms.get(study)?.left.add(stranger.tab);
      },
      called: (study, { person, ...call }) => {
        const room = rooms.get(study);
        room?.called.set(person, performance.now());
        if (room) tell(othersIn(room, person), { kind: "call", person, ...call });
      },
      timer: ({ study, board, left }, known) => {
        if (known && clocks.of(study).some((one) => one.board === board)) return;
        if (left !== null) clocks.start(study, board, left);
        else if (!clocks.stop(study, board)) return;
        tell(rooms.get(study)?.guests ?? [], { kind: "timer", board, left });
      },
    },
  );
  const texts = new PadLines(
    { ...ports.texts, fault: ports.fault },
    (study) => rooms.get(study)?.guests ?? [],
    padTimes,
  );
  let resting = 0; // until when presence is left alone
  let reviewing: Promise<void> | null = null;
  let anew = false;
  let closing = false;
  const timers = [
    setInterval(sendPresence, PRESENCE_MS),
    setInterval(() => {
      void poll();
      review();
    }, look),
    setInterval(beat, BEAT),
  ];
  for (const timer of timers) timer.unref();

  const roomOf = (guest: Guest): Room | undefined => (guest.study === null ? undefined : rooms.get(guest.study));

  async function hello(guest: Guest, said: Extract<FromBrowser, { kind: "hello" }>): Promise<void> {
    if (said.protocol !== PROTOCOL) return guest.say({ kind: "reload" });
    const role = await ports.role(said.study, guest.visitor.id);
    if (role === null) return guest.socket.close(CLOSED.removed, "not in this study");
    const clock = await ports.clock(said.study);
    if (!clock) return guest.socket.close(CLOSED.missing, "no such study");
    const jobs = await ports.jobs(said.study);
    leave(guest);
    if (!guest.open) return; // it has gone while we asked
    const room = rooms.get(said.study) ?? {
      guests: new Set(),
      seq: clock.seq,
      told: clock.seq,
      pumping: false,
      moved: new Set(),
      left: new Set(),
      called: new Map(),
      telling: false,
    };
    rooms.set(said.study, room);
    guest.study = said.study;
    guest.role = role;
    guest.say({ kind: "welcome", tab: guest.tab, epoch: clock.epoch, seq: clock.seq, role });
    const why =
      said.epoch !== clock.epoch
        ? "epoch"
        : said.lastSeq > clock.seq
          ? "ahead"
          : clock.seq - said.lastSeq > GAP
            ? "gap"
            : null;
    if (why) guest.say({ kind: "snapshot", why });
    guest.sent = why ? clock.seq : said.lastSeq;
    room.guests.add(guest);
    room.moved.add(guest);
    elsewhere.moved(said.study, guest);
    const here = [...room.guests, ...elsewhere.of(said.study)].filter((one) => one !== guest).map(({ peer }) => peer);
    if (here.length > 0) guest.say({ kind: "presence", here, left: [] });
    for (const { board, left } of clocks.of(said.study)) guest.say({ kind: "timer", board, left });
    guest.say({ kind: "jobs", jobs: [...jobs] });
    room.seq = Math.max(room.seq, clock.seq);
    void pump(said.study, room);
  }

  /** Tells everybody in a study of its jobs, at most four times a second. */
  function jobs(study: string): void {
    const room = rooms.get(study);
    if (!room || room.telling) return;
    room.telling = true;
    setTimeout(() => {
      room.telling = false;
      ports.jobs(study).then(
        (found) => tell(room.guests, { kind: "jobs", jobs: [...found] }),
        (error: unknown) => ports.fault("reading the jobs", error),
      );
    }, JOBS_MS);
  }

  /** Calls the others to a board, or sets its timer, where this guest may change the study now. Rules Y25 to Y28. */
  async function act(guest: Guest, said: Act): Promise<void> {
    const { study } = guest;
    const room = roomOf(guest);
    if (study === null || !room) return;
    const { id: person, name } = guest.visitor;
    if (!may(await ports.role(study, person), "change")) return;
    const { board } = said;
    if (said.kind === "call") {
      const now = performance.now();
      if (now - (room.called.get(person) ?? -Infinity) < CALL_MS) return;
      room.called.set(person, now);
      elsewhere.called(study, person, board, said.view);
      return tell(othersIn(room, person), { kind: "call", person, name, board, view: said.view });
    }
    const left =
      said.kind === "timer.start"
        ? clocks.start(study, board, said.ms)
        : said.kind === "timer.more"
          ? clocks.more(study, board)
          : null;
    if (said.kind === "timer.stop" && !clocks.stop(study, board)) return;
    if (left !== null || said.kind === "timer.stop") elsewhere.timed(study, board);
    tell(room.guests, { kind: "timer", board, left });
  }

  /** Reads the log for a room until everybody in it has all of it. */
  async function pump(study: string, room: Room): Promise<void> {
    if (room.pumping) return;
    room.pumping = true;
    try {
      for (;;) {
        const behind = [...room.guests].filter((guest) => guest.sent < room.seq && !guest.lagging);
        if (behind.length === 0) break;
        const from = Math.min(...behind.map((guest) => guest.sent));
        const events = await ports.events(study, from, 500);
        const last = events.at(-1);
        if (!last) break;
        texts.follow(study, events);
        const frame = framesOf(events);
        let further = false;
        for (const guest of behind) {
          // A guest who joined while the log was read may already be further.
          if (guest.sent >= last.seq || guest.sent + 1 < (events[0]?.seq ?? Infinity)) continue;
          guest.give(frame(guest));
          guest.sent = last.seq;
          further = true;
        }
        if (last.seq > room.told) {
          room.told = last.seq;
          ports.meter.lag(Math.max(0, Date.now() - Date.parse(last.at)) / 1000);
          if (events.some(({ changes }) => changes.some((one) => one.op === "put" && one.noun === "member"))) review();
        }
        if (!further) break;
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

  /** Tells every room who moved and who left; where that takes long, it is done less often. */
  function sendPresence(): void {
    const began = performance.now();
    if (began < resting) return;
    let dropped = 0;
    for (const [study, room] of rooms) {
      if (room.moved.size === 0 && room.left.size === 0 && ![...room.guests].some(({ missed }) => missed)) continue;
      const { moved, left } = room;
      room.moved = new Set();
      room.left = new Set();
      const news = pack({ kind: "presence", here: [...moved].map(({ peer }) => peer), left: [...left] });
      let all: string | null = null;
      for (const guest of room.guests) {
        if (guest.full) {
          guest.missed = true;
          dropped++;
        } else if (guest.missed) {
          guest.missed = false;
          const everybody = [...room.guests, ...elsewhere.of(study)].map(({ peer }) => peer);
          all ??= pack({ kind: "presence", here: everybody, left: [], whole: true });
          guest.give(all);
        } else if (left.size > 0 || moved.size > 1 || !moved.has(guest)) {
          if (left.size > 0 || moved.size > 0) guest.give(news);
        }
      }
    }
    if (dropped > 0) ports.meter.dropped(dropped);
    const now = performance.now();
    resting = now + (now - began) * REST;
  }

  function leave(guest: Guest): void {
    const room = roomOf(guest);
    if (guest.study === null || !room) return;
    texts.leave(guest);
    room.guests.delete(guest);
    room.moved.delete(guest);
    room.left.add(guest.tab);
    elsewhere.left(guest.study, guest);
    if (room.guests.size === 0) rooms.delete(guest.study);
    guest.study = null;
  }

  /** Asks of every socket whether it still answers, and says that we do. */
  function beat(): void {
    for (const guest of guests) {
      if (!guest.alive) guest.socket.terminate();
      guest.alive = false;
      guest.socket.ping();
      if (guest.study !== null && !guest.full) guest.say({ kind: "beat", seq: guest.sent });
    }
  }

  /** Asks how all sockets stand, sends away whoever may no longer be here, and tells people of another role. */
  function review(): void {
    if (reviewing) {
      anew = true;
      return;
    }
    if (guests.size === 0) return;
    const asked = [...guests];
    const seats = asked.map(({ visitor, study }) => ({ person: visitor.id, sid: visitor.sid, study }));
    reviewing = ports
      .standings(seats)
      .then(
        (found) => {
          for (const [at, guest] of asked.entries()) {
            const standing = found[at];
            if (standing && guest.study === seats[at]?.study) settle(guest, standing);
          }
        },
        (error: unknown) => ports.fault("asking who may be here", error),
      )
      .finally(() => {
        reviewing = null;
        if (!anew) return;
        anew = false;
        review();
      });
  }

  function settle(guest: Guest, { signedIn, role }: Standing): void {
    if (!signedIn || (guest.study !== null && role === null)) {
      leave(guest);
      if (signedIn) guest.socket.close(CLOSED.removed, "not in this study");
      else guest.socket.close(CLOSED.signedOut, "signed out");
    } else if (guest.study !== null && role !== null && role !== guest.role) {
      guest.role = role;
      if (!may(role, "change")) texts.leave(guest);
      guest.say({ kind: "role", role });
    }
  }

  function welcome(socket: WebSocket, visitor: Visitor): void {
    const guest = new Guest(socket, visitor, (drained) => {
      const room = roomOf(drained);
      if (drained.study !== null && room) void pump(drained.study, room);
      texts.drained(drained);
    });
    guests.add(guest);
    socket.on("pong", () => (guest.alive = true));
    socket.on("error", (error) => ports.fault("a socket", error));
    socket.on("close", () => {
      guests.delete(guest);
      leave(guest);
    });
    socket.on("message", (data) => {
      const count = guest.count();
      if (count === "flood") return socket.close(1008, "too much");
      // oxlint-disable-next-line typescript/no-base-to-string -- ws hands over one Buffer, whose text this is
      const said = FromBrowser.safeParse(parseJson(String(data)));
      if (!said.success) return socket.close(1007, "not understood");
      const message = said.data;
      if (message.kind === "hello") {
        guest.greeting = guest.greeting
          .then(() => hello(guest, message))
          .catch((error: unknown) => {
            ports.fault("greeting", error);
            socket.close(1011);
          });
        return;
      }
      if (isPadMessage(message)) return texts.hear(guest, message);
      if (count === "spent") return; // faster than forty a second: presence that nobody could see
      if (message.kind !== "presence") {
        act(guest, message).catch((error: unknown) => ports.fault("acting for a guest", error));
        return;
      }
      guest.at = message.at;
      roomOf(guest)?.moved.add(guest);
      if (guest.study !== null) elsewhere.moved(guest.study, guest);
    });
  }

  return {
    upgrade: (request, socket, head) => {
      ports.visitor(request).then(
        (visitor) => {
          if (!visitor) return socket.end("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n");
          if (closing) return socket.destroy(); // it came before the door was shut
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
    pad: (study, pad) => texts.changed(study, pad),
    rest: (study) => texts.rest(study),
    who: (person) => {
      for (const { visitor } of guests) if (visitor.id === person) return review();
    },
    heard: (frame) => elsewhere.hear(frame),
    missed: () => {
      elsewhere.again();
      void poll();
    },
    close: async () => {
      closing = true;
      for (const timer of timers) clearInterval(timer);
      const { each, least, most } = CLOSE_MS;
      const spread = Math.min(most, Math.max(least, guests.size * each));
      await Promise.all(
        [...guests].map(
          (guest) =>
            new Promise<void>((done) => {
              guest.socket.once("close", () => done());
              setTimeout(() => guest.socket.close(1012, "restarting"), Math.random() * spread);
              setTimeout(() => guest.socket.terminate(), spread + 1200);
            }),
        ),
      );
      await texts.close();
      await elsewhere.close();
      server.close();
    },
    size: () => ({ sockets: guests.size, studies: rooms.size }),
  };
}

function pack(message: FromServer): string {
  return JSON.stringify(message);
}

/** Everybody in a room but one person, in all their tabs. */
function othersIn(room: Room, person: string): Guest[] {
  return [...room.guests].filter(({ visitor }) => visitor.id !== person);
}

function tell(guests: Iterable<Guest>, message: FromServer): void {
  const packed = pack(message);
  for (const guest of guests) guest.give(packed);
}

/** Packs events for many guests: what all may see is packed once for all who are at the same place. */
function framesOf(events: readonly Event[]): (guest: Guest) => string {
  const open = !events.some(({ changes }) => changes.some(({ only }) => only !== undefined));
  const packed = new Map<number, string>();
  return (guest) => {
    const known = open ? packed.get(guest.sent) : undefined;
    if (known !== undefined) return known;
    const news = events.filter(({ seq }) => seq > guest.sent);
    const frame = pack({ kind: "events", events: news.map((event) => seenBy(event, guest.visitor.id)) });
    if (open) packed.set(guest.sent, frame);
    return frame;
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
