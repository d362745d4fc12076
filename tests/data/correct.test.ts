import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Edit } from "#lib/domain/correction/shape.ts";
import type { Wish } from "#lib/domain/correction/wish.ts";
import type { Command } from "#lib/domain/study/command.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { NOUNS, Rows } from "#lib/domain/study/rows.ts";
import { shown } from "#lib/domain/source/reading.ts";
import { correctText } from "#lib/server/handle/correct.ts";
import { pastOf, toldOf } from "#lib/server/load/past.ts";
import { readingFor } from "#lib/server/load/source.ts";
import { wordsFor } from "#lib/server/load/words.ts";
import { eventsAfter } from "#lib/server/store/events.ts";
import { speakersOf, stageRevision } from "#lib/server/store/revising.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { sorted, writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
let written: Written;
beforeAll(async () => {
  fresh = await freshDatabase();
  written = await writtenStudy(fresh.db);
});
afterAll(() => fresh.drop());

const said = "So 😀 we asked there team. Nobody came to it.";

function make(source: string, revision: string, words: string, text = said): Extract<Command, { kind: "quote.make" }> {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  const span = { start, end: start + Array.from(words).length };
  return { kind: "quote.make", id: randomUUID(), source, revision, ...span, tags: [], newTags: [], card: null };
}

/** Corrects as the door does. */
function give(source: string, wish: Wish, person = written.owner) {
  const { db, writer, study } = written;
  return correctText(
    {
      told: (...asked) => toldOf(db, ...asked),
      speakers: (...asked) => speakersOf(db, ...asked),
      stage: (...asked) => stageRevision(db, ...asked),
      submit: (where, items) => writer.submit(where, items),
    },
    study,
    person,
    source,
    wish,
  );
}

/** A source of one turn with the quotes "asked there team" and "Nobody came", each on the board. */
async function begin() {
  const from = await written.source(said);
  const quotes = ["asked there team", "Nobody came"].map((words) => ({
    ...make(from.source, from.revision, words),
    card: { id: randomUUID(), board: written.board, theme: null, x: 0, y: 0 },
  }));
  for (const quote of quotes) expect(await written.send(quote)).toMatchObject({ seq: expect.any(Number) });
  const edit = (words: string, turn = from.turn): Edit[] => [{ turn, parts: [{ words, speaker: from.speaker }] }];
  const say = async (role: "owner" | "observer" = "owner") => {
    const asked = { phrases: [], names: [], quotes: quotes.map(({ id }) => id) };
    const reader = { id: written.owner, role };
    const words = await wordsFor(fresh.db, makeSeal(written.secret), written.study, reader, asked);
    return quotes.map(({ id }) => words.quotes[id]?.words);
  };
  const read = async (revision: string | null = null, role: "owner" | "observer" = "owner") =>
    readingFor(fresh.db, makeSeal(written.secret), written.study, role, from.source, revision);
  return { ...from, quotes: quotes.map(({ id }) => id), edit, say, read };
}
const wish = (base: string, edits: Edit[]): Wish => ({ id: randomUUID(), base, edits, reason: null });

test("[K10] [K12] a correction on a real database: quotes follow, words are checked there, the lost keep theirs; undo is exact", async () => {
  const { source, revision, quotes, edit, say, read, turn } = await begin();
  const before = await written.state();
  const why: Wish = {
    ...wish(revision, edit("So 😀 we asked their team. All of them were late for it.")),
    reason: { lang: "en", words: "Heard again" },
  };
  const done = await give(source, why);
  if (!done.ok) throw new Error(done.fault.code);
  expect(await say()).toEqual(["asked their team", "Nobody came"]);
  const now = await read();
  expect(now?.turns.map((one) => [shown(one), one.line])).toEqual([
    ["So 😀 we asked their team. All of them were late for it.", turn],
  ]);
  expect(now?.revision).toBe(done.value.revision);
  expect((await read(revision))?.turns.map(shown)).toEqual([said]);

  const rows = await fresh.owner<{ quote_id: string; exact: string; n: number; state: string; gone: boolean }[]>`
    SELECT a.quote_id, a.exact, r.n, a.state, a.gone FROM anchor a JOIN revision r ON r.id = a.revision_id
    WHERE r.source_id = ${source} ORDER BY r.n, a.start_at`;
  expect(rows.map(({ quote_id, exact, n, state, gone }) => [quotes.indexOf(quote_id), exact, n, state, gone])).toEqual([
    [0, "asked there team", 1, "sound", true],
    [1, "Nobody came", 1, "sound", false],
    [0, "asked their team", 2, "changed", false],
  ]);
  const past = await pastOf(fresh.db, written.study, source);
  expect(past).toEqual({
    corrections: [{ id: why.id, at: expect.any(String) }],
    before: { [quotes[0] ?? ""]: "asked there team" },
  });

  const after = await written.state();
  // Sent again, as after a lost line: answered as before, and nothing is made twice.
  expect(await give(source, why)).toEqual(done);
  expect(await written.state()).toBe(after);
  expect(await written.send({ kind: "undo", how: "ask" })).toMatchObject({ seq: expect.any(Number) });
  expect(await written.state()).toBe(before);
  expect(await say()).toEqual(["asked there team", "Nobody came"]);
  expect(await written.send({ kind: "redo", how: "ask" })).toMatchObject({ seq: expect.any(Number) });
  expect(await written.state()).toBe(after);

  const folded = new Rows();
  for (const event of await eventsAfter(fresh.db, written.study, 0, 10_000))
    for (const change of event.changes) evolve(folded, change);
  expect(sorted(Object.fromEntries(NOUNS.map((noun) => [noun, folded.all(noun)])))).toBe(after);
});

