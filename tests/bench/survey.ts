/**
 * How long a large survey takes to be looked at and brought in, and how much memory: `npm run bench:import -- survey
 * [rows] [columns]`.
 *
 * The workbook is written first, by a process of its own. A fresh process with the app's own reading threads, writer and
 * pool looks at it and brings it in; its peak is that of the server and its threads together. PostgreSQL runs beside it.
 */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { SurveyPlan } from "#lib/domain/import/plan.ts";
import { bring } from "#lib/server/handle/import/bring.ts";
import { preview } from "#lib/server/handle/import/preview.ts";
import { startDatabase } from "#lib/server/launch/database.ts";
import { migrate, readMigrations } from "#lib/server/launch/migrate.ts";
import { makeReading } from "#lib/server/reading/pool.ts";
import { makeClient } from "#lib/server/store/client.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { importPorts } from "#lib/server/jobs/import-ports.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { writeSurvey } from "#tests/kit/large-survey.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

const [, program = "", step = "", ...args] = process.argv;
if (step === "write") writeSurvey(args[0] ?? "", Number(args[1]), Number(args[2]));
else if (step === "bring") await measured(args[0] ?? "", args[1] ?? "");
else await all(Number(step || 30_000), Number(args[0] ?? 150));

async function all(rows: number, columns: number): Promise<void> {
  const { folder, remove } = makeFolder("bench-survey");
  const database = await startDatabase({ project: process.cwd(), data: folder, say: () => undefined });
  try {
    await migrate(database.url, readMigrations(path.join(process.cwd(), "prisma/migrations")), () => undefined);
    const file = path.join(folder, "survey.xlsx");
    run("write", file, String(rows), String(columns));
    console.log(`${rows} × ${columns}, ${(statSync(file).size / 1024 / 1024).toFixed(1)} MB`);
    run("bring", file, database.url);
  } finally {
    await database.stop();
    remove();
  }
}

function run(...what: readonly string[]): void {
  const done = spawnSync(process.execPath, [program, ...what], { stdio: ["ignore", "inherit", "inherit"] });
  if (done.status !== 0) process.exit(1);
}

async function measured(file: string, url: string): Promise<void> {
  const db = makeClient(url);
  const reading = makeReading((what, error) => console.error(what, error));
  const { study, owner, writer, secret } = await writtenStudy(db);
  const ports = importPorts({ db, reading, vault: makeSeal(secret), writer });
  const upload = { name: "survey.xlsx", type: "application/octet-stream", bytes: new Uint8Array(readFileSync(file)) };
  const began = performance.now();
  const seen = await preview(ports, study, upload, {});
  if (!seen.ok || seen.value.kind !== "survey") throw new Error(`not looked at: ${JSON.stringify(seen)}`);
  const looked = performance.now();
  say("Looked at", looked - began, seen.value.total);
  const { sheet } = seen.value;
  const plan: SurveyPlan = {
    id: randomUUID(),
    kind: "survey",
    as: "survey",
    title: "Large survey",
    lang: "en",
    heldOn: null,
    guide: null,
    uses: sheet.columns.map(({ use }) => use),
    blanks: sheet.blanks.map(({ value }) => value),
    questions: sheet.columns.flatMap(({ use, index, asks }) =>
      use === "question" ? [{ column: index, question: null, words: asks }] : [],
    ),
    again: false,
    unfinished: true,
    wordsLang: "en",
    newGuide: "Large survey",
  };
  const brought = await bring(ports, { study, person: owner, held: null }, upload, plan);
  if (!brought.ok) throw new Error(`not brought in: ${JSON.stringify(brought)}`);
  say("Brought in", performance.now() - looked, brought.value.responses);
  const { responses, comments, organisations, participants, questions } = brought.value;
  console.log(JSON.stringify({ responses, comments, organisations, participants, questions }));
  await reading.close();
  await writer.stop();
  await db.$disconnect();
}

function say(what: string, ms: number, rows: number): void {
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${what}: ${(ms / 1000).toFixed(1)} s, ${Math.round((rows / ms) * 1000)} rows/s, peak so far ${peak.toFixed(0)} MB`,
  );
}
