/** A hub behind a real port, and sockets that keep what they hear and wait for something without waiting by time. */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { WebSocket } from "ws";
import { Role } from "#lib/domain/member/shape.ts";
import type { FromBrowser, FromServer } from "#lib/domain/study/live.ts";
import { PROTOCOL } from "#lib/domain/study/outcome.ts";
import { sayOfPad } from "#lib/server/handle/pad.ts";
import type { Writer } from "#lib/server/handle/writer.ts";
import type { Visitor } from "#lib/server/live/guest.ts";
import type { Pace } from "#lib/server/live/elsewhere.ts";
import { listenForHints } from "#lib/server/live/hint.ts";
import type { Hints } from "#lib/server/live/hint.ts";
import { makeHub } from "#lib/server/live/hub.ts";
import type { Hub, Ports } from "#lib/server/live/hub.ts";
import type { PadTimes } from "#lib/server/live/pads.ts";
import { clockOf, clocksOf, eventsAfter } from "#lib/server/store/events.ts";
import { roleOf } from "#lib/server/store/found.ts";
import { jobsOf } from "#lib/server/store/job.ts";
import { memberNames, members } from "#lib/server/store/member.ts";
import { Pads } from "#lib/server/store/pad.ts";
import { standingsOf } from "#lib/server/store/standing.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { alone, noTexts } from "#tests/kit/wire.ts";

/** Everything that a hub asks of the world but who a visitor is. */
export type World = Omit<Ports, "visitor" | "fault" | "meter" | "wire" | "texts">;

/** The world as the database tells it. */
export function storedWorld(db: PrismaClient): World {
  return {
    role: async (study, person) => Role.nullable().parse(await roleOf(db, study, person)),
    standings: async (seats) =>
      (await standingsOf(db, seats, new Date(0))).map(({ signedIn, role }) => ({
        signedIn,
        role: Role.nullable().parse(role),
      })),
    clock: (study) => clockOf(db, study),
    clocks: (studies) => clocksOf(db, studies),
    events: (study, after, limit) => eventsAfter(db, study, after, limit),
    jobs: (study) => jobsOf(db, study),
  };
}

export type Line = Readonly<{
  hub: Hub;
  /** How many sockets were not told who moved, the delays that were measured, and how many frames others were told. */
  met: { dropped: number; lags: number[]; told: number };
  /** What it has complained of; whoever expects something takes it out. Closing fails where something is left. */
  faults: unknown[];
  /** Where it listens. */
  url: string;
  /** A header by which a socket says who it is: the session's part is tested with the doors. */
  visitor: (id: string, name?: string, sid?: string) => string;
  open: (key: string) => Promise<Caller>;
  /** Has whoever asks for a socket from now on wait: `asked` once somebody does, until `go` is called. */
  hold: () => Readonly<{ asked: Promise<void>; go: () => void }>;
  close: () => Promise<void>;
}>;

export type Caller = Readonly<{
  socket: WebSocket;
  heard: FromServer[];
  say: (message: FromBrowser) => void;
  /** Says hello as a browser would that has this much of the log. */
  hello: (study: string, epoch: string | null, lastSeq: number) => void;
  until: <T>(found: (all: readonly FromServer[]) => T | undefined) => Promise<T>;
  /** The code with which the server closes the socket. */
  closed: Promise<number>;
}>;

