/**
 * An OpenDocument text into paragraphs and tables: line breaks and tabs kept, bold told by its styles.
 *
 * Only content.xml and styles.xml are unpacked; pictures, macros and linked files are never read. XML with a document
 * type is refused before it is parsed, so that no entity can grow.
 *
 * Source: OASIS OpenDocument 1.3, part 3, 5 to 7 and 16. Rules: docs/spec/import.md, I30, I31 and I52.
 */
import type { Warning } from "#lib/domain/import/draft.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import type { Block, Document } from "#lib/format/document/block.ts";
import { Runs } from "#lib/format/document/block.ts";
import type { Entry } from "#lib/format/docx/zip.ts";
import { unpack } from "#lib/format/docx/zip.ts";
import type { Tally } from "#lib/format/import/piece.ts";
import { walkXml } from "#lib/format/text/sax.ts";

type Table = { rows: string[][]; row: string[] | null; cell: string[] | null };

/** What stands in a document beside its words. */
const ASIDE = new Set([
  "text:note",
  "office:annotation",
  "text:tracked-changes",
  "text:ruby-text",
  "office:forms",
  "svg:title",
  "svg:desc",
]);

/** Reads the text. Faults: `file.broken`, `file.bomb`, `file.password`. */
export function readOdt(bytes: Uint8Array, entries: readonly Entry[], tally: Tally): Result<Document, ImportFault> {
  const parts = unpack(bytes, entries, (name) => /^(?:content|styles|META-INF\/manifest)\.xml$/.test(name));
  if (!parts.ok) return parts;
  const text = (name: string) => new TextDecoder().decode(parts.value.get(name) ?? new Uint8Array());
  if (/<manifest:encryption-data[\s>]/.test(text("META-INF/manifest.xml"))) return no({ code: "file.password" });
  const styles = new Map<string, { bold: boolean | null; parent: string | null }>();
  const broken = no<ImportFault>({ code: "file.broken", part: "document" });
  if (parts.value.has("styles.xml") && !gatherStyles(text("styles.xml"), styles)) return broken;
  if (!gatherStyles(text("content.xml"), styles)) return broken;
  dropMargins(text("styles.xml"), tally);
  const document = gather(text("content.xml"), styles, tally);
  return document === null ? broken : yes(document);
}

type Styles = ReadonlyMap<string, Readonly<{ bold: boolean | null; parent: string | null }>>;

function isBold(styles: Styles, name: string | undefined, above: boolean): boolean {
  let at = name ?? "";
  for (let hops = 0; hops < 10; hops += 1) {
    const style = styles.get(at);
    if (style === undefined) break;
    if (style.bold !== null) return style.bold;
    at = style.parent ?? "";
  }
  return above;
}

function gatherStyles(xml: string, styles: Map<string, { bold: boolean | null; parent: string | null }>): boolean {
  let open: string | null = null;
  return walkXml(xml, {
    open({ name, attributes }) {
      if (name === "style:style" || name === "style:default-style") {
        open = attributes["style:name"] ?? null;
        if (open !== null) styles.set(open, { bold: null, parent: attributes["style:parent-style-name"] ?? null });
      } else if (name === "style:text-properties" && open !== null) {
        const weight = attributes["fo:font-weight"];
        const style = styles.get(open);
        if (style && weight !== undefined) style.bold = weight === "bold" || Number(weight) >= 600;
      }
    },
    close(name) {
      if (name === "style:style") open = null;
    },
    text: () => undefined,
  });
}

/** Running headers and footers are never words of the text, and are told. */
function dropMargins(xml: string, tally: Tally): void {
  let words: string | null = null;
  const margin = /^style:(?:header|footer)(?:-left|-first)?$/;
  walkXml(xml, {
    open: ({ name }) => {
      if (margin.test(name)) words = "";
    },
    close: (name) => {
      if (words === null || !margin.test(name)) return;
      if (words.trim() !== "") tally.drop("page-margin", words.replace(/\s+/g, " "));
      words = null;
    },
    text: (said) => {
      if (words !== null) words += said;
    },
  });
}

