import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Command } from "#lib/domain/study/command.ts";
import { wordsAt } from "#lib/domain/source/reading.ts";
import type { Stretch } from "#lib/domain/source/place.ts";
import { coverageOf } from "#lib/server/load/coverage.ts";
import { answerCounts, answersFor, readingFor } from "#lib/server/load/source.ts";
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

test("[PA3] [PA4] [PA6] [PA7] a passage tells quotes their question, is read with the survey, and is undone at once", async () => {
  const { source, revision, turn } = await written.source("We share the account with two councils.");
  const early = make(source, revision, 3, 8);
  await written.send(early);
  const question = randomUUID();
  const phrase = { id: randomUUID(), lang: "en" as const, words: "What do you share?" };
  await written.send(
    { kind: "question.add", id: question, text: { lang: "en", phrase: phrase.id } },
    { phrases: [phrase] },
  );
  const before = await written.state();
  const lay = (start: number, end: number, about: string | null): Command => ({
    kind: "passages.lay",
    source,
    revision,
    parts: [{ start, end, question: about }],
    fresh: [randomUUID(), randomUUID()],
  });
  expect(await written.send(lay(0, 39, question))).toMatchObject({ seq: expect.any(Number) });
  const questionOf = async (quote: string) =>
    (await fresh.db.anchor.findFirst({ where: { studyId: written.study, quoteId: quote } }))?.questionId;
  expect(await questionOf(early.id)).toBe(question);
  const late = make(source, revision, 9, 20);
  await written.send(late);
  expect(await questionOf(late.id)).toBe(question);

  const vault = makeSeal(written.secret);
  const found = await answersFor(fresh.db, vault, written.study, "owner", question);
  expect(found.answers).toMatchObject([
    { source, turn, segments: [{ text: "We share the account with two councils." }] },
  ]);
  expect(await answerCounts(fresh.db, written.study)).toEqual({ [question]: 1 });

  const cover = await coverageOf(fresh.db, written.study);
  expect(cover.sources.find((one) => one.source === source)).toEqual({ source, words: 7, quoted: 3 });

  expect(await written.send(lay(5, 2, question))).toMatchObject({ refused: "passage.text" });
  expect(await written.send(lay(0, 5, randomUUID()))).toMatchObject({ refused: "row.missing" });

  // The question goes with its passage once no quote answers it, and one undo brings both back.
  await written.send({ kind: "quote.remove", ids: [late.id] });
  expect(await written.send({ kind: "question.remove", id: question })).toMatchObject({ refused: "row.used" });
  await written.send({ kind: "undo", how: "ask" });
  await written.send({ kind: "undo", how: "ask" });
  await written.send({ kind: "undo", how: "ask" });
  expect(await written.state()).toBe(before);
});
