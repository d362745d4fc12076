/**
 * The bones of a PDF: numbered objects, streams, strings, and the table that says where each stands.
 *
 * Knows nothing of boards or fonts. Writes no date, no identifier and nothing of its making, so that the same objects are
 * the same bytes. Source: ISO 32000-1:2008, 7.3 and 7.5.
 */
import { zlibSync } from "fflate";

export class PdfFile {
  private readonly bodies: (Uint8Array | null)[] = [];

  /** Takes the next number, for an object that others refer to before it is written. */
  reserve(): number {
    this.bodies.push(null);
    return this.bodies.length;
  }

  /** Writes an object; answers with its number. */
  add(body: string, number = this.reserve()): number {
    this.bodies[number - 1] = latin(body);
    return number;
  }

  /** Writes a stream, compressed; `dictionary` is what stands in its dictionary beside lengths and filters. */
  stream(dictionary: string, content: Uint8Array, number = this.reserve()): number {
    const packed = zlibSync(content, { level: 6 });
    const head = latin(`<</Length ${packed.length}/Filter/FlateDecode${dictionary}>>\nstream\n`);
    this.bodies[number - 1] = joined([head, packed, latin("\nendstream")]);
    return number;
  }

  /** The finished file. */
  bytes(catalog: number, info: number): Uint8Array {
    const pieces: Uint8Array[] = [latin("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n")];
    let at = pieces[0]?.length ?? 0;
    const places: number[] = [];
    this.bodies.forEach((body, index) => {
      if (body === null) throw new Error(`pdf: object ${index + 1} was reserved and never written`);
      const head = latin(`${index + 1} 0 obj\n`);
      const tail = latin("\nendobj\n");
      places.push(at);
      pieces.push(head, body, tail);
      at += head.length + body.length + tail.length;
    });
    const size = this.bodies.length + 1;
    const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
    pieces.push(
      latin(`xref\n0 ${size}\n0000000000 65535 f \n${table}`),
      latin(`trailer\n<</Size ${size}/Root ${catalog} 0 R/Info ${info} 0 R>>\nstartxref\n${at}\n%%EOF\n`),
    );
    return joined(pieces);
  }
}

/** A text string: UTF-16 with its mark (7.9.2.2). */
export function textString(words: string): string {
  return `<FEFF${hex(words)}>`;
}

/** Words as UTF-16 in hexadecimal. */
export function hex(words: string): string {
  let out = "";
  for (let at = 0; at < words.length; at += 1) out += words.charCodeAt(at).toString(16).padStart(4, "0").toUpperCase();
  return out;
}

/** A length with two places behind the point. */
export function num(length: number): string {
  return String(Math.round(length * 100) / 100);
}

/** Text of ASCII and Latin-1 signs as bytes. */
export function latin(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
