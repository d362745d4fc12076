/** PDFs: words at places into paragraphs, columns and turns. */
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { describe, expect, test, vi } from "vitest";
import { open } from "#lib/format/import/open.ts";
import { column, makePdf } from "#tests/kit/pdf.ts";
import { draftOf, left, spoken } from "./say.ts";

const frame = (page: number) => [
  { text: "Interview for the Lake project", x: 60, y: 810 },
  { text: `Page ${page} of 3`, x: 280, y: 30 },
];

test("[I60] [I61] lines become paragraphs, labels turns; what comes back on every page is left out", async () => {
  const draft = await draftOf(
    makePdf([
      [
        ...frame(1),
        ...column(60, 760, [
          "Mari: How did it all begin with the lake and the people who live",
          "around it?",
          "Owen: Slowly, because nobody knew what the water would do to the",
          "fields, and then it came faster than any of us had",
        ]),
      ],
      [
        ...frame(2),
        ...column(60, 760, ["thought it would.", "Mari: And then?", "Owen: We moved the sheep up the hill."]),
        ...column(60, 690, ["A second paragraph of his."]),
      ],
      [...frame(3), ...column(60, 760, ["Mari: Thank you. That was page 3 of 3 for me as well."])],
    ]),
  );
  expect(spoken(draft)).toEqual([
    "Mari: How did it all begin with the lake and the people who live around it?",
    "Owen: Slowly, because nobody knew what the water would do to the fields, and then it came faster than any of us had thought it would.",
    "Mari: And then?",
    "Owen: We moved the sheep up the hill.\nA second paragraph of his.",
    "Mari: Thank you. That was page 3 of 3 for me as well.",
  ]);
  expect(draft.format).toBe("pdf");
  expect(left(draft)).toEqual({ "line-join": 3, "page-margin": 3, "page-number": 3, label: 5 });
});

describe("[I88] bold names", () => {
  const bold = (x: number, y: number, text: string) => ({ text, x, y, bold: true });
  test("on the line of the words, without a colon, in lines that follow closely", async () => {
    const page = [0, 1, 2].flatMap((round) => [
      bold(60, 760 - round * 48, "Mari"),
      { text: "What came of it in all those years when nobody had asked?", x: 94, y: 760 - round * 48 },
      bold(60, 748 - round * 48, "Owen"),
      { text: "First there was the water, and we all went up to look at", x: 94, y: 748 - round * 48 },
      { text: "it, and then came the road and everything that is there.", x: 60, y: 736 - round * 48 },
    ]);
    const draft = await draftOf(makePdf([page]));
    expect(draft.dialect).toBe("bold");
    expect(spoken(draft).slice(0, 2)).toEqual([
      "Mari: What came of it in all those years when nobody had asked?",
      "Owen: First there was the water, and we all went up to look at it, and then came the road and everything that is there.",
    ]);
    expect(draft.speakers.map(({ label, turns, interviewer }) => [label, turns, interviewer])).toEqual([
      ["Mari", 3, true],
      ["Owen", 3, false],
    ]);
  });
  test("on lines of their own, and headings that are nobody", async () => {
    const page = [0, 1, 2].flatMap((round) => [
      ...(round === 1 ? [bold(60, 772 - round * 72, "The second part")] : []),
      bold(60, 760 - round * 72, "Mari Evans"),
      { text: "What came of it?", x: 60, y: 748 - round * 72 },
      bold(60, 736 - round * 72, "Owen Hughes"),
      { text: "First there was the water.", x: 60, y: 724 - round * 72 },
    ]);
    const draft = await draftOf(makePdf([page]));
    expect(spoken(draft)).toEqual([
      "Mari Evans: What came of it?",
      "Owen Hughes: First there was the water.",
      "-: The second part",
      "Mari Evans: What came of it?",
      "Owen Hughes: First there was the water.",
      "Mari Evans: What came of it?",
      "Owen Hughes: First there was the water.",
    ]);
  });
});

test("[I62] a parted word is joined only where the document has it whole", async () => {
  const draft = await draftOf(
    makePdf([
      column(60, 760, [
        "The council is for the whole county, and we all know that the coun-",
        "cil decides. It was a well-",
        "known thing in those days, and everybody here in the valley knew it.",
      ]),
    ]),
  );
  expect(draft.text).toBe(
    "The council is for the whole county, and we all know that the council decides. It was a well-known thing in those days, and everybody here in the valley knew it.",
  );
});

