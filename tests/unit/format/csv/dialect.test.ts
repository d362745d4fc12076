import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ValueKind } from "#lib/domain/import/sheet.ts";
import { answersIn } from "#lib/format/csv/dialogue.ts";
import { kindOf } from "#lib/format/csv/kind.ts";
import { responsesOf } from "#lib/format/csv/response.ts";
import { open } from "#lib/format/import/open.ts";
import { xlsx } from "#tests/kit/workbook.ts";
import { sheetOf } from "../import/say.ts";

const csv = (...rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
const uses = (sheet: Awaited<ReturnType<typeof sheetOf>>) => sheet.columns.map((column) => column.use).join(" ");
const many = (row: (at: number) => readonly string[], count = 12) => Array.from({ length: count }, (_, at) => row(at));
const said = (at: number) =>
  [
    "The forms ask for the same thing twice and nobody reads them",
    "My landlord never answered, so I gave up after a month",
    "It worked well once a person picked up the telephone",
    "We need the letters in Welsh as well as in English",
  ][at % 4] + ` (${at})`;

describe("[I96] headings", () => {
  test("none: a time in the first row as below, in a workbook with a sheet for each language", async () => {
    const rows = many((at) => [`0${1 + (at % 9)}/03/2026 10:00:0${at % 10}`, "Wales", `${1 + (at % 5)}`, said(at)]);
    const sheet = await sheetOf(
      xlsx([
        { name: "English", rows },
        { name: "Cymraeg", rows: rows.slice(0, 3) },
      ]),
    );
    expect(sheet).toMatchObject({ headerRows: 0, headers: ["", "", "", ""], sheet: 0 });
    expect(sheet.rows.length).toBe(12);
    expect(uses(sheet)).toBe("ignore ignore attribute question");
  });

  test("years above numbers are headings", async () => {
    const sheet = await sheetOf(csv(["2019", "2020", "2021"], ...many((at) => [`${at}`, `${at + 1}`, `${at + 2}`])));
    expect(sheet).toMatchObject({ headerRows: 1, headers: ["2019", "2020", "2021"] });
  });

  test("Google Forms by its localised sheet or first heading, Typeform, Alchemer, Jisc by theirs", async () => {
    const tool = async (headings: readonly string[], sheet = "Sheet1") =>
      (await sheetOf(xlsx([{ name: sheet, rows: [headings, ...many((at) => headings.map(() => said(at)))] }]))).tool;
    expect([
      await tool(["A", "B"], "第 1 张表单回复"),
      await tool(["A", "B"], "Formularantworten 1"),
      await tool(["Horodateur", "B"]),
      await tool(["#", "What helped?", "Submit Date (UTC)", "Network ID"]),
      await tool(["Time Started", "Date Submitted", "Status", "Why?"]),
      await tool(["Unique Response Number", "1. Why?"]),
      await tool(["respondent_id", "collector_id", "q0001_0002"]),
      await tool(["RecordedDate", "UserLanguage", "Q1"]),
      await tool(["timestamp", "B"]),
    ]).toEqual([
      "google-forms",
      "google-forms",
      "google-forms",
      "typeform",
      "surveygizmo",
      "jisc",
      "surveymonkey",
      "qualtrics",
      "unknown",
    ]);
  });

  test("a person says how many", async () => {
    const bytes = new TextEncoder().encode(
      csv(["Views", "", "x"], ["Cost", "Time", "y"], ...many((at) => ["1", `${at}`, said(at)])),
    );
    const headers = async (headings: number) => {
      const opened = await open(bytes, { as: "survey", table: { headings } });
      return opened.ok && opened.value.kind === "survey"
        ? [opened.value.sheet.headers, opened.value.sheet.rows.length]
        : opened;
    };
    expect(await headers(0)).toEqual([["", "", ""], 14]);
    expect(await headers(2)).toEqual([["Views – Cost", "Views – Time", "x – y"], 12]);
    expect(await headers(20)).toEqual({ ok: false, fault: { code: "rows.none" } });
  });

  test("placeholders of LimeSurvey and Qualtrics", async () => {
    const sheet = await sheetOf(
      csv(
        ["Antwort ID", "Warum {INSERTANS:1X9X28} so?", "Why ${q://QID1/ChoiceText}?"],
        ...many((at) => [`${at}`, said(at), said(at)]),
      ),
    );
    expect(sheet.headers.slice(1)).toEqual(["Warum … so?", "Why …?"]);
  });
});

test("[I97] Consult's template: the sheet of responses, with what the other sheets say", async () => {
  const sheet = await sheetOf(
    xlsx([
      { name: "Guide", rows: many((at) => [said(at), said(at), said(at), said(at), said(at), said(at)], 40) },
      {
        name: "Responses",
        rows: [
          ["respondent_id", "Region", "Q1 level", "Q1 why", "Q2"],
          ...many((at) => [`R${at}`, "North", "Agree", "Cost is my concern", "No"]),
        ],
      },
      {
        name: "Demographics",
        rows: [
          ["Column letter", "Label"],
          ["B", "Region"],
        ],
      },
      { name: "Open Questions", rows: [["Column letter", "Number", "Text"]] },
      {
        name: "Multiple Choice Questions",
        rows: [
          ["Column letter", "Number", "Text"],
          ["E", "2", "Again?"],
        ],
      },
      {
        name: "Hybrid Questions",
        rows: [
          ["Free text", "Number", "Text", "Choice"],
          ["D", "1", "How far\n do you agree, and why?", "C"],
        ],
      },
    ]),
  );
  expect(sheet).toMatchObject({ tool: "consult", sheet: 1 });
  expect(uses(sheet)).toBe("respondent attribute attribute question attribute");
  expect(sheet.columns[3]).toMatchObject({
    asks: "How far do you agree, and why?",
    reason: "template",
    heading: "Q1 why",
  });
});

describe("[I98] talks with a machine", () => {
  test("only what the person said comes in, answer by answer", async () => {
    const cell = "assistant: How was it?\r\nuser: Slow.\nVery slow 🙂\nassistant: Why?\nuser: Nobody came.";
    const sheet = await sheetOf(csv(["ID", "visit"], ...many((at) => [`${at}`, `${cell} ${at}`])));
    expect(sheet.dialogues).toBe(12);
    const [first] = responsesOf(sheet, ["respondent", "question"], []);
    expect(first?.text).toBe("Slow.\nVery slow 🙂\n\nNobody came. 0");
    expect(first?.turns).toEqual([
      { start: 0, end: 17, column: 1 },
      { start: 19, end: 33, column: 1 },
    ]);
    expect(answersIn("assistant: Anything else?")).toEqual([]);
    expect(answersIn("User: I am one")).toBeNull();
    expect(answersIn("The assistant: rude. user: me")).toBeNull();
  });

  test("answers are slices of the cell, and no question is among them", () => {
    const line = fc.constantFrom("assistant: why?", "user: so", "more", "User : x", "", "  z");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const cell = lines.join("\n");
        for (const answer of answersIn(cell) ?? []) {
          expect(cell).toContain(answer);
          expect(answer).not.toMatch(/assistant:|^user/i);
        }
      }),
    );
  });
});

