/**
 * A saved web page, an exported transcript or pasted rich text into paragraphs and tables.
 *
 * Reads tags one after the other and builds no tree, so that no nesting is too deep. Scripts, styles and what a page has
 * around its words (menus, buttons, footers) are left out by name. Nothing is fetched and nothing is run.
 *
 * Source: WHATWG HTML, 13.2 and 15.3, as far as words need it. Rules: docs/spec/import.md, I53.
 */
import { LIMIT } from "#lib/domain/import/limit.ts";
import type { Block, Document } from "#lib/format/document/block.ts";
import { Runs } from "#lib/format/document/block.ts";
import type { Tally } from "#lib/format/import/piece.ts";
import { references } from "./entity.ts";

const RAW = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "textarea",
  "title",
  "iframe",
  "object",
  "svg",
  "math",
  "xmp",
  "noembed",
  "noframes",
]);
const AROUND = new Set(["nav", "footer", "aside", "form", "button", "select", "menu", "dialog", "label"]);
const BLOCKS = new Set(
  "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary ul table caption tr td th tbody thead tfoot head option nav footer aside form button select menu dialog label".split(
    " ",
  ),
);
const VOID = new Set([
  "br",
  "hr",
  "img",
  "input",
  "meta",
  "link",
  "area",
  "base",
  "col",
  "embed",
  "source",
  "track",
  "wbr",
]);
const IMPLIED: ReadonlyMap<string, readonly string[]> = new Map([
  ["p", ["p"]],
  ["li", ["p", "li"]],
  ["dt", ["p", "dt", "dd"]],
  ["dd", ["p", "dt", "dd"]],
  ["td", ["p", "td", "th"]],
  ["th", ["p", "td", "th"]],
  ["tr", ["p", "td", "th", "tr"]],
  ["option", ["option"]],
]);
const TAG = /<(?:(!--)|(\/?)([A-Za-z][A-Za-z0-9:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[!?][^>]*>)/y;

type Table = { rows: string[][]; row: string[] | null; cell: string[] | null };
type Open = Readonly<{ name: string; bold: boolean; aside: boolean }>; // aside: not of the words

export function readHtml(html: string, tally: Tally): Document {
  const blocks: Block[] = [];
  const tables: Table[] = [];
  const open: Open[] = [];
  let runs = new Runs();
  let spaced = true;
  let around = 0;
  let dropped = "";

  const flush = () => {
    const { text, bold } = runs.block();
    const words = text.replace(/[ \n]+$/, "");
    runs = new Runs();
    spaced = true;
    if (words.trim() === "") return;
    const cell = tables.at(-1)?.cell;
    if (cell) cell.push(words);
    else blocks.push({ kind: "paragraph", text: words, bold: Math.min(bold, words.length) });
  };
  const bold = () => open.at(-1)?.bold ?? false;
  const add = (raw: string) => {
    const words = references(raw);
    if (around > 0) {
      if (dropped.length < 200) dropped += words;
      return;
    }
    if (open.some((tag) => tag.name === "pre")) {
      runs.add(words, bold());
      return;
    }
    let plain = words.replace(/[ \t\r\n\f]+/g, " ");
    if (spaced) plain = plain.replace(/^ /, "");
    if (plain === "") return;
    spaced = plain.endsWith(" ");
    runs.add(plain, bold());
  };
  const endCell = (table: Table) => {
    flush();
    if (table.cell) table.row?.push(table.cell.join("\n"));
    table.cell = null;
  };
  const endRow = (table: Table) => {
    endCell(table);
    if (table.row && table.row.length > 0 && table.rows.length < LIMIT.rows) table.rows.push(table.row);
    table.row = null;
  };
  const endTable = () => {
    const table = tables.at(-1);
    if (!table) return;
    endRow(table);
    tables.pop();
    const outer = tables.at(-1)?.cell;
    if (outer) outer.push(table.rows.map((row) => row.join("\t")).join("\n"));
    else if (table.rows.length > 0) blocks.push({ kind: "table", rows: table.rows });
  };
  const end = ({ name, aside }: Open) => {
    const table = tables.at(-1);
    if (aside) {
      around -= 1;
      if (around === 0 && dropped.trim() !== "") tally.drop("page", dropped.replace(/\s+/g, " "));
      if (around === 0) dropped = "";
    }
    if (name === "table") endTable();
    else if (table && (name === "td" || name === "th")) endCell(table);
    else if (table && name === "tr") endRow(table);
  };

  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    if (next < 0) {
      add(html.slice(at));
      break;
    }
    if (next > at) add(html.slice(at, next));
    TAG.lastIndex = next;
    const found = TAG.exec(html);
    if (!found) {
      add("<");
      at = next + 1;
      continue;
    }
    at = TAG.lastIndex;
    const [, comment, closing, tag, attributes = ""] = found;
    if (comment) {
      const end = html.indexOf("-->", next + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    if (RAW.has(name)) {
      if (closing || attributes.endsWith("/")) continue;
      const end = closingOf(html, name, at);
      if (name === "svg" || name === "object") tally.drop("picture");
      at = end;
      continue;
    }
    if (BLOCKS.has(name)) flush();
    if (closing) {
      const depth = open.findLastIndex((one) => one.name === name);
      if (depth >= 0) {
        for (const one of open.splice(depth).toReversed()) end(one);
      }
      continue;
    }
    // A paragraph, a cell or a row that was never closed ends where the next begins.
    const ends = IMPLIED.get(name);
    for (let last = open.at(-1); last && ends?.includes(last.name); last = open.at(-1)) {
      open.pop();
      end(last);
    }
    if (name === "br") {
      runs.add("\n", bold());
      spaced = true;
    } else if (name === "img") tally.drop("picture");
    else if (name === "li" && around === 0) tally.drop("list-mark");
    else if (name === "table") tables.push({ rows: [], row: null, cell: null });
    else if (name === "tr") {
      const table = tables.at(-1);
      if (table) {
        endRow(table);
        table.row = [];
      }
    } else if (name === "td" || name === "th") {
      const table = tables.at(-1);
      if (table) {
        endCell(table);
        table.row ??= [];
        table.cell = [];
      }
    }
    if (VOID.has(name) || attributes.trimEnd().endsWith("/")) continue;
    if (open.length >= 500) continue; // deeper than any page; the words are still read
    const aside = AROUND.has(name) || /\shidden(?:[\s=]|$)|display:\s*none/i.test(attributes);
    if (aside) around += 1;
    open.push({ name, bold: isBold(name, attributes, bold()), aside });
  }
  flush();
  for (const one of open.toReversed()) end(one);
  while (tables.length > 0) endTable();
  return { blocks, warnings: [] };
}

function isBold(name: string, attributes: string, above: boolean): boolean {
  if (name === "b" || name === "strong" || /^h[1-6]$/.test(name) || name === "th") {
    // Google Docs wraps everything that it copies in <b style="font-weight:normal">.
    return !/font-weight:\s*(?:normal|400)/i.test(attributes);
  }
  const weight = /font-weight:\s*(bold|bolder|normal|\d{3})/i.exec(attributes)?.[1]?.toLowerCase();
  if (weight === undefined) return above;
  return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
}

/** Where the words after a raw element go on; elements of one name within another are few, and end with the first. */
function closingOf(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\s*>`, "gi");
  close.lastIndex = from;
  const found = close.exec(html);
  return found ? close.lastIndex : name === "title" || name === "textarea" ? from : html.length;
}
