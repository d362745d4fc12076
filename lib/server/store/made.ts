/**
 * Finished files that wait for whoever asked for them: sealed, each with a key that goes with it, for half an hour at most, and
 * gone as soon as they have been fetched.
 *
 * Whether one may leave is asked when it is kept and again when it is fetched: who may, and whether anything that gates look at
 * has changed since it was made. Only then it stands in the log of what left. Rules: docs/spec/exports.md.
 */
import * as z from "zod";
import { GATES } from "#lib/domain/export/gate.ts";
import { mayTake } from "#lib/domain/export/order.ts";
import type { ReportFault } from "#lib/domain/report/check.ts";
import { isGoing } from "#lib/domain/job/shape.ts";
import type { Job } from "#lib/domain/job/shape.ts";
import { dayOf } from "#lib/domain/zone.ts";
import { recordExport } from "./export.ts";
import type { PrismaClient } from "./generated/client.ts";
import { closeJob, jobById, refusal } from "./job.ts";
import type { TakenExport } from "./job.ts";
import type { Db } from "./rows.ts";
import { open, seal } from "./seal.ts";
import type { Seal } from "./seal.ts";

const PART = 1024 * 1024; // bytes that are sealed and read at once
const MINUTES = 30;

/** What is known of a finished file. */
const About = z.strictObject({
  name: z.string(),
  type: z.string(),
  format: z.string(),
  lang: z.string(),
  size: z.int(),
  sha256: z.string(), // hexadecimal
  seq: z.string(), // the last event that it holds
  day: z.string(), // on which agreements held
});
export type About = z.infer<typeof About>;

/** Why there is none: a code with what its sentence needs, names among it. */
const Fault = z.looseObject({ code: z.string() });
type Fault = z.infer<typeof Fault>;
const Sealed = z.union([z.strictObject({ about: About }), z.strictObject({ fault: Fault })]);

const keyPlace = (study: string, job: string) => `${study}/made-key/${job}`;
const aboutPlace = (study: string, job: string) => `${study}/made/${job}`;
const partPlace = (study: string, job: string, n: number) => `${study}/made/${job}/${n}`;

/**
 * Keeps a finished file and ends its job, if that is still this attempt's and its author may still take it.
 *
 * @returns `stale`: something that gates look at has changed since it was read; nothing is kept and the job goes on
 */
