import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { organisationAliases, personAliases } from "#lib/domain/identifier/alias.ts";
import { finder } from "#lib/domain/identifier/find.ts";
import { compose } from "#lib/format/report/compose.ts";
import { cell, csv } from "#lib/format/report/csv.ts";
import { docx } from "#lib/format/report/docx.ts";
import { html } from "#lib/format/report/html.ts";
import { wordsOf } from "#lib/domain/report/model.ts";
import type { Block, Report } from "#lib/domain/report/model.ts";
import { veil } from "#lib/format/report/veil.ts";
import { material, names } from "#tests/kit/material.ts";
import { sayReport as say } from "#lib/server/load/say.ts";

const terms = [
  ...Object.entries(names).map(([id, words]) => ({ id, words, aliases: organisationAliases(words) })),
  { id: "P", words: "Siân Llewelyn", aliases: personAliases("Siân Llewelyn") },
];
const labels: Readonly<Record<string, string>> = {
  A: "council A",
  B: "cyngor B",
  C: "council C",
  D: "association",
  P: "a manager",
};
const find = finder(terms);
const veiled = (lang: "en" | "cy" = "en") =>
  veil(compose(material(lang), say(lang)), {
    find,
    choose: (one) => labels[one.term] ?? "name",
    settled: () => true,
    kept: () => false,
  });

function lines(report: Report): string[] {
  return report.blocks.flatMap((block: Block): string[] => {
    switch (block.kind) {
      case "heading":
        return [`${"#".repeat(block.level)} ${wordsOf(block.text)}`];
      case "paragraph":
        return [wordsOf(block.text)];
      case "quote":
        return [`> ${wordsOf(block.text)}`];
      case "list":
        return block.items.map((item) => `- ${wordsOf(item)}`);
      case "respondents":
        return block.items.map((item) => `* ${[item.name, item.note && wordsOf(item.note)].filter(Boolean).join(" ")}`);
      case "table":
        return [wordsOf(block.caption), ...block.rows.map((row) => row.map(wordsOf).join(" | "))];
    }
  });
}

