/** A merge at the size of a whole study, and what the database itself refuses of a codebook. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { timedId } from "#lib/domain/memo/id.ts";
import { snapshot } from "#lib/server/store/events.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

const QUOTES = 2500; // each with two tags
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

/** A client that counts what it asks within transactions. */
function counting(db: PrismaClient): { readonly db: PrismaClient; queries: number } {
  const count = { queries: 0, db };
  const hear = (tx: object) =>
    new Proxy(tx, {
      get(target, name) {
        if (name === "$queryRaw" || name === "$executeRaw") count.queries += 1;
        return Reflect.get(target, name) as unknown;
      },
    });
  count.db = new Proxy(db, {
    get(target, name) {
      if (name !== "$transaction") return Reflect.get(target, name) as unknown;
      return (work: (tx: object) => Promise<unknown>, options: object) =>
        // The other form is a list of statements that are made already.
        typeof work === "function" ? target.$transaction((tx) => work(hear(tx)), options) : target.$transaction(work);
    },
  });
  return count;
}

async function tag({ send }: Written, parent: string | null = null): Promise<string> {
  const [id, phrase] = [randomUUID(), randomUUID()];
  const name = { lang: "en" as const, phrase };
  await send({ kind: "tag.add", id, parent, hue: null, name }, { phrases: [{ id: phrase, lang: "en", words: id }] });
  return id;
}

test("[CB3] [CB7] [CB9] [CB12] [CB13] five thousand taggings are merged by a fixed number of queries and undone by one step", async () => {
  const counted = counting(fresh.db);
  const written = await writtenStudy(counted.db);
  const { db, study, send, source, writer, owner, state } = written;
  const text = await source("word ".repeat(200));
  const [kept, one, other] = [await tag(written), await tag(written), await tag(written)];
  const inner = await tag(written, one);
  const quotes = Array.from({ length: QUOTES }, () => randomUUID());
  const made = await writer.submit(
    study,
    quotes.map((id, at) => ({
      cmdId: randomUUID(),
      person: owner,
      command: {
        kind: "quote.make" as const,
        id,
        source: text.source,
        revision: text.revision,
        start: (at % 190) * 5,
        end: (at % 190) * 5 + 4,
        tags: at % 2 === 0 ? [one, other] : [one, kept],
        newTags: [],
        card: null,
      },
      phrases: [],
      names: [],
    })),
  );
  expect(made.every((outcome) => "seq" in outcome)).toBe(true);

  const why = randomUUID();
  const merge = (...from: readonly string[]) => ({
    kind: "tag.merge" as const,
    id: kept,
    from: from.map((each) => ({ tag: each, step: timedId(Date.now(), randomUUID()) })),
    reason: { lang: "en" as const, phrase: why },
  });
  const phrases = [{ id: why, lang: "en" as const, words: "They say the same." }];
  const few = await tag(written);
  await send({ kind: "quote.tag", quotes: quotes.slice(0, 2), on: [few], newTags: [], off: [] });
  let start = counted.queries;
  expect(await send(merge(few), { phrases })).toHaveProperty("seq");
  const usual = counted.queries - start;
  await send({ kind: "undo", how: "ask" });

  const before = await state();
  start = counted.queries;
  const began = performance.now();
  expect(await send(merge(one, other), { phrases })).toHaveProperty("seq");
  const merged = performance.now() - began;
  expect(counted.queries - start).toBeLessThanOrEqual(usual + 2); // children to move besides
  const rows = (await snapshot(db, study))?.rows;
  expect(rows?.["tagging"]).toHaveLength(QUOTES + 2);
  expect(rows?.["tag"]).toHaveLength(3);
  expect((rows?.["tag"] as { id: string; parent: string | null }[]).find(({ id }) => id === inner)?.parent).toBe(kept); // as the snapshot gives them
  expect(rows?.["tagStep"]).toHaveLength(2);
  expect(await send({ kind: "undo", how: "ask" })).toHaveProperty("seq");
  expect(await state()).toBe(before);
  console.info(
    `merge ${Math.round(merged)} ms, ${usual} queries; with undo ${Math.round(performance.now() - began)} ms`,
  );

  // The database holds the tree, too: also against what nobody decided.
  const ring = fresh.owner`UPDATE "tag" SET "parent_id" = ${inner} WHERE "study_id" = ${study} AND "id" = ${one}`;
  await expect(ring).rejects.toThrow(/cannot stand within itself/);
}, 120_000);
