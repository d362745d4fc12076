import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { organisationAliases, personAliases } from "#lib/domain/identifier/alias.ts";
import { finder } from "#lib/domain/identifier/find.ts";
import { USUAL } from "#lib/domain/disclosure/settings.ts";
import type { Settings } from "#lib/domain/disclosure/settings.ts";
import { compose } from "#lib/format/report/compose.ts";
import type { Material, ThemePart } from "#lib/format/report/material.ts";
import { cell, csv } from "#lib/format/report/csv.ts";
import { docx } from "#lib/format/report/docx.ts";
import { html } from "#lib/format/report/html.ts";
import type { Appendix } from "#lib/domain/report/check.ts";
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
    open: () => [],
    settled: () => true,
    kept: () => false,
    spared: () => false,
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
  test("[R40][R41][R42][R43] the appendices that were asked for stand behind the report, filled from the data", () => {
    const wanted = (...which: readonly Appendix[]): Material => {
      const whole = material();
      return { ...whole, appendix: { ...whole.appendix, wanted: new Set(which) } };
    };
    const plainLines = lines(compose(wanted(), say("en")));
    expect(lines(compose(material(), say("en")))).toEqual(plainLines);
    const behind = (made: Material) => lines(compose(made, say("en"))).slice(plainLines.length);
    expect(behind(wanted("guide", "codebook"))).toEqual([
      "# Appendix: topic guide",
      "The questions in the order of the guide, and who was asked each of them.",
      "Questions and who was asked them",
      "How did it begin? | interviews of 90 minutes, survey",
      "# Appendix: codebook",
      "The tags that were put on quotes, each with what it was used for.",
      "Tags and what they mean",
      "money | Who pays.",
      "money › grants | Used for: one year\nNot for: loans",
    ]);
    const checklist = behind(wanted("checklist")).slice(3);
    expect(checklist).toHaveLength(32);
    expect(checklist.map((line) => Number(line.split(".")[0]))).toEqual(Array.from({ length: 32 }, (_, at) => at + 1));
    expect(checklist).toContain("22. Data saturation | The last 3 interviews brought no new tag or theme.");
    expect(checklist).toContain("24. Number of data coders | 2 people marked quotes.");
    expect(checklist).toContain("1. Interviewer or facilitator | For the team to answer.");
    const recommended = {
      ...material(),
      texts: { recommendations: { lang: "en", words: "Pay for the second year." } },
    };
    expect(lines(compose(recommended, say("en"))).slice(-2)).toEqual(["# Recommendations", "Pay for the second year."]);
  });

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
        "We spoke to representatives from 4 organisations.",
        "We held 4 interviews. 3 interviews lasted 90 minutes and 1 interview lasted 60 minutes.",
        "A range of roles took part:",
        "- Head of digital",
        "- Swyddog data",
        "## Survey",
        "We received 3 completed survey responses from 2 organisations.",
        "## Analysis",
        "We took verbatim quotes from the interview transcripts and the survey comments, placed them on a digital whiteboard beside our own insights, and sorted them into recurring themes.",
        "Interviews and survey responses are counted apart. For each theme we say how many of the organisations that were asked raised it.",
        "Numbers that rest on fewer than 3 organisations or fewer than 5 people are given in words or not at all. So are numbers that would tell what almost every organisation said, and some from which others could be worked out.",
        "Fewer than 6 organisations were interviewed, so we do not say how many of them raised a theme.",
        "Fewer than 6 organisations answered the survey, so we do not say how many of them raised a theme.",
        "Findings are aggregated and anonymised. Words in [brackets] stand in place of words that could identify someone; everything else in a quote is as it was said or written.",
        "# Respondents",
        "We would like to thank everyone who contributed to this research.",
        "## Interviews",
        "We completed interviews with:",
        "* Aberwen Council",
        "* Cyngor Sir Hesgen",
        "* 2 anonymised",
        "## Survey",
        "We received completed survey responses from:",
        "### 2 local authorities",
        "* Aberwen Council (2 submissions)",
        "* Cyngor Sir Hesgen",
        "# Findings",
        "## Getting the basics right",
        "What has to be there first.",
        "Most want the basics first.",
        "> At Aberwen we’d rather get the data right – “first things first” & <then> the rest.",
        "> Yng Nghyngor Sir Hesgen mae'r data'n flêr.",
        "Someone saw it differently:",
        "> Siân Llewelyn would start tomorrow.",
        "### Data",
        "# Research limitations",
        "We did not speak to health bodies.",
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
        "Siaradom â chynrychiolwyr o 4 o sefydliadau.",
        "Cynhaliwyd 4 o gyfweliadau. Hyd y cyfweliadau: 3 chyfweliad (90 munud); 1 cyfweliad (60 munud).",
        "Cymerodd amrywiaeth o rolau ran:",
        "- Head of digital",
        "- Swyddog data",
        "## Arolwg",
        "Cafwyd 3 ymateb cyflawn i’r arolwg gan 2 sefydliad.",
        "## Dadansoddi",
        "Cymerwyd dyfyniadau gair am air o drawsgrifiadau’r cyfweliadau ac o sylwadau’r arolwg, eu gosod ar fwrdd gwyn digidol wrth ymyl ein sylwadau ein hunain, a’u didoli’n themâu a oedd yn codi dro ar ôl tro.",
        "Caiff cyfweliadau ac ymatebion i’r arolwg eu cyfrif ar wahân. Ar gyfer pob thema, nodir faint o’r sefydliadau a holwyd a’i cododd.",
        "Rhoddir niferoedd sy’n seiliedig ar lai na 3 o sefydliadau neu lai na 5 o bobl mewn geiriau, neu ni roddir hwy o gwbl. Mae’r un peth yn wir am niferoedd a fyddai’n datgelu beth a ddywedodd bron pob sefydliad, ac am rai y gellid cyfrifo eraill ohonynt.",
        "Cafodd llai na 6 o sefydliadau gyfweliad, felly nid ydym yn nodi faint ohonynt a gododd thema.",
        "Cafwyd ymatebion i’r arolwg gan lai na 6 o sefydliadau, felly nid ydym yn nodi faint ohonynt a gododd thema.",
        "Mae’r canfyddiadau wedi’u crynhoi a’u gwneud yn ddienw. Mae geiriau mewn [bachau petryal] yn sefyll yn lle geiriau a allai ddatgelu pwy yw rhywun; mae popeth arall mewn dyfyniad fel y’i dywedwyd neu y’i hysgrifennwyd.",
        "# Ymatebwyr",
        "Hoffem ddiolch i bawb a gyfrannodd at yr ymchwil hon.",
        "## Cyfweliadau",
        "Cwblhawyd cyfweliadau gyda:",
        "* Aberwen Council",
        "* Cyngor Sir Hesgen",
        "* 2 yn ddienw",
        "## Arolwg",
        "Cafwyd ymatebion cyflawn i’r arolwg gan:",
        "### 2 awdurdod lleol",
        "* Aberwen Council (2 ymateb)",
        "* Cyngor Sir Hesgen",
        "# Canfyddiadau",
        "## Getting the basics right",
        "What has to be there first.",
        "Most want the basics first.",
        "> At Aberwen we’d rather get the data right – “first things first” & <then> the rest.",
        "> Yng Nghyngor Sir Hesgen mae'r data'n flêr.",
        "Roedd rhywun yn ei gweld hi’n wahanol:",
        "> Siân Llewelyn would start tomorrow.",
        "### Data",
        "# Cyfyngiadau’r ymchwil",
        "We did not speak to health bodies.",
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