test("[I99] kinds of values", () => {
  const kind = (...values: string[]): ValueKind => kindOf(values, new Set(values), "");
  const rows = (row: (at: number) => string) => many((at) => [row(at)], 40).flat();
  expect([
    kind("65,000", "£1.50", "12%", "-3"),
    kind("30/09/2021", "2026-03-01", "1.2.26"),
    kind("2026-03-01T10:30:00", "4/24/2019 11:43:21"),
    kind("Ydw", "Nac ydw", "Ydw"),
    kind(...rows((at) => ["Bus;Train;", "Train;", "Bus;", "Car;Bus;"][at % 4] ?? "")),
    kind(...rows((at) => ["Python, R", "R", "Python", "Julia, R", "Julia, Python"][at % 5] ?? "")),
    kind(...rows((at) => ["$0 to $9,999", "$10,000 to $24,999", "$25,000 to $49,999"][at % 3] ?? "")),
    kind(...rows((at) => ["Agree", "Disagree", "Neither"][at % 3] ?? "")),
    kind(...rows((at) => `Late, again, number ${at}; sorry`)),
    kind(),
  ]).toEqual(["number", "date", "date", "yes-no", "choices", "choices", "choice", "choice", "text", "text"]);
});

describe("[I100] what columns are for", () => {
  test("several choices are no question; what the choices lack is one", async () => {
    const sheet = await sheetOf(
      csv(
        [
          "ID",
          "What do you use? (Select top 3)",
          "What do you use? [Other]",
          "Which is it? - Other - Text",
          "Elaborate on your response",
        ],
        ...many(
          (at) => [
            `${at}`,
            [
              "The bus to town;The train to work;",
              "My own car;The bus to town;",
              "The train to work;My own car;Walking everywhere;",
            ][at % 3] ?? "",
            at % 5 === 0 ? `skates ${at}` : "",
            at % 2 === 0 ? "tram" : "ferry",
            said(at),
          ],
          40,
        ),
      ),
    );
    expect(uses(sheet)).toBe("respondent attribute question question question");
    expect(sheet.columns[1]?.kind).toBe("choices");
  });

  test("boxes of one question ask the same, without the label and the warning", async () => {
    const warning = "Please do not include personal or financial information, such as your National Insurance number.";
    const sheet = await sheetOf(
      csv(
        ["Aspect #1:What is pleasant?", "Aspect #2:What is pleasant?", `Q3. Why did you come?${warning}`],
        ...many((at) => [`it is quick ${at}`, `clear words ${at}`, said(at)], 30),
      ),
    );
    expect(sheet.columns.map((column) => [column.use, column.asks])).toEqual([
      ["question", "What is pleasant?"],
      ["question", "What is pleasant?"],
      ["question", "Q3. Why did you come?"],
    ]);
  });

  test("[I24] what names or finds a person is proposed as ignore, by value or by heading", async () => {
    const sheet = await sheetOf(
      csv(
        ["Response ID", "contact", "where", "IP-Adresse", "Date of birth", "Name", "When", "Comments"],
        ...many((at) => [
          `${at}`,
          `0292 0${at}${at} 123${at % 10}`,
          `CF${10 + at} 3NP`,
          "10.0.0.1",
          "1970-01-01",
          `Somebody ${at}`,
          `${1 + at}:30`,
          said(at),
        ]),
      ),
    );
    expect(uses(sheet)).toBe("respondent ignore ignore ignore ignore ignore attribute question");
  });
});