describe("columns", () => {
  test("[I60] a column of times beside the words is a table, also over the page's end", async () => {
    const row = (y: number, time: string, lines: readonly string[]) => [
      ...(time === "" ? [] : [{ text: time, x: 60, y }]),
      ...column(160, y, lines),
    ];
    const draft = await draftOf(
      makePdf([
        [
          { text: "Time code", x: 60, y: 760 },
          { text: "What is said", x: 160, y: 760 },
          ...row(730, "00:00:01", ["What do you remember of the early days at", "the works?"]),
          ...row(690, "00:00:09", ["The noise, first of all, and then the heat", "that came off the furnace doors."]),
          ...row(650, "00:01:00", ["And the people?"]),
          ...row(620, "00:01:05", [
            "There were forty of us on a shift and we",
            "all knew each other, because everybody",
          ]),
        ],
        [
          ...row(760, "", ["came from the same four streets."]),
          ...row(730, "00:02:00", ["Did they stay, all of them, until the end?"]),
          ...row(700, "00:02:04", [
            "Most did.",
            "Some went away to the coast for work and",
            "were never seen again by any of us.",
          ]),
          ...row(640, "00:02:44", ["Thank you very much."]),
        ],
      ]),
    );
    expect(draft.dialect).toBe("table");
    expect(spoken(draft)).toEqual([
      "-: What do you remember of the early days at the works?",
      "-: The noise, first of all, and then the heat that came off the furnace doors.",
      "-: And the people?",
      "-: There were forty of us on a shift and we all knew each other, because everybody came from the same four streets.",
      "-: Did they stay, all of them, until the end?",
      "-: Most did.\nSome went away to the coast for work and were never seen again by any of us.",
      "-: Thank you very much.",
    ]);
    expect(draft.turns.map((turn) => turn.startMs)).toEqual([1000, 9000, 60_000, 65_000, 120_000, 124_000, 164_000]);
  });

  test("[I60] columns of a newspaper are read one after the other", async () => {
    const words = (name: string) => Array.from({ length: 10 }, (_, at) => `${name} line ${at} goes on and on here and`);
    const draft = await draftOf(makePdf([[...column(50, 760, words("left")), ...column(320, 754, words("right"))]]));
    expect(draft.text.indexOf("left line 9")).toBeLessThan(draft.text.indexOf("right line 0"));
    expect(draft.text).not.toContain("\t");
  });
});

test("[I60] [I88] no picture is decoded while the fonts of a page are learnt", async () => {
  const bytes = makePdf([column(60, 760, ["Some words."])], true);
  const { OPS } = await getResolvedPDFJS();
  const page = await (await getDocumentProxy(bytes.slice())).getPage(1);
  expect((await page.getOperatorList()).fnArray).toContain(OPS.paintInlineImageXObject);
  const gone = vi.spyOn(Object.getPrototypeOf(page) as typeof page, "getOperatorList");
  expect((await draftOf(bytes)).text).toBe("Some words.");
  const lists = await Promise.all(gone.mock.settledResults.map(({ value }) => value));
  gone.mockRestore();
  expect(lists).toHaveLength(1);
  for (const { fnArray } of lists) {
    expect(fnArray).toContain(OPS.setFont);
    expect(fnArray).not.toContain(OPS.paintInlineImageXObject);
  }
});

test("[I63] a scan says that it is one, and empty pages are pointed out", async () => {
  expect(await open(makePdf([[], []]))).toEqual({ ok: false, fault: { code: "file.scan", count: 2 } });
  const draft = await draftOf(makePdf([column(60, 760, ["Some words."]), [], []]));
  expect(draft.warnings).toEqual([{ code: "page.picture", line: 2, count: 2 }]);
});

test("[I64] A, B, C … are people, and so are the I and the Q among them", async () => {
  const letters = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
  const draft = await draftOf([1, 2, 3].flatMap((n) => letters.map((letter) => `${letter}: Answer ${n}.`)).join("\n"));
  expect(draft.speakers.filter((speaker) => speaker.interviewer)).toEqual([]);
  expect(draft.speakers.length).toBe(9);
});
