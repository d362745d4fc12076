/** Tables of questions and answers, and of several languages. */
import { describe, expect, test } from "vitest";
import { draftOf, left, sheetOf, spoken } from "./say.ts";

type Table = readonly (readonly string[])[];
const document = (...tables: readonly Table[]) =>
  `<!doctype html><body>${tables.map((rows) => `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`).join("<p>&nbsp;</p>")}</body>`;
const page = (...rows: Table) => document(rows);
const tabs = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.join("\t")).join("\n");

const ROWS = [
  ["How did it begin?", "With rain.", "Gyda glaw."],
  ["And then?", "We moved, all of us.", "Symudon ni."],
  ["Who helped?", "Nobody.", "Neb."],
] as const;
const two = ROWS.map(([question, answer]) => [question, answer]);
const SAID = two.flatMap(([question, answer]) => [`Q: ${question}`, `A: ${answer}`]);

describe("[I85] questions and answers", () => {
  test("in a document, with headings and particulars above, again and again", async () => {
    const draft = await draftOf(
      page(
        ["Respondent", "R7"],
        ["Question", "Answer"],
        ...two,
        ["Respondent", "R8"],
        ["Language", "Welsh"],
        ["Question", "Answer"],
        ...two,
      ),
    );
    expect(spoken(draft)).toEqual(["-: Respondent R7", ...SAID, "-: Respondent R8", "-: Language Welsh", ...SAID]);
    expect(draft.speakers.map(({ label, interviewer }) => [label, interviewer])).toEqual([
      ["Q", true],
      ["A", false],
    ]);
    expect(left(draft)).toEqual({ "table-heading": 2 });
  });
  test("a column for each who answers, and one without headings", async () => {
    expect(
      spoken(
        await draftOf(
          page(
            ["Question", "Participant 1", "Participant 2"],
            ["Why?", "For peace.", ""],
            ["And now?", "I stay.", "I go."],
          ),
        ),
      ),
    ).toEqual([
      "Q: Why?",
      "Participant 1: For peace.",
      "Q: And now?",
      "Participant 1: I stay.",
      "Participant 2: I go.",
    ]);
    expect(spoken(await draftOf(page(...two)))).toEqual(SAID);
  });
  test("a table that goes on is as wide, and has questions where they were", async () => {
    const first = [["Question", "Answer"], ...two];
    const read = async (...rows: Table) => spoken(await draftOf(document(first, rows)));
    expect(await read(["", "and snow."], ["Was it cold?", "Very."])).toEqual([
      ...SAID,
      "A: and snow.",
      "Q: Was it cold?",
      "A: Very.",
    ]);
    for (const rows of [
      [
        ["Owen Hughes", "Farmer"],
        ["Mari Evans", "Teacher"],
      ],
      [
        ["Was it cold?", "Very.", "12 May"],
        ["And wet?", "No.", "13 May"],
      ],
    ])
      expect(await read(...rows)).toEqual([...SAID, ...rows.map((row) => `-: ${row.join("\t")}`)]);
  });
  test("as a file of its own", async () => {
    expect(
      spoken(await draftOf(tabs(["No.", "Question", "Answer"], ...two.map((row, at) => [String(at + 1), ...row])))),
    ).toEqual(SAID);
  });
  test.each([
    [
      "answers of many people",
      tabs(["Respondent ID", "Question", "Answer"], ...two.map((row, at) => [String(at), ...row])),
    ],
    [
      "questions that come again",
      tabs(["Question", "Answer"], ["Why?", "Rain."], ["Why?", "Snow."], ["Why?", "Wind."]),
    ],
  ])("but %s are a survey", async (_, text) => {
    expect((await sheetOf(text)).rows.length).toBe(3);
  });
});

