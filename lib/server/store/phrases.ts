/** Reads what people wrote and what respondents said. Only the door for words (load/words.ts) may hand it on. */
import { aroundOf } from "#lib/domain/quote/around.ts";
import type { Around } from "#lib/domain/quote/around.ts";
import type { Db } from "./rows.ts";

const AT_ONCE = 20; // texts

export type Phrase = Readonly<{ id: string; lang: string; words: string }>;
/** The words of a quote, and where they stand. */
export type Quoted = Phrase & Readonly<{ revision: string; start: number; end: number }>;

/** Phrases by id. */
export async function readPhrases(db: Db, study: string, ids: readonly string[]): Promise<Phrase[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<Phrase[]>`
    SELECT "id", "lang", "words" FROM "phrase" WHERE "study_id" = ${study}::uuid AND "id" = ANY(${[...ids]}::uuid[])`;
}

/**
 * The words of quotes, as they stand in the text that their source has now, or stood before a correction lost them; with the
 * source's language. Those of a quote that is gone are told to whoever asks for it, as long as its source is there: a board
 * as it was may show it.
 */
export async function readQuotes(db: Db, study: string, ids: readonly string[] | "all"): Promise<Quoted[]> {
  if (ids.length === 0) return [];
  if (ids === "all") {
    return db.$queryRaw<Quoted[]>`
      SELECT a."quote_id" AS id, s."lang", a."exact" AS words, a."revision_id" AS revision, a."start_at" AS start, a."end_at" AS "end"
      FROM "anchor" a
      JOIN "quote" q ON q."study_id" = a."study_id" AND q."id" = a."quote_id"
      JOIN "source" s ON s."study_id" = q."study_id" AND s."id" = q."source_id"
      WHERE a."study_id" = ${study}::uuid AND NOT a."gone"`;
  }
  return db.$queryRaw<Quoted[]>`
    SELECT DISTINCT ON (a."quote_id") a."quote_id" AS id, s."lang", a."exact" AS words, a."revision_id" AS revision,
      a."start_at" AS start, a."end_at" AS "end" FROM "anchor" a
    JOIN "quote" q ON q."study_id" = a."study_id" AND q."id" = a."quote_id"
    JOIN "source" s ON s."study_id" = q."study_id" AND s."id" = q."source_id"
    JOIN "revision" r ON r."study_id" = a."study_id" AND r."id" = a."revision_id"
    WHERE a."study_id" = ${study}::uuid AND a."quote_id" = ANY(${[...ids]}::uuid[]) AND (NOT a."gone" OR NOT s."gone")
    ORDER BY a."quote_id", a."gone", r."n" DESC`;
}

/**
 * What stands around quotes in their texts, by the quote's id: a name that a quote cuts is known only by the whole of it.
 *
 * Cost: each text once, however many of its quotes are asked for.
 */
export async function readAround(db: Db, study: string, quotes: readonly Quoted[]): Promise<Map<string, Around>> {
  const around = new Map<string, Around>();
  const revisions = [...Map.groupBy(quotes, ({ revision }) => revision)];
  for (let from = 0; from < revisions.length; from += AT_ONCE) {
    const some = new Map(revisions.slice(from, from + AT_ONCE));
    const texts = await db.$queryRaw<{ id: string; text: string; astral: number[] }[]>`
      SELECT "id", "text", "astral" FROM "revision" WHERE "study_id" = ${study}::uuid AND "id" = ANY(${[...some.keys()]}::uuid[])`;
    for (const { id, text, astral } of texts)
      for (const quote of some.get(id) ?? []) around.set(quote.id, aroundOf(text, astral, quote, id));
  }
  return around;
}

