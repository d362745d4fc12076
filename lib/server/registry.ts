/**
 * What exists once in the process, made by server.ts and found here by everybody else.
 *
 * Next loads its own copy of our modules for pages and for routes, so a variable of a module exists several times;
 * `globalThis` exists once. Rules: docs/spec/runtime.md, RT14.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

import type { Config } from "./config.ts";
import type { Log } from "./log.ts";
import type { Queue } from "./jobs/queue.ts";
import type { Writer } from "./handle/writer.ts";
import type { Snapshots } from "./load/snapshot.ts";
import type { Metrics } from "./metrics.ts";
import type { Reading } from "./reading/pool.ts";
import type { PrismaClient } from "./store/generated/client.ts";
import type { Seal } from "./store/seal.ts";

/** Where the process is in its life. Only "ready" answers people. */
export type Phase = "starting" | "ready" | "stopping";

/** The live socket's door: takes over connections to /api/live, and sends everybody away when the process stops. */
export interface LiveDoor {
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close: () => Promise<void>;
}

export interface Registry {
  readonly version: string;
  readonly config: Config;
  readonly log: Log;
  /** Signs sessions. */
  readonly secret: string;
  /** Connection string of the owner, for connections that Prisma cannot make (LISTEN, COPY). Never log it. */
  readonly databaseUrl: string;
  /** The app's pool, as role `carthen_app`. */
  readonly db: PrismaClient;
  /** Seals and opens what could identify someone. */
  readonly vault: Seal;
  /** Reads the files that people bring, apart from this thread. */
  readonly reading: Reading;
  /** The line in which all writers of a study stand; every change to a study goes through it. */
  readonly writer: Writer;
  /** Files on their way in. */
  readonly imports: Queue;
  /** Files on their way out. */
  readonly exports: Queue;
  /** Tells those who have a study open that its jobs have changed. */
  readonly jobsChanged: (study: string) => void;
  /** Tells the live line, here and elsewhere, that a sign-in of this person has ended. */
  readonly signedOut: (person: string) => void;
  /** Gives a study's texts what is being written in them, before something is taken away (docs/spec/pad.md, P17). */
  readonly rest: (study: string) => Promise<void>;
  /** What those who open a study are given first. */
  readonly snapshots: Snapshots;
  /** What the process counts and measures. */
  readonly metrics: Metrics;
  /** The one-time token that /setup asks for while nobody can sign in yet; null afterwards. */
  setupToken: string | null;
  phase: Phase;
}

const key = Symbol.for("carthen.registry");
type Holder = { [key]?: Registry };

/** Fills the registry, once. */
export function register(made: Registry): Registry {
  (globalThis as Holder)[key] = made; // a symbol of ours, which the global type cannot know
  return made;
}

/** The registry. Calling it before server.ts has filled it is a bug. */
export function registry(): Registry {
  const made = (globalThis as Holder)[key]; // as above
  if (!made) throw new Error("The registry is empty: this code runs outside the server that server.ts starts.");
  return made;
}
