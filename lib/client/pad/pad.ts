/**
 * One pad in this page: the document, what of it the server has not said to have stored, and how it stands.
 *
 * Knows no socket: what is to be said is handed out. One update is on its way at a time; what is written meanwhile goes
 * with the next. Rules: docs/spec/pad.md, P10 to P13.
 */
import * as Y from "yjs";
import { wordsIn } from "#lib/domain/pad/doc.ts";
import type { PadFault } from "#lib/domain/pad/shape.ts";
import type { FromBrowser, FromServer } from "#lib/domain/study/live.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import type { Unsent } from "./unsent.ts";

export type PadPorts = Readonly<{
  /** Says something to the server; false where the line is down. */
  say: (message: FromBrowser) => boolean;
  /** Told of words that the server would not take, all that stood in the pad. */
  refused: (pad: string, words: string, why: PadFault) => void;
  changed: () => void;
}>;

/** Whether it can be written in: not yet, yes, or not at all and why. */
export type PadPhase = "opening" | "ready" | PadFault;

const GATHER_MS = 120;
const AGAIN_MS = 250; // before a pad is asked for again whose subject the server does not know yet

export class Pad {
  readonly id: string;
  /** Another one after the pad was begun anew. */
  doc = new Y.Doc();
  phase: PadPhase = "opening";
  /** How many screens show it. */
  users = 0;
  private epoch: string | null = null;
  private queue: Uint8Array[] = [];
  private flying: Readonly<{ key: number; update: Uint8Array }> | null = null;
  private keys = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private again: ReturnType<typeof setTimeout> | null = null;
  private waited = 0;
  private readonly unsentOf: Unsent;
  private readonly ports: PadPorts;

  constructor(id: string, unsent: Unsent, ports: PadPorts) {
    this.id = id;
    this.unsentOf = unsent;
    this.ports = ports;
    this.doc.on("update", this.written);
  }

  /** Whether something was written that is not known to be stored. */
  get unsent(): boolean {
    return this.queue.length > 0 || this.flying !== null;
  }

  /** The line is there: asks for what this page has not. */
  greet(): void {
    if (this.again) clearTimeout(this.again);
    this.again = null;
    const have = this.epoch === null ? null : toBase64(Y.encodeStateVector(this.doc));
    this.ports.say({ kind: "pad.open", pad: this.id, have });
  }

  /** The line is gone: what was on its way may not have arrived. */
  lost(): void {
    if (this.flying) this.queue.unshift(this.flying.update);
    this.flying = null;
  }

  hear(message: Extract<FromServer, { kind: `pad.${string}` }>): void {
    if (message.kind === "pad.refused") return this.denied(message.key, message.why);
    if (message.kind === "pad.stored") {
      if (this.flying?.key !== message.key) return;
      this.flying = null;
      if (this.queue.length === 0) void this.unsentOf.sent(this.id);
      else this.send();
      return this.ports.changed();
    }
    if (this.epoch !== null && this.epoch !== message.epoch) this.anew("pad.other");
    if (message.kind === "pad.update" && this.epoch === null) return; // the state that was asked for holds it
    this.epoch = message.epoch;
    Y.applyUpdate(this.doc, fromBase64(message.update), this);
    if (message.kind === "pad.update") return;
    // Whatever the server lacks goes in one piece, also what an update has lost that was refused before.
    this.lost();
    if (this.queue.length > 0) this.queue = [Y.encodeStateAsUpdate(this.doc, fromBase64(message.has))];
    this.phase = "ready";
    this.send();
    this.ports.changed();
  }

  /** Shows it no more. */
  destroy(): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.again) clearTimeout(this.again);
    this.doc.destroy();
  }

  /** Says what waits, unless something is on its way. */
  send(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.flying || this.queue.length === 0 || this.epoch === null || this.phase !== "ready") return;
    const update = Y.mergeUpdates(this.queue);
    const key = ++this.keys;
    if (!this.ports.say({ kind: "pad.write", pad: this.id, epoch: this.epoch, key, update: toBase64(update) })) return;
    this.flying = { key, update };
    this.queue = [];
  }

  private readonly written = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    this.queue.push(update);
    const whole = Y.mergeUpdates([...(this.flying ? [this.flying.update] : []), ...this.queue]);
    if (this.epoch !== null) void this.unsentOf.keep(this.id, this.epoch, whole, wordsIn(this.doc));
    this.timer ??= setTimeout(() => this.send(), GATHER_MS);
    this.ports.changed();
  };

  private denied(key: number | null, why: PadFault): void {
    if (key !== null && this.flying?.key !== key) return;
    if (why === "pad.parted" && this.flying) {
      // It began from something that the server has not: all of it goes.
      this.lost();
      return this.greet();
    }
    // What was just made may be shown here before the server has it.
    if (key === null && why === "row.missing" && this.epoch === null) return this.later();
    this.anew(why);
    if (why === "pad.other" || why === "pad.long" || why === "pad.broken") this.greet();
    else this.phase = why;
    this.ports.changed();
  }

  private later(): void {
    this.waited = Math.min(this.waited * 2 || AGAIN_MS, 10_000);
    this.again = setTimeout(() => this.greet(), this.waited);
  }

  /** Begins with an empty document; what was written and not stored is handed to its writer. */
  private anew(why: PadFault): void {
    if (this.unsent) this.ports.refused(this.id, wordsIn(this.doc), why);
    this.queue = [];
    this.flying = null;
    void this.unsentOf.sent(this.id);
    this.doc.off("update", this.written);
    this.doc.destroy();
    this.doc = new Y.Doc();
    this.doc.on("update", this.written);
    this.epoch = null;
    this.phase = "opening";
  }
}
