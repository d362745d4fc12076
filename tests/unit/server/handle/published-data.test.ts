import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pair } from "#lib/domain/field.ts";
import { wordsOf } from "#lib/domain/report/model.ts";
import { entriesOf } from "#lib/format/docx/zip.ts";
import { ReportFile } from "#lib/format/report/json-shape.ts";
import { readWorkbook } from "#lib/format/sheet/read.ts";
import { check, download } from "#lib/server/handle/report.ts";
import { decide, decidedStudy, desk, edit, translate, undecided } from "#tests/kit/desk.ts";
import { STUDY, id } from "#tests/kit/study.ts";
import type { Told } from "#tests/kit/study.ts";

const QUOTE = "At Aberwen, Siân Llewelyn taught us all.";
const WHOLE = "At [a council], [a manager] taught us all.";

/** A study whose names are decided, with a second finding that cites the first quote too. */
function cited(): Told {
  const told = decidedStudy();
  const evidence = told.rows.live("evidence", pair(id("F"), id("q1")));
  if (!evidence || told.quotes.get(id("q1")) !== QUOTE) throw new Error("another study");
  told.rows.put("finding", { id: id("G"), status: "draft", ord: "a1", gone: false });
  told.rows.put("findingTheme", { id: pair(id("G"), id("T")), finding: id("G"), theme: id("T"), gone: false });
  told.say(id("G"), "statement", "en", "Somebody at Aberwen helped.");
  told.rows.put("evidence", {
    ...evidence,
    id: pair(id("G"), id("q1")),
    finding: id("G"),
    stance: "contradicts",
  });
  return told;
}

async function taken(told: Told, format: "csv" | "xlsx" | "json", lang: "en" | "cy" = "en"): Promise<Uint8Array> {
  const answer = await download(desk(told), STUDY, { format, lang });
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value.bytes;
}
async function csv(told: Told, lang: "en" | "cy" = "en"): Promise<string[][]> {
  const text = new TextDecoder().decode(await taken(told, "csv", lang));
  return text
    .trim()
    .split("\r\n")
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/gu)].map(([, cell = ""]) => cell.replaceAll('""', '"')));
}
async function sheet(told: Told): Promise<readonly (readonly string[])[]> {
  const bytes = await taken(told, "xlsx");
  const entries = entriesOf(bytes);
  const book = entries.ok ? readWorkbook(bytes, entries.value, "xlsx") : entries;
  if (!book.ok) throw new Error(book.fault.code);
  return book.value.sheets[0]?.rows ?? [];
}
async function data(told: Told): Promise<ReportFile["quotes"]> {
  return ReportFile.parse(JSON.parse(new TextDecoder().decode(await taken(told, "json")))).quotes;
}
const lines = (rows: readonly (readonly string[])[]) => rows.slice(1).map((row) => [row[1], row[2]]);
const published = (quotes: ReportFile["quotes"]) =>
  quotes.map((one) => one.published.map(({ statement, use, text }) => [statement.text, use, text.text]));

