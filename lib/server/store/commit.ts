/**
 * One transaction for many commands of one study: the only way in which a study changes.
 *
 * READ COMMITTED with the study's clock row locked first, so that every later statement sees the latest state and
 * all writers of a study stand in one line. Who may is asked inside. A command that was seen before is answered
 * from its receipt and not repeated. Rows are decided in memory, saved once at the end, and the events get
 * numbers without gaps.
 *
 * Rules: docs/spec/sync.md, Y1 to Y9.
 */
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { Change, evolve } from "#lib/domain/study/change.ts";
import { capabilityOf, decide, LASTING, needs } from "#lib/domain/study/command.ts";
import type { Command, Internal, Plain } from "#lib/domain/study/command.ts";
import { missing } from "#lib/domain/study/fault.ts";
import type { Fault } from "#lib/domain/study/fault.ts";
import { marked, mayHide, mayTouch, needsOfHidden } from "#lib/domain/study/hidden.ts";
import type { Item, Outcome } from "#lib/domain/study/outcome.ts";
import { NOUNS, Rows } from "#lib/domain/study/rows.ts";
import type { AnyRow, Noun } from "#lib/domain/study/rows.ts";
import { related } from "#lib/domain/study/rule.ts";
import { decideUndo, needsOfUndo } from "#lib/domain/study/undo.ts";
import { EVENT_VERSION, upcast } from "#lib/domain/study/upcast.ts";
import type { PrismaClient } from "./generated/client.ts";
import { saveNames } from "./identity.ts";
import { Loader } from "./needs.ts";
import { saveRows, shiftThemes } from "./rows.ts";
import type { Db } from "./rows.ts";
import type { Seal } from "./seal.ts";
import * as z from "zod";

export type Committed = Readonly<{ outcomes: readonly Outcome[]; seq: number }>;

type Entry = Readonly<{
  cmdId: string;
  actor: string;
  kind: string;
  mode: "do" | "undo" | "redo";
  target: number | null;
  changes: readonly Change[];
}>;

/** Thrown to take a transaction back of which all was wanted or nothing. */
class NotWhole extends Error {
  readonly committed: Committed;

  constructor({ outcomes, seq }: Committed) {
    super("not whole");
    const fallen = outcomes.map((one) => ("refused" in one ? one : { cmdId: one.cmdId, refused: "depends" }));
    this.committed = { outcomes: fallen, seq };
  }
}

/**
 * Carries out commands in order, all in one transaction.
 *
 * @param whole - where one is refused, nothing of any is saved, and the others are refused as `depends`
 * @returns an outcome for each, and the study's clock afterwards; `seq` −1 where there is no such study
 * Throws where the database objects; nothing is saved then.
 */
export async function commit(
  prisma: PrismaClient,
  vault: Seal,
  study: string,
  items: readonly Item[],
  whole = false,
): Promise<Committed> {
  try {
    return await prisma.$transaction(
      async (db) => {
        const committed = await new Batch(db, vault, study, items).run();
        if (whole && committed.outcomes.some((outcome) => "refused" in outcome)) throw new NotWhole(committed);
        return committed;
      },
      { maxWait: 10_000, timeout: whole ? 300_000 : 30_000 }, // all of a survey of 100,000 responses
    );
  } catch (error) {
    if (error instanceof NotWhole) return error.committed;
    throw error;
  }
}

class Batch {
  private readonly rows = new Rows();
  private readonly dirty = new Map<Noun, Set<string>>();
  private readonly loader: Loader;
  private readonly events: Entry[] = [];
  private readonly kept: Item[] = []; // whose words are to be saved
  private readonly db: Db;
  private readonly vault: Seal;
  private readonly study: string;
  private readonly items: readonly Item[];
  private seq = 0;

  constructor(db: Db, vault: Seal, study: string, items: readonly Item[]) {
    this.db = db;
    this.vault = vault;
    this.study = study;
    this.items = items;
    this.loader = new Loader(db, study, this.rows);
  }

