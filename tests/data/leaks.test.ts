/** What observers are told and what files are made of, where names were told before. Rules: docs/spec/leaks.md. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settingsOf } from "#lib/domain/disclosure/settings.ts";
import { THRESHOLDS } from "#lib/domain/disclosure/threshold.ts";
import { answersFor, readingFor } from "#lib/server/load/source.ts";
import { wordsFor } from "#lib/server/load/words.ts";
import { readExport } from "#lib/server/store/export.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const NAME = "Gwenllian Hir";

/** A study that knows of a name. */
async function house() {
  const written = await writtenStudy(fresh.db);
  const [term, name] = [randomUUID(), randomUUID()];
  await written.send(
    { kind: "identifier.add", id: term, term: name },
    { names: [{ id: name, subject: term, field: "term", words: NAME }] },
  );
  const observer = { id: await written.join("observer"), role: "observer" as const };
  const analyst = { id: await written.join("analyst"), role: "analyst" as const };
  return { ...written, term, observer, analyst, vault: makeSeal(written.secret) };
}

test("[LK10] observers read what a survey’s columns are headed by without the names in it", async () => {
  const { db, study, vault, source } = await house();
  const { source: id, revision } = await source("We had help.");
  const question = randomUUID();
  await fresh.owner`UPDATE source SET kind = 'survey' WHERE study_id = ${study} AND id = ${id}`;
  await fresh.owner`UPDATE turn SET question_id = ${question} WHERE study_id = ${study} AND revision_id = ${revision}`;
  const heads = [`Years with ${NAME}`, "Sector"].map((name, at) => ({ number: at + 1, name, kind: "text", nth: 1 }));
  await fresh.owner`INSERT INTO attribute ${fresh.owner(heads.map((head) => ({ study_id: study, ...head })))}`;
  const values = fresh.owner.json({ 1: `since ${NAME} came`, 2: "Housing" });
  await fresh.owner`INSERT INTO source_values (study_id, source_id, values) VALUES (${study}, ${id}, ${values})`;
  const open = ["Years with Gwenllian Hir", "since Gwenllian Hir came", "Sector", "Housing"];
  const masked = ["Years with [name]", "since [name] came", "Sector", "Housing"];
  for (const [role, expected] of [
    ["analyst", open],
    ["observer", masked],
  ] as const) {
    const reading = await readingFor(db, vault, study, role, id);
    expect(reading?.attributes.flatMap(({ name, value }) => [name, value])).toEqual(expected);
    const answers = await answersFor(db, vault, study, role, question);
    expect(answers.attributes).toEqual([expected[0], expected[2]]);
    expect(answers.answers.map(({ attributes }) => attributes)).toEqual([[expected[1], expected[3]]]);
  }
});

test("[LK11] why a name is kept is told to those who decide, and to no observer, now or once it was decided anew", async () => {
  const { db, study, vault, send, term, observer, analyst } = await house();
  const reasons: string[] = [];
  for (const words of ["Everybody knows her.", "She asked for it."]) {
    const reason = randomUUID();
    reasons.push(reason);
    const decided = { id: term, of: "term", decision: "keep", replacement: null, replacementCy: null, reason } as const;
    await send({ kind: "identifier.decide", ...decided }, { phrases: [{ id: reason, lang: "en", words }] });
  }
  // Also a name that detection found, and that was decided as soon as it was one.
  const [reason, found, name] = [randomUUID(), randomUUID(), randomUUID()];
  reasons.push(reason);
  await send(
    {
      kind: "identifiers.add",
      terms: [{ id: found, term: name }],
      decision: "keep",
      replacement: null,
      replacementCy: null,
      reason,
    },
    {
      phrases: [{ id: reason, lang: "en", words: "She is the mayor." }],
      names: [{ id: name, subject: found, field: "term", words: "Myfanwy" }],
    },
  );
  const asked = { phrases: reasons, names: [], quotes: [] };
  const told = async (reader: typeof observer | typeof analyst, of: typeof asked | "written") =>
    Object.keys((await wordsFor(db, vault, study, reader, of)).phrases).filter((id) => reasons.includes(id));
  expect((await told(analyst, "written")).toSorted()).toEqual(reasons.slice(1).toSorted());
  expect((await told(analyst, asked)).toSorted()).toEqual(reasons.toSorted());
  expect(await told(observer, "written")).toEqual([]);
  expect(await told(observer, asked)).toEqual([]);
  // All else that people wrote is told.
  expect(Object.values((await wordsFor(db, vault, study, observer, "written")).phrases)).toContainEqual({
    lang: "en",
    words: "A study",
  });
});

