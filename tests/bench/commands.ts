/**
 * How many commands a second one study takes, with 32 writers at once, at 100 and at 10,000 cards.
 *
 * Everything runs on this machine: PostgreSQL, the writer and the load. Prints a table and exits non-zero where a
 * target is missed. `npm run bench:commands [-- seconds]`.
 */
import { randomUUID } from "node:crypto";
import path from "node:path";
import postgres from "postgres";
import { startDatabase } from "#lib/server/launch/database.ts";
import { migrate, readMigrations } from "#lib/server/launch/migrate.ts";
import { makeClient } from "#lib/server/store/client.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

const WRITERS = 32;
const SECONDS = Number(process.argv[2] ?? 20);
const PER_SECOND = 300;
const HELD = 0.8;

type Row = { cards: number; perSecond: number; p50: number; p95: number; p99: number; refused: number };

const { folder, remove } = makeFolder("bench");
const database = await startDatabase({ project: process.cwd(), data: folder, say: () => undefined });
await migrate(database.url, readMigrations(path.join(process.cwd(), "prisma/migrations")), () => undefined);
const db = makeClient(database.url);
const table: Row[] = [];
try {
  for (const cards of [100, 10_000]) table.push(await measure(cards));
} finally {
  await db.$disconnect();
  await database.stop();
  remove();
}

console.log("cards    commands/s   p50 ms   p95 ms   p99 ms   refused");
for (const row of table) {
  const ms = (value: number) => value.toFixed(1).padStart(8);
  console.log(
    `${String(row.cards).padEnd(8)} ${row.perSecond.toFixed(0).padStart(10)} ${ms(row.p50)} ${ms(row.p95)} ${ms(row.p99)} ${String(row.refused).padStart(9)}`,
  );
}
const [few, many] = table;
const misses: string[] = [];
for (const row of table) {
  if (row.perSecond < PER_SECOND)
    misses.push(`${row.cards} cards: ${row.perSecond.toFixed(0)}/s is under ${PER_SECOND}/s`);
  if (row.refused > 0) misses.push(`${row.cards} cards: ${row.refused} refused`);
}
if (few && many && many.perSecond < HELD * few.perSecond)
  misses.push(`10,000 cards run at ${(many.perSecond / few.perSecond).toFixed(2)} of 100 cards, under ${HELD}`);
console.log(misses.length === 0 ? "All targets hold." : `Falls short: ${misses.join("; ")}.`);
process.exit(misses.length === 0 ? 0 : 1);

async function measure(cards: number): Promise<Row> {
  const { study, board, owner, writer, send, source } = await writtenStudy(db);
  const from = await source("x".repeat(cards + 1));
  const quotes = Array.from({ length: cards }, () => randomUUID());
  const ids = Array.from({ length: cards }, () => randomUUID());
  for (let at = 0; at < cards; at += 50) {
    const some = quotes.slice(at, at + 50);
    await writer.submit(
      study,
      some.map((id, n) => ({
        cmdId: randomUUID(),
        person: owner,
        phrases: [],
        names: [],
        command: {
          kind: "quote.make" as const,
          id,
          source: from.source,
          revision: from.revision,
          start: at + n,
          end: at + n + 1,
          tags: [],
          newTags: [],
          card: null,
        },
      })),
    );
  }
  for (let at = 0; at < cards; at += 5000) {
    await send({
      kind: "cards.add",
      board,
      cards: quotes
        .slice(at, at + 5000)
        .map((quote, n) => ({ id: ids[at + n] ?? "", quote, insight: null, theme: null, x: n, y: at })),
    });
  }
  const themes = Array.from({ length: 20 }, () => randomUUID());
  for (const id of themes)
    await send({
      kind: "theme.make",
      id,
      board,
      parent: null,
      x: 0,
      y: 0,
      w: 9,
      h: 9,
      hue: 1,
      name: null,
      cards: [],
      themes: [],
    });
  const people = await Promise.all(Array.from({ length: WRITERS }, async () => owner));

  // As autovacuum leaves a study that has been there for a minute: the planner knows how large the tables are.
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  await sql`VACUUM ANALYZE`;
  await sql.end();

  const spent: number[] = [];
  let refused = 0;
  let n = 0;
  const until = performance.now() + SECONDS * 1000;
  await Promise.all(
    people.map(async (person) => {
      while (performance.now() < until) {
        const at = n++;
        const command = {
          kind: "cards.place" as const,
          cards: [{ id: ids[(at * 7919) % cards] ?? "", theme: themes[at % 21] ?? null, x: at, y: at }],
        };
        const began = performance.now();
        const [outcome] = await writer.submit(study, [
          { cmdId: randomUUID(), person, command, phrases: [], names: [] },
        ]);
        spent.push(performance.now() - began);
        if (!outcome || "refused" in outcome) refused++;
      }
    }),
  );
  spent.sort((a, b) => a - b);
  const share = (part: number) => spent[Math.floor(spent.length * part)] ?? 0;
  return { cards, perSecond: spent.length / SECONDS, p50: share(0.5), p95: share(0.95), p99: share(0.99), refused };
}
