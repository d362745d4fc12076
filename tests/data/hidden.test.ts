/** What one person alone may see, on the real log, snapshot and door for words. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsSeenBy, seenBy } from "#lib/domain/study/hidden.ts";
import { wordsFor } from "#lib/server/load/words.ts";
import { eventsAfter, snapshot } from "#lib/server/store/events.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

/** A board with a named theme and a card, copied for the owner's eyes only. */
async function hiddenCopy() {
  const study = await writtenStudy(fresh.db);
  const { send, board } = study;
  const colleague = await study.join("analyst");
  const said = (words: string) => ({ id: randomUUID(), lang: "en" as const, words });
  const name = said("Trust");
  const theme = randomUUID();
  const make = { kind: "theme.make", board, parent: null, x: 0, y: 0, w: 400, h: 300, hue: 1 } as const;
  await send({ ...make, id: theme, name: { lang: "en", phrase: name.id }, cards: [], themes: [] }, { phrases: [name] });
  const insight = said("A thought");
  const card = { id: randomUUID(), board, theme, x: 24, y: 56 };
  const body = { lang: "en", phrase: insight.id } as const;
  await send({ kind: "insight.write", id: randomUUID(), body, card }, { phrases: [insight] });
  const copy = randomUUID();
  const from = (await snapshot(fresh.db, study.study))?.seq ?? 0;
  await send({ kind: "board.copy", id: copy, from: board, hidden: true, name: null });
  const rows = (await snapshot(fresh.db, study.study))?.rows ?? {};
  const own = (rows["theme"] as { id: string; board: string }[]).find((each) => each.board === copy); // rows as read
  if (!own) throw new Error("nothing copied");
  const secret = said("Distrust");
  const was = name.id;
  await send(
    { kind: "wording.set", subject: own.id, field: "name", lang: "en", phrase: secret.id, was },
    { phrases: [secret] },
  );
  return { ...study, colleague, copy, own: own.id, from, secret };
}

test("[Y33] the log, the snapshot and the door for words hold back a hidden board from everybody else", async () => {
  const {
    study,
    owner,
    colleague,
    copy,
    own,
    from,
    secret,
    secret: { id: phrase },
  } = await hiddenCopy();
  const events = await eventsAfter(fresh.db, study, from, 100);
  const theirs = events.map((event) => seenBy(event, colleague));
  expect(theirs.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq));
  expect(theirs.flatMap(({ changes }) => changes)).toEqual([]);
  expect(events.map((event) => seenBy(event, owner))).toEqual(events);

  const { rows = {}, buried = [] } = (await snapshot(fresh.db, study)) ?? {};
  expect(JSON.stringify(rowsSeenBy(rows, colleague, buried))).not.toContain(copy);
  expect(JSON.stringify(rowsSeenBy(rows, colleague, buried))).not.toContain(own);
  expect(rowsSeenBy(rows, owner, buried)).toEqual(rows);

  const seal = makeSeal("x".repeat(64));
  const words = (person: string) => wordsFor(fresh.db, seal, study, { id: person, role: "analyst" }, "written");
  expect((await words(owner)).phrases[phrase]?.words).toBe(secret.words);
  expect((await words(colleague)).phrases[phrase]).toBeUndefined();
});

test("[Y33] what was said of a theme that has gone from a hidden board, and memos on it, are held back as well", async () => {
  const { study, send, owner, colleague, own } = await hiddenCopy();
  const said = { id: randomUUID(), lang: "en" as const, words: "Not for everybody" };
  const body = { lang: "en" as const, phrase: said.id };
  await send(
    { kind: "memo.write", id: randomUUID(), subject: own, parent: null, body, calls: [] },
    { phrases: [said] },
  );
  const words = async (person: string) =>
    (await wordsFor(fresh.db, makeSeal("x".repeat(64)), study, { id: person, role: "analyst" }, "written")).phrases;
  expect((await words(owner))[said.id]?.words).toBe(said.words);
  expect((await words(colleague))[said.id]).toBeUndefined();

  await send({ kind: "theme.remove", id: own });
  const read = await snapshot(fresh.db, study);
  const seen = (person: string) => JSON.stringify(rowsSeenBy(read?.rows ?? {}, person, read?.buried ?? []));
  expect(seen(owner)).toContain(own);
  expect(seen(colleague)).not.toContain(own);
  expect((await words(colleague))[said.id]).toBeUndefined();
});

test("[Y34] what is hidden from its sender is refused as if it were not there", async () => {
  const { send, colleague, copy, own, state } = await hiddenCopy();
  const before = await state();
  const phrase = { id: randomUUID(), lang: "en" as const, words: "Mine now" };
  const tries = [
    send({ kind: "theme.set", id: own, fields: { hue: 9 } }, { person: colleague }),
    send({ kind: "theme.shift", id: own, dx: 5, dy: 5 }, { person: colleague }),
    send({ kind: "theme.remove", id: own }, { person: colleague }),
    send({ kind: "board.remove", id: copy }, { person: colleague }),
    send({ kind: "board.share", id: copy }, { person: colleague }),
    send({ kind: "board.tidy", id: copy }, { person: colleague }),
    send(
      { kind: "wording.set", subject: own, field: "definition", lang: "en", phrase: phrase.id, was: null },
      { person: colleague, phrases: [phrase] },
    ),
  ];
  for (const outcome of await Promise.all(tries)) expect(outcome).toMatchObject({ refused: "row.missing" });
  expect(await state()).toBe(before);
});

test("[Y31] an undo of what was done in hiding stays hidden; [B28] what is shared is there for everybody", async () => {
  const { study, send, colleague, copy, own } = await hiddenCopy();
  await send({ kind: "theme.set", id: own, fields: { hue: 5 } });
  await send({ kind: "undo", how: "ask" });
  const last = (await eventsAfter(fresh.db, study, 0, 100)).at(-1);
  expect(last?.mode).toBe("undo");
  expect(last && seenBy(last, colleague).changes).toEqual([]);
  expect(last?.changes).toHaveLength(1);

  await send({ kind: "board.share", id: copy });
  const { rows = {}, buried = [] } = (await snapshot(fresh.db, study)) ?? {};
  expect(rowsSeenBy(rows, colleague, buried)).toEqual(rows);
  expect(await send({ kind: "theme.set", id: own, fields: { hue: 9 } }, { person: colleague })).toHaveProperty("seq");
});
