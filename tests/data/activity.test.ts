/** The log as people read it, on the real database. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EVERYTHING } from "#lib/domain/activity/shape.ts";
import type { Narrow } from "#lib/domain/activity/shape.ts";
import type { Command } from "#lib/domain/study/command.ts";
import { unpack } from "#lib/domain/study/packed.ts";
import { backward } from "#lib/domain/study/past.ts";
import { buriedIn } from "#lib/domain/study/hidden.ts";
import { NOUNS } from "#lib/domain/study/rows.ts";
import { downloadActivity } from "#lib/server/handle/activity-file.ts";
import { logDesk } from "#lib/server/load/activity-file.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { partOf } from "#lib/server/load/activity.ts";
import { momentAt, rowsAt } from "#lib/server/load/moment.ts";
import { eventsUpTo, placeAt, snapshot } from "#lib/server/store/events.ts";
import { lookThrough } from "#tests/kit/look-through.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { sorted, writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const nothing = { strings: [], tables: {} };

function reading({ study }: Written, person: string, narrow: Partial<Narrow> = {}, limit = 60) {
  const wanted = { person, narrow: { ...EVERYTHING, ...narrow }, after: null, limit };
  return (before: number | null = null) => partOf(fresh.db, study, { ...wanted, before });
}

const phrase = (words: string) => ({ id: randomUUID(), lang: "en" as const, words });

/** A theme with a name, and an insight in it. */
async function withTheme(written: Written) {
  const { send, board } = written;
  const name = phrase("Trust");
  const body = phrase("A thought");
  const [theme, card, insight] = [randomUUID(), randomUUID(), randomUUID()];
  const box = { parent: null, x: 0, y: 0, w: 400, h: 300, hue: 1, cards: [], themes: [] };
  await send(
    { kind: "theme.make", id: theme, board, ...box, name: { lang: "en", phrase: name.id } },
    { phrases: [name] },
  );
  const at = { id: card, board, theme: null, x: 10, y: 900 };
  await send(
    { kind: "insight.write", id: insight, body: { lang: "en", phrase: body.id }, card: at },
    { phrases: [body] },
  );
  return { theme, card, insight, name };
}

