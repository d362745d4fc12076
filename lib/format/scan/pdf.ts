/**
 * Opens a PDF and gives all that it holds as members: each stream unpacked, the words that pages show, the names and strings
 * of objects, and what stands between them.
 *
 * Made to find words, not to draw: shown strings are read by their fonts' maps to Unicode, and both joined and apart. What it
 * cannot read (encryption, filters other than Flate, objects within streams) makes the file unreadable, which the scan takes
 * for a leak. Source: ISO 32000-1:2008, 7.2 to 7.5, 9.4.3, 9.10.3, 14.9.4.
 */
import { unzlibSync } from "fflate";
import { AGREED_NAME, RESPONDENT } from "#lib/format/report/mark.ts";
import type { Member } from "./unpack.ts";
import { BETWEEN } from "./unpack.ts";

type Token =
  | Readonly<{ kind: "string"; bytes: Uint8Array }>
  | Readonly<{ kind: "name"; text: string }>
  | Readonly<{ kind: "word"; text: string }>
  | Readonly<{ kind: "mark"; text: string }>; // [ ] << >>

/** The member that lists names, operators and the strings of objects, one a line: what the format itself is made of, and titles. */
export const LISTED = "(listed)";

type Thing = Readonly<{
  number: number;
  tokens: readonly Token[];
  names: readonly string[];
  bare: string;
  stream: Uint8Array | null;
}>;

/** What a code of a font means; codes are two bytes where the map says so. */
type Map2 = Readonly<{ wide: boolean; signs: ReadonlyMap<number, string> }>;

const NOBODY: ReadonlySet<string> = new Set();

/** How large a stream may unpack. */
const LARGEST = 400 * 1024 * 1024;

export function isPdf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
}

/**
 * The members of a PDF, or null where it cannot be read whole.
 *
 * @param agreed - names that may be the whole of a mark of the respondents list, and are left out there
 */
export function unpackPdf(bytes: Uint8Array, agreed: ReadonlySet<string> = NOBODY): readonly Member[] | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const things: Thing[] = [];
  const between: string[] = ["\n"]; // never again taken for a PDF
  const begins = /\b(\d{1,10}) (\d{1,5}) obj\b/g;
  let from = 0;
  for (let match = begins.exec(text); match !== null; match = begins.exec(text)) {
    between.push(text.slice(from, match.index), "\n");
    const thing = read(text, Number(match[1]), match.index + match[0].length, bytes);
    if (thing === null) return null;
    things.push(thing.thing);
    from = thing.end;
    begins.lastIndex = from;
  }
  between.push(text.slice(from));
  if (things.length === 0 || /\/Encrypt\b/.test(between.join(""))) return null;
  if (
    things.some((thing) => nameAfter(thing.tokens, "Type") === "ObjStm" || nameAfter(thing.tokens, "Type") === "XRef")
  )
    return null;
  const names = new Set<string>();
  const rest = tokenise(between.join(""), 0, null);
  for (const name of rest?.names ?? []) names.add(name);
  const found = members(things, names, agreed);
  return [
    ...found,
    { name: LISTED, bytes: new TextEncoder().encode(["", ...names].join("\n")) },
    { name: BETWEEN, bytes: Buffer.from(`\n${rest?.bare ?? between.join("")}`, "latin1") },
  ];
}

