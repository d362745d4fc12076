/**
 * A study as this tab sees it: what the server confirmed, with the tab's own pending commands laid on top.
 *
 * The guess at a pending command is made by the same `decide` that the server will use. When an event arrives, the
 * guesses are taken off, the event is applied, and what is still pending is guessed anew. A command stays pending until
 * its event has been applied, not until its acknowledgement. Knows nothing of React, the network or storage.
 *
 * Rules: docs/spec/sync.md, Y10 to Y15.
 */
import { evolve, invert } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { decide, needs } from "#lib/domain/study/command.ts";
import type { Event, Outcome, Sent } from "#lib/domain/study/outcome.ts";
import type { RowsByNoun } from "#lib/domain/study/packed.ts";
import { NOUNS, Rows } from "#lib/domain/study/rows.ts";
import type { AnyRow, Fact, Noun, RowOf } from "#lib/domain/study/rows.ts";

export type Snapshot = Readonly<{ epoch: string; seq: number; rows: RowsByNoun }>;

/** A command that the server would not carry out, kept until the person has seen it. */
export type Refused = Readonly<{ sent: Sent; code: string; detail: Readonly<Record<string, unknown>> }>;

/** What changed since listeners were last told: ids by noun, or everything. */
export type Changed = ReadonlyMap<Noun, ReadonlySet<string>> | "all";

type Guess = { noun: Noun; id: string; was: AnyRow | undefined } | { shift: Extract<Change, { op: "shift" }> };
type Pending = { sent: Sent; guesses: Guess[]; seq: number | null };

export class StudyState {
  rows = new Rows();
  seq = 0;
  epoch: string | null = null;
  readonly person: string;
  private pending: Pending[] = [];
  private refusals: readonly Refused[] = [];
  private changed: Map<Noun, Set<string>> | "all" = new Map();
  private readonly versions = new Map<Noun, number>();
  private readonly listeners = new Set<(changed: Changed) => void>();
  private telling = false;

  constructor(person: string) {
    this.person = person;
  }

  /**
   * Starts over from what the server sent; pending commands stay pending.
   *
   * @returns commands that were acknowledged by a log which is not the server's any more, as after a backup was put
   * back: they must be given again, and are answered from their receipts where that log has them too
   */
  load(snapshot: Snapshot): Sent[] {
    const other = this.epoch !== null && this.epoch !== snapshot.epoch;
    const again = other ? this.pending.filter(({ seq }) => seq !== null) : [];
    for (const entry of again) entry.seq = null;
    this.rows = new Rows();
    for (const noun of NOUNS) fill(this.rows, noun, snapshot.rows[noun] ?? []);
    this.seq = snapshot.seq;
    this.epoch = snapshot.epoch;
    this.pending = this.pending.filter((entry) => entry.seq === null || entry.seq > this.seq);
    for (const entry of this.pending) this.guess(entry);
    this.changed = "all";
    this.tell();
    return again.map(({ sent }) => sent);
  }

  /** Lays a command on top, before the server has answered. */
  add(sent: Sent): void {
    const entry: Pending = { sent, guesses: [], seq: null };
    this.pending.push(entry);
    this.guess(entry);
    this.tell();
  }

  /**
   * Applies events in order. Those that were applied before are passed over.
   *
   * @returns false where some are missing in between: then the gap must be fetched
   */
  hear(events: readonly Event[]): boolean {
    const news = events.filter((event) => event.seq > this.seq);
    if (news.length === 0) return true;
    if (news[0]?.seq !== this.seq + 1) return false;
    this.lift();
    for (const event of news) {
      for (const change of event.changes) {
        this.mark(change);
        evolve(this.rows, change);
      }
      this.seq = event.seq;
      this.pending = this.pending.filter((entry) => entry.sent.cmdId !== event.cmdId);
    }
    for (const entry of this.pending) this.guess(entry);
    this.tell();
    return true;
  }

  /** Takes in what became of a command of this person. */
  settle(outcome: Outcome): void {
    const entry = this.pending.find(({ sent }) => sent.cmdId === outcome.cmdId);
    if (!entry) return;
    if ("seq" in outcome && typeof outcome.seq === "number") {
      entry.seq = outcome.seq;
      if (outcome.seq > this.seq) return this.tell();
    }
    this.lift();
    this.pending = this.pending.filter((other) => other !== entry);
    for (const other of this.pending) this.guess(other);
    if ("refused" in outcome && typeof outcome.refused === "string") {
      const { cmdId: _, refused: code, ...detail } = outcome;
      this.recall([{ sent: entry.sent, code, detail }]);
    }
    this.tell();
  }

