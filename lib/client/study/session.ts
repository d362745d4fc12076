/**
 * A study that is open in this tab: its state, its words, its outbox and its live line, put together.
 *
 * What a screen needs: read `state.rows` and `words`, give commands through a `draft`, and be told of changes.
 */
import type { Job } from "#lib/domain/job/shape.ts";
import type { Command } from "#lib/domain/study/command.ts";
import { PROTOCOL } from "#lib/domain/study/outcome.ts";
import { Mispacked, unpack } from "#lib/domain/study/packed.ts";
import type { Packed } from "#lib/domain/study/packed.ts";
import type { Event, NewName, NewPhrase, Outcome, Sent } from "#lib/domain/study/outcome.ts";
import { CLOSED } from "#lib/domain/study/live.ts";
import type { FromServer, Peer, Whereabouts } from "#lib/domain/study/live.ts";
import type { Lang } from "#lib/domain/field.ts";
import { calledIn } from "#lib/domain/memo/called.ts";
import { MOST_CALLED } from "#lib/domain/memo/shape.ts";
import { slotOf } from "#lib/domain/pad/shape.ts";
import type { PadFault } from "#lib/domain/pad/shape.ts";
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { Outbox } from "./outbox.ts";
import type { LineState, Reply } from "./outbox.ts";
import { LiveSocket } from "./socket.ts";
import { Members } from "./members.ts";
import type { Named } from "./members.ts";
import { personsOf } from "./persons.ts";
import { StudyState } from "./state.ts";
import type { Refused } from "./state.ts";
import { Pads } from "../pad/pads.ts";
import type { PadMessage } from "../pad/pads.ts";
import { Together } from "./together.ts";
import { unzipped } from "./unzipped.ts";
import { Words } from "./words.ts";
import type { Answer, Asked } from "./words.ts";

/** What the door for snapshots answers. */
type Loaded = Readonly<{ epoch: string; seq: number; packed: Packed }>;

export type Me = Readonly<{ id: string; name: string; role: Role }>;

/** What the whole page should know of the line to the server. */
export type Standing = Readonly<{
  loaded: boolean;
  /** Set where the study could not be loaded: the HTTP status, or 0 where the server did not answer. */
  failed: number | null;
  line: LineState;
  live: boolean;
  unsent: number;
  refused: number;
  /** The server speaks another version: this page must be loaded anew. */
  outdated: boolean;
  /** Set where this person may no longer look at the study: signed out, or not in it any more. */
  away: "signedOut" | "removed" | null;
}>;

const NOWHERE: Whereabouts = { page: "other", source: null, board: null, pointer: null, selected: [], view: null };

const FIRST_LOAD = 1000; // milliseconds before a study is asked for again

export class StudySession {
  readonly study: string;
  readonly me: Me;
  readonly state: StudyState;
  readonly words: Words;
  readonly members: Members;
  /** Calls, timers and whom this tab follows. */
  readonly together = new Together((message) => void this.socket.say(message));
  /** The texts that are being written, with others. */
  readonly pads: Pads;
  private readonly outbox: Outbox;
  private readonly socket: LiveSocket;
  private readonly waiting = new Map<string, (outcome: Outcome) => void>();
  private readonly peers = new Map<string, Peer>();
  private readonly listeners = new Set<() => void>();
  private where = NOWHERE;
  private presenceTimer: ReturnType<typeof setTimeout> | null = null;
  private gapTimer: ReturnType<typeof setTimeout> | null = null;
  private loadTimer: ReturnType<typeof setTimeout> | null = null;
  private loadWait = FIRST_LOAD;
  private closed = false;
  private readonly stopState: () => void;
  private readonly roleIs: (role: Role) => void;
  private now: Standing = {
    loaded: false,
    failed: null,
    line: "idle",
    live: false,
    unsent: 0,
    refused: 0,
    outdated: false,
    away: null,
  };
  private here: readonly Peer[] = [];
  private work: readonly Job[] = [];