test("[K11] [K13] two people at once: one correction stands, the other is refused whole, and a quote made meanwhile goes along", async () => {
  const { source, revision, edit } = await begin();
  const other = await written.join("analyst");
  const late = make(source, revision, "to it");
  const [one, two] = await Promise.all([
    give(source, wish(revision, edit("So 😀 we asked their team. Nobody came to it."))),
    give(source, wish(revision, edit("So 😀 we asked there teams. Nobody came to it.")), other),
    written.send(late),
  ]);
  const [won, refused] = one?.ok ? [one, two] : [two, one];
  expect(won?.ok).toBe(true);
  expect(refused).toMatchObject({ ok: false, fault: { code: "source.revised" } });
  const places = await fresh.owner`
    SELECT a.revision_id = s.revision_id AS here FROM anchor a JOIN source s ON s.id = ${source}
    JOIN quote q ON q.id = a.quote_id AND q.source_id = s.id WHERE NOT a.gone AND NOT q.gone`;
  // Where the quote came after the correction it was refused, because the text had changed under it.
  expect([2, 3]).toContain(places.length);
  expect(places.every(({ here }) => here)).toBe(true);
});

test("[K14] [K16] going back to the original restores every quote; a lost one is placed by hand, also where it stood in between", async () => {
  const { source, revision, quotes, edit, say } = await begin();
  const one = await give(source, wish(revision, edit("So 😀 we asked their team. All of them were late for it.")));
  if (!one.ok) throw new Error(one.fault.code);
  const place = (start: number, end: number) =>
    written.send({ kind: "quote.place", id: quotes[1] ?? "", revision: one.value.revision, start, end });
  expect(await place(26, 37)).toMatchObject({ seq: expect.any(Number) });
  expect(await say()).toEqual(["asked their team", "All of them"]);
  await written.send({ kind: "undo", how: "ask" });
  expect(await say()).toEqual(["asked their team", "Nobody came"]);
  expect(await place(26, 42)).toMatchObject({ seq: expect.any(Number) });
  expect(await say()).toEqual(["asked their team", "All of them were"]);
  expect(await place(0, 500)).toMatchObject({ refused: "quote.span" });

  const back = await give(source, { id: randomUUID(), base: one.value.revision, to: revision, reason: null });
  expect(back).toMatchObject({ ok: true, value: { revision } });
  expect(await say()).toEqual(["asked there team", "Nobody came"]);
  expect((await pastOf(fresh.db, written.study, source)).corrections).toHaveLength(2);
});

test("[K3] [K4] [Q2] turns are cut and joined; quotes know the turn and the speaker that they have since", async () => {
  const { source, revision, speaker, turn } = await begin();
  const cut = await give(
    source,
    wish(revision, [
      {
        turn,
        parts: [
          { words: "So 😀 we asked there team.", speaker: null },
          { words: "Nobody came to it.", speaker },
        ],
      },
    ]),
  );
  if (!cut.ok) throw new Error(cut.fault.code);
  const anchors = () => fresh.owner<
    { exact: string; speaker_id: string | null; words: string; line_id: string | null }[]
  >`
    SELECT a.exact, a.speaker_id, a.state, t.line_id, substr(r.text, t.start_at + 1, t.end_at - t.start_at) AS words
    FROM anchor a JOIN turn t ON t.id = a.turn_id JOIN revision r ON r.id = a.revision_id
    WHERE r.source_id = ${source} AND NOT a.gone ORDER BY a.start_at`;
  expect(await anchors()).toEqual([
    { exact: "asked there team", speaker_id: null, state: "sound", line_id: turn, words: "So 😀 we asked there team." },
    { exact: "Nobody came", speaker_id: speaker, state: "sound", line_id: null, words: "Nobody came to it." },
  ]);
  const [first, second] = (await toldOf(fresh.db, written.study, source, cut.value.revision)) ?? [];
  const joined = await give(
    source,
    wish(cut.value.revision, [
      { turn: first?.id ?? "", parts: [{ words: said, speaker }] },
      { turn: second?.id ?? "", parts: [] },
    ]),
  );
  expect(joined.ok).toBe(true);
  expect((await anchors()).map(({ exact, speaker_id, line_id }) => [exact, speaker_id, line_id])).toEqual([
    ["asked there team", speaker, turn],
    ["Nobody came", speaker, turn],
  ]);
});

