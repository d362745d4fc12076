import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { StudyState } from "#lib/client/study/state.ts";
import { evolve } from "#lib/domain/study/change.ts";
import type { Command } from "#lib/domain/study/command.ts";
import type { Sent } from "#lib/domain/study/outcome.ts";
import { NOUNS, Rows } from "#lib/domain/study/rows.ts";
import { eventsAfter, snapshot } from "#lib/server/store/events.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { sorted, writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const rowsOf = (rows: Rows) => sorted(Object.fromEntries(NOUNS.map((noun) => [noun, rows.all(noun)])));

async function withQuotes(count: number): Promise<Written & { quotes: string[] }> {
  const study = await writtenStudy(fresh.db);
  const text = Array.from({ length: count }, (_, at) => `Sentence ${at} 😀 said aloud.`).join(" ");
  const { source, revision } = await study.source(text);
  const quotes = Array.from({ length: count }, () => randomUUID());
  await study.writer.submit(
    study.study,
    quotes.map((id, at) => ({
      cmdId: randomUUID(),
      person: study.owner,
      phrases: [],
      names: [],
      command: {
        kind: "quote.make",
        id,
        source,
        revision,
        start: at * 10,
        end: at * 10 + 9,
        tags: [],
        newTags: [],
        card: null,
      } as const,
    })),
  );
  return { ...study, quotes };
}

test("[Y1] [Y6] [Y13] a thousand commands from eight clients: dense seq, no lost update, every client equal to the database", async () => {
  const { db, study, board, quotes, send, join, writer } = await withQuotes(40);
  const cards = quotes.map((quote) => ({ id: randomUUID(), quote, insight: null, theme: null, x: 0, y: 0 }));
  await send({ kind: "cards.add", board, cards });
  const themes = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of themes) {
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
  }
  const people = await Promise.all(Array.from({ length: 8 }, () => join("analyst")));
  const before = (await snapshot(db, study))?.seq ?? 0;

  const clients = people.map((person) => new StudyState(person));
  const first = await snapshot(db, study);
  for (const client of clients) if (first) client.load(first);
  const acknowledged: number[] = [];
  await Promise.all(
    clients.map(async (client, who) => {
      for (let step = 0; step < 125; step++) {
        const at = step * 8 + who;
        const card = cards[at % cards.length];
        const place = { id: card?.id ?? "", theme: themes[at % 4] ?? null, x: at, y: who };
        const sent: Sent = {
          cmdId: randomUUID(),
          command: { kind: "cards.place", cards: [place] },
          phrases: [],
          names: [],
        };
        client.add(sent);
        const [outcome] = await writer.submit(study, [{ ...sent, person: client.person }]);
        if (outcome && "seq" in outcome) acknowledged.push(Number(outcome.seq));
        if (outcome) client.settle(outcome);
        if (step % 10 === who % 10) client.hear(await eventsAfter(db, study, client.seq, 5000));
      }
    }),
  );
  const events = await eventsAfter(db, study, 0, 10_000);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, at) => at + 1));
  expect(acknowledged.toSorted((a, b) => a - b)).toEqual(
    events.filter(({ seq }) => seq > before).map(({ seq }) => seq),
  );
  expect(acknowledged).toHaveLength(1000);

  const last = await snapshot(db, study);
  const truth = sorted(last?.rows ?? {});
  for (const client of clients) {
    client.hear(await eventsAfter(db, study, client.seq, 5000));
    expect(client.waiting.unsent).toBe(0);
    expect(rowsOf(client.rows)).toBe(truth);
  }
  const folded = new Rows();
  for (const event of events) for (const change of event.changes) evolve(folded, change);
  expect(rowsOf(folded)).toBe(truth);
});

