/** What tools and habits make of a transcript, each in a few lines of its own. */
import { describe, expect, test } from "vitest";
import { decode } from "#lib/format/text/decode.ts";
import { draftOf, left, spoken } from "./say.ts";

const lines = (...list: string[]) => list.join("\n");
const times = async (text: string) => (await draftOf(text)).turns.map((turn) => turn.startMs);
const TALK = ["How did you get into the work?", "By chance, long ago.", "And then?", "Then I stayed."] as const;
const NAMES = ["Mari Evans", "Owen Hughes", "Mari Evans", "Owen Hughes"] as const;
const SAID = NAMES.map((name, at) => `${name}: ${TALK[at]}`);
const each = (line: (name: string, words: string, at: number) => string) =>
  NAMES.map((name, at) => line(name, TALK[at] ?? "", at)).join("\n");

describe("[I71] a name with a time beside it", () => {
  test.each([
    ["Rev", each((name, words, at) => `${name} (00:0${at}):\n${words}\n`)],
    ["Rev, older", each((name, words, at) => `${name}: (00:0${at})\n${words}\n`)],
    ["Trint", each((name, words, at) => `${name} [00:00:0${at}] ${words}\n`)],
    ["Descript", each((name, words, at) => `[00:00:0${at}] ${name}: ${words}\n`)],
    ["Temi", each((name, words, at) => `${name} [00:00:0${at}]: ${words}\n`)],
    ["TurboScribe", each((name, words, at) => `[${name}] (0:0${at} - 0:0${at + 1})\n${words}\n`)],
    ["Teams", each((name, words, at) => `${name}   0:0${at}\n${words}\n`)],
    ["f4", each((name, words, at) => `#00:00:0${at}-5# ${name}: ${words}`)],
  ])("%s", async (_, text) => {
    expect(spoken(await draftOf(text))).toEqual(SAID);
    expect(await times(text)).toEqual([0, 1000, 2000, 3000]);
  });
});

describe("[I72] Teams, copied from the screen", () => {
  test("initials, name, time", async () => {
    const text = each((name, words, at) => `${name.replace(/(\p{Lu})\p{L}*\s?/gu, "$1")}\n${name}\n0:0${at}\n${words}`);
    const draft = await draftOf(text);
    expect(spoken(draft)).toEqual(SAID);
    expect(left(draft)).toEqual({ metadata: 4, label: 4 });
    expect(await times(text)).toEqual([0, 1000, 2000, 3000]);
  });
  test("name, time in words and figures, name and time once more", async () => {
    const text = each(
      (name, words, at) => `${name}\n0 minutes ${at} seconds0:0${at}\n${name} 0 minutes ${at} seconds\n${words}`,
    );
    expect(spoken(await draftOf(text))).toEqual(SAID);
    expect(await times(text)).toEqual([0, 1000, 2000, 3000]);
  });
});

describe("[I73] questions and answers", () => {
  test.each([
    ["letters with a full stop", ["Q. ", "A. ", "Q. ", "A. ", "Q. ", "A. "]],
    ["letters and numbers", ["Q1: ", "A1: ", "Q2: ", "A2: ", "Q3: ", "A3: "]],
  ])("%s", async (_, marks) => {
    const draft = await draftOf(marks.map((mark, at) => `${mark}${TALK[at % 4]}`).join("\n"));
    expect(draft.speakers.map(({ label, turns, interviewer }) => [label, turns, interviewer])).toEqual([
      ["Q", 3, true],
      ["A", 3, false],
    ]);
  });
  test("a list of one letter is no dialogue", async () => {
    expect((await draftOf("A. Apples.\nA. Pears.\nA. Plums.\nB. Nuts.")).speakers).toEqual([]);
  });
});

test("[I10] titles, initials, two languages in one label", async () => {
  expect(
    spoken(
      await draftOf(
        lines(
          "Dr. Sian Morgan: One?",
          "Cllr J. Davies: Two.",
          "Dr. Sian Morgan: Three?",
          "Cllr J. Davies: Four.",
          "Mrs O’Neill: Five.",
        ),
      ),
    ),
  ).toEqual([
    "Dr. Sian Morgan: One?",
    "Cllr J. Davies: Two.",
    "Dr. Sian Morgan: Three?",
    "Cllr J. Davies: Four.",
    "Mrs O’Neill: Five.",
  ]);
  expect(
    spoken(
      await draftOf(
        lines("Cyfwelydd / Interviewer: Pam?", "Why?", "J.D.: Glaw.", "Cyfwelydd / Interviewer: A?", "J.D.: Ie."),
      ),
    ),
  ).toEqual(["Cyfwelydd / Interviewer: Pam?\nWhy?", "J.D.: Glaw.", "Cyfwelydd / Interviewer: A?", "J.D.: Ie."]);
});

