/**
 * Looks for words in all that was said in a study. Only load/search.ts may hand on what it finds.
 *
 * Everything runs inside the caller's transaction. What is looked for and every filter are parameters. A page costs the same
 * for a word that stands everywhere as for one that stands once, because the way to it is chosen by a first look: see
 * docs/decisions/search-in-postgres.md. Rules: docs/spec/search.md, SR6 to SR10, SR12.
 */
import type { Filters } from "#lib/domain/search/shape.ts";
import type { Query } from "#lib/domain/search/query.ts";
import { Prisma } from "./generated/client.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import type { Db } from "./rows.ts";

/** What is looked for, as the database reads it, and where. */
export type Search = Readonly<{ study: string; words: string; filters: Filters; narrow: Narrow }>;

/** Where filters lead: texts, of which a few are named and many looked up one by one; and the tag with those that lie in it. */
type Narrow = Readonly<{ revisions: readonly string[] | null; tags: readonly string[] }>;

/** A place of a hit, with how well the words fit there. */
export type Place = Readonly<{ place: number; rank: number }>;

/** What a look at some hits saw: how many, the last place of them, and those that the filters let through, in order. */
export type Look = Readonly<{ places: readonly number[]; seen: number; far: number }>;

const FEW = 250; // texts that are named in a query
const EVERY = Number.MAX_SAFE_INTEGER; // behind all places

/** What a person may do in a study; null where they are not in it. The first thing that is asked in the transaction. */
export async function roleIn(db: Db, study: string, person: string): Promise<Role | null> {
  // To compile a statement, or to begin workers for it, takes longer than to answer it.
  await db.$executeRaw`SELECT set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`;
  const [found] = await db.$queryRaw<{ role: Role }[]>`
    SELECT m."role" FROM "membership" m JOIN "study" s ON s."id" = m."study_id" AND NOT s."gone"
    WHERE m."study_id" = ${study}::uuid AND m."id" = ${person}::uuid AND NOT m."gone"`;
  return found?.role ?? null;
}

/** Makes ready to look: reads the words as the database compares them, and finds the few texts that filters lead to. */
export async function searchFor(db: Db, study: string, query: Query, filters: Filters): Promise<Search> {
  const [read] = await db.$queryRaw<{ words: string }[]>`SELECT (${sought(query)})::text AS words`;
  let revisions: string[] | null = null;
  if (isNarrow(filters)) {
    const found = await db.$queryRaw<{ id: string }[]>`
      SELECT s."revision_id" AS id FROM "source" s WHERE s."study_id" = ${study}::uuid AND NOT s."gone" ${ofSource(study, filters)} LIMIT ${FEW + 1}`;
    if (found.length <= FEW) revisions = found.map(({ id }) => id);
  }
  const tags = filters.tag === null ? [] : await tagsWithin(db, study, filters.tag);
  return { study, words: read?.words ?? "", filters, narrow: { revisions, tags } };
}

