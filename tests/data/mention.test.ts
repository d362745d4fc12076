/** One mention decided otherwise, on a real database: what each door shows of it, and to whom. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EVERYTHING } from "#lib/domain/activity/shape.ts";
import { courseOf } from "#lib/domain/correction/course.ts";
import type { Told } from "#lib/domain/correction/told.ts";
import { NO_FILTERS } from "#lib/domain/search/shape.ts";
import { shown } from "#lib/domain/source/reading.ts";
import type { Command } from "#lib/domain/study/command.ts";
import { anonymisationLog } from "#lib/server/load/anonymisation-log.ts";
import { mentionsOf } from "#lib/server/load/mentions.ts";
import { queueOf } from "#lib/server/load/queue.ts";
import { searchStudy } from "#lib/server/load/search.ts";
import { readingFor } from "#lib/server/load/source.ts";
import { wordsFor } from "#lib/server/load/words.ts";
import { logged } from "#lib/server/store/activity.ts";
import { readExport } from "#lib/server/store/export.ts";
import { stageRevision } from "#lib/server/store/revising.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const TEXT = "😀 Bethan Prosser met Bethan Prosser by the harbour.";
const [FIRST, SECOND] = [
  { start: 2, end: 16 },
  { start: 21, end: 35 },
];

/** A study whose one term is replaced everywhere, with the quote of both of its mentions. */
async function house() {
  const written = await writtenStudy(fresh.db);
  const { db, study, send, join, owner } = written;
  const vault = makeSeal(written.secret);
  const { source, revision, speaker, length } = await written.source(TEXT);
  const done = async (command: Command, words: readonly (readonly [string, string])[] = [], person = owner) => {
    const phrases = words.map(([id, said]) => ({ id, lang: "en" as const, words: said }));
    const outcome = await send(command, { phrases, person });
    if ("refused" in outcome) throw new Error(`${command.kind}: ${String(outcome.refused)}`);
    return outcome;
  };
  const [term, name, officer, quote] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await send(
    { kind: "identifier.add", id: term, term: name, thing: "person" },
    { names: [{ id: name, subject: term, field: "term", words: "Bethan Prosser" }] },
  );
  const none = { replacement: null, replacementCy: null, reason: null } as const;
  await done({ kind: "identifier.decide", id: term, of: "term", decision: "replace", ...none, replacement: officer }, [
    [officer, "an officer"],
  ]);
  await done({
    kind: "quote.make",
    id: quote,
    source,
    revision,
    start: 0,
    end: length,
    tags: [],
    newTags: [],
    card: null,
  });
  const observer = await join("observer");
  const colleague = await join("analyst");
  const judge = (place: Readonly<{ start: number; end: number }>) => ({
    kind: "mention.decide" as const,
    id: randomUUID(),
    identifier: term,
    of: "term" as const,
    source,
    revision,
    ...place,
    ...none,
  });
  const read = async () => {
    const reading = await readingFor(db, vault, study, "observer", source);
    const said = await wordsFor(
      db,
      vault,
      study,
      { id: observer, role: "observer" },
      { phrases: [], names: [], quotes: [quote] },
    );
    expect(said.quotes[quote]?.words).toBe(reading?.turns.map(shown).join(""));
    return said.quotes[quote]?.words;
  };
  return { ...written, vault, source, revision, speaker, term, quote, observer, colleague, done, judge, read };
}