/** A study of these bodies, `kind: named, not named`, interviewed and surveyed. */
function larger(sizes: Readonly<Record<string, readonly [number, number]>>, surveyed: typeof sizes = {}): Material {
  const bodies = (arm: string, of: typeof sizes) =>
    Object.entries(of).flatMap(([kind, [named, hidden]]) =>
      Array.from({ length: named + hidden }, (_, at) => ({
        organisation: `${arm}-${kind}-${at}`,
        kind,
        named: at < named,
        submissions: 1,
      })),
    );
  const [interviewed, answered] = [bodies("i", sizes), bodies("s", surveyed)];
  const all = [...interviewed, ...answered];
  const kinds = [...new Set(all.map((one) => one.kind))].map((kind) => ({
    kind,
    organisations: all.filter((one) => one.kind === kind).length,
  }));
  const base = material();
  return {
    ...base,
    agreed: new Map(all.flatMap((one) => (one.named ? [[one.organisation, `Body ${one.organisation}`]] : []))),
    sample: {
      ...base.sample,
      interviewed,
      surveyed: answered,
      organisations: all.length,
      kinds,
      limitations: kinds.flatMap(({ kind, organisations }) =>
        organisations * 2 > all.length ? [{ code: "weight" as const, kind, organisations, of: all.length }] : [],
      ),
    },
  };
}

