/** The gate that a file with quotes passes once an owner has signed the risk report of them as it stands. */
import { expect, test } from "vitest";
import type { Attribution } from "#lib/domain/report/check.ts";
import { REPORT_FORMATS } from "#lib/domain/report/check.ts";
import type { SignableId } from "#lib/domain/signature/shape.ts";
import { checkArchive, downloadArchive } from "#lib/server/handle/archive.ts";
import { downloadBoard } from "#lib/server/handle/board-file.ts";
import { downloadCodebook } from "#lib/server/handle/codebook.ts";
import { checkProject, downloadProject } from "#lib/server/handle/project.ts";
import { publish } from "#lib/server/handle/publication.ts";
import { download } from "#lib/server/handle/report.ts";
import { judgeRisk } from "#lib/server/handle/risk.ts";
import { decide, decidedStudy, desk, edit, sign } from "#tests/kit/desk.ts";
import { STUDY, id } from "#tests/kit/study.ts";
import type { Told } from "#tests/kit/study.ts";

const ME = id("me");
const PROJECT = { themes: "codes", profile: "standard", language: "en", together: true } as const;
const BOARD = { board: id("board"), cards: null, format: "svg", lang: "en" } as const;

const at = (told: Told) => desk(told, [], false);
const risk = (told: Told, beside: Attribution | "both" = "none") =>
  judgeRisk(at(told), STUDY, { beside, missed: { confirmed: 0, added: 0 } });
async function signs(told: Told, of: SignableId): Promise<void> {
  const [file, beside] = of.split("_") as ["document" | "data", Attribution | "both"]; // as its name is made
  const { signing } = await risk(told, beside);
  sign(told, of, signing[file].seal);
}
const docx = (told: Told, beside: Attribution = "none") =>
  download(at(told), STUDY, { format: "docx", lang: "en", beside });
const unsigned = (...needs: readonly SignableId[]) => ({
  ok: false,
  fault: { code: "report.unsigned", needs: needs.map((of) => ({ of, changes: null })) },
});

test("[RK19] a file that holds quotes waits for the signature of what it holds, a published page too, and leaves with it", async () => {
  const told = decidedStudy();
  const needs = {
    docx: ["document"],
    html: ["document"],
    pdf: ["document"],
    md: ["document"],
    csv: ["data"],
    xlsx: ["data"],
    json: ["document", "data"],
  } as const;
  for (const beside of ["none", "kind", "person"] as const)
    for (const format of REPORT_FORMATS)
      expect(await download(at(told), STUDY, { format, lang: "cy", beside })).toEqual(
        unsigned(...needs[format].map((file): SignableId => `${file}_${beside}`)),
      );
  const ports = {
    desk: at(told),
    record: () => Promise.resolve(),
    keep: () => Promise.resolve(true),
    makeToken: () => "t",
    now: () => new Date("2026-11-27"),
  };
  const page = { lang: "en", appendices: [], beside: "none", days: 7 } as const;
  expect(await publish(ports, STUDY, page)).toEqual(unsigned("document_none"));
  await signs(told, "document_none");
  for (const format of REPORT_FORMATS)
    expect((await download(at(told), STUDY, { format, lang: "cy" })).ok).toBe(
      needs[format][0] === "document" && needs[format].length === 1,
    );
  expect((await publish(ports, STUDY, page)).ok).toBe(true);
  expect((await docx(told, "person")).ok).toBe(false);
  await signs(told, "data_none");
  for (const format of REPORT_FORMATS) expect((await download(at(told), STUDY, { format, lang: "en" })).ok).toBe(true);
});

test("[RK20] boards, projects and archives wait for what says whose a quote is and of which kind; a codebook for its examples alone", async () => {
  const told = decidedStudy();
  for (const answer of [
    await downloadBoard(at(told), STUDY, ME, BOARD),
    await downloadProject(at(told), STUDY, ME, PROJECT),
    await downloadArchive(at(told), STUDY, "en"),
  ])
    expect(answer).toEqual(unsigned("data_both"));
  expect((await checkArchive(at(told), STUDY, "en")).unsigned).toEqual([{ of: "data_both", changes: null }]);
  expect((await checkProject(at(told), STUDY, ME, { themes: "codes", language: "en" })).unsigned).toHaveLength(1);

  told.rows.put("tag", { id: id("g"), parent: null, hue: null, ord: "a0", example: null, gone: false });
  told.say(id("g"), "name", "en", "money");
  const codebook = () => downloadCodebook(at(told), STUDY, { format: "csv", lang: "en" });
  expect((await codebook()).ok).toBe(true);
  told.rows.put("tagging", { id: `${id("q1")}/${id("g")}`, quote: id("q1"), tag: id("g"), gone: false });
  told.rows.put("tag", { id: id("g"), parent: null, hue: null, ord: "a0", example: id("q1"), gone: false });
  expect(await codebook()).toEqual(unsigned("data_none"));
  expect((await downloadCodebook(at(told), STUDY, { format: "qdc", lang: "en" })).ok).toBe(true);

  await signs(told, "data_both");
  expect((await codebook()).ok).toBe(true);
  expect((await downloadBoard(at(told), STUDY, ME, BOARD)).ok).toBe(true);
  expect((await downloadProject(at(told), STUDY, ME, PROJECT)).ok).toBe(true);
  expect((await downloadArchive(at(told), STUDY, "en")).ok).toBe(true);
  expect((await checkArchive(at(told), STUDY, "en")).unsigned).toEqual([]);
});

