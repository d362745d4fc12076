import { describe, expect, test } from "vitest";
import { draftOf, left, spoken } from "./say.ts";

const lines = (...list: string[]) => list.join("\n");

describe("who speaks", () => {
  test("[I8] [I10] a label and a tab, with times on lines of their own", async () => {
    const draft = await draftOf(
      lines(
        "[0:00:00]",
        "",
        "Interviewer:\tHow did it begin?",
        "",
        "Respondent:\tSlowly.",
        "",
        "[0:03:49]",
        "",
        "Interviewer:\tAnd then?",
        "",
        "Respondent:\tFaster (inaudible 0:04:08).",
      ),
    );
    expect(spoken(draft)).toEqual([
      "Interviewer: How did it begin?",
      "Respondent: Slowly.",
      "Interviewer: And then?",
      "Respondent: Faster (inaudible 0:04:08).",
    ]);
    expect(draft.turns.map((turn) => turn.startMs)).toEqual([0, null, 229_000, null]);
    expect(left(draft)).toEqual({ "timestamp-line": 2, label: 4 });
    expect(draft.speakers.map((speaker) => speaker.interviewer)).toEqual([true, false]);
  });

  test("[I10] words before a colon that are nobody stay words", async () => {
    const draft = await draftOf(
      lines(
        "Mari: Where do you start?",
        "Owen: Note: I never do. See https://example.org/a for more.",
        "so: that is why",
        "Mari: And at 10:30?",
        "Owen: The thing is: nobody knows.",
        "Note: recorded late",
        "Note: not checked",
      ),
    );
    expect(spoken(draft)).toEqual([
      "Mari: Where do you start?",
      "Owen: Note: I never do. See https://example.org/a for more.\nso: that is why",
      "Mari: And at 10:30?",
      "Owen: The thing is: nobody knows.\nNote: recorded late\nNote: not checked",
    ]);
  });

  test("[I10] [I15] a name once in a labelled transcript is a speaker too; particulars above it are not", async () => {
    const draft = await draftOf(
      lines(
        "Interviewer: Mari Evans",
        "Date: 3 May",
        "",
        ...Array.from({ length: 4 }, (_, at) => lines(`ME: Question ${at}?`, "Rhys Hughes: An answer.")),
        "Nest Morgan: May I add something?",
        "Rhys Hughes: Please.",
      ),
    );
    expect(draft.speakers.map(({ label, turns }) => [label, turns])).toEqual([
      ["ME", 4],
      ["Rhys Hughes", 5],
      ["Nest Morgan", 1],
    ]);
    expect(spoken(draft)[0]).toBe("-: Interviewer: Mari Evans\nDate: 3 May");
  });

  test("[I6] [I10] a label alone on its line, and short answers that look like names", async () => {
    const draft = await draftOf(
      lines(
        "Transcript",
        "",
        "Speaker 1",
        "Shall we?",
        "Speaker 2",
        "OK.",
        "Speaker 1",
        "Why so?",
        "Is it late?",
        "Speaker 2",
        "OK.",
        "Speaker",
        "Lovely",
        "Speaker 1",
        "Is that all?",
        "Speaker 2",
        "Nearly. Two paragraphs.",
        "",
        "This is the second.",
      ),
    );
    expect(spoken(draft)).toEqual([
      "Speaker 1: Shall we?",
      "Speaker 2: OK.",
      "Speaker 1: Why so?\nIs it late?",
      "Speaker 2: OK.",
      "Speaker: Lovely",
      "Speaker 1: Is that all?",
      "Speaker 2: Nearly. Two paragraphs.\n\nThis is the second.",
    ]);
    expect(draft.dialect).toBe("alone");
    expect(left(draft)).toEqual({ metadata: 1, label: 7 });
  });

  test("[I7] Otter: name and time above the words, and a footer", async () => {
    const draft = await draftOf(
      lines(
        "Ffion  0:00  ",
        "Tell me.",
        "",
        "Unknown Speaker  0:34  ",
        "I will.",
        "",
        "Ffion  1:02:03  ",
        "Thanks.",
        "",
        "Transcribed by https://otter.ai",
      ),
    );
    expect(spoken(draft)).toEqual(["Ffion: Tell me.", "Unknown Speaker: I will.", "Ffion: Thanks."]);
    expect(draft.turns.map((turn) => turn.startMs)).toEqual([0, 34_000, 3_723_000]);
    expect(left(draft)).toEqual({ footer: 1, label: 3 });
  });

  test("[I9] Zoom's saved captions: times of day, a name before every breath, past midnight", async () => {
    const draft = await draftOf(
      lines(
        "[Mari Evans] 23:59:50",
        "So when",
        "",
        "[Mari Evans] 23:59:55",
        "did it start?",
        "",
        "[Owen] 00:00:10",
        "In May.",
      ),
    );
    expect(spoken(draft)).toEqual(["Mari Evans: So when did it start?", "Owen: In May."]);
    expect(draft.turns.map((turn) => turn.startMs)).toEqual([0, 20_000]);
  });

  test("[I5] bold names in Markdown, times in brackets, character references", async () => {
    const draft = await draftOf(
      lines(
        "---",
        "title: One",
        "---",
        "",
        "**Kelly** [00:00:30] Why don&#39;t we?",
        "",
        "**Ali** [0:45]",
        "We do, **always**.",
        "",
        "**Kelly:** Good.",
        "",
        "**Ali**: Yes.",
      ),
    );
    expect(spoken(draft)).toEqual(["Kelly: Why don't we?", "Ali: We do, **always**.", "Kelly: Good.", "Ali: Yes."]);
    expect(left(draft)).toEqual({ entity: 1, yaml: 1, label: 4 });
  });

  test("[I13] Q and A, and a legend in brackets", async () => {
    expect(spoken(await draftOf(lines("Q: Why?", "A: Because.", "Q: Really?", "A: Yes.")))).toEqual([
      "Q: Why?",
      "A: Because.",
      "Q: Really?",
      "A: Yes.",
    ]);
    const draft = await draftOf(
      lines("**Interviewer (I):** One?", "", "**Respondent (R1):** Two.", "", "**I:** Three?", "", "**R1:** Four."),
    );
    expect(draft.speakers.map(({ label, turns, interviewer }) => [label, turns, interviewer])).toEqual([
      ["Interviewer (I)", 2, true],
      ["Respondent (R1)", 2, false],
    ]);
  });

  test("[I14] labels inside a paragraph", async () => {
    const draft = await draftOf(
      "Interviewer: Are you comfortable with it?Interviewee: I think so. She said: maybe. Interviewer: And costs? Interviewee: Too high.",
    );
    expect(spoken(draft)).toEqual([
      "Interviewer: Are you comfortable with it?",
      "Interviewee: I think so. She said: maybe.",
      "Interviewer: And costs?",
      "Interviewee: Too high.",
    ]);
  });

  test("[I12] the second speaker is proposed as the interviewer when the second one asks", async () => {
    const draft = await draftOf(
      lines(
        ...Array.from({ length: 5 }, (_, at) =>
          lines(
            `Speaker 1: I have said ${at} things about the work that we do here.`,
            "Speaker 2: Could you say more?",
          ),
        ),
      ),
    );
    expect(draft.speakers.map(({ label, interviewer }) => [label, interviewer])).toEqual([
      ["Speaker 1", false],
      ["Speaker 2", true],
    ]);
  });

  test("[I12] nobody is proposed when both ask about as much", async () => {
    const draft = await draftOf(
      lines(...Array.from({ length: 5 }, () => lines("Ann Lee: Is it? I think so.", "Bob Day: Is it? I think not."))),
    );
    expect(draft.speakers.some((speaker) => speaker.interviewer)).toBe(false);
  });

  test("[I10] Welsh labels", async () => {
    const draft = await draftOf(
      lines(
        "Cyfwelydd: Sut ddechreuodd hi?",
        "Cyfranogwr 1: Yn araf.",
        "Cyfwelydd: A wedyn?",
        "Cyfranogwr 1: Yn gynt.",
      ),
    );
    expect(draft.speakers).toEqual([
      { label: "Cyfwelydd", interviewer: true, turns: 2, words: 5 },
      { label: "Cyfranogwr 1", interviewer: false, turns: 2, words: 4 },
    ]);
  });

  test("[I16] no labels: a turn for each paragraph, wrapped lines together", async () => {
    expect(spoken(await draftOf(lines("The first paragraph", "goes on here.", "", "The second.")))).toEqual([
      "-: The first paragraph\ngoes on here.",
      "-: The second.",
    ]);
    expect(spoken(await draftOf(lines("One line.", "Another line.")))).toEqual(["-: One line.", "-: Another line."]);
  });

  test("[I11] a person corrects the split", async () => {
    const text = lines("Ann: One?", "Bob: Two.", "Robert: Three.", "Ann: Four?", "Bob: Five.", "Robert: Six.");
    const draft = await draftOf(text, {
      merge: [{ from: "Robert", into: "Bob" }],
      rename: [{ from: "Bob", to: "Robert Day" }],
      interviewers: ["Bob"],
    });
    expect(draft.speakers.map(({ label, turns, interviewer }) => [label, turns, interviewer])).toEqual([
      ["Ann", 2, false],
      ["Robert Day", 4, true],
    ]);
    expect((await draftOf(text, { dialect: "plain" })).speakers).toEqual([]);
  });
});