/** A theme that some of these kinds raised: `kind: asked, raised`. */
function raised(kinds: Readonly<Record<string, readonly [number, number]>>): ThemePart {
  const rows = Object.entries(kinds).map(([kind, [of, organisations]]) => ({
    kind,
    of,
    organisations,
    participants: 2 * organisations,
    quotes: 3 * organisations,
  }));
  const sum = (key: "of" | "organisations" | "participants" | "quotes") => rows.reduce((all, row) => all + row[key], 0);
  const interview = {
    of: sum("of"),
    organisations: sum("organisations"),
    participants: sum("participants"),
    quotes: sum("quotes"),
    kinds: rows,
  };
  const survey = { of: 0, organisations: 0, participants: 0, quotes: 0, kinds: [] };
  return {
    name: { lang: "en", words: "Trust" },
    definition: null,
    count: { theme: "T", quotes: interview.quotes, interview, survey },
    findings: [],
    themes: [],
  };
}

const linesOf = (of: Material) => lines(compose(of, say("en")));
const under = (text: readonly string[], head: string) => {
  const from = text.indexOf(head) + 1;
  const to = text.findIndex((line, at) => at >= from && line.startsWith("# "));
  return text.slice(from, to < 0 ? undefined : to);
};

test("[C15][R4][R6][R22][DC14][DC15] a study with enough organisations gets a table with a head row, its sub-themes none", async () => {
  const theme = raised({ local_authority: [7, 4], arms_length_body: [4, 2], housing_association: [2, 1] });
  const of = { ...larger({ local_authority: [13, 0] }), themes: [{ ...theme, themes: [theme] }] };
  const report = compose(of, say("en"));
  expect(under(lines(report), "# Findings")).toEqual([
    "## Trust",
    "Raised by 7 of 13 organisations interviewed.",
    "Trust: by kind of organisation",
    "Interviews | Local authorities | 4 of 7 | 8 | 12",
    "Interviews | Other kinds, taken together | 3 of 6 | 6 | 9",
    "### Trust",
    "Raised by 7 of 13 organisations interviewed.",
  ]);
  const members = unzipSync(await docx(report));
  expect(strFromU8(members["word/document.xml"] ?? new Uint8Array())).toContain("<w:tblHeader");
  expect(strFromU8(members["word/document.xml"] ?? new Uint8Array())).toContain('w:val="Caption"');
  expect(new TextDecoder().decode(html(report, "Contents"))).toContain('<th scope="row">Local authorities</th>');
});

test("[R6][DC2][DC3][DC8][DC14] small numbers stand in words, in both languages", () => {
  const of = (kinds: Parameters<typeof raised>[0]) => ({
    ...larger({ local_authority: [11, 0] }),
    themes: [raised(kinds)],
  });
  const told = (kinds: Parameters<typeof raised>[0]) =>
    (["en", "cy"] as const).map((lang) =>
      under(lines(compose({ ...of(kinds), lang }, say(lang))), lang === "en" ? "# Findings" : "# Canfyddiadau").slice(
        1,
      ),
    );
  expect(told({ local_authority: [7, 1], arms_length_body: [4, 0] })).toEqual([
    ["Raised by fewer than 3 of 11 organisations interviewed."],
    ["Codwyd gan llai na 3 o’r 11 sefydliad a gafodd gyfweliad."],
  ]);
  expect(told({ local_authority: [7, 7], arms_length_body: [4, 3] })).toEqual([
    ["Raised by at least 9 of 11 organisations interviewed."],
    ["Codwyd gan o leiaf 9 o’r 11 sefydliad a gafodd gyfweliad."],
  ]);
  expect(told({ local_authority: [7, 2], arms_length_body: [3, 2], education: [1, 1] })).toEqual([
    [
      "Raised by 5 of 11 organisations interviewed.",
      "Trust: by kind of organisation",
      "Interviews | Local authorities | fewer than 3 of 7 | not given | not given",
      "Interviews | Other kinds, taken together | not given (of 4) | not given | not given",
    ],
    [
      "Codwyd gan 5 o’r 11 sefydliad a gafodd gyfweliad.",
      "Trust: fesul math o sefydliad",
      "Cyfweliadau | Awdurdodau lleol | llai na 3 o 7 | heb ei nodi | heb ei nodi",
      "Cyfweliadau | Mathau eraill, gyda’i gilydd | heb ei nodi (o 4) | heb ei nodi | heb ei nodi",
    ],
  ]);
});