/** A tag and all that lie in it, however deep. */
async function tagsWithin(db: Db, study: string, tag: string): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE within AS (
      SELECT ${tag}::uuid AS id
      UNION
      SELECT t."id" FROM within w JOIN "tag" t ON t."study_id" = ${study}::uuid AND t."parent_id" = w.id AND NOT t."gone"
    ) SELECT id FROM within`;
  return found.map(({ id }) => id);
}

/** Looks at no more than `most` turns that hold the words, whichever come first, and lets the filters choose among them. */
export async function lookAt(db: Db, search: Search, most: number): Promise<Look> {
  // The table holds every study: nobody reads it through. Nor all sources, for a few turns.
  const found = await without(
    db,
    ["seqscan", "hashjoin", "mergejoin"],
    () => db.$queryRaw<{ seen: number; far: number; place: number | null }[]>`
      WITH seen AS MATERIALIZED (
        SELECT w."place", w."source_id", w."revision_id", w."speaker_id", w."start_at", w."end_at" FROM "turn_words" w WHERE ${holds(search)} LIMIT ${most}
      ), look AS (
        SELECT count(*)::int AS seen, coalesce(max(f."place"), 0)::float8 AS far FROM seen f
      )
      SELECT look.*, fit."place"::float8 AS place
      FROM look LEFT JOIN (SELECT w."place" FROM seen w ${published(search.study)} WHERE ${fits(search, true)}) fit ON true
      ORDER BY fit."place"`,
  );
  const [look] = found;
  return {
    places: found.flatMap(({ place }) => (place === null ? [] : [place])),
    seen: look?.seen ?? 0,
    far: look?.far ?? 0,
  };
}

/** Does some work while the database may not go certain ways, which it would take for shorter than they are. */
async function without<T>(db: Db, ways: readonly Way[], work: () => Promise<T>): Promise<T> {
  const set = async (to: "off" | "on") => {
    await db.$executeRaw`SELECT set_config('enable_' || way, ${to}, true) FROM unnest(${[...ways]}::text[]) AS w(way)`;
  };
  await set("off");
  const done = await work();
  await set("on");
  return done;
}

type Way = "seqscan" | "bitmapscan" | "hashjoin" | "mergejoin" | "sort";

/** The first and the last place of a study; null where nothing is said in it. */
export async function endsOf(db: Db, study: string): Promise<Readonly<{ first: number; last: number }> | null> {
  const [found] = await db.$queryRaw<{ first: number | null; last: number | null }[]>`
    SELECT min("place")::float8 AS first, max("place")::float8 AS last FROM "turn_words" WHERE "study_id" = ${study}::uuid`;
  return found && found.first !== null && found.last !== null ? { first: found.first, last: found.last } : null;
}

/** How many stretches of speech stand where filters lead, at most `most`. */
export async function countWithin(db: Db, { study, filters, narrow }: Search, most: number): Promise<number> {
  if (filters.tag !== null) {
    const [found] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (SELECT 1 FROM "tagging" g
        WHERE g."study_id" = ${study}::uuid AND g."tag_id" = ANY (${[...narrow.tags]}::uuid[]) AND NOT g."gone" LIMIT ${most}) t`;
    return found?.n ?? 0;
  }
  if (!isNarrow(filters)) return most;
  const [found] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM "source" s JOIN "turn_words" w ON w."study_id" = s."study_id" AND w."revision_id" = s."revision_id"
      WHERE s."study_id" = ${study}::uuid AND NOT s."gone" ${ofSource(study, filters)} LIMIT ${most}) t`;
  return found?.n ?? 0;
}

/** The first places behind `after`, in order, found by going through all that is said in the study. */
export async function placesInOrder(
  db: Db,
  search: Search,
  after: number,
  most: number,
  until = EVERY,
): Promise<number[]> {
  // Else the words' index would be asked for all of them, to be put in order.
  const found = await without(
    db,
    ["bitmapscan", "seqscan", "hashjoin", "mergejoin", "sort"],
    () => db.$queryRaw<{ place: number }[]>`
    SELECT w."place"::float8 AS place FROM "turn_words" w ${published(search.study)}
    WHERE ${holds(search)} AND w."place" > ${after}::bigint AND w."place" <= ${until}::bigint AND ${fits(search, until === EVERY)}
    ORDER BY w."study_id", w."place" LIMIT ${most}`,
  );
  return found.map(({ place }) => place);
}

/** The first places behind `after`, in order, found by the words. */
export async function placesByWords(db: Db, search: Search, after: number, most: number): Promise<number[]> {
  const found = await without(
    db,
    ["seqscan"],
    () => db.$queryRaw<{ place: number }[]>`
    WITH first AS MATERIALIZED (
      SELECT w."place", w."source_id", w."revision_id", w."speaker_id", w."start_at", w."end_at"
      FROM "turn_words" w WHERE ${holds(search)} AND w."place" > ${after}::bigint
    )
    SELECT w."place"::float8 AS place FROM first w ${published(search.study)} WHERE ${fits(search, true)} ORDER BY w."place" LIMIT ${most}`,
  );
  return found.map(({ place }) => place);
}

/** The first places behind `after`, in order, found by going through what the filters lead to. */
export async function placesWithin(db: Db, search: Search, after: number, most: number): Promise<number[]> {
  const { study, filters, narrow } = search;
  const within =
    filters.tag === null
      ? Prisma.sql`SELECT w."turn_id", w."part" FROM "source" s JOIN "turn_words" w ON w."study_id" = s."study_id" AND w."revision_id" = s."revision_id"
          WHERE s."study_id" = ${study}::uuid AND NOT s."gone" ${ofSource(study, filters)}`
      : Prisma.sql`SELECT DISTINCT w."turn_id", w."part" FROM "tagging" g
          JOIN "anchor" a ON a."study_id" = g."study_id" AND a."quote_id" = g."quote_id" AND NOT a."gone"
          JOIN LATERAL (SELECT t."id" FROM "turn" t WHERE t."study_id" = a."study_id" AND t."revision_id" = a."revision_id"
            AND t."start_at" < a."end_at" AND t."start_at" >= (SELECT max(b."start_at") FROM "turn" b
              WHERE b."study_id" = a."study_id" AND b."revision_id" = a."revision_id" AND b."start_at" <= a."start_at")) t ON true
          JOIN "turn_words" w ON w."study_id" = g."study_id" AND w."turn_id" = t."id"
          WHERE g."study_id" = ${study}::uuid AND g."tag_id" = ANY (${[...narrow.tags]}::uuid[]) AND NOT g."gone"`;
  const found = await without(
    db,
    ["bitmapscan"],
    () => db.$queryRaw<{ place: number }[]>`
    WITH within AS MATERIALIZED (${within})
    SELECT w."place"::float8 AS place FROM within i
    JOIN "turn_words" w ON w."study_id" = ${study}::uuid AND w."turn_id" = i."turn_id" AND w."part" = i."part" ${published(study)}
    WHERE ${holds(search)} AND w."place" > ${after}::bigint AND ${fits(search)} ORDER BY w."place" LIMIT ${most}`,
  );
  return found.map(({ place }) => place);
}

/** How well the words fit at these places. */
export async function ranksAt(db: Db, { study, words }: Search, places: readonly number[]): Promise<Place[]> {
  return db.$queryRaw<Place[]>`
    SELECT w."place"::float8 AS place, ts_rank(w."words", ${words}::tsquery, 1)::float8 AS rank
    FROM unnest(${[...places]}::bigint[]) AS p(place) JOIN "turn_words" w ON w."study_id" = ${study}::uuid AND w."place" = p.place`;
}

/** What is said at a place, with the whole turn around it. */
export type StoredHit = Readonly<{
  place: number;
  source: string;
  revision: string;
  lang: string;
  turn: string;
  start: number; // of the part that was found
  end: number;
  from: number; // of the turn
  to: number;
  speaker: string | null;
  question: string | null;
  startMs: number | null;
  text: string;
}>;

/** What is said at these places. `whole`: the text of the whole turn, not only of the part that was found. */
export async function hitsAt(db: Db, study: string, places: readonly number[], whole: boolean): Promise<StoredHit[]> {
  return db.$queryRaw<StoredHit[]>`
    SELECT w."place"::float8 AS place, w."source_id" AS source, w."revision_id" AS revision, w."lang", w."turn_id" AS turn, w."start_at" AS start, w."end_at" AS "end",
      t."start_at" AS "from", t."end_at" AS "to", t."speaker_id" AS speaker, coalesce(t."question_id", w."questions"[1]) AS question, t."start_ms" AS "startMs",
      CASE WHEN ${whole} THEN substr(r."text", t."start_at" + 1, t."end_at" - t."start_at")
        ELSE substr(r."text", w."start_at" + 1, w."end_at" - w."start_at") END AS text
    FROM unnest(${[...places]}::bigint[]) AS p(place)
    JOIN "turn_words" w ON w."study_id" = ${study}::uuid AND w."place" = p.place
    JOIN "turn" t ON t."study_id" = w."study_id" AND t."id" = w."turn_id"
    JOIN "revision" r ON r."study_id" = w."study_id" AND r."id" = w."revision_id"`;
}

/** Which of these texts hold the words. */
export async function holding(
  db: Db,
  words: string,
  texts: readonly Readonly<{ place: number; lang: string; text: string }>[],
): Promise<Set<number>> {
  const found = await db.$queryRaw<{ place: number }[]>`
    SELECT t.place::float8 AS place FROM unnest(${texts.map(({ place }) => place)}::bigint[], ${texts.map(({ lang }) => lang)}::text[], ${texts.map(({ text }) => text)}::text[]) AS t(place, lang, text)
    WHERE search_words(t.lang, t.text) @@ ${words}::tsquery`;
  return new Set(found.map(({ place }) => place));
}

/** The forms of a word by which it is compared: in English, and elsewhere. */
export type Forms = Readonly<{ english: string | null; plain: string | null }>;

/** The forms of words. What the database takes for no word has none. */
export async function formsOf(db: Db, words: readonly string[]): Promise<Map<string, Forms>> {
  if (words.length === 0) return new Map();
  const found = await db.$queryRaw<(Forms & { word: string })[]>`
    SELECT w.word, (tsvector_to_array(search_words('en', w.word)))[1] AS english, (tsvector_to_array(search_words('cy', w.word)))[1] AS plain
    FROM unnest(${[...words]}::text[]) AS w(word)`;
  return new Map(found.map(({ word, english, plain }) => [word, { english, plain }]));
}

/** Words of the study that are written much like this one, by their forms; none where it holds the word itself. */
export async function formsAlike(db: Db, study: string, { english, plain }: Forms): Promise<string[]> {
  const found = await db.$queryRaw<{ word: string }[]>`
    SELECT s."word" FROM "study_word" s WHERE s."study_id" = ${study}::uuid AND s."word" % ${plain ?? ""}
      AND NOT EXISTS (SELECT FROM "study_word" k WHERE k."study_id" = ${study}::uuid AND k."word" IN (${english ?? ""}, ${plain ?? ""}))
    ORDER BY s."word" <-> ${plain ?? ""}, s."word" LIMIT 3`;
  return found.map(({ word }) => word);
}

/** A place where a form stands in a text that is there now. */
export async function placeOfForm(db: Db, study: string, form: string): Promise<number | null> {
  const [found] = await db.$queryRaw<{ place: number }[]>`
    SELECT w."place"::float8 AS place FROM "turn_words" w
    JOIN "source" s ON s."study_id" = w."study_id" AND s."id" = w."source_id" AND s."revision_id" = w."revision_id" AND NOT s."gone"
    WHERE w."study_id" = ${study}::uuid AND w."words" @@ (quote_literal(${form})::tsquery) LIMIT 1`;
  return found?.place ?? null;
}

/** What is looked for as one value: each word and phrase both by its English stem and as it is written. */
function sought(query: Query): Prisma.Sql {
  switch (query.kind) {
    case "words": {
      const words = query.words.join(" ");
      return query.open
        ? Prisma.sql`(to_tsquery('carthen_english', ${words} || ':*') || to_tsquery('carthen_plain', ${words} || ':*'))`
        : Prisma.sql`(phraseto_tsquery('carthen_english', search_text(${words})) || phraseto_tsquery('carthen_plain', search_text(${words})))`;
    }
    case "not":
      return Prisma.sql`(!! ${sought(query.part)})`;
    case "and":
    case "or":
      return Prisma.sql`(${Prisma.join(query.parts.map(sought), query.kind === "and" ? " && " : " || ")})`;
  }
}

/** What an index answers. */
function holds({ study, words, filters, narrow }: Search): Prisma.Sql {
  const question =
    filters.question === null ? Prisma.empty : Prisma.sql`AND w."questions" @> ARRAY[${filters.question}::uuid]`;
  const revisions =
    narrow.revisions === null ? Prisma.empty : Prisma.sql`AND w."revision_id" = ANY(${[...narrow.revisions]}::uuid[])`;
  return Prisma.sql`w."study_id" = ${study}::uuid AND w."words" @@ ${words}::tsquery ${question} ${revisions}`;
}

/** Only the text that a source has now, and only where the source is there. */
function published(study: string): Prisma.Sql {
  return Prisma.sql`JOIN "source" s ON s."study_id" = ${study}::uuid AND s."id" = w."source_id" AND s."revision_id" = w."revision_id" AND NOT s."gone"`;
}

/**
 * What has to be asked of each place. Of a few thousand places it is asked one by one; of `many`, sources and speakers that fit are
 * gathered once and looked up, before the words of a place are read. ("IS TRUE" keeps such a list from becoming a join.)
 */
function fits({ study, filters, narrow }: Search, many = false): Prisma.Sql {
  const { tag, voice } = filters;
  const ofSpeaker = (condition: Prisma.Sql) => {
    const speakers = Prisma.sql`"speaker" k WHERE k."study_id" = ${study}::uuid AND NOT k."gone" AND ${condition}`;
    return many
      ? Prisma.sql`(w."speaker_id" IN (SELECT k."id" FROM ${speakers})) IS TRUE`
      : Prisma.sql`EXISTS (SELECT FROM ${speakers} AND k."id" = w."speaker_id")`;
  };
  const parts = [Prisma.sql`true`];
  if (narrow.revisions === null && isNarrow(filters)) {
    const chosen = ofSource(study, filters);
    parts.push(
      many
        ? Prisma.sql`(w."revision_id" IN (SELECT s."revision_id" FROM "source" s WHERE s."study_id" = ${study}::uuid AND NOT s."gone" ${chosen})) IS TRUE`
        : Prisma.sql`true ${chosen}`,
    );
  }
  if (voice === "interviewers") parts.push(ofSpeaker(Prisma.sql`k."interviewer"`));
  else if (voice === "respondents") parts.push(Prisma.sql`NOT (${ofSpeaker(Prisma.sql`k."interviewer"`)})`);
  else if (voice !== null)
    parts.push(
      Prisma.sql`(${ofSpeaker(Prisma.sql`k."participant_id" = ${voice}::uuid`)} OR (w."speaker_id" IS NULL AND s."participant_id" = ${voice}::uuid))`,
    );
  if (tag !== null)
    parts.push(Prisma.sql`EXISTS (SELECT FROM "anchor" a
      JOIN "tagging" g ON g."study_id" = a."study_id" AND g."quote_id" = a."quote_id" AND g."tag_id" = ANY (${[...narrow.tags]}::uuid[]) AND NOT g."gone"
      WHERE a."study_id" = ${study}::uuid AND a."revision_id" = w."revision_id" AND NOT a."gone" AND a."start_at" < w."end_at" AND a."end_at" > w."start_at")`);
  return Prisma.join(parts, " AND ");
}

/** What filters say of a source `s`. */
function ofSource(study: string, { organisation, source, voice }: Filters): Prisma.Sql {
  const parts: Prisma.Sql[] = [];
  if (source !== null) parts.push(Prisma.sql`AND s."kind" = ${source}`);
  if (organisation !== null)
    parts.push(Prisma.sql`AND coalesce(s."organisation_id", (SELECT p."organisation_id" FROM "participant" p
      WHERE p."study_id" = ${study}::uuid AND p."id" = s."participant_id")) IN (
        SELECT o."id" FROM "organisation" o WHERE o."study_id" = ${study}::uuid AND o."kind" = ${organisation} AND NOT o."gone")`);
  if (voice === "interviewers")
    parts.push(Prisma.sql`AND (s."id" IN (SELECT k."source_id" FROM "speaker" k
      WHERE k."study_id" = ${study}::uuid AND k."interviewer" AND NOT k."gone")) IS TRUE`);
  if (isPerson(voice))
    parts.push(Prisma.sql`AND (s."participant_id" = ${voice}::uuid OR EXISTS (SELECT FROM "speaker" k
      WHERE k."study_id" = ${study}::uuid AND k."source_id" = s."id" AND k."participant_id" = ${voice}::uuid AND NOT k."gone"))`);
  return parts.length === 0 ? Prisma.empty : Prisma.join(parts, " ");
}

/** Whether filters choose among sources. */
function isNarrow({ organisation, source, voice }: Filters): boolean {
  return organisation !== null || source !== null || voice === "interviewers" || isPerson(voice);
}

function isPerson(voice: Filters["voice"]): boolean {
  return voice !== null && voice !== "interviewers" && voice !== "respondents";
}
