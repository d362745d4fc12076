/** A gesture with as many cards as a board may well have: one command, one event, one step to undo, through the same door. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Command } from "#lib/domain/study/command.ts";
import { eventsAfter, snapshot } from "#lib/server/store/events.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

const MANY = 10_000;
const DOOR = 16 * 1024 * 1024; // bytes that the commands' door takes

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

test("[B49] ten thousand cards are laid, moved and taken off by one command each, and undone by one step", async () => {
  const { db, study, board, send } = await writtenStudy(fresh.db);
  const insight = randomUUID();
  const phrase = randomUUID();
  const card = { id: randomUUID(), board, theme: null, x: -300, y: 0 };
  await send(
    { kind: "insight.write", id: insight, body: { lang: "en", phrase }, card },
    { phrases: [{ id: phrase, lang: "en", words: "It recurs." }] },
  );
  const cards = Array.from({ length: MANY }, (_, n) => ({
    id: randomUUID(),
    theme: null,
    x: (n % 100) * 264,
    y: Math.floor(n / 100) * 216,
  }));
  const start = (await snapshot(db, study))?.seq ?? 0;
  const took: string[] = [];
  const give = async (command: Command) => {
    const began = performance.now();
    expect(await send(command)).toHaveProperty("seq");
    const ms = performance.now() - began;
    took.push(`${command.kind} ${Math.round(ms)} ms, ${Math.round(JSON.stringify(command).length / 1024)} KB`);
    expect(JSON.stringify(command).length * 2).toBeLessThan(DOOR); // twice as many are allowed
  };
  await give({ kind: "cards.add", board, cards: cards.map((one) => ({ ...one, quote: null, insight })) });
  await give({ kind: "cards.place", cards: cards.map((one) => ({ ...one, x: one.x + 40 })) });
  await give({ kind: "cards.remove", ids: cards.map(({ id }) => id) });
  for (let step = 0; step < 3; step++) await give({ kind: "undo", how: "ask" });
  console.info(took.join("; "));

  const events = await eventsAfter(db, study, start, 100);
  expect(events).toHaveLength(6);
  expect((await snapshot(db, study))?.rows.card).toHaveLength(1);
}, 120_000);
