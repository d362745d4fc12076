import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { astralOf, slicePoints } from "#lib/domain/text/points.ts";
import { writeQdpx } from "#lib/format/refi/project.ts";
import type { ProjectPaper } from "#lib/format/refi/paper.ts";
import { openProject } from "#lib/format/refi/read/open.ts";
import type { OpenProject } from "#lib/format/refi/read/open.ts";
import { id } from "#tests/kit/study.ts";

const PROFILES = ["standard", "nvivo", "atlas"] as const;

function read(bytes: Uint8Array): OpenProject {
  const opened = openProject(bytes);
  if (!opened.ok) throw new Error(opened.fault.code);
  return opened.value;
}

const fault = (bytes: Uint8Array) => {
  const opened = openProject(bytes);
  return opened.ok ? null : opened.fault.code;
};

const guid = (n: number) => `5215CC69-B628-4E02-AFB9-${String(n).padStart(12, "0")}`;

/** A project of another tool. */
function zip(inside: string, files: Readonly<Record<string, string>> = {}, origin = "Tool 1"): Uint8Array {
  const xml = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="${origin}">${inside}</Project>`;
  const members = Object.entries(files).map(([name, words]) => [name, strToU8(words)] as const);
  return zipSync({ "project.qde": strToU8(xml), ...Object.fromEntries(members) });
}

const selection = (n: number, start: number | string, end: number, inside = "") =>
  `<PlainTextSelection guid="{${guid(n)}}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`;
const source = (attributes: string, inside: string) =>
  `<TextSource guid="${guid(1)}" ${attributes}>${inside}</TextSource>`;
const code = (n: number) => `<Coding guid="${guid(900 + n)}"><CodeRef targetGUID="{${guid(n)}}"/></Coding>`;

const words = (project: OpenProject, at = 0) => {
  const text = project.texts[at];
  return text?.spans.map((span) => (span ? slicePoints(text.text, astralOf(text.text), span.start, span.end) : null));
};

describe("sources", () => {
  const inside = selection(2, 0, 5, code(3)) + selection(4, 6, 11);
  test.each([
    ["as the standard has it", 'plainTextPath="internal://t.txt"', "sources/t.txt"],
    ["in another case", 'plainTextPath="internal://T.TXT"', "Sources/t.txt"],
    ["without its beginning, as qc writes it", 'plainTextPath="t.txt"', "sources/t.txt"],
    ["with the folder", 'plainTextPath="internal://sources/t.txt"', "SOURCES/t.txt"],
    ["with codes of signs", 'plainTextPath="internal://my%20t.txt"', "sources/my t.txt"],
    ["of a path of Windows", 'plainTextPath="internal://sources\\t.txt"', "sources/t.txt"],
    ["outside of any folder", 'plainTextPath="internal://t.txt"', "t.txt"],
  ])("[RF26] a text is found %s", (_, attributes, name) => {
    const project = read(zip(`<Sources>${source(attributes, inside)}</Sources>`, { [name]: "Hello there" }));
    expect(words(project)).toEqual(["Hello", "there"]);
    expect(project.sources[0]?.selections[0]).toMatchObject({
      guid: guid(2).toLowerCase(),
      codes: [guid(3).toLowerCase()],
    });
  });

  test("[RF26] a text may stand in the XML; one that is not there, is empty or is no text is none", () => {
    const content = "<PlainTextContent>Hello there</PlainTextContent>";
    expect(words(read(zip(`<Sources>${source("", content + inside)}</Sources>`)))).toEqual(["Hello", "there"]);
    const lost = 'plainTextPath="internal://t.txt"';
    const none: readonly Readonly<Record<string, string>>[] = [
      {},
      { "sources/t.txt": " \n" },
      { "sources/t.txt": "a\0b" },
    ];
    for (const files of none)
      expect(read(zip(`<Sources>${source(lost, inside)}</Sources>`, files)).texts).toEqual([null]);
  });

  test("[RF26] a PDF has the text that stands for it; selections of pages, pictures and recordings are counted", () => {
    const text = `<Representation guid="${guid(8)}" plainTextPath="internal://t.txt">${inside}</Representation>`;
    const area = (name: string) => `<${name} guid="${guid(5)}" firstX="0">${code(3)}${code(4)}</${name}>`;
    const all =
      `<PDFSource guid="${guid(1)}">${area("PDFSelection")}${text}</PDFSource>` +
      `<PictureSource guid="${guid(6)}">${area("PictureSelection")}</PictureSource>` +
      `<VideoSource guid="${guid(7)}"><Transcript guid="${guid(9)}" plainTextPath="internal://t.txt"><TranscriptSelection guid="${guid(10)}"/></Transcript>${area("VideoSelection")}</VideoSource>`;
    const project = read(zip(`<Sources>${all}</Sources>`, { "sources/t.txt": "Hello there" }));
    expect(words(project)).toEqual(["Hello", "there"]);
    expect(project.sources.map(({ medium, areas, also }) => [medium, areas, also])).toEqual([
      ["pdf", 1, [guid(8).toLowerCase()]],
      ["picture", 1, []],
      ["video", 2, []],
    ]);
    expect(project.texts.slice(1)).toEqual([null, null]);
  });

  test("[RF28] a selection whose positions give no words has no place, and is not bent", () => {
    const broken = selection(2, 0, 5) + selection(3, "x", 5) + selection(4, 6, 99) + selection(5, 6, 6);
    const project = read(
      zip(`<Sources>${source('plainTextPath="t.txt"', broken)}</Sources>`, { "t.txt": "Hello there" }),
    );
    expect(words(project)).toEqual(["Hello", null, null, null]);
  });
});

test("[RF25] everything that a project may hold is read, whatever the prefix", () => {
  const inside =
    `<q:Users xmlns:q="x"><q:User guid="${guid(1)}" name="Ada"/></q:Users>` +
    `<Variables><Variable guid="${guid(2)}" name="Age" typeOfVariable="Integer"/></Variables>` +
    `<Cases><Case guid="${guid(3)}" name="Mabel"><VariableValue><VariableRef targetGUID="${guid(2)}"/><IntegerValue>25</IntegerValue></VariableValue>` +
    `<SourceRef targetGUID="${guid(4)}"/><SelectionRef targetGUID="${guid(5)}"/></Case></Cases>` +
    `<Notes><Note guid="${guid(6)}" name="Plan"><PlainTextContent>Ask &amp; listen</PlainTextContent><NoteRef targetGUID="${guid(7)}"/></Note></Notes>` +
    `<Links><Link guid="${guid(8)}" originGUID="${guid(6)}" targetGUID="${guid(5)}"/></Links>` +
    `<Sets><Set guid="${guid(9)}" name="S"><MemberCode targetGUID="${guid(10)}"/><MemberSource targetGUID="${guid(4)}"/><MemberNote targetGUID="${guid(6)}"/></Set></Sets>` +
    `<Graphs><Graph guid="${guid(11)}" name="Net"><Vertex guid="${guid(12)}" representedGUID="${guid(5)}" firstX="-3" firstY="4" secondX="10" secondY="20" color="#a51d2b"/>` +
    `<Edge guid="${guid(13)}" sourceVertex="${guid(12)}" targetVertex="${guid(12)}"/></Graph></Graphs>` +
    `<Description>About it</Description><NoteRef targetGUID="${guid(6)}"/>`;
  const of = (n: number) => guid(n).toLowerCase();
  expect(read(zip(inside))).toMatchObject({
    name: "P",
    origin: "Tool 1",
    description: "About it",
    users: 1,
    variables: [{ guid: of(2), name: "Age" }],
    cases: [{ name: "Mabel", values: [{ variable: of(2), words: "25" }], sources: [of(4)], selections: [of(5)] }],
    notes: [{ name: "Plan", notes: [of(7)] }],
    said: ["Ask & listen"],
    links: [{ origin: of(6), target: of(5) }],
    sets: [{ name: "S", notes: [of(6)] }],
    graphs: [{ name: "Net", vertices: [{ of: of(5), x: -3, y: 4, x2: 10, y2: 20 }], edges: [{ source: of(12) }] }],
    about: [of(6)],
  });
});

test("[RF28] hostile, broken and other files are refused by a name", () => {
  expect(fault(new Uint8Array([1, 2, 3]))).toBe("file.broken");
  expect(fault(zipSync({ "a.txt": strToU8("a") }))).toBe("file.zip");
  expect(fault(zipSync({ "project.qde": strToU8("<Report/>") }))).toBe("file.xml");
  expect(fault(zipSync({ "project.qde": strToU8("<Project><Sources>") }))).toBe("file.broken");
  const entity = '<!DOCTYPE Project [<!ENTITY a SYSTEM "file:///etc/passwd">]><Project name="&a;"/>';
  expect(fault(zipSync({ "project.qde": strToU8(entity) }))).toBe("file.broken");
  const large = zipSync({
    "project.qde": strToU8(`<Project>${" ".repeat(61 * 1024 * 1024)}</Project>`),
  });
  expect(fault(large)).toBe("file.bomb");
  const codes = `<CodeBook><Codes>${`<Code guid="${guid(1)}" name="A" isCodable="true"/>`.repeat(5001)}</Codes></CodeBook>`;
  expect(fault(zip(codes))).toBe("project.too-many");
});

test.each([
  ["sources", "<Sources>*</Sources>", `<TextSource/>`, 5_000],
  ["cases", "<Cases>*</Cases>", `<Case/>`, 5_000],
  ["variables", "<Variables>*</Variables>", `<Variable/>`, 5_000],
  ["sets", "<Sets>*</Sets>", `<Set/>`, 5_000],
  ["selections", "<Sources><TextSource>*</TextSource></Sources>", `<PlainTextSelection/>`, 20_000],
  ["notes", "<Notes>*</Notes>", `<Note/>`, 20_000],
  ["links", "<Links>*</Links>", `<Link/>`, 20_000],
  ["vertices", "<Graphs><Graph>*</Graph></Graphs>", `<Vertex/>`, 20_000],
  ["edges", "<Graphs><Graph>*</Graph></Graphs>", `<Edge/>`, 20_000],
  [
    "codings",
    "<Sources><TextSource><PlainTextSelection>*</PlainTextSelection></TextSource></Sources>",
    `<Coding>${`<CodeRef targetGUID="a"/>`.repeat(100)}</Coding>`,
    2_000,
  ],
  [
    "values",
    `<Cases><Case>*${Array.from({ length: 250 }, (_, n) => `<SourceRef targetGUID="${n}"/>`).join("")}</Case></Cases>`,
    `<VariableValue><VariableRef targetGUID="a"/><TextValue>1</TextValue></VariableValue>`,
    2_000,
  ],
])("[RF28] as many %s come in as may, and no more", (what, around, one, most) => {
  const all = (count: number) => zip(around.replace("*", one.repeat(count)));
  expect(fault(all(most))).toBeNull();
  expect(openProject(all(most + 1))).toMatchObject({ fault: { code: "project.too-many", what } });
});

test("[RF28] any XML ends in a reading or a named fault", () => {
  const piece = fc.constantFrom(
    "<Sources>",
    "</Sources>",
    "<TextSource plainTextPath='t.txt'",
    "<PlainTextSelection startPosition='1' endPosition='3'",
    ">",
    "/>",
    "</TextSource>",
    "<Notes><Note/></Notes>",
    "<Graphs><Graph><Vertex/></Graph></Graphs>",
    "a",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      expect(fault(zip(pieces.join(""), { "sources/t.txt": "some words" })) ?? "read").toMatch(
        /^[a-z]+(?:\.[a-z-]+)?$/,
      );
    }),
  );
});

test("[RF27] in each profile of ours any selection of any text comes back where it was", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "é", "ש", "🧶", "\n", " ", "𝔚", "e\u0301", "\u202e"),
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(
      text,
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
      fc.constantFrom(...PROFILES),
      (said, cuts, profile) => {
        fc.pre(said.trim() !== "");
        const length = Array.from(said).length;
        const spans = cuts
          .map(([a, b]) => [a % (length + 1), b % (length + 1)].toSorted((one, other) => one - other))
          .flatMap(([start = 0, end = 0]) => (start < end ? [{ start, end }] : []));
        const paper: ProjectPaper = {
          lang: "en",
          name: "P",
          description: "",
          codes: [],
          variables: [],
          cases: [],
          sources: [
            {
              id: id("s"),
              name: "S01",
              description: "",
              text: said,
              selections: spans.map((span, at) => ({ ...span, id: id(`q${at}`), name: "q", codings: [], notes: [] })),
              notes: [],
              values: [],
            },
          ],
          notes: [],
          sets: [],
          graphs: [],
          about: [],
        };
        expect(read(writeQdpx(paper, profile)).texts).toEqual([{ text: said, spans }]);
      },
    ),
    { numRuns: 300 },
  );
});
