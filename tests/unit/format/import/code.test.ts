/** Labels that look like something else: numbers, and capitals with no sign behind them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { column, makePdf } from "#tests/kit/pdf.ts";
import { draftOf, spoken } from "./say.ts";

const SAID: readonly (readonly [who: number, words: string])[] = [
  [1, "So could you tell me how it began?"],
  [2, "By chance. My aunt had a loom in the shed."],
  [1, "And how old were you then?"],
  [2, "Nine, or ten."],
  [1, "Did you like it?"],
  [2, "Not at first. There was a step 2: and I never got past it."],
  [1, "Why was that?"],
  [2, "It hurt my hands."],
];
const GROUP: readonly (readonly [who: number, words: string])[] = [
  [1, "What does the word mean to you?"],
  [2, "Home."],
  [3, "Not to me."],
  [2, "Well, it did once."],
  [1, "And to you?"],
  [4, "Work, I suppose."],
  [3, "Work as well."],
  [1, "Anything else?"],
  [3, "No."],
  [2, "No."],
];
const expected = (turns: typeof SAID, name = (who: number) => String(who)) =>
  turns.map(([who, words]) => `${name(who)}: ${words}`);
const typed = (turns: typeof SAID, mark: (who: number) => string, gap = "\n") =>
  turns.map(([who, words]) => `${mark(who)}${words}`).join(gap);
/** As a PDF sets it: full lines, no space between turns. */
const page = (lines: readonly string[]) => makePdf([column(60, 760, lines)]);
const codes = async (text: string) => (await draftOf(text)).warnings.map(({ code }) => code);

describe("[I89] numbers for speakers", () => {
  test.each([
    ["before a colon", (who: number) => `${who}: `],
    ["before a colon and a tab", (who: number) => `${who}:\t`],
    ["in brackets", (who: number) => `[${who}] `],
    ["in brackets before a colon", (who: number) => `[${who}]: `],
    ["on lines of their own", (who: number) => `${who}:\n`],
  ])("%s", async (_, mark) => {
    for (const turns of [SAID, GROUP])
      for (const gap of ["\n", "\n\n"]) {
        const draft = await draftOf(typed(turns, mark, gap));
        expect(draft.dialect).toBe("number");
        expect(spoken(draft)).toEqual(expected(turns));
        expect(draft.warnings).toEqual([]);
      }
  });
  test("who asks is told by questions or by the particulars, never by the number", async () => {
    const asking = async (text: string) =>
      (await draftOf(text)).speakers.filter(({ interviewer }) => interviewer).map(({ label }) => label);
    expect(await asking(typed(SAID, (who) => `${3 - who}: `))).toEqual(["2"]);
    const plain = typed(GROUP, (who) => `[${who}] `);
    expect(await asking(`1 = Interviewer\n2 = Participant\n\n${plain}`)).toEqual(["1"]);
  });
  test("with times, from nought, and with paragraphs and wrapped lines between", async () => {
    const timed = await draftOf(SAID.map(([who, words], at) => `[${who}] [00:00:0${at}] ${words}`).join("\n"));
    expect(spoken(timed)).toEqual(expected(SAID));
    expect(timed.turns.map(({ startMs }) => startMs)).toEqual(SAID.map((_, at) => at * 1000));
    expect(spoken(await draftOf(typed(SAID, (who) => `${who - 1}: `)))).toEqual(
      expected(SAID, (who) => String(who - 1)),
    );
    const long = "It went on and on for the whole of a long afternoon in the shed\nbehind the house of my aunt.";
    const wrapped = SAID.map(([who, words]) => [who, who === 2 ? `${words}\n${long}` : words] as const);
    expect(spoken(await draftOf(typed(wrapped, (who) => `${who}: `)))).toEqual(expected(wrapped));
  });

  test("in a PDF, where a turn's last line is as long as any", async () => {
    const full = "It went on for the whole of a long afternoon.";
    const lines = SAID.flatMap(([who]) => [
      `[${who}] ${full.slice(0, 41)}`,
      who === 1 ? full.replace(/.$/, "?") : full,
    ]);
    const draft = await draftOf(page(lines));
    expect(spoken(draft)).toHaveLength(SAID.length);
    expect(draft.dialect).toBe("number");
  });

  const list = (...items: readonly string[]) => items.map((item, at) => `${at + 1}: ${item}`).join("\n");
  test.each([
    ["a list", list("Milk?", "Bread?", "Tea?", "Jam?", "Wool?", "Salt?", "Soap?", "Rice?")],
    ["lists of three that begin again", Array.from({ length: 5 }, () => list("Who?", "What?", "Where?")).join("\n\n")],
    ["lists that count down", "3: C?\n2: B?\n1: A?\n3: F?\n2: E?\n1: D?\n3: I?\n2: H?\n1: G?"],
    ["questions and answers under one number", "1: Why?\n1: Rain.\n2: When?\n2: May.\n3: Who?\n3: Me.\n4: So?\n4: No."],
    ["notes at the end of pages", `[1] See there.\n[2] And there?\n\n${"It rained. ".repeat(20)}\n\n[1] Or here?`],
    ["marks out of ten", "9: Very good.\n7: Good.\n10: Good.\n7: Fine?\n9: Fine?\n10: Good.\n7: Well.\n9: Well."],
    ["readings of a clock", "9: 30\n10: 15\n9: 45\n10: 30\n9: 50\n10: 40\n9: 55\n10: 50"],
    ["years and verses", "12:1 So?\n12:2 And?\n11:1 So?\n12:1 And?\n11:2 So?\n12:2 And?"],
  ])("none are %s", async (_, text) => {
    const draft = await draftOf(text, { as: "transcript" });
    expect(draft.speakers).toEqual([]);
    expect(draft.warnings.filter(({ code }) => code === "speakers.number")).toEqual([]);
  });
  test("marks from one to five are not taken for speakers", async () => {
    const marks = [5, 4, 4, 5, 3, 1, 5, 5, 2, 4, 4, 5, 3];
    const draft = await draftOf(marks.map((mark, at) => `${mark}: Answer ${at}.`).join("\n"));
    expect(draft.speakers).toEqual([]);
  });
  test("[I110] where the evidence is thin they are offered, and read so by a person's word", async () => {
    const few = SAID.slice(0, 5);
    const text = typed(few, (who) => `${who}: `);
    const draft = await draftOf(text);
    expect(draft.speakers).toEqual([]);
    expect(draft.warnings).toEqual([{ code: "speakers.number" }]);
    expect(spoken(await draftOf(text, { dialect: "number" }))).toEqual(expected(few));
    expect(spoken(await draftOf("1: One.\n2: Two.\n3: Three.", { dialect: "number" }))).toEqual([
      "1: One.",
      "2: Two.",
      "3: Three.",
    ]);
  });
});

