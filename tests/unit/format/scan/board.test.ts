import { zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { personAliases } from "#lib/domain/identifier/alias.ts";
import { finder } from "#lib/domain/identifier/find.ts";
import { plain } from "#lib/domain/report/model.ts";
import { blankBoard } from "#lib/format/board/blank.ts";
import type { Paper } from "#lib/format/board/paper.ts";
import { writePdf } from "#lib/format/board/pdf.ts";
import { sceneOf } from "#lib/format/board/scene.ts";
import { writeSvg } from "#lib/format/board/svg.ts";
import { scan } from "#lib/format/scan/scan.ts";
import { letters } from "#lib/server/load/letters.ts";
import { paper, paperCard, paperTheme } from "#tests/kit/paper.ts";

const font = letters();
const find = finder([
  { id: "P", words: "Siân Llewelyn", aliases: personAliases("Siân Llewelyn") },
  // Names that the formats themselves are full of; without a blank to compare with they would hold every file back.
  {
    id: "F",
    words: "Page",
    aliases: ["Page", "Root", "Atkinson", "Span", "Catalog", "Adobe", "title", "rect"].map((words) => ({ words })),
  },
]);
const pdfOf = (of: Paper) => writePdf(sceneOf(of, font), font);
const svgOf = (of: Paper) => writeSvg(sceneOf(of, font), font);
const blanks = { pdf: pdfOf(blankBoard("en")), svg: svgOf(blankBoard("en")) };
const scanned = (bytes: Uint8Array, kind: "pdf" | "svg", blank = true) =>
  scan(bytes, { name: `board.${kind}`, find, agreed: new Set(), ...(blank ? { blank: blanks[kind] } : {}) });
const terms = (bytes: Uint8Array, kind: "pdf" | "svg") => [...new Set(scanned(bytes, kind).map((leak) => leak.term))];
const long = "Everything that was said before it, on and on. ".repeat(2);

const clean = paper(
  [paperTheme("Skills", [paperCard("We never have the time; ŵyr neb pam 🧶.")], { locked: true })],
  [paperCard(long)],
);

test("[S1][S11] clean pictures and documents pass, although their formats have names of their own", () => {
  expect(scanned(pdfOf(clean), "pdf")).toEqual([]);
  expect(scanned(svgOf(clean), "svg")).toEqual([]);
  expect(scanned(pdfOf(clean), "pdf", false).length).toBeGreaterThan(0);
  expect(scanned(svgOf(clean), "svg", false).length).toBeGreaterThan(0);
});

describe("[S3][S10] a name that got past the overlay is caught", () => {
  const card = (words: string) => paper([paperTheme("Skills", [paperCard(words)])]);
  test.each<[string, Paper]>([
    ["in a card", card("Siân Llewelyn taught us.")],
    ["over two lines", card("Here is a line which ends with Siân Llewelyn taught us all.")],
    ["where words are shortened", card(`${long.repeat(9)} Siân Llewelyn`)],
    ["in a word that is broken", card(`${"w".repeat(26)}-Llewelyn`)],
    ["among signs that no font has", card("🧶Llewelyn🧶")],
    ["in a theme", paper([paperTheme("What Llewelyn said", [])])],
    ["in the name of the board", { ...clean, name: plain("Siân Llewelyn", "en") }],
    ["in a caption", paper([], [paperCard("Words.", { caption: plain("Llewelyn", "en") })])],
    ["in tags", paper([], [paperCard("Words.", { tags: plain("Llewelyn", "en") })])],
    [
      "in what the unclustered are called",
      { ...clean, labels: { ...clean.labels, unclustered: plain("Llewelyn", "en") } },
    ],
  ])("%s", (how, board) => {
    // What is shortened away stands in a drawing only, for whoever has it read aloud.
    if (how !== "where words are shortened") expect(terms(pdfOf(board), "pdf")).toEqual(["P"]);
    expect(terms(svgOf(board), "svg")).toEqual(["P"]);
  });
});

describe("[S10] a .pdf of any making", () => {
  const object = (body: string) => `9000 0 obj\n${body}\nendobj\n`;
  const stream = (content: string, dictionary = "") => {
    const packed = Buffer.from(zlibSync(Buffer.from(content, "latin1"))).toString("latin1");
    return object(`<</Length ${packed.length}/Filter/FlateDecode${dictionary}>>\nstream\n${packed}\nendstream`);
  };
  const planted = (what: string) => {
    const source = Buffer.from(pdfOf(clean)).toString("latin1");
    return Buffer.from(
      source.replace("\nxref\n", () => `\n${what}\nxref\n`),
      "latin1",
    );
  };
  test.each<[string, string]>([
    ["a literal string", object("<</Subject(Sian Llewelyn)>>")],
    ["a string with escapes", object("<</Subject(Sian \\114lew\\\nelyn)>>")],
    ["a string in hexadecimal", object(`<</Subject<${Buffer.from("Llewelyn").toString("hex")}>>>`)],
    ["a string in UTF-16", object(`<</Subject<FEFF${Buffer.from("nylewelL", "utf16le").reverse().toString("hex")}>>>`)],
    ["a name with codes", object("<</Ll#65welyn 1>>")],
    ["a comment", "% Llewelyn\n"],
    ["words that are kerned", stream("BT [(Ll) -20 (ew) 5 (elyn)] TJ ET")],
    ["words that are moved apart", stream("BT (Si) Tj (an) Tj 0 -20 Td (Llewelyn) Tj ET")],
    ["words that stand for others", stream("/Span <</ActualText(Llewelyn)>> BDC BT (x) Tj ET EMC")],
    ["a description", stream("<x><dc:creator>Llewelyn</dc:creator></x>", "/Type/Metadata")],
    ["a stream of anything", stream("whatever Llewelyn whatever", "/Subtype/Image")],
    ["a stream that is not packed", object("<</Length 8>>\nstream\nLlewelyn\nendstream")],
  ])("gives up a name in %s", (_, what) => {
    expect(terms(planted(what), "pdf")).toEqual(["P"]);
  });

  test.each<[string, string]>([
    ["a filter that is not known", object("<</Length 2/Filter/LZWDecode>>\nstream\nab\nendstream")],
    ["a stream that is not what it says", object("<</Length 2/Filter/FlateDecode>>\nstream\nab\nendstream")],
    ["a length that lies elsewhere", object("<</Length 7 0 R>>\nstream\nab\nendstream")],
    ["a stream longer than it says", object("<</Length 1>>\nstream\nab\nendstream")],
    ["objects within a stream", stream("1 0 2 0 (a) (b)", "/Type/ObjStm")],
    ["a lock", "trailer <</Encrypt 1 0 R>>"],
  ])("is held back for %s", (_, what) => {
    expect(scanned(planted(what), "pdf").map((leak) => leak.how)).toContain("unreadable");
  });
});
