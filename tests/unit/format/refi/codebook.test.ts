import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { CodebookRead } from "#lib/domain/tag/draft.ts";
import { openCodebook } from "#lib/format/codebook/open.ts";
import { gatherCodebook } from "#lib/format/codebook/write.ts";
import { writeQdc } from "#lib/format/refi/codebook.ts";
import { describe as describeTag, undescribe } from "#lib/format/refi/description.ts";
import { sayCodebook } from "#lib/server/load/say.ts";
import { LANGS, bookOf, bring, empty, seen, tag } from "#tests/kit/codebook-file.ts";
import type { Book } from "#tests/kit/codebook-file.ts";
import { all, codebookFaults, parsed, schemaFault } from "#tests/kit/refi.ts";
import { id } from "#tests/kit/study.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function read(file: string | Uint8Array, levels = true): CodebookRead {
  const answer = openCodebook(typeof file === "string" ? bytes(file) : file, { lang: "en", levels });
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value;
}

const fault = (file: string | Uint8Array) => {
  const answer = openCodebook(typeof file === "string" ? bytes(file) : file, { lang: "en", levels: true });
  return answer.ok ? null : answer.fault.code;
};

/** A reading as lines: `Trust › Officers: what it means`. */
const told = ({ drafts }: CodebookRead) =>
  drafts.map(({ above, texts }) => {
    const description = texts["description/en"];
    return [...above, texts["name/en"]].join(" › ") + (description ? `: ${description}` : "");
  });

const file = ({ rows, phrases }: Book, lang: "en" | "cy") =>
  writeQdc(gatherCodebook(rows, lang, { phrases, quotes: new Map(), day: "2026-11-27" }), sayCodebook(lang));

test("[RF1] [RF6] [CB26] any codebook is valid, the same bytes each time, and comes in again as what it was, in either language", () => {
  fc.assert(
    fc.property(fc.array(tag, { minLength: 1, maxLength: 12 }), fc.constantFrom(...LANGS), (tags, lang) => {
      const book = bookOf(tags);
      const left = file(book, lang);
      expect(file(book, lang)).toEqual(left);
      expect(codebookFaults(left)).toEqual([]);
      expect(bring(book, read(left))).toBe(0);
      const other = empty();
      bring(other, read(left));
      expect(seen(other)).toEqual(seen(book));
    }),
    { numRuns: 150 },
  );
});

const BOOK = bookOf([
  {
    name: 'Trust & "faith"',
    cy: "Ymddiriedaeth",
    under: null,
    hue: 4,
    texts: { "description/en": "In people\n🧶 <b>" },
  },
  { name: "Officers", cy: null, under: 0, hue: null, texts: { "include/en": "Staff", "description/cy": "Pobl" } },
]);

test("[RF2] [RF3] tags are codes in codes, with colours and with all of their texts as a description", () => {
  const left = file(BOOK, "en");
  expect(schemaFault(left, "Codebook.xsd")).toBe(null);
  const codes = all(parsed(left)).filter(({ name }) => name === "Code");
  expect(codes.map(({ attributes }) => attributes)).toEqual([
    { guid: id("t0"), name: 'Trust & "faith"', isCodable: "true", color: "#a51d2b" },
    { guid: id("t1"), name: "Officers", isCodable: "true" },
  ]);
  expect(codes.map(({ children }) => children.map(({ name, text }) => (name === "Code" ? name : text)))).toEqual([
    ['In people\n🧶 <b>\n\nName (English):\nTrust & "faith"\n\nName (Welsh):\nYmddiriedaeth', "Code"],
    ["When to use (English):\nStaff\n\nDescription (Welsh):\nPobl"],
  ]);
});

test("[RF3] a line of a text that reads like one of our headings is none", () => {
  const line = fc.constantFrom("When to use (English):", "\\Name (Welsh):", "\\\\Enw (Cymraeg):", "a", "", "\\", "b:");
  const text = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join("\n").trim());
  fc.assert(
    fc.property(fc.record({ description: text, include: text, cy: text }), fc.constantFrom(...LANGS), (said, lang) => {
      const texts = Object.fromEntries(
        Object.entries({
          "name/en": "Trust",
          "description/en": said.description,
          "include/en": said.include,
          "description/cy": said.cy,
        }).filter(([, words]) => words !== ""),
      );
      expect(undescribe("Trust", describeTag(texts, lang, sayCodebook(lang)), lang)).toEqual(texts);
    }),
  );
});

