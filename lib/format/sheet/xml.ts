/**
 * Walks XML as it is unpacked: bytes in, elements and words out, nothing kept.
 *
 * A workbook's table can be hundreds of megabytes of XML of a few element names; a general parser takes a minute for
 * it (docs/decisions/workbooks-read-by-ourselves.md). Reads what office programs write: elements, attributes, the five
 * named entities and numbered ones, CDATA; comments and instructions are passed over. A document type is refused,
 * so no entity can be declared. Knows nothing of namespaces: a name is what stands after its prefix.
 *
 * Rules: docs/spec/import.md, I30 and I91.
 */

/** Why a walk ended before its time. */
export type XmlFault = "doctype" | "malformed";

/** The element that was just opened; good only until the walk goes on. */
export type Tag = Readonly<{
  name: string;
  /** An attribute's value by its name without prefix; undefined where there is none. */
  get: (name: string) => string | undefined;
}>;

export type Walk = Readonly<{
  open: (tag: Tag) => void;
  close: (name: string) => void;
  /** Characters between tags, as bytes: `wordsIn` reads them. May come in pieces. */
  text: (bytes: Buffer, from: number, to: number, plain: boolean) => void;
}>;

const LONGEST = 4 * 1024 * 1024; // one tag or one run of text; far more than a cell can hold
const LT = 0x3c;
const GT = 0x3e;
const AMP = 0x26;
const SLASH = 0x2f;
const COLON = 0x3a;
const NAMES = Array.from({ length: 128 }, (_, byte) => String.fromCharCode(byte)); // names of one letter are most of a table

/** A walker over one document. `write` and `end` give the fault that ended it, or null. */
export function walker(walk: Walk): {
  write: (chunk: Uint8Array) => XmlFault | null;
  end: () => XmlFault | null;
} {
  let rest: Buffer = Buffer.alloc(0);
  let depth = 0;
  let rooted = false;
  let fault: XmlFault | null = null;
  let bytes = rest;
  let tagFrom = 0; // where the attributes of the open tag stand
  let tagTo = 0;
  const tag = { name: "", get: (name: string) => attribute(bytes, tagFrom, tagTo, name) };

  function write(chunk: Uint8Array): XmlFault | null {
    if (fault) return fault;
    const fresh = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    bytes = rest.length === 0 ? fresh : Buffer.concat([rest, fresh]);
    let at = 0;
    if (!rooted && depth === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
    const size = bytes.length;
    while (at < size) {
      if (bytes[at] !== LT) {
        let to = at + 1;
        while (to < size && bytes[to] !== LT) to += 1;
        if (to === size) break; // the words may go on in the next chunk
        if (depth > 0) walk.text(bytes, at, to, false);
        at = to;
        continue;
      }
      const next = bytes[at + 1];
      if (next === undefined) break;
      const end = next === 0x21 || next === 0x3f ? special(at, next) : element(at, next);
      if (fault) return fault;
      if (end < 0) break;
      at = end;
    }
    if (size - at > LONGEST) return (fault = "malformed");
    rest = at === size ? Buffer.alloc(0) : Buffer.from(bytes.subarray(at)); // a copy: the chunk belongs to the unpacker
    return null;
  }

  /** A comment, CDATA, an instruction, a document type. The index after it; -1 where it is not whole yet. */
  function special(at: number, next: number): number {
    if (next === 0x3f) {
      const end = bytes.indexOf("?>", at + 2, "latin1");
      return end < 0 ? -1 : end + 2;
    }
    if (bytes.length - at < 9) return -1;
    const head = bytes.toString("latin1", at, at + 9);
    if (head.startsWith("<!--")) {
      const end = bytes.indexOf("-->", at + 4, "latin1");
      return end < 0 ? -1 : end + 3;
    }
    if (head === "<![CDATA[") {
      const end = bytes.indexOf("]]>", at + 9, "latin1");
      if (end < 0) return -1;
      if (depth > 0) walk.text(bytes, at + 9, end, true);
      return end + 3;
    }
    fault = head.toUpperCase() === "<!DOCTYPE" ? "doctype" : "malformed";
    return -1;
  }

  /** An opening or closing tag. The index after it; -1 where it is not whole yet. */
  function element(at: number, next: number): number {
    const closing = next === SLASH;
    let from = at + (closing ? 2 : 1);
    let to = from;
    const size = bytes.length;
    for (; to < size; to += 1) {
      const byte = bytes[to] ?? 0;
      if (byte === GT || byte === SLASH || byte <= 0x20) break;
      if (byte === COLON) from = to + 1;
    }
    if (to === size) return -1;
    let end = to;
    let quote = 0;
    for (; end < size; end += 1) {
      const byte = bytes[end] ?? 0;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GT) break;
      else if (byte === 0x22 || byte === 0x27) quote = byte;
    }
    if (end === size) return -1;
    const first = bytes[from] ?? 0;
    if (to <= from) {
      fault = "malformed";
      return -1;
    }
    const name = to - from === 1 && first < 128 ? (NAMES[first] ?? "") : bytes.toString("latin1", from, to);
    if (closing) {
      depth -= 1;
      if (depth < 0) {
        fault = "malformed";
        return -1;
      }
      walk.close(name);
      return end + 1;
    }
    rooted = true;
    const empty = bytes[end - 1] === SLASH;
    tagFrom = to;
    tagTo = empty ? end - 1 : end;
    tag.name = name;
    walk.open(tag);
    if (empty) walk.close(name);
    else depth += 1;
    return end + 1;
  }

  return {
    write,
    end: () => fault ?? (!rooted || depth !== 0 || rest.some((byte) => byte > 0x20) ? "malformed" : null),
  };
}

/** The characters of a stretch of text. `plain`: as they stand (CDATA); else with entities resolved. */
export function wordsIn(bytes: Buffer, from: number, to: number, plain: boolean): string {
  let simple = true;
  let coded = false;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) simple = false;
    else if (byte === AMP) coded = true;
  }
  const words = simple ? bytes.toString("latin1", from, to) : bytes.toString("utf8", from, to);
  return coded && !plain ? resolve(words) : words;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Entities that XML itself has; any other stays as it stands. */
function resolve(words: string): string {
  return words.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED.get(String(name)) ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : "";
  });
}

function attribute(bytes: Buffer, from: number, to: number, wanted: string): string | undefined {
  let at = from;
  while (at < to) {
    while (at < to && (bytes[at] ?? 0) <= 0x20) at += 1;
    let name = at;
    let end = at;
    for (; end < to && bytes[end] !== 0x3d && (bytes[end] ?? 0) > 0x20; end += 1)
      if (bytes[end] === COLON) name = end + 1;
    at = end;
    while (at < to && bytes[at] !== 0x22 && bytes[at] !== 0x27) at += 1;
    const quote = bytes[at];
    const start = at + 1;
    at = start;
    while (at < to && bytes[at] !== quote) at += 1;
    if (end - name === wanted.length && same(bytes, name, wanted)) return wordsIn(bytes, start, at, false);
    at += 1;
  }
  return undefined;
}

function same(bytes: Buffer, from: number, word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (bytes[from + at] !== word.charCodeAt(at)) return false;
  return true;
}
