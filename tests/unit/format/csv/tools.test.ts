/** Surveys as each tool writes them: headings, what columns are for, and what kind of values they hold. */
import { describe, expect, test } from "vitest";
import { kindOf } from "#lib/format/csv/kind.ts";
import { unfinishedIn } from "#lib/format/csv/unfinished.ts";
import { sheetOf } from "../import/say.ts";

const COUNT = 24;
const rows = (row: (at: number) => readonly string[]) => Array.from({ length: COUNT }, (_, at) => row(at));
const write = (table: readonly (readonly string[])[], sign = ",") =>
  table
    .map((row) => row.map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(sign))
    .join("\r\n");
const one = (list: readonly string[], at: number) => list[at % list.length] ?? "";

const ROLE = ["Manager", "Officer", "Director"];
const AGREE = ["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"];
const EASE = ["Very easy", "Easy", "Neither easy nor difficult", "Difficult", "Very difficult"];
const SURE = ["Very confident", "Fairly confident", "Not very confident", "Not at all confident"];
const say = (at: number) =>
  `${one(["Nobody reads the forms twice, and why should they", "I waited for a month and then I gave up", "It went well once somebody picked up"], at)} (${at})`;
const some = (at: number) => (at % 5 === 0 ? `by letter, mostly ${at}` : "");
const day = (at: number) => `2026-03-${String((at % 27) + 1).padStart(2, "0")}`;

/** Letter of each column: R respondent, O organisation, Q question, - ignore; attributes by the kind of their values. */
async function told(text: string) {
  const sheet = await sheetOf(text);
  const kinds = { number: "n", scale: "s", date: "d", "yes-no": "y", choice: "c", choices: "m", text: "t" } as const;
  const uses = { respondent: "R", organisation: "O", question: "Q", ignore: "-" } as const;
  return {
    tool: sheet.tool,
    headings: sheet.headerRows,
    rows: sheet.rows.length,
    unfinished: unfinishedIn(sheet).length,
    columns: sheet.columns.map(({ use, kind }) => (use === "attribute" ? kinds[kind] : uses[use])).join(""),
  };
}