test("[I74] numbers before all lines are left out, numbers before some are words", async () => {
  const draft = await draftOf(each((name, words, at) => `${at + 7}  ${name}: ${words}`));
  expect(spoken(draft)).toEqual(SAID);
  expect(left(draft)).toEqual({ "line-number": 4, label: 4 });
  expect((await draftOf("1 apple\n2 pears\nand plums\n4 nuts")).text).toContain("1 apple");
});

test("[I75] times before paragraphs of nobody are their times", async () => {
  const text = lines("[00:00:03] How did it begin?", "", "[00:00:09] By chance.", "", "[00:00:15] And then?");
  expect(spoken(await draftOf(text))).toEqual(["-: How did it begin?", "-: By chance.", "-: And then?"]);
  expect(await times(text)).toEqual([3000, 9000, 15_000]);
  const panel = [
    "so could you tell",
    "me how it began",
    "well i started",
    "by accident because",
    "my aunt knew somebody",
  ];
  const copied = await draftOf(panel.map((words, at) => `0:0${at * 2}\n${words}`).join("\n"));
  expect(spoken(copied)).toEqual([`-: ${panel.join(" ")}`]);
  expect(copied.turns[0]).toMatchObject({ startMs: 0, endMs: 8000 });
  expect(left(copied)).toEqual({ "timestamp-line": 5, "cue-join": 4 });
  const whisper = "[00:00:00.000 --> 00:00:02.500]   How did it begin?\n[00:00:02.500 --> 00:01:04.000]   By chance.";
  expect((await draftOf(whisper)).turns).toEqual([{ start: 0, end: 28, speaker: null, startMs: 0, endMs: 64_000 }]);
});

test("[I76] captions that name the speaker without a colon", async () => {
  const cue = (at: number, words: string) => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${words}\n`;
  const text = [
    "Mari Evans There are several things here.",
    "Mari Evans First of all, the water.",
    "Owen Hughes Then the people.",
    "Owen Hughes And the sheep.",
    "and all the rest.",
    "Mari Evans So it began.",
    "Owen Hughes So it did.",
  ];
  expect(spoken(await draftOf(`WEBVTT\n\n${text.map((words, at) => cue(at, words)).join("\n")}`))).toEqual([
    "Mari Evans: There are several things here. First of all, the water.",
    "Owen Hughes: Then the people. And the sheep. and all the rest.",
    "Mari Evans: So it began.",
    "Owen Hughes: So it did.",
  ]);
});

describe("[I82] a name", () => {
  test.each([
    ["in pointed brackets", each((name, words) => `<${name}> ${words}`)],
    ["in square brackets with a colon", each((name, words) => `[${name}:] ${words}`)],
    ["in round brackets", each((name, words) => `(${name}) ${words}`)],
    ["before a dash", each((name, words) => `${name} – ${words}`)],
    ["as a heading", each((name, words) => `### ${name}\n\n${words}\n`)],
    ["in italics", each((name, words) => `*${name}*: ${words}`)],
    ["bold, in a list", each((name, words) => `- **${name}**: ${words}`)],
  ])("%s", async (_, text) => {
    expect(spoken(await draftOf(text))).toEqual(SAID);
  });
  test("as initials before a wide space or a tab", async () => {
    const text = (gap: string) =>
      [...TALK].map((words, at) => `${at % 2 === 0 ? "ME" : "OH"}${gap}${words}`).join("\n\n");
    const expected = [...TALK].map((words, at) => `${at % 2 === 0 ? "ME" : "OH"}: ${words}`);
    expect(spoken(await draftOf(text("    ")))).toEqual(expected);
    expect(spoken(await draftOf(`Interview of 3 May\n\n${text("\t")}`))).toEqual([
      "-: Interview of 3 May",
      ...expected,
    ]);
  });
  test("and what only looks like one: notes, lists, emphasis", async () => {
    const text = lines(
      "(laughs) So it went.",
      "(pause) And on.",
      "<inaudible> Yes.",
      "- Bread",
      "- Milk",
      "*Never* again.",
      "*Never* I said.",
      "### The dam",
      "Water – a lot of it.",
    );
    expect((await draftOf(text)).speakers).toEqual([]);
  });
});

