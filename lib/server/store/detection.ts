/**
 * What detection found in each text, and who looks through a study now. Places and codes, never words.
 *
 * A study is looked through by one process at a time; should two ever be at it, both write the same.
 * Rules: docs/spec/identifier.md, I70 and I71.
 */
import { setImmediate } from "node:timers/promises";
import type { Found } from "#lib/domain/detect/hit.ts";
import type { Searched } from "#lib/domain/identifier/candidate.ts";
import { together } from "#lib/domain/identifier/candidate.ts";
import type { PrismaClient } from "./generated/client.ts";
import type { Db } from "./rows.ts";

/** A text that waits to be looked through. */
export type Unsearched = Readonly<{ revision: string; text: string }>;
/** What was found in a text by knowing the study's names, in code points. */
export type DetectedOwn = Readonly<{ revision: string; own: readonly Found[] }>;
/** And what was found without knowing them. */
export type Detected = DetectedOwn & Readonly<{ found: readonly Found[] }>;

const LEASE = 20; // seconds without a sign after which another process goes on
const MOST = 400; // texts at a time
const NO_EDITION = 0; // of what has to be looked through again

/** Studies of which some text has not been looked through by this edition, or not with the names that the study has now. */
export async function studiesToDetect(db: Db, edition: number): Promise<string[]> {
  const found = await db.$queryRaw<{ study: string }[]>`
    SELECT s."id" AS study FROM "study" s WHERE NOT s."gone" AND (
      EXISTS (SELECT FROM "source" o LEFT JOIN "detection" d ON d."study_id" = o."study_id" AND d."revision_id" = o."revision_id"
        WHERE o."study_id" = s."id" AND NOT o."gone" AND d."edition" IS DISTINCT FROM ${edition}::int)
      OR EXISTS (SELECT FROM "detection" d LEFT JOIN "detecting" w ON w."study_id" = d."study_id"
        WHERE d."study_id" = s."id" AND w."names" IS DISTINCT FROM names_mark(s."id")))`;
  return found.map(({ study }) => study);
}

/**
 * Has every text looked through again where an operator's lists are others than before. Several processes that start together
 * do so once.
 *
 * @param mark - tells lists apart; null where there are none
 * @returns whether they are others
 */
export async function listsAre(db: PrismaClient, mark: string | null): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO "setting" ("key", "value") VALUES ('lists', 'null'::jsonb) ON CONFLICT ("key") DO NOTHING`;
    const changed = await tx.$executeRaw`
      UPDATE "setting" SET "value" = ${JSON.stringify(mark)}::jsonb
      WHERE "key" = 'lists' AND "value" IS DISTINCT FROM ${JSON.stringify(mark)}::jsonb`;
    if (changed === 1) await tx.$executeRaw`UPDATE "detection" SET "edition" = ${NO_EDITION}::int`;
    return changed === 1;
  });
}

/** Takes a study up to look through it; false where somebody else is at it. */
export async function holdDetecting(db: Db, study: string, holder: string): Promise<boolean> {
  const taken = await db.$executeRaw`
    INSERT INTO "detecting" ("study_id", "holder", "seen_at")
    SELECT "id", ${holder}::uuid, clock_timestamp() FROM "study" WHERE "id" = ${study}::uuid
    ON CONFLICT ("study_id") DO UPDATE SET "holder" = EXCLUDED."holder", "seen_at" = EXCLUDED."seen_at"
    WHERE "detecting"."holder" IS NULL OR "detecting"."holder" = EXCLUDED."holder"
      OR "detecting"."seen_at" < clock_timestamp() - make_interval(secs => ${LEASE})`;
  return taken === 1;
}

/** Lets a study go. */
export async function releaseDetecting(db: Db, study: string, holder: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "detecting" SET "holder" = NULL WHERE "study_id" = ${study}::uuid AND "holder" = ${holder}::uuid`;
}

