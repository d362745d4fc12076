/** One server of the fuzz: the real writer and the real hub on the real database, behind doors in memory. */
import type { Socket } from "node:net";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { duplexPair } from "node:stream";
import { WebSocket } from "ws";
import { Role } from "#lib/domain/member/shape.ts";
import { seenBy } from "#lib/domain/study/hidden.ts";
import { Batch } from "#lib/domain/study/outcome.ts";
import { Stopping, makeWriter } from "#lib/server/handle/writer.ts";
import type { Writer } from "#lib/server/handle/writer.ts";
import { makeHub } from "#lib/server/live/hub.ts";
import type { Hub, Seat } from "#lib/server/live/hub.ts";
import { Snapshots } from "#lib/server/load/snapshot.ts";
import { isObjection } from "#lib/server/store/objection.ts";
import { commit } from "#lib/server/store/commit.ts";
import { clockOf, clocksOf, eventsAfter } from "#lib/server/store/events.ts";
import { roleOf } from "#lib/server/store/found.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { jobsOf } from "#lib/server/store/job.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { inside, outside } from "#tests/kit/fuzz/clock.ts";
import type { Clock, Place } from "#tests/kit/fuzz/clock.ts";
import { alone, noTexts } from "#tests/kit/wire.ts";

export type Answer = Readonly<{ status: number; type: string; body: string | Uint8Array<ArrayBuffer> }>;

const json = (body: unknown, status = 200): Answer => ({
  status,
  type: "application/json",
  body: JSON.stringify(body),
});

export class FuzzServer {
  /** What browser and server say to each other; a later one asks old pages to load anew. */
  readonly version: number;
  /** Whatever the server itself found wrong. */
  readonly faults: string[] = [];
  private readonly db: PrismaClient;
  private readonly clock: Clock;
  private readonly place: Place = { alive: true };
  private readonly http: Server = createServer();
  private readonly hub: Hub;
  private readonly writer: Writer;
  private readonly snapshots: Snapshots;
  private open = true;

  /** @param tell - hands a hint on to the other servers */
  constructor(
    db: PrismaClient,
    secret: string,
    clock: Clock,
    version: number,
    tell: (study: string, seq: number) => void,
  ) {
    this.db = db;
    this.clock = clock;
    this.version = version;
    this.snapshots = new Snapshots(db);
    const vault = makeSeal(secret);
    this.writer = makeWriter({
      commit: (study, items, whole) => commit(db, vault, study, items, whole),
      objects: isObjection,
      committed: (study, seq) => {
        inside.run(this.place, () => this.hub.hint(study, seq));
        tell(study, seq);
      },
      objected: (_, { command }, error) => this.faults.push(`the database refused ${command.kind}: ${String(error)}`),
    });
    const asked = <A extends unknown[], T>(ask: (...args: A) => Promise<T>) => {
      return (...args: A) => clock.during(() => outside(() => ask(...args)));
    };
    this.hub = inside.run(this.place, () =>
      makeHub({
        visitor: async (request) => {
          const id = String(request.headers["x-visitor"]);
          return { id, name: id.slice(0, 4), sid: id };
        },
        role: asked(async (study: string, person: string) => Role.nullable().parse(await roleOf(db, study, person))),
        standings: asked((seats: readonly Seat[]) =>
          Promise.all(
            seats.map(async ({ study, person }) => {
              const role = study === null ? null : Role.nullable().parse(await roleOf(db, study, person));
              return { signedIn: true, role };
            }),
          ),
        ),
        meter: { lag: () => undefined, dropped: () => undefined, told: () => undefined },
        wire: alone,
        texts: noTexts,
        clock: asked((study: string) => clockOf(db, study)),
        clocks: asked((studies: readonly string[]) => clocksOf(db, studies)),
        events: asked((study: string, after: number, limit: number) => eventsAfter(db, study, after, limit)),
        jobs: asked((study: string) => jobsOf(db, study)),
        fault: (what, error) => {
          if (this.open) this.faults.push(`${what}: ${String(error)}`);
        },
      }),
    );
    this.http.on("upgrade", (request, socket, head) =>
      inside.run(this.place, () => this.hub.upgrade(request, socket, head)),
    );
  }

  get up(): boolean {
    return this.open;
  }

  hint(study: string, seq: number): void {
    if (this.open) inside.run(this.place, () => this.hub.hint(study, seq));
  }

  /** A socket to this server, as a browser of that person would open it. */
  connect(person: string): WebSocket {
    const [near, far] = duplexPair();
    inside.run(this.place, () => this.http.emit("connection", far));
    return inside.exit(
      () =>
        new WebSocket("ws://carthen.test/api/live", {
          createConnection: () => near as unknown as Socket, // it asks no more than a stream
          headers: { "x-visitor": person },
        }),
    );
  }

  /** What the doors of the app answer; null where the server goes down before it answers. */
  async serve(person: string, study: string, path: string, body: unknown): Promise<Answer | null> {
    if (!this.open) return null;
    const answer = await this.clock.during(() => outside(() => this.answer(person, study, path, body)));
    return this.place.alive ? answer : null;
  }

  /** Stops as on a signal: says goodbye to everybody and finishes what it has begun. */
  async stop(): Promise<void> {
    this.open = false;
    const [ended] = [inside.run(this.place, () => this.hub.close()), outside(() => this.writer.stop())];
    void ended.then(() => (this.place.alive = false));
    await this.clock.advance(2000);
  }

  /** Goes down in the middle of everything. */
  kill(): void {
    this.open = false;
    this.place.alive = false;
    void inside.exit(() => this.hub.close());
  }

  private async answer(person: string, study: string, path: string, body: unknown): Promise<Answer> {
    const { db } = this;
    if ((await roleOf(db, study, person)) === null) return json({ fault: "study.missing" }, 404);
    if (path === "/snapshot") {
      const found = await this.snapshots.of(study, person);
      return found ? { status: 200, type: "application/gzip", body: new Uint8Array(found) } : json({}, 404);
    }
    if (path.startsWith("/events")) {
      const events = await eventsAfter(db, study, Number(path.split("=")[1]), 2000);
      return json({ events: events.map((event) => seenBy(event, person)) });
    }
    if (path === "/commands") {
      const batch = Batch.safeParse(body);
      if (!batch.success) return json({ fault: "body.bad" }, 400);
      try {
        const items = batch.data.commands.map((sent) => ({ ...sent, person }));
        return json({ outcomes: await this.writer.submit(study, items) });
      } catch (error) {
        if (!(error instanceof Stopping)) this.faults.push(`commands were not carried out: ${String(error)}`);
        return json({ fault: "server.later" }, 503);
      }
    }
    return json({ phrases: {}, names: {}, quotes: {} });
  }
}
