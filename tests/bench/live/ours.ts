/** The work on two real servers that share one database, with three hundred people on one board. */
import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { WebSocket } from "ws";
import * as z from "zod";
import { LiveSocket } from "#lib/client/study/socket.ts";
import { PROTOCOL } from "#lib/domain/study/outcome.ts";
import type { Event } from "#lib/domain/study/outcome.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { startServer } from "#tests/kit/server.ts";
import { share } from "../board/watch.ts";
import { Caller, ask, give, line, makePeople, sent, sum } from "./callers.ts";
import type { At, Person } from "./callers.ts";
import type { Work } from "./peer.ts";
import { memoryOf } from "./process.ts";

export type Figures = Readonly<{
  acknowledged: readonly number[];
  seen: readonly number[];
  seenElsewhere: readonly number[];
  presence: readonly number[];
  presenceElsewhere: readonly number[];
  hot: number;
  resume: readonly number[];
  back: number;
  failures: number;
  memory: number;
  lost: number;
  gaps: number;
  diverged: number;
}>;

const Clock = z.object({ epoch: z.string(), seq: z.number() });

/** Does the work and measures it. */
export async function measureOurs(database: string, work: Work): Promise<Figures> {
  const secret = randomBytes(32).toString("hex");
  const folders = [makeFolder("bench-live"), makeFolder("bench-live")];
  const start = (n: number, port?: number) =>
    startServer({
      data: folders[n]?.folder ?? "",
      env: { DATABASE_URL: database, CARTHEN_SECRET: secret },
      ...(port === undefined ? {} : { port }),
    });
  let a = await start(0);
  const b = await start(1);
  const sql = postgres(database, { max: 2, onnotice: () => undefined });
  try {
    const people = await makePeople(sql, secret, work.editors + work.viewers);
    const [owner] = people;
    if (!owner) throw new Error("nobody is there");
    const founded = await ask(a, owner, "/api/studies", { title: "A hot study", lang: "en" });
    const { study } = z.object({ study: z.string() }).parse(founded);
    await inBatches(
      people
        .slice(1)
        .map(({ id }, n) =>
          sent({ kind: "member.set", person: id, role: n + 1 < work.editors ? "analyst" : "observer" }),
        ),
      (some) => give(a, owner, study, some),
    );
    const [board] = await sql<{ id: string }[]>`SELECT "id" FROM "board" WHERE "study_id" = ${study}`;
    if (!board) throw new Error("a study begins with a board");
    const cards = Array.from({ length: work.cards }, () => randomUUID());
    await inBatches(
      cards.map((id, n) => {
        const phrase = randomUUID();
        const card = { id, board: board.id, theme: null, x: (n % 50) * 264, y: Math.floor(n / 50) * 170 };
        const body = { lang: "en" as const, phrase };
        return sent({ kind: "insight.write", id: randomUUID(), body, card }, { [phrase]: `Insight ${n}` });
      }),
      (some) => give(a, owner, study, some),
    );
    await sql`VACUUM ANALYZE`; // as autovacuum leaves a study that has been there for a minute
    const clock = async () => {
      const [row] = await sql`SELECT "epoch", "seq"::int AS seq FROM "study_clock" WHERE "study_id" = ${study}`;
      return Clock.parse(row);
    };
    const place = (n: number) =>
      sent({
        kind: "cards.place",
        cards: [
          {
            id: cards[n % cards.length] ?? "",
            theme: null,
            x: Math.floor(Math.random() * 9000),
            y: Math.floor(Math.random() * 9000),
          },
        ],
      });
    const given = new Set<string>();
    const put = async (at: At, person: Person, n: number) => {
      const command = place(n);
      const began = performance.now();
      sentAt.set(command.cmdId, { began, at });
      const [outcome] = await give(at, person, study, [command]);
      if (!outcome || !("seq" in outcome)) throw new Error(`not carried out: ${JSON.stringify(outcome)}`);
      given.add(command.cmdId);
      return performance.now() - began;
    };
    const sentAt = new Map<string, { began: number; at: At }>();

    // Warm, as a server is that has run for a while.
    const early = await Promise.all(people.slice(0, 30).map(async (one) => opened(a, one, study, await clock())));
    for (let n = 0; n < 60; n++) await put(n % 2 ? a : b, owner, n);
    for (const one of early) one.close();
    await pause(1500);

    // Many come, with the browser's own code; the server is started again; they come back by themselves.
    const before = await memoryOf(a.pid);
    const crowd = new Crowd(a, study, await clock());
    for (let n = 0; n < work.back; n += 20) {
      for (let k = n; k < Math.min(work.back, n + 20); k++) crowd.add(people[k % people.length] ?? owner);
      await crowd.all();
    }
    await pause(3000);
    const memory = ((await memoryOf(a.pid)) - before) / work.back;
    await a.stop();
    a = await start(0, a.port);
    crowd.count();
    const restarted = performance.now();
    await crowd.all();
    const back = performance.now() - restarted;
    const { failures } = crowd;
    crowd.close();
    await pause(1500);

    // Everybody works: most are on the one server, the others on the other.
    const from = await clock();
    const callers = people.map((person, n) => new Caller(n % 10 < 7 ? a : b, person, study, from));
    await Promise.all(callers.map(({ ready }) => ready));
    const [seen, seenElsewhere, presence, presenceElsewhere]: number[][] = [[], [], [], []];
    for (const caller of callers) {
      caller.onEvent = ({ cmdId, actor }) => {
        const one = sentAt.get(cmdId);
        if (!one || actor === caller.person.id) return;
        (one.at === caller.at ? seen : seenElsewhere)?.push(performance.now() - one.began);
      };
    }
    const moving = callers.slice(work.writers, work.writers + work.moving);
    const side = new Map(moving.map(({ person, at }) => [person.id, at]));
    for (const watcher of [
      ...callers.filter(({ at }) => at === a).slice(-6),
      ...callers.filter(({ at }) => at === b).slice(-6),
    ]) {
      watcher.onPresence = ({ here }) => {
        for (const { person, at } of here) {
          const home = side.get(person);
          if (home && at?.pointer)
            (home === watcher.at ? presence : presenceElsewhere)?.push(performance.now() - at.pointer.x);
        }
      };
    }
    const timers = moving.map((caller, n) =>
      setInterval(
        () =>
          caller.say({
            kind: "presence",
            at: {
              page: "board",
              source: null,
              board: board.id,
              pointer: { x: performance.now(), y: n },
              selected: [],
              view: { x: 0, y: 0, w: 1440, h: 900 },
            },
          }),
        50,
      ),
    );
    const acknowledged: number[] = [];
    const until = performance.now() + work.seconds * 1000;
    await Promise.all(
      callers.slice(0, work.writers).map(async ({ at, person }, n) => {
        await pause((n * 1000) / work.writers);
        for (let round = 0; performance.now() < until; round++) {
          const ms = await put(at, person, n * 37 + round * 7919);
          acknowledged.push(ms);
          await pause(Math.max(0, 1000 - ms));
        }
      }),
    );
    for (const timer of timers) clearInterval(timer);
    const last = (await clock()).seq;
    const limit = performance.now() + 5000;
    while (callers.some(({ seq }) => seq < last) && performance.now() < limit) await pause(10);
    const log: Event[] = [];
    while ((log.at(-1)?.seq ?? from.seq) < last) {
      const answer = await ask(a, owner, `/api/studies/${study}/events?after=${log.at(-1)?.seq ?? from.seq}`);
      log.push(...(answer as { events: Event[] }).events); // our own server's; taken as they came, to compare them
    }
    const right = sum(log, 0);
    const gaps = callers.reduce((so, one) => so + one.gaps, 0);
    const diverged = callers.filter((one) => one.sum !== right || one.seq !== last).length;

    // One study as hot as it gets, with twenty who watch.
    for (const caller of callers.slice(work.hot.writers + 20)) caller.close();
    const cold = performance.now() + work.hot.seconds * 1000;
    let done = 0;
    await Promise.all(
      people.slice(0, work.hot.writers).map(async (person, n) => {
        for (let round = 0; performance.now() < cold; round++, done++) await put(a, person, n * 101 + round * 13);
      }),
    );
    for (const caller of callers) caller.close();

    // One has missed a thousand events.
    const resume: number[] = [];
    const now = await clock();
    for (let times = 0; times < 20; times++) {
      const began = performance.now();
      const caller = new Caller(a, people[times] ?? owner, study, { ...now, seq: now.seq - work.missed });
      while (caller.seq < now.seq) await pause(1);
      resume.push(performance.now() - began);
      caller.close();
    }

    const stored = await sql<{ cmdId: string }[]>`SELECT "cmd_id" AS "cmdId" FROM "event" WHERE "study_id" = ${study}`;
    const there = new Set(stored.map(({ cmdId }) => cmdId));
    const lost = [...given].filter((cmdId) => !there.has(cmdId)).length;
    return {
      acknowledged,
      seen: seen ?? [],
      seenElsewhere: seenElsewhere ?? [],
      presence: presence ?? [],
      presenceElsewhere: presenceElsewhere ?? [],
      hot: done / work.hot.seconds,
      resume: [share(resume, 0.5), share(resume, 0.95)],
      back,
      failures,
      memory,
      lost,
      gaps,
      diverged,
    };
  } finally {
    await sql.end();
    await a.stop();
    await b.stop();
    for (const { remove } of folders) remove();
  }
}

