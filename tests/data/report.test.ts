import { createHash, randomBytes, randomUUID } from "node:crypto";
import { strFromU8 } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { holding } from "#lib/domain/identifier/shape.ts";
import { flat, outline } from "#lib/domain/finding/outline.ts";
import type { Command } from "#lib/domain/study/command.ts";
import { REPORT_FORMATS } from "#lib/domain/report/check.ts";
import type { ReportFormat } from "#lib/domain/report/check.ts";
import { readTable } from "#lib/format/csv/table.ts";
import { entriesOf } from "#lib/format/docx/zip.ts";
import { ReportFile } from "#lib/format/report/json-shape.ts";
import { readWorkbook } from "#lib/format/sheet/read.ts";
import { FORMS } from "#lib/format/report/form.ts";
import { unpackPdf } from "#lib/format/scan/pdf.ts";
import { downloadBoard } from "#lib/server/handle/board-file.ts";
import { check, download } from "#lib/server/handle/report.ts";
import { judgeRisk } from "#lib/server/handle/risk.ts";
import { makeWriter } from "#lib/server/handle/writer.ts";
import { hashToken, makeToken } from "#lib/server/auth/token.ts";
import { publish } from "#lib/server/handle/publication.ts";
import type { PublicationPorts } from "#lib/server/handle/publication.ts";
import { endPublication, keepPublication, publicationsOf, publishedPage } from "#lib/server/store/publication.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { recordExport } from "#lib/server/store/export.ts";
import type { Known } from "#lib/server/handle/desk.ts";
import { commit } from "#lib/server/store/commit.ts";
import { asExport, readExport } from "#lib/server/store/export.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { ORGANISATIONS, PEOPLE } from "#prisma/sample/content/people.ts";
import { AUTHOR, SAMPLE } from "#prisma/sample/plan.ts";
import { seedSample } from "#prisma/sample/seed.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { fileWords } from "#tests/kit/file-words.ts";
import { pdfFault, readByOffice, withoutOffice } from "#tests/kit/office.ts";
import { lookThrough } from "#tests/kit/look-through.ts";
import { signatures } from "#tests/kit/signed.ts";

let fresh: FreshDatabase;
const vault = makeSeal(randomBytes(32).toString("hex"));
const writer = () =>
  makeWriter({
    commit: (study, items) => commit(fresh.db, vault, study, items),
    objects: () => false,
    committed: () => undefined,
    objected: () => undefined,
  });

beforeAll(async () => {
  fresh = await freshDatabase();
  await seedSample({ db: fresh.db, vault, writer: writer() });
});
afterAll(() => fresh.drop());

