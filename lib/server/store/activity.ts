/**
 * Reads the log as people look at it: the latest first, narrowed, a part at a time, and what things in it are called.
 *
 * What a person may not see is left out by the database, so that a page of the log is as long as it is asked to be.
 * Rules: docs/spec/activity.md, AC5 to AC8.
 */
import { ABOUT, TEXTS_OF } from "#lib/domain/activity/shape.ts";
import type { Narrow, Thing } from "#lib/domain/activity/shape.ts";
import type { Change } from "#lib/domain/study/change.ts";
import type { Event } from "#lib/domain/study/outcome.ts";
import { upcast } from "#lib/domain/study/upcast.ts";
import { ZONE } from "#lib/domain/zone.ts";
import type { AnyRow, Noun } from "#lib/domain/study/rows.ts";
import { Prisma } from "./generated/client.ts";
import { from, rowsOfAny } from "./rows.ts";
import type { Db } from "./rows.ts";

/**
 * An event without its changes. `told`: the event whose changes tell what it was about, which of an undo is the one that it
 * took back; `size`: how many those are.
 */
export type Logged = Readonly<Omit<Event, "changes" | "cmdId"> & { told: number; size: number }>;

/** Which events are wanted: before or after a place in the log, at most so many, the latest first or the earliest. */
export type Wanted = Readonly<{
  person: string;
  narrow: Narrow;
  before: number | null;
  after: number | null;
  limit: number;
  earliest?: boolean;
}>;

export async function logged(db: Db, study: string, wanted: Wanted): Promise<Logged[]> {
  const { narrow, before, after, limit } = wanted;
  const conditions = [
    Prisma.sql`e."study_id" = ${study}::uuid`,
    ...(before === null ? [] : [Prisma.sql`e."seq" < ${before}`]),
    ...(after === null ? [] : [Prisma.sql`e."seq" > ${after}`]),
    ...(narrow.person === null ? [] : [Prisma.sql`e."actor_id" = ${narrow.person}::uuid`]),
    ...(narrow.from === null ? [] : [Prisma.sql`e."at" >= (${narrow.from}::date::timestamp AT TIME ZONE ${ZONE})`]),
    ...(narrow.to === null ? [] : [Prisma.sql`e."at" < ((${narrow.to}::date + 1)::timestamp AT TIME ZONE ${ZONE})`]),
    ...(narrow.about === null ? [] : [isAbout(narrow.about)]),
    ...(narrow.thing === null ? [] : [speaksOf(narrow.thing)]),
    mayBeSeen(wanted.person),
  ];
  const order = wanted.earliest ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const found = await db.$queryRaw<
    { seq: bigint; actor: string; kind: string; mode: Event["mode"]; at: Date; told: bigint; size: number }[]
  >`
    SELECT e."seq", e."actor_id" AS actor, e."kind", e."mode", e."at", o."seq" AS told,
      jsonb_array_length(o."payload" -> 'changes') AS size
    FROM "event" e JOIN "event" o ON o."study_id" = e."study_id"
      AND o."seq" = CASE e."mode" WHEN 'undo' THEN e."target" ELSE e."seq" END
    WHERE ${Prisma.join(conditions, " AND ")} ORDER BY e."seq" ${order} LIMIT ${limit}`;
  return found.map((event) => ({
    ...event,
    seq: Number(event.seq),
    told: Number(event.told),
    at: event.at.toISOString(),
  }));
}

/** An event that speaks of a thing. Which mentions are whose is told to nobody by the log (docs/spec/identifier.md, I103). */
function speaksOf(thing: string): Prisma.Sql {
  return Prisma.sql`strpos(e."payload"::text, ${thing}) > 0 AND (strpos(e."payload"::text, '"mention"') = 0 OR EXISTS (
    SELECT FROM jsonb_path_query(e."payload", '$.changes[*] ? (@.noun != "mention")') AS c("change")
    WHERE strpos(c."change"::text, ${thing}) > 0))`;
}

/** An event of which this person may see something. One that changed nothing tells nothing. */
function mayBeSeen(person: string): Prisma.Sql {
  return Prisma.sql`jsonb_path_exists(e."payload", '$.changes[*] ? (!exists(@.only) || @.only == $who)',
    jsonb_build_object('who', ${person}::text))`;
}

/** Texts are all written by one kind of command: what they are about is what their subject is. */
function isAbout(about: keyof typeof ABOUT): Prisma.Sql {
  const subject = Prisma.sql`(left(e."payload" -> 'changes' -> 0 ->> 'id', 36))::uuid`;
  const texts = TEXTS_OF[about].map(
    (noun) => Prisma.sql`EXISTS (SELECT FROM ${from(noun)}
      WHERE t."study_id" = e."study_id" AND t."id" = ${subject})`,
  );
  const said =
    texts.length === 0
      ? Prisma.empty
      : Prisma.sql`OR (CASE WHEN e."kind" = 'wording.set' THEN ${Prisma.join(texts, " OR ")} ELSE false END)`;
  return Prisma.sql`(e."kind" = ANY(${[...ABOUT[about]]}::text[]) ${said})`;
}