test("[Y5] a database that has no room refuses nobody: the same commands are kept once it has", async () => {
  const { study, db, writer, owner } = await writtenStudy(fresh.db);
  const command = { kind: "question.add", id: randomUUID(), text: null } as const;
  const item = { cmdId: randomUUID(), person: owner, command, phrases: [], names: [] };
  await fresh.owner`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION USING ERRCODE = ''disk_full'', MESSAGE = ''no space left on device''; END'`;
  await fresh.owner`CREATE TRIGGER no_room BEFORE INSERT ON "question" FOR EACH ROW EXECUTE FUNCTION no_room()`;
  try {
    await expect(writer.submit(study, [item])).rejects.toThrow();
  } finally {
    await fresh.owner`DROP FUNCTION no_room() CASCADE`;
  }
  expect(await writer.submit(study, [item])).toMatchObject([{ cmdId: item.cmdId, seq: expect.any(Number) }]);
  expect((await eventsAfter(db, study, 0, 100)).filter((event) => event.cmdId === item.cmdId)).toHaveLength(1);
});

test("[Y3] [Y8] a command sent twice is answered twice and done once; somebody else's id is refused", async () => {
  const { db, study, send, join } = await writtenStudy(fresh.db);
  const cmdId = randomUUID();
  const command = { kind: "question.add", id: randomUUID(), text: null } as const;
  const once = await send(command, { cmdId });
  expect(await send(command, { cmdId })).toEqual(once);
  expect(await send(command, { cmdId, person: await join("analyst") })).toMatchObject({ refused: "cmd.taken" });
  expect((await eventsAfter(db, study, 0, 100)).filter((event) => event.cmdId === cmdId)).toHaveLength(1);
});

test("[Y3] [Y8] the same holds for commands that are carried out together", async () => {
  const { db, study, owner, writer, join } = await writtenStudy(fresh.db);
  const other = await join("analyst");
  const cmdId = randomUUID();
  const add = (person: string) => {
    const command = { kind: "question.add", id: randomUUID(), text: null } as const;
    return { cmdId, person, command, phrases: [], names: [] };
  };
  const [once, twice, theirs] = await writer.submit(study, [add(owner), add(owner), add(other)]);
  expect(once).toHaveProperty("seq");
  expect(twice).toEqual(once);
  expect(theirs).toMatchObject({ refused: "cmd.taken" });
  expect((await eventsAfter(db, study, 0, 100)).filter((event) => event.cmdId === cmdId)).toHaveLength(1);
});

test("[Y7] a command that changes nothing leaves no event", async () => {
  const { db, study, owner, send } = await writtenStudy(fresh.db);
  const before = (await snapshot(db, study))?.seq;
  expect(await send({ kind: "member.set", person: owner, role: "owner" })).toMatchObject({ same: true });
  expect((await snapshot(db, study))?.seq).toBe(before);
});

test("[Y4] roles are asked inside the transaction and count from the next command on", async () => {
  const { study, writer, owner, send, join } = await writtenStudy(fresh.db);
  const analyst = await join("analyst");
  const observer = await join("observer");
  const question = (id = randomUUID()) => ({ kind: "question.add", id, text: null }) as const;
  expect(await send(question(), { person: observer })).toMatchObject({ refused: "role.refused" });
  expect(await send(question(), { person: randomUUID() })).toMatchObject({ refused: "role.none" });
  expect(await send({ kind: "member.set", person: analyst, role: "owner" }, { person: analyst })).toMatchObject({
    refused: "role.refused",
  });
  const item = (person: string, command: Parameters<typeof send>[0]) => ({
    cmdId: randomUUID(),
    person,
    command,
    phrases: [],
    names: [],
  });
  const outcomes = await writer.submit(study, [
    item(analyst, question()),
    item(owner, { kind: "member.set", person: analyst, role: null }),
    item(analyst, question()),
  ]);
  expect(outcomes).toMatchObject([{ seq: expect.any(Number) }, { seq: expect.any(Number) }, { refused: "role.none" }]);
});

