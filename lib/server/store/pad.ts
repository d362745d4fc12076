/**
 * Keeps pads: texts while several people write them.
 *
 * Every update is stored, with the plain text beside it, before it is acknowledged; who may write is asked in the same
 * transaction, under the pad's lock. Nothing is held in memory between two updates, so that several servers may stand on one
 * database: what a pad says is its base and the updates after that, a few dozen at most. Rules: docs/spec/pad.md.
 */
import * as Y from "yjs";
import { may } from "#lib/domain/member/shape.ts";
import { merged, padOf, rewrite, wordsIn } from "#lib/domain/pad/doc.ts";
import { MOST_BYTES, MOST_WORDS, slotOf } from "#lib/domain/pad/shape.ts";
import type { Due, PadFault } from "#lib/domain/pad/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { mayHide, mayTouch, needsOfHidden } from "#lib/domain/study/hidden.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { related } from "#lib/domain/study/rule.ts";
import { needsOfSlot, unsayable } from "#lib/domain/wording/decide.ts";
import { roleOf } from "./found.ts";
import { Prisma } from "./generated/client.ts";
import type { PrismaClient } from "./generated/client.ts";
import { Loader } from "./needs.ts";
import { readPhrases } from "./phrases.ts";
import type { Db } from "./rows.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** All that a pad holds, for whoever opens it. */
export type PadState = Readonly<{ epoch: string; n: number; state: Uint8Array }>;
/** What came into a pad after update `n`. */
export type PadNews = Readonly<{ epoch: string; n: number; updates: readonly Uint8Array[] }>;

type Row = {
  epoch: string;
  n: bigint;
  base: Bytes;
  baseN: bigint;
  phrase: string | null;
  pending: string[]; // several servers may be at it
  settled: boolean;
  by: string | null;
};
type Held = Row & { doc: Y.Doc };

const KEPT = 50; // updates beside the base
const PATIENCE = { maxWait: 10_000, timeout: 30_000 };

export class Pads {
  private readonly db: PrismaClient;

  constructor(db: PrismaClient) {
    this.db = db;
  }

  /** Opens a pad for somebody who may write in it; begins it with the slot's words where there is none yet. */
  open(study: string, pad: string, person: string): Promise<Result<PadState, PadFault>> {
    return this.db.$transaction(async (db) => {
      const asked = await asks(db, study, pad, person);
      if (!asked.ok) return asked;
      const held = (await hold(db, study, pad)) ?? (await begun(db, study, pad, asked.value.phrase));
      await take(db, study, pad, held);
      return yes({ epoch: held.epoch, n: Number(held.n), state: Y.encodeStateAsUpdate(held.doc) });
    }, PATIENCE);
  }

  /**
   * Takes what somebody has written. Whether it is there afterwards is all that the answer says: an update that was taken
   * before changes nothing.
   *
   * @param epoch - the pad that it was written in
   */
  write(
    study: string,
    pad: string,
    person: string,
    epoch: string,
    update: Uint8Array,
  ): Promise<Result<{ n: number }, PadFault>> {
    return this.db.$transaction(async (db) => {
      const asked = await asks(db, study, pad, person);
      if (!asked.ok) return asked;
      const held = await hold(db, study, pad);
      if (held?.epoch !== epoch) return no("pad.other" as const);
      const fresh = taken(held.doc, () => Y.applyUpdate(held.doc, update));
      if (fresh === null) return no("pad.broken" as const);
      if (held.doc.store.pendingStructs || held.doc.store.pendingDs) return no("pad.parted" as const);
      if (fresh.length === 0) return yes({ n: Number(held.n) });
      if (wordsIn(held.doc).length > MOST_WORDS) return no("pad.long" as const);
      if (Y.encodeStateAsUpdate(held.doc).length > MOST_BYTES) return no("pad.long" as const);
      await keep(db, study, pad, held, fresh, { by: person, settled: false });
      return yes({ n: Number(held.n) });
    }, PATIENCE);
  }

  /** What came into a pad after update `n`; null where there is no such pad. Whether somebody may be told is asked before. */
  async since(study: string, pad: string, n: number): Promise<PadNews | null> {
    const [row] = await this.db.$queryRaw<{ epoch: string; n: bigint; base: Bytes | null; updates: Bytes[] }[]>`
      SELECT p."epoch", p."n", CASE WHEN p."base_n" > ${n} THEN p."base" END AS base,
        ARRAY(SELECT u."bytes" FROM "pad_update" u
          WHERE u."study_id" = p."study_id" AND u."pad_id" = p."id" AND u."n" > ${n} ORDER BY u."n") AS updates
      FROM "pad" p WHERE p."study_id" = ${study}::uuid AND p."id" = ${pad}`;
    if (!row) return null;
    return { epoch: row.epoch, n: Number(row.n), updates: [...(row.base ? [row.base] : []), ...row.updates] };
  }

