/**
 * The people whom other instances on the same database have on their live lines, and what is told to those of ours.
 *
 * Each instance says in which studies it has guests, when the first of them comes and every few seconds; only where
 * another has some too is anything told: who came, moved or left, gathered for a moment. Nothing depends on any frame
 * arriving: guests of whom nothing is heard for long are gone, and of those who are not known all is asked for anew.
 * Knows neither sockets nor PostgreSQL. Rules: docs/spec/sync.md, Y100 to Y104;
 * docs/decisions/presence-across-instances.md.
 */
import { randomBytes } from "node:crypto";
import type { Part, Peer, Whereabouts } from "#lib/domain/study/live.ts";
import { packed, unpacked } from "./frame.ts";
import type { Item, Said, Timer } from "./frame.ts";

/** What this asks of the world. */
export type Wire = Readonly<{
  /** Hands a frame to all other instances. */
  tell: (frame: string) => Promise<unknown>;
  /** What these members of a study are called. */
  names: (study: string, people: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** So many frames were handed on. */
  told: (frames: number) => void;
  fault: (what: string, error: unknown) => void;
  pace: Pace;
}>;

/** Milliseconds. */
export type Pace = Readonly<{
  /** For which what is to be told is gathered. */
  gather: number;
  /** After which everything that holds is said again. */
  repeat: number;
  /** After which whoever is not heard of is gone. */
  silent: number;
}>;
export const PACE: Pace = { gather: 250, repeat: 3000, silent: 10_000 };

/** Whose socket this instance has. */
export type Own = Readonly<{ tab: string; visitor: Readonly<{ id: string }>; at: Whereabouts | null }>;

/** What the hub is asked and told. */
export type House = Readonly<{
  guests: (study: string) => ReadonlySet<Own>;
  timers: (study: string) => readonly Readonly<{ board: string; left: number }>[];
  moved: (study: string, stranger: Stranger) => void;
  left: (study: string, stranger: Stranger) => void;
  called: (study: string, call: Readonly<{ person: string; name: string; board: string; view: Part }>) => void;
  /** `known`: it is how another instance knows it, and says nothing new where it is known here too. */
  timer: (timer: Timer, known: boolean) => void;
}>;

/** Somebody whose socket another instance has. */
export class Stranger {
  readonly tab: string;
  readonly person: string;
  readonly from: string;
  /** Not known yet until the database was asked. */
  name: string | null = null;
  at: Whereabouts | null;
  heard: number;

  constructor(tab: string, person: string, from: string, at: Whereabouts | null, heard: number) {
    this.tab = tab;
    this.person = person;
    this.from = from;
    this.at = at;
    this.heard = heard;
  }

  get peer(): Peer {
    return { tab: this.tab, person: this.person, name: this.name ?? "", at: this.at };
  }
}

/** A study in which this instance has guests. */
type Place = {
  strangers: Map<string, Stranger>;
  /** What is to be told of our own guests. */
  moved: Set<Own>;
  items: Item[];
  /** What was said of each tab but for pointer and view; those alone are shorter. */
  said: Map<string, string>;
  /** Somebody wants to be told of all our guests. */
  whole: boolean;
};

const REST = 3; // telling takes a quarter of the time at most
const GOODBYE = 1000; // milliseconds for a goodbye
const FAILED = 8; // times that it is left alone after it could not be told

export class Elsewhere {
  private readonly me = randomBytes(9).toString("base64url");
  private readonly wire: Wire;
  private readonly house: House;
  private readonly places = new Map<string, Place>();
  private readonly others = new Map<string, Map<string, number>>(); // by study and instance: when it was heard of last
  private readonly asks = new Set<string>();
  private readonly timers = new Map<string, Set<string>>(); // set here, by study
  private readonly wanted = new Set<string>(); // studies whose timers another instance asked for
  private readonly settled = new Map<string, number>(); // boards: when their timer was set or stopped
  private readonly clock: NodeJS.Timeout;
  private telling: Promise<unknown> | null = null;
  private resting = 0;
  private repeated = 0;

  constructor(wire: Wire, house: House) {
    this.wire = wire;
    this.house = house;
    this.clock = setInterval(() => this.tick(), wire.pace.gather);
    this.clock.unref();
  }

  /** Those on other instances who have this study open. */
  of(study: string): Stranger[] {
    return [...(this.places.get(study)?.strangers.values() ?? [])].filter(({ name }) => name !== null);
  }

  /** A guest of ours has come or moved. */
  moved(study: string, guest: Own): void {
    let place = this.places.get(study);
    if (!place) {
      place = { strangers: new Map(), moved: new Set(), items: [], said: new Map(), whole: false };
      this.places.set(study, place);
      this.asks.add(study);
    }
    place.moved.add(guest);
  }

  /** A guest of ours has left. */
  left(study: string, guest: Own): void {
    const place = this.places.get(study);
    if (!place) return;
    place.moved.delete(guest);
    place.said.delete(guest.tab);
    place.items.push({ is: "left", tab: guest.tab });
  }

  /** A guest of ours has called the others. */
  called(study: string, person: string, board: string, view: Part): void {
    this.places.get(study)?.items.push({ is: "call", person, board, view });
  }

  /** A guest of ours has set or stopped a board's timer. */
  timed(study: string, board: string): void {
    this.timers.set(study, (this.timers.get(study) ?? new Set()).add(board));
    this.settled.set(board, performance.now());
  }

  /** Asks for everything: frames may have been missed. */
  again(): void {
    for (const study of this.places.keys()) this.asks.add(study);
  }

  /** Takes a frame, also one of our own. */
  hear(frame: string): void {
    if (frame.startsWith(this.me)) return;
    const heard = unpacked(frame, (study) => this.places.has(study));
    if (!heard) return;
    const { from, said } = heard;
    if (said.about === "goodbye") this.gone(from);
    else if (said.about === "timers") for (const timer of said.timers) this.timer(timer, said.known);
    else if (said.about === "guests") this.guests(from, said.study, said.items);
    else
      for (const study of said.studies) {
        this.note(study, from, said.ask);
        if (said.ask) this.wanted.add(study);
      }
  }

  /** Says goodbye, unless nobody takes it. */
  async close(): Promise<void> {
    clearInterval(this.clock);
    const late = new Promise((resolve) => setTimeout(resolve, GOODBYE).unref());
    await Promise.race([this.telling, late]);
    this.say(packed(this.me, { about: "goodbye" }));
    await Promise.race([this.telling, late]);
  }

  /** Another instance has guests in a study; where that is new or it asks, it is told of all of ours. */
  private note(study: string, from: string, ask = false): void {
    const others = this.others.get(study) ?? new Map<string, number>();
    const place = this.places.get(study);
    if (place && (ask || !others.has(from))) place.whole = true;
    this.others.set(study, others.set(from, performance.now()));
  }

  /** What was known elsewhere does not undo what was set or stopped meanwhile. */
  private timer(timer: Timer, known: boolean): void {
    if (known && this.settled.has(timer.board)) return;
    if (!known) this.settled.set(timer.board, performance.now());
    this.house.timer(timer, known);
  }

  private guests(from: string, study: string, items: readonly Item[]): void {
    this.note(study, from);
    const place = this.places.get(study);
    if (!place) return;
    const now = performance.now();
    const nameless = new Set<string>();
    for (const item of items) {
      if (item.is === "call") {
        void this.call(study, item);
        continue;
      }
      let stranger = place.strangers.get(item.tab);
      if (item.is === "left") {
        if (stranger) this.away(study, place, stranger);
        continue;
      }
      if (!stranger) {
        if (item.is !== "at") {
          this.asks.add(study); // what was said of it first has not arrived
          continue;
        }
        stranger = new Stranger(item.tab, item.person, from, item.at, now);
        stranger.name = [...place.strangers.values()].find(({ person }) => person === item.person)?.name ?? null;
        place.strangers.set(item.tab, stranger);
      }
      stranger.heard = now;
      if (item.is === "at") stranger.at = item.at;
      if (item.is === "to" && stranger.at) stranger.at = { ...stranger.at, pointer: item.pointer, view: item.view };
      if (stranger.name === null) nameless.add(stranger.person);
      else if (item.is !== "still") this.house.moved(study, stranger);
    }
    if (nameless.size > 0) void this.name(study, [...nameless]);
  }

  /** Asks what strangers are called, and shows them. */
  private async name(study: string, people: readonly string[]): Promise<void> {
    try {
      const names = await this.wire.names(study, people);
      for (const stranger of this.places.get(study)?.strangers.values() ?? []) {
        const name = names.get(stranger.person);
        if (stranger.name !== null || name === undefined) continue;
        stranger.name = name;
        this.house.moved(study, stranger);
      }
    } catch (error) {
      this.wire.fault("asking for names", error);
    }
  }

  private async call(study: string, { person, board, view }: Extract<Item, { is: "call" }>): Promise<void> {
    try {
      const name = (await this.wire.names(study, [person])).get(person);
      if (name !== undefined) this.house.called(study, { person, name, board, view });
    } catch (error) {
      this.wire.fault("asking who calls", error);
    }
  }

  private away(study: string, place: Place, stranger: Stranger): void {
    place.strangers.delete(stranger.tab);
    this.house.left(study, stranger);
  }

  private gone(from: string): void {
    for (const others of this.others.values()) others.delete(from);
    for (const [study, place] of this.places)
      for (const stranger of place.strangers.values()) if (stranger.from === from) this.away(study, place, stranger);
  }

  /** Forgets whoever has not been heard of for long, and tells what has gathered, unless that is still being told. */
  private tick(): void {
    const now = performance.now();
    const { silent, repeat } = this.wire.pace;
    for (const [study, others] of this.others) {
      for (const [from, heard] of others) if (heard < now - silent) others.delete(from);
      if (others.size === 0) this.others.delete(study);
    }
    for (const [board, at] of this.settled) if (at < now - silent) this.settled.delete(board);
    for (const [study, place] of this.places)
      for (const stranger of place.strangers.values())
        if (stranger.heard < now - silent) this.away(study, place, stranger);
    if (this.telling || now < this.resting) return;
    const again = now - this.repeated >= repeat;
    if (again) this.repeated = now;
    this.say(this.frames(again));
  }

  private frames(again: boolean): string[] {
    const frames: string[] = [];
    const add = (said: Said) => frames.push(...packed(this.me, said));
    add({ about: "studies", studies: [...this.asks], ask: true });
    if (again)
      add({ about: "studies", studies: [...this.places.keys()].filter((one) => !this.asks.has(one)), ask: false });
    this.asks.clear();
    for (const known of [false, true]) add({ about: "timers", timers: this.timersOf(known), known });
    for (const [study, place] of this.places) {
      if (this.others.has(study)) add({ about: "guests", study, items: this.itemsOf(study, place, again) });
      place.moved.clear();
      place.items = [];
      if (this.house.guests(study).size === 0) this.places.delete(study);
    }
    return frames;
  }

  /** The timers that were set here, or those that another instance asked for. */
  private timersOf(known: boolean): Timer[] {
    const asked = [...this.wanted];
    if (known) {
      this.wanted.clear();
      return asked.flatMap((study) =>
        this.house.timers(study).flatMap((one) => (one.left > 0 ? [{ study, ...one }] : [])),
      );
    }
    const set = [...this.timers].flatMap(([study, boards]) => {
      const running = new Map(this.house.timers(study).map(({ board, left }) => [board, left]));
      return [...boards].map((board) => ({ study, board, left: running.get(board) ?? null }));
    });
    this.timers.clear();
    return set;
  }

  private itemsOf(study: string, place: Place, again: boolean): Item[] {
    const { whole, said } = place;
    place.whole = false;
    const items = place.items;
    for (const guest of this.house.guests(study)) {
      const { tab, at } = guest;
      if (!whole && !place.moved.has(guest)) {
        if (again) items.push({ is: "still", tab });
        continue;
      }
      const rest = at && JSON.stringify([at.page, at.source, at.board, at.selected]);
      if (!whole && at && said.get(tab) === rest) items.push({ is: "to", tab, pointer: at.pointer, view: at.view });
      else items.push({ is: "at", tab, person: guest.visitor.id, at });
      said.set(tab, rest ?? "");
    }
    return items;
  }

  private say(frames: readonly string[]): void {
    if (frames.length === 0) return;
    const began = performance.now();
    this.telling = Promise.all(frames.map((frame) => this.wire.tell(frame)))
      .then(
        () => {
          this.wire.told(frames.length);
          this.resting = performance.now() + (performance.now() - began) * REST;
        },
        (error: unknown) => {
          this.wire.fault("telling the other instances", error);
          for (const place of this.places.values()) place.whole = true; // some of it may not have arrived
          this.again();
          this.resting = performance.now() + this.wire.pace.gather * FAILED;
        },
      )
      .finally(() => (this.telling = null));
  }
}