test("[R3][DC10][DC12] no sentence, list or table tells the kind of the one that is not named", () => {
  const of = larger({ local_authority: [7, 0], arms_length_body: [3, 0], housing_association: [0, 1] });
  const text = linesOf({
    ...of,
    themes: [raised({ local_authority: [7, 5], arms_length_body: [3, 2], housing_association: [1, 1] })],
  });
  expect(text.join("\n")).not.toMatch(/housing/i);
  expect(text).toContain(
    "We spoke to representatives from 11 organisations: 7 local authorities and 4 organisations of other kinds.",
  );
  expect(under(text, "# Respondents").slice(-5)).toEqual([
    "### 4 organisations of other kinds",
    "* Body i-arms_length_body-0",
    "* Body i-arms_length_body-1",
    "* Body i-arms_length_body-2",
    "* 1 anonymised",
  ]);
  expect(text).toContain("Interviews | Local authorities | at least 5 of 7 | not given | not given");
  // It might as well be of any other kind that nobody else is of.
  const other = larger({ local_authority: [7, 0], arms_length_body: [3, 0], private: [0, 1] });
  expect(
    linesOf({ ...other, themes: [raised({ local_authority: [7, 5], arms_length_body: [3, 2], private: [1, 1] })] }),
  ).toEqual(text);
});

test("[DC17] what most organisations are is said of those listed under it, and as a share only of ten", () => {
  const weight = (of: Material) =>
    under(linesOf(of), "# Research limitations").filter((line) => line.includes("respondent organisations"));
  expect(weight(larger({ local_authority: [7, 0] }, { local_authority: [4, 0], education: [5, 0] }))).toEqual([
    "- More than half of respondent organisations (11 of 16) were local authorities, so our data is weighted towards them.",
  ]);
  expect(weight(larger({ local_authority: [7, 0], education: [3, 0], private: [0, 1] }))).toEqual([
    "- More than half of respondent organisations were local authorities, so our data is weighted towards them.",
  ]);
  expect(weight(larger({ local_authority: [6, 0], education: [3, 0] }))).toEqual([
    "- The largest group of respondent organisations were local authorities, so our data is weighted towards them.",
  ]);
  // Seven of twelve are of the kind, but one of them is not listed under it.
  expect(
    weight(larger({ local_authority: [6, 0], education: [1, 0] }, { education: [4, 0], local_authority: [0, 1] })),
  ).toEqual([]);
});

test("[R8][C19] how many interviews were much shorter is told, and not which", () => {
  const short = larger({ local_authority: [7, 0], arms_length_body: [3, 0] });
  const limitations = [{ code: "short", interviews: 2, of: 10 }] as const;
  expect(under(linesOf({ ...short, sample: { ...short.sample, limitations } }), "# Research limitations")).toContain(
    "- Of 10 interviews, 2 were much shorter than planned or than the others, so some topics may be missing from what was said there.",
  );
});

test("[R8][DC12] what nobody took part from is told where every kind that did is, and how many themes few raised", () => {
  const limits = (of: Material) => under(linesOf(of), "# Research limitations").join("\n");
  const told = larger({ local_authority: [7, 0], arms_length_body: [3, 0] }, { education: [4, 0] });
  expect(limits(told)).toContain(
    "Nobody took part from: housing associations, health bodies, emergency services, national park authorities and government bodies.",
  );
  // One that is not named stands without a kind: what else is missing would tell which it is of.
  expect(
    limits(larger({ local_authority: [7, 0], arms_length_body: [3, 0], housing_association: [0, 1] })),
  ).not.toContain("Nobody took part from");
  const sizes = { local_authority: [6, 0], arms_length_body: [6, 0] } as const;
  const themes = [
    raised({ local_authority: [6, 1], arms_length_body: [6, 1] }),
    raised({ local_authority: [6, 4], arms_length_body: [6, 4] }),
  ];
  expect(limits({ ...larger(sizes), themes })).toContain("Of 2 themes, 1 was raised by few organisations.");
  expect(limits({ ...larger(sizes), themes: themes.slice(1) })).not.toContain("few organisations");
});

