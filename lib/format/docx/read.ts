/**
 * A .docx into paragraphs: their text, line breaks and tabs, and how much of the beginning is bold.
 *
 * Only the XML parts that hold words are unpacked, packed again without compression, and given
 * to mammoth; pictures, macros and links never reach it, and nothing outside the file is read.
 *
 * Rules: docs/spec/import.md, I30 and I31.
 */
import { zipSync } from "fflate";
import mammoth from "mammoth";
import type { Warning } from "#lib/domain/import/draft.ts";
import type { Block, Document, Paragraph } from "#lib/format/document/block.ts";
import { Runs } from "#lib/format/document/block.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import type { Tally } from "#lib/format/import/piece.ts";
import { walkXml } from "#lib/format/text/sax.ts";
import { entriesOf, unpack } from "./zip.ts";

/** What kind of Office file a zip is, by its parts. */
export function officeKind(names: readonly string[]): "docx" | "xlsx" | "xlsb" | "powerpoint" | "zip" {
  const has = (test: RegExp) => names.some((name) => test.test(name));
  if (has(/^word\/document\d*\.xml$/)) return "docx";
  if (has(/^xl\/workbook\d*\.xml$/i)) return "xlsx";
  if (has(/^xl\/workbook\.bin$/i)) return "xlsb";
  if (has(/^ppt\/presentation\.xml$/)) return "powerpoint";
  return "zip";
}

/** Reads the paragraphs. Faults: `file.broken`, `file.bomb`, `file.password`. */
export async function readDocx(bytes: Uint8Array, tally: Tally): Promise<Result<Document, ImportFault>> {
  const entries = entriesOf(bytes);
  if (!entries.ok) return entries;
  const parts = unpack(
    bytes,
    entries.value,
    (name) => /\.(?:xml|rels)$/i.test(name) && !/^(?:customXml|docProps)\//.test(name),
  );
  if (!parts.ok) return parts;

  const broken = no<ImportFault>({ code: "file.broken", part: "document" });
  const safe: Record<string, Uint8Array> = Object.create(null);
  const main = [...parts.value].find(([name]) => /^word\/document\d*\.xml$/.test(name))?.[1];
  if (!main) return broken;
  for (const [name, data] of parts.value) {
    const start = new TextDecoder().decode(data.subarray(0, 2000));
    if (/<!(?:DOCTYPE|ENTITY)/i.test(start)) return broken; // no document of Word's has one; entities can grow without end
    safe[name] = data;
  }
  const xml = new TextDecoder().decode(main);
  const warnings: Warning[] = [];
  const tracked = xml.match(/<w:(?:ins|del)\s/g)?.length ?? 0;
  if (tracked > 0) warnings.push({ code: "document.tracked", count: tracked });
  const notes = xml.match(/<w:(?:footnoteReference|endnoteReference|commentReference)\s/g)?.length ?? 0;
  if (notes > 0) warnings.push({ code: "document.notes", count: notes });
  const pictures = xml.match(/<(?:pic:pic|v:imagedata)[\s>]/g)?.length ?? 0;
  for (let count = 0; count < pictures; count += 1) tally.drop("picture");

  for (const [name, data] of parts.value)
    if (/^word\/(?:header|footer)\d*\.xml$/.test(name)) dropMargin(new TextDecoder().decode(data), tally);

  const blocks: Block[] = [];
  let seen = false;
  const walk = (node: unknown) => {
    if (!isNode(node)) return;
    if (node.type === "paragraph") {
      blocks.push(paragraph(node, tally));
    } else if (node.type === "table")
      blocks.push({ kind: "table", rows: (node.children ?? []).filter(isNode).map((row) => cellsOf(row, tally)) });
    else for (const child of node.children ?? []) walk(child);
  };
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(safe, { level: 0 })) },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (document: unknown) => {
          seen = true;
          walk(document);
          return {
            type: "document",
            children: [],
            notes: isNode(document) ? (document["notes"] ?? {}) : {},
            comments: [],
          };
        },
      },
    );
  } catch {
    if (!seen) return broken; // afterwards only mammoth's own rendering of our empty document can fail
  }
  if (!seen) return broken;
  return yes({ blocks, warnings });
}

/** Running headers and footers are never words of the text, and are told. */
function dropMargin(xml: string, tally: Tally): void {
  let words = "";
  let inside = false;
  walkXml(xml, {
    open: ({ name }) => {
      inside = name === "w:t";
    },
    close: (name) => {
      inside = false;
      if (name === "w:p") words += " ";
    },
    text: (said) => {
      if (inside) words += said;
    },
  });
  if (words.trim() !== "") tally.drop("page-margin", words.replace(/\s+/g, " "));
}

type Node = {
  type: string;
  children?: readonly unknown[];
  value?: unknown;
  isBold?: unknown;
  breakType?: unknown;
  [key: string]: unknown;
};

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function paragraph(node: Node, tally: Tally): Paragraph {
  if (typeof node["numbering"] === "object" && node["numbering"] !== null) tally.drop("list-mark");
  const runs = new Runs();
  const walk = (part: unknown, strong: boolean) => {
    if (!isNode(part)) return;
    if (part.type === "text" && typeof part.value === "string") runs.add(part.value, strong);
    else if (part.type === "tab") runs.add("\t", strong);
    else if (part.type === "break") runs.add(part.breakType === "line" ? "\n" : "", strong);
    else if (part.type === "run") for (const child of part.children ?? []) walk(child, part.isBold === true);
    else for (const child of part.children ?? []) walk(child, strong);
  };
  for (const child of node.children ?? []) walk(child, false);
  return runs.block();
}

function cellsOf(row: Node, tally: Tally): string[] {
  return (row.children ?? []).map((cell) =>
    isNode(cell)
      ? (cell.children ?? [])
          .flatMap((child) => (isNode(child) && child.type === "paragraph" ? [paragraph(child, tally).text] : []))
          .join("\n")
      : "",
  );
}
