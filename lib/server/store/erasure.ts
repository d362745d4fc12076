/**
 * What an erasure reads and overwrites. Only the functions that the migration gives may overwrite what otherwise never changes, and
 * they do so only while somebody has withdrawn and not everything of theirs has been erased. Rules: docs/spec/consent.md.
 */
import type { Span } from "#lib/domain/erase/span.ts";
import type { Erased } from "#lib/domain/participant/erased.ts";
import { Prisma } from "./generated/client.ts";
import type { Db } from "./rows.ts";
import * as z from "zod";

const starts = (spans: readonly Span[]) => spans.map(({ start }) => start);
const ends = (spans: readonly Span[]) => spans.map(({ end }) => end);

/** Somebody of whom not everything has been erased. */
export type Waiting = Readonly<{ study: string; participant: string }>;

/** Those of whom something is still to be erased, the first to withdraw first. */
export async function waitingToBeErased(db: Db): Promise<Waiting[]> {
  return db.$queryRaw<Waiting[]>`
    SELECT p."study_id" AS study, p."id" AS participant FROM "participant" p JOIN "study" s ON s."id" = p."study_id"
    WHERE p."withdrawn_on" IS NOT NULL AND NOT p."erased" AND NOT s."gone" ORDER BY p."withdrawn_on"`;
}

const Before = z.array(z.object({ study: z.string(), participant: z.string(), on: z.string() }));

/** Those who had withdrawn before an older backup was put back. */
export async function withdrawnBefore(db: Db): Promise<z.infer<typeof Before>> {
  const [found] = await db.$queryRaw<{ value: unknown }[]>`SELECT "value" FROM "setting" WHERE "key" = 'withdrawn'`;
  return found ? Before.parse(found.value) : [];
}

/** Those of these participants who are there, in studies that are. */
export async function participantsThere(db: Db, participants: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT p."id" FROM "participant" p JOIN "study" s ON s."id" = p."study_id"
    WHERE p."id" = ANY(${[...participants]}::uuid[]) AND NOT p."gone" AND NOT s."gone"`;
  return new Set(found.map(({ id }) => id));
}

/** They have withdrawn again. */
export async function forgetWithdrawnBefore(db: Db): Promise<void> {
  await db.$executeRaw`DELETE FROM "setting" WHERE "key" = 'withdrawn'`;
}

/** Stands in the line of those who change the study until the transaction ends. Whether the participant still waits. */
export async function holdForErasure(db: Db, { study, participant }: Waiting): Promise<boolean> {
  await db.$queryRaw`SELECT 1 FROM "study_clock" WHERE "study_id" = ${study}::uuid FOR NO KEY UPDATE`;
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "participant" p WHERE p."study_id" = ${study}::uuid AND p."id" = ${participant}::uuid
      AND p."withdrawn_on" IS NOT NULL AND NOT p."erased"
      AND NOT EXISTS (SELECT FROM "erasure" e WHERE e."study_id" = p."study_id" AND e."participant_id" = p."id")`;
  return found.length > 0;
}

/** A source that somebody spoke in; `whole`: nobody else answered there. */
export type Spoken = Readonly<{ id: string; original: string | null; whole: boolean }>;

/** The sources in which a participant spoke or answered, also those that have been taken away. As `theirs` in the domain tells them. */
export async function spokenIn(db: Db, { study, participant }: Waiting): Promise<Spoken[]> {
  return db.$queryRaw<Spoken[]>`
    SELECT s."id", s."original_id" AS original, NOT EXISTS (
      SELECT FROM "speaker" o WHERE o."study_id" = s."study_id" AND o."source_id" = s."id" AND NOT o."interviewer"
        AND o."participant_id" IS DISTINCT FROM ${participant}::uuid
    ) AS whole
    FROM "source" s WHERE s."study_id" = ${study}::uuid AND (s."participant_id" = ${participant}::uuid OR EXISTS (
      SELECT FROM "speaker" k WHERE k."study_id" = s."study_id" AND k."source_id" = s."id" AND k."participant_id" = ${participant}::uuid))
    ORDER BY s."number"`;
}

