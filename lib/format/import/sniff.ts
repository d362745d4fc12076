/**
 * What a file is, by its bytes. Its name is never trusted: a .doc may be RTF, a .csv a transcript.
 *
 * Rules: docs/spec/import.md, I1.
 */
import { wideOf } from "#lib/format/text/guess.ts";
import type { FileKind } from "#lib/domain/import/fault.ts";

export type Bytes = FileKind | "office" | "rtf" | "pdf" | "locked" | "binary" | "text";

/** Recognises containers and binary formats. "office" is a zip that may be a document; "text" is everything that may be text. */
export function sniff(bytes: Uint8Array): Bytes {
  const starts = (...magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
  const ascii = (from: number, size: number) => String.fromCharCode(...bytes.subarray(from, from + size));

  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return oleKind(bytes);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return "office";
  const head = ascii(0, 1024).replace(/^\u00ef\u00bb\u00bf/, "");
  if (/^\s*\{\\rtf/.test(head)) return "rtf";
  if (head.includes("%PDF-")) return "pdf";
  if (
    starts(0x89, 0x50, 0x4e, 0x47) ||
    starts(0xff, 0xd8, 0xff) ||
    head.startsWith("GIF8") ||
    (head.startsWith("RIFF") && ascii(8, 4) === "WEBP") ||
    head.startsWith("II*\0") ||
    head.startsWith("MM\0*")
  )
    return "picture";
  if (
    head.startsWith("ID3") ||
    head.startsWith("OggS") ||
    head.startsWith("fLaC") ||
    (head.startsWith("RIFF") && /WAVE|AVI /.test(ascii(8, 4))) ||
    ascii(4, 4) === "ftyp" ||
    starts(0x1a, 0x45, 0xdf, 0xa3) ||
    (starts(0xff, 0xfb) && bytes.length > 1000)
  )
    return "recording";
  if (starts(0x1f, 0x8b) || starts(0x37, 0x7a, 0xbc, 0xaf) || head.startsWith("Rar!")) return "zip";
  return isBinary(bytes) ? "binary" : "text";
}

/** Text of a kind that has its own reader or none; null for plain text. */
export function textKind(text: string): "html" | "chat" | "json" | "xml" | null {
  const head = text
    .replace(/^\uFEFF/, "")
    .slice(0, 4000)
    .trimStart();
  if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!doctype html|<html[\s>]|<meta\s+charset)/is.test(head))
    return "html";
  if (head.startsWith("<?xml")) return "xml";
  if (/^@(?:UTF8|Begin|Font:)/.test(head)) return "chat";
  if (/^[[{]/.test(head) && /[\]}]\s*$/.test(text) && isJson(text)) return "json";
  return null;
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}

function oleKind(bytes: Uint8Array): Bytes {
  const holds = (name: string) => {
    const wide = Buffer.from(name, "utf16le");
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wide);
  };
  if (holds("EncryptedPackage")) return "locked";
  if (holds("WordDocument")) return "doc-old";
  if (holds("Workbook") || holds("Book")) return "xls-old";
  if (holds("PowerPoint Document")) return "powerpoint";
  return "doc-old";
}

/** Control characters that no text has; zeros are forgiven where UTF-16 explains them. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return false;
  let control = 0;
  let zeros = 0;
  for (const byte of sample) {
    if (byte === 0) zeros += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27 && byte !== 11)
      control += 1;
  }
  if (zeros > 0 || control > sample.length * 0.02) return wideOf(bytes) === null;
  return false;
}