describe("[I22] [I23] [I24] [I99] surveys of", () => {
  test("Google Forms", async () => {
    const text = write([
      [
        "Timestamp",
        "Email Address",
        "Which council are you from?",
        "How satisfied are you? (1 = not at all, 5 = very)",
        "What do you use? (tick all that apply)",
        "What would you change?",
        "Any other comments?",
      ],
      ...rows((at) => [
        `03/${(at % 9) + 1}/2026 10:02:11`,
        `p${at}@example.org`,
        one(["Glan Aber", "Cwm Isaf"], at),
        `${(at % 5) + 1}`,
        one(["Bus, Train", "Bus", "Train, Car"], at),
        say(at),
        some(at),
      ]),
    ]);
    expect(await told(text)).toEqual({
      tool: "google-forms",
      headings: 1,
      rows: COUNT,
      unfinished: 0,
      columns: "--csmQQ",
    });
  });

  test("Microsoft Forms", async () => {
    const text = write([
      [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Last modified time",
        "What is your role?",
        "How far do you agree that forms are clear?",
        "Which tools do you use?",
        "What works well for you, and why?",
      ],
      ...rows((at) => [
        `${at + 1}`,
        `3/${(at % 9) + 1}/26 10:02:11`,
        `3/${(at % 9) + 1}/26 10:12:11`,
        "anonymous",
        "",
        "",
        one(ROLE, at),
        one(AGREE, at),
        one(["Teams;Excel;", "Excel;", "Teams;Word;Excel;"], at),
        say(at),
      ]),
    ]);
    expect(await told(text)).toEqual({
      tool: "microsoft-forms",
      headings: 1,
      rows: COUNT,
      unfinished: 0,
      columns: "R-----csmQ",
    });
  });

  test("SurveyMonkey, with two rows of headings", async () => {
    const text = write([
      [
        "Respondent ID",
        "Collector ID",
        "Start Date",
        "End Date",
        "IP Address",
        "Email Address",
        "First Name",
        "Last Name",
        "Custom Data 1",
        "What is your organisation?",
        "How much do you agree?",
        "",
        "Which of these?",
        "",
        "",
        "What should change?",
      ],
      [
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "Open-Ended Response",
        "The forms are clear",
        "The staff are kind",
        "Phone",
        "E-mail",
        "Other (please specify)",
        "Open-Ended Response",
      ],
      ...rows((at) => [
        `1180000${10 + at}`,
        "4111",
        `03/01/2026 10:02:11`,
        "03/01/2026 10:09:12",
        "81.2.3.4",
        "",
        "",
        "",
        "",
        `Org ${at}`,
        one(AGREE, at),
        one(AGREE, at + 1),
        at % 2 ? "Phone" : "",
        at % 3 ? "E-mail" : "",
        some(at),
        say(at),
      ]),
    ]);
    expect(await told(text)).toEqual({
      tool: "surveymonkey",
      headings: 2,
      rows: COUNT,
      unfinished: 0,
      columns: "R--------OssccQQ",
    });
    expect((await sheetOf(text)).headers.slice(10, 13)).toEqual([
      "How much do you agree? – The forms are clear",
      "How much do you agree? – The staff are kind",
      "Which of these? – Phone",
    ]);
  });

  test("Qualtrics, with three rows of headings", async () => {
    const about = [
      "StartDate",
      "EndDate",
      "Status",
      "IPAddress",
      "Progress",
      "Duration (in seconds)",
      "Finished",
      "RecordedDate",
      "ResponseId",
      "RecipientEmail",
      "LocationLatitude",
      "UserLanguage",
    ];
    const asked = [
      "What is your role?",
      "How much do you agree?\n - The forms are clear",
      "How did you reach us? - Selected Choice",
      "How did you reach us? - Other - Text",
      "What would you change, and why?",
    ];
    const text = write([
      [...about, "Q1", "Q2_1", "Q3", "Q3_6_TEXT", "Q4"],
      [...about.map((name) => name.replace(/(?=[A-Z])/g, " ").trim()), ...asked],
      [...about, ...asked].map((_, at) => `{"ImportId":"QID${at}"}`),
      ...rows((at) => [
        `${day(at)} 10:02:11`,
        `${day(at)} 10:09:11`,
        at === 0 ? "Survey Preview" : "IP Address",
        "81.2.3.4",
        "100",
        "420",
        at % 6 ? "True" : "False",
        `${day(at)} 10:09:12`,
        `R_1abcDEF${1000 + at}xyz`,
        "",
        "51.4",
        "EN",
        one(ROLE, at),
        one(AGREE, at),
        one(["Phone", "Other"], at),
        some(at),
        say(at),
      ]),
    ]);
    expect(await told(text)).toEqual({
      tool: "qualtrics",
      headings: 3,
      rows: COUNT - 1,
      unfinished: 3,
      columns: "--------R---cscQQ",
    });
  });

  test("LimeSurvey, in English with commas and in German with semicolons", async () => {
    const english = write([
      [
        "Response ID",
        "Date submitted",
        "Last page",
        "Start language",
        "Seed",
        "What is your role?",
        "How much do you agree? [The forms are clear]",
        "Which of these? [Phone]",
        "Which of these? [Other]",
        "What would you change?",
      ],
      ...rows((at) => [
        `${at + 1}`,
        at % 5 ? `${day(at)} 10:02:11` : "",
        "3",
        "en",
        `12345678${10 + at}`,
        one(ROLE, at),
        one(AGREE, at),
        one(["Yes", "No"], at),
        some(at),
        say(at),
      ]),
    ]);
    expect(await told(`\uFEFF${english}`)).toEqual({
      tool: "limesurvey",
      headings: 1,
      rows: COUNT,
      unfinished: 5,
      columns: "R----csyQQ",
    });
    const german = write(
      [
        [
          "Antwort ID",
          "Datum Abgeschickt",
          "Letzte Seite",
          "Start-Sprache",
          "Zufallsstartwert",
          "Welche Rolle haben Sie?",
          "Wie sehr stimmen Sie zu? [Die Formulare sind klar]",
          "Was würden Sie ändern?",
        ],
        ...rows((at) => [
          `${at + 1}`,
          `${day(at)} 10:02:11`,
          "3",
          "de",
          `12345678${10 + at}`,
          one(["Leitung", "Sachbearbeitung"], at),
          one(["Stimme voll zu", "Stimme eher zu", "Stimme gar nicht zu"], at),
          `Die Formulare sind viel zu lang; keiner liest sie (${at})`,
        ]),
      ],
      ";",
    );
    expect(await told(`\uFEFF${german}`)).toEqual({
      tool: "limesurvey",
      headings: 1,
      rows: COUNT,
      unfinished: 0,
      columns: "R----csQ",
    });
  });

  test("SmartSurvey", async () => {
    const text = write([
      [
        "UserID",
        "UserNo",
        "Name",
        "Email",
        "IP Address",
        "Unique ID",
        "Started",
        "Ended",
        "Tracking Link",
        "Q1. Which organisation do you work for?",
        "Q2. How easy was it to find what you needed? Please do not include personal information.",
        "Q3. Please tell us why you gave this score.",
      ],
      ...rows((at) => [
        `${9000 + at}`,
        `${at + 1}`,
        "",
        "",
        "81.2.3.4",
        "",
        "01/03/2026 10:02",
        "01/03/2026 10:09",
        "https://survey.example/s/abc",
        `Org ${at}`,
        one(EASE, at),
        at % 3 ? say(at) : "-",
      ]),
    ]);
    expect(await told(text)).toEqual({
      tool: "smartsurvey",
      headings: 1,
      rows: COUNT,
      unfinished: 0,
      columns: "R--------OsQ",
    });
    expect((await sheetOf(text)).blanks).toEqual([{ value: "-", count: 8 }]);
  });

  test("Jisc", async () => {
    const text = write([
      [
        "Unique Response Number",
        "1. What is your role?",
        "2. How confident do you feel?",
        "2.a. If you selected Other, please specify:",
        "3. What would help you most?",
        "completed",
      ],
      ...rows((at) => [`1234-${at}-5678`, one(ROLE, at), one(SURE, at), some(at), say(at), "01/03/2026"]),
    ]);
    expect(await told(text)).toEqual({ tool: "jisc", headings: 1, rows: COUNT, unfinished: 0, columns: "RcsQQ-" });
  });
});

