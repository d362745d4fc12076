/**
 * The one module that reaches schema `identity`: real names, contacts, labels, file names and original files.
 * What it returns must not be logged, put into an event, or sent to someone who may not read originals.
 */
import { open, seal } from "./seal.ts";
import type { Seal } from "./seal.ts";
import type { Db } from "./rows.ts";

/** A name as it is written: the words of a subject's field, for good. */
export type NewName = Readonly<{ id: string; subject: string; field: string; words: string }>;

const keyPlace = (study: string, subject: string) => `${study}/key/${subject}`;
const namePlace = (study: string, id: string) => `${study}/name/${id}`;

/** The keys of these subjects; those that have none yet get one. */
async function keysOf(db: Db, vault: Seal, study: string, subjects: readonly string[]): Promise<Map<string, Buffer>> {
  const wanted = [...new Set(subjects)];
  const keys = new Map<string, Buffer>();
  const read = async (some: readonly string[]) => {
    if (some.length === 0) return;
    const found = await db.$queryRaw<{ subject: string; wrapped: Uint8Array }[]>`
      SELECT "subject", "wrapped" FROM identity."key" WHERE "study_id" = ${study}::uuid AND "subject" = ANY(${some}::uuid[])`;
    for (const { subject, wrapped } of found) keys.set(subject, vault.unwrap(wrapped, keyPlace(study, subject)));
  };
  await read(wanted);
  const lacking = wanted.filter((subject) => !keys.has(subject));
  if (lacking.length === 0) return keys;
  const made = new Map(lacking.map((subject) => [subject, vault.newKey(keyPlace(study, subject))]));
  const saved = await db.$queryRaw<{ subject: string }[]>`
    INSERT INTO identity."key" ("study_id", "subject", "wrapped")
    SELECT ${study}::uuid, k.subject, decode(k.wrapped, 'hex')
    FROM unnest(${lacking}::uuid[], ${[...made.values()].map(({ wrapped }) => wrapped.toString("hex"))}::text[]) AS k(subject, wrapped)
    ON CONFLICT DO NOTHING RETURNING "subject"`;
  for (const { subject } of saved) {
    const key = made.get(subject)?.key;
    if (key) keys.set(subject, key);
  }
  await read(lacking.filter((subject) => !keys.has(subject))); // somebody else has just made them: the first one holds
  return keys;
}

/** Saves names. One that is there already with the same id stays as it is. */
export async function saveNames(
  db: Db,
  vault: Seal,
  study: string,
  person: string,
  names: readonly NewName[],
): Promise<void> {
  if (names.length === 0) return;
  const keys = await keysOf(
    db,
    vault,
    study,
    names.map((name) => name.subject),
  );
  const sealed = names.map(({ id, subject, field, words }) => {
    const key = keys.get(subject);
    if (!key) throw new Error("no key for a subject");
    return { id, subject, field, sealed: seal(key, Buffer.from(words), namePlace(study, id)).toString("hex") };
  });
  await db.$executeRaw`
    INSERT INTO identity."name" ("study_id", "id", "subject", "field", "sealed", "by_id")
    SELECT ${study}::uuid, n.id, n.subject, n.field, decode(n.sealed, 'hex'), ${person}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) AS n(id uuid, subject uuid, field text, sealed text)
    ON CONFLICT DO NOTHING`;
}

/** Reads names by id. Those whose key has been destroyed, or which have been erased, are left out. */
export async function readNames(
  db: Db,
  vault: Seal,
  study: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await db.$queryRaw<{ id: string; subject: string; sealed: Uint8Array; wrapped: Uint8Array }[]>`
    SELECT n."id", n."subject", n."sealed", k."wrapped" FROM identity."name" n
    JOIN identity."key" k ON k."study_id" = n."study_id" AND k."subject" = n."subject"
    WHERE n."study_id" = ${study}::uuid AND n."id" = ANY(${[...new Set(ids)]}::uuid[]) AND n."sealed" <> ''`;
  const names = new Map<string, string>();
  for (const { id, subject, sealed, wrapped } of found) {
    const key = vault.unwrap(wrapped, keyPlace(study, subject));
    names.set(id, open(key, sealed, namePlace(study, id)).toString());
  }
  return names;
}

/** A file as it was uploaded. */
export type NewOriginal = Readonly<{ id: string; name: string; type: string; sha256: Uint8Array; bytes: Uint8Array }>;

/** Keeps a file as it was uploaded, under a key of its own. */
export async function saveOriginal(
  db: Db,
  vault: Seal,
  study: string,
  person: string,
  file: NewOriginal,
): Promise<void> {
  const key = (await keysOf(db, vault, study, [file.id])).get(file.id);
  if (!key) throw new Error("no key for an original");
  const name = seal(key, Buffer.from(file.name), `${study}/file/${file.id}`);
  const bytes = seal(key, file.bytes, `${study}/bytes/${file.id}`);
  await db.$executeRaw`
    INSERT INTO identity."original" ("study_id", "id", "name", "type", "size", "sha256", "bytes", "by_id")
    VALUES (${study}::uuid, ${file.id}::uuid, ${name}, ${file.type}, ${file.bytes.length}, ${Buffer.from(file.sha256)}, ${bytes}, ${person}::uuid)
    ON CONFLICT DO NOTHING`;
}