/** The mark of the names that a study has now, and of those with which it was looked through last. */
export async function namesMarks(db: Db, study: string): Promise<Readonly<{ now: string; searched: string | null }>> {
  const [found] = await db.$queryRaw<{ now: string; searched: string | null }[]>`
    SELECT names_mark(${study}::uuid) AS now,
      (SELECT "names" FROM "detecting" WHERE "study_id" = ${study}::uuid) AS searched`;
  return found ?? { now: "", searched: null };
}

/** Says that all texts have been looked through with these names. */
export async function searchedWith(db: Db, study: string, names: string): Promise<void> {
  await db.$executeRaw`UPDATE "detecting" SET "names" = ${names} WHERE "study_id" = ${study}::uuid`;
}

/** Texts that this edition has not looked through yet, the oldest first, up to about so many signs. */
export async function unsearched(db: Db, study: string, edition: number, signs: number): Promise<Unsearched[]> {
  return db.$queryRaw<Unsearched[]>`
    SELECT r."id" AS revision, r."text" FROM (
      SELECT s."revision_id", sum(r."length") OVER (ORDER BY s."number") - r."length" AS "before"
      FROM "source" s
      JOIN "revision" r ON r."study_id" = s."study_id" AND r."id" = s."revision_id"
      LEFT JOIN "detection" d ON d."study_id" = s."study_id" AND d."revision_id" = s."revision_id"
      WHERE s."study_id" = ${study}::uuid AND NOT s."gone" AND d."edition" IS DISTINCT FROM ${edition}::int
      ORDER BY s."number" LIMIT ${MOST}
    ) w JOIN "revision" r ON r."study_id" = ${study}::uuid AND r."id" = w."revision_id"
    WHERE w."before" < ${signs}`;
}

/** Texts that were looked through, from one number of a source on; with the number to go on from, or null at the end. */
export async function searchedAfter(
  db: Db,
  study: string,
  after: number,
  signs: number,
): Promise<Readonly<{ texts: readonly Unsearched[]; last: number | null }>> {
  const found = await db.$queryRaw<(Unsearched & { number: number })[]>`
    SELECT r."id" AS revision, r."text", w."number" FROM (
      SELECT s."revision_id", s."number", sum(r."length") OVER (ORDER BY s."number") - r."length" AS "before"
      FROM "source" s
      JOIN "revision" r ON r."study_id" = s."study_id" AND r."id" = s."revision_id"
      JOIN "detection" d ON d."study_id" = s."study_id" AND d."revision_id" = s."revision_id"
      WHERE s."study_id" = ${study}::uuid AND NOT s."gone" AND s."number" > ${after}::int
      ORDER BY s."number" LIMIT ${MOST * 10}
    ) w JOIN "revision" r ON r."study_id" = ${study}::uuid AND r."id" = w."revision_id"
    WHERE w."before" < ${signs} ORDER BY w."number"`;
  return { texts: found.map(({ revision, text }) => ({ revision, text })), last: found.at(-1)?.number ?? null };
}

