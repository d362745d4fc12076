/**
 * Bytes into text, once and for all: which encoding, and line ends into LF. Nothing else is changed.
 *
 * Order of trust: a byte order mark, the pattern of zero bytes that UTF-16 leaves, strict UTF-8, what the text that
 * comes out looks like, then a statistical guess, and Windows-1252 where nothing else speaks.
 *
 * Rules: docs/spec/import.md, I2.
 */
import jschardet from "jschardet";
import { isJis, likely, wideOf } from "./guess.ts";

export type Decoded = Readonly<{ text: string; encoding: string }>;

/** Reads bytes as text. Never fails: Windows-1252 gives every byte a character. */
export function decode(bytes: Uint8Array): Decoded {
  const { encoding, skip } = recognise(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(skip));
  return { text: lineEnds(text), encoding };
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
  return { encoding: likely(bytes) ?? guess(bytes), skip: 0 };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

// What the guesser says, and what a browser's decoder calls it. ISO-8859-1 is read as its superset Windows-1252,
// as every browser does; anything else it may say (MacCyrillic in a Latin text, say) is believed only when it is sure.
function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 200_000);
  let found: { encoding: string | null; confidence: number };
  try {
    found = jschardet.detect(Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength));
  } catch {
    return "windows-1252"; // the guesser stumbled over noise; noise has no right answer
  }
  const name = (found.encoding ?? "").toLowerCase();
  if (
    !name ||
    found.confidence < 0.8 ||
    name === "ascii" ||
    name.startsWith("iso-8859-1") ||
    name.startsWith("iso-8859-2")
  )
    return "windows-1252";
  if (name.startsWith("utf") || name.startsWith("ucs")) return "windows-1252"; // strict UTF-8 has already said no
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return "windows-1252";
  }
}