test("[G7] what leaves is read by a role that can neither read names nor write", async () => {
  await expect(asExport(fresh.db, (db) => db.$queryRaw`SELECT count(*) FROM identity."name"`)).rejects.toThrow(
    /permission denied for schema identity/,
  );
  await expect(asExport(fresh.db, (db) => db.$executeRaw`UPDATE "theme" SET "hue" = 1`)).rejects.toThrow(
    /permission denied/,
  );
  // The connection goes back to the pool as what it was.
  const [role] = await fresh.db.$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`;
  expect(role?.role).toBe("carthen_app");
});

test("[C4][C5][C6][C7] every number of the sample's themes is the one that plain SQL counts", async () => {
  const { rows } = await readExport(fresh.db, SAMPLE);
  const counted = await fresh.owner<
    { theme: string; kind: string; quotes: number; participants: number; organisations: number }[]
  >`
    WITH RECURSIVE under AS (
      SELECT "id" AS root, "id" FROM "theme" WHERE NOT "gone"
      UNION ALL SELECT u.root, t."id" FROM "theme" t JOIN under u ON t."parent_id" = u."id" WHERE NOT t."gone"
    ), said AS (
      SELECT u.root AS theme, s."kind", q."id" AS quote,
        CASE WHEN s."kind" = 'survey' THEN s."participant_id" ELSE k."participant_id" END AS participant,
        coalesce(p."organisation_id", s."organisation_id") AS organisation
      FROM under u
      JOIN "card" c ON c."theme_id" = u."id" AND NOT c."gone"
      JOIN "board" b ON b."id" = c."board_id" AND b."analysis"
      JOIN "quote" q ON q."id" = c."quote_id" AND NOT q."gone"
      JOIN "source" s ON s."id" = q."source_id" AND s."kind" IN ('interview', 'survey')
      JOIN "anchor" a ON a."quote_id" = q."id" AND a."revision_id" = s."revision_id"
      LEFT JOIN "speaker" k ON k."id" = a."speaker_id"
      LEFT JOIN "participant" p ON p."id" = CASE WHEN s."kind" = 'survey' THEN s."participant_id" ELSE k."participant_id" END
      WHERE NOT coalesce(k."interviewer", false)
    )
    SELECT theme, "kind", count(DISTINCT quote)::int AS quotes, count(DISTINCT participant)::int AS participants, count(DISTINCT organisation)::int AS organisations
    FROM said GROUP BY theme, "kind" ORDER BY theme, "kind"`;
  const told = flat(outline(rows).themes).flatMap((node) =>
    (["interview", "survey"] as const).flatMap((kind) => {
      const { quotes, participants, organisations } = node.count[kind];
      return quotes === 0 ? [] : [{ theme: node.id, kind, quotes, participants, organisations }];
    }),
  );
  expect(told.toSorted((a, b) => (a.theme + a.kind < b.theme + b.kind ? -1 : 1))).toEqual(
    [...counted].toSorted((a, b) => (a.theme + a.kind < b.theme + b.kind ? -1 : 1)),
  );
  const [first] = flat(outline(rows).themes);
  expect([first?.count.interview.of, first?.count.survey.of]).toEqual([11, 8]);
});

/** Writes down that a file left, as whoever hands it out does. */
const record = (file: Known) => recordExport(fresh.db, { ...file, id: randomUUID(), study: SAMPLE, person: AUTHOR });

test("[G4][G5][G9][G10][G11][B115][B123] the sample's report and board are refused, decided, and then leave without a name", async () => {
  const desk = reportDesk(fresh.db, vault);
  expect((await check(desk, SAMPLE, AUTHOR, "en")).searching).toBe(true);
  const early = await download(desk, SAMPLE, { format: "docx", lang: "en" });
  expect(early).toEqual({ ok: false, fault: { code: "report.searching" } });
  await lookThrough(fresh.db, vault, SAMPLE);
  const before = await check(desk, SAMPLE, AUTHOR, "en");
  expect(before.searching).toBe(false);
  expect(before.open).toBeGreaterThan(0);
  expect((await download(desk, SAMPLE, { format: "docx", lang: "en" })).ok).toBe(false);
  expect(before.identifiers.some((one) => one.elsewhere > 0)).toBe(true);

  for (const found of before.identifiers.filter((one) => holding(one) === null)) {
    const phrase = randomUUID();
    const said = { decision: "replace", replacement: phrase, replacementCy: null, reason: null } as const;
    const [id, term] = [randomUUID(), randomUUID()];
    const command: Command = found.found
      ? { kind: "identifiers.add", terms: [{ id, term }], ...said }
      : { kind: "identifier.decide", id: found.id, of: found.kind, ...said };
    await writer().submit(SAMPLE, [
      {
        cmdId: randomUUID(),
        person: AUTHOR,
        command,
        phrases: [{ id: phrase, lang: "en", words: "somebody" }],
        names: found.found ? [{ id: term, subject: id, field: "term", words: found.name }] : [],
      },
    ]);
  }
  const unread = await download(desk, SAMPLE, { format: "docx", lang: "en" });
  const waits = unread.ok || unread.fault.code !== "report.unread" ? [] : unread.fault.sources;
  expect(waits.length).toBeGreaterThan(3);
  const { rows } = await desk.read(SAMPLE);
  const sources = [...rows.all("source")].map(({ id, revision }) => ({ id, revision }));
  const command: Command = { kind: "sources.read", sources, read: true };
  await writer().submit(SAMPLE, [{ cmdId: randomUUID(), person: AUTHOR, command, phrases: [], names: [] }]);
  expect(await download(desk, SAMPLE, { format: "docx", lang: "en" })).toEqual({
    ok: false,
    fault: { code: "report.unsigned", needs: [{ of: "document_none", changes: null }] },
  });
  const risk = await judgeRisk(desk, SAMPLE, { beside: "both", missed: { confirmed: 0, added: 0 } });
  for (const { command: sign, phrases } of signatures(risk)) {
    const said = Object.entries(phrases).map(([id, words]) => ({ id, lang: "en" as const, words }));
    await writer().submit(SAMPLE, [{ cmdId: randomUUID(), person: AUTHOR, command: sign, phrases: said, names: [] }]);
  }
  const agreed = new Set(ORGANISATIONS.flatMap((one) => (one.namedOn === null ? [] : [one.name])));
  const hidden = [
    ...PEOPLE.flatMap((one) => (one.name === null ? [] : [one.name])),
    ...ORGANISATIONS.flatMap((one) => (one.namedOn === null ? [one.name, ...one.aliases] : [])),
  ];
  for (const lang of ["en", "cy"] as const) {
    for (const format of REPORT_FORMATS) {
      const answer = await download(desk, SAMPLE, { format, lang });
      if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
      await record(answer.value);
      const { bytes } = answer.value;
      const text = fileWords(format, bytes);
      for (const name of hidden) expect(text).not.toContain(name);
      for (const name of agreed)
        expect(text.split(name).length - 1, `${name} in ${format}`).toBeLessThanOrEqual(
          FORMS[format].holds.includes("report") ? 2 : 0,
        ); // at most once in each list
    }
  }
  const boards = await fresh.owner<{ id: string }[]>`SELECT "id" FROM "board" WHERE "study_id" = ${SAMPLE}`;
  const board = boards[0]?.id ?? "";
  for (const format of ["svg", "pdf", "txt"] as const) {
    const answer = await downloadBoard(desk, SAMPLE, AUTHOR, { board, cards: null, format, lang: "en" });
    if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
    await record(answer.value);
    const { bytes } = answer.value;
    const text = (unpackPdf(bytes) ?? [{ bytes }]).map((part) => strFromU8(part.bytes)).join("\n");
    expect(text).toContain("[somebody]");
    for (const name of [...hidden, ...agreed]) expect(text).not.toContain(name);
  }
  const kept = await fresh.owner<
    { format: string; lang: string; size: number }[]
  >`SELECT "format", "lang", "size" FROM "export" WHERE "study_id" = ${SAMPLE} ORDER BY "at"`;
  expect(kept.map(({ format, lang }) => `${format} ${lang}`)).toEqual([
    ...["en", "cy"].flatMap((lang) => REPORT_FORMATS.map((format) => `${format} ${lang}`)),
    "svg en",
    "pdf en",
    "txt en",
  ]);
});

test("[R20] [R22] [R26] LibreOffice reads the sample’s document and workbook as they were written, in their order", async ({
  skip,
}) => {
  const missing = withoutOffice();
  skip(missing !== null, missing ?? "");
  const desk = reportDesk(fresh.db, vault);
  const made = async (format: ReportFormat, lang: "en" | "cy") => {
    const answer = await download(desk, SAMPLE, { format, lang });
    if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
    return answer.value.bytes;
  };
  const bare = (words: string) => words.replace(/\s+/gu, " ").trim();
  for (const lang of ["en", "cy"] as const) {
    const report = ReportFile.parse(JSON.parse(strFromU8(await made("json", lang))));
    const said = bare([...readByOffice(await made("docx", lang), "docx").values()].join());
    let at = 0;
    for (const words of [report.title, ...report.blocks.flatMap(textsIn)].map(({ text }) => bare(text))) {
      const found = said.indexOf(words, at);
      expect(found, `“${words}” after “${said.slice(Math.max(0, at - 40), at)}”`).toBeGreaterThanOrEqual(0);
      at = found + words.length;
    }
    const book = await made("xlsx", lang);
    const entries = entriesOf(Buffer.from(book));
    const read = entries.ok ? readWorkbook(book, entries.value, "xlsx") : entries;
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    const sheets = readByOffice(book, "xlsx");
    expect([...sheets.keys()].toSorted()).toEqual(read.value.sheets.map(({ name }) => name).toSorted());
    for (const { name, rows } of read.value.sheets) {
      const shown = readTable(sheets.get(name) ?? "", ",");
      expect(shown.ok && shown.value.rows, `the sheet ${name}`).toEqual(rows);
    }
  }
}, 240_000);

test("[R32] [B115] qpdf finds nothing wrong with the sample’s pages and its board", async ({ skip }) => {
  const desk = reportDesk(fresh.db, vault);
  const boards = await fresh.owner<{ id: string }[]>`SELECT "id" FROM "board" WHERE "study_id" = ${SAMPLE}`;
  const order = { board: boards[0]?.id ?? "", cards: null, format: "pdf", lang: "cy" } as const;
  for (const answer of [
    await download(desk, SAMPLE, { format: "pdf", lang: "cy" }),
    await downloadBoard(desk, SAMPLE, AUTHOR, order),
  ]) {
    if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
    const fault = pdfFault(answer.value.bytes);
    skip(fault === undefined, "qpdf is not installed");
    expect(fault).toBe(null);
  }
});

/** The texts of a block, in the order in which they are read. */
function textsIn(block: ReportFile["blocks"][number]): readonly { text: string }[] {
  if (block.kind === "list") return block.items;
  if (block.kind === "respondents")
    return block.items.flatMap(({ name, note }) => [
      ...(name === null ? [] : [{ text: name }]),
      ...(note ? [note] : []),
    ]);
  return block.kind === "table" ? [block.caption, ...block.head, ...block.rows.flat()] : [block.text];
}

test("[PB1][PB2][PB3][PB5][PB6] an owner publishes through the gates and takes back; a link that is over leads nowhere, and its bytes are gone", async () => {
  const { db, owner } = fresh;
  const page = (days: number, by = AUTHOR) => {
    const token = makeToken();
    const ports = {
      desk: reportDesk(db, vault),
      record,
      keep: ({ token: made, ...kept }: Parameters<PublicationPorts["keep"]>[0]) =>
        keepPublication(db, { ...kept, study: SAMPLE, by, hash: hashToken(made) }),
      makeToken: () => token,
      now: () => new Date(),
    };
    const order = { lang: "en" as const, appendices: [], beside: "none" as const, days };
    return { token, made: publish(ports, SAMPLE, order) };
  };
  const one = page(30);
  const made = await one.made;
  if (!made.ok) throw new Error(JSON.stringify(made.fault));
  expect(made.value.token).toBe(one.token);
  const bytes = await publishedPage(db, hashToken(one.token));
  const [taken] = await owner<{ sha256: Buffer }[]>`
    SELECT "sha256" FROM "export" WHERE "study_id" = ${SAMPLE} ORDER BY "at" DESC LIMIT 1`;
  expect(
    createHash("sha256")
      .update(bytes ?? "")
      .digest(),
  ).toEqual(taken?.sha256);
  const kept = await owner<{ row: string }[]>`SELECT p::text AS row FROM "publication" p`;
  expect(kept.map(({ row }) => row).join()).not.toContain(one.token);
  expect((await publicationsOf(db, SAMPLE)).map(({ id, by, lang }) => ({ id, by, lang }))).toEqual([
    { id: made.value.id, by: AUTHOR, lang: "en" },
  ]);

  // Nobody but an owner, of this study and at that moment.
  expect(await page(30, randomUUID()).made).toEqual({ ok: false, fault: { code: "role.refused" } });
  expect(await endPublication(db, SAMPLE, made.value.id, randomUUID())).toBe(false);
  expect(await endPublication(db, SAMPLE, made.value.id, AUTHOR)).toBe(true);
  expect(await publishedPage(db, hashToken(one.token))).toBe(null);

  const over = page(-1);
  expect((await over.made).ok).toBe(true);
  expect(await publishedPage(db, hashToken(over.token))).toBe(null);
  expect(await publicationsOf(db, SAMPLE)).toEqual([]);
  const [left] = await owner<{ n: number }[]>`SELECT count("bytes")::int AS n FROM "publication"`;
  expect(left?.n).toBe(0);

  const trashed = page(7);
  expect((await trashed.made).ok).toBe(true);
  await owner`UPDATE "study" SET "trashed" = true WHERE "id" = ${SAMPLE}`;
  expect(await publishedPage(db, hashToken(trashed.token))).toBe(null);
  await owner`UPDATE "study" SET "trashed" = false WHERE "id" = ${SAMPLE}`;
});