describe("[I109] initials with nothing behind them", () => {
  const NAMES = ["INT", "P1", "P2", "P3"];
  const name = (who: number) => NAMES[who - 1] ?? "";
  test.each([
    ["a space", " "],
    ["a tab", "\t"],
    ["several spaces", "   "],
  ])("before %s", async (_, gap) => {
    for (const turns of [SAID, GROUP])
      expect(spoken(await draftOf(typed(turns, (who) => `${name(who)}${gap}`)))).toEqual(expected(turns, name));
  });
  test("letters alone, where what is said begins as sentences do", async () => {
    const letter = (who: number) => "IR".charAt(who - 1);
    expect(spoken(await draftOf(typed(SAID, (who) => `${letter(who)} `)))).toEqual(expected(SAID, letter));
    const diary = "I went out. Why?\nI saw him.\nA man came. Who?\nI ran.\nA dog barked. Why?\nI ran on.\nA man came.";
    expect((await draftOf(diary)).speakers).toEqual([]);
    expect(await codes(diary)).not.toContain("speakers.initials");
  });
  test("who asks is told by INT", async () => {
    const { speakers } = await draftOf(typed(SAID, (who) => `${name(who)} `));
    expect(speakers.map(({ interviewer }) => interviewer)).toEqual([true, false]);
  });
  test("words in capitals are words", async () => {
    const shouted = typed(SAID, (who) => `${name(who)} `).toUpperCase();
    expect((await draftOf(shouted)).speakers).toEqual([]);
    const report =
      "NHS staff were asked. Why?\nUK law says so.\nNHS staff agreed.\nOthers did not.\nIt is late.\nUK law is old. Is it?\nMany did.\nNHS boards met.\nWe asked again.\nUK boards met.";
    expect((await draftOf(report)).speakers).toEqual([]);
  });
  test("[I110] offered where the evidence is thin", async () => {
    const text = typed(SAID.slice(0, 5), (who) => `${name(who)} `);
    expect(await codes(text)).toEqual(["speakers.initials"]);
    expect((await draftOf(text)).speakers).toEqual([]);
    expect(spoken(await draftOf(text, { dialect: "initials" }))).toEqual(expected(SAID.slice(0, 5), name));
  });
});

test("[I3] [I5] [I89] [I109] whatever stands there, every word is in a turn or a label, and turns joined are the text", async () => {
  const words = fc.constantFrom("Why?", "It rained.", "1: so", "NHS staff", "so it was", "[2] yes?", "OK", "");
  const mark = fc.constantFrom("1: ", "2: ", "3: ", "[1] ", "[2] ", "INT ", "RES ", "I ", "");
  const line = fc.tuple(mark, words).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 14 }),
      fc.constantFrom(undefined, "number" as const, "initials" as const),
      async (lines, dialect) => {
        fc.pre(lines.some((text) => /[\p{L}\p{N}]/u.test(text)));
        const text = lines.join("\n");
        const draft = await draftOf(text, { as: "transcript", dialect }).catch(() => null);
        if (draft === null) return; // nothing but labels
        const letters = Array.from(draft.text);
        expect(draft.turns.map(({ start, end }) => letters.slice(start, end).join("")).join("\n\n")).toBe(draft.text);
        const bare = (all: string) => all.replace(/\s+/g, "");
        if (draft.dropped.length === 0) expect(bare(draft.text)).toBe(bare(text));
        let at = 0;
        for (const sign of bare(draft.text)) {
          at = bare(text).indexOf(sign, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 400 },
  );
});
