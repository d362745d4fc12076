import { expect, test } from "vitest";
import { responsesOf } from "#lib/format/csv/response.ts";
import { writeCsv } from "#lib/format/csv/write.ts";
import { open } from "#lib/format/import/open.ts";
import { draftOf, sheetOf } from "../import/say.ts";

const csv = (...rows: string[]) => rows.join("\r\n");
const comment = (at: number) => `"I think that number ${at} is late, and nobody told us why"`;

test("[I22] Qualtrics: three rows of headings, previews left out", async () => {
  const sheet = await sheetOf(
    csv(
      "StartDate,Status,IPAddress,Finished,Q1,Q2_TEXT",
      '"Start Date","Response Type","IP Address",Finished,"What would you\r\nchange, and why?","Anything else? - Text"',
      '"{""ImportId"":""a""}","{""ImportId"":""b""}","{""ImportId"":""c""}","{""ImportId"":""d""}","{""ImportId"":""e""}","{""ImportId"":""f""}"',
      `2024-05-01 10:00:00,Survey Preview,10.0.0.1,TRUE,${comment(0)},test`,
      `2024-05-01 11:00:00,IP Address,10.0.0.2,TRUE,${comment(1)},${comment(9)}`,
      `2024-05-02 11:00:00,IP Address,10.0.0.3,TRUE,${comment(2)},`,
    ),
  );
  expect(sheet).toMatchObject({ tool: "qualtrics", headerRows: 3, previews: 1, delimiter: "," });
  expect(sheet.rows.length).toBe(2);
  expect(sheet.headers[4]).toBe("What would you change, and why?");
  expect(sheet.columns.map((column) => column.use)).toEqual([
    "ignore",
    "ignore",
    "ignore",
    "ignore",
    "question",
    "question",
  ]);
  expect(sheet.columns[2]?.reason).toBe("address");
  expect(sheet.lines).toEqual([6, 7]);
});

test("[I22] SurveyMonkey: two rows, empty headings filled from the left", async () => {
  const sheet = await sheetOf(
    csv(
      "Respondent ID,Which have you used?,,What is missing?",
      ",Buses,Trains,Open-Ended Response",
      `1001,Buses,,${comment(1)}`,
      `1002,,Trains,${comment(2)}`,
      `1003,Buses,Trains,${comment(3)}`,
    ),
  );
  expect(sheet.headers).toEqual([
    "Respondent ID",
    "Which have you used? – Buses",
    "Which have you used? – Trains",
    "What is missing?",
  ]);
  expect(sheet.columns.map((column) => column.use)).toEqual(["respondent", "attribute", "attribute", "question"]);
});

test("[I22] a banner above the headings", async () => {
  const sheet = await sheetOf(
    csv(
      "If you want to add yours go here,,",
      "Timestamp,Sector,What would you change?",
      `4/24/2019 11:43:21,Housing,${comment(1)}`,
      `4/24/2019 11:44:21,Health,${comment(2)}`,
    ),
  );
  expect(sheet).toMatchObject({
    headerRows: 2,
    tool: "google-forms",
    headers: ["Timestamp", "Sector", "What would you change?"],
  });
});

test("[I20] semicolons, a byte order mark, line breaks within a cell", async () => {
  const sheet = await sheetOf(
    '\uFEFFAntwort ID;Sector;Warum?\n1;Bildung;"Weil es,\nehrlich gesagt, lange dauert; sehr lange"\n2;Wohnen;"Weil niemand es weiß, leider"\n',
  );
  expect(sheet).toMatchObject({ delimiter: ";", tool: "limesurvey" });
  expect(sheet.rows[0]).toEqual(["1", "Bildung", "Weil es,\nehrlich gesagt, lange dauert; sehr lange"]);
  expect(sheet.columns.map((column) => column.use)).toEqual(["respondent", "attribute", "question"]);
});

test("[I20] [I23] a table copied from a spreadsheet", async () => {
  const sheet = await sheetOf(
    "Organisation\tRole\tWhat helps?\nCyngor Glan\tManager\tTime to talk before we decide anything\nTai Bro\tOfficer\tKnowing who to ask when it goes wrong\n",
  );
  expect(sheet.delimiter).toBe("\t");
  expect(sheet.columns.map((column) => column.use)).toEqual(["organisation", "attribute", "question"]);
});

test("[I25] a dash is blank only if a person agrees", async () => {
  const sheet = await sheetOf(csv("ID,Why?,More", `1,-,${comment(1)}`, `2,${comment(2)},N/A`, `3,${comment(3)},-`));
  expect(sheet.blanks).toEqual([
    { value: "-", count: 2 },
    { value: "N/A", count: 1 },
  ]);
  const count = (blanks: string[]) =>
    responsesOf(sheet, ["respondent", "question", "question"], blanks).map((response) => response.turns.length);
  expect(count([])).toEqual([2, 2, 2]);
  expect(count(["-", "N/A"])).toEqual([1, 1, 1]);
});

test("[I27] comments as lines", async () => {
  const sheet = await sheetOf("Too slow, honestly\n\n  Nobody answers; ever \n- It works\n", "comments");
  expect(responsesOf(sheet, ["question"], []).map((response) => response.text)).toEqual([
    "Too slow, honestly",
    "Nobody answers; ever",
    "- It works",
  ]);
  expect(sheet.lines).toEqual([1, 3, 4]);
});

test("[I20] speech with tabs or commas is no table", async () => {
  expect(
    (await draftOf("Interviewer:\tHow?\nRespondent:\tSo.\nInterviewer:\tWhy?\nRespondent:\tHm.")).turns.length,
  ).toBe(4);
  expect((await draftOf("Well, yes\nNo, never\nFine, then")).dialect).toBe("plain");
});

test("[I21] [I32] faults say where", async () => {
  const fault = async (text: string) => {
    const opened = await open(new TextEncoder().encode(text), { as: "survey" });
    return opened.ok ? null : opened.fault;
  };
  expect(await fault('a,b\n1,2\n3,"never closed\n4,5\n')).toEqual({ code: "quote.open", line: 3 });
  expect(await fault("a,b\n")).toEqual({ code: "rows.none" });
  expect(await fault(`a,b\n1,${"x".repeat(100_001)}\n`)).toEqual({
    code: "cell.too-long",
    line: 2,
    column: 2,
    characters: 100_001,
    limit: 100_000,
  });
  expect(await fault(`${"a,".repeat(1_001)}b\n1,2\n`)).toEqual({
    code: "columns.too-many",
    count: 1_002,
    limit: 1_000,
  });
});

test("[I24] a spreadsheet never calculates what we write", () => {
  expect(writeCsv([["=1+1", "-", "plain", 'say "hi"']])).toBe('\uFEFF\'=1+1,\'-,plain,"say ""hi"""\r\n');
});
