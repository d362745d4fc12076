/** Files on their way in as jobs, on a real database: cancelled, left lying, taken up by several processes. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Job } from "#lib/domain/job/shape.ts";
import type { SurveyPlan } from "#lib/domain/import/plan.ts";
import { originalOf } from "#lib/server/handle/import/original.ts";
import { makeImports } from "#lib/server/jobs/imports.ts";
import { keyOf } from "#lib/server/jobs/queue.ts";
import type { Queue } from "#lib/server/jobs/queue.ts";
import { makeReading } from "#lib/server/reading/pool.ts";
import type { Reading } from "#lib/server/reading/pool.ts";
import { readFileNames } from "#lib/server/store/identity.ts";
import { addJob, cancelJob, jobById, jobsOf, sweepJob, takeImport, tendJobs } from "#lib/server/store/job.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

const TIMES = { most: 2, lookMs: 100, beatMs: 50, tendMs: 60_000 };
const ROWS = 12;
const broken = (what: string, error: unknown) => {
  throw new Error(what, { cause: error });
};

let fresh: FreshDatabase;
let reading: Reading;
const queues: Queue[] = [];
beforeAll(async () => {
  fresh = await freshDatabase();
  reading = makeReading(broken);
});
afterEach(async () => {
  await Promise.all(queues.splice(0).map((queue) => queue.close()));
});
afterAll(async () => {
  await reading.close();
  await fresh.drop();
});

const bytes = new TextEncoder().encode(
  ["ID,Sector,Why?", ...Array.from({ length: ROWS }, (_, at) => `${at},Housing,It rained on day ${at} again`)].join(
    "\n",
  ),
);
const plan = (change: Partial<SurveyPlan> = {}): SurveyPlan => ({
  id: randomUUID(),
  kind: "survey",
  as: "survey",
  title: "Rain",
  lang: "en",
  heldOn: null,
  guide: null,
  uses: ["respondent", "attribute", "question"],
  blanks: [],
  questions: [{ column: 2, question: null, words: "Why?" }],
  again: false,
  unfinished: true,
  wordsLang: "en",
  newGuide: "Rain",
  ...change,
});

/** A reading whose surveys wait after each portion until they may go on. */
function gated() {
  let open = () => {};
  let reached = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  const there = new Promise<void>((resolve) => (reached = resolve));
  const slow: Reading = {
    ...reading,
    async survey(...asked) {
      const opened = await reading.survey(...asked);
      if (!opened.ok || opened.value === null) return opened;
      const { pour, ...survey } = opened.value;
      return {
        ok: true,
        value: {
          ...survey,
          async *pour(go) {
            for await (const portion of pour(go)) {
              yield portion;
              reached();
              await gate;
            }
          },
        },
      };
    },
  };
  return { reading: slow, open, there };
}

async function house() {
  const written: Written = await writtenStudy(fresh.db);
  const { db, study, owner, writer, secret } = written;
  const vault = makeSeal(secret);
  const queue = (read: Reading = reading): Queue => {
    const made = makeImports({ db, reading: read, vault, writer }, () => undefined, broken, TIMES);
    queues.push(made);
    return made;
  };
  const add = (wish: SurveyPlan, person = owner) =>
    addJob(db, vault, study, person, originalOf(wish.id, { name: "rain.csv", type: "text/csv", bytes }), wish);
  const until = (job: string, state: Job["state"]) =>
    expect.poll(async () => (await jobById(db, study, job))?.state, { timeout: 20_000, interval: 50 }).toBe(state);
  /** How many rows there are of everything that a job stages, makes or keeps. */
  const left = async () => {
    const [found] = await fresh.owner`
      SELECT (SELECT count(*)::int FROM revision WHERE study_id = ${study}) AS texts,
        (SELECT count(*)::int FROM turn WHERE study_id = ${study}) AS turns,
        (SELECT count(*)::int FROM source_values WHERE study_id = ${study}) AS values,
        (SELECT count(*)::int FROM source_mark WHERE study_id = ${study}) AS marks,
        (SELECT count(*)::int FROM attribute WHERE study_id = ${study}) AS attributes,
        (SELECT count(*)::int FROM source WHERE study_id = ${study}) AS sources,
        (SELECT count(*)::int FROM participant WHERE study_id = ${study}) AS people,
        (SELECT count(*)::int FROM question WHERE study_id = ${study}) AS questions,
        (SELECT count(*)::int FROM identity.original WHERE study_id = ${study}) AS files,
        (SELECT count(*)::int FROM identity.job_plan WHERE study_id = ${study}) AS plans`;
    return { ...found };
  };
  return { ...written, vault, queue, add, until, left };
}
const NOTHING = {
  texts: 0,
  turns: 0,
  values: 0,
  marks: 0,
  attributes: 0,
  sources: 0,
  people: 0,
  questions: 0,
  files: 0,
  plans: 0,
};
const ALL = {
  texts: ROWS,
  turns: ROWS,
  values: ROWS,
  marks: 2 * ROWS,
  attributes: 1,
  sources: ROWS,
  people: ROWS,
  questions: 1,
  files: 1,
  plans: 0,
};