describe("files of other tools", () => {
  const code = (name: string, inside = "", more = 'isCodable="true"') =>
    `<Code guid="{5215CC69-B628-4E02-AFB9-9BEEAEE55808}" name="${name}" ${more}>${inside}</Code>`;
  const description = "<Description>In people</Description>";
  test.each([
    ["the standard", `<CodeBook xmlns="urn:QDA-XML:codebook:1.0">`, "</CodeBook>"],
    ["NVivo for Mac", `<CodeBook xmlns="urn:QDA-XML:codebook:1:0" origin="NVivo">`, "</CodeBook>"],
    ["OpenQDA", `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:0:4">`, "<Sets/></CodeBook>"],
    ["none, after a byte order mark", "\ufeff\n<CodeBook>", "</CodeBook>"],
  ])("[RF5] namespace of %s", (_, open, close) => {
    const answer = read(`${open}<Codes>${code("Trust", description + code("Officers"))}</Codes>${close}`);
    expect(told(answer)).toEqual(["Trust: In people", "Trust › Officers"]);
    expect(answer.drafts[0]?.id).toBe("5215cc69-b628-4e02-afb9-9beeaee55808");
    expect(answer.refi).toMatchObject({ sets: 0, headings: 0 });
  });

  test("[RF5] prefixes of elements, and UTF-16 with its mark", () => {
    const text = `<q:CodeBook xmlns:q="x" origin="Quirkos"><q:Codes><q:Code guid="1" name="Trust" isCodable="true" color="#a51d2b"/></q:Codes></q:CodeBook>`;
    const answer = read(new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]));
    expect(answer.drafts).toEqual([{ line: 1, id: null, above: [], hue: 4, texts: { "name/en": "Trust" } }]);
    expect(answer.refi?.origin).toBe("Quirkos");
  });

  test("[RF7] what a tool calls its top is no tag, and signs in flat names are levels where a person wants them", () => {
    const top = code("Nodes", code("Trust", code("Officers")), 'isCodable="false"');
    expect(told(read(`<CodeBook><Codes>${top}</Codes></CodeBook>`))).toEqual(["Trust", "Trust › Officers"]);
    const flat = `<CodeBook><Codes>${code("Trust")}${code("Trust\\Officers")}</Codes></CodeBook>`;
    expect(told(read(flat))).toEqual(["Trust", "Trust › Officers"]);
    expect(told(read(flat, false))).toEqual(["Trust", "Trust\\Officers"]);
  });

  test("[RF8] sets, and codes that are only headings, are counted; what cannot come in is named by which code it is", () => {
    const sets = `<Sets><Set guid="a" name="S"><MemberCode guid="b"/></Set><Set guid="c" name="T"/></Sets>`;
    const codes = code("Trust", code("", code("Officers")) + code("x".repeat(201)), 'isCodable="false"');
    const answer = read(`<CodeBook><Codes>${codes}</Codes>${sets}</CodeBook>`);
    expect(answer.refi).toEqual({ origin: null, project: false, sets: 2, headings: 1, themes: 0 });
    expect(answer.faults).toEqual([
      { line: 2, code: "name.none" },
      { line: 4, code: "name.long" },
    ]);
    expect(told(answer)).toEqual(["Trust", "Trust › Officers"]);
  });

  test("[RF24] of a project the codes come in, whatever its XML is called; another zip is refused", () => {
    const main = bytes(
      `<Project name="P" origin="ATLAS.ti"><CodeBook><Codes>${code("Trust")}</Codes></CodeBook></Project>`,
    );
    const zip = (name: string) => zipSync({ "sources/a.qde": bytes("<a/>"), [name]: main });
    for (const name of ["project.qde", "Project.qde", "My study.QDE"]) expect(told(read(zip(name)))).toEqual(["Trust"]);
    expect(read(zip("project.qde")).refi).toMatchObject({ origin: "ATLAS.ti", project: true });
    expect(fault(zip("sources/b.qde"))).toBe("file.zip");
    expect(fault(zip("project.qde").slice(0, 60))).toBe("file.broken");
  });

  test("[RF9] hostile, broken and other XML is refused by a name", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE CodeBook [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><CodeBook><Codes>${code("&b;")}</Codes></CodeBook>`;
    expect(fault(bomb)).toBe("file.broken");
    expect(fault("<CodeBook><Codes>")).toBe("file.broken");
    expect(fault('<?xml version="1.0"?><Report/>')).toBe("file.xml");
    expect(fault(`<CodeBook><Codes>${code("A").repeat(5001)}</Codes></CodeBook>`)).toBe("rows.too-many");
    const deep = 40_000;
    const nested = '<Code name="a">'.repeat(deep) + "</Code>".repeat(deep);
    expect(fault(`<CodeBook><Codes>${nested}</Codes></CodeBook>`)).toBe("rows.too-many");
    expect(read("<CodeBook/>").drafts).toEqual([]);
  });

  test("[RF9] any XML ends in a reading or a named fault", () => {
    const piece = fc.constantFrom(
      "<Codes>",
      "</Codes>",
      "<Code name='a'",
      ">",
      "/>",
      "<Description>",
      "a",
      "&#x41;",
      "<!--",
      "-->",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        expect(fault(`<CodeBook>${pieces.join("")}</CodeBook>`) ?? "read").toMatch(/^[a-z]+(?:\.[a-z-]+)?$/);
      }),
    );
  });
});