/** The changes of events that this person may see, at most so many of each, in their order. */
export async function changesOf(
  db: Db,
  study: string,
  person: string,
  seqs: readonly number[],
  most: number,
): Promise<Map<number, readonly Change[]>> {
  if (seqs.length === 0) return new Map();
  const found = await db.$queryRaw<{ seq: bigint; kind: string; version: number; changes: unknown[] }[]>`
    SELECT e."seq", e."kind", e."version", jsonb_path_query_array(
      jsonb_path_query_array(e."payload", '$.changes[*] ? (!exists(@.only) || @.only == $who)',
        jsonb_build_object('who', ${person}::text)),
      '$[0 to $last]', jsonb_build_object('last', ${most - 1}::int)) AS changes
    FROM "event" e WHERE e."study_id" = ${study}::uuid AND e."seq" = ANY(${[...seqs]}::bigint[])`;
  return new Map(found.map(({ seq, ...event }) => [Number(seq), upcast(event)]));
}

/** How many rows of each noun an event made, took away or set, as far as this person may see: `noun/way`. */
export async function tallyOf(
  db: Db,
  study: string,
  person: string,
  seq: number,
): Promise<ReadonlyMap<string, number>> {
  const found = await db.$queryRaw<{ noun: string; way: string; count: number }[]>`
    SELECT c ->> 'noun' AS noun,
      CASE WHEN c -> 'after' ->> 'gone' = 'true' THEN 'gone'
        WHEN jsonb_typeof(c -> 'before') = 'null' OR (c -> 'after' ->> 'gone' = 'false' AND c -> 'before' ->> 'gone' = 'true')
        THEN 'made' ELSE 'set' END AS way,
      count(*)::int AS count
    FROM "event" e, jsonb_array_elements(e."payload" -> 'changes') c
    WHERE e."study_id" = ${study}::uuid AND e."seq" = ${seq} AND c ->> 'op' = 'put'
      AND (NOT c ? 'only' OR c ->> 'only' = ${person})
    GROUP BY 1, 2`;
  return new Map(found.map(({ noun, way, count }) => [`${noun}/${way}`, count]));
}

/** What may be a thing's name: the field of a noun's wording that it is called by. */
const CALLED: Readonly<Partial<Record<Noun, string>>> = {
  study: "title",
  theme: "name",
  tag: "name",
  board: "name",
  guide: "name",
  question: "text",
  finding: "statement",
  insight: "body",
  memo: "body",
};

/** The nouns that deeds speak of; each has ids of its own kind. */
const SPOKEN = [
  "study",
  "organisation",
  "participant",
  "question",
  "guide",
  "source",
  "correction",
  "speaker",
  "passage",
  "quote",
  "tag",
  "tagStep",
  "insight",
  "memo",
  "board",
  "theme",
  "card",
  "voting",
  "finding",
  "summary",
  "identifier",
] as const satisfies readonly Noun[];

type ThingRow = Readonly<{ noun: Noun; row: AnyRow; at: (field: string) => string | null; number: number | null }>;

/**
 * Things by id, also those that are gone, with what they lie on or in, and as what they are called now or were called last.
 * What lies on a board that only somebody else sees is left out. Cost: at most four statements.
 */
export async function thingsOf(db: Db, study: string, person: string, ids: readonly string[]): Promise<Thing[]> {
  const found = new Map<string, ThingRow>();
  let wanted = [...new Set(ids)];
  for (let round = 0; round < 3 && wanted.length > 0; round++) {
    for (const { noun, row } of await rowsOfAny(db, study, SPOKEN, wanted)) {
      // A name that was decided has the id of its organisation or participant: that is what it is then.
      if (noun !== "identifier" || !found.has(row.id)) found.set(row.id, thingRow(noun, row));
    }
    const led = [...found.values()].flatMap(({ at }) => ["source", "board", "theme", "quote", "insight"].map(at));
    wanted = [...new Set(led.filter((id) => id !== null))].filter((id) => !found.has(id));
  }
  const hidden = ({ noun, row, at }: ThingRow) => {
    const board = found.get((noun === "board" ? row.id : at("board")) ?? "");
    const owner = board?.at("owner") ?? null;
    return owner !== null && owner !== person;
  };
  const seen = [...found.values()].filter((each) => !hidden(each));
  const says = await saidOf(db, study, seen);
  return seen.map(({ noun, row: { id, gone }, at, number }) => ({
    id,
    noun,
    gone,
    number,
    title: at("title"),
    says: says.get(id) ?? {},
    board: at("board"),
    theme: at("theme"),
    source: at("source"),
    shows: at("quote") ?? at("insight"),
  }));
}

function thingRow(noun: Noun, row: AnyRow): ThingRow {
  const fields = row as unknown as Readonly<Record<string, unknown>>; // rows are flat objects
  const { number } = fields;
  return {
    noun,
    row,
    at: (field) => (typeof fields[field] === "string" ? fields[field] : null),
    number: typeof number === "number" ? number : null,
  };
}

async function saidOf(db: Db, study: string, things: readonly ThingRow[]): Promise<Map<string, Thing["says"]>> {
  const fields = new Map(things.flatMap(({ noun, row }) => (CALLED[noun] ? [[row.id, CALLED[noun]] as const] : [])));
  const said = new Map<string, { en?: string; cy?: string }>();
  if (fields.size === 0) return said;
  const found = await db.$queryRaw<{ subject: string; field: string; lang: "en" | "cy"; phrase: string }[]>`
    SELECT w."subject", w."field", w."lang", w."phrase_id" AS phrase FROM "wording" w
    WHERE w."study_id" = ${study}::uuid AND w."subject" = ANY(${[...fields.keys()]}::uuid[]) AND w."phrase_id" IS NOT NULL`;
  for (const { subject, field, lang, phrase } of found) {
    if (fields.get(subject) === field) said.set(subject, { ...said.get(subject), [lang]: phrase });
  }
  return said;
}
