/** People with sign-ins of their own, their sockets and their commands: real WebSockets and real HTTP, without a browser. */
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { crc32 } from "node:zlib";
import { encode } from "next-auth/jwt";
import type postgres from "postgres";
import { WebSocket } from "ws";
import * as z from "zod";
import type { Command } from "#lib/domain/study/command.ts";
import type { FromBrowser, FromServer } from "#lib/domain/study/live.ts";
import { Outcome, PROTOCOL } from "#lib/domain/study/outcome.ts";
import type { Event, Sent } from "#lib/domain/study/outcome.ts";

export type Person = Readonly<{ id: string; cookie: string }>;
/** A server, and where it says that it is. */
export type At = Readonly<{ port: number }>;

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** Makes accounts that are signed in; nobody types three hundred passwords. */
export async function makePeople(sql: postgres.Sql, secret: string, count: number): Promise<Person[]> {
  const made = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const [id, sid] = [randomUUID(), randomUUID()];
      const cookie = `carthen-session=${await encode({ token: { sub: id, sid }, secret })}`;
      return { id, sid, cookie, name: `Person ${n + 1}` };
    }),
  );
  await sql`INSERT INTO "app_user" ${sql(
    made.map(({ id, name }) => ({ id, name, email: `${id}@example.org`, password_hash: "none" })),
  )}`;
  const expires_at = new Date(Date.now() + 86_400_000);
  await sql`INSERT INTO "session" ${sql(made.map(({ id, sid }) => ({ id: sid, user_id: id, expires_at })))}`;
  return made;
}

/** Asks a server in somebody's name; what it answers, as JSON. Waits where it is told to. */
export async function ask(at: At, person: Person, path: string, body?: unknown): Promise<unknown> {
  for (;;) {
    const { status, text } = await once(at, person, path, body);
    const said: unknown = text === "" ? null : JSON.parse(text);
    if (status < 300) return said;
    if (status !== 429) throw new Error(`${path} answered ${status}: ${text.slice(0, 300)}`);
    const { seconds } = z.object({ seconds: z.number() }).parse(said);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

function once({ port }: At, person: Person, path: string, body: unknown): Promise<{ status: number; text: string }> {
  const data = body === undefined ? null : JSON.stringify(body);
  const headers = {
    host: `localhost:${port}`,
    origin: `http://localhost:${port}`,
    cookie: person.cookie,
    ...(data === null ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(data) }),
  };
  return new Promise((resolve, reject) => {
    const asked = request(
      { agent, host: "127.0.0.1", port, path, method: data === null ? "GET" : "POST", headers },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => (text += part));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
        answer.on("error", reject);
      },
    );
    asked.on("error", reject);
    asked.end(data);
  });
}

/** A command on its way. */
export function sent(command: Command, words: Readonly<Record<string, string>> = {}): Sent {
  const phrases = Object.entries(words).map(([id, said]) => ({ id, lang: "en" as const, words: said }));
  return { cmdId: randomUUID(), command, phrases, names: [] };
}

/** Gives commands; what became of them. */
export async function give(at: At, person: Person, study: string, commands: readonly Sent[]): Promise<Outcome[]> {
  const answer = await ask(at, person, `/api/studies/${study}/commands`, { commands });
  return z.object({ outcomes: z.array(Outcome) }).parse(answer).outcomes;
}

/** Founds a study of these people: the first owns it, the others analyse. */
export async function foundTeam(at: At, people: readonly Person[]): Promise<{ owner: Person; study: string }> {
  const [owner, ...others] = people;
  if (!owner) throw new Error("nobody is there");
  const founded = await ask(at, owner, "/api/studies", { title: "A study", lang: "en" });
  const { study } = z.object({ study: z.string() }).parse(founded);
  const commands = others.map(({ id }) => sent({ kind: "member.set", person: id, role: "analyst" }));
  for (let n = 0; n < commands.length; n += 50) await give(at, owner, study, commands.slice(n, n + 50)); // a batch
  return { owner, study };
}

/** The sum of events: equal where they are, in the same order. */
export function sum(events: readonly Event[], from: number): number {
  return events.reduce((so, event) => crc32(JSON.stringify(event), so), from);
}

/** One person's socket: follows the log, counts gaps, and tells of what it hears. */
export class Caller {
  readonly at: At;
  readonly person: Person;
  readonly ready: Promise<void>;
  seq: number;
  gaps = 0;
  sum = 0;
  lost = 0;
  /** Called for each event, and where set for each presence frame. */
  onEvent: ((event: Event) => void) | null = null;
  onPresence: ((message: Extract<FromServer, { kind: "presence" }>) => void) | null = null;
  private readonly socket: WebSocket;

  constructor(at: At, person: Person, study: string, clock: Readonly<{ epoch: string; seq: number }>) {
    this.at = at;
    this.person = person;
    this.seq = clock.seq;
    this.socket = line(at, person);
    let welcomed: () => void = () => undefined;
    this.ready = new Promise((resolve) => (welcomed = resolve));
    this.socket.on("error", () => this.lost++);
    this.socket.on("open", () =>
      this.say({ kind: "hello", study, epoch: clock.epoch, lastSeq: clock.seq, protocol: PROTOCOL }),
    );
    this.socket.on("message", (data: Buffer) => {
      // Most of what is heard under load; what nobody looks at is not unpacked.
      if (data.subarray(0, 18).toString() === '{"kind":"presence"' && !this.onPresence) return;
      const message = JSON.parse(data.toString()) as FromServer; // our own server's
      if (message.kind === "welcome") welcomed();
      if (message.kind === "presence") this.onPresence?.(message);
      if (message.kind !== "events") return;
      for (const event of message.events) {
        if (event.seq !== this.seq + 1) this.gaps++;
        this.seq = event.seq;
        this.onEvent?.(event);
      }
      this.sum = sum(message.events, this.sum);
    });
  }

  say(message: FromBrowser): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  close(): void {
    this.socket.close();
  }
}

/** A socket to a server in somebody's name. */
export function line({ port }: At, person: Person): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${port}/api/live`, {
    headers: { host: `localhost:${port}`, origin: `http://localhost:${port}`, cookie: person.cookie },
    perMessageDeflate: false,
  });
}
