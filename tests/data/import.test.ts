import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Plan, SurveyPlan, TranscriptPlan } from "#lib/domain/import/plan.ts";
import { marksOf } from "#lib/format/import/mark.ts";
import { bring as bringIn } from "#lib/server/handle/import/bring.ts";
import type { BringPorts, LookPorts, Upload } from "#lib/server/handle/import/ports.ts";
import { preview } from "#lib/server/handle/import/preview.ts";
import { importPorts } from "#lib/server/jobs/import-ports.ts";
import { makeReading } from "#lib/server/reading/pool.ts";
import { snapshot } from "#lib/server/store/events.ts";
import { readNames, readOriginal } from "#lib/server/store/identity.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

type Ports = BringPorts & LookPorts;

let fresh: FreshDatabase;
const reading = makeReading((what, error) => {
  throw new Error(what, { cause: error });
});
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(async () => {
  await reading.close();
  await fresh.drop();
});

/** Brings a file in without a job, as one would at a desk of one's own. */
const bring = (ports: Ports, study: string, person: string, upload: Upload, plan: Plan) =>
  bringIn(ports, { study, person, held: null }, upload, plan);

const own = (name: string): Upload => ({
  name,
  type: "text/plain",
  bytes: new Uint8Array(readFileSync(path.join(import.meta.dirname, "../files/import", name))),
});

async function house(): Promise<
  Written & {
    ports: Ports;
    count: (table: "revision" | "turn" | "source" | "source_attribute") => Promise<number>;
  }
> {
  const written = await writtenStudy(fresh.db);
  const { db, study } = written;
  const ports = importPorts({ db, reading, vault: makeSeal(written.secret), writer: written.writer });
  const count = async (table: string) =>
    (await fresh.owner`SELECT count(*)::int AS n FROM ${fresh.owner(table)} WHERE study_id = ${study}`)[0]?.[
      "n"
    ] as number; // a count is a number
  return { ...written, ports, count };
}

const transcript = (change: Partial<TranscriptPlan> = {}): TranscriptPlan => ({
  id: randomUUID(),
  kind: "transcript",
  title: "Cyngor Glan Aber",
  lang: "en",
  heldOn: "2026-03-02",
  guide: null,
  options: {},
  source: "interview",
  minutes: 60,
  organisation: null,
  speakers: [
    { label: "Mari Evans (Threadwell)", participant: null, interviewer: true },
    { label: "Gethin Rowlands", participant: null, interviewer: false },
  ],
  organisations: [],
  participants: [],
  ...change,
});

test("[I40] [I41] a transcript comes in whole: text, turns, speakers, the person behind them and the original bytes", async () => {
  const { db, study, owner, ports, count, secret } = await house();
  const file = own("zoom.vtt");
  expect((await preview(ports, study, file, {})).ok).toBe(true);
  expect(await count("revision")).toBe(0);

  const organisation = randomUUID();
  const participant = randomUUID();
  const plan = transcript({
    organisation,
    organisations: [{ id: organisation, name: "Cyngor Glan Aber", kind: "local_authority" }],
    participants: [{ id: participant, name: "Gethin Rowlands", organisation, seniority: "leader" }],
  });
  plan.speakers[1] = { label: "Gethin Rowlands", participant, interviewer: false };
  const brought = await bring(ports, study, owner, file, plan);
  expect(brought).toMatchObject({
    ok: true,
    value: { turns: 8, speakers: 2, organisations: 1, participants: 1, known: false },
  });

  const rows = (await snapshot(db, study))?.rows;
  const [source] = rows?.source as {
    id: string;
    original: string;
    organisation: string;
    revision: string;
    title: string;
  }[]; // rows as the snapshot gives them
  expect(source).toMatchObject({ kind: "interview", organisation, heldOn: "2026-03-02", minutes: 60, number: 1 });
  expect(rows?.speaker).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ number: 2, participant, interviewer: false }),
      expect.objectContaining({ number: 1, participant: null, interviewer: true }),
    ]),
  );
  const seal = makeSeal(secret);
  expect((await readNames(db, seal, study, [source?.title ?? ""])).get(source?.title ?? "")).toBe("Cyngor Glan Aber");
  const original = await readOriginal(db, seal, study, source?.original ?? "");
  expect({ name: original?.name, same: original?.bytes.equals(file.bytes) }).toEqual({ name: "zoom.vtt", same: true });
  const turns = await fresh.owner`
    SELECT substr(r.text, t.start_at + 1, t.end_at - t.start_at) AS words FROM turn t JOIN revision r ON r.study_id = t.study_id AND r.id = t.revision_id
    WHERE t.study_id = ${study} ORDER BY t.n`;
  expect(turns.map((turn) => turn["words"])).toEqual(
    expect.arrayContaining(["How did the work with tenants begin?", "We promised a date. Never promise a date."]),
  );
});

