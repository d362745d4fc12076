/**
 * How soon the log opens and an earlier moment is there, and what its file costs: `npm run bench:activity [-- events]`.
 *
 * A database of its own gets a study with so many events, in which cards go to and fro between two themes, and is asked
 * through the same functions as the app. Prints a table and exits non-zero where a target is missed.
 */
import { randomUUID } from "node:crypto";
import path from "node:path";
import { EVERYTHING } from "#lib/domain/activity/shape.ts";
import type { Narrow } from "#lib/domain/activity/shape.ts";
import { downloadActivity } from "#lib/server/handle/activity-file.ts";
import { startDatabase } from "#lib/server/launch/database.ts";
import { migrate, readMigrations } from "#lib/server/launch/migrate.ts";
import { logDesk } from "#lib/server/load/activity-file.ts";
import { partOf } from "#lib/server/load/activity.ts";
import { momentAt } from "#lib/server/load/moment.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { makeClient } from "#lib/server/store/client.ts";
import { clockOf } from "#lib/server/store/events.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

const EVENTS = Number(process.argv[2] ?? 100_000);
const OPEN = 1000; // ms, the log
const MOMENT = 2000; // ms, a moment of 20,000 events
const CARDS = 150;

const { folder, remove } = makeFolder("bench-activity");
const database = await startDatabase({ project: process.cwd(), data: folder, say: () => undefined });
await migrate(database.url, readMigrations(path.join(process.cwd(), "prisma/migrations")), () => undefined);
const db = makeClient(database.url);
let missed = false;
try {
  const short = await sown(20_000);
  const long = await sown(EVENTS);
  const log = (narrow: Partial<Narrow>, before: number | null) => () =>
    partOf(db, long.study, {
      person: long.owner,
      narrow: { ...EVERYTHING, ...narrow },
      before,
      after: null,
      limit: 60,
    });
  await row("log opens", log({}, null), OPEN);
  await row("log, halfway down", log({}, EVENTS / 2), OPEN);
  await row("log, of a person who did nothing", log({ person: randomUUID() }, null), OPEN);
  await row("log, about what there is none of", log({ about: "findings" }, null), OPEN);
  await row("log, of a day long ago", log({ to: "1999-01-01" }, null), OPEN);
  for (const share of [0.001, 0.25, 0.5, 0.75, 0.999]) {
    const at = Math.max(1, Math.round(20_000 * share));
    await row(`moment ${share} of 20,000`, () => momentAt(db, short.study, short.owner, at), MOMENT, 5);
  }
  const half = Math.round(EVENTS / 2);
  await row(`moment 0.5 of ${EVENTS}`, () => momentAt(db, long.study, long.owner, half), Infinity, 2);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  const begun = performance.now();
  const made = await downloadActivity(
    reportDesk(db, makeSeal(long.secret)),
    logDesk(db, long.owner),
    long.study,
    long.owner,
    "en",
  );
  clearInterval(watch);
  if (!made.ok) throw new Error(made.fault.code);
  const grown = (most - before) / 1024 / 1024;
  console.log(
    `file of ${EVENTS} events: ${((performance.now() - begun) / 1000).toFixed(1)} s, ${(made.value.size / 1024 / 1024).toFixed(1)} MB, memory grew by at most ${grown.toFixed(0)} MB`,
  );
  await made.value.spool.drop();
} finally {
  await db.$disconnect();
  await database.stop();
  remove();
}
process.exit(missed ? 1 : 0);

async function row(name: string, ask: () => Promise<unknown>, target: number, times = 20): Promise<void> {
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const begun = performance.now();
    await ask();
    took.push(performance.now() - begun);
  }
  took.sort((a, b) => a - b);
  const worst = took.at(-1) ?? 0;
  missed ||= worst > target;
  const middle = took[Math.floor(took.length / 2)] ?? 0;
  console.log(
    `${name.padEnd(36)} median ${middle.toFixed(0).padStart(5)} ms, worst ${worst.toFixed(0).padStart(5)} ms`,
  );
}

/** A study whose log has so many events: cards that go to a theme and back again, so that its rows stay what they are. */
async function sown(events: number): Promise<Written> {
  const written = await writtenStudy(db);
  const { study, owner, board, send } = written;
  const theme = randomUUID();
  const box = { board, parent: null, x: 0, y: 0, w: 400, h: 300, hue: 1, cards: [], themes: [] };
  await send({ kind: "theme.make", id: theme, ...box, name: null });
  const cards = Array.from({ length: CARDS }, (_, n) => ({ id: randomUUID(), x: 260 * n, y: 900 }));
  const phrases = cards.map(() => ({
    id: randomUUID(),
    lang: "en" as const,
    words: "Something that somebody thought",
  }));
  const insights = cards.map(({ id, x, y }, n) => ({
    id: randomUUID(),
    body: { lang: "en" as const, phrase: phrases[n]?.id ?? "" },
    card: { id, board, theme: null, x, y },
  }));
  await send({ kind: "insights.write", insights }, { phrases });
  const first = (await clockOf(db, study))?.seq ?? 0;
  for (let from = first; from < events; from += 5000) {
    const some = Array.from({ length: Math.min(5000, events - from) }, (_, n) => {
      const at = from + n - first;
      const [out, back] = [{ theme: null }, { theme }];
      const [before, after] = Math.floor(at / CARDS) % 2 === 0 ? [out, back] : [back, out];
      const change = { op: "put", noun: "card", id: cards[at % CARDS]?.id, before, after };
      return { seq: from + n + 1, cmdId: randomUUID(), payload: { changes: [change] } };
    });
    await db.$executeRaw`
      INSERT INTO "event" ("study_id", "seq", "cmd_id", "actor_id", "kind", "payload")
      SELECT ${study}::uuid, e.seq, e."cmdId", ${owner}::uuid, 'cards.place', e.payload
      FROM jsonb_to_recordset(${JSON.stringify(some)}::jsonb) AS e(seq bigint, "cmdId" uuid, payload jsonb)`;
  }
  await db.$executeRaw`UPDATE "study_clock" SET "seq" = ${events} WHERE "study_id" = ${study}::uuid`;
  return written;
}
