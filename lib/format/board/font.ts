/**
 * A font as its .woff holds it: how wide its signs are, and the TrueType tables that a PDF embeds.
 *
 * Reads only what pictures need. Source: W3C WOFF 1.0 (2012), 3 to 5; OpenType 1.9, cmap (format 4 and 12), hmtx, head, hhea.
 */
import { unzlibSync } from "fflate";

export type Font = Readonly<{
  /** sign (code point) → its glyph */
  glyphs: ReadonlyMap<number, number>;
  /** glyph → its width in thousandths of the size */
  widths: readonly number[];
  /** in thousandths of the size */
  ascent: number;
  descent: number;
  box: readonly [number, number, number, number];
  /** A TrueType file of the tables that draw, and of none that speak of its makers. */
  sfnt: Uint8Array;
  /** The .woff itself. */
  woff: Uint8Array;
}>;

/** The tables that an embedded TrueType font needs (ISO 32000-1, 9.9). */
const DRAWN = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

/** Reads a .woff with TrueType outlines. Throws where it is none: fonts are part of the product. */
export function readFont(woff: Uint8Array): Font {
  const tables = unwrap(woff);
  const table = (name: string) => {
    const found = tables.get(name);
    if (!found) throw new Error(`font: no table ${name}`);
    return view(found);
  };
  const head = table("head");
  const hhea = table("hhea");
  const hmtx = table("hmtx");
  const scale = 1000 / head.getUint16(18);
  const thousandths = (units: number) => Math.round(units * scale);
  const measured = hhea.getUint16(34);
  const count = table("maxp").getUint16(4);
  const widths = Array.from({ length: count }, (_, glyph) =>
    thousandths(hmtx.getUint16(Math.min(glyph, measured - 1) * 4)),
  );
  return {
    glyphs: characters(table("cmap")),
    widths,
    ascent: thousandths(hhea.getInt16(4)),
    descent: thousandths(hhea.getInt16(6)),
    box: [
      thousandths(head.getInt16(36)),
      thousandths(head.getInt16(38)),
      thousandths(head.getInt16(40)),
      thousandths(head.getInt16(42)),
    ],
    sfnt: wrap(new Map(DRAWN.flatMap((name) => [[name, tables.get(name)] as const]))),
    woff,
  };
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function unwrap(woff: Uint8Array): Map<string, Uint8Array> {
  const from = view(woff);
  if (from.getUint32(0) !== 0x774f4646 || from.getUint32(4) !== 0x00010000) throw new Error("font: no TrueType .woff");
  const tables = new Map<string, Uint8Array>();
  for (let at = 44; at < 44 + 20 * from.getUint16(12); at += 20) {
    const name = String.fromCharCode(...woff.subarray(at, at + 4));
    const start = from.getUint32(at + 4);
    const packed = from.getUint32(at + 8);
    const bytes = woff.subarray(start, start + packed);
    tables.set(name, packed < from.getUint32(at + 12) ? unzlibSync(bytes) : bytes);
  }
  return tables;
}

/** Puts tables together as a TrueType file, in the order of their names. */
function wrap(tables: ReadonlyMap<string, Uint8Array | undefined>): Uint8Array {
  const all = [...tables].flatMap(([name, bytes]) => (bytes ? [{ name, bytes }] : []));
  const padded = (length: number) => (length + 3) & ~3;
  const size = all.reduce((sum, { bytes }) => sum + padded(bytes.length), 12 + 16 * all.length);
  const file = new Uint8Array(size);
  const into = view(file);
  const exponent = Math.floor(Math.log2(all.length));
  into.setUint32(0, 0x00010000);
  into.setUint16(4, all.length);
  into.setUint16(6, 16 * 2 ** exponent);
  into.setUint16(8, exponent);
  into.setUint16(10, 16 * (all.length - 2 ** exponent));
  let offset = 12 + 16 * all.length;
  all.forEach(({ name, bytes }, n) => {
    const at = 12 + 16 * n;
    for (let letter = 0; letter < 4; letter += 1) file[at + letter] = name.charCodeAt(letter);
    file.set(bytes, offset);
    let sum = 0;
    for (let word = offset; word < offset + padded(bytes.length); word += 4) sum = (sum + into.getUint32(word)) >>> 0;
    into.setUint32(at + 4, sum);
    into.setUint32(at + 8, offset);
    into.setUint32(at + 12, bytes.length);
    offset += padded(bytes.length);
  });
  return file;
}

function characters(cmap: DataView): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let n = 0; n < cmap.getUint16(2); n += 1) {
    const platform = cmap.getUint16(4 + 8 * n);
    const at = cmap.getUint32(8 + 8 * n);
    if (platform !== 0 && platform !== 3) continue;
    const format = cmap.getUint16(at);
    if (format === 4) segments(cmap, at, glyphs);
    else if (format === 12) groups(cmap, at, glyphs);
  }
  return glyphs;
}

function segments(cmap: DataView, at: number, glyphs: Map<number, number>): void {
  const double = cmap.getUint16(at + 6);
  for (let n = 0; n < double; n += 2) {
    const end = cmap.getUint16(at + 14 + n);
    const start = cmap.getUint16(at + 16 + double + n);
    const delta = cmap.getUint16(at + 16 + 2 * double + n);
    const place = at + 16 + 3 * double + n;
    const range = cmap.getUint16(place);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = range === 0 ? code : cmap.getUint16(place + range + 2 * (code - start));
      if (glyph !== 0 || range === 0) put(glyphs, code, (glyph + delta) & 0xffff);
    }
  }
}

function groups(cmap: DataView, at: number, glyphs: Map<number, number>): void {
  for (let n = 0; n < cmap.getUint32(at + 12); n += 1) {
    const start = cmap.getUint32(at + 16 + 12 * n);
    const end = cmap.getUint32(at + 20 + 12 * n);
    const first = cmap.getUint32(at + 24 + 12 * n);
    for (let code = start; code <= end; code += 1) put(glyphs, code, first + code - start);
  }
}

function put(glyphs: Map<number, number>, code: number, glyph: number): void {
  if (glyph !== 0) glyphs.set(code, glyph);
}