test("[I42] a plan that is sent again makes nothing twice, and [I46] the same bytes are pointed out", async () => {
  const { study, owner, ports, count } = await house();
  const plan = transcript();
  const first = await bring(ports, study, owner, own("zoom.vtt"), plan);
  const second = await bring(ports, study, owner, own("zoom.vtt"), plan);
  expect(first.ok && second.ok && second.value.first).toEqual(first.ok && first.value.first);
  expect([await count("source"), await count("revision"), await count("turn")]).toEqual([1, 1, 8]);
  expect(await preview(ports, study, own("zoom.vtt"), {})).toMatchObject({ ok: true, value: { known: true } });
});

test("[I43] a plan of speakers whom the file does not have saves nothing", async () => {
  const { study, owner, ports, count } = await house();
  const plan = transcript({ speakers: [{ label: "Somebody else", participant: null, interviewer: false }] });
  expect(await bring(ports, study, owner, own("zoom.vtt"), plan)).toEqual({ ok: false, fault: { code: "plan.stale" } });
  expect(
    await bring(
      ports,
      study,
      owner,
      { name: "a.doc", type: "", bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]) },
      plan,
    ),
  ).toEqual({ ok: false, fault: { code: "file.doc-old" } });
  expect([await count("source"), await count("revision"), await count("turn")]).toEqual([0, 0, 0]);
});

test("[I41] who may not change the study stages nothing; what is refused is seen by nobody", async () => {
  const { study, owner, ports, count, join, db } = await house();
  expect(await bring(ports, study, await join("observer"), own("zoom.vtt"), transcript())).toEqual({
    ok: false,
    fault: { code: "role.refused" },
  });
  expect(await count("revision")).toBe(0);
  const refused = await bring(ports, study, owner, own("zoom.vtt"), transcript({ guide: randomUUID() }));
  expect(refused).toEqual({ ok: false, fault: { code: "publish.refused", because: "row.missing" } });
  expect((await snapshot(db, study))?.rows.source).toEqual([]);
});

const survey = (change: Partial<SurveyPlan> = {}): SurveyPlan => ({
  id: randomUUID(),
  kind: "survey",
  as: "survey",
  title: "Spring survey",
  lang: "en",
  heldOn: null,
  guide: null,
  uses: ["respondent", "ignore", "ignore", "ignore", "organisation", "attribute", "question", "attribute", "question"],
  blanks: ["-", "N/A"],
  questions: [
    { column: 6, question: null, words: "What gets in the way?" },
    { column: 8, question: null, words: "Anything else?" },
  ],
  again: false,
  unfinished: true,
  wordsLang: "en",
  newGuide: "Spring survey",
  ...change,
});

