import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { lengthOf } from "#lib/domain/text/points.ts";
import { describe, expect, test } from "vitest";
import { organisationAliases, personAliases } from "#lib/domain/identifier/alias.ts";
import { finder } from "#lib/domain/identifier/find.ts";
import { blank } from "#lib/format/report/blank.ts";
import { compose } from "#lib/format/report/compose.ts";
import { csv } from "#lib/format/report/csv.ts";
import { docx } from "#lib/format/report/docx.ts";
import { html } from "#lib/format/report/html.ts";
import { json } from "#lib/format/report/json.ts";
import { md } from "#lib/format/report/md.ts";
import { pdf } from "#lib/format/report/pdf.ts";
import { PdfFile } from "#lib/format/board/pdf-file.ts";
import { letters } from "#lib/server/load/letters.ts";
import type { Block } from "#lib/domain/report/model.ts";
import { fileWords } from "#tests/kit/file-words.ts";
import { xlsx } from "#lib/format/report/xlsx.ts";
import { plain } from "#lib/domain/report/model.ts";
import { veil } from "#lib/format/report/veil.ts";
import { readMarkdown } from "#lib/format/text/markdown.ts";
import { scan } from "#lib/format/scan/scan.ts";
import { material, names } from "#tests/kit/material.ts";
import { sayReport as say } from "#lib/server/load/say.ts";

const find = finder([
  ...Object.entries(names).map(([id, words]) => ({ id, words, aliases: organisationAliases(words) })),
  { id: "P", words: "Siân Llewelyn", aliases: personAliases("Siân Llewelyn") },
  // Names that the formats themselves are full of; without a blank to compare with they would hold every file back.
  { id: "H", words: "Hans Quote", aliases: personAliases("Hans Quote") },
  { id: "W", words: "Ann Word", aliases: [{ words: "Word" }, { words: "Heading1" }, { words: "madder" }] },
]);
const agreed = new Set<string>([names.A, names.B]);
const { report } = veil(compose(material(), say("en")), {
  find,
  choose: (one) => `name ${one.term.toLowerCase()}`,
  open: () => [],
  settled: () => true,
  spared: () => false,
  kept: () => false,
});
const empty = { lang: "en", title: { lang: "en", pieces: [] }, blocks: [] } as const;
const cleanDocx = await docx(report);
const cleanHtml = html(report, "Contents");
const blankDocx = await docx(blank("en"));
const order = (name: string, blank?: Uint8Array) => ({ name, find, agreed, ...(blank ? { blank } : {}) });

/** The clean .docx with one member changed or added. */
function planted(change: (members: Record<string, Uint8Array>) => void): Uint8Array {
  const members = unzipSync(cleanDocx);
  change(members);
  return zipSync(members, { mtime: new Date(1980, 0, 1) });
}
const edit = (name: string, from: string | RegExp, to: string) =>
  planted((members) => {
    const text = strFromU8(members[name] ?? new Uint8Array());
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`nothing to change in ${name}`);
    members[name] = strToU8(changed);
  });
const blankHtml = html(blank("en"), "Contents");
const terms = (bytes: Uint8Array, name = "report.docx") => [
  ...new Set(scan(bytes, order(name, name.endsWith("docx") ? blankDocx : blankHtml)).map((leak) => leak.term)),
];

describe("clean files pass", () => {
  test("[S1] a .docx, an .html and a .csv whose names are replaced, with the agreed ones in the list", () => {
    expect(scan(cleanDocx, order("report.docx", blankDocx))).toEqual([]);
    expect(scan(cleanHtml, order("report.html", blankHtml))).toEqual([]);
    expect(scan(csv([["Quote"], ["=we tried"]]), order("quotes.csv")).filter((leak) => leak.term !== "H")).toEqual([]);
    expect(scan(html(empty, ""), order("empty.html", blankHtml))).toEqual([]);
  });

  test("[S2] without a blank, the words of the format would hold them back", () => {
    expect(scan(cleanDocx, order("report.docx")).length).toBeGreaterThan(0);
  });
});