/** Speakers who are a participant. */
export async function speakersOf(db: Db, { study, participant }: Waiting): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "speaker" WHERE "study_id" = ${study}::uuid AND "participant_id" = ${participant}::uuid`;
  return found.map(({ id }) => id);
}

export type Text = Readonly<{ revision: string; source: string; text: string; length: number }>;

/** All revisions of these sources. */
export async function revisionsOf(db: Db, study: string, sources: readonly string[]): Promise<Text[]> {
  return db.$queryRaw<Text[]>`
    SELECT "id" AS revision, "source_id" AS source, "text", "length" FROM "revision"
    WHERE "study_id" = ${study}::uuid AND "source_id" = ANY(${[...sources]}::uuid[]) ORDER BY "source_id", "n"`;
}

/** The ids of all revisions of a study, whether their sources are there or not. */
export async function allRevisions(db: Db, study: string): Promise<string[]> {
  const found = await db.$queryRaw<
    { id: string }[]
  >`SELECT "id" FROM "revision" WHERE "study_id" = ${study}::uuid ORDER BY "id"`;
  return found.map(({ id }) => id);
}

export async function revisionTexts(db: Db, study: string, ids: readonly string[]): Promise<Text[]> {
  return db.$queryRaw<Text[]>`
    SELECT "id" AS revision, "source_id" AS source, "text", "length" FROM "revision"
    WHERE "study_id" = ${study}::uuid AND "id" = ANY(${[...ids]}::uuid[])`;
}

/** Where these speakers speak. */
export async function turnsOf(
  db: Db,
  study: string,
  speakers: readonly string[],
): Promise<Readonly<{ revision: string; start: number; end: number }>[]> {
  return db.$queryRaw`
    SELECT "revision_id" AS revision, "start_at" AS start, "end_at" AS "end" FROM "turn"
    WHERE "study_id" = ${study}::uuid AND "speaker_id" = ANY(${[...speakers]}::uuid[]) ORDER BY "revision_id", "start_at"`;
}

/** What memos on the text know these turns by: all of these sources, and those in which these speakers speak. */
export async function turnsAbout(
  db: Db,
  study: string,
  sources: readonly string[],
  speakers: readonly string[],
): Promise<string[]> {
  const found = await db.$queryRaw<{ ids: string[] }[]>`
    SELECT array_remove(ARRAY[t."id", t."line_id"], NULL) AS ids FROM "turn" t
    JOIN "revision" r ON r."study_id" = t."study_id" AND r."id" = t."revision_id"
    WHERE t."study_id" = ${study}::uuid
      AND (r."source_id" = ANY(${[...sources]}::uuid[]) OR t."speaker_id" = ANY(${[...speakers]}::uuid[]))`;
  return found.flatMap(({ ids }) => ids);
}

/** What people wrote in a study, a portion after this id. */
export async function phrasesAfter(
  db: Db,
  study: string,
  after: string | null,
  most: number,
): Promise<Readonly<{ id: string; words: string }>[]> {
  const from = after === null ? Prisma.empty : Prisma.sql`AND "id" > ${after}::uuid`;
  return db.$queryRaw`
    SELECT "id", "words" FROM "phrase" WHERE "study_id" = ${study}::uuid ${from} ORDER BY "id" LIMIT ${most}`;
}

/**
 * The phrases that were ever written about these subjects, into quotes among them as they are published, translations of those, in memos on them, or where it
 * was decided what stands for their name: what speaks of somebody and of nobody else.
 *
 * @param subjects - ids of rows: the participant, their sources and speakers, their quotes and the cards of those, mentions in what they said, looks at that
 */
export async function phrasesAbout(db: Db, study: string, subjects: readonly string[]): Promise<string[]> {
  const found = await db.$queryRaw<{ phrase: string }[]>`
    WITH RECURSIVE "about" AS (
      SELECT s."id" FROM unnest(${[...subjects]}::text[]) AS s("id")
      UNION
      SELECT m."id"::text FROM "memo" m JOIN "about" a ON m."subject" = a."id" OR m."parent_id"::text = a."id"
        WHERE m."study_id" = ${study}::uuid
    ), "judged" AS (
      SELECT "id" FROM "about"
      UNION SELECT n."id"::text FROM "mention" n JOIN "about" a ON n."identifier_id"::text = a."id" WHERE n."study_id" = ${study}::uuid
    )
    SELECT r."reason_id"::text AS "phrase" FROM "reveal" r
      WHERE r."study_id" = ${study}::uuid AND r."id"::text IN (SELECT "id" FROM "judged")
    UNION
    SELECT DISTINCT p."phrase" FROM "event" e
    CROSS JOIN LATERAL jsonb_path_query(e."payload", '$.changes[*] ? (@.noun == "mention" || @.noun == "identifier")') AS c("change")
    CROSS JOIN LATERAL (VALUES (c."change" -> 'before'), (c."change" -> 'after')) AS f("fields")
    CROSS JOIN LATERAL (VALUES (f."fields" ->> 'reason'), (f."fields" ->> 'replacement'), (f."fields" ->> 'replacementCy')) AS p("phrase")
    WHERE e."study_id" = ${study}::uuid AND p."phrase" IS NOT NULL AND c."change" ->> 'id' IN (SELECT "id" FROM "judged")
    UNION
    SELECT DISTINCT p."phrase" FROM "event" e
    CROSS JOIN LATERAL jsonb_path_query(e."payload", '$.changes[*] ? (@.noun == "wording" || @.noun == "edit" || @.noun == "translation")') AS c("change")
    CROSS JOIN LATERAL (VALUES (c."change" #>> '{before,phrase}'), (c."change" #>> '{after,phrase}')) AS p("phrase")
    WHERE e."study_id" = ${study}::uuid AND p."phrase" IS NOT NULL AND split_part(c."change" ->> 'id', '/', 1) IN (SELECT "id" FROM "about")`;
  return found.map(({ phrase }) => phrase);
}

/** What was summarised of what they said, and of what their organisation did where nobody else of it is left; also what is gone. */
export async function summariesAbout(db: Db, who: Waiting): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "summary" s
    LEFT JOIN "participant" p ON p."study_id" = s."study_id" AND p."id" = ${who.participant}::uuid
    WHERE s."study_id" = ${who.study}::uuid AND (s."participant_id" = p."id" OR (s."organisation_id" = p."organisation_id" AND NOT EXISTS (
      SELECT FROM "participant" o WHERE o."study_id" = p."study_id" AND o."organisation_id" = p."organisation_id"
        AND NOT o."gone" AND o."withdrawn_on" IS NULL)))`;
  return found.map(({ id }) => id);
}

/** Quotes, mentions and looks at originals of a revision that lie within what is erased, with the cards that show those quotes; also those that are gone. */
export async function lyingWithin(db: Db, study: string, revision: string, spans: readonly Span[]): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH "spans" AS (
      SELECT * FROM unnest(${starts(spans)}::int[], ${ends(spans)}::int[]) AS s(first, past)
    ), "theirs" AS (
      SELECT DISTINCT a."quote_id" AS "id" FROM "anchor" a JOIN "spans" s ON a."start_at" >= s.first AND a."end_at" <= s.past
      WHERE a."study_id" = ${study}::uuid AND a."revision_id" = ${revision}::uuid
    )
    SELECT "id" FROM "theirs"
    UNION SELECT r."id" FROM "reveal" r JOIN "spans" s ON r."start_at" >= s.first AND r."end_at" <= s.past
      WHERE r."study_id" = ${study}::uuid AND r."revision_id" = ${revision}::uuid
    UNION SELECT p."mention_id" FROM "mention_place" p JOIN "spans" s ON p."start_at" >= s.first AND p."end_at" <= s.past
      WHERE p."study_id" = ${study}::uuid AND p."revision_id" = ${revision}::uuid
    UNION SELECT c."id" FROM "card" c JOIN "theirs" t ON t."id" = c."quote_id" WHERE c."study_id" = ${study}::uuid`;
  return found.map(({ id }) => id);
}

export async function eraseSpans(db: Db, study: string, revision: string, spans: readonly Span[]): Promise<void> {
  await db.$executeRaw`SELECT erase_spans(${study}::uuid, ${revision}::uuid, ${starts(spans)}::int[], ${ends(spans)}::int[])`;
}

export async function erasePhrase(db: Db, study: string, phrase: string, spans: readonly Span[]): Promise<void> {
  await db.$executeRaw`SELECT erase_phrase(${study}::uuid, ${phrase}::uuid, ${starts(spans)}::int[], ${ends(spans)}::int[])`;
}

export async function eraseSources(db: Db, study: string, sources: readonly string[]): Promise<void> {
  await db.$executeRaw`SELECT erase_sources(${study}::uuid, ${[...sources]}::uuid[])`;
}

export async function eraseWords(db: Db, study: string): Promise<void> {
  await db.$executeRaw`SELECT erase_words(${study}::uuid)`;
}

export async function eraseNames(
  db: Db,
  study: string,
  subjects: readonly string[],
  names: readonly string[],
): Promise<void> {
  await db.$executeRaw`SELECT erase_names(${study}::uuid, ${[...subjects]}::uuid[], ${[...names]}::uuid[])`;
}

export async function eraseOriginals(db: Db, study: string, originals: readonly string[]): Promise<void> {
  await db.$executeRaw`SELECT erase_originals(${study}::uuid, ${[...originals]}::uuid[])`;
}

/** What respondents filled in beside questions. */
export async function allValues(
  db: Db,
  study: string,
): Promise<Readonly<{ source: string; values: Readonly<Record<string, unknown>> }>[]> {
  return db.$queryRaw`SELECT "source_id" AS source, "values" FROM "source_values" WHERE "study_id" = ${study}::uuid`;
}

export async function eraseValues(
  db: Db,
  study: string,
  source: string,
  remains: Readonly<Record<string, unknown>>,
): Promise<void> {
  await db.$executeRaw`SELECT erase_values(${study}::uuid, ${source}::uuid, ${JSON.stringify(remains)}::jsonb)`;
}

/** The names that were sealed for a subject, and whatever else was sealed in a study. */
export async function sealedNames(
  db: Db,
  study: string,
): Promise<Readonly<{ id: string; subject: string; field: string }>[]> {
  return db.$queryRaw`SELECT "id", "subject", "field" FROM identity."name" WHERE "study_id" = ${study}::uuid AND "sealed" <> ''`;
}

export async function saveErased(db: Db, { study, participant }: Waiting, found: Erased): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "erasure" ("study_id", "participant_id", "found") VALUES (${study}::uuid, ${participant}::uuid, ${JSON.stringify(found)}::jsonb)`;
}