test("[Y2] [Y5] what the database refuses falls alone, whole, and its neighbours are kept", async () => {
  const { study, db, writer, owner } = await writtenStudy(fresh.db);
  const good = randomUUID();
  const bad = randomUUID();
  const outcomes = await writer.submit(study, [
    {
      cmdId: randomUUID(),
      person: owner,
      command: { kind: "question.add", id: good, text: null },
      phrases: [],
      names: [],
    },
    // A phrase that was never sent: the foreign key refuses it, which decide cannot know.
    {
      cmdId: randomUUID(),
      person: owner,
      command: { kind: "question.add", id: bad, text: { lang: "en", phrase: randomUUID() } },
      phrases: [],
      names: [],
    },
  ]);
  expect(outcomes).toMatchObject([{ seq: expect.any(Number) }, { refused: "database" }]);
  const ids = ((await snapshot(db, study))?.rows.question ?? []).map((row) => (row as { id: string }).id);
  expect(ids).toEqual([good]);
});

test("[Y9] the database refuses a quote that is not verbatim, a changed text, a theme within itself and a changed log", async () => {
  const { study, board, send, source } = await writtenStudy(fresh.db);
  const { source: from, revision, turn } = await source("I felt heard 😀 that day.");
  const quote = randomUUID();
  await send({
    kind: "quote.make",
    id: quote,
    source: from,
    revision,
    start: 2,
    end: 14,
    tags: [],
    newTags: [],
    card: null,
  });
  const { owner: sql } = fresh;
  expect((await sql`SELECT exact FROM anchor WHERE quote_id = ${quote}`)[0]?.exact).toBe("felt heard 😀");
  await expect(sql`UPDATE anchor SET exact = 'felt unheard' WHERE quote_id = ${quote}`).rejects.toThrow(
    "quote is not verbatim",
  );
  await expect(sql`UPDATE anchor SET end_at = 15 WHERE quote_id = ${quote}`).rejects.toThrow("quote is not verbatim");
  const other = randomUUID();
  await sql`INSERT INTO quote (study_id, id, source_id, by_id) VALUES (${study}, ${other}, ${from}, ${quote})`;
  await expect(
    sql`INSERT INTO anchor (study_id, id, quote_id, revision_id, start_at, end_at, exact, turn_id)
        VALUES (${study}, ${`${other}/${revision}`}, ${other}, ${revision}, 0, 6, 'I fell', ${turn})`,
  ).rejects.toThrow("quote is not verbatim");
  await expect(
    sql`INSERT INTO anchor (study_id, id, quote_id, revision_id, start_at, end_at, exact, turn_id)
        VALUES (${study}, ${`${other}/${revision}`}, ${other}, ${revision}, 20, 60, 'day.', ${turn})`,
  ).rejects.toThrow("quote lies outside its text");
  await expect(sql`UPDATE revision SET text = 'I felt ignored that day.' WHERE id = ${revision}`).rejects.toThrow(
    "a revision never changes",
  );

  const [upper, lower] = [randomUUID(), randomUUID()];
  const at = { board, x: 0, y: 0, w: 9, h: 9, hue: 1, name: null, cards: [], themes: [] };
  await send({ kind: "theme.make", id: upper, parent: null, ...at });
  await send({ kind: "theme.make", id: lower, parent: upper, ...at });
  await expect(sql`UPDATE theme SET parent_id = ${lower} WHERE id = ${upper}`).rejects.toThrow(
    "a theme cannot stand within itself",
  );

  await expect(fresh.db.$executeRaw`UPDATE "event" SET "kind" = 'x'`).rejects.toThrow("permission denied");
  await expect(fresh.db.$executeRaw`DELETE FROM "event"`).rejects.toThrow("permission denied");
});