describe("[S3] every planted leak in a .docx is caught", () => {
  const run = '<w:r><w:t xml:space="preserve">first</w:t></w:r>';
  const target = /<w:r>(?:(?!<\/w:r>).)*<w:t xml:space="preserve">first<\/w:t><\/w:r>/;
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, "utf16le"));
  test.each<[string, Uint8Array]>([
    ["plain text", edit("word/document.xml", target, run.replace("first", "Siân Llewelyn"))],
    [
      "split over runs",
      edit(
        "word/document.xml",
        target,
        "<w:r><w:t>Si</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ân Llew</w:t></w:r><w:r><w:t>elyn</w:t></w:r>",
      ),
    ],
    [
      "split by a deletion",
      edit(
        "word/document.xml",
        target,
        '<w:r><w:t>Llew</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>xx</w:delText></w:r></w:del><w:r><w:t>elyn</w:t></w:r>',
      ),
    ],
    [
      "deleted text",
      edit(
        "word/document.xml",
        target,
        '<w:del w:id="1" w:author="x"><w:r><w:delText>Llewelyn</w:delText></w:r></w:del>',
      ),
    ],
    [
      "an author of a change",
      edit("word/document.xml", target, '<w:ins w:id="1" w:author="Siân Llewelyn"><w:r><w:t>x</w:t></w:r></w:ins>'),
    ],
    ["character codes", edit("word/document.xml", target, run.replace("first", "&#83;i&#xe2;n Llewelyn"))],
    ["an XML comment", edit("word/document.xml", target, `${run}<!-- Llewelyn -->`)],
    ["an instruction", edit("word/document.xml", target, `${run}<?note Llewelyn?>`)],
    [
      "alt text",
      edit("word/document.xml", target, `${run}<w:r><wp:docPr id="1" name="x" descr="Llewelyn at work"/></w:r>`),
    ],
    ["hidden text", edit("word/document.xml", target, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Llewelyn</w:t></w:r>")],
    ["the creator", edit("docProps/core.xml", "<dc:creator>Carthen", "<dc:creator>Siân Llewelyn")],
    ["the footer", edit("word/footer1.xml", /<\/w:p>/, "<w:r><w:t>Llewelyn</w:t></w:r></w:p>")],
    [
      "a comment part",
      planted((members) => {
        members["word/comments2.xml"] = strToU8(
          "<w:comments xmlns:w='x'><w:comment w:initials='SL'><w:p><w:r><w:t>ask Llewelyn</w:t></w:r></w:p></w:comment></w:comments>",
        );
      }),
    ],
    [
      "a custom property",
      planted((members) => {
        members["docProps/custom2.xml"] = strToU8(
          '<Properties><property name="Source"><vt:lpwstr xmlns:vt="v">Llewelyn</vt:lpwstr></property></Properties>',
        );
      }),
    ],
    [
      "a member's name",
      planted((members) => {
        members["word/media/llewelyn.png"] = Uint8Array.of(1, 2, 3);
      }),
    ],
    [
      "a picture's bytes",
      planted((members) => {
        members["word/media/1.png"] = strToU8("\u0089PNG tEXt Author Llewelyn IEND");
      }),
    ],
    [
      "UTF-16",
      planted((members) => {
        members["word/x.bin"] = utf16("by Siân Llewelyn");
      }),
    ],
    [
      "UTF-16 out of step",
      planted((members) => {
        members["word/x.bin"] = Uint8Array.of(7, ...utf16("by Llewelyn"));
      }),
    ],
    [
      "base64",
      planted((members) => {
        members["word/x.txt"] = strToU8(`data:${Buffer.from("by Siân Llewelyn").toString("base64")}`);
      }),
    ],
    [
      "base64 of UTF-16",
      planted((members) => {
        members["word/x.txt"] = strToU8(Buffer.from(utf16("by Llewelyn!")).toString("base64"));
      }),
    ],
    [
      "hexadecimal",
      planted((members) => {
        members["word/x.txt"] = strToU8(Buffer.from("by Llewelyn").toString("hex"));
      }),
    ],
    [
      "percent codes",
      planted((members) => {
        members["word/x.txt"] = strToU8("https://x.test/?q=Si%C3%A2n%20Llewelyn");
      }),
    ],
    [
      "a zip in the zip",
      planted((members) => {
        members["word/embeddings/x.xlsx"] = zipSync({ "a.xml": strToU8("<a>Llewelyn</a>") });
      }),
    ],
    [
      "not well-formed XML",
      planted((members) => {
        members["word/x.xml"] = strToU8("<a><b>Llew</b>elyn");
      }),
    ],
    ["bytes behind the zip", Uint8Array.from([...cleanDocx, ...strToU8(" Llewelyn ")])],
  ])("%s", (_, bytes) => {
    expect(terms(bytes).filter((term) => term !== "W")).toEqual(["P"]); // W is called Word, like the folder
  });

  test("[S9] a file name that names somebody, told by term and place alone", () => {
    expect(scan(cleanDocx, order("Llewelyn_report.docx", blankDocx))).toEqual([
      { term: "P", place: "Llewelyn_report.docx", how: "name" },
    ]);
  });

  test("the comment of a zip", () => {
    const comment = strToU8("for Llewelyn");
    const bytes = Uint8Array.from([...cleanDocx, ...comment]);
    new DataView(bytes.buffer).setUint16(cleanDocx.length - 2, comment.length, true);
    expect(terms(bytes)).toEqual(["P"]);
  });

  test("[S7] a zip that cannot be read whole is held back", () => {
    expect(scan(cleanDocx.slice(0, 2000), order("report.docx", blankDocx)).map((leak) => leak.how)).toContain(
      "unreadable",
    );
  });
});