/** Findings that lost quotes with somebody's withdrawal, with how many each. */
export async function findingsLost(db: Db, { study, participant }: Waiting): Promise<Record<string, number>> {
  const found = await db.$queryRaw<{ finding: string; lost: bigint }[]>`
    SELECT split_part(c."change" ->> 'id', '/', 1) AS finding, count(*) AS lost FROM "event" e
    CROSS JOIN LATERAL jsonb_path_query(e."payload", '$.changes[*] ? (@.noun == "evidence")') AS c("change")
    WHERE e."study_id" = ${study}::uuid AND e."kind" = 'participant.withdraw'
      AND jsonb_path_exists(e."payload", '$.changes[*] ? (@.noun == "participant" && @.id == $who)', jsonb_build_object('who', ${participant}::text))
    GROUP BY 1`;
  return Object.fromEntries(found.map(({ finding, lost }) => [finding, Number(lost)]));
}

/** When the first text of these sources came in. */
export async function firstOf(db: Db, study: string, sources: readonly string[]): Promise<Date | null> {
  const [found] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min("at") AS at FROM "revision" WHERE "study_id" = ${study}::uuid AND "source_id" = ANY(${[...sources]}::uuid[])`;
  return found?.at ?? null;
}

/** An owner of a study, in whose name the house says that it has done what they asked for. */
export async function someOwner(db: Db, study: string): Promise<string | null> {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "membership" WHERE "study_id" = ${study}::uuid AND "role" = 'owner' AND NOT "gone" ORDER BY "id" LIMIT 1`;
  return found?.id ?? null;
}