  async run(): Promise<Committed> {
    const [clock] = await this.db.$queryRaw<{ seq: bigint }[]>`
      SELECT "seq" FROM "study_clock" WHERE "study_id" = ${this.study}::uuid FOR NO KEY UPDATE`;
    if (!clock) {
      return { outcomes: this.items.map(({ cmdId }) => ({ cmdId, refused: "study.missing" })), seq: -1 };
    }
    const start = Number(clock.seq);
    this.seq = start;
    const { roles, receipts } = await this.meet();
    await this.foresee();

    const outcomes: Outcome[] = [];
    const fresh: { item: Item; outcome: Outcome }[] = [];
    for (const item of this.items) {
      const known = receipts.get(item.cmdId);
      if (known) {
        outcomes.push(known.person === item.person ? known.outcome : refusal(item, { code: "cmd.taken" }));
        continue;
      }
      const outcome = await this.one(item, roles.get(item.person) ?? null);
      // Who was just let in or sent away is so from this command on.
      for (const { id, role, gone } of this.rows.every("member"))
        if (gone) roles.delete(id);
        else roles.set(id, role);
      receipts.set(item.cmdId, { person: item.person, outcome }); // also for the rest of this batch
      outcomes.push(outcome);
      fresh.push({ item, outcome });
    }
    await this.saveWords();
    await this.flush();
    await this.saveEvents(start);
    await this.saveReceipts(fresh);
    return { outcomes, seq: this.seq };
  }

  /** Who the senders are in this study, and which of their commands were seen before. */
  private async meet() {
    const people = [...new Set(this.items.map((item) => item.person))];
    const commands = this.items.map((item) => item.cmdId);
    const found = await this.db.$queryRaw<
      { kind: "role" | "receipt"; id: string; value: unknown; person: string | null }[]
    >`
      SELECT 'role' AS kind, "id", to_jsonb("role") AS value, NULL::uuid AS person FROM "membership"
      WHERE "study_id" = ${this.study}::uuid AND "id" = ANY(${people}::uuid[]) AND NOT "gone"
      UNION ALL
      SELECT 'receipt', "cmd_id", "outcome", "person_id" FROM "receipt"
      WHERE "study_id" = ${this.study}::uuid AND "cmd_id" = ANY(${commands}::uuid[])`;
    const roles = new Map<string, Role>();
    const receipts = new Map<string, { person: string | null; outcome: Outcome }>();
    for (const { kind, id, value, person } of found) {
      if (kind === "role") roles.set(id, value as Role); // the table holds roles only
      else receipts.set(id, { person, outcome: { cmdId: id, ...(value as object) } as Outcome }); // written by saveReceipts
    }
    return { roles, receipts };
  }

  /** Loads what all the commands need, together, before the first is decided. */
  private async foresee(): Promise<void> {
    await this.loader.load([related("boards")]); // whose each is
    const plain = this.items.flatMap(({ command }) => (isPlain(command) ? [command] : []));
    for (let round = 0; round < 4; round++) {
      if (!(await this.loader.load(plain.flatMap((command) => needs(this.rows, command))))) return;
    }
  }

  private async one(item: Item, role: Role | null): Promise<Outcome> {
    const { command } = item;
    if (command.kind !== "study.found" && !may(role, capabilityOf(command.kind))) {
      return refusal(item, { code: role === null ? "role.none" : "role.refused" });
    }
    const decided = isPlain(command)
      ? await this.plain(command, item.person)
      : await this.back(command, item.person, role);
    if (!decided.ok) return refusal(item, decided.fault);
    const { changes, kind, mode, target } = decided.value;
    // An undo that finds nothing to change is still done: else it would be the next one for ever.
    if (changes.length === 0 && mode === "do") return { cmdId: item.cmdId, same: true };

    if (!(await this.mayTouch(changes, item.person))) return refusal(item, missing("board", item.cmdId));
    this.kept.push(item);
    this.seq += 1;
    for (const change of changes) await this.apply(change);
    const kept = mayHide(this.rows) ? marked(this.rows, changes) : changes;
    this.events.push({ cmdId: item.cmdId, actor: item.person, kind, mode, target, changes: kept });
    return { cmdId: item.cmdId, seq: this.seq };
  }

