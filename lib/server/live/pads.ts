/**
 * Pads on live sockets: hands what is written in a text to everybody who has it open, and gives it to its slot once nobody
 * has written for a moment.
 *
 * What is handed on is always read from what was stored, as the log is: a hint only says that there is something. Knows
 * no rooms and no database. Rules: docs/spec/pad.md.
 */
import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import type { Due } from "#lib/domain/pad/shape.ts";
import type { FromBrowser } from "#lib/domain/study/live.ts";
import type { Event, Outcome } from "#lib/domain/study/outcome.ts";
import type { Pads } from "../store/pad.ts";
import type { Guest } from "./guest.ts";

/** What pads need of the world. */
export type PadPorts = Readonly<{
  pads: Pick<Pads, "open" | "write" | "since" | "unsettled" | "adopt" | "left">;
  /** Gives a slot its words, by the command that anybody would give. */
  say: (study: string, due: Due) => Promise<Outcome>;
  /** Tells the other instances that something was written in a pad. */
  hint: (study: string, pad: string) => void;
  fault: (what: string, error: unknown) => void;
}>;

export type PadTimes = Readonly<{ quiet: number; longest: number; sweep: number; stale: number }>;

type PadMessage = Extract<FromBrowser, { kind: `pad.${string}` }>;
/** A text in which somebody has written here: when it is given to its slot. */
type Waiting = { timer: NodeJS.Timeout; since: number };

const TIMES: PadTimes = {
  quiet: 1500, // milliseconds without a word before a slot is given what its pad says
  longest: 10_000, // and after this long in any case
  sweep: 30_000, // how often it is asked what others have left
  stale: 20, // seconds after which something was left
};