describe("[S4][S5] a name that agreed is free in the list of respondents and nowhere else", () => {
  test("in a quote it is caught", () => {
    expect(terms(edit("word/document.xml", "first", "At Aberwen Council"))).toEqual(["A"]);
    expect(terms(strToU8(strFromU8(cleanHtml).replace("first", "At Aberwen Council")), "report.html")).toEqual(["A"]);
  });

  test("in the list with more beside it in its own run it is caught", () => {
    expect(terms(edit("word/document.xml", ">Aberwen Council<", ">Aberwen Council, led by Siân Llewelyn<"))).toEqual([
      "A",
      "P",
    ]);
    expect(
      terms(strToU8(strFromU8(cleanHtml).replace(">Aberwen Council<", ">Aberwen Council and friends<")), "report.html"),
    ).toEqual(["A"]);
  });

  test("a name that did not agree is caught in the list too", () => {
    expect(terms(edit("word/document.xml", ">Aberwen Council<", ">Tai Cynefin Hir<"))).toEqual(["D"]);
    expect(
      terms(strToU8(strFromU8(cleanHtml).replace(">Aberwen Council<", ">Tai Cynefin Hir<")), "report.html"),
    ).toEqual(["D"]);
  });

  test("the mark of the list on a paragraph outside it does not help without its style", () => {
    expect(terms(edit("word/document.xml", /<w:pStyle w:val="Respondent"\/>/, '<w:pStyle w:val="Quote"/>'))).toEqual([
      "A",
    ]);
  });
});

test("[S6] what was decided to be kept may stand", () => {
  const bytes = edit("word/document.xml", "first", "At Aberwen Council");
  expect(scan(bytes, { ...order("report.docx", blankDocx), kept: (one) => one.term === "A" })).toEqual([]);
});

test("[S8] in .html and .csv leaks are caught as well", () => {
  for (const [from, to] of [
    ["first", "Llewelyn"],
    ["first", "<b>Llew</b>elyn"],
    ["first", "&#76;lewelyn"],
    ["<ul>", '<ul title="Llewelyn">'],
    ["<main>", "<main><!-- Llewelyn -->"],
    ["</style>", "\n/* Llewelyn */</style>"],
    ["Carthen", "Llewelyn"],
  ] as const) {
    expect(terms(strToU8(strFromU8(cleanHtml).replace(from, to)), "report.html"), to).toEqual(["P"]);
  }
  expect(terms(csv([["q"], ["ask Llewelyn"]]), "quotes.csv")).toEqual(["P"]);
});