describe("[I111] the column that was said", () => {
  const choice = (draft: Awaited<ReturnType<typeof draftOf>>) =>
    draft.columns.map(({ at, heading, said }) => `${at} ${heading}${said ? "*" : ""}`);
  const TALK = [
    ["0:00", "Mari", "Pam?", "Why?", "x"],
    ["0:04", "Owen", "Glaw.", "Rain.", ""],
    ["0:06", "Mari", "Pryd?", "When?", ""],
    ["0:09", "Owen", "Mai.", "May.", "y"],
  ];
  const HEAD = ["Time", "Speaker", "Welsh", "English", "Tags"];
  test("is one of two languages, by a person's choice", async () => {
    const text = tabs(HEAD, ...TALK);
    const said = (column: number) => TALK.map((row) => `${row[1]}: ${row[column]}`);
    const first = await draftOf(text);
    expect(choice(first)).toEqual(["2 Welsh*", "3 English"]);
    expect(spoken(first)).toEqual(said(2));
    const other = await draftOf(text, { column: 3 });
    expect(choice(other)).toEqual(["2 Welsh", "3 English*"]);
    expect(spoken(other)).toEqual(said(3));
    expect(other.dropped.find(({ rule }) => rule === "table-column")?.examples).toContain("Pam?");
    expect(other.turns.map(({ startMs }) => startMs)).toEqual(first.turns.map(({ startMs }) => startMs));
    expect(spoken(await draftOf(page(HEAD, ...TALK), { column: 3 }))).toEqual(said(3));
  });
  test("is one whose heading says nothing, where as much is said in it", async () => {
    const rows = TALK.map((row) => row.slice(0, 4));
    const draft = await draftOf(tabs(["Time", "Speaker", "Transcript", "Sgwrs"], ...rows), { column: 3 });
    expect(choice(draft)).toEqual(["2 Transcript", "3 Sgwrs*"]);
  });
  test("is an answer, and the same in every table of a document", async () => {
    const head = ["Question", "English", "Translation"];
    const draft = await draftOf(document([head, ...ROWS], [head, ["Last?", "No.", "Na."]]), { column: 2 });
    expect(choice(draft)).toEqual(["1 English", "2 Translation*"]);
    expect(spoken(draft)).toEqual([...ROWS.flatMap((row) => [`Q: ${row[0]}`, `A: ${row[2]}`]), "Q: Last?", "A: Na."]);
  });
  test("stays the first where a choice is none of its columns; without a choice there is nothing to choose", async () => {
    for (const column of [0, 1, 4, 99])
      expect(spoken(await draftOf(tabs(HEAD, ...TALK), { column }))).toEqual(
        spoken(await draftOf(tabs(HEAD, ...TALK))),
      );
    const one = await draftOf(tabs(HEAD.slice(0, 3), ...TALK.map((row) => row.slice(0, 3))), { column: 3 });
    expect(one.columns).toEqual([]);
    expect((await draftOf("Mari: Why?\nOwen: Rain.\nMari: When?\nOwen: May.", { column: 2 })).columns).toEqual([]);
  });
});

describe("[I86] languages", () => {
  test("the answer, not its translation; the translation where nothing else is", async () => {
    const draft = await draftOf(page(["Question", "Answer", "Cyfieithiad"], ...ROWS, ["Last?", "", "Dim."]));
    expect(spoken(draft)).toEqual([...SAID, "Q: Last?", "A: Dim."]);
    expect(left(draft)).toEqual({ "table-heading": 1, "table-column": 3 });
  });
  test("a translation by a word that begins beyond ASCII, and one that says of which language", async () => {
    expect(spoken(await draftOf(tabs(["Question", "Deutsch", "Übersetzung"], ...ROWS)))).toEqual(SAID);
    const turned = ROWS.map(([question, said, translated]) => [question, translated, said]);
    expect(spoken(await draftOf(page(["Question", "English (translation)", "Welsh"], ...turned)))).toEqual(SAID);
  });
  test("the first of two languages", async () => {
    expect(spoken(await draftOf(page(["Question", "English", "Welsh"], ...ROWS)))).toEqual(SAID);
    const speech = tabs(
      ["Speaker", "Cymraeg", "Saesneg"],
      ["Mari", "Pam?", "Why?"],
      ["Owen", "Glaw.", "Rain."],
      ["Mari", "Pryd?", "When?"],
      ["Owen", "Ddoe.", "Yesterday."],
    );
    expect(spoken(await draftOf(speech))).toEqual(["Mari: Pam?", "Owen: Glaw.", "Mari: Pryd?", "Owen: Ddoe."]);
  });
});

test("[I87] numbers and bullets of a list are layout, typed numbers are words", async () => {
  const draft = await draftOf("<!doctype html><body><ol><li>Why?</li><li>For rain.</li></ol><p>3. And now?</p></body>");
  expect(draft.text).toBe("Why?\n\nFor rain.\n\n3. And now?");
  expect(left(draft)).toEqual({ "list-mark": 2 });
});