function gather(xml: string, styles: Styles, tally: Tally): Document | null {
  const blocks: Block[] = [];
  const tables: Table[] = [];
  const paragraphs: { runs: Runs; bold: boolean[]; spaced: boolean }[] = [];
  let aside = 0;
  let notes = 0;
  let tracked = 0;
  let inside = false;

  const finish = (block: ReturnType<Runs["block"]>) => {
    const cell = tables.at(-1)?.cell;
    if (cell) cell.push(block.text);
    else blocks.push(block);
  };
  const add = (words: string) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph) paragraph.runs.add(words, paragraph.bold.at(-1) ?? false);
  };

  const well = walkXml(xml, {
    open({ name, attributes }) {
      if (name === "office:text") inside = true;
      if (ASIDE.has(name)) {
        aside += 1;
        if (name === "text:note" || name === "office:annotation") notes += 1;
      }
      if (name === "text:changed-region") tracked += 1;
      if (aside > 0 || !inside) return;
      const paragraph = paragraphs.at(-1);
      if (name === "text:p" || name === "text:h")
        paragraphs.push({
          runs: new Runs(),
          bold: [isBold(styles, attributes["text:style-name"], false)],
          spaced: true,
        });
      else if (name === "text:span" && paragraph)
        paragraph.bold.push(isBold(styles, attributes["text:style-name"], paragraph.bold.at(-1) ?? false));
      else if (name === "text:tab") add("\t");
      else if (name === "text:line-break") {
        add("\n");
        if (paragraph) paragraph.spaced = true;
      } else if (name === "text:s") add(" ".repeat(Math.min(1000, Math.max(1, Number(attributes["text:c"]) || 1))));
      else if (name === "text:list-item") tally.drop("list-mark");
      else if (name === "draw:image") tally.drop("picture");
      else if (name === "table:table") tables.push({ rows: [], row: null, cell: null });
      else if (name === "table:table-row") {
        const table = tables.at(-1);
        if (table) table.row = [];
      } else if (name === "table:table-cell") {
        const table = tables.at(-1);
        if (table) table.cell = [];
      }
    },
    close(name) {
      if (ASIDE.has(name)) {
        aside -= 1;
        return;
      }
      if (aside > 0 || !inside) return;
      if (name === "office:text") inside = false;
      else if (name === "text:p" || name === "text:h") {
        const paragraph = paragraphs.pop();
        if (paragraph) finish(paragraph.runs.block());
      } else if (name === "text:span") paragraphs.at(-1)?.bold.pop();
      else if (name === "table:table-cell") {
        const table = tables.at(-1);
        table?.row?.push((table.cell ?? []).join("\n"));
        if (table) table.cell = null;
      } else if (name === "table:table-row") {
        const table = tables.at(-1);
        if (table?.row && table.rows.length < LIMIT.rows) table.rows.push(table.row);
      } else if (name === "table:table") {
        const table = tables.pop();
        if (!table) return;
        const outer = tables.at(-1)?.cell;
        if (outer) outer.push(table.rows.map((row) => row.join("\t")).join("\n"));
        else blocks.push({ kind: "table", rows: table.rows });
      }
    },
    text(words) {
      const paragraph = paragraphs.at(-1);
      if (aside > 0 || !inside || !paragraph) return;
      // White space of the file is one space, and none at the beginning (part 3, 6.1.2); spaces meant as such are text:s.
      let plain = words.replace(/[ \t\r\n]+/g, " ");
      if (paragraph.spaced) plain = plain.replace(/^ /, "");
      if (plain === "") return;
      paragraph.spaced = plain.endsWith(" ");
      add(plain);
    },
  });
  if (!well) return null;
  const warnings: Warning[] = [];
  if (tracked > 0) warnings.push({ code: "document.tracked", count: tracked });
  if (notes > 0) warnings.push({ code: "document.notes", count: notes });
  return { blocks, warnings };
}