  /** @param roleIs - called where the server says that this person's role is another than `me.role` */
  constructor(study: string, me: Me, roleIs: (role: Role) => void) {
    this.study = study;
    this.me = me;
    this.roleIs = roleIs;
    this.state = new StudyState(me.id);
    this.words = new Words((asked) => this.fetchWords(asked));
    this.members = new Members(() => this.fetchMembers());
    this.outbox = new Outbox(
      `${study}/${me.id}`,
      (commands) => this.post(commands),
      (outcome, refused) => this.settle(outcome, refused),
      (line) => this.stand({ line }),
      (cmdId) => this.state.dismiss(cmdId),
    );
    this.pads = new Pads(`${study}/${me.id}`, {
      say: (message) => this.socket.say(message),
      refused: (pad, words, why) => this.unwritten(pad, words, why),
      changed: () => this.stand({}),
    });
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    this.socket = new LiveSocket(
      `${scheme}//${location.host}/api/live`,
      // Before the rows are here the server could only ask for what is on its way.
      () =>
        this.state.epoch === null
          ? null
          : { kind: "hello", study, epoch: this.state.epoch, lastSeq: this.state.seq, protocol: PROTOCOL },
      (message) => this.hear(message),
      (live, code) => {
        if (!live && this.peers.size > 0) {
          this.peers.clear();
          this.here = [];
        }
        if (!live) {
          this.together.lost();
          this.pads.lost();
        }
        const away = code === CLOSED.signedOut ? "signedOut" : code === CLOSED.removed ? "removed" : this.now.away;
        this.stand({ live, away });
      },
    );
    this.stopState = this.state.subscribe(() => this.stand({}));
    void this.begin();
  }

  get standing(): Standing {
    return this.now;
  }

  /** Others who have this study open, each once, however many tabs they have. */
  get people(): readonly Peer[] {
    return this.here;
  }

  /** Long work on this study that goes on or has just ended, the latest first. */
  get jobs(): readonly Job[] {
    return this.work;
  }

  /** Calls back when the standing, the people or their whereabouts change. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Begins a command, with the words that it will refer to. */
  draft(): Draft {
    return new Draft(this);
  }

  /** Gives a command that needs no new words. Resolves when the server has answered. */
  send(command: Command): Promise<Outcome> {
    return this.draft().send(command);
  }

  /** Gives a command: laid on top at once, kept, sent, and answered when the server has decided. */
  give(sent: Sent): Promise<Outcome> {
    this.lay(sent);
    const answered = new Promise<Outcome>((resolve) => this.waiting.set(sent.cmdId, resolve));
    void this.outbox.put(sent);
    return answered;
  }

  /** Gives a refused command once more. */
  again(cmdId: string): void {
    const refused = this.state.refused.find(({ sent }) => sent.cmdId === cmdId);
    if (!refused) return;
    this.dismiss(cmdId);
    void this.give({ ...refused.sent, cmdId: crypto.randomUUID() });
  }

  /** Puts a refusal away that the person has dealt with, in all their tabs. */
  dismiss(cmdId: string): void {
    this.state.dismiss(cmdId);
    this.outbox.dismiss(cmdId);
  }

  /** Tells the others where this person is. */
  show(where: Partial<Whereabouts>): void {
    this.where = { ...this.where, ...where };
    this.presenceTimer ??= setTimeout(() => {
      this.presenceTimer = null;
      this.socket.say({ kind: "presence", at: this.where });
    }, 50);
  }

  /** Sends now what could not be sent. */
  retry(): void {
    this.socket.hurry();
    this.outbox.hurry();
  }

  close(): void {
    this.stopState();
    this.socket.close();
    this.pads.close();
    this.outbox.close();
    if (this.presenceTimer) clearTimeout(this.presenceTimer);
    if (this.gapTimer) clearTimeout(this.gapTimer);
    if (this.loadTimer) clearTimeout(this.loadTimer);
    this.closed = true;
  }

  /** Lays a command on top, with its words: the server does not know them yet. */
  private lay(sent: Sent): void {
    this.words.keep({
      phrases: Object.fromEntries(sent.phrases.map(({ id, lang, words }) => [id, { lang, words }])),
      names: Object.fromEntries(sent.names.map(({ id, words }) => [id, words])),
      quotes: {},
    });
    this.state.add(sent);
  }

  private async begin(): Promise<void> {
    const [left, refused] = [this.outbox.left(), this.outbox.refused()];
    await this.load(async () => {
      for (const sent of await left) this.lay(sent);
      this.state.recall(await refused);
    });
    await this.outbox.flush();
    // What another tab was just being told when this one opened is asked for once more.
    const still = new Set((await this.outbox.left()).map(({ cmdId }) => cmdId));
    for (const sent of await left)
      if (this.state.awaits(sent.cmdId) && !still.has(sent.cmdId)) void this.outbox.put(sent);
  }