export function isPadMessage(message: FromBrowser): message is PadMessage {
  return message.kind.startsWith("pad.");
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

export class PadLines {
  private readonly ports: PadPorts;
  private readonly times: PadTimes;
  private readonly guestsOf: (study: string) => Iterable<Guest>;
  private readonly waiting = new Map<string, Waiting>();
  private readonly pumping = new Map<string, boolean>(); // whether there is more
  private readonly working = new Set<Promise<unknown>>();
  private readonly sweeper: NodeJS.Timeout;

  /** @param guestsOf - who is in a study here */
  constructor(ports: PadPorts, guestsOf: (study: string) => Iterable<Guest>, times: PadTimes = TIMES) {
    this.ports = ports;
    this.guestsOf = guestsOf;
    this.times = times;
    let sweeping = false;
    this.sweeper = setInterval(() => {
      if (sweeping) return;
      sweeping = true;
      this.work("looking for pads that were left", () => this.sweep().finally(() => (sweeping = false)));
    }, times.sweep);
    this.sweeper.unref();
  }

  /** Does what a guest asks. */
  hear(guest: Guest, message: PadMessage): void {
    const { study } = guest;
    if (study === null) return;
    if (message.kind === "pad.close") return this.shut(guest, message.pad);
    // Whoever gets no answer comes again on another line, and says then what was not acknowledged.
    const failed = () => guest.socket.close(1011, "try again");
    if (message.kind === "pad.open") this.work("opening a pad", () => this.open(guest, study, message), failed);
    else this.work("writing in a pad", () => this.write(guest, study, message), failed);
  }

  /** Says that something was written in a pad, here or elsewhere. */
  changed(study: string, pad: string): void {
    const key = `${study}/${pad}`;
    if (this.pumping.has(key)) {
      this.pumping.set(key, true);
      return;
    }
    this.pumping.set(key, false);
    this.work("handing on a pad", async () => {
      try {
        await this.pump(study, pad);
      } finally {
        const more = this.pumping.get(key) ?? false;
        this.pumping.delete(key);
        if (more) this.changed(study, pad);
      }
    });
  }

  /** Has open pads follow their slots, where these were given other words. */
  follow(study: string, events: readonly Event[]): void {
    const said = new Set(
      events.flatMap(({ changes }) =>
        changes.flatMap((change) => (change.op === "put" && change.noun === "wording" ? [change.id] : [])),
      ),
    );
    if (said.size === 0) return;
    const open = new Set([...this.guestsOf(study)].flatMap(({ pads }) => [...pads.keys()]));
    for (const pad of said.intersection(open)) this.work("following a slot", () => this.adopt(study, pad));
  }

  /** A guest goes, or may not write here any more: nothing more of any pad is for them. */
  leave(guest: Guest): void {
    for (const pad of guest.pads.keys()) this.shut(guest, pad);
  }

  /** A guest whose socket was too full can take more. */
  drained(guest: Guest): void {
    const { study } = guest;
    if (study !== null) for (const pad of guest.pads.keys()) this.changed(study, pad);
  }

  /** Gives the slots of a study what was written here, and waits until they have it. */
  async rest(study: string): Promise<void> {
    for (const key of this.waiting.keys()) if (key.startsWith(`${study}/`)) this.now(key);
    await Promise.allSettled(this.working); // some may have been on their way already
  }

  /** Gives all slots what was written here, and ends. */
  async close(): Promise<void> {
    clearInterval(this.sweeper);
    for (const key of this.waiting.keys()) this.now(key);
    while (this.working.size > 0) await Promise.allSettled(this.working);
  }

  private async open(guest: Guest, study: string, said: Extract<PadMessage, { kind: "pad.open" }>): Promise<void> {
    const { pad, have } = said;
    const opened = await this.ports.pads.open(study, pad, guest.visitor.id);
    if (guest.study !== study) return; // it has gone while we asked
    if (!opened.ok) return guest.say({ kind: "pad.refused", pad, key: null, why: opened.fault });
    const { epoch, n, state } = opened.value;
    guest.pads.set(pad, { epoch, n });
    const update = have === null ? state : lacking(state, have);
    guest.say({
      kind: "pad.state",
      pad,
      epoch,
      update: base64(update),
      has: base64(Y.encodeStateVectorFromUpdate(state)),
    });
    this.changed(study, pad); // what came in while it was read, also by taking over the slot's words
  }

  private async write(guest: Guest, study: string, said: Extract<PadMessage, { kind: "pad.write" }>): Promise<void> {
    const { pad, epoch, key } = said;
    const update = Uint8Array.from(Buffer.from(said.update, "base64"));
    const written = await this.ports.pads.write(study, pad, guest.visitor.id, epoch, update);
    if (!written.ok) return guest.say({ kind: "pad.refused", pad, key, why: written.fault });
    guest.say({ kind: "pad.stored", pad, key });
    this.later(study, pad);
    this.changed(study, pad);
    this.ports.hint(study, pad);
  }

  private shut(guest: Guest, pad: string): void {
    const { study } = guest;
    if (guest.pads.delete(pad) && study !== null) this.now(`${study}/${pad}`); // who leaves a text has said it
  }

  /** Tells everybody who has a pad open what they have not been told. */
  private async pump(study: string, pad: string): Promise<void> {
    const readers = [...this.guestsOf(study)].filter((guest) => guest.pads.has(pad) && !guest.lagging);
    if (readers.length === 0) return;
    const from = Math.min(...readers.map((guest) => guest.pads.get(pad)?.n ?? 0));
    const news = await this.ports.pads.since(study, pad, from);
    if (!news || news.n <= from || news.updates.length === 0) return;
    const update = base64(Y.mergeUpdates([...news.updates]));
    const packed = JSON.stringify({ kind: "pad.update", pad, epoch: news.epoch, update });
    for (const guest of readers) {
      const at = guest.pads.get(pad);
      if (!at || at.n >= news.n) continue;
      if (at.epoch === news.epoch) guest.give(packed);
      else guest.say({ kind: "pad.refused", pad, key: null, why: "pad.other" });
      at.n = news.n;
    }
  }

  private later(study: string, pad: string): void {
    const key = `${study}/${pad}`;
    const old = this.waiting.get(key);
    if (old) clearTimeout(old.timer);
    const since = old?.since ?? performance.now();
    const wait = Math.min(this.times.quiet, Math.max(0, since + this.times.longest - performance.now()));
    const timer = setTimeout(() => this.now(key), wait);
    timer.unref();
    this.waiting.set(key, { timer, since });
  }

  /** Gives a slot what its pad says, if something was written in that here. */
  private now(key: string): void {
    const due = this.waiting.get(key);
    if (!due) return;
    clearTimeout(due.timer);
    this.waiting.delete(key);
    const cut = key.indexOf("/");
    this.work("giving a slot its words", () => this.settle(key.slice(0, cut), key.slice(cut + 1)));
  }

  private async settle(study: string, pad: string): Promise<void> {
    for (let tries = 0; tries < 3; tries++) {
      const due = await this.ports.pads.unsettled(study, pad, randomUUID());
      if (!due) return;
      const outcome = await this.ports.say(study, due);
      const changed = "refused" in outcome && outcome.refused === "wording.changed";
      await this.adopt(study, pad, "refused" in outcome && !changed);
      if (!changed) return;
    }
  }

  private async adopt(study: string, pad: string, rests = false): Promise<void> {
    await this.ports.pads.adopt(study, pad, rests);
    this.changed(study, pad);
    this.ports.hint(study, pad);
  }

  private async sweep(): Promise<void> {
    for (const { study, pad } of await this.ports.pads.left(this.times.stale)) await this.settle(study, pad);
  }

  private work(what: string, work: () => Promise<void>, failed?: () => void): void {
    const running = work().catch((error: unknown) => {
      this.ports.fault(what, error);
      failed?.();
    });
    this.working.add(running);
    void running.finally(() => this.working.delete(running));
  }
}

/** What of a state somebody lacks who has so much; all of it, where that is no state vector. */
function lacking(state: Uint8Array, have: string): Uint8Array {
  try {
    return Y.diffUpdate(state, Uint8Array.from(Buffer.from(have, "base64")));
  } catch {
    return state;
  }
}
