/** Reads the log and the clock of studies. */
import type { Event } from "#lib/domain/study/outcome.ts";
import type { Buried } from "#lib/domain/study/hidden.ts";
import { upcast } from "#lib/domain/study/upcast.ts";
import { ZONE } from "#lib/domain/zone.ts";
import type { PrismaClient } from "./generated/client.ts";
import { allRows } from "./rows.ts";
import type { Db } from "./rows.ts";

export type Clock = Readonly<{ seq: number; epoch: string }>;

/** Where a study's log stands, or null where there is no such study. */
export async function clockOf(db: Db, study: string): Promise<Clock | null> {
  const [clock] = await db.$queryRaw<{ seq: bigint; epoch: string }[]>`
    SELECT "seq", "epoch" FROM "study_clock" WHERE "study_id" = ${study}::uuid`;
  return clock ? { seq: Number(clock.seq), epoch: clock.epoch } : null;
}

/** Where the logs of these studies stand. */
export async function clocksOf(db: Db, studies: readonly string[]): Promise<Map<string, Clock>> {
  const found = await db.$queryRaw<{ study: string; seq: bigint; epoch: string }[]>`
    SELECT "study_id" AS study, "seq", "epoch" FROM "study_clock" WHERE "study_id" = ANY(${[...studies]}::uuid[])`;
  return new Map(found.map(({ study, seq, epoch }) => [study, { seq: Number(seq), epoch }]));
}

type Row = Readonly<
  Omit<Event, "seq" | "at" | "changes"> & { seq: bigint; at: Date; version: number; changes: unknown[] }
>;

/** Events after `seq`, in order, at most `limit`; whole, so whoever hands them on asks who may see what (`seenBy`). */
export async function eventsAfter(db: Db, study: string, seq: number, limit: number): Promise<Event[]> {
  const found = await db.$queryRaw<Row[]>`
    SELECT "seq", "cmd_id" AS "cmdId", "actor_id" AS actor, "kind", "mode", "at", "version", "payload" -> 'changes' AS changes
    FROM "event" WHERE "study_id" = ${study}::uuid AND "seq" > ${seq} ORDER BY "seq" LIMIT ${limit}`;
  return found.map(eventOf);
}

/** Events up to `seq`, the latest first, at most `limit`; whole, as above. */
export async function eventsUpTo(db: Db, study: string, seq: number, limit: number): Promise<Event[]> {
  const found = await db.$queryRaw<Row[]>`
    SELECT "seq", "cmd_id" AS "cmdId", "actor_id" AS actor, "kind", "mode", "at", "version", "payload" -> 'changes' AS changes
    FROM "event" WHERE "study_id" = ${study}::uuid AND "seq" <= ${seq} ORDER BY "seq" DESC LIMIT ${limit}`;
  return found.map(eventOf);
}

/**
 * The last place in the log before a minute was over, as clocks show it in Wales; null where the study had not begun.
 *
 * @param minute - `2026-03-03T14:05`
 */
export async function placeAt(db: Db, study: string, minute: string): Promise<number | null> {
  const [found] = await db.$queryRaw<{ seq: bigint | null }[]>`
    SELECT max("seq") AS seq FROM "event" WHERE "study_id" = ${study}::uuid
      AND "at" < ((${minute}::timestamp + interval '1 minute') AT TIME ZONE ${ZONE})`;
  return typeof found?.seq === "bigint" ? Number(found.seq) : null;
}

function eventOf({ version, ...event }: Row): Event {
  return {
    ...event,
    seq: Number(event.seq),
    at: event.at.toISOString(),
    changes: [...upcast({ version, kind: event.kind, changes: event.changes })],
  };
}

export type Snapshot = Readonly<{
  epoch: string;
  seq: number;
  rows: Record<string, unknown[]>;
  buried: readonly Buried[];
}>;

/**
 * The clock and every live row of a study, from one moment; whole, so whoever hands them on asks who may see what
 * (`rowsSeenBy`). Null where there is no such study.
 */
export async function snapshot(prisma: PrismaClient, study: string): Promise<Snapshot | null> {
  return prisma.$transaction(
    async (db) => {
      const clock = await clockOf(db, study);
      return clock ? { ...clock, rows: await allRows(db, study), buried: await buriedOf(db, study) } : null;
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 30_000 },
  );
}

/** What has gone from boards that only their owners see. */
async function buriedOf(db: Db, study: string): Promise<Buried[]> {
  return db.$queryRaw<Buried[]>`
    WITH "hidden" AS (
      SELECT b."id", b."owner_id" AS owner, b."gone" FROM "board" b
        WHERE b."study_id" = ${study}::uuid AND b."owner_id" IS NOT NULL
    ), "on" AS (
      SELECT "id", owner, "gone" FROM "hidden"
      UNION ALL SELECT t."id", h.owner, t."gone" FROM "theme" t JOIN "hidden" h ON t."board_id" = h."id"
        WHERE t."study_id" = ${study}::uuid
      UNION ALL SELECT c."id", h.owner, c."gone" FROM "card" c JOIN "hidden" h ON c."board_id" = h."id"
        WHERE c."study_id" = ${study}::uuid
    )
    SELECT "id", owner FROM "on" WHERE "gone"
    UNION ALL SELECT m."id", o.owner FROM "memo" m JOIN "on" o ON m."subject" = o."id"::text
      WHERE m."study_id" = ${study}::uuid AND m."gone"`;
}