test("[K21] a turn is given to somebody new; who is named and given nothing is not made, and undo takes both back", async () => {
  const { source, revision, turn } = await begin();
  const before = await written.state();
  const [fresh1, idle] = [randomUUID(), randomUUID()];
  const about = { name: "Nia Rees", participant: null, interviewer: true };
  const asked: Wish = {
    id: randomUUID(),
    base: revision,
    edits: [{ turn, parts: [{ words: said, speaker: fresh1 }] }],
    speakers: [
      { id: fresh1, ...about },
      { id: idle, ...about },
    ],
    reason: null,
  };
  expect((await give(source, asked)).ok).toBe(true);
  const made = await fresh.owner`
    SELECT id, number, interviewer, label_id FROM speaker WHERE source_id = ${source} AND NOT gone ORDER BY number`;
  expect(made.map(({ id, number, interviewer }) => [id, number, interviewer]).at(-1)).toEqual([
    fresh1,
    made.length,
    true,
  ]);
  expect(made.map(({ id }) => id)).not.toContain(idle);
  const reader = { id: written.owner, role: "owner" as const };
  const asking = { phrases: [], names: [made.at(-1)?.["label_id"]], quotes: [] };
  const words = await wordsFor(fresh.db, makeSeal(written.secret), written.study, reader, asking);
  expect(JSON.stringify(words)).toContain("Nia Rees");
  const anchors = await fresh.owner`
    SELECT DISTINCT a.speaker_id FROM anchor a JOIN revision r ON r.id = a.revision_id WHERE r.source_id = ${source} AND NOT a.gone`;
  expect(anchors.map(({ speaker_id }) => speaker_id)).toEqual([fresh1]);
  expect(await give(source, asked)).toMatchObject({ ok: true });
  expect(await written.send({ kind: "undo", how: "ask" })).toMatchObject({ seq: expect.any(Number) });
  expect(await written.state()).toBe(before);
});

test("[K17] who may not see originals reads replacements in the new revision at once, no earlier one, and corrects nothing", async () => {
  const { source, revision, edit, say, read } = await begin();
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
  const observer = await written.join("observer");
  const words = "So 😀 we asked Cyngor Eryri there team. Nobody came to it.";
  expect(await give(source, wish(revision, edit(words)), observer)).toMatchObject({ fault: { code: "role.refused" } });
  expect((await give(source, wish(revision, edit(words)))).ok).toBe(true);
  expect((await read())?.turns.map(shown)).toEqual([words]);
  const sealed = await read(null, "observer");
  expect(JSON.stringify([sealed, await say("observer")])).not.toContain("Eryri");
  expect(sealed?.turns[0]?.segments.some((segment) => segment.replaced)).toBe(true);
  expect(await read(revision, "observer")).toBeNull();
});

test("[K18] a revision that was staged and never read is swept a day after; those that were read stay", async () => {
  const { source, revision, edit } = await begin();
  const one = await give(source, wish(revision, edit("So 😀 we asked their team. Nobody came to it.")));
  const lost = await give(source, wish(revision, edit("So 😀 we asked a team. Nobody came to it.")));
  if (!one.ok) throw new Error(one.fault.code);
  expect(lost.ok).toBe(false);
  const revisions = async () =>
    (await fresh.owner`SELECT id FROM revision WHERE source_id = ${source} ORDER BY n`).map(({ id }) => id);
  expect(await revisions()).toEqual([revision, one.value.revision, expect.any(String)]);
  const [, , unread] = await revisions();
  await fresh.owner.begin(async (sql) => {
    await sql`ALTER TABLE revision DISABLE TRIGGER revision_sealed`;
    await sql`UPDATE revision SET at = at - interval '2 days' WHERE source_id = ${source}`;
    await sql`ALTER TABLE revision ENABLE TRIGGER revision_sealed`;
  });
  const [now] = (await toldOf(fresh.db, written.study, source, one.value.revision)) ?? [];
  const next = await give(
    source,
    wish(one.value.revision, edit("So 😀 we asked the team. Nobody came to it.", now?.id)),
  );
  expect(next.ok).toBe(true);
  expect(await revisions()).toEqual([revision, one.value.revision, next.ok && next.value.revision]);
  expect(await revisions()).not.toContain(unread);
});