test("[J9] however many files have left, those that come in are told of, and what goes on before what has ended", async () => {
  const { db, study, owner, add } = await house();
  const [coming, going] = [randomUUID(), randomUUID()];
  await add(plan({ id: coming }));
  const order = fresh.owner.json({ what: "codebook", format: "csv", language: "en" });
  await fresh.owner`INSERT INTO job (study_id, id, kind, by_id, state, asked, created_at, finished_at)
    SELECT ${study}, CASE WHEN n = 0 THEN ${going}::uuid ELSE gen_random_uuid() END, 'export', ${owner},
      CASE WHEN n = 0 THEN 'queued' ELSE 'failed' END, ${order},
      now() + make_interval(mins => n::int - 1), CASE WHEN n = 0 THEN NULL ELSE now() END
    FROM generate_series(0, 60) AS n`;
  const told = (await jobsOf(db, study)).map(({ id }) => id);
  expect(told).toContain(coming);
  expect(told).toContain(going);
  expect(told).toHaveLength(51);
  await fresh.owner`DELETE FROM job WHERE study_id = ${study}`; // no process is to take them up
});

test("[J1] [J8] a file that is soon in is waited for, and is not begun twice", async () => {
  const { db, study, queue, add, left } = await house();
  const wish = plan();
  const imports = queue();
  expect(await add(wish)).toMatchObject({ ok: true });
  imports.wake();
  await imports.ended(keyOf({ study, job: wish.id }), 20_000);
  const job = await jobById(db, study, wish.id);
  expect(job).toMatchObject({ state: "done", done: ROWS, total: ROWS, result: { responses: ROWS, questions: 1 } });
  expect(await left()).toEqual(ALL);
  await add(wish);
  expect(await jobById(db, study, wish.id)).toEqual(job);
});

test("[J2] two processes share what waits, and no job runs twice", async () => {
  const { db, study, queue, add, until, left } = await house();
  const wishes = Array.from({ length: 5 }, () => plan({ again: true, newGuide: null }));
  for (const wish of wishes) await add(wish);
  for (const imports of [queue(), queue()]) imports.wake();
  for (const { id } of wishes) await until(id, "done");
  const attempts = await fresh.owner`SELECT attempt FROM job WHERE study_id = ${study}`;
  expect(attempts.map((row) => row["attempt"] as number)).toEqual([1, 1, 1, 1, 1]);
  expect(await left()).toMatchObject({ sources: 5 * ROWS, people: 5 * ROWS, questions: 5, plans: 0 });
  expect((await jobsOf(db, study)).length).toBe(5);
});

test("[J3] [J9] who may not change the study neither begins nor cancels a job; the file's name is sealed", async () => {
  const { db, study, vault, add, join, left } = await house();
  const observer = await join("observer");
  expect(await add(plan(), observer)).toEqual({ ok: false, fault: { code: "role.refused" } });
  expect(await add(plan(), randomUUID())).toEqual({ ok: false, fault: { code: "role.none" } });
  expect(await left()).toEqual(NOTHING);
  const wish = plan();
  await add(wish);
  expect(await cancelJob(db, study, observer, wish.id)).toEqual({ ok: false, fault: { code: "role.refused" } });
  expect(await readFileNames(db, vault, study, [wish.id])).toEqual({ [wish.id]: "rain.csv" });
  expect(JSON.stringify(await jobsOf(db, study))).not.toMatch(/rain/i);
  expect(await cancelJob(db, study, await join("analyst"), wish.id)).toEqual({ ok: true, value: true });
});