describe("[S12] in .md", () => {
  const clean = strFromU8(md(report));
  const looking = order("report.md", md(blank("en")));
  const found = (text: string) => [
    ...new Set(
      [strToU8(text), readMarkdown(strToU8(text))].flatMap((bytes) => scan(bytes, looking).map(({ term }) => term)),
    ),
  ];

  test("[S1] [S4] [R25] a clean one passes, with the agreed names in the list", () => {
    expect(clean).toContain("Aberwen Council");
    expect(found(clean)).toEqual([]);
  });

  test.each([
    ["as it is", "first", "Llewelyn"],
    ["behind backslashes", "first", "Llew\\elyn, Si\\ân\\ Llewelyn"],
    ["between marks", "first", "**Llew**elyn <b>Llew</b>elyn"],
    ["as entities", "first", "&#76;lewelyn"],
    ["over lines of a quotation", "> “", "> Siân\\\n> Llewelyn “"],
    ["in an attribute", '<div lang="en-GB">', '<div lang="en-GB" title="Llewelyn">'],
    ["in a comment", "\n\n</div>", "\n\n<!-- Llewelyn -->\n\n</div>"],
    ["behind the end", "</div>\n", "</div>\nLlewelyn"],
    ["as the address of a link", "first", "[first](x 'Llewelyn')"],
  ])("%s", (_, from, to) => {
    const text = clean.replace(from, () => to);
    expect(text).not.toBe(clean);
    expect(found(text).filter((term) => term === "P")).toEqual(["P"]);
  });

  test("[S5] an agreed name is caught beside its mark, in a mark elsewhere, and with more in it", () => {
    for (const to of [
      'At <span data-agreed="">Aberwen Council</span>',
      '\n- we at <span data-agreed="">Aberwen Council</span>',
      "\n- Aberwen Council",
      '\n- <span data-agreed="">Aberwen Council and friends</span>',
      '\n- <b><span data-agreed="">Aberwen Council</span></b>',
    ])
      expect(found(clean.replace("first", () => to)), to).toEqual(["A"]);
  });
});

describe("[S13] in .xlsx", () => {
  const head = [[plain("Quote", "en")]];
  const sheets = {
    report,
    quotes: [...head, [plain("first", "en")]],
    themes: head,
    kinds: head,
    codebook: [["Path"]],
    framework: [],
  };
  const clean = xlsx(sheets, say("en"));
  const looking = order("findings-en.xlsx", xlsx({ ...sheets, report: blank("en"), quotes: head }, say("en")));
  const sheet = "xl/worksheets/sheet1.xml";
  const found = (name: string, from: string, to: string) => {
    const members = unzipSync(clean);
    const text = strFromU8(members[name] ?? new Uint8Array());
    const bytes = zipSync({ ...members, [name]: strToU8(text === "" ? to : text.replace(from, () => to)) });
    return [...new Set(scan(bytes, looking).map(({ term }) => term))].filter((term) => term !== "H" && term !== "W");
  };

  test("[S1] a clean one passes", () => expect(found(sheet, "", "")).toEqual([]));

  test.each([
    ["a cell", sheet, "first", "ask Llewelyn"],
    ["runs of a cell", sheet, "<is>", "<is><r><t>Si</t></r><r><t>ân Llew</t></r><r><t>elyn</t></r>"],
    ["shared strings", "xl/sharedStrings.xml", "", "<sst><si><t>Llewelyn</t></si></sst>"],
    ["a formula", sheet, "<is>", "<f>HYPERLINK(&quot;Llewelyn&quot;)</f><is>"],
    ["the name of a sheet", "xl/workbook.xml", 'name="Themes"', 'name="Llewelyn"'],
    ["the name of a table", "xl/tables/table1.xml", 'name="Quotes"', 'name="Llewelyn"'],
    [
      "the head of a column",
      "xl/tables/table1.xml",
      '<tableColumn id="1" name="',
      '<tableColumn id="1" name="Llewelyn ',
    ],
    ["a note", "xl/comments1.xml", "", "<comments><authors><author>Llewelyn</author></authors></comments>"],
    ["the title", "docProps/core.xml", "<dc:title>", "<dc:title>Llewelyn "],
    ["who made it", "docProps/core.xml", "Carthen", "Llewelyn"],
    ["a code of a sign", sheet, "first", "Llewe_x006C_yn"],
  ])("%s", (_, name, from, to) => expect(found(name, from, to)).toEqual(["P"]));
});