test("[DC20] [DC22] [DC25] everybody is told why limits are lower, observers without the names in it, and what leaves reads it too", async () => {
  const { db, study, vault, send, observer, analyst } = await house();
  const [why, small] = [randomUUID(), randomUUID()];
  const limits = { organisations: 2, people: 3, base: 10, listed: 3 };
  const was = { ...THRESHOLDS, reason: null };
  const set = { kind: "disclosure.set", id: study, ...limits, was, on: "2026-11-02" } as const;
  await send({ ...set, reason: why }, { phrases: [{ id: why, lang: "en", words: `${NAME} agreed for all.` }] });
  await send(
    { kind: "disclosure.accept", of: "housing_association", reason: small, on: "2026-11-02" },
    { phrases: [{ id: small, lang: "en", words: `Also ${NAME} is content.` }] },
  );
  const told = async (reader: typeof observer | typeof analyst) => {
    const { phrases } = await wordsFor(db, vault, study, reader, "written");
    return [why, small].map((id) => phrases[id]?.words);
  };
  expect(await told(analyst)).toEqual([`${NAME} agreed for all.`, `Also ${NAME} is content.`]);
  expect(await told(observer)).toEqual(["[name] agreed for all.", "Also [name] is content."]);
  const leaving = await readExport(db, study);
  const { thresholds, accepted } = settingsOf(leaving.rows, leaving.phrases);
  expect(thresholds).toEqual(limits);
  expect([...accepted.keys()]).toEqual(["housing_association"]);
  // The database itself holds no lower number without its reason.
  await expect(fresh.owner`UPDATE "disclosure" SET "reason_id" = NULL WHERE "study_id" = ${study}`).rejects.toThrow(
    /check/,
  );
});

test("[RK15] everybody reads why an owner has signed, observers without the names in it, and what leaves reads that it is signed", async () => {
  const { db, study, vault, send, observer, analyst } = await house();
  const why = randomUUID();
  const seal = { digest: "a".repeat(64), parts: "", quotes: 0, marks: "" };
  const command = {
    kind: "risk.sign",
    of: "data_both",
    signed: { judgement: why, ...seal },
    on: "2026-11-27",
  } as const;
  const phrases = [{ id: why, lang: "en" as const, words: `${NAME} alone knows.` }];
  expect(await send(command, { phrases, person: analyst.id })).toMatchObject({ refused: "role.refused" });
  await send(command, { phrases });
  const told = async (reader: typeof observer | typeof analyst) =>
    (await wordsFor(db, vault, study, reader, "written")).phrases[why]?.words;
  expect([await told(analyst), await told(observer)]).toEqual([`${NAME} alone knows.`, "[name] alone knows."]);
  expect((await readExport(db, study)).rows.live("signature", "data_both")).toMatchObject({ ...seal, judgement: why });
});

test("[LK13] what stands for one name is shown to observers without the other names in it", async () => {
  const { db, study, vault, send, source, term } = await house();
  const { source: id } = await source(`${NAME} sent us to Hywel Fain.`);
  const [other, name, replacement] = [randomUUID(), randomUUID(), randomUUID()];
  await send(
    { kind: "identifier.add", id: other, term: name },
    { names: [{ id: name, subject: other, field: "term", words: "Hywel Fain" }] },
  );
  await send(
    {
      kind: "identifier.decide",
      id: term,
      of: "term",
      decision: "replace",
      replacement,
      replacementCy: null,
      reason: null,
    },
    { phrases: [{ id: replacement, lang: "en", words: "the deputy of Hywel Fain" }] },
  );
  const reading = await readingFor(db, vault, study, "observer", id);
  expect(reading?.turns.flatMap(({ segments }) => segments.map(({ text }) => text)).join("")).toBe(
    "[the deputy of name] sent us to [name].",
  );
});

test("[LK12] a quote that is cut within a name is read with what stands around it, by observers and for files", async () => {
  const { db, study, vault, send, source, observer, analyst } = await house();
  const text = `🧵 We asked ${NAME} about it.`;
  const { source: id, revision, length } = await source(text);
  const quotes: string[] = [];
  const begins = Array.from(text).indexOf("G");
  for (const [start, end] of [
    [begins + 3, length],
    [begins + 10, length],
    [0, begins + 6],
  ] as const) {
    const quote = randomUUID();
    quotes.push(quote);
    await send({ kind: "quote.make", id: quote, source: id, revision, start, end, tags: [], newTags: [], card: null });
  }
  const read = async (reader: typeof observer | typeof analyst, asked: "quoted" | readonly string[]) => {
    const of = asked === "quoted" ? asked : { phrases: [], names: [], quotes: asked };
    const { quotes: told } = await wordsFor(db, vault, study, reader, of);
    return quotes.map((quote) => told[quote]?.words);
  };
  for (const asked of ["quoted", quotes] as const) {
    expect(await read(observer, asked)).toEqual(["[name] about it.", "[name] about it.", "🧵 We asked [name]"]);
    expect(await read(analyst, asked)).toEqual(["nllian Hir about it.", "Hir about it.", "🧵 We asked Gwenll"]);
  }
  const { quotes: leaving } = await readExport(db, study);
  const where = expect.objectContaining({ start: 0 });
  expect(quotes.map((quote) => leaving.get(quote))).toEqual([
    { words: "nllian Hir about it.", around: { before: "🧵 We asked Gwe", after: "", where } },
    { words: "Hir about it.", around: { before: "🧵 We asked Gwenllian ", after: "", where } },
    { words: "🧵 We asked Gwenll", around: { before: "", after: "ian Hir about it.", where } },
  ]);
});