/** Stores what was found in texts that had not been looked through. */
export async function saveDetected(db: Db, study: string, edition: number, all: readonly Detected[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "detection" ("study_id", "revision_id", "edition", "found", "own")
    SELECT ${study}::uuid, n.revision, ${edition}::int, n.found, n.own
    FROM jsonb_to_recordset(${JSON.stringify(all)}::jsonb) AS n(revision uuid, found jsonb, own jsonb)
    JOIN "revision" r ON r."study_id" = ${study}::uuid AND r."id" = n.revision
    ON CONFLICT ("study_id", "revision_id") DO UPDATE
      SET "edition" = EXCLUDED."edition", "found" = EXCLUDED."found", "own" = EXCLUDED."own"`;
  await moveOn(db, study);
}

/** Stores what was found by other names than before. */
export async function saveOwn(db: Db, study: string, all: readonly DetectedOwn[]): Promise<void> {
  await db.$executeRaw`
    UPDATE "detection" d SET "own" = n.own
    FROM jsonb_to_recordset(${JSON.stringify(all)}::jsonb) AS n(revision uuid, own jsonb)
    WHERE d."study_id" = ${study}::uuid AND d."revision_id" = n.revision AND d."own" <> n.own`;
  await moveOn(db, study);
}

async function moveOn(db: Db, study: string): Promise<void> {
  await db.$executeRaw`UPDATE "detecting" SET "version" = "version" + 1 WHERE "study_id" = ${study}::uuid`;
}

/** How far a study has been looked through. */
export type DetectionProgress = Readonly<{
  /** texts that this edition has looked through, of all */
  done: number;
  total: number;
  /** whether with the names that the study has now */
  named: boolean;
}>;

export async function detectionProgress(db: Db, study: string, edition: number): Promise<DetectionProgress> {
  const [found] = await db.$queryRaw<DetectionProgress[]>`
    SELECT count(*) FILTER (WHERE d."edition" = ${edition}::int)::int AS done, count(*)::int AS total,
      coalesce((SELECT "names" FROM "detecting" WHERE "study_id" = ${study}::uuid) = names_mark(${study}::uuid), false) AS named
    FROM "source" s LEFT JOIN "detection" d ON d."study_id" = s."study_id" AND d."revision_id" = s."revision_id"
    WHERE s."study_id" = ${study}::uuid AND NOT s."gone"`;
  return found ?? { done: 0, total: 0, named: false };
}

/** Whether all of it has been looked through. A study without texts has nothing to look through. */
export function isSettled({ done, total, named }: DetectionProgress): boolean {
  return total === 0 || (named && done === total);
}

/** Another number wherever something else may have been found. */
export async function detectionVersion(db: Db, study: string): Promise<number> {
  const [found] = await db.$queryRaw<{ version: number }[]>`
    SELECT "version" FROM "detecting" WHERE "study_id" = ${study}::uuid`;
  return found?.version ?? 0;
}

const AT_ONCE = 300_000; // signs of texts that are read together
const TURN = 12; // milliseconds after which others have their turn

/**
 * The texts of a study with what was found in them, a few at a time: whoever goes through them lets others on in between.
 *
 * @param every - also texts that were taken away, and as they stood before a correction; else those that stand now
 */
export async function* searchedTexts(db: Db, study: string, every = false): AsyncGenerator<Searched> {
  let since = performance.now();
  for (let [number, n] = [0, 0]; ;) {
    const found = await db.$queryRaw<
      (Omit<Searched, "found"> & { number: number; n: number; found: Found[] | null; own: Found[] | null })[]
    >`
      SELECT w."source", w."number", w."n", w."revision", w."lang", r."text", d."found", d."own" FROM (
        SELECT s."id" AS "source", s."number", r."n", s."lang", r."id" AS "revision",
          sum(r."length") OVER (ORDER BY s."number", r."n") - r."length" AS "before"
        FROM "source" s JOIN "revision" r ON r."study_id" = s."study_id" AND r."source_id" = s."id"
        WHERE s."study_id" = ${study}::uuid AND (${every} OR (NOT s."gone" AND r."id" = s."revision_id"))
          AND (s."number", r."n") > (${number}::int, ${n}::int)
        ORDER BY s."number", r."n" LIMIT ${MOST * 10}
      ) w
      JOIN "revision" r ON r."study_id" = ${study}::uuid AND r."id" = w."revision"
      LEFT JOIN "detection" d ON d."study_id" = r."study_id" AND d."revision_id" = r."id"
      WHERE w."before" < ${AT_ONCE} ORDER BY w."number", w."n"`;
    for (const { found: rest, own, number: at, n: nth, ...text } of found) {
      yield { ...text, found: together(own ?? [], rest ?? []) };
      [number, n] = [at, nth];
      if (performance.now() - since < TURN) continue;
      await setImmediate();
      since = performance.now();
    }
    if (found.length === 0) return;
  }
}