  /** @param before - what must be done before the rows are there, while they are on their way */
  private async load(before?: () => Promise<void>): Promise<void> {
    const written = this.fetch<Answer>("/words");
    const [snapshot] = await Promise.all([this.fetch<Loaded>("/snapshot"), before?.()]);
    if ("status" in snapshot) return this.unloaded(snapshot.status);
    // What respondents said is most of a study, and the first look at it needs no word of that: it is asked for once
    // there has been one.
    this.words.await(
      seen()
        .then(() => this.fetch<Answer>("/words?quoted"))
        .then((quoted) => ("status" in quoted ? null : quoted.body)),
    );
    const answer = await written;
    if (!("status" in answer)) this.words.keep(answer.body);
    const { epoch, seq, packed } = snapshot.body;
    try {
      for (const sent of this.state.load({ epoch, seq, rows: unpack(packed) })) void this.outbox.put(sent);
    } catch (error) {
      if (error instanceof Mispacked) return this.stand({ outdated: true });
      throw error;
    }
    this.loadWait = FIRST_LOAD;
    this.stand({ loaded: true, failed: null });
    this.socket.greet();
  }

  /** A study that the server could not give is asked for again, later and later; one that it would not, is not. */
  private unloaded(status: number): void {
    this.stand({ failed: status });
    if (!passes(status) || this.closed || this.loadTimer) return;
    this.loadTimer = setTimeout(
      () => {
        this.loadTimer = null;
        void this.load();
      },
      this.loadWait * (0.5 + Math.random()),
    );
    this.loadWait = Math.min(this.loadWait * 2, 10_000);
  }

  private hear(message: FromServer): void {
    if (message.kind === "reload") return this.stand({ outdated: true });
    if (isPadMessage(message)) return this.pads.hear(message);
    if (message.kind === "welcome" || message.kind === "role") {
      if (message.kind === "welcome") {
        this.pads.welcomed();
        this.outbox.hurry();
      }
      if (message.role !== this.me.role) this.roleIs(message.role);
      return;
    }
    if (message.kind === "beat") {
      if (this.now.loaded && message.seq > this.state.seq) void this.fill();
      return;
    }
    if (message.kind === "snapshot") {
      if (this.now.loaded) void this.load();
      return;
    }
    if (message.kind === "events") {
      if (this.now.loaded && !this.state.hear(message.events)) void this.fill();
      this.words.renew(resaid(message.events));
      // What a reader of the overlay sees may change with any name or decision.
      if (
        !may(this.me.role, "readOriginals") &&
        message.events.some((event) => /^(?:organisation|participant|identifiers?|mention)\./.test(event.kind))
      ) {
        this.words.forget();
      }
      this.erased(message.events);
      return;
    }
    if (message.kind === "jobs") {
      this.work = message.jobs;
      return this.stand({});
    }
    if (message.kind === "call" || message.kind === "timer") return this.together.hear(message);
    if (message.kind === "presence") {
      if (message.whole) this.peers.clear();
      for (const tab of message.left) this.peers.delete(tab);
      for (const peer of message.here) {
        this.peers.delete(peer.tab); // so that who moved last stands last
        this.peers.set(peer.tab, peer);
      }
      this.here = personsOf(this.peers.values(), this.me.id);
      this.stand({});
    }
  }

  /** Fetches the events that the live line has not brought. */
  private async fill(): Promise<void> {
    const answer = await this.fetch<{ events: readonly Event[] }>(`/events?after=${this.state.seq}`);
    if ("status" in answer) return;
    this.state.hear(answer.body.events);
    this.words.renew(resaid(answer.body.events));
    this.erased(answer.body.events);
  }

  /** Words that were erased are not kept here either, for any reader. */
  private erased(events: readonly Event[]): void {
    if (events.some(({ kind }) => kind === "participant.erased")) this.words.forget();
  }

  private settle(outcome: Outcome, refused: Refused | null): void {
    this.state.settle(outcome);
    if (refused) this.state.recall([refused]);
    this.waiting.get(outcome.cmdId)?.(outcome);
    this.waiting.delete(outcome.cmdId);
    // The event comes by the live line; where that is down, it is fetched.
    if (this.state.waiting.furthest > this.state.seq) {
      this.gapTimer ??= setTimeout(() => {
        this.gapTimer = null;
        if (this.state.waiting.furthest > this.state.seq) void this.fill();
      }, 400);
    }
  }