test("[I44] a survey finds the organisations that the study knows by name or alias, and makes the others", async () => {
  const { db, study, owner, ports, count, send } = await house();
  const known = randomUUID();
  const [name, aliases] = [randomUUID(), randomUUID()];
  await send(
    {
      kind: "organisation.add",
      id: known,
      fields: { kind: "local_authority", region: null, named: false, namedOn: null, name, aliases },
    },
    {
      names: [
        { id: name, subject: known, field: "name", words: "Dyffryn Council" },
        { id: aliases, subject: known, field: "aliases", words: "CYNGOR  DYFFRYN\nDyffryn" },
      ],
    },
  );
  const brought = await bring(ports, study, owner, own("survey.csv"), survey());
  expect(brought).toMatchObject({
    ok: true,
    value: { responses: 6, comments: 6, silent: 2, organisations: 5, participants: 6, questions: 2 },
  });
  const rows = (await snapshot(db, study))?.rows;
  const sources = rows?.source as {
    kind: string;
    organisation: string;
    participant: string;
    guide: string;
    original: string;
  }[]; // rows as the snapshot gives them
  expect(sources.filter((source) => source.organisation === known).length).toBe(1);
  expect(new Set(sources.map((source) => source.original)).size).toBe(1);
  expect(new Set(sources.map((source) => source.participant)).size).toBe(6);
  expect(rows?.organisation?.length).toBe(6);
  expect(await count("source_attribute")).toBe(12);
});

test("[S2] [I107] a survey is published whole, with who came with it, or not at all; one undo takes back one command", async () => {
  const { db, study, owner, ports, count, send } = await house();
  const refused = await bring(ports, study, owner, own("survey.csv"), survey({ newGuide: null, guide: randomUUID() }));
  expect(refused).toEqual({ ok: false, fault: { code: "publish.refused", because: "row.missing" } });
  const none = (await snapshot(db, study))?.rows;
  expect([none?.question, none?.organisation, none?.participant, none?.source]).toEqual([[], [], [], []]);

  expect(await bring(ports, study, owner, own("survey.csv"), survey())).toMatchObject({ ok: true });
  expect(await count("source")).toBe(6);
  await send({ kind: "undo", how: "ask" });
  const back = (await snapshot(db, study))?.rows;
  expect([back?.organisation, back?.participant, back?.source]).toEqual([[], [], []]);
});

test("[I106] what a survey knows of respondents is kept with the kind of its values, and known again later", async () => {
  const { study, owner, ports } = await house();
  const file = (...rows: readonly string[]): Upload => ({
    name: "a.csv",
    type: "text/csv",
    bytes: new TextEncoder().encode(["ID,Sector,Age,Sector,Why?", ...rows].join("\n")),
  });
  const plan = (): SurveyPlan =>
    survey({
      uses: ["respondent", "attribute", "attribute", "attribute", "question"],
      blanks: [],
      questions: [{ column: 4, question: null, words: "Why?" }],
      newGuide: null,
    });
  const rows = (from: number) =>
    Array.from({ length: 6 }, (_, at) => `${from + at},Housing,${30 + at},Public,It rained on day ${from + at} again`);
  await bring(ports, study, owner, file(...rows(1)), plan());
  await bring(ports, study, owner, file(...rows(11)), plan());
  const known =
    await fresh.owner`SELECT number, name, kind, nth FROM attribute WHERE study_id = ${study} ORDER BY number`;
  expect(known.map((row) => ({ ...row }))).toEqual([
    { number: 1, name: "Sector", kind: "choice", nth: 1 },
    { number: 2, name: "Age", kind: "number", nth: 1 },
    { number: 3, name: "Sector", kind: "choice", nth: 2 },
  ]);
  const values = await fresh.owner`
    SELECT name, value FROM source_attribute WHERE study_id = ${study} AND value LIKE '3%' OR value = 'Public' ORDER BY value, name LIMIT 2`;
  expect(values.map((row) => ({ ...row }))).toEqual([
    { name: "Age", value: "30" },
    { name: "Age", value: "30" },
  ]);
});