test("[Y9] a quote's source belongs to the same study, and a card to the board of its theme", async () => {
  const mine = await writtenStudy(fresh.db);
  const theirs = await writtenStudy(fresh.db);
  const { source } = await theirs.source("Theirs.");
  const { owner: sql } = fresh;
  await expect(
    sql`INSERT INTO quote (study_id, id, source_id, by_id) VALUES (${mine.study}, ${randomUUID()}, ${source}, ${mine.owner})`,
  ).rejects.toThrow("violates foreign key");
});

test("[U1] [U2] undo n and redo n restore exactly what was", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(6), fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 12 }),
      async (steps) => {
        const { board, quotes, send, state } = await withQuotes(6);
        const cards = quotes.map(() => randomUUID());
        const themes: string[] = [];
        await send({
          kind: "cards.add",
          board,
          cards: quotes.map((quote, at) => ({ id: cards[at] ?? "", quote, insight: null, theme: null, x: 0, y: 0 })),
        });
        const states = [await state()];
        for (const [kind, a, b] of steps) {
          const card = cards[a % cards.length] ?? "";
          const theme = themes[b % Math.max(1, themes.length)];
          const at = { board, x: a, y: b, w: 9, h: 9, hue: 1, name: null, themes: [] };
          const outcome =
            kind === 0 || !theme
              ? await send({
                  kind: "theme.make",
                  id: themes[themes.push(randomUUID()) - 1] ?? "",
                  parent: theme && a % 2 ? theme : null,
                  ...at,
                  cards: [{ id: card, x: b, y: a }],
                })
              : kind === 1
                ? await send({ kind: "cards.place", cards: [{ id: card, theme: b % 3 ? theme : null, x: a, y: b }] })
                : kind === 2
                  ? await send({ kind: "theme.shift", id: theme, dx: a, dy: -b })
                  : kind === 3
                    ? await send({ kind: "theme.remove", id: theme })
                    : kind === 4
                      ? await send({ kind: "cards.remove", ids: [card] })
                      : kind === 5
                        ? await send({ kind: "quote.remove", ids: [quotes[a % quotes.length] ?? ""] })
                        : await send({ kind: "theme.nest", id: theme, parent: themes[a % themes.length] ?? null });
          if ("seq" in outcome) states.push(await state());
        }
        const done = states.length - 1;
        for (let back = done; back > 0; back--) {
          expect(await send({ kind: "undo", how: "ask" })).toHaveProperty("seq");
          expect(await state()).toBe(states[back - 1]);
        }
        for (let on = 1; on <= done; on++) {
          expect(await send({ kind: "redo", how: "ask" })).toHaveProperty("seq");
          expect(await state()).toBe(states[on]);
        }
        expect(await send({ kind: "redo", how: "ask" })).toMatchObject({ refused: "undo.none" });
      },
    ),
    { numRuns: 12 },
  );
});

test("[U1] a person takes back their own change, whatever others did in between", async () => {
  const { board, quotes, send, join, state } = await withQuotes(2);
  const colleague = await join("analyst");
  const before = await state();
  const [mine, theirs] = [randomUUID(), randomUUID()];
  const card = (id: string, quote = ""): Command => ({
    kind: "cards.add",
    board,
    cards: [{ id, quote, insight: null, theme: null, x: 0, y: 0 }],
  });
  await send(card(mine, quotes[0]));
  await send(card(theirs, quotes[1]), { person: colleague });
  await send({ kind: "undo", how: "ask" });
  await send({ kind: "undo", how: "ask" }, { person: colleague });
  expect(await state()).toBe(before);
});