test("[AC2] what one person alone may see is told to nobody else, also after it was shared or revealed", async () => {
  const written = await writtenStudy(fresh.db);
  const { send, board, owner } = written;
  const colleague = await written.join("analyst");
  const { theme, card } = await withTheme(written);
  const copy = randomUUID();
  await send({ kind: "board.copy", id: copy, from: board, hidden: true, name: null });
  const { things } = await reading(written, owner)();
  const secret = phrase("Distrust");
  await send({ kind: "board.add", id: randomUUID(), name: null }); // something that everybody sees
  const rows = await fresh.db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "theme" WHERE "study_id" = ${written.study}::uuid AND "board_id" = ${copy}::uuid`;
  const own = rows[0]?.id ?? "";
  await send({ kind: "theme.set", id: own, fields: { hue: 7 } });
  const voting = randomUUID();
  await send({ kind: "voting.start", id: voting, board, dots: 3 });
  await send({ kind: "vote.set", voting, card, dots: 2 });

  const kinds = async (person: string) => (await reading(written, person)()).entries.map(({ kind }) => kind);
  expect((await kinds(owner)).slice(0, 5)).toEqual([
    "vote.set",
    "voting.start",
    "theme.set",
    "board.add",
    "board.copy",
  ]);
  expect((await kinds(colleague)).slice(0, 3)).toEqual(["voting.start", "board.add", "insight.write"]);
  expect(things.some(({ id }) => id === copy)).toBe(true);
  const theirs = await reading(written, colleague)();
  expect(JSON.stringify(theirs)).not.toContain(copy);
  expect(JSON.stringify(theirs)).not.toContain(own);
  expect(JSON.stringify(theirs)).not.toContain(secret.id);

  await send({ kind: "board.share", id: copy });
  await send({ kind: "voting.reveal", id: voting });
  expect((await kinds(colleague)).slice(0, 5)).toEqual([
    "voting.reveal",
    "board.share",
    "voting.start",
    "board.add",
    "insight.write",
  ]);
  expect(theme).not.toBe(own);
});

test("[AC3] an undo is told as what it took back, with all that is known of it", async () => {
  const written = await writtenStudy(fresh.db);
  const { send, owner } = written;
  const { theme, card } = await withTheme(written);
  await send({ kind: "cards.place", cards: [{ id: card, theme, x: 40, y: 80 }] });
  await send({ kind: "undo", how: "ask" });
  await send({ kind: "redo", how: "ask" });
  const { entries } = await reading(written, owner)();
  expect(entries.slice(0, 3).map(({ mode, deed: { say, place, one } }) => [mode, say, place?.id, one?.id])).toEqual(
    ["redo", "undo", "do"].map((mode) => [mode, "moved", theme, card]),
  );
  await send({ kind: "undo", how: "ask" });
  await send({ kind: "undo", how: "skip" }); // changes nothing, and is not told
  expect((await reading(written, owner)()).entries[0]?.deed.say).toBe("moved");
});

test("[AC5] what is gone is still called what it was called last", async () => {
  const written = await writtenStudy(fresh.db);
  const { theme, name } = await withTheme(written);
  await written.send({ kind: "theme.remove", id: theme });
  const { entries, things } = await reading(written, written.owner)();
  expect(entries[0]?.deed).toMatchObject({ say: "removed", noun: "theme", count: 1, one: { id: theme } });
  expect(things.find(({ id }) => id === theme)).toMatchObject({ noun: "theme", gone: true, says: { en: name.id } });
});

test("[AC6] lines are chosen by person, by what they are about and by day", async () => {
  const written = await writtenStudy(fresh.db);
  const { send, owner } = written;
  const colleague = await written.join("analyst");
  const { theme } = await withTheme(written);
  const definition = phrase("What people rely on");
  const say = { field: "definition", lang: "en", phrase: definition.id, was: null } as const;
  await send({ kind: "wording.set", subject: theme, ...say }, { person: colleague, phrases: [definition] });
  const kinds = async (narrow: Partial<Narrow>) =>
    (await reading(written, owner, narrow)()).entries.map(({ kind }) => kind);
  expect(await kinds({ person: colleague })).toEqual(["wording.set"]);
  expect(await kinds({ about: "themes" })).toEqual(["wording.set", "theme.make"]);
  expect(await kinds({ thing: theme })).toEqual(["wording.set", "theme.make"]);
  expect(await kinds({ thing: randomUUID() })).toEqual([]);
  expect(await kinds({ about: "notes" })).toEqual(["insight.write"]);
  expect(await kinds({ about: "study" })).toEqual(["member.set", "study.found"]);
  expect(await kinds({ about: "quotes" })).toEqual([]);
  expect(await kinds({ from: "2199-01-01" })).toEqual([]);
  expect(await kinds({ to: "1999-01-01" })).toEqual([]);
  expect(await kinds({ from: "1999-01-01", to: "2199-01-01", about: "themes", person: owner })).toEqual(["theme.make"]);
});

test("[AC7] the log is read backwards in parts that fit together, and a large event is counted and not carried", async () => {
  const written = await writtenStudy(fresh.db);
  const { send, board, owner } = written;
  const cards = Array.from({ length: 1500 }, (_, n) => ({ id: randomUUID(), x: n, y: 0, phrase: randomUUID() }));
  for (let from = 0; from < cards.length; from += 150) {
    const some = cards.slice(from, from + 150);
    const insights = some.map(({ id, x, y, phrase: said }) => ({
      id: randomUUID(),
      body: { lang: "en" as const, phrase: said },
      card: { id, board, theme: null, x, y },
    }));
    const phrases = some.map(({ phrase: id }) => ({ id, lang: "en" as const, words: "A line" }));
    await send({ kind: "insights.write", insights }, { phrases });
  }
  await send({ kind: "cards.remove", ids: cards.map(({ id }) => id) });
  const read = reading(written, owner, {}, 4);
  const seqs: number[] = [];
  let before: number | null = null;
  do {
    const part = await read(before);
    seqs.push(...part.entries.map(({ seq }) => seq));
    before = part.next;
  } while (before !== null);
  expect(seqs).toEqual(Array.from({ length: 12 }, (_, n) => 12 - n));
  const [last] = (await read()).entries;
  expect(last?.deed).toMatchObject({ say: "unlaid", noun: "card", count: 1500, one: null });
});

/** The rows at a place, taken back from now however far that is. */
async function backTo(study: string, at: number, head: number) {
  const rows = await rowsAt(fresh.db, study, head, head);
  backward(rows, await eventsUpTo(fresh.db, study, head, head - at));
  return rows;
}

test("[AC20] [AC21] [AC22] a moment is what the tables were, from both ends, and what was somebody's alone stays so", async () => {
  const written = await writtenStudy(fresh.db);
  const { study, send, board, owner, state } = written;
  const colleague = await written.join("analyst");
  const { theme, card } = await withTheme(written);
  const states = new Map<number, string>();
  const seen = async () => states.set((await snapshot(fresh.db, study))?.seq ?? 0, await state());
  await seen();
  const copy = randomUUID();
  const commands: Command[] = [
    { kind: "cards.place", cards: [{ id: card, theme, x: 40, y: 80 }] },
    { kind: "theme.shift", id: theme, dx: 100, dy: 50 },
    { kind: "board.copy", id: copy, from: board, hidden: true, name: null },
    { kind: "undo", how: "ask" },
    { kind: "redo", how: "ask" },
    { kind: "board.share", id: copy },
    { kind: "theme.remove", id: theme },
    { kind: "undo", how: "ask" },
    { kind: "cards.remove", ids: [card] },
  ];
  for (const command of commands) {
    await send(command);
    await seen();
  }
  const head = Math.max(...states.keys());
  for (const [seq, was] of states) {
    // Told that the log is longer than it is, it goes from the beginning.
    for (const rows of [await rowsAt(fresh.db, study, seq, seq * 3), await backTo(study, seq, head)]) {
      expect(sorted(Object.fromEntries(NOUNS.map((noun) => [noun, rows.all(noun)])))).toBe(was);
    }
  }
  const copied = head - 6; // the copy, before it was taken back
  const boards = async (person: string, at: number) =>
    (unpack((await momentAt(fresh.db, study, person, at))?.packed ?? nothing).board ?? []).map(({ id }) => id);
  expect(await boards(owner, copied)).toContain(copy);
  expect(await boards(colleague, copied)).not.toContain(copy);
  expect(JSON.stringify(await momentAt(fresh.db, study, colleague, copied))).not.toContain(copy);
  expect(await boards(colleague, head)).toContain(copy);
  expect(await momentAt(fresh.db, study, owner, head + 1)).toBeNull();
});

test("[AC22] what was said of a theme that has gone from a hidden board is not in a moment that others look at", async () => {
  const written = await writtenStudy(fresh.db);
  const { study, send, board, owner } = written;
  const colleague = await written.join("analyst");
  const { theme } = await withTheme(written);
  const copy = randomUUID();
  await send({ kind: "board.copy", id: copy, from: board, hidden: true, name: null });
  const themes = ((await snapshot(fresh.db, study))?.rows["theme"] ?? []) as { id: string }[]; // as read
  const own = themes.find(({ id }) => id !== theme)?.id ?? "";
  const said = phrase("Not for everybody");
  const body = { lang: "en", phrase: said.id } as const;
  await send(
    { kind: "memo.write", id: randomUUID(), subject: own, parent: null, body, calls: [] },
    { phrases: [said] },
  );
  await send({ kind: "theme.remove", id: own });
  await send({ kind: "board.add", id: randomUUID(), name: null });
  const { seq = 0, buried = [] } = (await snapshot(fresh.db, study)) ?? {};
  const looked = async (person: string, at: number) =>
    JSON.stringify(unpack((await momentAt(fresh.db, study, person, at))?.packed ?? nothing));
  for (const at of [seq - 1, seq]) {
    expect(await looked(owner, at)).toContain(own);
    expect(await looked(colleague, at)).not.toContain(own);
    expect(await looked(colleague, at)).not.toContain(said.id);
  }
  // What the database says of now, the rows with their tombstones say of any moment, from either end of the log.
  const inOrder = (all: readonly { id: string; owner: string }[]) => all.map(({ id }) => id).toSorted();
  for (const rows of [await rowsAt(fresh.db, study, seq, seq), await rowsAt(fresh.db, study, seq, seq * 3)])
    expect(inOrder(buriedIn(rows))).toEqual(inOrder(buried));
});

test("[AC26] the steps before and after are those that the reader may see", async () => {
  const written = await writtenStudy(fresh.db);
  const { study, send, board } = written;
  const colleague = await written.join("analyst");
  await withTheme(written);
  await send({ kind: "board.copy", id: randomUUID(), from: board, hidden: true, name: null });
  await send({ kind: "board.add", id: randomUUID(), name: null });
  const copied = await momentAt(fresh.db, study, written.owner, 5);
  expect([copied?.previous, copied?.next, copied?.part.entries[0]?.kind]).toEqual([4, 6, "board.copy"]);
  const theirs = await momentAt(fresh.db, study, colleague, 4);
  expect([theirs?.previous, theirs?.next]).toEqual([3, 6]);
  const minute = new Date().toLocaleString("sv-SE", { timeZone: "Europe/London" }).replace(" ", "T").slice(0, 16);
  expect(await placeAt(fresh.db, study, minute)).toBe(6);
  expect(await placeAt(fresh.db, study, "1999-01-01T00:00")).toBeNull();
});

/** A file as it is read: without the mark before it. */
async function read(parts: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return new TextDecoder().decode(Buffer.concat(all));
}

test("[AC30] [AC31] [AC32] [AC33] the log leaves as a file that everybody may see, and is kept back for an open name and a lost role", async () => {
  const written = await writtenStudy(fresh.db);
  const { study, send, board, owner, secret } = written;
  const { theme, card } = await withTheme(written);
  const analyst = await written.join("analyst");
  const text = "We borrow two ladders from the harbour.";
  const { source, revision } = await written.source(text);
  const quote = { id: randomUUID(), source, revision, start: 0, end: 9, tags: [], newTags: [], card: null };
  await send({ kind: "quote.make", ...quote });
  await send({ kind: "board.copy", id: randomUUID(), from: board, hidden: true, name: null });
  const odd = phrase('=HYPERLINK("x")');
  const was = (
    await fresh.db.$queryRaw<{ phrase: string }[]>`
    SELECT "phrase_id" AS phrase FROM "wording" WHERE "study_id" = ${study}::uuid AND "subject" = ${theme}::uuid`
  )[0]?.phrase;
  await send(
    { kind: "wording.set", subject: theme, field: "name", lang: "en", phrase: odd.id, was: was ?? null },
    { phrases: [odd] },
  );
  await send({ kind: "cards.place", cards: [{ id: card, theme, x: 40, y: 80 }] });
  await send({ kind: "undo", how: "ask" });
  const take = (person: string) =>
    downloadActivity(reportDesk(fresh.db, makeSeal(secret)), logDesk(fresh.db, person), study, person, "en");
  await lookThrough(fresh.db, makeSeal(secret), study);
  const made = await take(analyst);
  if (!made.ok) throw new Error(made.fault.code);
  const file = await read(made.value.spool.read());
  expect(Buffer.byteLength(file) + 3).toBe(made.value.size); // reading it takes off the mark
  const lines = file.trimEnd().split("\r\n");
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe('"Step","When","Who","Account","Command","Mode","What","Ids"');
  expect(lines.at(-1)).toMatch(
    /^"10","\d{4}-\d\d-\d\dT[\d:.]+Z","Somebody","[0-9a-f-]{36}","cards.place","undo","took back: moved the card “A thought” to the theme “=HYPERLINK\(""x""\)”","[0-9a-f -]+"$/,
  );
  expect(file).toContain("made a quote from the source “S01”");
  expect(file).not.toMatch(/borrow|board\.copy/);
  expect(made.value).toMatchObject({ format: "csv", lang: "en" });

  await send({ kind: "member.set", person: analyst, role: "observer" });
  expect(await take(analyst)).toEqual({ ok: false, fault: { code: "role.denied" } });
  const term = { id: randomUUID(), name: randomUUID() };
  await send(
    { kind: "identifier.add", id: term.id, term: term.name },
    { names: [{ id: term.name, subject: term.id, field: "term", words: "HYPERLINK" }] },
  );
  expect(await take(owner)).toEqual({ ok: false, fault: { code: "report.open", open: [term.id] } });

  // A name that stands nowhere but in what was once said of something is in no queue.
  await send({ kind: "identifier.remove", id: term.id });
  const body = { id: randomUUID(), name: randomUUID() };
  const fields = { kind: "other", region: null, named: false, namedOn: null, name: body.name, aliases: null } as const;
  await send(
    { kind: "organisation.add", id: body.id, fields },
    { names: [{ id: body.name, subject: body.id, field: "name", words: "Hesgen Harbour Trust" }] },
  );
  const other = phrase("As Hesgen Harbour Trust has it");
  const tag = randomUUID();
  const name = { lang: "en" as const, phrase: other.id };
  await send({ kind: "tag.add", id: tag, parent: null, hue: null, name }, { phrases: [other] });
  await send({ kind: "tag.remove", id: tag });
  expect(await take(owner)).toEqual({ ok: false, fault: { code: "report.searching" } });
  await lookThrough(fresh.db, makeSeal(secret), study);
  const veiled = await take(owner);
  if (!veiled.ok) throw new Error(veiled.fault.code);
  const words = await read(veiled.value.spool.read());
  expect(words).toMatch(/removed the tag “As \[[^\]]+\] has it”/);
  expect(words).not.toContain("Hesgen");
});
