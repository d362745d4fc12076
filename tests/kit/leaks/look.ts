/**
 * Looks for canaries in bytes, as somebody would who wants to find them: in every reading of the bytes and in everything that
 * is packed into them.
 *
 * It shares no code with the scan of what leaves (lib/format/scan), so that what one of them cannot see the other may. Where it errs, it
 * finds too much: all that is not a letter is taken out before it looks, so that neither tags, blanks, quotation marks
 * nor line ends hide a word. Rules: docs/spec/leaks.md, LK1 to LK6.
 */
import { spawnSync } from "node:child_process";
import { gunzipSync, inflateSync, constants } from "node:zlib";
import { unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import type { Cage, Canary } from "./canary.ts";

/** A canary that got out. None: something of one, or what cannot be read and may hold any. */
export type Sighting = Readonly<{ canary: Canary | null; where: string; how: string }>;

const DEEPEST = 5;
const RUN = /[A-Za-z0-9+/_-]{12,}={0,2}/g;
const HEX = /(?:[0-9a-fA-F]{2}){6,}/g;

export class Lookout {
  readonly sightings: Sighting[] = [];
  /** What was looked through so far. */
  bytes = 0;
  bodies = 0;
  members = 0;
  private readonly cage: Cage;
  private readonly codes: readonly string[];
  private readonly seen = new Set<string>();
  private readonly coded = new Map<string, string>();
  private readonly pdfs: { bytes: Uint8Array; where: string }[] = [];

  constructor(cage: Cage) {
    this.cage = cage;
    this.codes = codesOf(cage.mark);
  }

  /** Looks through a file or an answer. */
  async look(content: Uint8Array | string, where: string): Promise<void> {
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    this.bodies += 1;
    this.bytes += bytes.length;
    this.open(bytes, where, "plain", 0);
    for (let pdf = this.pdfs.pop(); pdf; pdf = this.pdfs.pop()) await this.pages(pdf.bytes, pdf.where);
    // A code that was read has told whose it is; one that could not be read is a canary's all the same.
    for (const [place, how] of this.coded)
      if (!this.sightings.some((one) => one.where === place)) this.sight(null, place, how);
    this.coded.clear();
  }

  /** Looks through one reading of some bytes: as it is, unescaped once and twice, and each of them without its tags. */
  read(text: string, where: string, how: string): void {
    const once = unescaped(text);
    const escaped = new Set([text, once, unescaped(once)]);
    const readings = new Set(escaped);
    for (const reading of escaped) readings.add(reading.replace(/<[^<>]*>/g, ""));
    for (const reading of readings) this.find(letters(reading), where, how);
  }

  /** How often a word stands in a file, or in the words of a document. */
  async times(content: Uint8Array, word: string): Promise<number> {
    const kind = Buffer.from(content).toString("latin1", 0, 4);
    const bytes = kind.startsWith("PK") ? (unzipSync(content)["word/document.xml"] ?? content) : content;
    const text = kind === "%PDF" ? await pdfText(content) : Buffer.from(bytes).toString("utf8");
    return letters(text).split(word.toLowerCase()).length - 1;
  }

  private find(words: string, where: string, how: string): void {
    for (let at = words.indexOf(this.cage.mark); at >= 0; at = words.indexOf(this.cage.mark, at + 1))
      this.sight(this.cage.known(words.slice(at + this.cage.mark.length)), where, how);
  }

  private sight(canary: Canary | null, where: string, how: string): void {
    const key = `${canary?.place ?? ""} ${where}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.sightings.push({ canary, where, how });
  }

  private open(bytes: Uint8Array, where: string, how: string, depth: number): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const latin = buffer.toString("latin1");
    const plain = isAscii(latin);
    this.read(latin, where, how); // zeros between letters are no letters: UTF-16 and UTF-32 without accents too
    if (!plain) this.read(buffer.toString("utf8"), where, how);
    if (latin.includes("\0"))
      for (const from of [0, 1]) {
        this.read(new TextDecoder("utf-16le").decode(buffer.subarray(from)), where, `${how}, UTF-16`);
        this.read(new TextDecoder("utf-16be").decode(buffer.subarray(from)), where, `${how}, UTF-16`);
      }
    if (this.codes.some((code) => latin.includes(code))) this.coded.set(where, `${how}, base64 or hex`);
    if (depth >= DEEPEST) return;
    this.unpack(buffer, latin, where, how, depth);
    for (const joined of new Set([latin, latin.replace(/\\[rn]|\r?\n[ \t]*/g, "")])) {
      for (const [run] of joined.matchAll(RUN)) {
        const code = run.replace(/-/g, "+").replace(/_/g, "/");
        for (let skip = 0; skip < 4; skip += 1)
          this.packed(Buffer.from(code.slice(skip), "base64"), where, `${how}, base64`, depth);
      }
      for (const [run] of joined.matchAll(HEX))
        for (const skip of [0, 1]) this.packed(Buffer.from(run.slice(skip), "hex"), where, `${how}, hex`, depth);
    }
  }

  /** What a run of letters may stand for. Most are ordinary long words: of little only the letters are looked at. */
  private packed(bytes: Buffer, where: string, how: string, depth: number): void {
    if (bytes.length >= 200 || packs(bytes) || isWords(bytes)) return this.open(bytes, where, how, depth + 1);
    this.find(letters(bytes.toString("latin1")), where, how);
    this.find(letters(bytes.toString("utf8")), where, how);
    if (bytes.includes(0)) this.find(letters(bytes.toString("utf16le")), where, how);
  }

  private unpack(buffer: Buffer, latin: string, where: string, how: string, depth: number): void {
    try {
      if (latin.startsWith("PK")) {
        for (const [name, content] of Object.entries(unzipSync(buffer))) {
          this.members += 1;
          this.read(name, `${where} › ${name}`, `${how}, name of a member`);
          this.open(content, `${where} › ${name}`, how, depth + 1);
        }
      } else if (latin.startsWith("\x1f\x8b")) {
        this.members += 1;
        this.open(gunzipSync(buffer), where, `${how}, gzip`, depth + 1);
      } else if (/^\x78[\x01\x5e\x9c\xda]/.test(latin)) {
        this.members += 1;
        this.open(inflated(buffer), where, `${how}, deflated`, depth + 1);
      } else if (latin.startsWith("%PDF")) {
        this.streams(buffer, latin, where, how, depth);
        this.pdfs.push({ bytes: new Uint8Array(buffer), where });
      }
    } catch {
      // Ordinary text may begin as a packed file does; a file that says by its beginning what it is must open.
      if (/^(?:PK\x03\x04|\x1f\x8b\x08)/.test(latin)) this.sight(null, where, `${how}, cannot be opened`);
    }
  }

  private streams(buffer: Buffer, latin: string, where: string, how: string, depth: number): void {
    for (const match of latin.matchAll(/stream\r?\n/g)) {
      const from = match.index + match[0].length;
      const to = latin.indexOf("endstream", from);
      const content = buffer.subarray(from, to < 0 ? undefined : to);
      this.members += 1;
      let opened: Buffer;
      try {
        opened = inflated(content);
      } catch {
        continue; // not deflated: it stood in the file as it is
      }
      this.open(opened, where, `${how}, a stream`, depth + 1);
      this.strings(opened.toString("latin1"), where, how);
    }
    this.strings(latin, where, how);
  }

  /** The strings of a PDF put together, without what stands between them. */
  private strings(source: string, where: string, how: string): void {
    const parts = [...source.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)|<([0-9a-fA-F\s]+)>/g)].map(([, words, hex]) =>
      hex === undefined ? (words ?? "") : Buffer.from(hex.replace(/\s/g, ""), "hex").toString("latin1"),
    );
    this.read(parts.join(""), where, `${how}, strings of a PDF`);
  }

  /** The words that a PDF shows, as two readers of PDF have them, where the second is installed. */
  private async pages(bytes: Uint8Array, where: string): Promise<void> {
    try {
      this.read(await pdfText(bytes), where, "words of a PDF");
    } catch {
      this.sight(null, where, "a PDF that cannot be opened");
    }
    const told = spawnSync("pdftotext", ["-q", "-enc", "UTF-8", "-", "-"], { input: bytes, maxBuffer: 64_000_000 });
    if (told.status === 0) this.read(told.stdout.toString("utf8"), where, "pdftotext");
  }
}

/** The words that the pages of a PDF show. */
async function pdfText(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: true });
  return text;
}

/** Whether pdftotext is installed. */
export function hasPdfToText(): boolean {
  return spawnSync("pdftotext", ["-v"], { stdio: "ignore" }).error === undefined;
}

/** The letters of a text, without accents, in lower case. */
function letters(text: string): string {
  const folded = isAscii(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return folded.toLowerCase().replace(/[^a-z]+/g, "");
}

/** A text with what stands for signs in it replaced by them: entities, percent codes, escapes of JavaScript, JSON, PDF and mail. */
function unescaped(text: string): string {
  if (!/[&%\\=]/.test(text)) return text;
  const sign = (code: number) => (code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : "");
  return text
    .replace(/=\r?\n/g, "")
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, code: string) => sign(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});?/g, (_, code: string) => sign(Number(code)))
    .replace(/&[a-z][a-z0-9]{1,30};/gi, "")
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code: string) => sign(Number.parseInt(code, 16)))
    .replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => sign(Number.parseInt(code, 16)))
    .replace(/\\([0-7]{3})/g, (_, code: string) => sign(Number.parseInt(code, 8)))
    .replace(/\\[nrtfb]/g, "")
    .replace(/(?:[%=][0-9a-f]{2})+/gi, (codes) => Buffer.from(codes.replace(/[%=]/g, ""), "hex").toString("utf8"));
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text);
}

/** Whether these bytes are nothing but letters, figures and blanks: what was decoded by chance is not. */
function isWords(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x0a || byte === 0x0d || (byte >= 0x20 && byte < 0x7f));
}

function packs(bytes: Buffer): boolean {
  return /^(?:PK|\x1f\x8b|\x78[\x01\x5e\x9c\xda]|%PDF)/.test(bytes.toString("latin1", 0, 4));
}

function inflated(bytes: Uint8Array): Buffer {
  return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}

/**
 * How the mark stands in base64 at each of its three places in a group, and in hexadecimal, in both cases and in UTF-8 and
 * UTF-16: found without decoding anything.
 */
function codesOf(mark: string): readonly string[] {
  const codes: string[] = [];
  for (const word of [mark, mark.toUpperCase()])
    for (const bytes of [Buffer.from(word), Buffer.from(word, "utf16le"), Buffer.from(word, "utf16le").swap16()]) {
      for (const before of [0, 1, 2]) {
        const code = Buffer.concat([Buffer.alloc(before), bytes])
          .toString("base64")
          .replace(/=+$/, "");
        // The first and the last sign hold bits of what stands beside.
        codes.push(code.slice(before === 0 ? 0 : before + 1, (before + bytes.length) % 3 === 0 ? undefined : -1));
      }
      codes.push(bytes.toString("hex"), bytes.toString("hex").toUpperCase());
    }
  return codes;
}
