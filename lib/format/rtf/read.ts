/**
 * Rich Text Format into paragraphs and tables, whatever the file is called: Word and its like save .rtf under the name .doc.
 *
 * Reads groups and control words one after the other. Bytes written as \'hh are read by the code page of their font, Unicode
 * as \uN with its stand-ins skipped; what is no text (fonts, colours, pictures, objects, fields' instructions) is skipped
 * by its destination, and headers and footers are told as left out where they have words. Nothing is fetched, nothing embedded is opened.
 *
 * Source: Microsoft, Rich Text Format Specification 1.9.1. Rules: docs/spec/import.md, I31 and I54.
 */
import type { Warning } from "#lib/domain/import/draft.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import type { Block, Document } from "#lib/format/document/block.ts";
import { Runs } from "#lib/format/document/block.ts";
import type { Tally } from "#lib/format/import/piece.ts";
import { CHARSETS, CODE_PAGES } from "./page.ts";

type State = Readonly<{
  skip: boolean;
  aim: "text" | "fonts" | "picture";
  bold: boolean;
  hidden: boolean;
  deleted: boolean;
  font: number;
  stand: number; // characters that stand in for one \u
  table: boolean; // the paragraph belongs to a cell
}>;

/** Destinations whose words are not the document's. Any other that begins with \* is skipped too. */
const ASIDE = new Set(
  "fonttbl colortbl stylesheet info pict object objdata objclass header headerl headerr headerf footer footerl footerr footerf footnote annotation atnid atnauthor atntime atnref atnparent atnicn listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl mmathPr fldinst filetbl revtbl template keywords comment doccomm company operator author title subject manager category pntext pntxta pntxtb listtext nonshppict shpinst sp sn sv bkmkstart bkmkend tc xe private password userprops fldtype datafield formfield falt panose fontemb fontfile".split(
    " ",
  ),
);
/** What parts words in a header. */
const MARGIN_GAP = new Set(["par", "sect", "page", "cell", "nestcell", "row", "nestrow"]);
const SIGNS: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  softline: "\n",
  lquote: "\u2018",
  rquote: "\u2019",
  ldblquote: "\u201c",
  rdblquote: "\u201d",
  bullet: "\u2022",
  endash: "\u2013",
  emdash: "\u2014",
  enspace: "\u2002",
  emspace: "\u2003",
  qmspace: "\u2005",
  zwj: "\u200d",
  zwnj: "\u200c",
  zwbo: "\u200b",
  zwnbo: "\u2060",
  ltrmark: "\u200e",
  rtlmark: "\u200f",
  "~": "\u00a0",
  _: "\u2011",
  "-": "\u00ad",
  "{": "{",
  "}": "}",
  "\\": "\\",
};
const WORD = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))/y;
const PLAIN = /[^{}\\\r\n]+/y;
const DEPTH = 10_000;