/** The file as it was uploaded, or null where there is none. */
export async function readOriginal(db: Db, vault: Seal, study: string, id: string) {
  const [found] = await db.$queryRaw<{ name: Uint8Array; type: string; bytes: Uint8Array; wrapped: Uint8Array }[]>`
    SELECT o."name", o."type", o."bytes", k."wrapped" FROM identity."original" o
    JOIN identity."key" k ON k."study_id" = o."study_id" AND k."subject" = o."id"
    WHERE o."study_id" = ${study}::uuid AND o."id" = ${id}::uuid AND o."bytes" <> ''`;
  if (!found) return null;
  const key = vault.unwrap(found.wrapped, keyPlace(study, id));
  return {
    name: open(key, found.name, `${study}/file/${id}`).toString(),
    type: found.type,
    bytes: open(key, found.bytes, `${study}/bytes/${id}`),
  };
}

/** The names of the files that these jobs bring in, by job. Those whose file is gone are left out. */
export async function readFileNames(
  db: Db,
  vault: Seal,
  study: string,
  jobs: readonly string[],
): Promise<Record<string, string>> {
  const found = await db.$queryRaw<(FileName & { job: string })[]>`
    SELECT j."id" AS job, o."id", o."name", k."wrapped" FROM "job" j
    JOIN identity."original" o ON o."study_id" = j."study_id" AND o."id" = j."original_id"
    JOIN identity."key" k ON k."study_id" = o."study_id" AND k."subject" = o."id"
    WHERE j."study_id" = ${study}::uuid AND j."id" = ANY(${[...jobs]}::uuid[]) AND o."name" <> ''`;
  return Object.fromEntries(found.map((file) => [file.job, openName(vault, study, file)]));
}

type FileName = Readonly<{ id: string; name: Uint8Array; wrapped: Uint8Array }>;

/** What a file is called. */
function openName(vault: Seal, study: string, { id, name, wrapped }: FileName): string {
  return open(vault.unwrap(wrapped, keyPlace(study, id)), name, `${study}/file/${id}`).toString();
}

/** What the files of a study are called. */
export async function fileNames(db: Db, vault: Seal, study: string): Promise<{ id: string; name: string }[]> {
  const found = await db.$queryRaw<FileName[]>`
    SELECT o."id", o."name", k."wrapped" FROM identity."original" o
    JOIN identity."key" k ON k."study_id" = o."study_id" AND k."subject" = o."id"
    WHERE o."study_id" = ${study}::uuid AND o."name" <> ''`;
  return found.map((file) => ({ id: file.id, name: openName(vault, study, file) }));
}

/** Calls a file otherwise, while somebody's words are being erased; the file itself stays as it is. */
export async function renameFile(db: Db, vault: Seal, study: string, id: string, name: string): Promise<void> {
  const key = (await keysOf(db, vault, study, [id])).get(id);
  if (!key) throw new Error("no key for an original");
  const sealed = seal(key, Buffer.from(name), `${study}/file/${id}`);
  await db.$executeRaw`SELECT erase_file_name(${study}::uuid, ${id}::uuid, ${sealed})`;
}

/** Keeps what a person decided about a file, sealed with the file's own key, until its job has ended. */
export async function savePlan(
  db: Db,
  vault: Seal,
  study: string,
  job: string,
  original: string,
  plan: string,
): Promise<void> {
  const key = (await keysOf(db, vault, study, [original])).get(original);
  if (!key) throw new Error("no key for an original");
  await db.$executeRaw`
    INSERT INTO identity."job_plan" ("study_id", "job_id", "sealed")
    VALUES (${study}::uuid, ${job}::uuid, ${seal(key, Buffer.from(plan), `${study}/plan/${job}`)})`;
}

/** What a person decided about a file; null where it is gone. */
export async function readPlan(db: Db, vault: Seal, study: string, job: string): Promise<string | null> {
  const [found] = await db.$queryRaw<{ original: string; sealed: Uint8Array; wrapped: Uint8Array }[]>`
    SELECT j."original_id" AS original, p."sealed", k."wrapped" FROM identity."job_plan" p
    JOIN "job" j ON j."study_id" = p."study_id" AND j."id" = p."job_id"
    JOIN identity."key" k ON k."study_id" = j."study_id" AND k."subject" = j."original_id"
    WHERE p."study_id" = ${study}::uuid AND p."job_id" = ${job}::uuid`;
  if (!found) return null;
  return open(
    vault.unwrap(found.wrapped, keyPlace(study, found.original)),
    found.sealed,
    `${study}/plan/${job}`,
  ).toString();
}