describe("[S16] in .csv", () => {
  /** Finds words exactly as they are written, marks and all. */
  const exactly = (words: string) => (text: string) =>
    [...text.matchAll(new RegExp(words, "gu"))].map(({ index }) => {
      const start = lengthOf(text.slice(0, index));
      return { term: "N", start, end: start + lengthOf(words), also: [] };
    });
  const looking = (name: string, blank?: Uint8Array) => ({
    ...order(name, blank),
    find: exactly('Dai "Bach" Rees'),
  });
  const table = csv([["Quote"], ['ask Dai "Bach" Rees'], ["nothing more"]]);
  const nested = (name: string, bytes: Uint8Array) => zipSync({ "README.txt": strToU8("Read."), [name]: bytes });

  test("[S16] a name in which quotation marks stand is caught though they are doubled in cells", () => {
    expect(new TextDecoder().decode(table)).toContain('Dai ""Bach"" Rees');
    expect(scan(table, looking("quotes.csv"))).toEqual([{ term: "N", place: "quotes.csv", how: "text" }]);
    for (const cell of ['Dai "Bach" Rees', '"Dai "Bach" Rees"', 'x\n"" Dai "Bach" Rees ""'])
      expect(scan(csv([["Quote"], [cell, ""]]), looking("quotes.csv")).map(({ term }) => term)).toEqual(["N"]);
    expect(scan(csv([["Quote"], ['ask "Bach"']]), looking("quotes.csv"))).toEqual([]);
  });

  test("[S16] within a zip too, and within a zip in that", () => {
    const blank = nested("answers.csv", csv([["Quote"]]));
    const inside = nested("answers.csv", table);
    expect(scan(inside, looking("archive.zip", blank))).toEqual([
      { term: "N", place: "archive.zip/answers.csv", how: "text" },
    ]);
    expect(scan(nested("more.zip", inside), looking("archive.zip", blank))).toEqual([
      { term: "N", place: "archive.zip/more.zip/answers.csv", how: "text" },
    ]);
  });

  test("[S16] a name that stands there as it is is told once, and one with two marks of its own is caught as well", () => {
    const said = csv([["Said"], ['ask "Llewelyn", and nobody else']]);
    const told = [{ term: "P", place: "answers.csv", how: "text" }];
    expect(scan(said, order("answers.csv"))).toEqual(told);
    const doubled = exactly('Dai ""Bach"" Rees');
    expect(scan(table, { ...looking("quotes.csv"), find: doubled }).map(({ term }) => term)).toEqual(["N"]);
  });
});