test("[I81] times at the ends of turns", async () => {
  const round = await draftOf(each((name, words, at) => `${name}: ${words} (00:00:0${at})`));
  expect(spoken(round)).toEqual(SAID);
  expect(round.turns.map((turn) => turn.endMs)).toEqual([0, 1000, 2000, 3000]);
  const text = each((name, words, at) => `${name}: ${words} #00:00:0${at}-5#`);
  const draft = await draftOf(text);
  expect(spoken(draft)).toEqual(SAID);
  expect(left(draft)).toEqual({ label: 4, "time-mark": 4 });
  expect(draft.turns.map((turn) => turn.endMs)).toEqual([0, 1000, 2000, 3000]);
  const span = (at: number) => `(0:0${at} - 0:0${at + 4})`;
  const ranges = await draftOf(each((name, words, at) => `${name}: ${words} ${span(at)}`));
  expect(spoken(ranges)).toEqual(SAID);
  expect(ranges.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual(
    [0, 1, 2, 3].map((at) => [at * 1000, at * 1000 + 4000]),
  );
  const begun = await draftOf(each((name, words, at) => `[00:0${at}:30] ${name}: ${words} ${span(at)}`));
  expect(begun.turns.map(({ startMs }) => startMs)).toEqual([30_000, 90_000, 150_000, 210_000]);
});

test("[I7] what Otter and Rev write above and below", async () => {
  const otter = lines(
    "Talk with Owen",
    "Tue, Mar 3, 2026 10:02AM • 31:24",
    "",
    "SUMMARY KEYWORDS",
    "dam, chapel, water",
    "",
    "SPEAKERS",
    "Mari Evans, Owen Hughes",
    "",
    each((name, words, at) => `${name}  00:0${at}\n${words}\n`),
    "Transcribed by https://otter.ai",
  );
  const draft = await draftOf(otter);
  expect(spoken(draft)).toEqual(["-: Talk with Owen", ...SAID]);
  expect(left(draft)).toEqual({ metadata: 5, label: 4, footer: 1 });
});

describe("[I70] encodings that say nothing of themselves", () => {
  // The bytes as files have them; the platform can read these encodings, not write them.
  const hex = (digits: string) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  test.each([
    [
      "shift_jis",
      "95b782ab8ee8814682a282c282a982e78e6e82df82dc82b582bd82a981480a9363928681468b8e944e82cc8f7482a982e782c582b78142968893fa986282f095b782ab82dc82b582bd81420a",
      "聞き手：いつから始めましたか？\n田中：去年の春からです。毎日話を聞きました。\n",
    ],
    [
      "euc-jp",
      "cab9a4adbceaa1a7a4a4a4c4a4aba4e9bbcfa4e1a4dea4b7a4bfa4aba1a90ac5c4c3e6a1a7b5eec7afa4cebdd5a4aba4e9a4c7a4b9a1a3cbe8c6fccfc3a4f2cab9a4ada4dea4b7a4bfa1a30a",
      "聞き手：いつから始めましたか？\n田中：去年の春からです。毎日話を聞きました。\n",
    ],
    [
      "iso-2022-jp",
      "1b24424a39242d3c6a212724242444242b24693b4f2461245e2437243f242b21291b28420a1b2442454443662127356e472f244e3d55242b24692447243921234b68467c4f4324724a39242d245e2437243f21231b28420a",
      "聞き手：いつから始めましたか？\n田中：去年の春からです。毎日話を聞きました。\n",
    ],
    [
      "gb18030",
      "b2c9b7c3d5dfa3bac4e3c3c7cac7cab2c3b4cab1baf2bfaacabcb5c4a3bf0acdf5a3bac8a5c4eab4baccecbfaacabcb5c4a3acb4f3bcd2b6bcd4b8d2e2cbb5a1a30a",
      "采访者：你们是什么时候开始的？\n王：去年春天开始的，大家都愿意说。\n",
    ],
    [
      "big5",
      "b1c4b358aacca147a741adccac4fa4b0bbf2aec9add4b67da96caabaa1480aa4fda147a568a67eac4ba4d1b67da96caabaa141a46aae61b3a3c440b74ebba1a1430a",
      "採訪者：你們是什麼時候開始的？\n王：去年春天開始的，大家都願意說。\n",
    ],
    [
      "euc-kr",
      "b8e9b4e3c0da3a20bef0c1a6bacec5cd20bdc3c0dbc7dfbdc0b4cfb1ee3f0ab1e83a20c0dbb3e220babdbacec5cd20c0ccbedfb1e2b8a620b5e9befabdc0b4cfb4d92e0a",
      "면담자: 언제부터 시작했습니까?\n김: 작년 봄부터 이야기를 들었습니다.\n",
    ],
    [
      "windows-1251",
      "c8edf2e5f0e2fcfee5f03a20caeee3e4e020e2fb20ede0f7e0ebe83f0ac8e2e0edeee23a20c2e5f1edeee920eff0eef8ebeee3ee20e3eee4e02e0a",
      "Интервьюер: Когда вы начали?\nИванов: Весной прошлого года.\n",
    ],
    [
      "koi8-r",
      "e9ced4c5d2d7d8c0c5d23a20ebcfc7c4c120d7d920cec1dec1ccc93f0ae9d7c1cecfd73a20f7c5d3cecfca20d0d2cfdbcccfc7cf20c7cfc4c12e0a",
      "Интервьюер: Когда вы начали?\nИванов: Весной прошлого года.\n",
    ],
    [
      "windows-1253",
      "c5f1e5f5ede7f4def23a20d0fcf4e520e1f1f7dff3e1f4e53b0acddfeaeff23a20d4e7ed20f0e5f1e1f3ecddede720dcedefe9eee72c20eaefedf4dc20f3f4ef20ede5f1fc2e0a",
      "Ερευνητής: Πότε αρχίσατε;\nΝίκος: Την περασμένη άνοιξη, κοντά στο νερό.\n",
    ],
    [
      "windows-1255",
      "eef8e0e9e9ef3a20eefae920e4fae7ecfaed20ecf2e1e5e33f0aebe4ef3a20e1e0e1e9e120f9f2e1f82c20ece9e320e4eee9ed2e0a",
      "מראיין: מתי התחלתם לעבוד?\nכהן: באביב שעבר, ליד המים.\n",
    ],
    [
      "windows-1256",
      "c7e1e3cdc7e6d13a20e3caec20c8cfc3cae320c7e1dae3e1bf0ac3cde3cf3a20dded20c7e1d1c8edda20c7e1e3c7d6ed2e0a",
      "المحاور: متى بدأتم العمل؟\nأحمد: في الربيع الماضي.\n",
    ],
    [
      "iso-8859-14",
      "43796677656c7964643a20507279642064646563687265756f6464207920677761697468206779646127722074fe206127722064f0723f0ad0796e3a2059206777616e77796e2c206163206d6165206869207765646920626f6420796e206869722e0a",
      "Cyfwelydd: Pryd ddechreuodd y gwaith gyda'r tŷ a'r dŵr?\nŴyn: Y gwanwyn, ac mae hi wedi bod yn hir.\n",
    ],
    [
      "windows-1250",
      "42616461637a3a204b69656479207a61637aea6c699c6369652070726163ea3f0aa3756b61737a3a2053b3756368616c699c6d79206c75647a692c206b74f3727a79206d6965737a6b616ab9206e616420776f64b92e0a",
      "Badacz: Kiedy zaczęliście pracę?\nŁukasz: Słuchaliśmy ludzi, którzy mieszkają nad wodą.\n",
    ],
    [
      "iso-8859-2",
      "42616461637a3a204b69656479207a61637aea6c69b66369652070726163ea3f0aa3756b61737a3a2053b3756368616c69b66d79206c75647a692c206b74f3727a79206d6965737a6b616ab1206e616420776f64b12e0a",
      "Badacz: Kiedy zaczęliście pracę?\nŁukasz: Słuchaliśmy ludzi, którzy mieszkają nad wodą.\n",
    ],
    [
      "macintosh",
      "4d6172693a205765206469646ed5742073617920d26e6fd320d020616e6420746865206361668e20776173206e619576652c207761736ed5742069743f0a",
      "Mari: We didn’t say “no” – and the café was naïve, wasn’t it?\n",
    ],
  ])("%s", (encoding, digits, text) => {
    expect(decode(hex(digits))).toEqual({ encoding, text });
  });

  test("UTF-16 without a mark, in scripts with few zeros", () => {
    for (const text of [
      "采访者：你们是什么时候开始的？\n王：去年春天开始的。\n",
      "Интервьюер: Когда?\nИванов: Весной.\n",
      "면담자: 언제?\n김: 작년 봄부터.\n",
    ]) {
      expect(decode(Buffer.from(text, "utf16le"))).toEqual({ encoding: "utf-16le", text });
      expect(decode(Buffer.from(text, "utf16le").swap16())).toEqual({ encoding: "utf-16be", text });
    }
  });

  test("right-to-left and East Asian text comes in whole", async () => {
    expect(
      spoken(await draftOf(lines("المحاور: متى بدأتم؟", "أحمد: في الربيع.", "المحاور: لماذا؟", "أحمد: لا أعرف."))),
    ).toEqual(["المحاور: متى بدأتم؟", "أحمد: في الربيع.", "المحاور: لماذا؟", "أحمد: لا أعرف."]);
    expect(spoken(await draftOf(lines("范：什么时候？", "王：春天。", "范：为什么？", "王：不知道。")))).toEqual([
      "范: 什么时候？",
      "王: 春天。",
      "范: 为什么？",
      "王: 不知道。",
    ]);
  });
});
