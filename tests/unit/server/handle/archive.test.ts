import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { mayTake, ExportOrder } from "#lib/domain/export/order.ts";
import { checkArchive, downloadArchive } from "#lib/server/handle/archive.ts";
import { decide, decidedStudy, desk, unread } from "#tests/kit/desk.ts";
import { STUDY, id, study } from "#tests/kit/study.ts";
import type { Told } from "#tests/kit/study.ts";

const decided = () => decidedStudy("a landlord");

async function members(told: Told, lang: "en" | "cy" = "en"): Promise<Readonly<Record<string, string>>> {
  const answer = await downloadArchive(desk(told), STUDY, lang);
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  expect(answer.value.name).toBe(`archive-${lang}.zip`);
  return Object.fromEntries(
    Object.entries(unzipSync(answer.value.bytes)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

test("[AR1] [AR2] [AR5] [AR6] [AR8] [AR13] a list, a text for each transcript with its header and whose turns they are, and tables", async () => {
  const files = await members(decided());
  expect(files).toMatchInlineSnapshot(`
    {
      "README.txt": "Automation in [a council] and beyond

    We do not know what helps.

    In this archive: 1 transcript and 1 survey response.

    data-list.csv lists all data. transcripts/ holds a text for each interview, note and document, called by its id. survey-responses.csv holds the answers of surveys, codebook.csv the tags and what they mean, topic-guide.csv the questions and in which interviews and surveys they were asked. What the study does not have is left out.

    Each turn begins with who speaks. P01, P02 … are participants; the same pseudonym is the same person in all files. O01, O02 … are organisations. Speakers of whom it is not known who they are have a number within their text.

    Words in [brackets] stand for names and for what else could identify somebody. Nothing else was changed.

    Where somebody did not agree to be quoted, their words are left out and [brackets] say so.

    When something was held, how long it was planned to take, of which kind an organisation is and how senior somebody is are told only as finely as enough people of enough organisations are alike in all of it.

    The log of what was replaced by what is kept apart by those who did the research and is not in this archive.
    ",
      "data-list.csv": ""File","Kind","Date","Planned minutes","Words","Language","Participants","Organisation","Kind of organisation","Seniority"
    "transcripts/S01.txt","interview","","","11","en-GB","P01","O01","",""
    "survey-responses.csv, S03","survey","","","6","cy-GB","P03","O03","",""
    ",
      "survey-responses.csv": ""Id","Participant","Answer"
    "S03","P03","'=Mae'r data'n flêr yn [a landlord]."
    ",
      "transcripts/S01.txt": "Study: Automation in [a council] and beyond
    Id: S01
    Kind: interview
    Language: en-GB
    Speakers: Interviewer, P01
    Organisation: O01

    Interviewer: What would help?

    P01: At [a council], [a manager] taught us all.
    ",
    }
  `);
});

test("[AR2] in Welsh its headings are Welsh, and its texts are what they were", async () => {
  const [english, welsh] = [await members(decided()), await members(decided(), "cy")];
  expect(Object.keys(welsh)).toEqual(Object.keys(english));
  expect(welsh["README.txt"]).toMatch(/^[\s\S]*Mae pob tro’n dechrau â phwy sy’n siarad/);
  expect(welsh["data-list.csv"]).toMatch(/^"Ffeil","Math","Dyddiad"/);
});

test("[AR3] the same data give the same bytes, whenever", async () => {
  const one = await downloadArchive(desk(decided()), STUDY, "en");
  const other = await downloadArchive(desk(decided()), STUDY, "en");
  expect(one.ok && other.ok && Buffer.from(one.value.bytes).equals(Buffer.from(other.value.bytes))).toBe(true);
});

test("[AR4] is for owners, who say that they know", () => {
  expect(mayTake("owner", "archive")).toBe(true);
  expect(mayTake("analyst", "archive")).toBe(false);
  const order = { what: "archive", language: "en", linkable: true };
  expect(ExportOrder.safeParse(order).success).toBe(true);
  expect(ExportOrder.safeParse({ ...order, linkable: false }).success).toBe(false);
});

test("[AR10] says before what is in it, what is not, and what stands in its way", async () => {
  expect(await checkArchive(desk(study()), STUDY, "en")).toMatchObject({
    transcripts: 1,
    responses: 1,
    dates: null,
    lengths: false,
    lost: { sourcesWithheld: 1 },
    searching: false,
    open: 3,
    unread: [],
  });
});

test("[AR11] [AR12] passes all gates, tells what is recorded, and names nobody in any member; what was replaced by what is not in it", async () => {
  const told = study();
  expect(await downloadArchive(desk(told), STUDY, "en")).toEqual({
    ok: false,
    fault: { code: "report.open", open: [id("A"), id("C"), id("pa")].toSorted() },
  });
  const ready = decided();
  unread(ready, "ib"); // nothing of it may leave, so nobody has to read it
  expect(await downloadArchive(desk(ready), STUDY, "en")).toMatchObject({
    ok: true,
    value: { format: "zip", lang: "en", seq: 7n },
  });
  unread(ready, "sc");
  expect(await downloadArchive(desk(ready), STUDY, "en")).toEqual({
    ok: false,
    fault: { code: "report.unread", sources: [id("sc")] },
  });
  const unsettled = { ...desk(decided()), settled: () => Promise.resolve(false) };
  expect(await downloadArchive(unsettled, STUDY, "en")).toEqual({ ok: false, fault: { code: "report.searching" } });
  expect(Object.values(await members(decided())).join("\n")).not.toMatch(
    /Aberwen|Llewelyn|Cynefin|Hesgen|never have the time/,
  );
  const leaking = decided();
  decide(leaking, "pa", "replace", "the one of Tai Cynefin", "participant");
  expect(await downloadArchive(desk(leaking), STUDY, "en")).toMatchObject({
    ok: false,
    fault: { code: "report.leak" },
  });
});

test("[AR9] the codebook has no counts and no examples, the topic guide says in what was asked", async () => {
  const told = decided();
  const tag = { id: id("money"), parent: null, hue: null, ord: "a0", example: id("q1"), gone: false };
  told.rows.put("tag", tag);
  told.say(id("money"), "name", "en", "money");
  told.rows.put("tagging", { id: `${id("q1")}/${id("money")}`, quote: id("q1"), tag: id("money"), gone: false });
  told.rows.put("question", { id: id("Q"), ord: "a0", gone: false });
  told.say(id("Q"), "text", "en", "What would help?");
  const { "codebook.csv": codebook = "", "topic-guide.csv": guide = "" } = await members(told);
  expect(codebook).toContain('"money"');
  expect(codebook).not.toMatch(/taught us|"1"/);
  expect(guide).toContain('"Asked in"');
});

test("[S2] [AR11] sentences of ours that hold a word by which somebody is called keep nothing back, and anything else does", async () => {
  const called = (full: string) => [{ id: id("pc"), kind: "participant" as const, full, others: "" }];
  expect((await downloadArchive(desk(decided(), called("Person")), STUDY, "en")).ok).toBe(true);
  expect(await downloadArchive(desk(decided(), called("Help")), STUDY, "en")).toMatchObject({
    ok: false,
    fault: { code: "report.open", open: [id("pc")] },
  });
});
