/** Looking at one original, on a real database: what is shown, to whom, and what is kept of it. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RevealAsked } from "#lib/domain/reveal/shape.ts";
import { shown } from "#lib/domain/source/reading.ts";
import { revealOne } from "#lib/server/load/reveal.ts";
import { readingFor } from "#lib/server/load/source.ts";
import { looksAt, reveal } from "#lib/server/store/reveal.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const TEXT = "😀 Bethan Prosser met us by the harbour.";

async function house() {
  const written = await writtenStudy(fresh.db);
  const { db, study, send, join } = written;
  const { source, revision, length } = await written.source(TEXT);
  const [term, name, quote] = [randomUUID(), randomUUID(), randomUUID()];
  await send(
    { kind: "identifier.add", id: term, term: name },
    { names: [{ id: name, subject: term, field: "term", words: "Bethan Prosser" }] },
  );
  await send({ kind: "quote.make", id: quote, source, revision, start: 2, end: 20, tags: [], newTags: [], card: null });
  const [reviewer, observer] = [await join("reviewer"), await join("observer")];
  const asked = (more: Partial<RevealAsked> = {}): RevealAsked =>
    RevealAsked.parse({
      what: "mention",
      source,
      revision,
      start: 2,
      end: 16,
      reason: { lang: "en", words: "To check that it is her." },
      ...more,
    });
  const look = (person: string, more: Partial<RevealAsked> = {}) => reveal(db, study, person, asked(more));
  const lookAt = (start: number, end: number) =>
    revealOne(db, makeSeal(written.secret), study, reviewer, asked({ start, end }));
  return { ...written, source, revision, length, reviewer, observer, look, lookAt };
}

test("[RV1] [RV2] [RV3] [RV6] a reviewer reads what stands for names, and sees one thing at a time, each look kept with its reason", async () => {
  const { db, study, secret, source, revision, length, reviewer, owner, look } = await house();
  const reading = await readingFor(db, makeSeal(secret), study, "reviewer", source);
  expect(reading?.turns.map(shown)).toEqual(["😀 [name] met us by the harbour."]);
  expect(await looksAt(db, study, 10)).toEqual([]);
  expect(await look(reviewer)).toEqual({ ok: true, value: { words: "Bethan Prosser", minutes: 15 } });
  expect(await look(reviewer, { what: "quote", end: 20 })).toMatchObject({ value: { words: "Bethan Prosser met" } });
  const why = { lang: "cy", words: "I weld y cyfan." } as const;
  expect(await look(reviewer, { what: "source", start: 0, end: length, reason: why })).toMatchObject({
    value: { words: TEXT },
  });
  const kept = { person: reviewer, source, revision, at: expect.any(String), id: expect.any(String) };
  expect(await looksAt(db, study, 10)).toEqual([
    { ...kept, what: "source", start: 0, end: length, reason: "I weld y cyfan." },
    { ...kept, what: "quote", start: 2, end: 20, reason: "To check that it is her." },
    { ...kept, what: "mention", start: 2, end: 16, reason: "To check that it is her." },
  ]);
  expect(await looksAt(db, study, 1)).toHaveLength(1);
  expect(await look(owner)).toMatchObject({ fault: { code: "role.refused" } }); // who reads originals reveals none
});

test("[RV3] [RV7] nothing is shown or kept for others, for somebody who is a reviewer no more, or of what is not there", async () => {
  const { db, study, send, reviewer, observer, look } = await house();
  for (const person of [observer, randomUUID()])
    expect(await look(person)).toMatchObject({ fault: { code: "role.refused" } });
  expect(await look(reviewer, { revision: randomUUID() })).toMatchObject({ fault: { code: "source.revised" } });
  expect(await look(reviewer, { source: randomUUID() })).toMatchObject({ fault: { code: "row.missing" } });
  expect(await look(reviewer, { what: "quote" })).toMatchObject({ fault: { code: "row.missing" } });
  expect(await look(reviewer, { what: "source", end: 500 })).toMatchObject({ fault: { code: "quote.span" } });
  await send({ kind: "member.set", person: reviewer, role: "observer" });
  expect(await look(reviewer)).toMatchObject({ fault: { code: "role.refused" } });
  expect(await looksAt(db, study, 10)).toEqual([]);
  const wrong = { lang: "en", words: " " };
  for (const more of [{ reason: wrong }, { start: 16 }, { start: -1 }, { what: "study" }])
    expect(
      RevealAsked.safeParse({
        what: "mention",
        source: randomUUID(),
        revision: randomUUID(),
        start: 2,
        end: 16,
        reason: { lang: "en", words: "Why" },
        ...more,
      }).success,
    ).toBe(false);
});

test("[RV2] what is longer than a name is no replaced name", async () => {
  const written = await writtenStudy(fresh.db);
  const { source, revision } = await written.source("x".repeat(300));
  const reason = { lang: "en", words: "Why" } as const;
  const asked = { what: "mention", source, revision, start: 0, end: 201, reason } as const;
  const reviewer = await written.join("reviewer");
  expect(await reveal(fresh.db, written.study, reviewer, asked)).toMatchObject({ fault: { code: "quote.span" } });
  expect(await reveal(fresh.db, written.study, reviewer, { ...asked, end: 200 })).toMatchObject({ ok: true });
});

test("[RV4] nobody changes or takes away what was looked at", async () => {
  const { db, study, reviewer, look } = await house();
  await look(reviewer);
  await expect(db.$executeRaw`UPDATE "reveal" SET "what" = 'source' WHERE "study_id" = ${study}::uuid`).rejects.toThrow(
    /permission denied/u,
  );
  await expect(db.$executeRaw`DELETE FROM "reveal" WHERE "study_id" = ${study}::uuid`).rejects.toThrow(
    /permission denied/u,
  );
  expect(await looksAt(db, study, 10)).toHaveLength(1);
});

test("[RV2] a mention is what the overlay replaces, and a source the whole of it: neither more nor less", async () => {
  const { db, study, reviewer, length, look, lookAt } = await house();
  for (const [start, end] of [
    [2, 20],
    [2, 8],
    [17, 20],
  ] as const)
    expect(await lookAt(start, end)).toMatchObject({ fault: { code: "quote.span" } });
  for (const [start, end] of [
    [1, length],
    [0, length - 1],
  ] as const)
    expect(await look(reviewer, { what: "source", start, end })).toMatchObject({ fault: { code: "quote.span" } });
  expect(await looksAt(db, study, 10)).toEqual([]);
  expect(await lookAt(2, 16)).toMatchObject({ ok: true });
});