/** Of these ids those that are not of a reason why a name is kept, which tells of the name. */
export async function withoutReasons(db: Db, study: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  // The log is looked through only for what no text slot says, and only its few decisions.
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT "asked"."id" FROM unnest(${[...ids]}::uuid[]) AS "asked"("id")
    WHERE "asked"."id" IN (SELECT "phrase_id" FROM "wording" WHERE "study_id" = ${study}::uuid AND "phrase_id" IS NOT NULL)
      OR "asked"."id"::text NOT IN (
        SELECT c -> 'after' ->> 'reason' FROM "event" e, jsonb_array_elements(e."payload" -> 'changes') c
        WHERE e."study_id" = ${study}::uuid AND (e."kind" LIKE 'identifier%' OR e."kind" LIKE 'mention%') AND c -> 'after' ->> 'reason' IS NOT NULL)`;
  return found.map(({ id }) => id);
}

/** The ids of all phrases and names that live rows refer to, but those of a board that only somebody else sees. */
export async function referredWords(
  db: Db,
  study: string,
  person: string,
): Promise<{ phrases: string[]; names: string[] }> {
  const found = await db.$queryRaw<{ id: string; name: boolean }[]>`
    WITH "theirs" AS (
      SELECT "id" FROM "board" WHERE "study_id" = ${study}::uuid AND "owner_id" <> ${person}::uuid
    ), "hidden" AS (
      SELECT "id" FROM "theirs"
      UNION ALL SELECT t."id" FROM "theme" t WHERE t."study_id" = ${study}::uuid AND t."board_id" IN (SELECT "id" FROM "theirs")
      UNION ALL SELECT c."id" FROM "card" c WHERE c."study_id" = ${study}::uuid AND c."board_id" IN (SELECT "id" FROM "theirs")
    )
    SELECT w."phrase_id" AS id, false AS name FROM "wording" w
      WHERE w."study_id" = ${study}::uuid AND NOT w."gone" AND w."phrase_id" IS NOT NULL
        AND w."subject" NOT IN (SELECT "id" FROM "hidden")
        AND w."subject" NOT IN (SELECT m."id" FROM "memo" m JOIN "hidden" h ON m."subject" = h."id"::text
          WHERE m."study_id" = ${study}::uuid)
    UNION ALL SELECT unnest(array_remove(ARRAY["replacement_id", "replacement_cy_id", "reason_id"], NULL)), false
      FROM "identifier" WHERE "study_id" = ${study}::uuid AND NOT "gone"
    UNION ALL SELECT "phrase_id", false FROM "edit" WHERE "study_id" = ${study}::uuid AND NOT "gone" AND "phrase_id" IS NOT NULL
    UNION ALL SELECT "phrase_id", false FROM "translation" WHERE "study_id" = ${study}::uuid AND NOT "gone"
    UNION ALL SELECT "reason_id", false FROM "disclosure" WHERE "study_id" = ${study}::uuid AND NOT "gone" AND "reason_id" IS NOT NULL
    UNION ALL SELECT "reason_id", false FROM "acceptance" WHERE "study_id" = ${study}::uuid AND NOT "gone"
    UNION ALL SELECT "judgement_id", false FROM "signature" WHERE "study_id" = ${study}::uuid AND NOT "gone"
    UNION ALL SELECT "term_id", true FROM "identifier" WHERE "study_id" = ${study}::uuid AND NOT "gone" AND "term_id" IS NOT NULL
        AND "decision" IS DISTINCT FROM 'ordinary' -- thousands of words that no screen but that of privacy shows
    UNION ALL SELECT unnest(array_remove(ARRAY["name_id", "aliases_id"], NULL)), true
      FROM "organisation" WHERE "study_id" = ${study}::uuid AND NOT "gone"
    UNION ALL SELECT unnest(array_remove(ARRAY["name_id", "contact_id"], NULL)), true
      FROM "participant" WHERE "study_id" = ${study}::uuid AND NOT "gone"
    UNION ALL SELECT "title_id", true FROM "source" WHERE "study_id" = ${study}::uuid AND NOT "gone" AND "title_id" IS NOT NULL
    UNION ALL SELECT "label_id", true FROM "speaker" WHERE "study_id" = ${study}::uuid AND NOT "gone" AND "label_id" IS NOT NULL`;
  return {
    phrases: found.filter(({ name }) => !name).map(({ id }) => id),
    names: found.filter(({ name }) => name).map(({ id }) => id),
  };
}