describe("[S14] in .json", () => {
  const clean = strFromU8(json(report, []));
  const looking = order("findings-en.json", json(blank("en"), []));
  const found = (text: string) => [...new Set(scan(strToU8(text), looking).map(({ term }) => term))];

  test("[S1] [S2] [S4] [R31] a clean one passes, with the agreed names in the list", () => {
    expect(clean).toContain('"name": "Aberwen Council"');
    expect(found(clean)).toEqual([]);
  });

  test.each([
    ["a string", '"first"', '"ask Llewelyn"'],
    ["escapes", '"first"', '"Llew\\u0065lyn"'],
    ["a line end within", '"first"', '"Si\\u00e2n\\nLlewelyn"'],
    ["quotation marks within", '"first"', '"\\"Llewelyn\\""'],
    ["entities within", '"first"', '"&#76;lewelyn"'],
    ["a key", '"blocks":', '"Llewelyn": 1,\n  "blocks":'],
    ["a key that stands twice", '"title":', '"title": "Llewelyn",\n  "title":'],
    ["a file that is no JSON", "{", "{Llewelyn"],
    ["behind the end", /$/, " Llewelyn"],
    ["JSON in JSON", '"first"', JSON.stringify(JSON.stringify({ name: "Llew\u0065lyn" }))],
  ])("%s", (_, from, to) => {
    const text = clean.replace(from, () => to);
    expect(text).not.toBe(clean);
    expect(found(text)).toContain("P");
  });

  test("[S5] an agreed name is caught anywhere else, and with anything beside it", () => {
    for (const to of [
      '"Aberwen Council"',
      '"x", "name": "Aberwen Council"',
      '"x", "items": [{ "name": "Aberwen Council" }]',
      '"x", "more": { "kind": "list", "items": [{ "name": "Aberwen Council" }] }',
      '"x", "more": { "kind": "respondents", "kind": "list", "items": [{ "name": "Aberwen Council" }] }',
      '"x", "more": { "kind": "respondents", "items": [[{ "name": "Aberwen Council" }]] }',
      '"x", "more": { "kind": "respondents", "items": [{ "name": "Aberwen Council, where we met" }] }',
      '"x", "more": { "kind": "respondents", "items": [{ "name": { "name": "Aberwen Council" } }] }',
    ])
      expect(found(clean.replace('"first"', () => to)), to).toEqual(["A"]);
  });
});

describe("[S15] in .pdf", () => {
  const font = letters();
  const looking = order("findings-en.pdf", pdf(blank("en"), font));
  const found = (bytes: Uint8Array) => [...new Set(scan(bytes, looking).map(({ term }) => term))];
  const written = (...blocks: Block[]) => found(pdf({ ...report, blocks: [...report.blocks, ...blocks] }, font));
  const listed = (name: string): Block => ({ kind: "respondents", items: [{ name, note: plain("(2)", "en") }] });
  const quoted = (words: string): Block => ({ kind: "quote", text: plain(words, "en") });

  test("[S1] [S2] [S4] [R34] a clean one passes, with the agreed names in the list", () => {
    expect(fileWords("pdf", pdf(report, font))).toContain("Aberwen Council");
    expect(written()).toEqual([]);
  });

  test("[S10] a name is caught in words, over lines, in heads and in cells", () => {
    expect(written(quoted("ask Llewelyn"))).toEqual(["P"]);
    expect(written(quoted(`${"and so on ".repeat(9)}Siân Llewelyn ${"and so on ".repeat(900)}`))).toEqual(["P"]);
    expect(written({ kind: "heading", level: 1, text: plain("Of Llewelyn", "en") })).toEqual(["P"]);
    const cell = plain("Llewelyn", "en");
    expect(written({ kind: "table", caption: plain("c", "en"), head: [cell], rows: [[cell]] })).toEqual(["P"]);
  });

  test("[S5] an agreed name is caught elsewhere, with more beside it, and in a mark that is not a respondent's", () => {
    expect(written(quoted("At Aberwen Council"))).toEqual(["A"]);
    expect(written(listed("Aberwen Council"))).toEqual([]);
    expect(written(listed("Aberwen Council and friends"))).toEqual(["A"]);
    expect(written(listed("Tai Cynefin Hir"))).toEqual(["D"]);
    const page = (content: string) => {
      const file = new PdfFile();
      file.stream("", strToU8(content));
      return found(file.bytes(file.add("<<>>"), file.add("<<>>")));
    };
    const name = "BT (Aberwen Council) Tj ET";
    expect(page(`/Respondent BMC /RespondentName BMC ${name} EMC EMC`)).toEqual([]);
    expect(page(`/P BMC /RespondentName BMC ${name} EMC EMC`)).toEqual(["A"]);
    expect(page(`/RespondentName BMC ${name} EMC`)).toEqual(["A"]);
    expect(page(`/Respondent BMC ${name} EMC`)).toEqual(["A"]);
    expect(page(`/Respondent BMC /Span BMC /RespondentName BMC ${name} EMC EMC EMC`)).toEqual(["A"]);
  });
});