test("[U3] what a colleague has changed since is not overwritten, unless it is forced, and may be skipped", async () => {
  const { db, study, board, quotes, send, join } = await withQuotes(1);
  const colleague = await join("analyst");
  const card = randomUUID();
  await send({
    kind: "cards.add",
    board,
    cards: [{ id: card, quote: quotes[0] ?? "", insight: null, theme: null, x: 0, y: 0 }],
  });
  await send({ kind: "cards.place", cards: [{ id: card, theme: null, x: 5, y: 5 }] });
  await send({ kind: "cards.place", cards: [{ id: card, theme: null, x: 9, y: 5 }] }, { person: colleague });
  const x = async () => ((await snapshot(db, study))?.rows.card as { x: number }[])[0]?.x; // rows as the snapshot gives them
  expect(await send({ kind: "undo", how: "ask" })).toMatchObject({ refused: "undo.changed", noun: "card", id: card });
  expect(await x()).toBe(9);
  expect(await send({ kind: "undo", how: "force" })).toHaveProperty("seq");
  expect(await x()).toBe(0);
  // Redo brings back what the forced undo took away: the colleague's place.
  await send({ kind: "redo", how: "ask" });
  expect(await x()).toBe(9);
  expect(await send({ kind: "undo", how: "skip" })).toHaveProperty("seq");
  expect(await x()).toBe(9);
});

test("[U4] a theme that a colleague has put cards in is not undone from under them", async () => {
  const { board, quotes, send, join } = await withQuotes(1);
  const colleague = await join("analyst");
  const [card, theme] = [randomUUID(), randomUUID()];
  await send({
    kind: "cards.add",
    board,
    cards: [{ id: card, quote: quotes[0] ?? "", insight: null, theme: null, x: 0, y: 0 }],
  });
  await send({
    kind: "theme.make",
    id: theme,
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
  await send({ kind: "cards.place", cards: [{ id: card, theme, x: 1, y: 1 }] }, { person: colleague });
  expect(await send({ kind: "undo", how: "force" })).toMatchObject({ refused: "row.used", noun: "theme", by: "card" });
});

test("[Q10] a quote goes with its tags, cards and evidence, and one undo brings all back", async () => {
  const { db, study, board, quotes, send, state } = await withQuotes(1);
  const [quote = ""] = quotes;
  const [finding, tag, phrase] = [randomUUID(), randomUUID(), randomUUID()];
  await send({
    kind: "cards.add",
    board,
    cards: [{ id: randomUUID(), quote, insight: null, theme: null, x: 0, y: 0 }],
  });
  await send(
    { kind: "tag.add", id: tag, parent: null, hue: null, name: { lang: "en", phrase } },
    { phrases: [{ id: phrase, lang: "en", words: "trust" }] },
  );
  await send({ kind: "quote.tag", quotes, on: [tag], newTags: [], off: [] });
  await send({ kind: "finding.add", id: finding, themes: [], statement: null });
  await send({ kind: "finding.cite", finding, quotes, stance: "supports" });
  const before = await state();
  await send({ kind: "quote.remove", ids: quotes });
  const rows = (await snapshot(db, study))?.rows;
  expect([rows?.quote, rows?.card, rows?.tagging, rows?.evidence, rows?.anchor]).toEqual([[], [], [], [], []]);
  await send({ kind: "undo", how: "ask" });
  expect(await state()).toBe(before);
});

test("[S1] a source goes with its quotes, cards and evidence, and one undo brings all back", async () => {
  const { db, study, board, quotes, send, state } = await withQuotes(3);
  const finding = randomUUID();
  await send({
    kind: "cards.add",
    board,
    cards: quotes.map((quote) => ({ id: randomUUID(), quote, insight: null, theme: null, x: 0, y: 0 })),
  });
  await send({ kind: "finding.add", id: finding, themes: [], statement: null });
  await send({ kind: "finding.cite", finding, quotes, stance: "supports" });
  const before = await state();
  const [source] = ((await snapshot(db, study))?.rows.source ?? []) as { id: string }[]; // rows as the snapshot gives them
  await send({ kind: "source.remove", ids: [source?.id ?? ""] });
  const rows = (await snapshot(db, study))?.rows;
  expect([rows?.source, rows?.quote, rows?.card, rows?.evidence, rows?.anchor]).toEqual([[], [], [], [], []]);
  await send({ kind: "undo", how: "ask" });
  expect(await state()).toBe(before);
});
