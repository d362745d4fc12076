/** Looking through texts by itself, on a real database and with the real detection in its thread. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { EDITION } from "#lib/domain/detect/edition.ts";
import type { Command } from "#lib/domain/study/command.ts";
import type { NewName } from "#lib/domain/study/outcome.ts";
import { makeAside } from "#lib/server/detecting/aside.ts";
import type { Aside } from "#lib/server/detecting/aside.ts";
import { makeDetectionWork } from "#lib/server/jobs/detection.ts";
import type { Detection } from "#lib/server/jobs/detection.ts";
import { detectionPorts } from "#lib/server/jobs/detection-ports.ts";
import { check, download } from "#lib/server/handle/report.ts";
import { anonymisationLog } from "#lib/server/load/anonymisation-log.ts";
import { maskOf } from "#lib/server/load/mask.ts";
import { queueOf } from "#lib/server/load/queue.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { detectionProgress, holdDetecting, releaseDetecting, studiesToDetect } from "#lib/server/store/detection.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

const TIMES = { soonMs: 20, laterMs: 50, sweepMs: 60_000 };
const broken = (what: string, error: unknown) => {
  throw new Error(what, { cause: error });
};

let fresh: FreshDatabase;
let aside: Aside;
const works: Detection[] = [];
beforeAll(async () => {
  fresh = await freshDatabase();
  aside = makeAside();
});
afterEach(async () => {
  await Promise.all(works.splice(0).map((work) => work.close()));
});
afterAll(async () => {
  await aside.close();
  await fresh.drop();
});

async function house() {
  const written = await writtenStudy(fresh.db);
  const { db, study, secret } = written;
  const vault = makeSeal(secret);
  const work = () => {
    const made = makeDetectionWork(detectionPorts(db, vault, aside, broken), TIMES);
    works.push(made);
    return made;
  };
  const settled = (progress: Readonly<{ done: number; total: number; named: boolean }>) =>
    expect.poll(() => detectionProgress(db, study, EDITION), { timeout: 30_000, interval: 30 }).toMatchObject(progress);
  const queue = (show: "open" | "decided" = "open", person = written.owner) =>
    queueOf(db, vault, study, person, { show });
  const words = async (show?: "open" | "decided") => (await queue(show)).entries.map((one) => one.words);
  const term = (text: string): { id: string; name: string; names: NewName[] } => {
    const [id, name] = [randomUUID(), randomUUID()];
    return { id, name, names: [{ id: name, subject: id, field: "term", words: text }] };
  };
  const participant = async (full: string) => {
    const [person, name] = [randomUUID(), randomUUID()];
    const fields = { organisation: null, seniority: null, consent: "verbatim", name, contact: null } as const;
    await written.send(
      { kind: "participant.add", id: person, role: null, fields },
      { names: [{ id: name, subject: person, field: "name", words: full }] },
    );
  };
  return { ...written, participant, vault, work, settled, queue, words, term };
}

test("[I70] [I71] [I72] [I75] [I77] [I90] what comes in is looked through, decided once, and looked through again for a new name", async () => {
  const { db, study, owner, source, send, work, settled, queue, words, term, participant } = await house();
  await source(
    "I rang Bethan Prosser in Tregaron on 14 November 2023.\nShe said Blorvex was slow, and Sharron agreed.",
  );
  await source("Bethan Prosser again. 😀 Then Tregaron, and Blorvex.");
  expect(await studiesToDetect(db, EDITION)).toContain(study);
  expect((await queue()).progress).toEqual({ done: 0, total: 2, settled: false });

  const working = work();
  await settled({ done: 2, total: 2, named: true });
  const first = await queue();
  expect(first.progress.settled).toBe(true);
  expect(first.entries.find((one) => one.words === "Bethan Prosser")).toMatchObject({
    kind: "person",
    layer: "sure",
    count: 2,
    sources: 2,
    id: null,
  });
  expect(first.entries.map((one) => one.words)).toEqual(expect.arrayContaining(["Tregaron", "14 November 2023"]));

  const [kept] =
    await fresh.owner`SELECT found::text || own::text AS stored FROM detection WHERE study_id = ${study} LIMIT 1`;
  expect(kept?.["stored"]).toContain("given-and-surname");
  expect(kept?.["stored"]).not.toMatch(/Bethan|Tregaron|Blorvex/u);

  // Two decisions: one name replaced, one place called ordinary.
  const [bethan, place] = [term("Bethan Prosser"), term("tregaron")];
  const replacement = randomUUID();
  await send(
    {
      kind: "identifiers.add",
      terms: [{ id: bethan.id, term: bethan.name }],
      decision: "replace",
      replacement,
      replacementCy: null,
      reason: null,
    },
    { names: bethan.names, phrases: [{ id: replacement, lang: "en", words: "colleague" }] },
  );
  await send(
    {
      kind: "identifiers.add",
      terms: [{ id: place.id, term: place.name }],
      decision: "ordinary",
      replacement: null,
      replacementCy: null,
      reason: null,
    },
    { names: place.names },
  );
  // What detection missed, a person adds.
  const supplier = term("was slow");
  await send({ kind: "identifier.add", id: supplier.id, term: supplier.name }, { names: supplier.names });
  const keep = randomUUID();
  await send(
    {
      kind: "identifier.decide",
      id: supplier.id,
      of: "term",
      decision: "keep",
      replacement: null,
      replacementCy: null,
      reason: keep,
    },
    { phrases: [{ id: keep, lang: "en", words: "Everybody says so." }] },
  );
  expect(await words()).not.toEqual(expect.arrayContaining(["Bethan Prosser"]));
  expect((await words()).map((one) => one.toLowerCase())).not.toContain("tregaron");
  const decided = await queue("decided");
  expect(decided.entries.map((one) => [one.words, one.decision, one.replacement])).toEqual(
    expect.arrayContaining([
      ["Bethan Prosser", "replace", "colleague"],
      ["tregaron", "ordinary", null],
      ["was slow", "keep", null],
    ]),
  );
  expect(decided.estimate).toEqual({ confirmed: 2, added: 1 });
  // What is to be kept waits at the head of the list, for everybody but whoever decided it.
  expect(decided.entries[0]).toMatchObject({ words: "was slow", by: owner, second: null });
  expect([decided.waiting, (await queue("decided", randomUUID())).waiting]).toEqual([0, 1]);

  // A participant whose name is heard with a slip: everything is looked through again, by itself.
  await participant("Mari Sharrom");
  working.wake(study);
  await settled({ done: 2, total: 2, named: true });
  const slip = (await queue()).entries.find((one) => one.words === "Sharron");
  expect(slip?.why.map(({ reason }) => reason)).toContain("own-slip");

  await fresh.owner`UPDATE detection SET edition = ${EDITION - 1} WHERE study_id = ${study}`;
  working.wake(study);
  await settled({ done: 2, total: 2, named: true });
});

test("[I70] a study that another process is at is left to it, and gone on with when that has fallen silent", async () => {
  const { db, study, source, work, settled } = await house();
  await source("Alun Teifryn was here.");
  const other = randomUUID();
  expect(await holdDetecting(db, study, other)).toBe(true);
  expect(await holdDetecting(db, study, randomUUID())).toBe(false);
  const working = work();
  working.wake(study);
  await expect.poll(() => detectionProgress(db, study, EDITION)).toMatchObject({ done: 0, total: 1 });
  await fresh.owner`UPDATE detecting SET seen_at = now() - interval '1 minute' WHERE study_id = ${study}`;
  await settled({ done: 1, total: 1, named: true });
  await releaseDetecting(db, study, other);
});

test("[G9] [I81] [I82] [I85] [I87] what it is sure of is masked for observers and keeps files back until it is decided; nothing leaves before", async () => {
  const { db, study, owner, vault, source, send, join, work, settled, term, participant } = await house();
  const text = "Bethan Prosser from Tregaron came on 14 November 2023. Then bethan left.";
  await source(text);
  const statement = randomUUID();
  await send(
    { kind: "wording.set", subject: study, field: "approach", lang: "en", phrase: statement, was: null },
    { phrases: [{ id: statement, lang: "en", words: "We went to see Bethan Prosser." }] },
  );
  const desk = reportDesk(db, vault);
  const order = { format: "html", lang: "en" } as const;
  expect(await download(desk, study, order)).toEqual({ ok: false, fault: { code: "report.searching" } });
  const working = work();
  await settled({ done: 1, total: 1, named: true });

  const masked = async () => (await maskOf(db, vault, study)).text(text, "en");
  expect(await masked()).toBe("[person] from [name] came on 14 November 2023. Then bethan left.");
  const refused = await download(desk, study, order);
  expect(refused).toEqual({ ok: false, fault: { code: "report.open", open: ["found bethan prosser"] } });

  const none = { replacement: null, replacementCy: null, reason: null } as const;
  const [bethan, place] = [term("Bethan Prosser"), term("Tregaron")];
  await send(
    { kind: "identifiers.add", terms: [{ id: place.id, term: place.name }], decision: "ordinary", ...none },
    { names: place.names },
  );
  const reason = randomUUID();
  await send(
    { kind: "identifiers.add", terms: [{ id: bethan.id, term: bethan.name }], decision: "keep", ...none, reason },
    { names: bethan.names, phrases: [{ id: reason, lang: "en", words: "She wishes it." }] },
  );
  // Until somebody else agrees, nothing that was said of it holds.
  expect(await masked()).toBe("[name] from Tregaron came on 14 November 2023. Then bethan left.");
  expect(await download(desk, study, order)).toEqual({
    ok: false,
    fault: { code: "report.open", open: [bethan.id] },
  });
  const waiting = await check(desk, study, owner, "en");
  expect([waiting.open, waiting.waiting]).toEqual([1, 1]);
  expect(new TextDecoder().decode(await anonymisationLog(db, vault, study, "en"))).not.toContain("Bethan");
  const second: Command = { kind: "identifier.second", kept: [{ id: bethan.id, reason }], on: true };
  expect(await send(second)).toMatchObject({ refused: "decision.yours" });
  expect(await send(second, { person: await join("observer") })).toMatchObject({ refused: "role.refused" });
  expect(await send(second, { person: await join("analyst") })).toMatchObject({ seq: expect.any(Number) });
  expect(await masked()).toBe(text);
  // The database itself refuses that somebody agrees with themselves, and that what is replaced has been agreed to.
  // Nor does it hold that a term names what nobody knows.
  for (const [wrong, rule] of [
    [fresh.owner`"second_id" = "by_id"`, "identifier_second"],
    [fresh.owner`"decision" = 'replace'`, "identifier_second"],
    [fresh.owner`"thing" = 'pub'`, "identifier_thing"],
  ] as const)
    await expect(
      fresh.owner`UPDATE "identifier" SET ${wrong} WHERE "study_id" = ${study} AND "id" = ${bethan.id}`,
    ).rejects.toThrow(rule);

  // The log has every decided place: not Tregaron, which names nobody.
  const log = new TextDecoder()
    .decode(await anonymisationLog(db, vault, study, "cy"))
    .trimEnd()
    .split("\r\n");
  expect(log.slice(1)).toEqual([
    `"S01","","0","14","Bethan Prosser","","Cadwyd","She wishes it.","Somebody","Somebody"`,
  ]);
  expect(log[0]).toBe(
    `"Ffynhonnell","Teitl","O","Hyd","Gwreiddiol","Yn ei le","Penderfyniad","Rheswm","Penderfynwyd gan","Cytunwyd gan"`,
  );
  expect((await download(desk, study, order)).ok).toBe(true);

  // Replaced, the log says by what.
  await send(
    {
      kind: "identifier.decide",
      id: bethan.id,
      of: "term",
      decision: "replace",
      replacement: reason,
      replacementCy: null,
      reason: null,
    },
    { phrases: [] },
  );
  expect(new TextDecoder().decode(await anonymisationLog(db, vault, study, "en"))).toContain(
    `"Bethan Prosser","[She wishes it.]","Replaced","","Somebody",""`,
  );

  // A participant of that surname: of what was found only the rest is still to be decided.
  await send({ kind: "identifier.remove", id: bethan.id });
  await participant("Ifor Prosser");
  working.wake(study);
  await settled({ done: 1, total: 1, named: true });
  const { identifiers } = await check(desk, study, owner, "en");
  expect(identifiers.map(({ name: words, found }) => `${words} ${found ?? "known"}`).toSorted()).toEqual([
    "Bethan person",
    "Ifor Prosser known",
  ]);
});

test("[I81] a name stays masked when its source is taken away, and when that comes back", async () => {
  const { db, study, vault, source, send, work, settled } = await house();
  await source("Nothing to see.");
  const named = await source("Bethan Prosser rang.");
  work();
  await settled({ done: 2, total: 2, named: true });
  const masked = async () => (await maskOf(db, vault, study)).text("As Bethan Prosser has it.", "en");
  await send({ kind: "source.remove", ids: [named.source] });
  expect(await masked()).toBe("As [person] has it.");
  await send({ kind: "undo", how: "ask" });
  expect(await masked()).toBe("As [person] has it.");
});