test("[I106] a scale is kept as one, and one that came in as numbers earlier stays the same attribute", async () => {
  const { study, owner, ports } = await house();
  await fresh.owner`
    INSERT INTO attribute (study_id, number, name, kind, nth) VALUES (${study}, 1, 'How clear was it?', 'number', 1)`;
  const lines = Array.from(
    { length: 6 },
    (_, at) => `${at},${(at % 5) + 1},${(at % 5) + 1},It rained on day ${at} again`,
  );
  const file: Upload = {
    name: "a.csv",
    type: "text/csv",
    bytes: new TextEncoder().encode(["ID,How clear was it?,How easy was it?,Why?", ...lines].join("\n")),
  };
  const plan = survey({
    uses: ["respondent", "attribute", "attribute", "question"],
    blanks: [],
    questions: [{ column: 3, question: null, words: "Why?" }],
    newGuide: null,
  });
  expect(await bring(ports, study, owner, file, plan)).toMatchObject({ ok: true, value: { responses: 6 } });
  const known = await fresh.owner`SELECT number, name, kind FROM attribute WHERE study_id = ${study} ORDER BY number`;
  expect(known.map((row) => ({ ...row }))).toEqual([
    { number: 1, name: "How clear was it?", kind: "number" },
    { number: 2, name: "How easy was it?", kind: "scale" },
  ]);
  const [values] = await fresh.owner`
    SELECT count(*)::int AS "count" FROM source_attribute WHERE study_id = ${study} AND name = 'How clear was it?'`;
  expect(values).toEqual({ count: 6 });
});

test("[I108] responses that were never sent off are counted, and come in marked or stay out", async () => {
  const { study, owner, ports } = await house();
  const lime: Upload = {
    name: "lime.csv",
    type: "text/csv",
    bytes: new TextEncoder().encode(
      [
        "id,submitdate,lastpage,startlanguage,Why?",
        "1,2026-03-01 10:00:00,3,cy,The letters were late again",
        "2,,1,en,Nobody came to the door",
        "3,2026-03-02 11:00:00,3,en,It rained in",
      ].join("\n"),
    ),
  };
  const plan = (unfinished: boolean): SurveyPlan =>
    survey({
      uses: ["respondent", "ignore", "ignore", "ignore", "question"],
      blanks: [],
      questions: [{ column: 4, question: null, words: "Why?" }],
      newGuide: null,
      unfinished,
    });
  expect(await preview(ports, study, lime, {})).toMatchObject({
    ok: true,
    value: { unfinished: { all: 1, fresh: 1 } },
  });
  expect(await bring(ports, study, owner, lime, plan(false))).toMatchObject({
    ok: true,
    value: { responses: 2, unfinished: 1, left: 0 },
  });
  expect(await bring(ports, study, owner, lime, plan(true))).toMatchObject({
    ok: true,
    value: { responses: 1, unfinished: 0, left: 2 },
  });
  const marked = await fresh.owner`
    SELECT count(*) FILTER (WHERE unfinished)::int AS marked, count(*)::int AS all FROM source_values WHERE study_id = ${study}`;
  expect({ ...marked[0] }).toEqual({ marked: 1, all: 3 });
});

test("[I45] turns name the questions that come with the survey, and where staging fails there are none", async () => {
  const { db, study, owner, ports, count } = await house();
  const broken: Ports = { ...ports, stage: () => Promise.reject(new Error("the disk is full")) };
  await expect(bring(broken, study, owner, own("survey.csv"), survey())).rejects.toThrow("the disk is full");
  const after = (await snapshot(db, study))?.rows;
  expect([after?.question, after?.source]).toEqual([[], []]);

  await bring(ports, study, owner, own("survey.csv"), survey());
  const asked = await fresh.owner`SELECT DISTINCT question_id FROM turn WHERE study_id = ${study}`;
  const questions = (await snapshot(db, study))?.rows.question as { id: string }[]; // rows as the snapshot gives them
  expect(asked.map((row) => row["question_id"]).toSorted()).toEqual(questions.map((row) => row.id).toSorted());
  expect(await count("turn")).toBe(6);
});