/** Reads the text. Faults: `file.broken`. */
export function readRtf(
  bytes: Uint8Array,
  tally: Tally,
): Result<Document & Readonly<{ encoding: string }>, ImportFault> {
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const blocks: Block[] = [];
  const fonts = new Map<number, string>();
  const stack: State[] = [];
  const warnings: Warning[] = [];
  let state: State = {
    skip: false,
    aim: "text",
    bold: false,
    hidden: false,
    deleted: false,
    font: -1,
    stand: 1,
    table: false,
  };
  let page = "windows-1252";
  let deflt = -1;
  let defining = -1; // the font whose entry is being read
  let runs = new Runs();
  let pending: number[] = []; // bytes that wait for their code page
  let stands = 0; // stand-ins of a \u that are still to skip
  let rows: string[][] = [];
  let row: string[] = [];
  let cell: string[] = [];
  let notes = 0;
  let tracked = 0;
  let margin = null as Readonly<{ depth: number; outside: Runs }> | null; // a running header or footer that is being read

  const silent = () => state.skip || state.hidden || state.deleted || state.aim !== "text";
  const settle = () => {
    if (pending.length === 0) return;
    const label = fonts.get(state.font < 0 ? deflt : state.font) ?? page;
    runs.add(decodeBytes(Uint8Array.from(pending), label), state.bold);
    pending = [];
  };
  const add = (words: string) => {
    if (silent()) return;
    settle();
    runs.add(words, state.bold);
  };
  const endParagraph = () => {
    settle();
    const block = runs.block();
    runs = new Runs();
    if (state.table) cell.push(block.text);
    else {
      endTable();
      blocks.push(block);
    }
  };
  const endMargin = () => {
    if (margin === null) return;
    settle();
    if (runs.text.trim() !== "") tally.drop("page-margin", runs.text.replace(/\s+/g, " "));
    runs = margin.outside;
    margin = null;
  };
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: "table", rows });
    rows = [];
  };

  let at = 0;
  while (at < rtf.length) {
    const sign = rtf[at];
    if (sign === "{") {
      settle();
      if (stack.length >= DEPTH) return no({ code: "file.broken", part: "document" });
      stack.push(state);
      stands = 0;
      at += 1;
    } else if (sign === "}") {
      settle();
      if (margin !== null && stack.length === margin.depth) endMargin();
      const before = stack.pop();
      stands = 0;
      at += 1;
      if (before === undefined) break; // more groups end than began: the document is over
      state = { ...before, table: state.table };
      if (stack.length === 0) break;
    } else if (sign === "\r" || sign === "\n") at += 1;
    else if (sign === "\\") {
      WORD.lastIndex = at;
      const found = WORD.exec(rtf);
      if (!found) {
        at += 1;
        continue;
      }
      at = WORD.lastIndex;
      const [, word, number, hex, symbol] = found;
      if (hex !== undefined) {
        if (stands > 0) stands -= 1;
        else if (!silent()) pending.push(Number.parseInt(hex, 16));
      } else if (symbol !== undefined) {
        if (symbol === "*") {
          const next = /^\s*\\([a-zA-Z]{1,32})/.exec(rtf.slice(at, at + 40))?.[1];
          if (next === "shppict" && !state.skip && margin === null) tally.drop("picture");
          if (next !== "shptxt") state = { ...state, skip: true };
        } else if (stands > 0) stands -= 1;
        else if (symbol === "\n" || symbol === "\r") {
          if (!silent()) control("par", null);
        } else if (SIGNS[symbol] !== undefined) add(SIGNS[symbol]);
      } else if (word !== undefined) {
        const value = number === undefined ? null : Number(number);
        if (word === "bin") at += Math.max(0, value ?? 0);
        else control(word, value);
      }
    } else {
      // Plain bytes up to the next sign of the format. Bytes beyond ASCII are of the code page, too.
      PLAIN.lastIndex = at;
      let words = PLAIN.exec(rtf)?.[0] ?? "";
      at += words.length;
      if (state.aim === "fonts") continue;
      if (stands > 0) {
        const gone = Math.min(stands, words.length);
        stands -= gone;
        words = words.slice(gone);
      }
      if (silent() || words === "") continue;
      for (let index = 0; index < words.length; index += 1) pending.push(words.charCodeAt(index));
    }
    if (runs.text.length > LIMIT.characters * 2)
      return no({ code: "text.too-long", characters: runs.text.length, limit: LIMIT.characters });
  }
  endMargin();
  if (runs.text !== "" || pending.length > 0) {
    settle();
    endTable();
    blocks.push(runs.block());
  }
  endTable();
  if (tracked > 0) warnings.push({ code: "document.tracked", count: tracked });
  if (notes > 0) warnings.push({ code: "document.notes", count: notes });
  return yes({ blocks, warnings, encoding: page });

  function control(word: string, value: number | null): void {
    if (word === "u") {
      if (!silent() && value !== null) {
        settle();
        // Halves of a pair come one after the other, as negative numbers beyond 32,767.
        runs.add(String.fromCharCode(value < 0 ? value + 65_536 : value), state.bold);
      }
      stands = state.stand;
      return;
    }
    stands = 0;
    if (word === "uc") state = { ...state, stand: Math.min(10, Math.max(0, value ?? 1)) };
    else if (word === "fonttbl") state = { ...state, aim: "fonts" };
    else if (state.aim === "fonts") {
      if (word === "f") defining = value ?? -1;
      else if (word === "fcharset") {
        const charset = CHARSETS.get(value ?? 1);
        if (charset !== undefined) fonts.set(defining, charset);
      } else if (word === "cpg") fonts.set(defining, CODE_PAGES.get(value ?? 0) ?? page);
    } else if (ASIDE.has(word)) {
      const told = !state.skip && margin === null;
      if (told && (word === "footnote" || word === "annotation")) notes += 1;
      if (told && word === "pict") tally.drop("picture");
      if (told && (word === "listtext" || word === "pntext")) tally.drop("list-mark");
      settle();
      if (told && /^(?:header|footer)/.test(word)) {
        margin = { depth: stack.length, outside: runs };
        runs = new Runs();
      } else state = { ...state, skip: true };
    } else if (state.skip) return;
    else if (word === "ansicpg") page = CODE_PAGES.get(value ?? 1252) ?? page;
    else if (word === "mac") page = "macintosh";
    else if (word === "pc" || word === "pca") page = CODE_PAGES.get(word === "pc" ? 437 : 850) ?? page;
    else if (word === "deff") deflt = value ?? -1;
    else if (word === "f") {
      settle();
      state = { ...state, font: value ?? -1 };
    } else if (word === "b") {
      settle();
      state = { ...state, bold: value !== 0 };
    } else if (word === "v") {
      settle();
      state = { ...state, hidden: value !== 0 };
    } else if (margin !== null) {
      // Its words are counted and shown, its paragraphs and cells are none of the document's.
      if (MARGIN_GAP.has(word)) add(" ");
      else if (SIGNS[word] !== undefined) add(SIGNS[word]);
    } else if (word === "deleted") {
      settle();
      tracked += 1;
      state = { ...state, deleted: value !== 0 };
    } else if (word === "revised") tracked += value === 0 ? 0 : 1;
    else if (word === "plain") {
      settle();
      state = { ...state, bold: false, hidden: false, font: -1 };
    } else if (word === "pard") state = { ...state, table: false };
    else if (word === "intbl") state = { ...state, table: true };
    else if (word === "par" || word === "sect" || word === "page") endParagraph();
    else if (word === "cell" || word === "nestcell") {
      settle();
      cell.push(runs.block().text);
      runs = new Runs();
      row.push(cell.join("\n"));
      cell = [];
    } else if (word === "row" || word === "nestrow") {
      if (row.length > 0 && rows.length < LIMIT.rows) rows.push(row);
      row = [];
    } else if (SIGNS[word] !== undefined) add(SIGNS[word]);
  }
}

const decoders = new Map<string, TextDecoder>();
function decodeBytes(bytes: Uint8Array, label: string): string {
  if (label === "symbol") return String.fromCharCode(...bytes); // pictures of letters; kept as they stand
  let decoder = decoders.get(label);
  if (decoder === undefined) {
    decoder = new TextDecoder(label, { ignoreBOM: true });
    decoders.set(label, decoder);
  }
  return decoder.decode(bytes);
}
