/**
 * The ways in which bytes can be read as text: UTF-8, Latin, UTF-16 at either alignment, and what stands in them as base64,
 * hexadecimal or percent codes.
 */
import { isUtf8 } from "node:buffer";

export type Decoded = Readonly<{ text: string; how: string }>;

const DEEPEST = 3;

/** Every reading of these bytes that is worth searching, the plain one first; each made when it is asked for. */
export function decodings(bytes: Uint8Array): Generator<Decoded> {
  return read(bytes, "text", 0);
}

function* read(bytes: Uint8Array, how: string, depth: number): Generator<Decoded> {
  const utf8 = new TextDecoder("utf-8").decode(bytes);
  yield { text: utf8, how };
  if (utf8.includes("\ufffd")) yield { text: new TextDecoder("windows-1252").decode(bytes), how: `${how} latin` };
  if (bytes.includes(0)) {
    for (const label of ["utf-16le", "utf-16be"] as const) {
      yield { text: new TextDecoder(label).decode(bytes), how: `${how} ${label}` };
      yield { text: new TextDecoder(label).decode(bytes.subarray(1)), how: `${how} ${label}` };
    }
  }
  if (depth >= DEEPEST) return;
  for (const run of packed(utf8)) yield* read(run.bytes, `${how} ${run.how}`, depth + 1);
  if (/%[0-9a-f]{2}/i.test(utf8)) yield { text: percent(utf8), how: `${how} percent` };
}

/** What may be packed in a text, each run once however often it stands there: the ids of a project stand in it many times. */
function* packed(text: string): Generator<{ bytes: Uint8Array; how: string }> {
  for (const run of runsOf(text, /[A-Za-z0-9+/_-]{8,}={0,2}(?:\r?\n[A-Za-z0-9+/_-]{4,}={0,2})*/g)) {
    const letters = run.replace(/\s/g, "").replace(/-/g, "+").replace(/_/g, "/").replace(/=+$/, "");
    // The run may begin in the middle of a group where other letters stand before it.
    for (let skip = 0; skip < 4; skip += 1) {
      for (const bytes of stretches(Buffer.from(letters.slice(skip), "base64"))) yield { bytes, how: "base64" };
    }
  }
  for (const run of runsOf(text, /(?:[0-9a-fA-F]{2}){6,}/g)) {
    for (const bytes of stretches(Buffer.from(run, "hex"))) yield { bytes, how: "hex" };
  }
}

function runsOf(text: string, form: RegExp): ReadonlySet<string> {
  return new Set(text.matchAll(form).map(([run]) => run));
}

/**
 * The stretches of decoded bytes that read like words. Ordinary long words are base64 too and decode to chance;
 * six readable bytes in a row keep chance from spelling a name.
 */
function* stretches(bytes: Buffer): Generator<Uint8Array> {
  const latin = bytes.toString("latin1");
  // Text in two-byte units is recognised by its zeros.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  for (const match of latin.matchAll(/(?:[\x09\x0a\x0d\x20-\xff]\x00){4,}|(?:\x00[\x09\x0a\x0d\x20-\xff]){4,}/g)) {
    yield bytes.subarray(match.index, match.index + match[0].length);
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  for (const match of latin.matchAll(/[\x09\x0a\x0d\x20-\x7e\x80-\xff]{6,}/g)) {
    const some = bytes.subarray(match.index, match.index + match[0].length);
    if (isUtf8(some)) yield some;
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    else
      for (const ascii of match[0].matchAll(/[\x09\x0a\x0d\x20-\x7e]{6,}/g))
        yield some.subarray(ascii.index, ascii.index + ascii[0].length);
  }
}

function percent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    new TextDecoder("utf-8").decode(Buffer.from(run.replaceAll("%", ""), "hex")),
  );
}
