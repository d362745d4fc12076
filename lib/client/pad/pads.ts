/**
 * The pads that this page has open, over the study's live line.
 *
 * Rules: docs/spec/pad.md, P10 to P13.
 */
import type { PadFault } from "#lib/domain/pad/shape.ts";
import type { FromBrowser, FromServer } from "#lib/domain/study/live.ts";
import { toBase64 } from "./base64.ts";
import { Pad } from "./pad.ts";
import { Unsent } from "./unsent.ts";
import type { Left } from "./unsent.ts";

export type PadMessage = Extract<FromServer, { kind: `pad.${string}` }>;

type Ports = Readonly<{
  /** Says something to the server; false where the line is down. */
  say: (message: FromBrowser) => boolean;
  /** Told of words that the server would not take: nothing of them may be lost. Resolves when they are kept. */
  refused: (pad: string, words: string, why: PadFault) => Promise<void>;
  changed: () => void;
}>;

const LINGER_MS = 250; // a screen that goes and comes again has its pad at once

export class Pads {
  private readonly pads = new Map<string, Pad>();
  private readonly ports: Ports;
  private readonly left: Unsent;
  private readonly listeners = new Set<() => void>();
  /** What earlier pages have left and is on its way now, by the key under which it was said: below nothing. */
  private readonly late = new Map<number, Left>();
  private lateKeys = 0;
  private up = false;
  private closed = false;
  private version = 0;

  /** @param line - who writes where: `study/person` */
  constructor(line: string, ports: Ports) {
    this.left = new Unsent(line);
    this.ports = ports;
  }

  /** Grows whenever something about a pad has changed. */
  get seen(): number {
    return this.version;
  }

  /** In how many pads something was written that is not known to be stored. */
  get unsent(): number {
    const left = [...this.late.values()].filter(({ pad }) => !this.pads.get(pad)?.unsent);
    return [...this.pads.values()].filter((pad) => pad.unsent).length + left.length;
  }

  /** The pad of a text slot, for a screen that shows it; it must be let go of. */
  use(id: string): Pad {
    let pad = this.pads.get(id);
    if (!pad) {
      pad = new Pad(id, this.left, {
        say: (message) => this.up && this.ports.say(message),
        refused: (...told) => void this.ports.refused(...told),
        changed: () => this.change(),
      });
      this.pads.set(id, pad);
      if (this.up) pad.greet();
    }
    pad.users += 1;
    return pad;
  }

  /** A screen shows a pad no more; it goes a moment later, once all of it is stored. */
  release(pad: Pad): void {
    pad.users -= 1;
    if (pad.users === 0) setTimeout(() => this.drop(pad), LINGER_MS);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The server has welcomed this page to the study. */
  welcomed(): void {
    this.up = true;
    for (const pad of this.pads.values()) {
      pad.lost();
      pad.greet();
    }
    void this.sendLeft();
  }

  lost(): void {
    this.up = false;
    this.late.clear();
    for (const pad of this.pads.values()) pad.lost();
    this.change();
  }

  hear(message: PadMessage): void {
    const key = "key" in message ? message.key : null;
    const late = key === null ? undefined : this.late.get(key);
    if (key === null || !late) return this.pads.get(message.pad)?.hear(message);
    this.late.delete(key);
    void this.lateDone(late, message.kind === "pad.refused" ? message.why : null);
  }

  close(): void {
    this.closed = true;
    this.up = false;
    for (const pad of this.pads.values()) pad.destroy();
    this.pads.clear();
  }

  /** What pages have left that are no more, or that are at it themselves: to say it twice changes nothing. */
  private async sendLeft(): Promise<void> {
    const others = await this.left.others();
    if (this.closed || !this.up) return;
    for (const one of others) {
      const key = --this.lateKeys;
      const { pad, epoch, update } = one;
      if (this.ports.say({ kind: "pad.write", pad, epoch, key, update: toBase64(update) })) this.late.set(key, one);
    }
    if (others.length > 0) this.change();
  }

  private async lateDone(left: Left, why: PadFault | null): Promise<void> {
    if (why) await this.ports.refused(left.pad, left.words, why);
    await this.left.forget(left.key);
    this.change();
  }

  private drop(pad: Pad): void {
    if (pad.users > 0 || this.closed || this.pads.get(pad.id) !== pad) return;
    if (pad.unsent) {
      setTimeout(() => this.drop(pad), LINGER_MS);
      return;
    }
    this.pads.delete(pad.id);
    pad.destroy();
    this.ports.say({ kind: "pad.close", pad: pad.id });
  }

  private change(): void {
    this.version += 1;
    this.ports.changed();
    for (const listener of this.listeners) listener();
  }
}
