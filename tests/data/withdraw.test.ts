/** Somebody withdraws: a drill on a real database, and a look at everything that it holds afterwards. */
import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { rewrite } from "#lib/domain/pad/doc.ts";
import type { Command } from "#lib/domain/study/command.ts";
import { erasureOf } from "#lib/server/load/erasure.ts";
import { erase } from "#lib/server/erasing/erase.ts";
import { makeErasing } from "#lib/server/jobs/erasing.ts";
import { erasingPorts } from "#lib/server/jobs/erasing-ports.ts";
import { waitingToBeErased } from "#lib/server/store/erasure.ts";
import { snapshot } from "#lib/server/store/events.ts";
import { readOriginal } from "#lib/server/store/identity.ts";
import { Pads } from "#lib/server/store/pad.ts";
import { addExport, takeExport } from "#lib/server/store/job.ts";
import { fetchMade, keepMade } from "#lib/server/store/made.ts";
import { dayOf } from "#lib/domain/zone.ts";
import { hashToken } from "#lib/server/auth/token.ts";
import { keepPublication, publicationsOf, publishedPage } from "#lib/server/store/publication.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { keepOriginal } from "#lib/server/store/staging.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

/** Words that are somebody's and stand nowhere else. */
const NAME = "Zebulon Quarrington";
const ALONE = "The marmalade lighthouse hums quietly beside our accordion cupboard every Tuesday.";
const CORRECTED = "The marmalade lighthouse hums quietly beside our walnut accordion cupboard every Tuesday.";
const AMONG = "Nobody polished the velvet turbine since last Michaelmas, said the brass otter.";
const CANARIES =
  /zebulon|quarrington|marmalade|lighthouse|accordion|walnut|cupboard|velvet|turbine|michaelmas|brass otter|harbourmaster|pomegranate|tangerine|periwinkle|dandelion/iu;

/** Everything that a database holds, table by table, as text; what lies there as bytes, as those bytes and as the signs that they may be. */
async function everything({ owner }: FreshDatabase): Promise<string> {
  const tables = await owner<{ schema: string; name: string }[]>`
    SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'identity') AND c.relkind = 'r' ORDER BY 1, 2`;
  const lines: string[] = [];
  for (const { schema, name } of tables) {
    const rows = await owner<{ line: string }[]>`SELECT t::text AS line FROM ${owner(schema)}.${owner(name)} t`;
    for (const { line } of rows) {
      lines.push(`${schema}.${name} ${line}`);
      for (const [, hex = ""] of line.matchAll(/\\x([0-9a-f]{8,})/g)) {
        const bytes = Buffer.from(hex, "hex");
        lines.push(`${schema}.${name} ${bytes.toString("latin1")} ${bytes.toString("utf16le")}`);
      }
    }
  }
  return lines.join("\n");
}

const remnants = (dump: string) => dump.split("\n").filter((line) => CANARIES.test(line));

/** A study in which somebody has left traces wherever words can stand. */
async function house() {
  const written = await writtenStudy(fresh.db);
  const { db, study, board, send, source, secret, owner } = written;
  const vault = makeSeal(secret);
  const phrases = (id: string, words: string) => ({ phrases: [{ id, lang: "en" as const, words }] });
  const done = async (command: Command, said: Parameters<typeof send>[1] = {}) => {
    const outcome = await send(command, said);
    if ("refused" in outcome) throw new Error(`${command.kind}: ${String(outcome.refused)}`);
    return outcome;
  };
  const person = async (full: string) => {
    const [id, name, contact, role] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await done(
      {
        kind: "participant.add",
        id,
        role: { lang: "en", phrase: role },
        fields: { organisation: null, seniority: null, consent: "verbatim", name, contact },
      },
      {
        ...phrases(role, full === NAME ? "Harbourmaster" : "Clerk"),
        names: [
          { id: name, subject: id, field: "name", words: full },
          { id: contact, subject: id, field: "contact", words: `${full.replaceAll(" ", ".")}@example.org` },
        ],
      },
    );
    return id;
  };
  const [leaver, stayer] = [await person(NAME), await person("Myfanwy Teal")];

  const alone = await source(`${ALONE}\n${NAME} signed it.`);
  await done({ kind: "speaker.set", id: alone.speaker, fields: { participant: leaver } });
  const other = await source(
    `Then Zebulon Quarrington left, and 😀 Mr Quarrington's team said that we need to talk to them about it.`,
  );
  await done({ kind: "speaker.set", id: other.speaker, fields: { participant: stayer } });
  return { ...written, db, study, board, owner, vault, done, phrases, leaver, stayer, alone, other };
}

