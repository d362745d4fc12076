/** One talk as each tool and habit writes it: the same turns must come of all. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { describe, expect, test } from "vitest";
import { draftOf, spoken } from "./say.ts";

const TALK = [
  [
    "So could you tell me how you came to work here?",
    "Well, I started in two thousand and four: my aunt knew somebody.",
  ],
  ["And what does a usual day look like?", "It begins with the post, and then the phones start."],
  ["Is there anything that you would change?", "Fewer forms, I would say, and not three for one house."],
] as const;

type Line = Readonly<{ who: 0 | 1; words: string; at: number; end: number }>; // seconds
const LINES: readonly Line[] = TALK.flatMap(([question, answer], at): Line[] => [
  { who: 0, words: question, at: at * 60 + 2, end: at * 60 + 9 },
  { who: 1, words: answer, at: at * 60 + 10, end: at * 60 + 58 },
]);
const two = (n: number) => String(n).padStart(2, "0");
const short = (at: number) => `${Math.floor(at / 60)}:${two(at % 60)}`;
const long = (at: number) => `00:${two(Math.floor(at / 60))}:${two(at % 60)}`;
type Names = readonly [string, string];
const write = (names: Names, line: (name: string, one: Line, n: number) => string, head = "", foot = "") =>
  head + LINES.map((one, n) => line(names[one.who], one, n)).join("") + foot;
const said = (names: Names) => LINES.map(({ who, words }) => `${names[who]}: ${words}`);

const REAL: Names = ["Mari Evans", "Owen Hughes"];
const ZOOM: Names = ["Mari's iPad (2)", "owen_h"];
const TEAMS: Names = ["Evans, Mari", "Owen Hughes (Guest)"];

const TEXT: readonly (readonly [string, Names, string])[] = [
  [
    "Zoom, captions",
    REAL,
    write(
      REAL,
      (name, { words, at, end }, n) => `${n + 1}\n${long(at)}.120 --> ${long(end)}.000\n${name}: ${words}\n\n`,
      "WEBVTT\n\n",
    ),
  ],
  [
    "Zoom, devices and accounts",
    ZOOM,
    write(
      ZOOM,
      (name, { words, at, end }, n) => `${n + 1}\n${long(at)}.120 --> ${long(end)}.000\n${name}: ${words}\n\n`,
      "WEBVTT\n\n",
    ),
  ],
  [
    "Zoom, captions that were saved",
    REAL,
    write(REAL, (name, { words, at }) => `[${name}] 14:${long(at).slice(3)}\n${words}\n\n`),
  ],
  [
    "Teams, captions",
    TEAMS,
    write(
      TEAMS,
      (name, { words, at, end }, n) =>
        `7a1b2c3d-1111-2222-3333-444455556666/${n}-0\n${long(at)}.120 --> ${long(end)}.000\n<v ${name}>${words}</v>\n\n`,
      "WEBVTT\n\n",
    ),
  ],
  [
    "Teams, copied with spoken times",
    REAL,
    write(REAL, (name, { words, at }) => `${name}\n${Math.floor(at / 60)} minutes ${at % 60} seconds\n${words}\n`),
  ],
  [
    "Otter, text",
    REAL,
    write(
      REAL,
      (name, { words, at }) => `${name}  ${short(at)}  \n${words}\n\n`,
      "",
      "Transcribed by https://otter.ai\n",
    ),
  ],
  [
    "Otter, table",
    REAL,
    write(REAL, (name, { words, at }) => `${name},${short(at)},"${words}"\n`, "Speaker,Timestamp,Transcript\n"),
  ],
  [
    "Whisper with speakers",
    ["SPEAKER_00", "SPEAKER_01"],
    write(["SPEAKER_00", "SPEAKER_01"], (name, { words }) => `[${name}]: ${words}\n`),
  ],
  [
    "Whisper with speakers, SubRip",
    ["SPEAKER_00", "SPEAKER_01"],
    write(
      ["SPEAKER_00", "SPEAKER_01"],
      (name, { words, at, end }, n) => `${n + 1}\n${long(at)},000 --> ${long(end)},000\n[${name}]: ${words}\n\n`,
    ),
  ],
  ["noScribe", ["S00", "S01"], write(["S00", "S01"], (name, { words, at }) => `${name}: [${long(at)}] ${words}\n\n`)],
  [
    "Rev",
    REAL,
    write(REAL, (name, { words, at }) => `${name} (${two(Math.floor(at / 60))}:${two(at % 60)}):\n${words}\n\n`),
  ],
  [
    "Rev, captions",
    ["Mari", "Owen"],
    write(
      ["Mari", "Owen"],
      (name, { words, at, end }, n) => `${n + 1}\n${long(at)},000 --> ${long(end)},000\n(${name}) ${words}\n\n`,
    ),
  ],
  ["Trint", REAL, write(REAL, (name, { words, at }) => `${name} [${long(at)}] ${words}\n\n`)],
  ["Trint, a line for the name", REAL, write(REAL, (name, { words, at }) => `[${long(at)}] ${name}\n${words}\n\n`)],
  [
    "Descript, Markdown",
    ["Mari", "Owen"],
    write(["Mari", "Owen"], (name, { words, at }) => `**${name}:** [${long(at)}] ${words}\n\n`),
  ],
  [
    "Descript, times above",
    ["Mari", "Owen"],
    write(["Mari", "Owen"], (name, { words, at }) => `[${long(at)}]\n${name}: ${words}\n\n`),
  ],
  [
    "Descript, table",
    REAL,
    write(
      REAL,
      (name, { words, at, end }) => `${name},${long(at)},${long(end)},"${words}"\n`,
      "Speaker Name,Start time,End time,Text\n",
    ),
  ],
  ["Happy Scribe", REAL, write(REAL, (name, { words, at }) => `[${long(at)}.05] - ${name}\n${words}\n\n`)],
  ["Sonix", REAL, write(REAL, (name, { words, at }) => `${name}: [${long(at)}] ${words}\n\n`)],
  [
    "Amberscript",
    ["SPEAKER 1", "SPEAKER 2"],
    write(["SPEAKER 1", "SPEAKER 2"], (name, { words, at }) => `${name} ${long(at)}\n${words}\n\n`),
  ],
  [
    "Google Meet",
    REAL,
    write(REAL, (name, { words }) => `${name}: ${words}\n`, "", "Meeting ended after 00:31:02 👋\n"),
  ],
  ["f4", ["I", "B"], write(["I", "B"], (name, { words, at }) => `${name}: ${words} #${long(at)}-5#\n\n`)],
  ["oral history, Q and A", ["Q", "A"], write(["Q", "A"], (name, { words }) => `${name}. ${words}\n\n`)],
  [
    "oral history, family names",
    ["EVANS", "HUGHES"],
    write(["EVANS", "HUGHES"], (name, { words }) => `${name}: ${words}\n\n`),
  ],
  ["initials", ["ME", "OH"], write(["ME", "OH"], (name, { words }) => `${name}: ${words}\n`)],
  ["initials with full stops", ["M.E.", "O.H."], write(["M.E.", "O.H."], (name, { words }) => `${name}: ${words}\n`)],
  ["initials and a dash", ["ME", "OH"], write(["ME", "OH"], (name, { words }) => `${name}—${words}\n`)],
  ["codes in brackets", ["id1", "id2"], write(["id1", "id2"], (name, { words }) => `[${name}] ${words}\n`)],
  ["codes in brackets, above", ["id1", "id2"], write(["id1", "id2"], (name, { words }) => `[${name}]\n${words}\n\n`)],
  [
    "titles",
    ["Dr. Mari Evans", "Cllr. Owen J. Hughes OBE"],
    write(["Dr. Mari Evans", "Cllr. Owen J. Hughes OBE"], (name, { words }) => `${name}: ${words}\n\n`),
  ],
  ["letters and strokes", ["I", "R"], write(["I", "R"], (name, { words }) => `${name}/ ${words}\n`)],
  [
    "a time in the midst",
    ["Interviewer", "Respondent"],
    write(["Interviewer", "Respondent"], (name, { words, at }) => `${name} ${long(at)} ${words}\n`),
  ],
  [
    "a focus group",
    ["Facilitator", "P1 (female, 45)"],
    write(["Facilitator", "P1 (female, 45)"], (name, { words }) => `${name}: ${words}\n`),
  ],
  [
    "Welsh",
    ["Cyfwelydd", "Cyfranogwr 4"],
    write(["Cyfwelydd", "Cyfranogwr 4"], (name, { words }) => `${name}: ${words}\n`),
  ],
  ["tabs, without headings", REAL, write(REAL, (name, { words, at }) => `${long(at)}\t${name}\t${words}\n`)],
  [
    "semicolons, German headings",
    REAL,
    write(
      REAL,
      (name, { words, at, end }) => `${long(at)};${long(end)};${name};${words}\n`,
      "Start;Ende;Sprecher;Text\n",
    ),
  ],
  [
    "a table in Markdown",
    REAL,
    write(
      REAL,
      (name, { words, at }) => `| ${long(at)} | ${name} | ${words} |\n`,
      "| Time | Speaker | Text |\n|---|---|---|\n",
    ),
  ],
];

describe("[I11] [I71] [I82] as text", () => {
  test.each(TEXT)("%s", async (_, names, text) => {
    const draft = await draftOf(text);
    expect(spoken(draft)).toEqual(said(names));
    expect(draft.speakers.map(({ interviewer }) => interviewer)).toEqual([true, false]);
  });
});

type Run = string | Readonly<{ text: string; bold?: boolean; break?: number }>;
const p = (...runs: readonly Run[]) =>
  new Paragraph({ children: runs.map((run) => (typeof run === "string" ? new TextRun(run) : new TextRun(run))) });
const strong = (text: string) => ({ text, bold: true });
const docx = async (children: readonly (Paragraph | Table)[]) =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
const each = (to: (name: string, one: Line) => readonly Paragraph[]) => LINES.flatMap((one) => to(REAL[one.who], one));
const table = (rows: readonly (readonly string[])[]) =>
  new Table({
    rows: rows.map((row) => new TableRow({ children: row.map((cell) => new TableCell({ children: [p(cell)] })) })),
  });

describe("[I31] [I55] as documents", () => {
  test.each<readonly [string, readonly (Paragraph | Table)[]]>([
    [
      "Teams",
      [
        p("Talk-20260303_100200-Meeting Recording"),
        p("March 3, 2026, 10:02AM"),
        p("31m 24s"),
        p("Evans, Mari started transcription"),
        ...each((name, { words, at }) => [p(strong(name), `   ${short(at)}`, { text: words, break: 1 })]),
        p("Evans, Mari stopped transcription"),
      ],
    ],
    ["Otter", each((name, { words, at }) => [p(strong(name), `  ${short(at)}`), p(words)])],
    [
      "Rev",
      each((name, { words, at }) => [p(`${name} (${two(Math.floor(at / 60))}:${two(at % 60)}):`), p(words), p("")]),
    ],
    ["Descript", each((name, { words }) => [p(strong(`${name}: `), words)])],
    ["bold lines for names", each((name, { words }) => [p(strong(name)), p(words)])],
    ["bold names before the words", each((name, { words }) => [p(strong(name), ` ${words}`)])],
    [
      "columns for time, speaker and text",
      [table([["Time", "Speaker", "Text"], ...LINES.map(({ who, words, at }) => [long(at), REAL[who], words])])],
    ],
    ["columns without headings", [table(LINES.map(({ who, words, at }) => [long(at), `${REAL[who]}:`, words]))]],
  ])("%s", async (_, children) => {
    const draft = await draftOf(await docx(children));
    expect(spoken(draft)).toEqual(said(REAL));
    expect(draft.speakers.map(({ interviewer }) => interviewer)).toEqual([true, false]);
  });
  test("[I83] bold questions above plain answers are offered as such", async () => {
    const draft = await draftOf(await docx(TALK.flatMap(([question, answer]) => [p(strong(question)), p(answer)])));
    expect(draft.warnings.map(({ code }) => code)).toEqual(["speakers.questions"]);
  });
});

describe("[I18] [I19] captions without speakers", () => {
  test("YouTube: what rolls is shown once", async () => {
    const words = [
      "so could you tell",
      "me how it began",
      "well i started",
      "by accident",
      "in two thousand",
      "and four",
      "more or less",
    ];
    const cues = words.flatMap((line, at) => {
      const before = words[at - 1] ?? " ";
      const [first = "", ...rest] = line.split(" ");
      return [
        `00:00:0${at}.160 --> 00:00:0${at}.990 align:start position:0%\n${before}\n${first}${rest.map((word) => `<00:00:0${at}.500><c> ${word}</c>`).join("")}\n`,
        `00:00:0${at}.990 --> 00:00:0${at + 1}.000 align:start position:0%\n${line}\n \n`,
      ];
    });
    const draft = await draftOf(`WEBVTT\nKind: captions\nLanguage: en\n\n${cues.join("\n")}`);
    expect(draft.text).toBe(words.join(" "));
  });
  test("broadcasters: each >> begins a turn of nobody", async () => {
    const draft = await draftOf(
      LINES.map(({ words, at, end }, n) => `${n + 1}\n${long(at)},000 --> ${long(end)},000\n>> ${words}\n`).join("\n"),
    );
    expect(spoken(draft)).toEqual(LINES.map(({ words }) => `-: >> ${words}`));
  });
  test("signs of what is heard are nobody", async () => {
    const cues = [
      "(Laughter)",
      "So it went.",
      "[Applause]",
      "(Door Closing)",
      "And so on.",
      "We went home.",
      "(Door Closing)",
      "That is all.",
      "Good night.",
    ];
    const draft = await draftOf(
      cues.map((words, n) => `${n + 1}\n00:00:0${n},000 --> 00:00:0${n + 1},000\n${words}\n`).join("\n"),
    );
    expect(draft.speakers).toEqual([]);
  });
});