  /**
   * What the slot is to be given so that it says what the pad says; null where it does. It is the pad's own from now on:
   * `adopt` knows it, whatever happens in between.
   */
  unsettled(study: string, pad: string, phrase: string): Promise<Due | null> {
    return this.db.$transaction(async (db) => {
      const slot = slotOf(pad);
      const held = await hold(db, study, pad);
      if (!slot || !held || held.settled || held.by === null) return null;
      const words = wordsIn(held.doc).trim();
      const given = words === "" ? null : phrase;
      await db.$executeRaw`
        UPDATE "pad" SET "pending" = array_append("pending", ${given ?? ""}::text) WHERE "study_id" = ${study}::uuid AND "id" = ${pad}`;
      return { slot, by: held.by, phrase: given, was: held.phrase, words };
    }, PATIENCE);
  }

  /**
   * Takes over what the slot says: its own phrase, which the pad knows, or other words that were given to it elsewhere.
   *
   * @param given - whether the pad is to rest even where the slot does not say what it says: it cannot be given it now
   */
  adopt(study: string, pad: string, given = false): Promise<void> {
    return this.db.$transaction(async (db) => {
      const held = await hold(db, study, pad);
      if (!held) return;
      await take(db, study, pad, held);
      if (given)
        await db.$executeRaw`
          UPDATE "pad" SET "settled" = true WHERE "study_id" = ${study}::uuid AND "id" = ${pad}`;
    }, PATIENCE);
  }

  /** Pads in which somebody wrote and nobody has for a while, and whose slots do not say it: a server went before it could. */
  left(seconds: number): Promise<{ study: string; pad: string }[]> {
    return this.db.$queryRaw<{ study: string; pad: string }[]>`
      SELECT "study_id" AS study, "id" AS pad FROM "pad"
      WHERE NOT "settled" AND "touched_at" < clock_timestamp() - make_interval(secs => ${seconds}::int)
      ORDER BY "touched_at" LIMIT 50`;
  }
}

/**
 * Makes all pads of a study anew, with nothing of what was written in them before but the words that stand there now, as `cleaned`
 * leaves them (`phrase`: what the slot said when both last said the same): what was deleted lives on in the updates. Whoever writes
 * at that moment gets back what was not stored yet.
 */
export async function erasePads(
  db: Db,
  study: string,
  cleaned: (words: string, phrase: string | null) => string,
): Promise<void> {
  const pads = await db.$queryRaw<
    { id: string }[]
  >`SELECT "id" FROM "pad" WHERE "study_id" = ${study}::uuid ORDER BY "id"`;
  for (const { id } of pads) {
    const held = await hold(db, study, id);
    if (!held) continue;
    if (held.settled) {
      // It is begun anew from what its slot says.
      await db.$executeRaw`DELETE FROM "pad" WHERE "study_id" = ${study}::uuid AND "id" = ${id}`;
      continue;
    }
    const words = cleaned(wordsIn(held.doc), held.phrase);
    await db.$executeRaw`DELETE FROM "pad_update" WHERE "study_id" = ${study}::uuid AND "pad_id" = ${id}`;
    await db.$executeRaw`
      UPDATE "pad" SET "epoch" = gen_random_uuid(), "base" = ${bytes(Y.encodeStateAsUpdate(padOf(words)))}, "base_n" = "n", "words" = ${words}
      WHERE "study_id" = ${study}::uuid AND "id" = ${id}`;
  }
}

/** Whether somebody may write in a pad now, and the phrase that its slot has. */
async function asks(
  db: Db,
  study: string,
  pad: string,
  person: string,
): Promise<Result<{ phrase: string | null }, PadFault>> {
  const role = await roleOf(db, study, person);
  if (role === null) return no("role.none");
  if (!may(role as Parameters<typeof may>[0], "change")) return no("role.refused"); // the table holds roles only
  const slot = slotOf(pad);
  if (!slot) return no("row.missing");
  const { subject, field, lang } = slot;
  const rows = new Rows();
  const loader = new Loader(db, study, rows);
  await loader.load([related("boards")]);
  while (await loader.load(needsOfSlot(rows, subject, field, lang))); // a memo first, then what it is about
  const fault = unsayable(rows, subject, field, person);
  if (fault) return no(fault.code === "memo.theirs" ? fault.code : "row.missing");
  if (field === "body" && !rows.live("memo", subject)) return no("row.missing"); // an insight is set whole
  const now = rows.live("wording", pad);
  if (mayHide(rows)) {
    const after = { id: pad, subject, field, lang, phrase: null, gone: false };
    const changes = [{ op: "put" as const, noun: "wording" as const, id: pad, before: null, after }];
    for (let round = 0; round < 4; round++) if (!(await loader.load(needsOfHidden(rows, changes)))) break;
    if (!mayTouch(rows, changes, person)) return no("row.missing");
  }
  return yes({ phrase: now?.phrase ?? null });
}

