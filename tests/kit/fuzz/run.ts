/**
 * One run of the network fuzz: people, tabs and servers that do things by chance over a faulty network, and in the end
 * a quiet one. Everything follows from the seed; what really takes time (the database) is waited for.
 *
 * Rules: docs/spec/sync.md, Y93 to Y99.
 */
import { StudySession } from "#lib/client/study/session.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import { needs } from "#lib/domain/study/command.ts";
import { rowsSeenBy } from "#lib/domain/study/hidden.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import { NOUNS } from "#lib/domain/study/rows.ts";
import { eventsAfter, snapshot } from "#lib/server/store/events.ts";
import { chanceFrom, idBy } from "#tests/kit/chance.ts";
import type { Chance } from "#tests/kit/chance.ts";
import { commandOf, FURNISHING, KINDS } from "#tests/kit/commands.ts";
import type { Given, Script } from "#tests/kit/commands.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { Clock, inside } from "#tests/kit/fuzz/clock.ts";
import { install, Network } from "#tests/kit/fuzz/browser.ts";
import type { Tab } from "#tests/kit/fuzz/browser.ts";
import { FuzzServer } from "#tests/kit/fuzz/server.ts";
import { Model } from "#tests/kit/model.ts";
import { makeScripts, stageScripts, turnAt } from "#tests/kit/scripts.ts";
import { sorted, writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

type Page = Tab & { session: StudySession; role: Role | null };

export type Fuzzed = Readonly<{ faults: readonly string[]; story: readonly string[] }>;

/** What a page's commands came to: how many were given, and how often something went wrong on the way. */
class Run {
  readonly story: string[] = [];
  readonly faults: string[] = [];
  private readonly clock = new Clock();
  private readonly network: Network;
  private servers: FuzzServer[] = [];
  private version = 1;
  private pages: Page[] = [];
  private readonly given = new Map<string, Readonly<{ person: string; what: string }>>(); // by command id
  private readonly answered = new Map<string, Outcome>();
  private readonly told = new Set<string>(); // refused commands that their author was shown
  private readonly fresh: FreshDatabase;
  private readonly written: Written;
  private readonly people: readonly string[];
  private readonly scripts: readonly Script[];
  private readonly chance: Chance;

  constructor(
    fresh: FreshDatabase,
    written: Written,
    people: readonly string[],
    scripts: readonly Script[],
    chance: Chance,
  ) {
    this.fresh = fresh;
    this.written = written;
    this.people = people;
    this.scripts = scripts;
    this.chance = chance;
    this.network = new Network(this.clock, chance, () => this.servers);
  }

  async go(instances: number, steps: number): Promise<void> {
    const away = [this.clock.install(), install(this.network)];
    const random = Math.random;
    Math.random = () => this.chance(1_000_000) / 1_000_000;
    const caught = (error: unknown) => this.faults.push(`thrown: ${String(error)}`);
    process.on("unhandledRejection", caught);
    try {
      this.serve(instances);
      for (const person of this.people) this.open(person);
      await this.clock.advance(3000);
      for (let step = 0; step < steps; step++) await this.step(instances);
      await this.quiet(instances);
    } catch (error) {
      caught(error);
    } finally {
      for (const page of this.pages) this.network.bury(page);
      for (const server of this.servers) server.kill();
      await this.clock.settle();
      process.off("unhandledRejection", caught);
      Math.random = random;
      for (const undo of away.toReversed()) undo();
    }
  }

  private say(what: string): void {
    this.story.push(`${String(this.clock.now).padStart(7)} ${what}`);
  }

  private serve(instances: number): void {
    const others = (self: () => FuzzServer) => (study: string, seq: number) => {
      for (const server of this.servers) {
        if (server === self() || this.network.slips(3)) continue; // a hint that is lost
        this.clock.later({ alive: true }, 1 + this.chance(60), () => server.hint(study, seq));
      }
    };
    this.servers = Array.from({ length: instances }, () => {
      const server: FuzzServer = new FuzzServer(
        this.fresh.db,
        this.written.secret,
        this.clock,
        this.version,
        others(() => server),
      );
      return server;
    });
  }

  private open(person: string): Page {
    const tab: Tab = { alive: true, person, version: this.version, sockets: new Set() };
    const page: Page = Object.assign(tab, {
      role: null,
      session: this.begin(tab, "analyst", (role) => (page.role = role)),
    });
    this.pages.push(page);
    return page;
  }

  private begin(tab: Tab, role: Role, roleIs: (role: Role) => void): StudySession {
    const me = { id: tab.person, name: tab.person.slice(0, 4), role };
    return inside.run(tab, () => new StudySession(this.written.study, me, roleIs));
  }

  /** A page whose reader has another role opens the study anew in it, as the provider of the screens does. */
  private follow(page: Page): void {
    const { role } = page;
    if (role === null) return;
    this.look();
    page.role = null;
    inside.run(page, () => page.session.close());
    page.session = this.begin(page, role, (next) => (page.role = next));
  }

  private shut(page: Page): void {
    this.look();
    this.network.bury(page);
    this.pages = this.pages.filter((other) => other !== page);
  }

  /** Who has been shown what, so far. */
  private look(): void {
    for (const { session } of this.pages) for (const { sent } of session.state.refused) this.told.add(sent.cmdId);
  }

  private name(person: string): string {
    return `person ${this.people.indexOf(person)}`;
  }

  private async step(instances: number): Promise<void> {
    const page = this.pages[this.chance(this.pages.length)];
    const dice = this.chance(100);
    if (dice < 62 && page) this.give(page);
    else if (dice < 72) await this.clock.advance(this.chance(4000));
    else if (dice < 77 && page) {
      this.say(`${this.name(page.person)}: a line breaks`);
      for (const socket of page.sockets) socket.cut();
    } else if (dice < 82 && page) {
      const off = this.network.away.delete(page.person);
      if (!off) this.network.away.add(page.person);
      this.say(`${this.name(page.person)} ${off ? "is back" : "goes offline"}`);
      if (!off)
        for (const one of this.pages) if (one.person === page.person) for (const each of one.sockets) each.cut();
    } else if (dice < 86 && page) {
      this.say(`${this.name(page.person)} loads the page anew`);
      this.shut(page);
      this.open(page.person);
    } else if (dice < 89 && page && this.pages.length < 6) {
      this.say(`${this.name(page.person)} opens another tab`);
      this.open(page.person);
    } else if (dice < 91 && page && this.pages.filter(({ person }) => person === page.person).length > 1) {
      this.say(`${this.name(page.person)} closes a tab`);
      inside.run(page, () => page.session.close());
      this.shut(page);
    } else if (dice < 94) await this.role();
    else if (dice < 98) await this.restart(instances);
    await this.clock.advance(this.chance(120));
    this.look();
    this.tend();
  }

  /** What pages do of themselves, or their readers when they are asked to. */
  private tend(): void {
    for (const page of this.pages.slice()) {
      this.follow(page);
      if (!page.session.standing.outdated) continue;
      this.say(`${this.name(page.person)} loads the page of the new version`);
      this.shut(page);
      this.open(page.person);
    }
  }

  private give(page: Page): void {
    const { session, person } = page;
    if (!session.standing.loaded) return;
    const kind = KINDS[this.chance(KINDS.length)] ?? "undo";
    if (kind === "member.set" && this.chance(3) > 0) return;
    const { rows } = session.state;
    const world = { study: this.written.study, rows, scripts: this.scripts, people: this.people, focus: true };
    const made = commandOf(kind, world, this.chance);
    if (!made) return;
    const cmdId = idBy(this.chance);
    this.say(`${this.name(person)} gives ${cmdId.slice(0, 4)} ${JSON.stringify(made.command).slice(0, 400)}`);
    this.given.set(cmdId, { person, what: `${kind} of ${this.name(person)}` });
    if (kind !== "undo" && kind !== "redo") this.learn(page, made);
    void inside
      .run(page, () => session.give({ cmdId, ...made, phrases: [...made.phrases], names: [...made.names] }))
      .then((outcome) => this.answered.set(cmdId, outcome));
  }

  /** What a reader of the text would tell the rows. */
  private learn({ session }: Page, { command }: Given): void {
    for (const need of needs(session.state.rows, command as Plain)) {
      // plain: undo and redo have been left out
      const script = need.need === "turn" ? this.scripts.find(({ revision }) => revision === need.revision) : undefined;
      if (need.need !== "turn" || !script || this.chance(3) === 0) continue;
      const { revision, start, end } = need;
      const at = turnAt(session.state.rows, script, start, end);
      if (at) session.state.learn({ kind: "turn", revision, start, end, at });
    }
  }

  /** Somebody may less or more from now on, or is sent away. */
  private async role(): Promise<void> {
    const person = this.people[1 + this.chance(this.people.length - 1)] ?? this.written.owner;
    const role = (["analyst", "observer", "owner", null] as const)[this.chance(4)] ?? null;
    this.say(`${this.name(person)} becomes ${role ?? "nobody"}`);
    await this.clock.during(() => this.written.send({ kind: "member.set", person, role }));
  }

  private async restart(instances: number): Promise<void> {
    const kind = this.chance(5);
    this.say(
      ["the servers stop", "the servers go down", "a backup is put back", "a new version comes", "a server goes"][
        kind
      ] ?? "",
    );
    if (kind === 4 && instances > 1) {
      this.servers.splice(this.chance(this.servers.length), 1)[0]?.kill();
      await this.clock.advance(this.chance(3000));
      for (const server of this.servers) server.kill();
      return this.serve(instances);
    }
    if (kind === 1) for (const server of this.servers) server.kill();
    else await Promise.all(this.servers.map((server) => server.stop()));
    await this.clock.advance(this.chance(8000));
    const { study } = this.written;
    if (kind === 2) await this.fresh.owner`UPDATE study_clock SET epoch = gen_random_uuid() WHERE study_id = ${study}`;
    if (kind === 3) this.version += 1;
    this.serve(instances);
  }

  /** The network is whole again: everything must come right by itself. */
  private async quiet(instances: number): Promise<void> {
    this.say("quiet");
    this.network.faulty = false;
    this.network.away.clear();
    const { study, db } = this.written;
    for (const person of this.people) await this.welcome(person);
    if (this.servers.length < instances) this.serve(instances);
    // A frame that was lost on a line which stands is made good when that line breaks.
    for (const page of this.pages) for (const socket of page.sockets) socket.cut();
    const unlet = () => {
      for (const page of this.pages.slice()) {
        const { away, line, failed } = page.session.standing;
        if (away === null && line !== "denied" && failed !== 404) continue; // the page says that it must be loaded anew
        this.shut(page);
        this.open(page.person);
      }
    };
    unlet();
    const behind = async () => {
      this.look();
      const clock = await snapshot(db, study);
      return this.pages.filter(({ session }) => {
        const { standing, state } = session;
        const { unsent, furthest } = state.waiting;
        return (
          !standing.loaded || unsent > 0 || furthest > 0 || state.seq !== clock?.seq || state.epoch !== clock.epoch
        );
      });
    };
    let late = await behind();
    for (let second = 0; second < 120; second++) {
      // A tab that was closed may have left something that one which stays open sends at its next attempt.
      if (late.length === 0 && (await this.unanswered()).length === 0) break;
      await this.clock.advance(1000);
      this.tend();
      unlet();
      late = await behind();
    }
    for (const { person, session } of late) {
      const { standing, state } = session;
      const waiting = { ...state.waiting, seq: state.seq };
      this.faults.push(`${this.name(person)} does not come to rest: ${JSON.stringify({ ...standing, ...waiting })}`);
    }
    await this.check();
    // Who comes later is still shown what was refused.
    const newcomers = this.people.map((person) => this.open(person));
    await this.clock.advance(4000);
    for (const { person, session } of newcomers) {
      const shown = new Set(session.state.refused.map(({ sent }) => sent.cmdId));
      for (const [cmdId, by] of this.given)
        if (by.person === person && this.told.has(cmdId) && !shown.has(cmdId))
          this.faults.push(`${cmdId} (${by.what}) was refused, and a page that is loaded now does not tell`);
    }
  }

  /** Everybody is let in again, by an owner. */
  private async welcome(person: string): Promise<void> {
    const [owner] = await this.fresh.owner<{ id: string }[]>`
      SELECT id FROM membership WHERE study_id = ${this.written.study} AND role = 'owner' AND NOT gone`;
    const role = person === this.written.owner ? "owner" : "analyst";
    if (owner) await this.written.send({ kind: "member.set", person, role }, { person: owner.id });
  }

  /** What the server says of each command that it has had. */
  private async receipts(): Promise<Map<string, Outcome>> {
    const found = await this.fresh.owner<{ id: string; outcome: Outcome }[]>`
      SELECT cmd_id AS id, outcome FROM receipt WHERE study_id = ${this.written.study}`;
    return new Map(found.map(({ id, outcome }) => [id, outcome]));
  }

  /** Commands that the server has never had and nobody was told of. */
  private async unanswered(): Promise<string[]> {
    const known = await this.receipts();
    return [...this.given.keys()].filter((cmdId) => !known.has(cmdId) && !this.told.has(cmdId));
  }

  private async check(): Promise<void> {
    const { study, db } = this.written;
    const truth = await snapshot(db, study);
    const votings = new Set((truth?.rows["voting"] as { id: string }[] | undefined)?.map(({ id }) => id)); // as read
    const rowsOf = (all: Readonly<Record<string, readonly unknown[]>>) => {
      // Dots of a vote that was put away are seen by nobody, whether they are there or not.
      const dots = [...(all["vote"] ?? [])].filter((vote) => votings.has((vote as { voting: string }).voting)); // votes
      // So are words of what is gone: whoever came later on a board that was shared has not heard them.
      const ids = new Set(NOUNS.flatMap((noun) => [...(all[noun] ?? [])].map((row) => (row as { id: string }).id))); // rows
      const words = [...(all["wording"] ?? [])].filter((row) => ids.has((row as { subject: string }).subject)); // wordings
      return sorted({
        ...Object.fromEntries(NOUNS.map((noun) => [noun, all[noun] ?? []])),
        vote: dots,
        wording: words,
      });
    };
    for (const { person, session } of this.pages) {
      const seen = rowsOf(rowsSeenBy(truth?.rows ?? {}, person, truth?.buried ?? []));
      const has = rowsOf(Object.fromEntries(NOUNS.map((noun) => [noun, [...session.state.rows.all(noun)]])));
      if (seen !== has) this.faults.push(`${this.name(person)} sees something else: ${differs(seen, has)}`);
    }
    const events = await eventsAfter(db, study, 0, 100_000);
    if (events.some(({ seq }, at) => seq !== at + 1)) this.faults.push("the log has gaps");
    const logged = Map.groupBy(events, ({ cmdId }) => cmdId);
    for (const [cmdId, each] of logged) if (each.length > 1) this.faults.push(`${cmdId} is in the log twice`);
    const known = await this.receipts();
    for (const cmdId of await this.unanswered())
      this.faults.push(`${cmdId} (${this.given.get(cmdId)?.what ?? ""}) was lost`);
    for (const [cmdId, { what }] of this.given) {
      const [event] = logged.get(cmdId) ?? [];
      const answer = this.answered.get(cmdId);
      const outcome = known.get(cmdId);
      if (answer && "seq" in answer && event?.seq !== answer.seq)
        this.faults.push(`${cmdId} (${what}) was acknowledged and is not in the log`);
      if (outcome && "refused" in outcome && !this.told.has(cmdId))
        this.faults.push(`${cmdId} (${what}) was refused (${String(outcome.refused)}) and nobody was told`);
      if (event && this.told.has(cmdId)) this.faults.push(`${cmdId} (${what}) was carried out and told as refused`);
    }
    for (const server of this.servers) this.faults.push(...server.faults);
    this.say(`${this.given.size} given, ${events.length} in the log, ${this.told.size} refused`);
  }
}

function differs(seen: string, has: string): string {
  const [a, b] = [new Set(seen.split("\n")), new Set(has.split("\n"))];
  const [lacks, more] = [[...a].filter((line) => !b.has(line)), [...b].filter((line) => !a.has(line))];
  return `lacks ${lacks.slice(0, 3).join(" ")}; has ${more.slice(0, 3).join(" ")}`;
}

/** One run: what went wrong, and the story of it. */
export async function fuzz(fresh: FreshDatabase, seed: number, instances: number, steps: number): Promise<Fuzzed> {
  const chance = chanceFrom(seed);
  const written = await writtenStudy(fresh.db);
  const people = [written.owner];
  for (let n = 1 + chance(4); n > 0; n--) people.push(await written.join("analyst"));
  const scripts = makeScripts(chance, 4);
  await stageScripts(fresh.db, written.study, written.owner, scripts);
  const model = new Model(scripts);
  model.begin(await eventsAfter(fresh.db, written.study, 0, 1000));
  const items = FURNISHING.flatMap((kind) => {
    const world = { study: written.study, rows: model.rows, scripts, people };
    const made = commandOf(kind, world, chance);
    const item = made && { cmdId: idBy(chance), person: people[chance(people.length)] ?? written.owner, ...made };
    if (item) model.give(item);
    return item ? [item] : [];
  });
  await written.writer.submit(written.study, items);
  const run = new Run(fresh, written, people, scripts, chance);
  await run.go(instances, steps);
  return { faults: run.faults, story: run.story };
}