  /** Whether everything that these changes touch is there for this person: what only somebody else sees is not. */
  private async mayTouch(changes: readonly Change[], person: string): Promise<boolean> {
    if (!mayHide(this.rows)) return true;
    for (let round = 0; round < 4; round++) {
      if (!(await this.loader.load(needsOfHidden(this.rows, changes)))) break;
    }
    return mayTouch(this.rows, changes, person);
  }

  private async plain(command: Plain | Internal, person: string): Promise<Result<Decided, Refused>> {
    // What an earlier command of the batch changed may have opened the way to rows not yet seen.
    for (let round = 0; round < 4; round++) if (!(await this.loader.load(needs(this.rows, command)))) break;
    const decided = decide(this.rows, command, { person });
    return decided.ok ? yes({ changes: decided.value, kind: command.kind, mode: "do", target: null }) : decided;
  }

  /** Undo and redo: the event that is taken back says what changes. */
  private async back(
    command: Extract<Command, { kind: "undo" | "redo" }>,
    person: string,
    role: Role | null,
  ): Promise<Result<Decided, Refused>> {
    const [found] = command.kind === "undo" ? await this.lastDone(person) : await this.lastUndone(person);
    if (!found) return no({ code: "undo.none" });
    if (!may(role, capabilityOf(found.kind as Plain["kind"]))) return no({ code: "role.refused" }); // the log holds kinds only
    const about = { kind: found.kind, mode: command.kind, target: Number(found.seq) };
    if (command.how === "skip") return yes({ ...about, changes: [] });
    const changes = z.array(Change).parse(upcast({ ...found, changes: found.payload.changes }));
    for (let round = 0; round < 4; round++) if (!(await this.loader.load(needsOfUndo(this.rows, changes)))) break;
    const decided = decideUndo(this.rows, changes, command.how === "force");
    return decided.ok ? yes({ ...about, changes: decided.value }) : decided;
  }

  /** The last thing a person did or did again that is not undone. */
  private lastDone(person: string) {
    return this.db.$queryRaw<Logged[]>`
      SELECT e."seq", e."kind", e."version", e."payload" FROM "event" e
      WHERE e."study_id" = ${this.study}::uuid AND e."actor_id" = ${person}::uuid AND e."mode" <> 'undo'
        AND e."kind" <> ALL(${LASTING}::text[])
        AND NOT EXISTS (SELECT FROM "event" u WHERE u."study_id" = e."study_id" AND u."target" = e."seq")
      ORDER BY e."seq" DESC LIMIT 1`;
  }

  /** The last undo of a person that is not redone, unless they did something new after it. */
  private lastUndone(person: string) {
    return this.db.$queryRaw<Logged[]>`
      SELECT e."seq", e."kind", e."version", e."payload" FROM "event" e
      WHERE e."study_id" = ${this.study}::uuid AND e."actor_id" = ${person}::uuid AND e."mode" = 'undo'
        AND NOT EXISTS (SELECT FROM "event" r WHERE r."study_id" = e."study_id" AND r."target" = e."seq")
        AND NOT EXISTS (SELECT FROM "event" d WHERE d."study_id" = e."study_id" AND d."actor_id" = e."actor_id"
          AND d."mode" = 'do' AND d."seq" > e."seq" AND d."kind" <> ALL(${LASTING}::text[]))
      ORDER BY e."seq" DESC LIMIT 1`;
  }

  private async apply(change: Change): Promise<void> {
    if (change.op === "put") {
      evolve(this.rows, change);
      const ids = this.dirty.get(change.noun);
      if (ids) ids.add(change.id);
      else this.dirty.set(change.noun, new Set([change.id]));
      return;
    }
    // A shift reaches rows that are not here; what is saved later must lie on top of it.
    await this.saveWords();
    await this.flush();
    evolve(this.rows, change);
    await shiftThemes(this.db, this.study, change.themes, change.dx, change.dy);
  }