/** Reads a pad under its lock. */
async function hold(db: Db, study: string, pad: string): Promise<Held | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT "epoch", "n", "base", "base_n" AS "baseN", "phrase_id" AS phrase, "pending", "settled", "by_id" AS by
    FROM "pad" WHERE "study_id" = ${study}::uuid AND "id" = ${pad} FOR UPDATE`;
  if (!row) return null;
  const updates = await db.$queryRaw<{ bytes: Bytes }[]>`
    SELECT "bytes" FROM "pad_update" WHERE "study_id" = ${study}::uuid AND "pad_id" = ${pad} ORDER BY "n"`;
  const doc = new Y.Doc(); // what was deleted is let go of, but for its place
  doc.transact(() => {
    for (const { bytes: each } of [{ bytes: row.base }, ...updates]) Y.applyUpdate(doc, each);
  });
  return { ...row, doc };
}

/** Begins a pad with what its slot says, unless somebody else has just done so, and reads it under its lock. */
async function begun(db: Db, study: string, pad: string, phrase: string | null): Promise<Held> {
  const words = await wordsOf(db, study, phrase);
  await db.$executeRaw`
    INSERT INTO "pad" ("study_id", "id", "base", "words", "phrase_id")
    VALUES (${study}::uuid, ${pad}, ${bytes(Y.encodeStateAsUpdate(padOf(words)))}, ${words}, ${phrase}::uuid)
    ON CONFLICT DO NOTHING`;
  const held = await hold(db, study, pad);
  if (!held) throw new Error("a pad that was just begun is not there");
  return held;
}

/** What some work adds to a document, as one update: empty where it adds nothing, null where it cannot be done. */
function taken(doc: Y.Doc, work: () => void): Uint8Array | null {
  const made: Uint8Array[] = [];
  const hear = (update: Uint8Array) => made.push(update);
  doc.on("update", hear);
  try {
    work();
  } catch {
    return null;
  } finally {
    doc.off("update", hear);
  }
  return made.length === 0 ? new Uint8Array() : Y.mergeUpdates(made);
}

/** Stores one update with the text that it makes; now and then all of them become the base. */
async function keep(
  db: Db,
  study: string,
  pad: string,
  held: Held,
  update: Uint8Array,
  { by, settled }: Readonly<{ by: string | null; settled: boolean }>,
): Promise<void> {
  held.n += 1n;
  const words = wordsIn(held.doc);
  if (held.n - held.baseN > KEPT) {
    held.baseN = held.n;
    await db.$executeRaw`DELETE FROM "pad_update" WHERE "study_id" = ${study}::uuid AND "pad_id" = ${pad}`;
  } else
    await db.$executeRaw`
      INSERT INTO "pad_update" ("study_id", "pad_id", "n", "bytes", "by_id")
      VALUES (${study}::uuid, ${pad}, ${held.n}, ${bytes(update)}, ${by}::uuid)`;
  const base = held.baseN === held.n ? Prisma.sql`, "base" = ${bytes(Y.encodeStateAsUpdate(held.doc))}` : Prisma.empty;
  await db.$executeRaw`
    UPDATE "pad" SET "n" = ${held.n}, "base_n" = ${held.baseN}, "words" = ${words}, "settled" = ${settled},
      "by_id" = coalesce(${by}::uuid, "by_id"), "touched_at" = clock_timestamp()${base}
    WHERE "study_id" = ${study}::uuid AND "id" = ${pad}`;
}

/** Has the pad follow its slot. What that says is read under the pad's lock: it is never older than what the pad knows. Rules P8 and P9. */
async function take(db: Db, study: string, pad: string, held: Held): Promise<void> {
  const [wording] = await db.$queryRaw<{ phrase: string | null }[]>`
    SELECT "phrase_id" AS phrase FROM "wording" WHERE "study_id" = ${study}::uuid AND "id" = ${pad} AND NOT "gone"`;
  const phrase = wording?.phrase ?? null;
  const mine = wordsIn(held.doc);
  const theirs = await wordsOf(db, study, phrase);
  const own = phrase === held.phrase || held.pending.includes(phrase ?? "");
  if (!own) {
    // What the slot was given last by this pad, where that has come about: what others made is made of it.
    const [given] = await readPhrases(
      db,
      study,
      held.pending.filter((id) => id !== ""),
    );
    const base = given?.words ?? (await wordsOf(db, study, held.phrase));
    const next = held.settled ? theirs : merged(base, mine, theirs);
    const update = next === mine ? null : taken(held.doc, () => rewrite(held.doc, next));
    if (update?.length) await keep(db, study, pad, held, update, { by: null, settled: held.settled });
  }
  const settled = wordsIn(held.doc).trim() === theirs.trim();
  if (phrase === held.phrase && settled === held.settled) return;
  const pending = phrase === held.phrase ? held.pending : [];
  await db.$executeRaw`
    UPDATE "pad" SET "phrase_id" = ${phrase}::uuid, "pending" = ${pending}::text[], "settled" = ${settled}
    WHERE "study_id" = ${study}::uuid AND "id" = ${pad}`;
}

async function wordsOf(db: Db, study: string, phrase: string | null): Promise<string> {
  return phrase === null ? "" : ((await readPhrases(db, study, [phrase]))[0]?.words ?? "");
}

/** Bytes as Prisma takes them. */
function bytes(from: Uint8Array): Bytes {
  return Uint8Array.from(from);
}