function members(things: readonly Thing[], names: Set<string>, agreed: ReadonlySet<string>): Member[] {
  const fonts = fontsOf(things);
  const found: Member[] = [];
  const put = (name: string, words: string) => {
    if (words.trim() !== "") found.push({ name, bytes: new TextEncoder().encode(`\n${words}`) });
  };
  const numbers: string[] = [];
  for (const { number, tokens, bare, stream, names: own } of things) {
    for (const name of own) names.add(name);
    for (const token of tokens)
      if (token.kind === "string") for (const words of said(token.bytes)) names.add(words.replace(/\s+/gu, " "));
    numbers.push(bare);
    if (stream === null) continue;
    const shows =
      nameAfter(tokens, "Subtype") === null && nameAfter(tokens, "Type") === null && !has(tokens, "Length1");
    const content = shows || nameAfter(tokens, "Type") === "Pattern" ? tokenise(latin1(stream), 0, null) : null;
    if (
      content === null ||
      !content.tokens.some((token) => token.kind === "word" && /^(?:Tj|TJ|'|")$/.test(token.text))
    ) {
      found.push({ name: `stream ${number}`, bytes: stream });
      continue;
    }
    for (const name of content.names) names.add(name);
    put(`stream ${number}`, content.bare);
    for (const [how, words] of shown(content.tokens, fonts, agreed)) put(`words ${number} ${how}`, words);
  }
  put("objects", numbers.join("\n"));
  return found;
}

/** Reads the object that begins behind `obj`. */
function read(text: string, number: number, at: number, bytes: Uint8Array): { thing: Thing; end: number } | null {
  const head = tokenise(text, at, /^(?:endobj|stream)$/);
  if (head === null) return null;
  const { tokens, names, bare } = head;
  if (head.stop !== "stream") return { thing: { number, tokens, names, bare, stream: null }, end: head.end };
  const length = Number(wordAfter(tokens, "Length"));
  const start = head.end + (text.startsWith("\r\n", head.end) ? 2 : 1);
  if (!Number.isInteger(length) || length < 0 || isReference(tokens, "Length") || start + length > bytes.length)
    return null;
  const packed = bytes.subarray(start, start + length);
  const tail = /^\s*endstream\s+endobj\b/.exec(text.slice(start + length, start + length + 40));
  if (tail === null) return null;
  const end = start + length + tail[0].length;
  if (!has(tokens, "Filter")) return { thing: { number, tokens, names, bare, stream: packed }, end };
  if (nameAfter(tokens, "Filter") !== "FlateDecode" || has(tokens, "DecodeParms")) return null;
  try {
    const stream = unzlibSync(packed);
    return stream.length > LARGEST ? null : { thing: { number, tokens, names, bare, stream }, end };
  } catch {
    return null;
  }
}

type Tokenised = Readonly<{
  tokens: readonly Token[];
  names: readonly string[];
  /** the text without strings and names */ bare: string;
  end: number;
  stop: string | null;
}>;

/** Cuts text into tokens from `at`, up to a word that stops it or to the end; null where a string does not end. */
function tokenise(text: string, at: number, stops: RegExp | null): Tokenised | null {
  const tokens: Token[] = [];
  const bare: string[] = [];
  const names = new Set<string>();
  let here = at;
  while (here < text.length) {
    const sign = text[here] ?? "";
    if (text.charCodeAt(here) <= 0x20) {
      if (bare.at(-1) !== " ") bare.push(" ");
      here += 1;
    } else if (sign === "%") {
      const end = text.slice(here).search(/[\r\n]/);
      const comment = end === -1 ? text.slice(here) : text.slice(here, here + end);
      bare.push(comment);
      here += comment.length;
    } else if (sign === "(") {
      const literal = literalAt(text, here);
      if (literal === null) return null;
      tokens.push({ kind: "string", bytes: literal.bytes });
      bare.push(" ");
      here = literal.end;
    } else if (sign === "<" && text[here + 1] !== "<") {
      const end = text.indexOf(">", here);
      if (end === -1) return null;
      const digits = text.slice(here + 1, end).replace(/[\s\0]/g, "");
      if (!/^[0-9a-f]*$/i.test(digits)) return null;
      tokens.push({ kind: "string", bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex") });
      bare.push(" ");
      here = end + 1;
    } else if (MARKS.includes(sign)) {
      const mark = text.startsWith("<<", here) || text.startsWith(">>", here) ? text.slice(here, here + 2) : sign;
      tokens.push({ kind: "mark", text: mark });
      bare.push(mark);
      here += mark.length;
    } else {
      WORD.lastIndex = here + 1;
      const word = `${sign}${WORD.exec(text)?.[0] ?? ""}`;
      here += word.length;
      if (stops?.test(word)) return { tokens, names: [...names], bare: bare.join(""), end: here, stop: word };
      const plain = sign === "/" ? named(word.slice(1)) : word;
      tokens.push(sign === "/" ? { kind: "name", text: plain } : { kind: "word", text: word });
      if (isNumber(plain)) bare.push(plain);
      else names.add(plain);
    }
  }
  return stops === null ? { tokens, names: [...names], bare: bare.join(""), end: here, stop: null } : null;
}

const MARKS = "[]{}<>";

function isNumber(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (!"+-.0123456789".includes(word[at] ?? "")) return false;
  return true;
}

/** The rest of a name or word: up to white space or a delimiter. */
const WORD = /[^\s\0()<>[\]{}/%]*/y;

function named(name: string): string {
  return name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function literalAt(text: string, at: number): { bytes: Uint8Array; end: number } | null {
  const out: number[] = [];
  let depth = 0;
  for (let here = at; here < text.length; here += 1) {
    const sign = text[here] ?? "";
    if (sign === "\\") {
      const octal = /^[0-7]{1,3}/.exec(text.slice(here + 1, here + 4))?.[0];
      const next = text[here + 1] ?? "";
      if (octal !== undefined) out.push(Number.parseInt(octal, 8) & 0xff);
      else if (next !== "\n" && next !== "\r") out.push(ESCAPES[next] ?? next.charCodeAt(0));
      here += octal?.length ?? 1;
      continue;
    }
    if (sign === "(") depth += 1;
    if (sign === ")") {
      depth -= 1;
      if (depth === 0) return { bytes: Uint8Array.from(out), end: here + 1 };
    }
    if (sign !== "(" || depth > 1) out.push(sign.charCodeAt(0));
  }
  return null;
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

const BIG = new TextDecoder("utf-16be");
const LITTLE = new TextDecoder("utf-16le");
const UTF8 = new TextDecoder();

/** A text string in every way in which it can be meant. */
function said(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return [BIG.decode(bytes.subarray(2))];
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return [LITTLE.decode(bytes.subarray(2))];
  const utf8 = UTF8.decode(bytes);
  return utf8.includes("\ufffd") ? [utf8, latin1(bytes)] : [utf8];
}

/**
 * The words that a content shows, in three ways: joined as they come, apart wherever the pen is moved, and with what is
 * said to stand for them. A name that agreed is in none of them where it is the whole of a mark within that of a respondent.
 */
function shown(
  tokens: readonly Token[],
  fonts: ReadonlyMap<string, readonly Map2[]>,
  agreed: ReadonlySet<string>,
): [string, string][] {
  const joined: string[] = [];
  const apart: string[] = [];
  const meant: string[] = [];
  // Marked contents: whether words stand for them, and where a name that may have agreed began.
  const open: { stands: boolean; tag: string; began: readonly number[] | null }[] = [];
  const covered = () => open.some(({ stands }) => stands);
  const ways = [joined, apart, meant];
  /** Takes out what stands since then, if it is the whole of a name that agreed. */
  const leave = (began: readonly number[] | null) => {
    const whole = joined.slice(began?.[0] ?? joined.length).join("");
    if (began && agreed.has(whole.replaceAll("\u0001", "").trim().replace(/\s+/gu, " ")))
      ways.forEach((way, at) => way.splice(began[at] ?? way.length, way.length, "\u0001"));
  };
  let font: readonly Map2[] = [];
  let operands: Token[] = [];
  const all = (words: string) => {
    joined.push(words);
    apart.push(words);
    if (!covered()) meant.push(words);
  };
  for (const token of tokens) {
    if (token.kind !== "word" || isNumber(token.text) || /^(?:true|false|null)$/.test(token.text)) {
      operands.push(token);
      continue;
    }
    const name = operands.find((one) => one.kind === "name");
    switch (token.text) {
      case "Tf":
        font = fonts.get(name?.kind === "name" ? name.text : "") ?? [];
        break;
      case "'":
      case '"':
      case "Td":
      case "TD":
      case "T*":
      case "Tm":
        apart.push("\n");
        break;
      case "ET":
        all("\u0001");
        break;
      case "BDC":
      case "BMC": {
        const at = operands.findIndex((one) => one.kind === "name" && one.text === "ActualText");
        const words = operands[at + 1];
        const stands = at !== -1 && words?.kind === "string";
        if (stands && !covered()) meant.push(...said(words.bytes));
        const tag = name?.kind === "name" ? name.text : "";
        const listed = tag === AGREED_NAME && open.at(-1)?.tag === RESPONDENT;
        open.push({ stands, tag, began: listed ? ways.map(({ length }) => length) : null });
        for (const one of operands) if (one.kind === "string") apart.push("\u0001", ...said(one.bytes), "\u0001");
        break;
      }
      case "EMC":
        leave(open.pop()?.began ?? null);
        break;
    }
    if (/^(?:Tj|TJ|'|")$/.test(token.text))
      for (const one of operands) if (one.kind === "string") all(decoded(one.bytes, font));
    operands = [];
  }
  const whole = joined.join("");
  const other = meant.join("");
  return [
    ["joined", whole],
    ["apart", apart.join("")],
    ...(other === whole ? [] : [["meant", other] as [string, string]]),
  ];
}

function decoded(bytes: Uint8Array, font: readonly Map2[]): string {
  if (font.length === 0) return said(bytes).join("\u0001");
  return font
    .map(({ wide, signs }) => {
      let words = "";
      for (let at = 0; at < bytes.length; at += wide ? 2 : 1) {
        const code = wide ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
        words += signs.get(code) ?? (code >= 32 ? String.fromCharCode(code) : "");
      }
      return words;
    })
    .join("\u0001");
}

/** What the codes of each font mean, by the name under which pages know it; several where pages differ. */
function fontsOf(things: readonly Thing[]): Map<string, Map2[]> {
  const byNumber = new Map(things.map((thing) => [thing.number, thing]));
  const found = new Map<string, Map2[]>();
  for (const { tokens } of things) {
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== "name") continue;
      const number = reference(tokens, at + 1);
      const font = number === null ? undefined : byNumber.get(number);
      if (!font || nameAfter(font.tokens, "Type") !== "Font") continue;
      const to = font.tokens.findIndex((one) => one.kind === "name" && one.text === "ToUnicode");
      const stream = byNumber.get(reference(font.tokens, to + 1) ?? -1)?.stream;
      if (to === -1 || !stream) continue;
      found.set(token.text, [...(found.get(token.text) ?? []), mapOf(stream)]);
    }
  }
  return found;
}

function mapOf(stream: Uint8Array): Map2 {
  const signs = new Map<number, string>();
  const text = latin1(stream);
  const wide = !/begincodespacerange\s*<[0-9a-f]{2}>/i.test(text);
  const words = (digits: string) => BIG.decode(Buffer.from(digits, "hex"));
  for (const [, body = ""] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = "", to = ""] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      signs.set(Number.parseInt(code, 16), words(to));
  }
  for (const [, body = ""] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = "", last = "", to = "", list = ""] of body.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f]+)>|\[([^\]]*)\])/gi,
    )) {
      const [from, end] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      const each = Array.from(list.matchAll(/<([0-9a-f]+)>/gi), ([, digits = ""]) => words(digits));
      for (let code = from; code <= end && code <= 0xffff; code += 1) {
        const unit = Number.parseInt(to.slice(-4), 16) + code - from;
        signs.set(
          code,
          to === "" ? (each[code - from] ?? "") : `${words(to.slice(0, -4))}${String.fromCharCode(unit)}`,
        );
      }
    }
  }
  return { wide, signs };
}

function after(tokens: readonly Token[], name: string): Token | undefined {
  const at = tokens.findIndex((token) => token.kind === "name" && token.text === name);
  return at === -1 ? undefined : tokens[at + 1];
}

function nameAfter(tokens: readonly Token[], name: string): string | null {
  const token = after(tokens, name);
  return token?.kind === "name" ? token.text : null;
}

function wordAfter(tokens: readonly Token[], name: string): string | null {
  const token = after(tokens, name);
  return token?.kind === "word" ? token.text : null;
}

function has(tokens: readonly Token[], name: string): boolean {
  return after(tokens, name) !== undefined;
}

function isReference(tokens: readonly Token[], name: string): boolean {
  const at = tokens.findIndex((token) => token.kind === "name" && token.text === name);
  return reference(tokens, at + 1) !== null;
}

/** The number of the object that a reference at this place leads to. */
function reference(tokens: readonly Token[], at: number): number | null {
  const [number, generation, sign] = tokens.slice(at, at + 3);
  return number?.kind === "word" && generation?.kind === "word" && sign?.kind === "word" && sign.text === "R"
    ? Number(number.text)
    : null;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
