/** Votes on the real database: laid by two, revealed for both. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsSeenBy, seenBy } from "#lib/domain/study/hidden.ts";
import { voteId } from "#lib/domain/vote/shape.ts";
import { eventsAfter, snapshot } from "#lib/server/store/events.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

test("[V4] revealing a vote gives each person the dots of all, by the log and by a snapshot", async () => {
  const { board, join, owner, send, study } = await writtenStudy(fresh.db);
  const colleague = await join("analyst");
  const card = randomUUID();
  const phrase = { id: randomUUID(), lang: "en" as const, words: "A thought" };
  const body = { lang: "en" as const, phrase: phrase.id };
  const on = { id: card, board, theme: null, x: 0, y: 0 };
  await send({ kind: "insight.write", id: randomUUID(), body, card: on }, { phrases: [phrase] });
  const voting = randomUUID();
  expect(await send({ kind: "voting.start", id: voting, board, dots: 3 })).toHaveProperty("seq");
  expect(await send({ kind: "vote.set", voting, card, dots: 2 })).toHaveProperty("seq");
  expect(await send({ kind: "vote.set", voting, card, dots: 1 }, { person: colleague })).toHaveProperty("seq");
  // Dots that are taken back leave a vote of none, which a snapshot holds.
  const other = randomUUID();
  const again = { id: randomUUID(), lang: "en" as const, words: "Another" };
  const card2 = { ...on, id: other, x: 400 };
  const body2 = { lang: "en" as const, phrase: again.id };
  await send({ kind: "insight.write", id: randomUUID(), body: body2, card: card2 }, { phrases: [again] });
  for (const dots of [1, 0]) await send({ kind: "vote.set", voting, card: other, dots });
  const before = (await snapshot(fresh.db, study))?.seq ?? 0;
  const hidden = rowsSeenBy((await snapshot(fresh.db, study))?.rows ?? {}, colleague, []);
  expect(hidden["vote"]).toEqual([expect.objectContaining({ person: colleague })]);

  expect(await send({ kind: "voting.reveal", id: voting })).toHaveProperty("seq");
  const [revealed] = (await eventsAfter(fresh.db, study, before, 10)).map((event) => seenBy(event, colleague));
  const votes = [voteId(voting, card, owner), voteId(voting, card, colleague), voteId(voting, other, owner)].toSorted();
  expect(
    revealed?.changes
      .flatMap((change) => (change.op === "put" && change.noun === "vote" ? [change.id] : []))
      .toSorted(),
  ).toEqual(votes);
  const shown = rowsSeenBy((await snapshot(fresh.db, study))?.rows ?? {}, colleague, [])["vote"] as { id: string }[]; // as read
  expect(shown.map(({ id }) => id).toSorted()).toEqual(votes);
});