type House = Awaited<ReturnType<typeof house>>;

/** Two people in one text, a turn each. */
async function together({ db, study, owner, done, leaver, stayer }: House) {
  const [source, revision, one, two] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const before = "We were both there in the spring. 😀\n";
  const text = `${before}${AMONG}\nAnd I agreed with that at once.`;
  const points = Array.from(text);
  const at = Array.from(before).length;
  const end = at + Array.from(AMONG).length;
  await db.$executeRaw`
    INSERT INTO "revision" ("study_id", "id", "source_id", "text", "length", "astral", "sha256", "by_id")
    VALUES (${study}::uuid, ${revision}::uuid, ${source}::uuid, ${text}, ${points.length}, ${[at - 2]}, decode('00', 'hex'), ${owner}::uuid)`;
  for (const [n, start, stop, speaker] of [
    [1, 0, at, two],
    [2, at, end, one],
    [3, end, points.length, two],
  ] as const)
    await db.$executeRaw`
      INSERT INTO "turn" ("study_id", "id", "revision_id", "n", "start_at", "end_at", "speaker_id")
      VALUES (${study}::uuid, gen_random_uuid(), ${revision}::uuid, ${n}, ${start}, ${stop}, ${speaker}::uuid)`;
  await done({
    kind: "source.publish",
    sources: [
      {
        id: source,
        kind: "interview",
        revision,
        title: null,
        organisation: null,
        participant: null,
        guide: null,
        heldOn: null,
        minutes: 60,
        lang: "en",
        original: null,
      },
    ],
    speakers: [
      { id: one, source, number: 1, label: null, participant: leaver, interviewer: false },
      { id: two, source, number: 2, label: null, participant: stayer, interviewer: false },
    ],
  });
  return { source, revision, text, at, end };
}