describe("captions", () => {
  test("[I18] Zoom: a caption without a name goes on with the speaker before", async () => {
    const draft = await draftOf(
      lines(
        "WEBVTT",
        "",
        "1",
        "00:00:00.510 --> 00:00:01.550",
        "Ann Lee (SL): Let's",
        "",
        "2",
        "00:00:01.790 --> 00:00:07.080",
        "do that. So: now",
        "",
        "3",
        "00:00:07.170 --> 00:00:09.520",
        "Bob: Fine.",
        "",
        "4",
        "00:00:09.600 --> 00:00:10.000",
        "Ann Lee (SL): Good.",
      ),
    );
    expect(spoken(draft)).toEqual(["Ann Lee (SL): Let's do that. So: now", "Bob: Fine.", "Ann Lee (SL): Good."]);
    expect(draft.turns[0]).toEqual({ start: 0, end: 22, speaker: 0, startMs: 510, endMs: 7080 });
    expect(left(draft)).toEqual({ "cue-id": 4, "cue-header": 1, "cue-time": 4, label: 3, "cue-join": 1 });
  });

  test("[I18] Teams: voice tags with surname first, ids that are no words, wrapped lines", async () => {
    const id = "c7a3c2f0-1c1e-4f0c-9a55-0d2a7f1c2b3a";
    const draft = await draftOf(
      lines(
        "WEBVTT",
        "",
        `${id}/32-0`,
        "00:00:01.000 --> 00:00:03.000",
        "<v Evans, Mari>How did",
        "it begin?</v>",
        "",
        `${id}/32-1`,
        "00:00:03.000 --> 00:00:04.000",
        "<v Evans, Mari>I mean at first.</v>",
        "",
        `${id}/40-0`,
        "00:00:05.000 --> 00:00:06.000",
        "<v Hughes, Rhys (Housing)>Slowly &amp; late.</v>",
        "",
        `${id}/41-0`,
        "00:00:06.000 --> 00:00:06.500",
        "<v Hughes, Rhys (Housing)></v>",
      ),
    );
    expect(spoken(draft)).toEqual([
      "Evans, Mari: How did it begin? I mean at first.",
      "Hughes, Rhys (Housing): Slowly & late.",
    ]);
    expect(draft.dialect).toBe("voice");
    expect(left(draft)["cue-id"]).toBe(4);
  });

  test("[I17] captions that make libraries throw", async () => {
    const draft = await draftOf(
      lines(
        "WEBVTT - a title",
        "Kind: captions",
        "",
        "NOTE Confidence: 0.69",
        "",
        "00:05.000 --> 00:04.000",
        "Ends before it starts",
        "",
        "00:00:60.000 --> 00:01:02.000 align:start",
        "a minute in <[?]>",
        "",
        "00:00:63.000 --> 00:00:63.000",
        "",
      ),
    );
    expect(spoken(draft)).toEqual(["-: Ends before it starts", "-: a minute in <[?]>"]);
    expect(draft.warnings).toEqual([{ code: "times.reversed", line: 6, count: 1 }]);
    expect(left(draft)).toEqual({ "cue-header": 1, note: 1, "cue-time": 3 });
  });

  test("[I18] SubRip names a speaker only at a change", async () => {
    const draft = await draftOf(
      lines(
        "1",
        "00:00:00,179 --> 00:00:02,399",
        "Travis: When you get",
        "started, it's",
        "",
        "2",
        "00:00:02,400 --> 00:00:04,799",
        "hard. Sarah: no,",
        "",
        "3",
        "00:00:05,000 --> 00:00:06,000",
        "Sarah: Is it?",
        "",
        "4",
        "00:00:06,000 --> 00:00:07,000",
        "Travis: Yes.",
      ),
    );
    expect(spoken(draft)).toEqual([
      "Travis: When you get started, it's hard. Sarah: no,",
      "Sarah: Is it?",
      "Travis: Yes.",
    ]);
    expect(draft.format).toBe("srt");
  });

  test("[I19] rolling captions are unrolled where the file rolls throughout, and nowhere else", async () => {
    const words = ["one two", "three four", "five six", "seven eight", "nine ten", "eleven twelve", "thirteen"];
    const rolling = words
      .map((word, at) =>
        lines(`00:00:0${at}.000 --> 00:00:0${at + 1}.000`, ...(at > 0 ? [words[at - 1] ?? ""] : []), word, ""),
      )
      .join("\n");
    expect(spoken(await draftOf(`WEBVTT\n\n${rolling}`))).toEqual([`-: ${words.join(" ")}`]);
    expect(
      spoken(
        await draftOf(lines("WEBVTT", "", "00:01.000 --> 00:02.000", "Yes.", "", "00:02.000 --> 00:03.000", "Yes.")),
      ),
    ).toEqual(["-: Yes. Yes."]);
  });

  test("[I17] YouTube's own forms", async () => {
    expect(
      spoken(
        await draftOf(lines("0:00:00.000,0:00:02.499", "Of the use", "", "0:00:02.499,0:00:05.009", "of machines")),
      ),
    ).toEqual(["-: Of the use of machines"]);
    const draft = await draftOf(lines("[3.84 - 8.46] all right", "", "[6.299 - 14.400000000000002] hey everybody"));
    expect(spoken(draft)).toEqual(["-: all right hey everybody"]);
    expect(draft.turns[0]).toMatchObject({ startMs: 3840, endMs: 14_400 });
  });
});

test("[I5] sentences that machines invent are pointed at and kept", async () => {
  const draft = await draftOf(lines("Diolch yn fawr iawn am wylio'r fideo.", "", "Dyna ni."));
  expect(draft.warnings).toEqual([{ code: "speech.machine", count: 1 }]);
  expect(draft.turns.length).toBe(2);
});
