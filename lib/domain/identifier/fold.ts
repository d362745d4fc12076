/**
 * Folds text for comparing names: no case, no accents, one kind of apostrophe,
 * hyphen and space, nothing invisible. Keeps the way back to the original.
 *
 * Knows nothing of names or studies. Positions are Unicode code points of the
 * original, `end` exclusive; the folded text itself is never shown or stored.
 * Rules: docs/spec/identifier.md, I1 to I3.
 */

/** What a folded unit is, as far as finding names is concerned. */
export const SPACE = 0x20;
export const HYPHEN = 0x2d;
export const APOSTROPHE = 0x27;

/** One text, folded. Arrays run in step; `length` says how much of them is filled. */
export type Folded = {
  readonly length: number;
  /** folded UTF-16 units */
  readonly units: Uint16Array;
  /** where each unit's original code point starts */
  readonly starts: Uint32Array;
  /** bit 1: stands for a letter, digit or mark; 2: a digit; 4: was upper case; 8: an invisible break comes before */
  readonly marks: Uint8Array;
  /** the original's length in code points */
  readonly points: number;
};

export const WORD = 1;
export const DIGIT = 2;
export const UPPER = 4;
export const BROKEN = 8;

type Entry = { readonly units: readonly number[]; readonly mark: number };

const GONE: Entry = { units: [], mark: 0 };
const cache = new Map<number, Entry>();

const quick = new Uint16Array(128);
const quickMark = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const upper = code >= 65 && code <= 90;
  const digit = code >= 48 && code <= 57;
  const lower = code >= 97 && code <= 122;
  quick[code] = upper ? code + 32 : code === 0x60 ? APOSTROPHE : code >= 9 && code <= 13 ? SPACE : code;
  quickMark[code] = (upper || lower || digit ? WORD : 0) | (digit ? DIGIT : 0) | (upper ? UPPER : 0);
}

/** Letters that carry no combining mark in Unicode but that people write without it. */
const plain: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
};

function entry(code: number): Entry {
  const known = cache.get(code);
  if (known) return known;
  const made = fresh(code);
  cache.set(code, made);
  return made;
}

function fresh(code: number): Entry {
  const char = String.fromCodePoint(code);
  // oxlint-disable-next-line no-misleading-character-class -- each of them is meant by itself
  if (/[\u00ad\u034f\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/u.test(char))
    return GONE;
  if (/[\s\u0085]/u.test(char)) return { units: [SPACE], mark: 0 };
  if (/[\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u00b4\u2032\uff07]/u.test(char))
    return { units: [APOSTROPHE], mark: 0 };
  if (/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u.test(char)) return { units: [HYPHEN], mark: 0 };
  if (/\p{M}/u.test(char)) return GONE;

  const lower = char.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const bare = Array.from(lower, (one) => plain[one] ?? one).join("");
  if (bare === "") return GONE;
  const word = /[\p{L}\p{N}]/u.test(char);
  const digit = /\p{N}/u.test(char);
  const upper = /[\p{Lu}\p{Lt}]/u.test(char);
  const units: number[] = [];
  for (let at = 0; at < bare.length; at += 1) units.push(bare.charCodeAt(at));
  return { units, mark: (word ? WORD : 0) | (digit ? DIGIT : 0) | (upper ? UPPER : 0) };
}

/**
 * Folds a text in one pass.
 *
 * A zero-width space counts as a break between words, the other invisible
 * characters (soft hyphen, joiners, direction marks) as nothing at all.
 * Cost: linear; about 7 bytes per character while it is held.
 */
export function fold(text: string): Folded {
  const made: Arrays = {
    units: new Uint16Array(text.length + 32),
    starts: new Uint32Array(text.length + 32),
    marks: new Uint8Array(text.length + 32),
  };
  let { units, starts, marks } = made;
  let length = 0;
  let point = 0;
  let broken = 0;

  for (let at = 0; at < text.length; at += 1, point += 1) {
    if (length + 24 > units.length) ({ units, starts, marks } = wider({ units, starts, marks })); // no sign folds into more than 18
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      units[length] = quick[unit] ?? unit;
      starts[length] = point;
      marks[length] = (quickMark[unit] ?? 0) | broken;
      broken = 0;
      length += 1;
      continue;
    }
    const code = text.codePointAt(at) ?? unit;
    if (code > 0xffff) at += 1;
    if (code === 0x200b) broken = BROKEN;
    const { units: bare, mark } = entry(code);
    for (const one of bare) {
      units[length] = one;
      starts[length] = point;
      marks[length] = mark | broken;
      broken = 0;
      length += 1;
    }
  }
  return { length, units, starts, marks, points: point };
}

type Arrays = {
  readonly units: Uint16Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly marks: Uint8Array<ArrayBuffer>;
};

function wider(from: Arrays): Arrays {
  const room = from.units.length * 2 + 64;
  const to = { units: new Uint16Array(room), starts: new Uint32Array(room), marks: new Uint8Array(room) };
  to.units.set(from.units);
  to.starts.set(from.starts);
  to.marks.set(from.marks);
  return to;
}

/** The folded text as a string, for comparing short words. */
export function bare(text: string): string {
  const { units, length } = fold(text);
  let out = "";
  for (let at = 0; at < length; at += 1) out += String.fromCharCode(units[at] ?? 0);
  return out;
}
