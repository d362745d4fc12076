/**
 * Texts on their way in: saved beside the study, seen by nobody until a command publishes them.
 *
 * One transaction for the original file and all its texts. What a plan has staged before stays as it is, so that
 * sending it again does no harm; what is never published is swept after a day (`sweep_staged`).
 */
import { createHash } from "node:crypto";
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { PrismaClient } from "./generated/client.ts";
import type { NewOriginal } from "./identity.ts";
import { readNames, saveOriginal } from "./identity.ts";
import { saveMarks } from "./marks.ts";
import type { Db } from "./rows.ts";
import type { Seal } from "./seal.ts";

type Turn = Readonly<{
  id: string;
  start: number;
  end: number;
  speaker: string | null;
  startMs: number | null;
  endMs: number | null;
  question: string | null;
}>;
type Source = Readonly<{
  source: string;
  revision: string;
  text: string;
  turns: readonly Turn[];
  attributes: readonly Readonly<{ name: string; value: string }>[];
  marks?: readonly string[]; // none where it cannot come again
}>;

/**
 * Stages texts and the file that they came from. Faults: `study.missing`, `role.none`, `role.refused`.
 * Throws where the database objects; nothing is saved then.
 */
export async function stage(
  prisma: PrismaClient,
  vault: Seal,
  study: string,
  person: string,
  original: NewOriginal,
  sources: readonly Source[],
): Promise<Result<void, Readonly<{ code: "study.missing" | "role.none" | "role.refused" }>>> {
  return prisma.$transaction(
    async (db) => {
      const [found] = await db.$queryRaw<{ role: Role | null }[]>`
        SELECT (SELECT m."role" FROM "membership" m WHERE m."study_id" = s."id" AND m."id" = ${person}::uuid AND NOT m."gone") AS role
        FROM "study" s WHERE s."id" = ${study}::uuid`;
      if (!found) return no({ code: "study.missing" as const });
      if (!may(found.role, "change"))
        return no({ code: found.role === null ? ("role.none" as const) : ("role.refused" as const) });
      const [there] = await db.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM identity."original" WHERE "study_id" = ${study}::uuid AND "id" = ${original.id}::uuid`;
      if (!there) await saveOriginal(db, vault, study, person, original);
      for (const some of portions(sources)) {
        await saveTexts(db, study, person, some);
        await saveMarks(db, vault, study, some);
      }
      return yes(undefined);
    },
    { maxWait: 10_000, timeout: 900_000 }, // 30,000 responses of 150 columns are four million attributes
  );
}

/** Whether a source that is not gone came from these very bytes. */
export async function holdsOriginal(db: Db, study: string, sha256: Uint8Array): Promise<boolean> {
  const found = await db.$queryRaw<{ n: number }[]>`
    SELECT 1 AS n FROM identity."original" o
    JOIN "source" s ON s."study_id" = o."study_id" AND s."original_id" = o."id" AND NOT s."gone"
    WHERE o."study_id" = ${study}::uuid AND o."sha256" = ${Buffer.from(sha256)} LIMIT 1`;
  return found.length > 0;
}

/** The study's organisations with the names that they go by. */
export async function organisationNames(
  db: Db,
  vault: Seal,
  study: string,
): Promise<{ id: string; names: string[] }[]> {
  const rows = await db.$queryRaw<{ id: string; name: string | null; aliases: string | null }[]>`
    SELECT "id", "name_id" AS name, "aliases_id" AS aliases FROM "organisation" WHERE "study_id" = ${study}::uuid AND NOT "gone"`;
  const words = await readNames(
    db,
    vault,
    study,
    rows.flatMap(({ name, aliases }) => [name, aliases].filter((id) => id !== null)),
  );
  return rows.map(({ id, name, aliases }) => ({
    id,
    names: [...(name ? [words.get(name) ?? ""] : []), ...(aliases ? (words.get(aliases) ?? "").split("\n") : [])]
      .map((one) => one.trim())
      .filter(Boolean),
  }));
}

// As JSON, a statement for at most about four million characters of text.
function* portions(sources: readonly Source[]): Iterable<readonly Source[]> {
  let some: Source[] = [];
  let size = 0;
  for (const source of sources) {
    some.push(source);
    size += source.text.length + source.turns.length * 200 + source.attributes.length * 100;
    if (size < 4_000_000) continue;
    yield some;
    some = [];
    size = 0;
  }
  if (some.length > 0) yield some;
}

async function saveTexts(db: Db, study: string, person: string, sources: readonly Source[]): Promise<void> {
  const revisions = sources.map(({ source, revision, text }) => ({
    id: revision,
    source,
    text,
    ...measure(text),
    sha256: createHash("sha256").update(text).digest("hex"),
  }));
  await db.$executeRaw`
    INSERT INTO "revision" ("study_id", "id", "source_id", "text", "length", "astral", "sha256", "by_id")
    SELECT ${study}::uuid, r.id, r.source, r.text, r.length, r.astral, decode(r.sha256, 'hex'), ${person}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(revisions)}::jsonb) AS r(id uuid, source uuid, text text, length int, astral int[], sha256 text)
    ON CONFLICT DO NOTHING`;
  const turns = sources.flatMap(({ revision, turns }) => turns.map((turn, n) => ({ ...turn, revision, n })));
  if (turns.length > 0) {
    await db.$executeRaw`
      INSERT INTO "turn" ("study_id", "id", "revision_id", "n", "start_at", "end_at", "speaker_id", "start_ms", "end_ms", "question_id")
      SELECT ${study}::uuid, t.id, t.revision, t.n, t.start, t."end", t.speaker, t."startMs", t."endMs", t.question
      FROM jsonb_to_recordset(${JSON.stringify(turns)}::jsonb)
        AS t(id uuid, revision uuid, n int, start int, "end" int, speaker uuid, "startMs" int, "endMs" int, question uuid)
      ON CONFLICT DO NOTHING`;
  }
  const attributes = sources.flatMap(({ source, attributes }) =>
    attributes.map((attribute, n) => ({ ...attribute, source, n })),
  );
  if (attributes.length > 0) {
    await db.$executeRaw`
      INSERT INTO "source_attribute" ("study_id", "source_id", "n", "name", "value")
      SELECT ${study}::uuid, a.source, a.n, a.name, a.value
      FROM unnest(
        ${attributes.map(({ source }) => source)}::uuid[], ${attributes.map(({ n }) => n)}::int[],
        ${attributes.map(({ name }) => name)}::text[], ${attributes.map(({ value }) => value)}::text[]
      ) AS a(source, n, name, value)
      ON CONFLICT DO NOTHING`;
  }
}

/** Length in code points, and where the characters are that take two units in UTF-16. */
function measure(text: string): { length: number; astral: number[] } {
  const astral: number[] = [];
  let length = 0;
  for (let at = 0; at < text.length; at += 1, length += 1) {
    const point = text.codePointAt(at) ?? 0;
    if (point <= 0xffff) continue;
    astral.push(length);
    at += 1;
  }
  return { length, astral };
}