  /** Takes in what was refused, now or before this page was loaded; each once. */
  recall(refused: readonly Refused[]): void {
    const known = new Set(this.refusals.map(({ sent }) => sent.cmdId));
    this.refusals = [...this.refusals, ...refused.filter(({ sent }) => !known.has(sent.cmdId))];
    this.tell();
  }

  /** Tells of something beyond the rows, for guesses only: which turn stands at a span. */
  learn(fact: Fact): void {
    this.rows.learn(fact);
  }

  /** Forgets a refusal that the person has dealt with. */
  dismiss(cmdId: string): void {
    this.refusals = this.refusals.filter(({ sent }) => sent.cmdId !== cmdId);
    this.tell();
  }

  get refused(): readonly Refused[] {
    return this.refusals;
  }

  /** Whether a command waits for the server's word. */
  awaits(cmdId: string): boolean {
    return this.pending.some(({ sent, seq }) => seq === null && sent.cmdId === cmdId);
  }

  /** How many commands wait for the server's word, and the furthest place in the log that one of them was given. */
  get waiting(): { unsent: number; furthest: number } {
    const unsent = this.pending.filter(({ seq }) => seq === null).length;
    return { unsent, furthest: Math.max(0, ...this.pending.map(({ seq }) => seq ?? 0)) };
  }

  /** A number that grows whenever rows of these nouns have changed. */
  version(nouns: readonly Noun[]): number {
    let sum = 0;
    for (const noun of nouns) sum += this.versions.get(noun) ?? 0;
    return sum;
  }

  /** Calls back after changes, once for all that happened in one turn of the loop. Returns how to stop that. */
  subscribe(listener: (changed: Changed) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private guess(entry: Pending): void {
    entry.guesses = [];
    const { command } = entry.sent;
    if (command.kind === "undo" || command.kind === "redo") return;
    // The text of sources is not among the rows: what needs it waits for the server, unless a reader has told of it.
    if (
      needs(this.rows, command).some(
        (need) => need.need === "turn" && !this.rows.turnAt(need.revision, need.start, need.end),
      )
    )
      return;
    const decided = decide(this.rows, command, { person: this.person });
    if (!decided.ok) return;
    for (const change of decided.value) {
      this.mark(change);
      if (change.op === "shift") entry.guesses.push({ shift: change });
      else entry.guesses.push({ noun: change.noun, id: change.id, was: this.rows.get(change.noun, change.id) });
      evolve(this.rows, change);
    }
  }

  /** Takes all guesses off, last one first. */
  private lift(): void {
    for (const entry of this.pending.toReversed()) {
      for (const guess of entry.guesses.toReversed()) {
        if ("shift" in guess) {
          for (const change of invert([guess.shift])) evolve(this.rows, change);
          this.mark(guess.shift);
        } else {
          if (guess.was) putBack(this.rows, guess.noun, guess.was);
          else this.rows.drop(guess.noun, guess.id);
          this.markRow(guess.noun, guess.id);
        }
      }
      entry.guesses = [];
    }
  }

  private mark(change: Change): void {
    if (change.op === "put") return this.markRow(change.noun, change.id);
    for (const theme of change.themes) {
      this.markRow("theme", theme);
      for (const card of this.rows.related("cardsOfTheme", theme)) this.markRow("card", card.id);
    }
  }

  private markRow(noun: Noun, id: string): void {
    if (this.changed === "all") return;
    const ids = this.changed.get(noun);
    if (ids) ids.add(id);
    else this.changed.set(noun, new Set([id]));
  }

  private tell(): void {
    const nouns = this.changed === "all" ? NOUNS : [...this.changed.keys()];
    for (const noun of nouns) this.versions.set(noun, (this.versions.get(noun) ?? 0) + 1);
    if (this.telling) return;
    this.telling = true;
    queueMicrotask(() => {
      this.telling = false;
      const { changed } = this;
      this.changed = new Map();
      for (const listener of this.listeners) listener(changed);
    });
  }
}

function fill<N extends Noun>(rows: Rows, noun: N, all: readonly AnyRow[]): void {
  rows.fill(noun, all as readonly RowOf<N>[]); // they were unpacked as rows of N
}

function putBack<N extends Noun>(rows: Rows, noun: N, row: AnyRow): void {
  rows.put(noun, row as RowOf<N>); // it came out of the table of N
}