async function opened(at: At, person: Person, study: string, clock: z.infer<typeof Clock>): Promise<Caller> {
  const caller = new Caller(at, person, study, clock);
  await caller.ready;
  return caller;
}

async function inBatches<T>(all: readonly T[], work: (some: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += 50) await work(all.slice(at, at + 50));
}

/** Many pages that only listen, by the browser's own code: how they come back is its doing. */
class Crowd {
  /** Attempts that failed since `count` was called, while the server was there. */
  failures = 0;
  private counting = false;
  private readonly lines: { socket: LiveSocket; up: boolean }[] = [];
  private readonly people: Person[] = [];
  private readonly study: string;
  private readonly clock: z.infer<typeof Clock>;

  constructor(at: At, study: string, clock: z.infer<typeof Clock>) {
    this.study = study;
    this.clock = clock;
    const { people } = this;
    const failed = () => {
      if (this.counting) this.failures++;
    };
    // A browser's socket sends its cookie by itself; here the address says whose.
    const Socket = function (url: string) {
      const person = people[Number(new URL(url).searchParams.get("n"))];
      if (!person) throw new Error("nobody's socket");
      const socket = line(at, person);
      socket.on("error", failed);
      return socket;
    };
    Object.assign(globalThis, { WebSocket: Object.assign(Socket, { OPEN: WebSocket.OPEN }) });
  }

  add(person: Person): void {
    const n = this.people.push(person) - 1;
    const { study } = this;
    const { epoch, seq: lastSeq } = this.clock;
    const one = {
      up: false,
      socket: new LiveSocket(
        `ws://there/?n=${n}`,
        () => ({ kind: "hello", study, epoch, lastSeq, protocol: PROTOCOL }),
        () => undefined,
        (up) => (one.up = up),
      ),
    };
    this.lines.push(one);
  }

  count(): void {
    this.counting = true;
  }

  /** Resolves when all are on the line. */
  async all(): Promise<void> {
    const limit = performance.now() + 60_000;
    while (this.lines.some(({ up }) => !up)) {
      if (performance.now() > limit) throw new Error("not all have come");
      await pause(5);
    }
  }

  close(): void {
    this.counting = false;
    for (const { socket } of this.lines) socket.close();
  }
}
