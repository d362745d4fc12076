/** Files on their way out as jobs, on a real database: made, kept, fetched once, and gone. */
import { createHash, randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { ExportOrder } from "#lib/domain/export/order.ts";
import { dayOf } from "#lib/domain/zone.ts";
import { downloadCodebook } from "#lib/server/handle/codebook.ts";
import { makeExports } from "#lib/server/jobs/exports.ts";
import { keyOf } from "#lib/server/jobs/queue.ts";
import type { Queue } from "#lib/server/jobs/queue.ts";
import { LIMITS, makeLeave } from "#lib/server/leaving/aside.ts";
import type { Leave } from "#lib/server/leaving/aside.ts";
import { leaveBy } from "#lib/server/leaving/job.ts";
import { remember } from "#lib/server/load/judged.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { makeLog } from "#lib/server/log.ts";
import { addExport, cancelJob, endJob, jobById, jobsOf, takeExport, tendJobs } from "#lib/server/store/job.ts";
import { fetchMade, keepMade, sweepMade } from "#lib/server/store/made.ts";
import type { About, Fetched } from "#lib/server/store/made.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { lookThrough } from "#tests/kit/look-through.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

const TIMES = { most: 2, lookMs: 100, beatMs: 50, tendMs: 60_000 };
const CODEBOOK = { what: "codebook", format: "csv", language: "en" } as const satisfies ExportOrder;
const ACTIVITY = { what: "activity", language: "en" } as const satisfies ExportOrder;

const WAIT = { timeout: 20_000, interval: 50 };
const NOTHING_KNOWN = { known: () => Promise.resolve(null), keep: () => undefined };

let fresh: FreshDatabase;
const queues: Queue[] = [];
beforeAll(async () => {
  fresh = await freshDatabase();
});
const rest = async () => {
  await Promise.all(queues.splice(0).map((queue) => queue.close()));
};
afterEach(rest);
afterAll(() => fresh.drop());

async function house() {
  const written = await writtenStudy(fresh.db);
  const { db, study, owner, send, secret } = written;
  const vault = makeSeal(secret);
  const tag = { id: randomUUID(), name: randomUUID() };
  const named = {
    kind: "tag.add",
    id: tag.id,
    parent: null,
    hue: null,
    name: { lang: "en", phrase: tag.name },
  } as const;
  const said = await send(named, { phrases: [{ id: tag.name, lang: "en", words: "money" }] });
  if ("refused" in said) throw new Error(String(said.refused));
  await lookThrough(db, vault, study);
  const leave: Leave["leave"] = (taken, signal, changed) => leaveBy({ db, vault, remember, changed }, taken, signal);
  const exports = makeExports({ db, log: makeLog("silent"), leave }, () => undefined, broken, TIMES);
  queues.push(exports);
  const begin = async (order: ExportOrder, person = owner) => {
    const job = randomUUID();
    const added = await addExport(db, study, person, job, order);
    return { job, added };
  };
  const made = async (order: ExportOrder, person = owner) => {
    const { job, added } = await begin(order, person);
    if (!added.ok) throw new Error(added.fault.code);
    exports.wake();
    await exports.ended(keyOf({ study, job }), 20_000);
    return job;
  };
  const fetch = (job: string, person = owner) => fetchMade(db, vault, study, person, job);
  /** What waits, and what has left. */
  const left = async () => {
    const [found] = await fresh.owner`
      SELECT (SELECT count(*)::int FROM identity.job_file WHERE study_id = ${study}) AS waiting,
        (SELECT count(*)::int FROM identity.job_part WHERE study_id = ${study}) AS parts,
        (SELECT count(*)::int FROM export WHERE study_id = ${study}) AS gone`;
    return { ...found };
  };
  /** A name of which nothing was decided, in the codebook. */
  const name = async () => {
    const term = { id: randomUUID(), name: randomUUID() };
    await send(
      { kind: "identifier.add", id: term.id, term: term.name },
      { names: [{ id: term.name, subject: term.id, field: "term", words: "money" }] },
    );
    return term.id;
  };
  return { ...written, vault, begin, made, fetch, left, name, tag };
}

function broken(what: string, error: unknown): never {
  throw new Error(what, { cause: error });
}

async function bytesOf(fetched: Fetched): Promise<Buffer> {
  if (!("about" in fetched)) throw new Error(JSON.stringify(fetched));
  const parts: Uint8Array[] = [];
  for await (const part of fetched.parts()) parts.push(part);
  return Buffer.concat(parts);
}

test("[EX1] [EX2] [EX4] [EX7] [J1] a file is made, waits sealed, is fetched once, and stands in the log of what left from then on", async () => {
  const { db, study, owner, vault, made, fetch, left } = await house();
  const [job, again] = [await made(CODEBOOK), await made(CODEBOOK)];
  expect(await jobById(db, study, job)).toEqual({
    id: job,
    kind: "export",
    by: owner,
    state: "done",
    stage: "publishing",
    done: 0,
    total: null,
    fault: null,
    what: "codebook",
    format: "csv",
    ready: true,
  });
  expect(await left()).toEqual({ waiting: 2, parts: 2, gone: 0 });
  const kept = await fresh.owner<{ line: string }[]>`
    SELECT f::text || p::text AS line FROM identity.job_file f JOIN identity.job_part p USING (study_id, job_id) WHERE study_id = ${study}`;
  expect(kept.map(({ line }) => line).join()).not.toContain(Buffer.from("money").toString("hex"));

  const fetched = await fetch(job);
  const bytes = await bytesOf(fetched);
  const direct = await downloadCodebook(reportDesk(db, vault), study, { format: "csv", lang: "en" });
  expect(direct).toMatchObject({ ok: true, value: { name: "codebook-en.csv" } });
  expect(direct.ok && Buffer.from(direct.value.bytes).equals(bytes)).toBe(true);
  expect((await bytesOf(await fetch(again))).equals(bytes)).toBe(true);
  expect(await left()).toEqual({ waiting: 0, parts: 0, gone: 2 });
  const [row] = await fresh.owner<{ sha256: Buffer; size: number; format: string }[]>`
    SELECT sha256, size, format FROM export WHERE id = ${job}`;
  expect(row).toMatchObject({ format: "csv", size: bytes.length });
  expect(row?.sha256).toEqual(createHash("sha256").update(bytes).digest());
  expect(await fetch(job)).toEqual({ fault: { code: "export.stale" } });
  expect(await jobById(db, study, job)).toMatchObject({ state: "done", ready: false });
  const told = await made(ACTIVITY);
  const log = await bytesOf(await fetch(told));
  expect(log.toString()).toContain("money");
  const [taken] = await fresh.owner`SELECT size, format, by_id AS by FROM export WHERE id = ${told}`;
  expect(taken).toEqual({ format: "csv", size: log.length, by: owner });
});

test("[EX3] [J3] only who may take it and asked for it has it, when it is begun, kept and fetched", async () => {
  const { db, study, owner, join, send, begin, made, fetch, left } = await house();
  const [analyst, observer] = [await join("analyst"), await join("observer")];
  const project = { what: "project", profile: "standard", themes: "codes", language: "en", together: true } as const;
  const refused = { ok: false, fault: { code: "role.refused" } };
  expect((await begin(CODEBOOK, observer)).added).toEqual(refused);
  expect((await begin(project, analyst)).added).toEqual(refused);
  expect((await begin({ what: "log", language: "en" }, observer)).added).toEqual(refused);
  const job = await made(CODEBOOK, analyst);
  expect(await fetch(job)).toEqual({ none: "missing" });
  await rest(); // else the queue may take up the next before this test does
  const { job: waiting } = await begin(CODEBOOK, analyst);
  expect(await cancelJob(db, study, owner, waiting)).toEqual({ ok: true, value: false });

  const taken = await takeExport(db);
  await send({ kind: "member.set", person: analyst, role: "observer" });
  expect(await cancelJob(db, study, analyst, waiting)).toEqual(refused);
  expect(await fetch(job, analyst)).toEqual({ none: "denied" });
  const about: About = {
    name: "codebook-en.csv",
    type: "text/csv",
    format: "csv",
    lang: "en",
    size: 1,
    sha256: "00",
    seq: "999",
    day: dayOf(new Date()),
  };
  if (!taken) throw new Error("nothing was taken");
  expect(await keepMade(db, makeSeal("x".repeat(32)), taken, about, [Buffer.from("x")])).toBe("over");
  expect(await jobById(db, study, waiting)).toMatchObject({
    state: "failed",
    fault: { code: "role.denied" },
    ready: false,
  });
  expect(await left()).toEqual({ waiting: 1, parts: 1, gone: 0 }); // the one that was made while they might
});

test("[EX5] [EX12] why there is no file is told to whoever asked, and to nobody else", async () => {
  const { db, study, made, fetch, name, join } = await house();
  const term = await name();
  const job = await made(CODEBOOK);
  expect(await fetch(job)).toEqual({ fault: { code: "report.open", open: [term] } });
  expect(await fetch(job, await join("owner"))).toEqual({ none: "missing" });
  expect((await jobsOf(db, study)).map(({ fault }) => fault)).toEqual([{ code: "report.open" }]);
});

test("[EX6] what gates look at has changed: a file that waits is gone; any other change is none of its business", async () => {
  const { send, made, fetch, left, name, tag } = await house();
  const job = await made(CODEBOOK);
  const phrase = randomUUID();
  await send(
    { kind: "wording.set", subject: tag.id, field: "name", lang: "en", phrase, was: tag.name },
    { phrases: [{ id: phrase, lang: "en", words: "coins" }] },
  );
  expect((await bytesOf(await fetch(job))).toString()).toContain("money");
  const late = await made(CODEBOOK);
  await fresh.owner`UPDATE identity.job_file SET until = now() - interval '1 second' WHERE job_id = ${late}`;
  expect(await fetch(late)).toEqual({ fault: { code: "export.stale" } });
  const second = await made(CODEBOOK);
  await name();
  expect(await fetch(second)).toEqual({ fault: { code: "export.stale" } });
  expect(await left()).toEqual({ waiting: 1, parts: 1, gone: 1 }); // the late one, until it is swept
});

test("[EX4] [EX6] one that was read before a change or on another day is not kept, and long ones are kept in parts", async () => {
  const { db, study, vault, begin, fetch, left, send, name } = await house();
  const { job } = await begin(CODEBOOK);
  const taken = await takeExport(db);
  if (!taken) throw new Error("nothing was taken");
  const bytes = Buffer.from(Array.from({ length: 2_500_000 }, (_, at) => (at * 7) % 256));
  const [clock] = await fresh.owner<{ seq: string }[]>`SELECT seq::text FROM study_clock WHERE study_id = ${study}`;
  const about: About = {
    name: "codebook-en.csv",
    type: "text/csv",
    format: "csv",
    lang: "en",
    size: bytes.length,
    sha256: "00",
    seq: clock?.seq ?? "0",
    day: dayOf(new Date()),
  };
  expect(await keepMade(db, vault, taken, { ...about, day: "2026-01-01" }, [bytes])).toBe("stale");
  const term = await name();
  expect(await keepMade(db, vault, taken, about, [bytes])).toBe("stale");
  expect(await left()).toEqual({ waiting: 0, parts: 0, gone: 0 });
  await send({ kind: "identifier.remove", id: term });
  const now = { ...about, seq: String(Number(about.seq) + 2) };
  const streamed = (async function* () {
    for (let from = 0; from < bytes.length; from += 700_000) yield bytes.subarray(from, from + 700_000);
  })();
  expect(await keepMade(db, vault, taken, now, streamed)).toBe("kept");
  expect(await left()).toEqual({ waiting: 1, parts: 3, gone: 0 });
  const fetched = await fetch(job);
  const again = await fetch(job); // a line that broke, and came back
  expect((await bytesOf(fetched)).equals(bytes)).toBe(true);
  expect(await left()).toEqual({ waiting: 0, parts: 0, gone: 1 });
  await expect(bytesOf(again)).rejects.toThrow("erased"); // half a file is none, nor is nothing of it
  expect(await keepMade(db, vault, taken, now, [bytes])).toBe("over");
  expect(await left()).toMatchObject({ waiting: 0, parts: 0 });
});

test("[EX9] [J4] cancelled before it is kept, a file leaves nothing, and nobody comes for one for ever", async () => {
  const { db, study, owner, vault, begin, made, fetch, left } = await house();
  const { job } = await begin(CODEBOOK);
  const taken = await takeExport(db);
  expect(await cancelJob(db, study, owner, job)).toEqual({ ok: true, value: true });
  if (!taken) throw new Error("nothing was taken");
  const about = {
    name: "x",
    type: "x",
    format: "csv",
    lang: "en",
    size: 1,
    sha256: "",
    seq: "999",
    day: dayOf(new Date()),
  };
  expect(await keepMade(db, vault, taken, about, [Buffer.from("x")])).toBe("over");
  expect(await fetch(job)).toEqual({ none: "cancelled" });
  expect(await left()).toEqual({ waiting: 0, parts: 0, gone: 0 });
  await made(CODEBOOK);
  await fresh.owner`UPDATE identity.job_file SET until = now() WHERE study_id = ${study}`;
  expect(await sweepMade(db)).toContain(study);
  expect(await left()).toEqual({ waiting: 0, parts: 0, gone: 0 });
});

test("[EX13] one person has twenty files going at most, others theirs, and which cards were asked for goes with the job", async () => {
  const { db, study, owner, join, begin } = await house();
  await rest(); // nobody takes them up
  const order = { what: "board", board: randomUUID(), format: "txt", language: "en", cards: [randomUUID()] } as const;
  const begun = await Promise.all(Array.from({ length: 24 }, () => begin({ ...order, cards: [...order.cards] })));
  const refused = begun.filter(({ added }) => !added.ok);
  expect(refused.map(({ added }) => added)).toEqual(
    Array.from({ length: 4 }, () => ({ ok: false, fault: { code: "export.many" } })),
  );
  const [first, second] = begun.filter(({ added }) => added.ok).map(({ job }) => job);
  expect(await addExport(db, study, owner, first ?? "", CODEBOOK)).toMatchObject({ ok: true }); // sent twice
  expect((await begin(CODEBOOK, await join("analyst"))).added.ok).toBe(true);
  expect(await cancelJob(db, study, owner, first ?? "")).toEqual({ ok: true, value: true });
  await fresh.owner`UPDATE job SET state = 'running', attempt = 5, seen_at = now() - interval '1 hour' WHERE id = ${second ?? ""}`;
  expect(await tendJobs(db)).toContain(study);
  const [asked] = await fresh.owner<{ kept: string[] }[]>`
    SELECT array_agg(DISTINCT (asked ? 'cards')::text || state) AS kept FROM job WHERE study_id = ${study} AND by_id = ${owner}`;
  expect(asked?.kept.toSorted()).toEqual(["falsecancelled", "falsefailed", "truequeued"]);
  expect(await jobById(db, study, first ?? "")).toMatchObject({ state: "cancelled", what: "board", format: "txt" });
  expect((await begin(CODEBOOK)).added.ok).toBe(true);
  const taken = await takeExport(db);
  expect(taken?.wanted).toMatchObject({ what: "board", cards: order.cards });
  expect(taken && (await endJob(db, taken, { state: "failed", fault: { code: "server.failed" } }))).toBe(true);
  expect(await jobById(db, study, taken?.job ?? "")).toMatchObject({ state: "failed", what: "board", ready: false });
});

test("[EX14] [EX2] a thread of its own makes the same bytes, tells how far it is, is used again, and stops when it is told", async () => {
  const { db, study, secret, vault, begin, fetch } = await house();
  await rest();
  const direct = await downloadCodebook(reportDesk(db, vault), study, { format: "csv", lang: "en" });
  const here = Buffer.from(direct.ok ? direct.value.bytes : []);
  let told = 0;
  const apart = makeLeave({ databaseUrl: fresh.url, secret }, NOTHING_KNOWN);
  const queue = makeExports({ db, log: makeLog("silent"), leave: apart.leave }, () => (told += 1), broken, TIMES);
  queues.push(queue);
  const there = async () => {
    const { job } = await begin(CODEBOOK);
    queue.wake();
    await expect.poll(() => jobById(db, study, job), WAIT).toMatchObject({ state: "done" }); // others may wait before it
    return job;
  };
  try {
    expect((await bytesOf(await fetch(await there()))).equals(here)).toBe(true);
    expect(told).toBeGreaterThan(3);
    expect((await bytesOf(await fetch(await there()))).equals(here)).toBe(true);
    await rest();
    await begin(CODEBOOK);
    const taken = await takeExport(db);
    if (!taken) throw new Error("nothing waits");
    const control = new AbortController();
    const going = apart.leave(taken, control.signal, () => undefined);
    control.abort();
    expect(await going).toBeNull();
    expect(await jobById(db, taken.study, taken.job)).toMatchObject({ state: "running", ready: false });
  } finally {
    await rest();
    await apart.close();
  }
});

test("[EX15] a file that takes more memory than it may is made with more; where that is too little, it fails with a code of its own", async () => {
  const { db, study, secret, begin, fetch } = await house();
  await rest();
  const faults: string[] = [];
  const little = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };
  const job = async (apart: Leave) => {
    const log = makeLog("silent");
    const queue = makeExports(
      { db, log, leave: apart.leave },
      () => undefined,
      (what) => faults.push(what),
      TIMES,
    );
    queues.push(queue);
    try {
      const { job: begun } = await begin(CODEBOOK);
      queue.wake();
      await expect
        .poll(() => jobById(db, study, begun), WAIT)
        .toMatchObject({ state: expect.stringMatching(/^(?:done|failed)$/) });
      return begun;
    } finally {
      await rest();
      await apart.close();
    }
  };
  const given = { databaseUrl: fresh.url, secret };
  const heavy = await job(makeLeave(given, NOTHING_KNOWN, [little]));
  expect(await jobById(db, study, heavy)).toMatchObject({ state: "failed", fault: { code: "export.heavy" } });
  expect(new Set(faults)).toEqual(new Set(["a job"]));
  faults.length = 0;
  const made = await job(makeLeave(given, NOTHING_KNOWN, [little, LIMITS]));
  expect((await bytesOf(await fetch(made))).toString()).toContain("money");
  expect(faults).toEqual([]);
});