describe("[I99] steps of a scale", () => {
  const kind = (heading: string, ...values: string[]) => kindOf(values, new Set(values), heading);
  test.each([
    [
      "numbers below a heading that asks how much",
      kind("On a scale of 1 to 5, how clear was it?", "1", "5", "3"),
      "scale",
    ],
    ["a word that begins beyond ASCII", kind("Sur une échelle de 1 à 5", "1", "5", "3"), "scale"],
    ["a word that goes on beyond ASCII", kind("Satisfação", "1", "5", "3"), "scale"],
    ["the end of a longer number", kind("Days, of 11 to 20", "1", "5", "3"), "number"],
    ["the same numbers as a count", kind("How many people live with you?", "1", "5", "3"), "number"],
    ["numbers beyond ten", kind("Overall rating", "10", "85", "60"), "number"],
    [
      "agreement, with numbers before it",
      kind("", "1 - Strongly disagree", "2 - Disagree", "5 - Strongly agree"),
      "scale",
    ],
    ["how often", kind("", "Always", "Sometimes", "Never"), "scale"],
    ["Welsh", kind("", "Cytuno’n gryf", "Cytuno", "Ddim yn cytuno nac yn anghytuno", "Anghytuno"), "scale"],
    ["one step alone", kind("", "Agree", "Agree"), "choice"],
    ["roles", kind("What do you think?", ...ROLE), "choice"],
    ["yes and no", kind("Do you agree?", "Yes", "No"), "yes-no"],
  ])("%s", (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
