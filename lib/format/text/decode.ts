/**
 * Bytes into text, once and for all: which encoding, and line ends into LF. Nothing else is changed.
 *
 * Order of trust: a byte order mark, the pattern of zero bytes that UTF-16 leaves, strict UTF-8, what the text that
 * comes out looks like, and Windows-1252 where nothing else speaks.
 *
 * Rules: docs/spec/import.md, I2.
 */
import { isJis, likely, wideOf } from "./guess.ts";

export type Decoded = Readonly<{ text: string; encoding: string }>;

/** Reads bytes as text. Never fails: Windows-1252 gives every byte a character. */
export function decode(bytes: Uint8Array): Decoded {
  const { text, encoding } = decodeAsIs(bytes);
  return { text: lineEnds(text), encoding };
}

/** The same with the line ends that the bytes have. `mark`: a byte order mark stood before it, which is no part of it. */
export function decodeAsIs(bytes: Uint8Array): Decoded & Readonly<{ mark: boolean }> {
  const { encoding, skip } = recognise(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(skip));
  return { text, encoding, mark: skip > 0 };
}

/** CRLF and CR into LF. */
export function lineEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function recognise(bytes: Uint8Array): { encoding: string; skip: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", skip: 2 };
  const wide = wideOf(bytes);
  if (wide) return { encoding: wide, skip: 0 };
  if (isJis(bytes)) return { encoding: "iso-2022-jp", skip: 0 };
  if (isUtf8(bytes)) return { encoding: "utf-8", skip: 0 };
  return { encoding: likely(bytes) ?? "windows-1252", skip: 0 };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
