import { zipSync, strToU8 } from "fflate";
import { Document, Footer, Header, LevelFormat, Packer, Paragraph, TextRun } from "docx";
import { describe, expect, test } from "vitest";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { open } from "#lib/format/import/open.ts";
import { decode } from "#lib/format/text/decode.ts";
import { draftOf, left, spoken } from "./say.ts";

const code = async (bytes: Uint8Array | string) => {
  const opened = await open(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  return opened.ok ? null : opened.fault.code;
};
const ole = (name: string) =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600), ...Buffer.from(name, "utf16le")]);

describe("[I1] what a file is, by its bytes", () => {
  test.each([
    ["file.empty", ""],
    ["file.empty", " \n\uFEFF\n"],
    ["file.doc-old", ole("WordDocument")],
    ["file.xls-old", ole("Workbook")],
    ["file.password", ole("EncryptedPackage")],
    ["file.broken", "%PDF-1.7\n"],
    ["file.json", '{"version": 3, "sizes": [1, 2]}'],
    ["file.picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ["file.recording", "ID3\u0003 music"],
    ["file.unknown", Uint8Array.from({ length: 300 }, (_, at) => (at * 37) % 256)],
    ["file.xlsb", zipSync({ "xl/workbook.bin": strToU8("x") })],
    ["file.broken", zipSync({ "xl/workbook.xml": strToU8("<x/>") })],
    [
      "file.broken",
      zipSync({
        mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
        "content.xml": strToU8("<x>"),
      }),
    ],
    ["file.wordless", "{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}}"],
    ["file.wordless", "<!DOCTYPE html><html><script>1</script></html>"],
    ["file.zip", zipSync({ "a.txt": strToU8("a") })],
    ["file.broken", Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4])],
    ["file.broken", zipSync({ "word/document.xml": strToU8("<not xml") })],
    ["file.wordless", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n"],
  ])("%s", async (expected, bytes) => {
    expect(await code(bytes)).toBe(expected);
  });
});

describe("[I2] encodings", () => {
  const text = "Interviewer: Ydi’r dŵr yn oer?\r\nRespondent: Ydi – “iawn”.\r\n";
  test.each([
    ["utf-16le", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["utf-16le", Buffer.from(text, "utf16le")],
    ["utf-16be", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
    ["utf-8", Buffer.from(text)],
    ["utf-8", Buffer.from(`\uFEFF${text}`)],
  ])("%s", (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ encoding, text: text.replaceAll("\r\n", "\n") });
  });
  test("windows-1252, the quotation marks of old Word files", () => {
    const bytes = Uint8Array.from([
      ...Buffer.from("It"),
      0x92,
      ...Buffer.from("s a caf"),
      0xe9,
      ...Buffer.from(" "),
      0x96,
      ...Buffer.from(" yes, it is said and done."),
    ]);
    expect(decode(bytes)).toEqual({ encoding: "windows-1252", text: "It’s a café – yes, it is said and done." });
  });
});

describe("documents", () => {
  const docx = async (...paragraphs: Paragraph[]) =>
    new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })));
  const plain = (text: string) => new Paragraph({ children: [new TextRun(text)] });

  test("[I31] bold speakers, line breaks kept, headings between turns", async () => {
    const bytes = await docx(
      new Paragraph({ children: [new TextRun({ text: "1. Beginnings", bold: true })] }),
      new Paragraph({ children: [new TextRun({ text: "Mari", bold: true }), new TextRun(" How did it begin?")] }),
      new Paragraph({
        children: [
          new TextRun({ text: "Owen", bold: true }),
          new TextRun(" Slowly."),
          new TextRun({ text: "Then faster.", break: 1 }),
        ],
      }),
      new Paragraph({ children: [new TextRun({ text: "2. Endings", bold: true })] }),
      new Paragraph({ children: [new TextRun({ text: "Mari", bold: true }), new TextRun(" And then?")] }),
      new Paragraph({ children: [new TextRun({ text: "Owen", bold: true }), new TextRun(" It ended.")] }),
    );
    expect(spoken(await draftOf(bytes))).toEqual([
      "-: 1. Beginnings",
      "Mari: How did it begin?",
      "Owen: Slowly.\nThen faster.",
      "-: 2. Endings",
      "Mari: And then?",
      "Owen: It ended.",
    ]);
  });

  test("[I31] headers and footers are no words of the text, and are told", async () => {
    const bytes = await Packer.toBuffer(
      new Document({
        sections: [
          {
            headers: { default: new Header({ children: [plain("Interview 3, in confidence")] }) },
            footers: { default: new Footer({ children: [plain("")] }) },
            children: [plain("It rained.")],
          },
        ],
      }),
    );
    const draft = await draftOf(new Uint8Array(bytes));
    expect(draft.text).toBe("It rained.");
    expect(draft.dropped).toEqual([{ rule: "page-margin", count: 1, examples: ["Interview 3, in confidence"] }]);
  });

  test("[I87] numbers that Word makes are no words, numbers that somebody typed are", async () => {
    const counted = (text: string) =>
      new Paragraph({ numbering: { reference: "guide", level: 0 }, children: [new TextRun(text)] });
    const bytes = await Packer.toBuffer(
      new Document({
        numbering: {
          config: [{ reference: "guide", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1." }] }],
        },
        sections: [
          { children: [counted("Why here?"), plain("For the water."), counted("Since when?"), plain("4. May.")] },
        ],
      }),
    );
    const draft = await draftOf(new Uint8Array(bytes));
    expect(draft.text).toBe("Why here?\n\nFor the water.\n\nSince when?\n\n4. May.");
    expect(left(draft)).toEqual({ "list-mark": 2 });
  });

  test("[I7] Teams: name and time, words below, what the tool wrote around them", async () => {
    const draft = await draftOf(
      await docx(
        plain("Housing pilot-20260615_133555-Meeting Transcript"),
        plain("June 15, 2026, 1:35PM"),
        plain("27m 42s"),
        plain("Nick Miller started transcription"),
        new Paragraph({
          children: [
            new TextRun({ text: "Nick Miller" }),
            new TextRun("   0:03"),
            new TextRun({ text: "Shall we start?", break: 1 }),
          ],
        }),
        new Paragraph({
          children: [
            new TextRun({ text: "Evans, Mari" }),
            new TextRun("   0:09"),
            new TextRun({ text: "Yes.", break: 1 }),
          ],
        }),
        plain("Nick Miller stopped transcription"),
      ),
    );
    expect(spoken(draft)).toEqual(["Nick Miller: Shall we start?", "Evans, Mari: Yes."]);
    expect(left(draft)).toEqual({ metadata: 5, label: 2 });
    expect(draft.turns.map((turn) => turn.startMs)).toEqual([3000, 9000]);
  });

  test("[I30] a document that unpacks into far more than it should is refused before it is read", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(LIMIT.unpacked + 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await code(bomb)).toBe("file.bomb");
    // The directory lies about the size: what really comes out counts.
    const at = bomb.findLastIndex(
      (_, index) => bomb[index] === 0x50 && bomb[index + 1] === 0x4b && bomb[index + 2] === 1 && bomb[index + 3] === 2,
    );
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(at + 24, 1000, true);
    expect(await code(bomb)).toBe("file.bomb");
  });

  test("[I30] XML with a document type is refused", async () => {
    const rels =
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
    expect(
      await code(
        zipSync({
          "word/document.xml": strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'),
          "_rels/.rels": strToU8(rels),
        }),
      ),
    ).toBe("file.broken");
  });
});