test("[DC16][DC18] too small an arm is explained once, and leaders and practitioners are counted from five", () => {
  const of = (leaders: number, practitioners: number) => {
    const base = larger({ local_authority: [11, 0] }, { education: [5, 0] });
    return linesOf({ ...base, sample: { ...base.sample, leaders, practitioners } });
  };
  expect(of(5, 6)).toContain("Respondents included both leaders (5) and practitioners (6).");
  expect(of(4, 6)).toContain("Respondents included both leaders and practitioners.");
  expect(of(4, 6).filter((line) => line.startsWith("Fewer than"))).toEqual([
    "Fewer than 6 organisations answered the survey, so we do not say how many of them raised a theme.",
  ]);
});

test("[DC21][DC23] the report tells numbers by the study's own limits, and says which are lower and why", () => {
  const told = (disclosure: Settings) =>
    linesOf({
      ...larger({ local_authority: [6, 0], arms_length_body: [6, 0] }),
      themes: [raised({ local_authority: [6, 1], arms_length_body: [6, 1] })],
      disclosure,
    });
  const reason = { lang: "cy", words: "Cytunodd pob sefydliad.\n\nMae pob un yn fawr." };
  const usual = told(USUAL).join("\n");
  expect(usual).toContain("Raised by fewer than 3 of 12 organisations interviewed.");
  expect(usual).not.toContain("lower here than is usual");

  const lower = { organisations: 2, people: 3, base: 5, listed: 2 };
  const text = told({ ...USUAL, thresholds: { ...lower, people: 5 }, reason });
  const at = text.findIndex((line) => line.startsWith("Some limits are lower"));
  expect(text.slice(at, at + 3)).toEqual([
    "Some limits are lower here than is usual: numbers that rest on 2 organisations are given, rather than on 3 or more, shares of 5 organisations are given, rather than of 10 or more and an organisation that is not named is listed in a class of 2, rather than of 3 or more. The reason for this:",
    "Cytunodd pob sefydliad.",
    "Mae pob un yn fawr.",
  ]);
  expect(text).toContain(
    "Numbers that rest on fewer than 2 organisations or fewer than 5 people are given in words or not at all. So are numbers that would tell what almost every organisation said, and some from which others could be worked out.",
  );
  // Raised, nothing is explained: the numbers stand in the same sentence.
  const raisedLimits = told({ ...USUAL, thresholds: { organisations: 4, people: 8, base: 20, listed: 5 } }).join("\n");
  expect(raisedLimits).toContain("fewer than 4 organisations or fewer than 8 people");
  expect(raisedLimits).not.toContain("lower here than is usual");

  const blocks = compose({ ...material("cy"), disclosure: { ...USUAL, thresholds: lower, reason } }, say("cy")).blocks;
  const welsh = blocks.findIndex((one) => one.kind === "paragraph" && wordsOf(one.text).includes("is yma na’r arfer"));
  expect(blocks[welsh]).toMatchObject({ text: { lang: "cy" } });
  expect(blocks[welsh + 1]).toMatchObject({ kind: "paragraph", text: { lang: "cy" } });
});

test("[DC24][DC25] an accepted kind stands in the list however small, and why is printed where it does only by that", () => {
  const accepted = new Map([["housing_association", { lang: "en", words: "It knows, and agreed in writing." }]]);
  const of = (small: Parameters<typeof larger>[0][string]) =>
    linesOf({
      ...larger({ local_authority: [7, 0], arms_length_body: [3, 0], housing_association: small }),
      disclosure: { ...USUAL, accepted },
    });
  const text = of([0, 1]);
  expect(under(text, "# Respondents").slice(-2)).toEqual(["### 1 housing association", "* 1 anonymised"]);
  const at = text.findIndex((line) => line.startsWith("In the list of respondents"));
  expect(text.slice(at, at + 2)).toEqual([
    "In the list of respondents housing associations stand as a kind of their own, although they are fewer than is usual where some are not named. The reason for this:",
    "It knows, and agreed in writing.",
  ]);
  expect(of([1, 2]).join("\n")).not.toContain("agreed in writing"); // three are a class as usual
  expect(of([1, 0]).join("\n")).not.toContain("agreed in writing"); // nobody of them is hidden
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