describe("data", () => {
  test("[W11] [R17] [R26] a quote stands whole, and beside it as each finding publishes it, said to be so", async () => {
    const told = cited();
    expect(lines(await csv(told))).toEqual([
      ["'=Mae'r data'n flêr yn [an association].", ""],
      [WHOLE, ""],
    ]);
    edit(told, "F", "q1", QUOTE.indexOf(", S"), QUOTE.indexOf(" taught"), null);
    const once = [
      ["'=Mae'r data'n flêr yn [an association].", ""],
      [WHOLE, "At [a council] […] taught us all."],
    ];
    expect(lines(await csv(told))).toEqual(once);
    expect((await csv(told))[0]?.slice(0, 4)).toEqual(["Theme", "Quote", "As published", "Translation"]);
    expect((await csv(told, "cy"))[0]?.slice(0, 4)).toEqual(["Thema", "Dyfyniad", "Fel y’i cyhoeddir", "Cyfieithiad"]);

    // Alike in two findings: once. Otherwise: under one another.
    edit(told, "G", "q1", QUOTE.indexOf(", S"), QUOTE.indexOf(" taught"), null);
    expect(lines(await csv(told))).toEqual(once);
    edit(told, "G", "q1", QUOTE.length - 1, QUOTE.length - 1, "at work");
    const both = "At [a council] […] taught us all.\nAt [a council] […] taught us all [at work].";
    expect(lines(await csv(told))[1]).toEqual([WHOLE, both]);
    expect(lines(await sheet(told))[1]).toEqual([WHOLE, both]);
  });

  test("[W11] [R29] the .json says of which finding a wording is, and where what nobody said stands in it", async () => {
    const told = cited();
    edit(told, "G", "q1", 0, 0, "With us:");
    edit(told, "G", "q1", QUOTE.indexOf(" us"), QUOTE.indexOf("."), null);
    const quotes = await data(told);
    expect(published(quotes)).toEqual([
      [],
      [["Somebody at [a council] helped.", "contradicts", "[With us:] At [a council], [a manager] taught […]."]],
    ]);
    const text = quotes[1]?.published[0]?.text;
    expect(text?.replaced.map(({ start, end }) => text.text.slice(start, end))).toEqual([
      "[With us:]",
      "[a council]",
      "[a manager]",
      "[…]",
    ]);
    expect(quotes[1]?.quote.text).toBe(WHOLE);
  });

  test("[W5] [W11] [G4] a name that only an edit brings keeps data back, and is in none of them once it is decided", async () => {
    const told = cited();
    const named = [undecided(told, "Pontarddulais Mill")];
    edit(told, "F", "q1", 0, 0, "of Pontarddulais Mill");
    const answers = async () =>
      Promise.all(
        (["csv", "xlsx", "json"] as const).map((format) =>
          download(desk(told, named), STUDY, { format, lang: "en" }).then((one) => (one.ok ? "left" : one.fault.code)),
        ),
      );
    expect(await answers()).toEqual(["report.open", "report.open", "report.open"]);
    decide(told, "term", "replace", "a mill", "term");
    expect(await answers()).toEqual(["left", "left", "left"]);
  });

  test("[W3] [W11] [R4] whatever edits two findings make, data say what the report says", async () => {
    const length = Array.from(QUOTE).length;
    const edits = fc.array(fc.tuple(fc.nat(length), fc.nat(6), fc.option(fc.constantFrom("so", "a b"))), {
      maxLength: 2,
    });
    await fc.assert(
      fc.asyncProperty(edits, edits, async (one, other) => {
        const told = cited();
        for (const [finding, all] of [
          ["F", one],
          ["G", other],
        ] as const) {
          let at = 0;
          for (const [from, long, words] of all.toSorted((a, b) => a[0] - b[0])) {
            const [start, end] = [from, Math.min(length, from + (words === null ? long + 1 : long))];
            if (start < at || start >= length || end - start >= length) continue;
            edit(told, finding, "q1", start, end, words);
            at = end + 1;
          }
        }
        const { report } = await check(desk(told), STUDY, id("me"), "en");
        const said = report.blocks.flatMap((block) => (block.kind === "quote" ? [wordsOf(block.text)] : []));
        const wordings = said.filter((words) => !words.startsWith("=") && words !== WHOLE);
        const [, row] = await data(told);
        expect(row?.quote.text).toBe(WHOLE);
        const wrote = published(row ? [row] : [])[0]?.map(([, , words]) => words) ?? [];
        expect(wrote.filter((words) => words !== WHOLE).toSorted()).toEqual(wordings.toSorted());
        expect((await csv(told))[2]?.[2]).toBe([...new Set(wrote)].join("\n"));
      }),
      { numRuns: 30 },
    );
  });

  test("[W11] [W13] a translation stands in its own column and field, also of a quote that nobody edits", async () => {
    const told = cited();
    translate(told, "F", "q3", "en", "The data are untidy at Tai Cynefin.");
    translate(told, "G", "q1", "cy", "Dysgodd Siân Llewelyn ni i gyd.");
    const cell = async (lang: "en" | "cy") => (await csv(told, lang)).slice(1).map((row) => row.slice(2, 4));
    expect(await cell("en")).toEqual([
      ["", "The data are untidy at [an association]."],
      ["", ""],
    ]);
    expect(await cell("cy")).toEqual([
      ["", ""],
      ["", "Dysgodd [a manager] ni i gyd."],
    ]);
    const [first] = await data(told);
    expect(first?.published.map(({ text, translation }) => [text.text, translation])).toEqual([
      [
        "=Mae'r data'n flêr yn [an association].",
        {
          language: "en-GB",
          text: "The data are untidy at [an association].",
          replaced: [{ start: 23, end: 39 }],
        },
      ],
    ]);
  });

  test("[W11] a quote that findings publish as it was said has nothing beside it", async () => {
    expect(published(await data(cited()))).toEqual([[], []]);
  });
});