test("[I95] [I96] [I98] a mention that two keep is shown to observers as text, as a quote and in a search, and only that one", async () => {
  const { db, study, vault, term, observer, colleague, owner, done, judge, read } = await house();
  await fresh.owner`SELECT fill_words(${study}, ARRAY(SELECT id FROM revision WHERE study_id = ${study}), 'en')`;
  const found = async () => {
    const answer = await searchStudy(db, vault, study, observer, {
      words: "prosser",
      filters: NO_FILTERS,
      after: null,
    });
    return answer.ok
      ? answer.value.hits.map(({ pieces }) => pieces.map(({ text }) => text).join(""))
      : answer.fault.code;
  };
  expect([await read(), await found()]).toEqual(["😀 [an officer] met [an officer] by the harbour.", []]);
  const reason = randomUUID();
  const keep = { ...judge(SECOND), decision: "keep" as const, reason };
  await done(keep, [[reason, "She wrote the harbour song."]]);
  expect([await read(), await found()]).toEqual(["😀 [an officer] met [an officer] by the harbour.", []]);
  const waiting = await queueOf(db, vault, study, colleague, { show: "decided" });
  expect([waiting.waiting, waiting.entries[0]?.otherwise]).toEqual([1, { count: 1, waiting: 1 }]);
  const second: Command = { kind: "mention.second", shown: [{ id: keep.id, reason }], on: true };
  await expect(done(second)).rejects.toThrow("decision.yours");
  await expect(done(second, [], observer)).rejects.toThrow("role.refused");
  await done(second, [], colleague);
  const half = "😀 [an officer] met Bethan Prosser by the harbour.";
  expect([await read(), await found()]).toEqual([half, [half]]);

  // Why is told to those who decide about names, and to nobody else.
  const why = { phrases: [reason], names: [], quotes: [] };
  for (const [id, role, told] of [
    [observer, "observer", {}],
    [colleague, "analyst", { [reason]: { lang: "en", words: "She wrote the harbour song." } }],
  ] as const)
    expect((await wordsFor(db, vault, study, { id, role }, why)).phrases).toEqual(told);

  const { mentions, count } = await mentionsOf(db, vault, study, { identifier: term, from: 0 });
  expect([count, mentions.map(({ start, end, words, otherwise }) => [start, end, words, otherwise?.decision])]).toEqual(
    [
      2,
      [
        [SECOND.start, SECOND.end, "Bethan Prosser", "keep"],
        [FIRST.start, FIRST.end, "Bethan Prosser", undefined],
      ],
    ],
  );
  expect(mentions[0]?.otherwise).toMatchObject({ by: owner, second: colleague, waits: false, why: reason });
  const log = new TextDecoder()
    .decode(await anonymisationLog(db, vault, study, "en"))
    .trimEnd()
    .split("\r\n");
  expect(log.slice(1)).toEqual([
    `"S01","","2","16","Bethan Prosser","[an officer]","Replaced","","Somebody",""`,
    `"S01","","21","35","Bethan Prosser","","Kept","She wrote the harbour song.","Somebody","Somebody"`,
  ]);
  const { quotes } = await readExport(db, study);
  expect([...quotes.values()].map(({ around }) => around.where?.start)).toEqual([0]);

  // The database itself refuses that somebody agrees with themselves, and what says nothing.
  for (const [wrong, rule] of [
    [fresh.owner`"second_id" = "by_id"`, "mention_second"],
    [fresh.owner`"reason_id" = NULL`, "mention_bare"],
    [fresh.owner`"decision" = 'replace'`, "mention_"],
  ] as const)
    await expect(fresh.owner`UPDATE "mention" SET ${wrong} WHERE "id" = ${keep.id}`).rejects.toThrow(rule);
});

test("[I96] [I99] [I102] what is replaced at a place is so after a correction, and where its name is ordinary everywhere else", async () => {
  const { db, study, owner, source, revision, speaker, term, done, judge, read } = await house();
  const colleague = randomUUID();
  await done({ ...judge(FIRST), decision: "replace", replacement: colleague }, [[colleague, "a colleague"]]);
  expect(await read()).toBe("😀 [a colleague] met [an officer] by the harbour.");
  const none = { replacement: null, replacementCy: null, reason: null } as const;
  await done({ kind: "identifier.decide", id: term, of: "term", decision: "ordinary", ...none });
  expect(await read()).toBe("😀 [a colleague] met Bethan Prosser by the harbour.");
  const [turn] = await fresh.owner<{ id: string }[]>`SELECT id FROM turn WHERE revision_id = ${revision}`;
  const told = (words: string, id: string): Told => ({
    id,
    line: turn?.id ?? "",
    words,
    speaker,
    question: null,
    startMs: null,
    endMs: null,
  });
  const next = told("😀 So yes, Bethan Prosser met Bethan Prosser by the harbour.", randomUUID());
  const to = randomUUID();
  expect(await stageRevision(db, study, owner, source, to, [next])).toMatchObject({ ok: true });
  const course = courseOf([told(TEXT, turn?.id ?? "")], [next]);
  await done({ kind: "source.revise", id: randomUUID(), source, was: revision, revision: to, course, reason: null });
  expect(await read()).toBe("😀 So yes, [a colleague] met Bethan Prosser by the harbour.");
  await done({ kind: "undo", how: "ask" });
  expect(await read()).toBe("😀 [a colleague] met Bethan Prosser by the harbour.");
});

test("[I103] the log tells nobody which places are whose: what it says of somebody does not lead to them", async () => {
  const { db, study, term, source, observer, done, judge } = await house();
  const words = randomUUID();
  const judged = await done({ ...judge(FIRST), decision: "replace", replacement: words }, [[words, "a colleague"]]);
  const seq = "seq" in judged ? judged.seq : -1;
  const lines = async (thing: string) =>
    (
      await logged(db, study, {
        person: observer,
        narrow: { ...EVERYTHING, thing },
        before: null,
        after: null,
        limit: 50,
      })
    ).map((one) => one.seq);
  expect(await lines(term)).not.toContain(seq);
  expect((await lines(term)).length).toBe(2);
  expect(await lines(source)).not.toContain(seq); // nor is a source told by what was decided in it
});