  private async flush(): Promise<void> {
    for (const noun of NOUNS) {
      const ids = this.dirty.get(noun);
      if (!ids || ids.size === 0) continue;
      const rows = [...ids]
        .map((id) => this.rows.get(noun, id))
        .filter((row): row is NonNullable<typeof row> => row !== undefined);
      await saveRows(this.db, this.study, noun, rows as readonly AnyRow[]);
    }
    this.dirty.clear();
  }

  private async saveWords(): Promise<void> {
    const items = this.kept.splice(0);
    const phrases = items.flatMap(({ person, phrases }) => phrases.map((phrase) => ({ ...phrase, by: person })));
    if (phrases.length > 0) {
      await this.db.$executeRaw`
        INSERT INTO "phrase" ("study_id", "id", "lang", "words", "by_id")
        SELECT ${this.study}::uuid, p.id, p.lang, p.words, p.by
        FROM jsonb_to_recordset(${JSON.stringify(phrases)}::jsonb) AS p(id uuid, lang text, words text, by uuid)
        ON CONFLICT DO NOTHING`;
    }
    for (const { person, names } of items) await saveNames(this.db, this.vault, this.study, person, names);
  }

  private async saveEvents(start: number): Promise<void> {
    if (this.events.length === 0) return;
    let some: unknown[] = [];
    const save = async () => {
      if (some.length === 0) return;
      await this.db.$executeRaw`
        INSERT INTO "event" ("study_id", "seq", "cmd_id", "actor_id", "kind", "version", "mode", "target", "payload")
        SELECT ${this.study}::uuid, e.seq, e."cmdId", e.actor, e.kind, ${EVENT_VERSION}::int, e.mode, e.target, e.payload
        FROM jsonb_to_recordset(${JSON.stringify(some)}::jsonb)
          AS e(seq bigint, "cmdId" uuid, actor uuid, kind text, mode text, target bigint, payload jsonb)`;
      some = [];
    };
    let size = 0;
    for (const [n, event] of this.events.entries()) {
      some.push({ ...event, seq: start + 1 + n, payload: { changes: event.changes }, changes: undefined });
      size += event.changes.length;
      if (size < 5000) continue; // a large survey is not held as JSON all at once
      await save();
      size = 0;
    }
    await save();
    await this.db.$executeRaw`UPDATE "study_clock" SET "seq" = ${this.seq} WHERE "study_id" = ${this.study}::uuid`;
  }

  private async saveReceipts(fresh: readonly { item: Item; outcome: Outcome }[]): Promise<void> {
    if (fresh.length === 0) return;
    const receipts = fresh.map(({ item, outcome: { cmdId, ...outcome } }) => ({
      cmdId,
      person: item.person,
      outcome,
      seq: "seq" in outcome ? outcome.seq : null,
    }));
    await this.db.$executeRaw`
      INSERT INTO "receipt" ("study_id", "cmd_id", "person_id", "outcome", "seq")
      SELECT ${this.study}::uuid, r."cmdId", r.person, r.outcome, r.seq
      FROM jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb) AS r("cmdId" uuid, person uuid, outcome jsonb, seq bigint)`;
  }
}

type Logged = { seq: bigint; kind: string; version: number; payload: { changes: unknown[] } };
type Refused = Fault | { readonly code: "role.none" | "role.refused" | "cmd.taken" };
type Decided = Readonly<{
  changes: readonly Change[];
  kind: string;
  mode: "do" | "undo" | "redo";
  target: number | null;
}>;

function isPlain(command: Command | Internal): command is Plain | Internal {
  return command.kind !== "undo" && command.kind !== "redo";
}

function refusal(item: Item, fault: Refused): Outcome {
  const { code, ...rest } = fault;
  return { cmdId: item.cmdId, refused: code, ...rest };
}