  /** Words of a pad that the server would not take: kept as the command that would say them, to be given again or copied. */
  private async unwritten(pad: string, words: string, why: PadFault): Promise<void> {
    const slot = slotOf(pad);
    if (!slot || words.trim() === "") return;
    const phrase = crypto.randomUUID();
    const was = this.state.rows.live("wording", pad)?.phrase ?? null;
    const refused: Refused = {
      sent: {
        cmdId: crypto.randomUUID(),
        command: { kind: "wording.set", ...slot, phrase, was, ...(slot.field === "body" && this.callsIn(words)) },
        phrases: [{ id: phrase, lang: slot.lang, words: words.trim() }],
        names: [],
      },
      code: why,
      detail: {},
    };
    await this.outbox.keep(refused);
    this.state.recall([refused]);
  }

  /** Whom the words of a memo call; where not everybody's name is known, that stays as it was. */
  private callsIn(words: string): Readonly<{ calls?: string[] }> {
    const people: Named[] = [];
    for (const { id } of this.state.rows.all("member")) {
      const name = id === this.me.id ? this.me.name : this.members.name(id);
      if (name === null) return {};
      people.push({ id, name });
    }
    return { calls: calledIn(words, people).slice(0, MOST_CALLED) };
  }

  private async post(commands: readonly Sent[]): Promise<Reply> {
    const answer = await this.fetch<{ outcomes: readonly Outcome[] }>("/commands", { commands });
    if (!("status" in answer)) return { outcomes: answer.body.outcomes };
    const { status } = answer;
    if (passes(status)) return { later: true };
    // A batch that is not understood would block all behind it for ever: its commands are shown as refused.
    if (status === 400 || status === 413)
      return { outcomes: commands.map(({ cmdId }) => ({ cmdId, refused: "body.bad" })) };
    return { denied: status };
  }

  private async fetchWords(asked: Asked): Promise<Answer> {
    const answer = await this.fetch<Answer>("/words", asked);
    if ("status" in answer) throw new Error(`words: ${answer.status}`);
    return answer.body;
  }

  private async fetchMembers(): Promise<readonly Named[]> {
    const answer = await this.fetch<{ people: readonly Named[] }>("/members");
    if ("status" in answer) throw new Error(`members: ${answer.status}`);
    return answer.body.people;
  }

  private async fetch<T>(path: string, body?: unknown): Promise<{ body: T } | { status: number }> {
    try {
      const response = await fetch(`/api/studies/${this.study}${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers: body === undefined ? {} : { "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) return { status: response.status };
      return { body: (await unzipped(response).json()) as T }; // our own server's answer, of the same version
    } catch {
      return { status: 0 };
    }
  }

  private stand(change: Partial<Standing>): void {
    const unsent = this.state.waiting.unsent + this.pads.unsent;
    const next = { ...this.now, ...change, unsent, refused: this.state.refused.length };
    this.now = next;
    for (const listener of this.listeners) listener();
  }
}

/** What screens see of an open study, whichever it is: the one that goes on, or one as it was (see past.tsx). */
export type OpenStudy = Pick<StudySession, keyof StudySession>;

/** A command in the making: says its words first, then goes. */
export class Draft {
  private readonly session: Pick<StudySession, "give">;
  private readonly phrases: NewPhrase[] = [];
  private readonly names: NewName[] = [];

  constructor(session: Pick<StudySession, "give">) {
    this.session = session;
  }

  /** Words that a person wrote; returns the phrase's id for the command. */
  phrase(lang: Lang, words: string): string {
    const id = crypto.randomUUID();
    this.phrases.push({ id, lang, words });
    return id;
  }

  /** A name that could identify someone; returns its id for the command. */
  name(subject: string, field: NewName["field"], words: string): string {
    const id = crypto.randomUUID();
    this.names.push({ id, subject, field, words });
    return id;
  }

  send(command: Command): Promise<Outcome> {
    return this.session.give({ cmdId: crypto.randomUUID(), command, phrases: this.phrases, names: this.names });
  }
}

function isPadMessage(message: FromServer): message is PadMessage {
  return message.kind.startsWith("pad.");
}

/** Whether what went wrong may go well later: no answer, or one that says so. */
function passes(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

/** The quotes that were given other words, or may have been: those whose place changed after they were made. */
function resaid(events: readonly Event[]): Set<string> {
  const moved = events.filter(({ kind, mode }) => kind !== "quote.make" || mode !== "do");
  const anchors = moved.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.op === "put" && change.noun === "anchor" ? [change.id] : [])),
  );
  return new Set(anchors.map((id) => id.split("/")[0] ?? id));
}

/** Resolves when what stands now has been drawn; soon in any case, for a page in the background is not drawn. */
function seen(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, 400);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });
}