/** A hub that hears what others on that database say, as in the app; call `close` in `afterAll`. */
export async function linkedLine(
  { db, url }: Pick<FreshDatabase, "db" | "url">,
  world: World,
  { pace, pads }: Readonly<{ pace: Pace; pads?: Readonly<{ writer: Writer; times: PadTimes }> }>,
): Promise<Line & Readonly<{ cut: () => Promise<void> }>> {
  let hints: Hints | null = null;
  const line: Line = await liveLine(world, {
    pads: pads?.times,
    wire: {
      tell: async (frame) => hints?.frame(frame),
      names: (study, people) => memberNames(db, study, people),
      pace,
    },
    ...(pads && {
      texts: {
        pads: new Pads(db),
        say: async (study, due) => {
          const outcome = await sayOfPad({ submit: pads.writer.submit, members: members(db).list }, study, due);
          if ("seq" in outcome) line.hub.hint(study, Number(outcome.seq));
          return outcome;
        },
        hint: (study, pad) => hints?.pad(study, pad),
      },
    }),
  });
  const { hub, faults } = line;
  hints = await listenForHints(url, {
    hint: hub.hint,
    jobs: hub.jobs,
    who: hub.who,
    pad: hub.pad,
    frame: hub.heard,
    missed: hub.missed,
    fault: (_, error) => faults.push(error),
  });
  return {
    ...line,
    /** Takes it from the others without a word, as where its process is killed. */
    cut: async () => {
      const lost = hints;
      hints = null;
      await lost?.close();
    },
    close: async () => {
      await line.close();
      await hints?.close();
    },
  };
}

/**
 * Makes a hub; call `close` in `afterAll`.
 *
 * @param options.look - how often it looks by itself, in milliseconds: long where a test wants to see that it need not
 */
export async function liveLine(
  world: World,
  options: Readonly<{ look?: number; pads?: PadTimes | undefined; wire?: Ports["wire"]; texts?: Ports["texts"] }> = {},
): Promise<Line> {
  const { look, pads, wire = alone, texts = noTexts } = options;
  const visitors = new Map<string, Visitor>();
  const met = { dropped: 0, lags: [] as number[], told: 0 };
  const faults: unknown[] = [];
  let gate: (() => Promise<void>) | null = null;
  const ports: Ports = {
    ...world,
    visitor: async (request) => {
      await gate?.();
      return visitors.get(String(request.headers["x-visitor"])) ?? null;
    },
    fault: (_, error) => faults.push(error),
    meter: {
      lag: (seconds) => met.lags.push(seconds),
      dropped: (sockets) => (met.dropped += sockets),
      told: (n) => (met.told += n),
    },
    wire,
    texts,
  };
  const hub = makeHub(ports, { ...(look && { look }), ...(pads && { pads }) });
  const server = createServer();
  server.on("upgrade", hub.upgrade);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/api/live`; // it listens on TCP
  return {
    hub,
    met,
    faults,
    url,
    visitor: (id, name = "Somebody", sid = randomUUID()) => {
      const key = randomUUID();
      visitors.set(key, { id, name, sid });
      return key;
    },
    open: (key) => call(url, key),
    hold: () => {
      let [came, go] = [() => {}, () => {}];
      const asked = new Promise<void>((resolve) => (came = resolve));
      const gone = new Promise<void>((resolve) => (go = resolve));
      gate = () => {
        came();
        return gone;
      };
      return { asked, go: () => go() };
    },
    close: async () => {
      await hub.close();
      server.close();
      if (faults.length > 0) throw new AggregateError(faults, "the hub has complained");
    },
  };
}

async function call(url: string, key: string): Promise<Caller> {
  const socket = new WebSocket(url, { headers: { "x-visitor": key } });
  const heard: FromServer[] = [];
  const waiting = new Set<() => void>();
  socket.on("message", (data) => {
    heard.push(JSON.parse((data as Buffer).toString()) as FromServer); // what the hub says, in one piece
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await once(socket, "open");
  const say = (message: FromBrowser) => socket.send(JSON.stringify(message));
  return {
    socket,
    heard,
    say,
    hello: (study, epoch, lastSeq) => say({ kind: "hello", study, epoch, lastSeq, protocol: PROTOCOL }),
    until: <T>(found: (all: readonly FromServer[]) => T | undefined) =>
      new Promise<T>((resolve) => {
        const look = () => {
          const value = found(heard);
          if (value === undefined) return;
          waiting.delete(look);
          resolve(value);
        };
        waiting.add(look);
        look();
      }),
    closed,
  };
}

/** The events among what was heard, in the order in which they came. */
export const eventsIn = (all: readonly FromServer[]) =>
  all.flatMap((message) => (message.kind === "events" ? message.events : []));