describe("compose", () => {
  test("[R1][R2][R3][R4][R8] writes the whole report from the data, in English", () => {
    expect(lines(compose(material(), say("en")))).toMatchInlineSnapshot(`
      [
        "# Introduction",
        "We wanted to learn.",
        "With care:",
        "- first",
        "- second",
        "# Problem statement",
        "What helps?",
        "## Research questions",
        "How ready are they?",
        "# Definitions",
        "## Automation",
        "Use of technology to do tasks.",
        "## Artificial intelligence (AI)",
        "An umbrella term.",
        "# Approach",
        "## Interviews",
        "We spoke to representatives from 4 organisations: 3 local authorities and 1 housing association.",
        "We held 4 interviews. 3 interviews lasted 90 minutes and 1 interview lasted 60 minutes.",
        "A range of roles took part:",
        "- Head of digital",
        "- Swyddog data",
        "## Survey",
        "We received 3 completed survey responses from 2 organisations.",
        "## Analysis",
        "We took verbatim quotes from the interview transcripts and the survey comments, placed them on a digital whiteboard beside our own insights, and sorted them into recurring themes.",
        "Interviews and survey responses are counted apart. For each theme we say how many of the organisations that were asked raised it.",
        "Findings are aggregated and anonymised. Words in [brackets] stand in place of words that could identify someone; everything else in a quote is as it was said or written.",
        "# Respondents",
        "We would like to thank everyone who contributed to this research.",
        "## Interviews",
        "We completed interviews with:",
        "### 3 local authorities",
        "* Aberwen Council",
        "* Cyngor Sir Hesgen",
        "* 1 anonymised",
        "### 1 housing association",
        "* anonymised",
        "## Survey",
        "We received completed survey responses from:",
        "### 2 local authorities",
        "* Aberwen Council (2 submissions)",
        "* Cyngor Sir Hesgen",
        "# Findings",
        "## Getting the basics right",
        "What has to be there first.",
        "Raised by 3 of 4 organisations interviewed and 1 of 2 organisations surveyed.",
        "Most want the basics first.",
        "> At Aberwen we’d rather get the data right – “first things first” & <then> the rest.",
        "> Yng Nghyngor Sir Hesgen mae'r data'n flêr.",
        "Someone saw it differently:",
        "> Siân Llewelyn would start tomorrow.",
        "### Data",
        "Raised by 1 of 4 organisations interviewed and 0 of 2 organisations surveyed.",
        "# Research limitations",
        "We did not speak to health bodies.",
        "- More than half of respondent organisations (3 of 4) were local authorities, so our data is weighted towards them.",
        "- Interviews were of different lengths (90 minutes and 60 minutes), so some topics were explored in more detail with some organisations.",
        "- Only 4 organisations took part, so findings may not hold for others.",
      ]
    `);
  });

  test("[R5] and in Welsh, with people's own words in their language", () => {
    const report = compose(material("cy"), say("cy"));
    expect(lines(report)).toMatchInlineSnapshot(`
      [
        "# Cyflwyniad",
        "We wanted to learn.",
        "With care:",
        "- first",
        "- second",
        "# Datganiad o’r broblem",
        "What helps?",
        "## Cwestiynau ymchwil",
        "How ready are they?",
        "# Diffiniadau",
        "## Automation",
        "Use of technology to do tasks.",
        "## Artificial intelligence (AI)",
        "An umbrella term.",
        "# Dull gweithredu",
        "## Cyfweliadau",
        "Siaradom â chynrychiolwyr o 4 o sefydliadau: 3 awdurdod lleol; 1 gymdeithas dai.",
        "Cynhaliwyd 4 o gyfweliadau. Hyd y cyfweliadau: 3 chyfweliad (90 munud); 1 cyfweliad (60 munud).",
        "Cymerodd amrywiaeth o rolau ran:",
        "- Head of digital",
        "- Swyddog data",
        "## Arolwg",
        "Cafwyd 3 ymateb cyflawn i’r arolwg gan 2 sefydliad.",
        "## Dadansoddi",
        "Cymerwyd dyfyniadau gair am air o drawsgrifiadau’r cyfweliadau ac o sylwadau’r arolwg, eu gosod ar fwrdd gwyn digidol wrth ymyl ein sylwadau ein hunain, a’u didoli’n themâu a oedd yn codi dro ar ôl tro.",
        "Caiff cyfweliadau ac ymatebion i’r arolwg eu cyfrif ar wahân. Ar gyfer pob thema, nodir faint o’r sefydliadau a holwyd a’i cododd.",
        "Mae’r canfyddiadau wedi’u crynhoi a’u gwneud yn ddienw. Mae geiriau mewn [bachau petryal] yn sefyll yn lle geiriau a allai ddatgelu pwy yw rhywun; mae popeth arall mewn dyfyniad fel y’i dywedwyd neu y’i hysgrifennwyd.",
        "# Ymatebwyr",
        "Hoffem ddiolch i bawb a gyfrannodd at yr ymchwil hon.",
        "## Cyfweliadau",
        "Cwblhawyd cyfweliadau gyda:",
        "### 3 awdurdod lleol",
        "* Aberwen Council",
        "* Cyngor Sir Hesgen",
        "* 1 yn ddienw",
        "### 1 gymdeithas dai",
        "* dienw",
        "## Arolwg",
        "Cafwyd ymatebion cyflawn i’r arolwg gan:",
        "### 2 awdurdod lleol",
        "* Aberwen Council (2 ymateb)",
        "* Cyngor Sir Hesgen",
        "# Canfyddiadau",
        "## Getting the basics right",
        "What has to be there first.",
        "Codwyd gan 3 o’r 4 sefydliad a gafodd gyfweliad; 1 o’r 2 sefydliad a atebodd yr arolwg.",
        "Most want the basics first.",
        "> At Aberwen we’d rather get the data right – “first things first” & <then> the rest.",
        "> Yng Nghyngor Sir Hesgen mae'r data'n flêr.",
        "Roedd rhywun yn ei gweld hi’n wahanol:",
        "> Siân Llewelyn would start tomorrow.",
        "### Data",
        "Codwyd gan 1 o’r 4 sefydliad a gafodd gyfweliad; 0 o’r 2 sefydliad a atebodd yr arolwg.",
        "# Cyfyngiadau’r ymchwil",
        "We did not speak to health bodies.",
        "- Roedd mwy na hanner y sefydliadau a ymatebodd (3 o 4) yn perthyn i un math (awdurdodau lleol), felly mae ein data’n pwyso tuag atynt hwy.",
        "- Roedd hyd y cyfweliadau’n amrywio (90 munud; 60 munud), felly trafodwyd rhai pynciau’n fanylach gyda rhai sefydliadau.",
        "- Dim ond 4 o sefydliadau a gymerodd ran, felly efallai na fydd y canfyddiadau’n wir am eraill.",
      ]
    `);
    expect(report.blocks.some((block) => block.kind === "quote" && block.text.lang === "en")).toBe(true);
  });
});

test("[R10][R11][R12] veils every text, says where each name stood, and leaves the respondents list alone", () => {
  const { report, hits } = veiled();
  const text = lines(report);
  expect(text).toContain(
    "> At [council A] we\u2019d rather get the data right – “first things first” & <then> the rest.",
  );
  expect(text).toContain("> Yng [cyngor B] mae'r data'n flêr.");
  expect(text).toContain("> [a manager] would start tomorrow.");
  expect(text).toContain("* Aberwen Council (2 submissions)");
  expect(hits.map((hit) => [hit.terms, hit.where, hit.before.slice(-4), hit.words, hit.kept])).toEqual([
    [["A"], "quote", "At ", "Aberwen", false],
    [["B"], "quote", "Yng ", "Nghyngor Sir Hesgen", false],
    [["P"], "quote", "", "Siân Llewelyn", false],
  ]);
});

