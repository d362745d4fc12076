import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Command } from "#lib/domain/study/command.ts";
import { wordsAt } from "#lib/domain/source/reading.ts";
import type { Stretch } from "#lib/domain/source/place.ts";
import { readingFor } from "#lib/server/load/source.ts";
import { readQuotes } from "#lib/server/store/phrases.ts";
import { keepPlace, placeIn } from "#lib/server/store/place.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
let written: Written;
beforeAll(async () => {
  fresh = await freshDatabase();
  written = await writtenStudy(fresh.db);
});
afterAll(() => fresh.drop());

const said = "We asked 😀 Cyngor Eryri twice, and Cyngor Eryri said yes.";

function make(source: string, revision: string, start: number, end: number): Extract<Command, { kind: "quote.make" }> {
  return { kind: "quote.make", id: randomUUID(), source, revision, start, end, tags: [], newTags: [], card: null };
}

test("[Q3] the words of a quote are read from its text by the server, sign by sign", async () => {
  const { source, revision } = await written.source(said);
  const quote = make(source, revision, 9, 30);
  expect(await written.send(quote)).toMatchObject({ seq: expect.any(Number) });
  const [words] = await readQuotes(fresh.db, written.study, [quote.id]);
  expect(words?.words).toBe(Array.from(said).slice(9, 30).join(""));
  const beyond = make(source, revision, 50, Array.from(said).length + 1);
  expect(await written.send(beyond)).toMatchObject({ refused: "quote.span" });
});

test("[Q9] a quote, its new tag and its card are one command and one step of undo", async () => {
  const { source, revision } = await written.source(said);
  const before = await written.state();
  const tag = randomUUID();
  const phrase = { id: randomUUID(), lang: "en" as const, words: "asking" };
  const command = {
    ...make(source, revision, 0, 8),
    newTags: [{ id: tag, lang: "en" as const, phrase: phrase.id }],
    card: { id: randomUUID(), board: written.board, theme: null, x: 10, y: 20 },
  };
  expect(await written.send(command, { phrases: [phrase] })).toMatchObject({ seq: expect.any(Number) });
  const after = await written.state();
  for (const id of [command.id, tag, command.card.id]) expect(after).toContain(id);
  expect(await written.send({ kind: "undo", how: "ask" })).toMatchObject({ seq: expect.any(Number) });
  expect(await written.state()).toBe(before);
});

test("[Q10] a quote goes with its card, and one undo brings both back", async () => {
  const { source, revision } = await written.source(said);
  const quote = {
    ...make(source, revision, 0, 8),
    card: { id: randomUUID(), board: written.board, theme: null, x: 0, y: 0 },
  };
  await written.send(quote);
  const before = await written.state();
  await written.send({ kind: "quote.remove", ids: [quote.id] });
  expect(await written.state()).not.toContain(quote.card.id);
  await written.send({ kind: "undo", how: "ask" });
  expect(await written.state()).toBe(before);
});

test("[Q12] who may not read originals gets replacements with the original's bounds, and the name nowhere", async () => {
  const { source } = await written.source(said);
  const organisation = randomUUID();
  const name = { id: randomUUID(), subject: organisation, field: "name" as const, words: "Cyngor Eryri" };
  await written.send(
    {
      kind: "organisation.add",
      id: organisation,
      fields: { kind: "local_authority", region: null, named: false, namedOn: null, name: name.id, aliases: null },
    },
    { names: [name] },
  );
  const vault = makeSeal(written.secret);
  const sealed = await readingFor(fresh.db, vault, written.study, "observer", source);
  const open = await readingFor(fresh.db, vault, written.study, "analyst", source);
  expect(JSON.stringify(sealed)).not.toContain("Eryri");
  expect(
    sealed?.turns[0]?.segments
      .filter((segment) => segment.replaced)
      .map(({ start, end }) => Array.from(said).slice(start, end).join("")),
  ).toEqual(["Cyngor Eryri", "Cyngor Eryri"]);
  expect(sealed?.sealed).toBe(true);
  expect(open && wordsAt(open.turns, { start: 0, end: open.length })).toBe(said);
});

test("[Q14] what a person has read is joined in the database, and is theirs alone", async () => {
  const { source } = await written.source(said);
  const other = await written.join("observer");
  const tell = (person: string, at: number, read: Stretch[], afresh = false) =>
    keepPlace(fresh.db, written.study, person, source, { at, read, afresh });
  expect(await placeIn(fresh.db, written.study, written.owner, source)).toEqual({ at: 0, read: [] });
  expect(await tell(written.owner, 9, [[0, 9]])).toBe(true);
  expect(
    await tell(written.owner, 20, [
      [9, 12],
      [20, 30],
    ]),
  ).toBe(true);
  expect(await placeIn(fresh.db, written.study, written.owner, source)).toEqual({
    at: 20,
    read: [
      [0, 12],
      [20, 30],
    ],
  });
  expect(await tell(other, 3, [])).toBe(true);
  expect(await placeIn(fresh.db, written.study, other, source)).toEqual({ at: 3, read: [] });
  expect(await tell(written.owner, 5, [], true)).toBe(true);
  expect(await placeIn(fresh.db, written.study, written.owner, source)).toEqual({ at: 5, read: [] });
});

test("[Q14] nobody keeps a place in a source that is not there, or in a study that is not theirs", async () => {
  const { source } = await written.source(said);
  const place = { at: 1, read: [], afresh: false };
  expect(await keepPlace(fresh.db, written.study, written.owner, randomUUID(), place)).toBe(false);
  const stranger = randomUUID();
  await fresh.db.appUser.create({ data: { id: stranger, email: `${stranger}@example.test`, name: "Nobody" } });
  expect(await keepPlace(fresh.db, written.study, stranger, source, place)).toBe(false);
});