const wave = (name: string, ...rows: readonly string[]): Upload => ({
  name,
  type: "text/csv",
  bytes: new TextEncoder().encode(["ID,Sector,Why?", ...rows].join("\n")),
});
const waves = (change: Partial<SurveyPlan> = {}): SurveyPlan =>
  survey({
    uses: ["respondent", "attribute", "question"],
    blanks: [],
    questions: [{ column: 2, question: null, words: "Why?" }],
    newGuide: "Waves",
    ...change,
  });

test("[I101] [I102] [I103] a later wave leaves out what is in already, and says so before and after", async () => {
  const { db, study, owner, ports, send } = await house();
  const first = wave("one.csv", "1,Housing,The letters were late", "2,Health,Nobody came to the door");
  const plan = waves();
  expect(await preview(ports, study, first, {})).toMatchObject({ ok: true, value: { already: 0, guide: null } });
  const brought = await bring(ports, study, owner, first, plan);
  expect(brought).toMatchObject({ ok: true, value: { responses: 2, left: 0 } });
  // The plan that is sent again knows its own, and not as an earlier wave.
  expect(await bring(ports, study, owner, first, plan)).toEqual(
    brought.ok ? { ok: true, value: { ...brought.value, known: true } } : null,
  );

  // Respondent 2 has changed an answer since; respondent 3 is new.
  const second = wave("two.csv", "1,Housing,The letters were late", "2,Care,Nobody came", "3,Health,It rained in");
  const rows = (await snapshot(db, study))?.rows;
  const [before] = rows?.source as { guide: string }[]; // rows as the snapshot gives them
  expect(await preview(ports, study, second, {})).toMatchObject({
    ok: true,
    value: { total: 3, already: 2, guide: before?.guide, known: false },
  });
  expect(await bring(ports, study, owner, second, waves())).toMatchObject({
    ok: true,
    value: { responses: 1, left: 2 },
  });
  expect(await bring(ports, study, owner, second, waves({ newGuide: null }))).toMatchObject({
    ok: true,
    value: { responses: 0, left: 3, questions: 0, first: null },
  });
  expect(((await snapshot(db, study))?.rows.source ?? []).length).toBe(3);
  expect(await bring(ports, study, owner, second, waves({ again: true }))).toMatchObject({
    ok: true,
    value: { responses: 3, left: 0 },
  });

  // Without the column of respondents the rows tell; what was removed is not known.
  const uses: SurveyPlan["uses"] = ["ignore", "attribute", "question"];
  expect(await preview(ports, study, second, { respondent: null })).toMatchObject({ ok: true, value: { already: 3 } });
  const sources = (await snapshot(db, study))?.rows.source as { id: string }[]; // rows as the snapshot gives them
  await send({ kind: "source.remove", ids: sources.map(({ id }) => id) });
  expect(await preview(ports, study, second, {})).toMatchObject({ ok: true, value: { already: 0 } });
  expect(await bring(ports, study, owner, second, waves({ uses }))).toMatchObject({
    ok: true,
    value: { responses: 3 },
  });
});

test("[I104] what is stored to know a response again is keyed", async () => {
  const { study, owner, ports } = await house();
  await bring(ports, study, owner, wave("one.csv", "1,Housing,The letters were late"), waves());
  const marks = await fresh.owner`SELECT encode(mark, 'hex') AS mark FROM source_mark WHERE study_id = ${study}`;
  const plain = marksOf({ headers: ["ID", "Sector", "Why?"], rows: [["1", "Housing", "The letters were late"]] }, 0);
  expect(marks.length).toBe(2);
  for (const { row, respondent } of plain)
    for (const one of marks) expect([row, respondent]).not.toContain(one["mark"]);
  expect((await ports.marked(study, [plain[0]?.row ?? ""])).size).toBe(1);
});