test("[RK19] [RK20] where no quote would leave there is nothing to sign", async () => {
  const told = decidedStudy();
  for (const card of told.rows.all("card")) told.rows.put("card", { ...card, gone: true });
  for (const quote of told.rows.all("quote")) told.rows.put("quote", { ...quote, gone: true });
  for (const one of told.rows.all("evidence")) told.rows.put("evidence", { ...one, gone: true });
  for (const format of REPORT_FORMATS) expect((await download(at(told), STUDY, { format, lang: "en" })).ok).toBe(true);
  expect((await downloadBoard(at(told), STUDY, ME, BOARD)).ok).toBe(true);
  expect((await downloadArchive(at(told), STUDY, "en")).ok).toBe(true);
});

test("[RK16] [RK17] what changes of a quote, beside it or of the study ends the signature, and is told in counts; what does not touch it leaves it", async () => {
  const told = decidedStudy();
  await signs(told, "document_none");
  const q1 = told.quotes.get(id("q1")) ?? "";

  // A board is put in order, a theme called otherwise, another quote made: of the documents that is nothing.
  const card = told.rows.live("card", id("cq1"));
  if (card) told.rows.put("card", { ...card, x: 900 });
  told.say(id("T"), "name", "en", "Skills of all");
  told.say(id("F"), "statement", "en", "People teach one another.");
  expect((await docx(told)).ok).toBe(true);

  const changes = async () => {
    const answer = await docx(told);
    return answer.ok || answer.fault.code !== "report.unsigned" ? null : answer.fault.needs[0]?.changes;
  };
  told.quotes.set(id("q1"), `${q1} All of us.`);
  expect(await changes()).toEqual({ more: 0, fewer: 0, otherwise: 1, parts: [] });
  told.quotes.set(id("q1"), q1);
  expect(await changes()).toBeNull();

  const evidence = told.rows.live("evidence", `${id("F")}/${id("q3")}`);
  if (!evidence) throw new Error("the finding cites it");
  told.rows.put("evidence", { ...evidence, gone: true });
  expect(await changes()).toEqual({ more: 0, fewer: 1, otherwise: 0, parts: ["people"] });
  told.rows.put("evidence", { ...evidence, gone: false });

  decide(told, "A", "keep", "they are proud of it");
  expect((await changes())?.parts).toContain("kept");
  decide(told, "A", "replace", "a council");
  expect((await docx(told)).ok).toBe(true);

  // What nobody has looked at is judged anew, and so is what somebody says no more that they may be quoted with.
  const pc = told.rows.live("participant", id("pc"));
  if (!pc) throw new Error("they took part");
  told.rows.put("participant", { ...pc, consent: "none" });
  expect((await changes())?.fewer).toBe(1);
});

test("[RK16] what a finding puts in brackets of a quote ends the signature of data too, as it stands beside it in tables", async () => {
  const told = decidedStudy();
  await signs(told, "data_none");
  const csv = () => download(at(told), STUDY, { format: "csv", lang: "en" });
  expect((await csv()).ok).toBe(true);
  edit(told, "F", "q1", 0, 0, "With our partners:");
  expect(await csv()).toMatchObject({
    fault: { code: "report.unsigned", needs: [{ changes: { more: 0, fewer: 0, otherwise: 1, parts: [] } }] },
  });
});

test("[RK21] the report says what of it can be signed and whether it is, and signing it again makes it hold", async () => {
  const told = decidedStudy();
  expect((await risk(told)).signing).toMatchObject({
    document: { of: "document_none", standing: { state: "none" } },
    data: { of: "data_none", standing: { state: "none" } },
  });
  await signs(told, "document_both");
  const { signing } = await risk(told, "person");
  expect(signing).toMatchObject({
    document: { of: "document_person", standing: { state: "holds", by: "document_both" } },
    data: { standing: { state: "none" } },
  });
  told.quotes.set(id("q3"), "Byr.");
  expect((await risk(told)).signing.document.standing).toMatchObject({
    state: "changed",
    by: "document_both",
    changes: { more: 0, fewer: 0, otherwise: 1 },
  });
  await signs(told, "document_both");
  expect((await risk(told)).signing.document.standing.state).toBe("holds");
});

test("[RK14] nobody can try words on what is known of a judgement without the key of the installation", async () => {
  const told = decidedStudy();
  const keyed = { ...at(told), mark: (words: string) => `${words.length}`.padEnd(64, "0") };
  const [ours, theirs] = [
    await risk(told),
    await judgeRisk(keyed, STUDY, { beside: "none", missed: { confirmed: 0, added: 0 } }),
  ];
  expect(theirs.signing.document.seal.digest).not.toBe(ours.signing.document.seal.digest);
});