describe("html", () => {
  test("[R14] the same report is the same bytes", () => {
    expect(html(veiled().report, "Contents")).toEqual(html(veiled().report, "Contents"));
  });

  test("[R15][R16] is one well-formed file that loads nothing, with languages and headings in order", () => {
    const text = new TextDecoder().decode(html(veiled().report, "Contents"));
    const parser = new SaxesParser();
    const levels: number[] = [];
    parser.on("error", (fault) => {
      throw fault;
    });
    parser.on("opentag", (tag) => {
      if (/^h[1-6]$/.test(tag.name)) levels.push(Number(tag.name.slice(1)));
    });
    parser.write(text).close();
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    });
    expect(text).not.toMatch(/https?:|src=|<script|@import|url\(/);
    expect(text).toContain('<html lang="en-GB">');
    expect(text).toContain('<blockquote lang="cy-GB" dir="auto">');
    expect(text).toContain("&amp; &lt;then&gt;");
    expect(text).toContain('<span data-agreed="">Aberwen Council</span> (2 submissions)');
  });
});

describe("docx", () => {
  test("[R14] the same report is the same bytes", async () => {
    expect(await docx(veiled().report)).toEqual(await docx(veiled().report));
  });

  test("[R9][R20][R21][R22] has styles, languages, the words, and says nothing else", async () => {
    const members = unzipSync(await docx(veiled().report));
    const document = strFromU8(members["word/document.xml"] ?? new Uint8Array());
    for (const style of [
      "Title",
      "Heading1",
      "Heading2",
      "Heading3",
      "Quote",
      "Statement",
      "Respondent",
      "RespondentName",
    ]) {
      expect(document).toContain(`w:val="${style}"`);
      expect(strFromU8(members["word/styles.xml"] ?? new Uint8Array())).toContain(`w:styleId="${style}"`);
    }
    expect(document).toContain('w:lang w:val="cy-GB"');
    const core = strFromU8(members["docProps/core.xml"] ?? new Uint8Array());
    expect(core).toContain("<dc:creator>Carthen</dc:creator>");
    expect(core.match(/20\d\d-[^<]*/g)).toEqual(["2000-01-01T00:00:00Z", "2000-01-01T00:00:00Z"]);
    const all = Object.values(members)
      .map((content) => strFromU8(content))
      .join("");
    expect(all).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Fa-f}]*\})/);
  });
});

test("[R6][R22] a study with enough organisations of a kind gets a table with a head row", async () => {
  const base = material();
  const [first] = base.themes;
  const tally = {
    quotes: 9,
    participants: 6,
    organisations: 5,
    of: 9,
    kinds: [
      { kind: "local_authority", quotes: 6, participants: 4, organisations: 3, of: 6 },
      { kind: "housing_association", quotes: 1, participants: 1, organisations: 1, of: 1 },
      { kind: "arms_length_body", quotes: 2, participants: 1, organisations: 1, of: 2 },
    ],
  };
  if (first === undefined) throw new Error("no theme");
  const report = compose({ ...base, themes: [{ ...first, count: { ...first.count, interview: tally } }] }, say("en"));
  expect(
    report.blocks.filter((block) => block.kind === "table").map((block) => block.rows.map((row) => row.map(wordsOf))),
  ).toEqual([
    [
      ["Interviews", "Local authorities", "3 of 6", "4", "6"],
      ["Interviews", "Other kinds, taken together", "2 of 3", "2", "3"],
    ],
  ]);
  const members = unzipSync(await docx(report));
  expect(strFromU8(members["word/document.xml"] ?? new Uint8Array())).toContain("<w:tblHeader");
  expect(strFromU8(members["word/document.xml"] ?? new Uint8Array())).toContain('w:val="Caption"');
  expect(new TextDecoder().decode(html(report, "Contents"))).toContain('<th scope="row">Local authorities</th>');
});

describe("csv", () => {
  test.each([
    "=1+1",
    "+44",
    "-1",
    "@cmd",
    "\t=1",
    "\r1",
    "\n1",
    "\u00001",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "  =1",
    "\u200b=1",
  ])("[R18] disarms %j", (words) => {
    expect(cell(words)).toMatch(/^"'/);
  });

  test("[R17][R19] every cell comes back as it was, and none begins a formula", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("=A1", "a,b", 'say "x"', "two\nlines", "-")),
            { minLength: 2, maxLength: 2 },
          ),
          { minLength: 1 },
        ),
        (rows) => {
          const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(csv(rows));
          expect(text.startsWith("\ufeff")).toBe(true);
          const back = Papa.parse<string[]>(text.slice(1), {
            delimiter: ",",
            newline: "\r\n",
            skipEmptyLines: true,
          }).data;
          expect(back.map((row) => row.map((one) => one.replace(/^'/, "")))).toEqual(
            rows.map((row) => row.map((one) => one.replace(/^'/, "").replaceAll("\u0000", "\ufffd"))),
          );
          // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
          for (const one of back.flat()) expect(one).not.toMatch(/^[\s\u0000]*[=+\-@＝＋－＠]/);
        },
      ),
    );
  });
});