describe("[CO10] to [CO19] somebody withdraws", () => {
  test("[EX8] [FW10] [PB5] [W9] [W16] [CO5] [CO6] [CO10] [CO11] [CO12] [CO13] [CO14] [CO15] [CO16] [CO17] [CO18] no word of theirs, and not their name, is left anywhere in the database; everybody else's are", async () => {
    const all = await house();
    const { db, study, board, done, phrases, leaver, alone, other, vault, owner } = all;
    const shared = await together(all);

    // Quotes of all three, with what hangs on them.
    const quote = async (of: { source: string; revision: string }, start: number, end: number) => {
      const [id, card] = [randomUUID(), randomUUID()];
      await done({
        kind: "quote.make",
        id,
        source: of.source,
        revision: of.revision,
        start,
        end,
        tags: [],
        newTags: [],
        card: { id: card, board, theme: null, x: 0, y: 0 },
      });
      return { id, card };
    };
    const mine = await quote(alone, 4, 24);
    const among = await quote(shared, shared.at, shared.at + 20);
    const theirs = await quote(other, 0, 44);
    const across = await quote(shared, 0, shared.at + 6); // begins with another's words
    const memo = randomUUID();
    const write = async (subject: string, words: string, parent: string | null = null, id = randomUUID()) => {
      const phrase = randomUUID();
      await done(
        { kind: "memo.write", id, subject, parent, body: { lang: "en", phrase }, calls: [] },
        phrases(phrase, words),
      );
      return phrase;
    };
    await write(mine.id, "Only about the pomegranate.", null, memo);
    await write(mine.id, "Pomegranate indeed.", memo);
    await write(mine.card, "A pomegranate card.");
    await write(alone.turn, "A pomegranate beside the text.");
    const kept = await write(theirs.id, "What Zebulon said here about tea is worth a look.");
    const tag = randomUUID();
    const called = randomUUID();
    await done(
      { kind: "quote.tag", quotes: [mine.id], on: [], newTags: [{ id: tag, lang: "en", phrase: called }], off: [] },
      phrases(called, "velvet turbine since"),
    );
    const [theme, named, defined] = [randomUUID(), randomUUID(), randomUUID()];
    await done(
      {
        kind: "theme.make",
        id: theme,
        board,
        parent: null,
        x: 0,
        y: 0,
        w: 300,
        h: 200,
        hue: 1,
        name: { lang: "en", phrase: named },
        cards: [mine, among].map(({ card }) => ({ id: card, x: 0, y: 0 })),
        themes: [],
      },
      phrases(named, "We need to talk"),
    );
    await done(
      { kind: "wording.set", subject: theme, field: "definition", lang: "en", phrase: defined, was: null },
      phrases(
        defined,
        "Where people say that the velvet turbine was never polished: nobody polished the velvet turbine.",
      ),
    );
    const summary = randomUUID();
    const summed = randomUUID();
    await done({ kind: "summary.make", id: summary, theme, of: { participant: leaver } });
    await done(
      { kind: "wording.set", subject: summary, field: "summary", lang: "en", phrase: summed, was: null },
      phrases(summed, "All turns on the pomegranate for her."),
    );
    // Nobody else is of the body: what was summarised of it goes with the last.
    const [body, ofBody, summedBody] = [randomUUID(), randomUUID(), randomUUID()];
    const bodyFields = { kind: "other", region: null, named: false, namedOn: null, name: null, aliases: null } as const;
    await done({ kind: "organisation.add", id: body, fields: bodyFields });
    await done({ kind: "participant.set", id: leaver, fields: { organisation: body } });
    await done({ kind: "summary.make", id: ofBody, theme, of: { organisation: body } });
    await done(
      { kind: "wording.set", subject: ofBody, field: "summary", lang: "cy", phrase: summedBody, was: null },
      { phrases: [{ id: summedBody, lang: "cy", words: "The house holds with the pomegranate." }] },
    );
    const finding = randomUUID();
    const stated = randomUUID();
    await done(
      { kind: "finding.add", id: finding, themes: [], statement: { lang: "en", phrase: stated } },
      phrases(stated, "Time is short."),
    );
    await done({ kind: "finding.cite", finding, quotes: [mine.id, among.id, theirs.id], stance: "supports" });
    const clear = randomUUID();
    await done(
      {
        kind: "evidence.edit",
        finding,
        quote: mine.id,
        revision: alone.revision,
        edits: [{ start: 2, end: 2, phrase: clear }],
        was: [],
      },
      phrases(clear, "the tangerine barge"),
    );
    const [wasSaid, isSaid] = [randomUUID(), randomUUID()];
    for (const [phrase, was, words] of [
      [wasSaid, null, "Y sgwner dandelion."],
      [isSaid, wasSaid, "Y cwch pomegranate."],
    ] as const)
      await done(
        {
          kind: "evidence.translate",
          finding,
          quote: mine.id,
          revision: alone.revision,
          of: [{ start: 2, end: 2, phrase: clear }],
          lang: "cy",
          phrase,
          was,
        },
        { phrases: [{ id: phrase, lang: "cy", words }] },
      );
    const [term, sealed] = [randomUUID(), randomUUID()];
    await done(
      { kind: "identifier.add", id: term, term: sealed },
      { names: [{ id: sealed, subject: term, field: "term", words: "old Quarrington" }] },
    );

    // Mentions that are decided by themselves: of them where somebody else speaks, and of somebody else where they speak.
    const judge = async (
      of: { source: string; revision: string },
      identifier: string,
      span: readonly [number, number],
      why: string,
    ) => {
      const [mention, reason] = [randomUUID(), randomUUID()];
      const [start, end] = span;
      const place = { source: of.source, revision: of.revision, start, end };
      await done(
        {
          kind: "mention.decide",
          id: mention,
          identifier,
          of: "participant",
          ...place,
          decision: "keep",
          replacement: null,
          replacementCy: null,
          reason,
        },
        phrases(reason, why),
      );
      return mention;
    };
    const judged = [
      await judge(other, leaver, [5, 24], "They like a periwinkle."),
      await judge(alone, all.stayer, [4, 13], "Dandelion seeds."),
      await judge(shared, all.stayer, [shared.at + 7, shared.at + 15], "Dandelion roots."),
    ];
    const stays = await judge(other, all.stayer, [30, 32], "Neither here nor there.");

    // A corrected text, the file that it came in, what was written in a text together and deleted, what a survey knows.
    const file = randomUUID();
    const bytes = Buffer.from(`${ALONE} ${NAME}`);
    const sha256 = createHash("sha256").update(bytes).digest();
    await keepOriginal(
      db,
      vault,
      { study, person: owner, held: null },
      { id: file, name: `${NAME}.txt`, type: "text/plain", sha256, bytes },
    );
    await fresh.owner`UPDATE source SET original_id = ${file} WHERE study_id = ${study} AND id = ${alone.source}`;
    const corrected = randomUUID();
    await fresh.owner`
      INSERT INTO revision (study_id, id, source_id, n, text, length, astral, sha256, by_id)
      VALUES (${study}, ${corrected}, ${alone.source}, 2, ${CORRECTED}, ${CORRECTED.length}, '{}', '\\x00', ${owner})`;
    const pads = new Pads(db);
    const writing = async (slot: string, ...versions: string[]) => {
      const opened = await pads.open(study, slot, owner);
      if (!opened.ok) throw new Error(opened.fault);
      const mine = new Y.Doc();
      Y.applyUpdate(mine, opened.value.state);
      const said: Uint8Array[] = [];
      mine.on("update", (update: Uint8Array) => said.push(update));
      for (const version of versions) rewrite(mine, version);
      for (const update of said)
        expect(await pads.write(study, slot, owner, opened.value.epoch, update)).toMatchObject({ ok: true });
    };
    await writing(`${study}/introduction/en`, "The marmalade lighthouse, they say.", "They say something.");
    await writing(`${summary}/summary/en`, "All turns on the pomegranate for her, and nothing else.");
    await writing(`${memo}/body/en`, "Only about the pomegranate, and what it stands for.");
    await fresh.owner`
      INSERT INTO source_values (study_id, source_id, values) VALUES (${study}, ${alone.source}, ${fresh.owner.json({ 1: "Harbourmaster" })}),
        (${study}, ${other.source}, ${fresh.owner.json({ 1: "reports to Zebulon Quarrington" })})`;
    await fresh.owner`SELECT fill_words(${study}, ARRAY[${alone.revision}, ${other.revision}, ${shared.revision}]::uuid[], 'en')`;
    await fresh.owner`
      INSERT INTO export (study_id, id, format, lang, size, sha256, seq, by_id)
      SELECT ${study}, gen_random_uuid(), 'docx', 'en', 1, '\\x00', seq, ${owner} FROM study_clock WHERE study_id = ${study}`;

    expect(remnants(await everything(fresh)).length).toBeGreaterThan(20);
    const before = await snapshot(db, study);

    // A finished file waits to be fetched.
    const job = randomUUID();
    await addExport(db, study, owner, job, { what: "activity", language: "en" });
    const taken = await takeExport(db);
    const [clock] = await fresh.owner<{ seq: string }[]>`SELECT seq::text FROM study_clock WHERE study_id = ${study}`;
    const about = {
      name: "activity-en.csv",
      type: "text/csv",
      format: "csv",
      lang: "en",
      size: ALONE.length,
      sha256: "",
    };
    if (!taken) throw new Error("nothing was taken");
    const made = { ...about, seq: clock?.seq ?? "", day: dayOf(new Date()) };
    expect(await keepMade(db, vault, taken, made, [Buffer.from(ALONE)])).toBe("kept");

    await done({ kind: "participant.withdraw", id: leaver, on: "2026-11-27" });
    // A report that is read at a link holds their words in a form that nobody can look through any more.
    const page = { id: randomUUID(), hash: hashToken("link"), lang: "en", bytes: Buffer.from(`<p>${ALONE}</p>`) };
    expect(await keepPublication(db, { ...page, study, by: owner, expiresAt: new Date(Date.now() + 60_000) })).toBe(
      true,
    );
    expect(await publishedPage(db, page.hash)).not.toBe(null);
    expect(await waitingToBeErased(db)).toEqual([{ study, participant: leaver }]);
    const work = makeErasing(
      erasingPorts(db, vault, all.writer, (what, error) => {
        throw new Error(what, { cause: error });
      }),
      { soonMs: 5, sweepMs: 60_000 },
    );
    await expect.poll(() => waitingToBeErased(db), { timeout: 20_000, interval: 20 }).toEqual([]);
    await work.close();

    expect(remnants(await everything(fresh))).toEqual([]);
    expect((await fresh.owner`SELECT FROM identity.job_part WHERE study_id = ${study}`).length).toBe(0);
    expect(await fetchMade(db, vault, study, owner, job)).toEqual({ fault: { code: "export.stale" } });
    expect([await publishedPage(db, page.hash), await publicationsOf(db, study)]).toEqual([null, []]);

    // What is others' stands as it stood.
    const [text] = await fresh.owner<{ text: string }[]>`SELECT text FROM revision WHERE id = ${shared.revision}`;
    expect(text?.text).toBe(shared.text.replace(AMONG, "█".repeat(AMONG.length)));
    const [told] = await fresh.owner<{ text: string }[]>`SELECT text FROM revision WHERE id = ${other.revision}`;
    expect(told?.text).toBe(
      `Then ${"█".repeat(19)} left, and 😀 ${"█".repeat(14)}'s team said that we need to talk to them about it.`,
    );
    const exact = async (id: string) =>
      (await fresh.owner<{ exact: string }[]>`SELECT exact FROM anchor WHERE quote_id = ${id}`)[0]?.exact;
    expect(await exact(theirs.id)).toBe(
      Array.from(told?.text ?? "")
        .slice(0, 44)
        .join(""),
    );
    expect(await exact(across.id)).toBe(
      Array.from(text?.text ?? "")
        .slice(0, shared.at + 6)
        .join(""),
    );
    const words = async (id: string) =>
      (await fresh.owner<{ words: string }[]>`SELECT words FROM phrase WHERE id = ${id}`)[0]?.words;
    expect(await words(kept)).toBe(`What ${"█".repeat(7)} said here about tea is worth a look.`);
    expect(await words(named)).toBe("We need to talk"); // others say so too
    expect(await words(defined)).toMatch(/^Where people say that █+ was never polished: █+\.$/);
    expect(await words(stated)).toBe("Time is short.");
    expect(await readOriginal(db, vault, study, file)).toBeNull();

    // Rows and log: the quotes are gone, the log has no gap, and the tables are what it says.
    const after = await snapshot(db, study);
    const ids = (noun: string) => new Set((after?.rows[noun] as { id: string }[]).map(({ id }) => id));
    expect(judged.filter((one) => ids("mention").has(one))).toEqual([judged[2]]); // its words are overwritten, its place is there
    expect(ids("mention").has(stays)).toBe(true);
    expect([mine, among, theirs, across].map(({ id }) => ids("quote").has(id))).toEqual([false, false, true, true]);
    expect(ids("source").has(alone.source)).toBe(false);
    expect([summary, ofBody].map((id) => ids("summary").has(id))).toEqual([false, false]);
    expect(ids("source").has(shared.source)).toBe(true);
    expect(before?.rows["participant"]?.length).toBe(after?.rows["participant"]?.length);
    expect(await erasureOf(db, study, leaver)).toMatchObject({
      found: { whole: 1, shared: 1, files: 1, named: 2, findings: { [finding]: 2 } },
      exports: [{ format: "docx", lang: "en" }],
    });
    // Nobody goes on writing about them, and what was begun is handed back.
    for (const slot of [`${memo}/body/en`, `${leaver}/role/en`, `${summary}/summary/en`])
      expect(await pads.open(study, slot, owner)).toEqual({ ok: false, fault: "row.missing" });
    // Search finds others' words only.
    const found = await fresh.owner<{ n: number }[]>`
      SELECT count(*)::int AS n FROM turn_words WHERE study_id = ${study} AND words @@ to_tsquery('carthen_english', 'turbine | agreed')`;
    expect(found[0]?.n).toBe(1);
  });

  test("[CO5] [CO7] [CO8] [CO9] [CO19] nothing brings it back: no undo, no other agreement, no new source, and no second erasure", async () => {
    const all = await house();
    const { db, study, done, send, leaver, alone, vault, other } = all;
    await done({ kind: "source.remove", ids: [alone.source] });
    await done({ kind: "participant.set", id: leaver, fields: { consent: "none" } });
    const analyst = await all.join("analyst");
    expect(
      await send({ kind: "participant.withdraw", id: leaver, on: "2026-11-27" }, { person: analyst }),
    ).toMatchObject({
      refused: "role.refused",
    });
    await done({ kind: "participant.withdraw", id: leaver, on: "2026-11-27" });
    expect(await erase(db, vault, { study, participant: leaver })).toBe(true);
    expect(await erase(db, vault, { study, participant: leaver })).toBe(false);
    const no = { refused: "participant.withdrawn" };
    expect(await send({ kind: "undo", how: "force" })).toMatchObject(no); // the agreement
    await done({ kind: "undo", how: "skip" });
    expect(await send({ kind: "undo", how: "force" })).toMatchObject(no); // the source
    expect(await send({ kind: "participant.set", id: leaver, fields: { consent: "verbatim" } })).toMatchObject(no);
    expect(await send({ kind: "participant.remove", id: leaver })).toMatchObject(no);
    expect(await send({ kind: "speaker.set", id: other.speaker, fields: { participant: leaver } })).toMatchObject(no);
    expect(await send({ kind: "source.set", id: other.source, fields: { participant: leaver } })).toMatchObject(no);
    expect(await send({ kind: "participant.withdraw", id: leaver, on: "2026-11-28" })).toMatchObject({ same: true });
    // Their place stays, and nobody gets their pseudonym.
    const [row] = await fresh.owner`SELECT number, gone, consent FROM participant WHERE id = ${leaver}`;
    expect(row).toEqual({ number: expect.any(Number), gone: false, consent: "withdrawn" });
    const next = randomUUID();
    const fields = { organisation: null, seniority: null, consent: "verbatim", name: null, contact: null } as const;
    await done({ kind: "participant.add", id: next, role: null, fields });
    const numbers = await fresh.owner`SELECT DISTINCT number FROM participant WHERE study_id = ${study}`;
    expect(numbers).toHaveLength(3);
    expect(remnants(await everything(fresh)).filter((line) => line.includes(study))).toEqual([]);
  });

  test("[CO20] the database overwrites nothing while nobody has withdrawn, and never writes anything but the sign", async () => {
    const { study, other, db } = await house();
    await expect(
      db.$executeRaw`SELECT erase_spans(${study}::uuid, ${other.revision}::uuid, ARRAY[0], ARRAY[4])`,
    ).rejects.toThrow(/nobody has withdrawn/);
    await expect(
      fresh.owner.begin(async (sql) => {
        await sql`SELECT set_config('carthen.erasing', ${other.revision}, true)`;
        await sql`UPDATE revision SET text = 'X' || substr(text, 2) WHERE id = ${other.revision}`;
      }),
    ).rejects.toThrow(/never changes/);
  });
});
