/** Interviews in which nobody is named: what is offered, and what becomes of it when a person says yes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftOf, left, spoken } from "./say.ts";

const codes = async (text: string) => (await draftOf(text)).warnings.map(({ code }) => code);
const paragraphs = (...list: string[]) => list.join("\n\n");
const ASKED = paragraphs(
  "Interview 7",
  "How did you come to the valley?",
  "By the first bus after the war. There was one a week.",
  "It stopped at the chapel.",
  "And did you stay?",
  "Yes.",
  "Work",
  "What did you live on?",
  "Sheep, at first. Then the dam.",
  "Who built it?",
  "People from far away.",
);
const TALKED = paragraphs(
  "How are you?",
  "Well, and glad to be here.",
  "Tell me about the dam.",
  "They built it in three summers. Did you see the old road?",
  "Only from the hill. Were you there when it was closed?",
  "I was, and so was my father.",
  "I never knew that. What did he say?",
  "Nothing at all.",
  "Was he sad?",
  "Who can tell.",
  "And your mother?",
  "She sang.",
);

describe("[I83] what is offered", () => {
  test("questions with answers below, and paragraphs that take turns; the turns stay nobody's", async () => {
    expect(await codes(ASKED)).toEqual(["speakers.questions"]);
    expect((await draftOf(ASKED)).speakers).toEqual([]);
    expect(await codes(TALKED)).toEqual(["speakers.alternate"]);
  });
  test.each([
    [
      "prose with a question in it",
      paragraphs(...Array.from({ length: 9 }, (_, at) => `A sentence of number ${at}${at === 4 ? "?" : "."}`)),
    ],
    ["a list of questions", paragraphs(...Array.from({ length: 9 }, (_, at) => `What is number ${at}?`))],
    [
      "lines without ends",
      Array.from({ length: 9 }, (_, at) => (at % 3 === 0 ? "is it so?" : "so we went up and")).join("\n"),
    ],
    ["two questions", paragraphs("Why?", "So.", "How?", "Well.")],
  ])("nothing for %s", async (_, text) => {
    expect(await codes(text)).toEqual([]);
  });
});

describe("[I84] read so", () => {
  test("questions and answers", async () => {
    const draft = await draftOf(ASKED, { dialect: "questions" });
    expect(spoken(draft)).toEqual([
      "-: Interview 7",
      "Q: How did you come to the valley?",
      "A: By the first bus after the war. There was one a week.\n\nIt stopped at the chapel.",
      "Q: And did you stay?",
      "A: Yes.",
      "-: Work",
      "Q: What did you live on?",
      "A: Sheep, at first. Then the dam.",
      "Q: Who built it?",
      "A: People from far away.",
    ]);
    expect(draft.speakers.map(({ interviewer }) => interviewer)).toEqual([true, false]);
  });
  test("paragraphs in turn", async () => {
    const draft = await draftOf(paragraphs("Interview 8", TALKED), { dialect: "alternate" });
    expect(spoken(draft).slice(0, 4)).toEqual([
      "-: Interview 8",
      "1: How are you?",
      "2: Well, and glad to be here.",
      "1: Tell me about the dam.",
    ]);
    expect(draft.speakers.map(({ label, turns, interviewer }) => [label, turns, interviewer])).toEqual([
      ["1", 6, true],
      ["2", 6, false],
    ]);
  });
  test("bold questions of a page, which end with no question mark", async () => {
    const page = `<!doctype html><body>${[1, 2, 3].map((at) => `<p><b>Tell me about year ${at}.</b></p><p>It rained.</p>`).join("")}</body>`;
    expect(await codes(page)).toEqual(["speakers.questions"]);
    expect(spoken(await draftOf(page, { dialect: "questions" })).slice(0, 2)).toEqual([
      "Q: Tell me about year 1.",
      "A: It rained.",
    ]);
  });
  test("a table with times and no column for who speaks", async () => {
    const said = ASKED.split("\n\n")
      .slice(1)
      .filter((one) => one !== "Work");
    const rows = said.map((words, at) => `<tr><td>00:0${at}:00</td><td>${words}</td></tr>`).join("");
    const page = `<!doctype html><body><table><tr><td>Time</td><td>Transcript</td></tr>${rows}</table></body>`;
    expect(await codes(page)).toEqual(["speakers.questions"]);
    const draft = await draftOf(page, { dialect: "questions" });
    expect(draft.speakers.map(({ label, turns }) => [label, turns])).toEqual([
      ["Q", 4],
      ["A", 5],
    ]);
  });
  test("a file of times and words", async () => {
    const said = TALKED.split("\n\n");
    const text = ["Time\tTranscript", ...said.map((words, at) => `00:00:${10 + at}\t${words}`)].join("\n");
    const draft = await draftOf(text, { dialect: "alternate" });
    expect(spoken(draft)).toEqual(said.map((words, at) => `${(at % 2) + 1}: ${words}`));
    expect(draft.dropped).toEqual([{ rule: "table-heading", count: 1, examples: ["Time · Transcript"] }]);
    const named = text.replace("Time\tTranscript", "Time\tSpeaker\tTranscript").replace(/(:\d\d)\t/g, "$1\tMari\t");
    expect(left(await draftOf(named, { as: "transcript", dialect: "alternate" }))).toEqual({});
  });
  test("what looks like captions with their times, where a person says that two take turns", async () => {
    const said = ["so could you tell", "me how it began", "well i started", "by accident because", "my aunt knew"];
    const text = said.map((words, at) => `0:0${at * 2}\n${words}`).join("\n");
    const draft = await draftOf(text, { dialect: "alternate" });
    expect(draft.dialect).toBe("alternate");
    expect(spoken(draft)).toEqual(said.map((words, at) => `${(at % 2) + 1}: ${words}`));
    expect(draft.turns.map(({ startMs }) => startMs)).toEqual([0, 2000, 4000, 6000, 8000]);
  });
  test("no reading changes a word", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("Why?", "So it was.", "Heading", "“Yes.”", "**All of it.**", "a, b", "– No."), {
          minLength: 1,
          maxLength: 14,
        }),
        fc.constantFrom("alternate" as const, "questions" as const),
        async (list, dialect) => {
          const text = list.map((one, at) => `${one} ${at}`.replace(/([?.]) (\d+)$/u, " $2$1")).join("\n\n");
          expect((await draftOf(text, { dialect })).text).toBe((await draftOf(text, { dialect: "plain" })).text);
        },
      ),
    );
  });
});