test("[J4] [J8] cancelled midway, a job stops and leaves nothing; sent again with another plan, it comes in", async () => {
  const { db, study, owner, queue, add, until, left } = await house();
  const { reading: slow, open, there } = gated();
  const imports = queue(slow);
  const wish = plan();
  await add(wish);
  imports.wake();
  await there;
  expect(await jobById(db, study, wish.id)).toMatchObject({ state: "running", stage: "staging", done: ROWS });
  expect(await left()).toMatchObject({ texts: ROWS, sources: 0, people: 0, questions: 0 });

  expect(await cancelJob(db, study, owner, wish.id)).toEqual({ ok: true, value: true });
  await sweepJob(db, study, wish.id);
  expect(await left()).toEqual(NOTHING);
  open();
  await imports.ended(keyOf({ study, job: wish.id }), 20_000);
  expect(await jobById(db, study, wish.id)).toMatchObject({ state: "cancelled", result: null });
  expect(await left()).toEqual(NOTHING);
  expect(await cancelJob(db, study, owner, wish.id)).toEqual({ ok: true, value: false });

  await add({ ...wish, uses: ["respondent", "ignore", "question"] });
  imports.wake();
  await until(wish.id, "done");
  expect(await left()).toEqual({ ...ALL, attributes: 0 });
  const values = await fresh.owner`SELECT DISTINCT values FROM source_values WHERE study_id = ${study}`;
  expect(values.map((row) => row["values"] as unknown)).toEqual([{}]);
});

test("[J5] a job whose process has gone is taken up by another; the first can write nothing any more", async () => {
  const { db, study, queue, add, until, left } = await house();
  const { reading: slow, open, there } = gated();
  const first = queue(slow);
  const wish = plan();
  await add(wish);
  first.wake();
  await there;
  // As a process that hangs: it gives no sign, and its job is thought dead.
  await fresh.owner`UPDATE job SET attempt = attempt + 1, seen_at = now() - interval '1 minute' WHERE id = ${wish.id}`;
  queue().wake();
  await until(wish.id, "done");
  expect(await left()).toEqual(ALL);
  open();
  await first.ended(keyOf({ study, job: wish.id }), 20_000);
  expect(await jobById(db, study, wish.id)).toMatchObject({ state: "done", result: { responses: ROWS } });
  expect(await left()).toEqual(ALL);
});

test("[J6] a job that ends whoever tries it is given up, and nothing is left of it", async () => {
  const { db, study, add, left } = await house();
  const wish = plan();
  await add(wish);
  await fresh.owner`UPDATE job SET state = 'running', attempt = 5, seen_at = now() - interval '1 minute' WHERE id = ${wish.id}`;
  expect(await takeImport(db)).toBe(null);
  expect(await tendJobs(db)).toEqual([study]);
  expect(await jobById(db, study, wish.id)).toMatchObject({ state: "failed", fault: { code: "job.crashed" } });
  expect(await left()).toEqual(NOTHING);
});

test("[J7] a process that stops puts back what it works on, and the next one brings it in", async () => {
  const { db, study, queue, add, until, left } = await house();
  const { reading: slow, open, there } = gated();
  const imports = queue(slow);
  const wish = plan();
  await add(wish);
  imports.wake();
  await there;
  const closed = imports.close();
  open();
  await closed;
  expect(await jobById(db, study, wish.id)).toMatchObject({ state: "queued" });
  queue().wake();
  await until(wish.id, "done");
  expect(await left()).toEqual(ALL);
});

test("[J1] [I43] a file that cannot come in is a fault by name, and leaves nothing", async () => {
  const { db, study, queue, add, until, left } = await house();
  const imports = queue();
  const stale = plan({ uses: ["respondent", "question"], questions: [{ column: 1, question: null, words: "Why?" }] });
  await add(stale);
  imports.wake();
  await until(stale.id, "failed");
  expect((await jobById(db, study, stale.id))?.fault).toEqual({ code: "plan.stale" });
  await imports.ended(keyOf({ study, job: stale.id }), 20_000);
  expect(await left()).toEqual(NOTHING);
});