export async function keepMade(
  prisma: PrismaClient,
  vault: Seal,
  taken: TakenExport,
  about: About,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<"kept" | "stale" | "over"> {
  const { study, job } = taken;
  return prisma.$transaction(
    async (db) => {
      const key = await keep(db, vault, taken, { about });
      let n = 0;
      for await (const part of inParts(bytes)) {
        n += 1;
        await db.$executeRaw`
          INSERT INTO identity."job_part" ("study_id", "job_id", "n", "sealed")
          VALUES (${study}::uuid, ${job}::uuid, ${n}, ${seal(key, part, partPlace(study, job, n))})`;
      }
      // From here on nobody changes the study, and whoever waits to erase something in it finds this file or keeps it from being kept.
      await db.$queryRaw`SELECT 1 FROM "study_clock" WHERE "study_id" = ${study}::uuid FOR SHARE`;
      if (await isStale(db, study, about)) {
        await dropMade(db, study, job);
        return "stale";
      }
      const refused = await refusal(db, study, taken.person, (role) => mayTake(role, taken.wanted.what));
      const closed = await closeJob(
        db,
        taken,
        refused ? { state: "failed", fault: { code: "role.denied" } } : { state: "done", result: null },
      );
      if (refused || !closed) await dropMade(db, study, job);
      return closed && !refused ? "kept" : "over";
    },
    { maxWait: 10_000, timeout: 120_000 },
  );
}

/** Keeps why there is no file, and ends the job; does nothing where it is no longer this attempt's. */
export async function keepFault(prisma: PrismaClient, vault: Seal, taken: TakenExport, fault: Fault): Promise<void> {
  await prisma.$transaction(async (db) => {
    if (await closeJob(db, taken, { state: "failed", fault: { code: fault.code } }))
      await keep(db, vault, taken, { fault });
  });
}

async function keep(db: Db, vault: Seal, { study, job }: TakenExport, what: z.infer<typeof Sealed>): Promise<Buffer> {
  const { key, wrapped } = vault.newKey(keyPlace(study, job));
  const sealed = seal(key, Buffer.from(JSON.stringify(what)), aboutPlace(study, job));
  await db.$executeRaw`
    INSERT INTO identity."job_file" ("study_id", "job_id", "wrapped", "sealed", "until")
    VALUES (${study}::uuid, ${job}::uuid, ${wrapped}, ${sealed}, clock_timestamp() + make_interval(mins => ${MINUTES}))`;
  return key;
}

/** Whatever somebody who comes for their file is told. */
export type Fetched =
  | Readonly<{ going: Job }>
  | Readonly<{ fault: ReportFault | Fault }>
  | Readonly<{ none: "missing" | "denied" | "cancelled" }>
  | Readonly<{ about: About; parts: () => AsyncGenerator<Uint8Array> }>;

/**
 * Hands out a finished file to whoever asked for it, and writes down that it left. It is gone once all of its parts were read.
 *
 * Faults: `export.stale`, it was fetched, or its time is over, or something that gates look at has changed since it was made, and
 * it is gone; those for which it was never made.
 */
export async function fetchMade(
  prisma: PrismaClient,
  vault: Seal,
  study: string,
  person: string,
  job: string,
): Promise<Fetched> {
  return prisma.$transaction(async (db): Promise<Fetched> => {
    const known = await jobById(db, study, job);
    if (known?.kind !== "export" || known.by !== person) return { none: "missing" };
    const { what } = known;
    if (await refusal(db, study, person, (role) => mayTake(role, what))) return { none: "denied" };
    if (isGoing(known)) return { going: known };
    if (known.state === "cancelled") return { none: "cancelled" };
    const [kept] = await db.$queryRaw<{ wrapped: Uint8Array; sealed: Uint8Array }[]>`
      SELECT "wrapped", "sealed" FROM identity."job_file"
      WHERE "study_id" = ${study}::uuid AND "job_id" = ${job}::uuid AND "until" > clock_timestamp()`;
    if (!kept) return { fault: known.fault ?? { code: "export.stale" } };
    const key = vault.unwrap(kept.wrapped, keyPlace(study, job));
    const made = Sealed.parse(JSON.parse(open(key, kept.sealed, aboutPlace(study, job)).toString()));
    if ("fault" in made) return made;
    const { about } = made;
    await db.$queryRaw`SELECT 1 FROM "study_clock" WHERE "study_id" = ${study}::uuid FOR SHARE`;
    if (await isStale(db, study, about)) {
      await dropMade(db, study, job);
      return { fault: { code: "export.stale" } };
    }
    await recordExport(db, {
      id: job, // once, should it be fetched again after a line broke
      study,
      person,
      ...about,
      sha256: Buffer.from(about.sha256, "hex"),
      seq: BigInt(about.seq),
    });
    return { about, parts: () => partsOf(prisma, key, study, job, about.size) };
  });
}

/** The bytes of a file, part after part. Throws where it was erased meanwhile, wholly or in part: half a file is none. */
async function* partsOf(
  prisma: PrismaClient,
  key: Buffer,
  study: string,
  job: string,
  size: number,
): AsyncGenerator<Uint8Array> {
  const count = Math.ceil(size / PART);
  for (let n = 1; n <= count; n += 1) {
    const [part] = await prisma.$queryRaw<{ sealed: Uint8Array }[]>`
      SELECT "sealed" FROM identity."job_part"
      WHERE "study_id" = ${study}::uuid AND "job_id" = ${job}::uuid AND "n" = ${n}`;
    if (!part) throw new Error("a file was erased while it was fetched");
    yield open(key, part.sealed, partPlace(study, job, n));
  }
  await dropMade(prisma, study, job);
}

/** Whether anything that gates look at has changed since a file was read, or agreements are now those of another day. */
async function isStale(db: Db, study: string, { seq, day }: Pick<About, "seq" | "day">): Promise<boolean> {
  if (dayOf(new Date()) !== day) return true;
  const [found] = await db.$queryRaw<{ stale: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM "event" e CROSS JOIN LATERAL jsonb_array_elements(e."payload" -> 'changes') AS c("change")
      WHERE e."study_id" = ${study}::uuid AND e."seq" > ${BigInt(seq)} AND c."change" ->> 'noun' = ANY(${[...GATES]}::text[])
    ) AS stale`;
  return found?.stale ?? true;
}

async function dropMade(db: Db, study: string, job: string): Promise<void> {
  await db.$executeRaw`DELETE FROM identity."job_file" WHERE "study_id" = ${study}::uuid AND "job_id" = ${job}::uuid`;
}

/** Takes away every file of a study that waits to be fetched. */
export async function dropAllMade(db: Db, study: string): Promise<void> {
  await db.$executeRaw`DELETE FROM identity."job_file" WHERE "study_id" = ${study}::uuid`;
}

/** Takes away what nobody came for. Returns the studies that changed. */
export async function sweepMade(db: Db): Promise<string[]> {
  const swept = await db.$queryRaw<{ study: string }[]>`
    DELETE FROM identity."job_file" WHERE "until" <= clock_timestamp() RETURNING "study_id" AS study`;
  return [...new Set(swept.map(({ study }) => study))];
}

/** The same bytes in parts of one length, the last one shorter. */
async function* inParts(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const some of bytes) {
    for (let from = 0; from < some.length;) {
      const part = some.subarray(from, from + PART - size);
      held.push(part);
      size += part.length;
      from += part.length;
      if (size < PART) continue;
      yield Buffer.concat(held);
      held = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}
