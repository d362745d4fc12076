/**
 * What somebody looks for, as they write it and as a tree: words, "phrases", word*, AND, OR, NOT and brackets.
 *
 * Words side by side must all be there. Operators are capitals, in English or in Welsh (AC, NEU, NID); a minus before a word
 * is NOT. What joins several words by signs (`well-being`, `Tŷ'r`) is a phrase. Knows nothing of databases or languages: how a
 * word is compared is theirs to say. Positions are UTF-16 units of what was written, `end` exclusive, as a text field counts
 * them. Rules: docs/spec/search.md, SR1 to SR5.
 */
import { no, yes } from "../result.ts";
import type { Result } from "../result.ts";
import type { Stretch } from "../text/word.ts";

/** Words that stand one after another; with `open` the last may go on (`hous*`). */
export type Leaf = Readonly<{ kind: "words"; words: readonly string[]; open: boolean }>;
export type Query =
  | Leaf
  | Readonly<{ kind: "and" | "or"; parts: readonly Query[] }>
  | Readonly<{ kind: "not"; part: Query }>;

export const LONGEST = 500; // UTF-16 units
const MOST = 24; // words and phrases
const DEEPEST = 12; // brackets and NOTs within each other
const SHORTEST = 3; // letters before a star

export type QueryFault = Readonly<
  Stretch & {
    code:
      | "search.empty" // no word at all
      | "search.long"
      | "search.many"
      | "search.deep"
      | "search.quote" // a quotation mark that is not closed
      | "search.phrase" // nothing between two quotation marks
      | "search.bracket" // a bracket without its other half, or with nothing in it
      | "search.operator" // AND, OR or NOT with nothing beside it
      | "search.star" // a star after too few letters, or not at a word's end
      | "search.not"; // says only what must not be there
  }
>;

type Operator = "and" | "or" | "not";
type Token = Stretch & Readonly<{ kind: Operator | "(" | ")" } | { kind: "leaf"; leaf: Leaf }>;

const OPERATORS = new Map<string, Operator>([
  ["AND", "and"],
  ["OR", "or"],
  ["NOT", "not"],
  ["AC", "and"],
  ["NEU", "or"],
  ["NID", "not"],
]);
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const QUOTES = /["\u201c\u201d\u201e]/u;
const ENDS = /[\s()"\u201c\u201d\u201e]/u;

/** The words of a text, in order, as they are looked for: signs part them, `don't` is two. */
export function wordsIn(text: string): Stretch[] {
  return Array.from(text.matchAll(WORD), (found) => ({ start: found.index, end: found.index + found[0].length }));
}

/** Reads what was written. Never throws. Cost: its length. */
export function parseQuery(written: string): Result<Query, QueryFault> {
  if (written.length > LONGEST) return no({ code: "search.long", start: LONGEST, end: written.length });
  const tokens = cut(written);
  if (!tokens.ok) return tokens;
  const leaves = tokens.value.filter(({ kind }) => kind === "leaf");
  const beyond = leaves[MOST];
  if (beyond) return no({ code: "search.many", start: beyond.start, end: written.length });
  if (tokens.value.length === 0) return no({ code: "search.empty", start: 0, end: written.length });
  const read = new Reader(tokens.value, written.length).all();
  if (read.ok && !saysWhat(read.value)) return no({ code: "search.not", start: 0, end: written.length });
  return read;
}

/** Writes a tree as somebody could have written it; `parseQuery` gives it back. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case "words": {
      const [only = ""] = query.words;
      if (query.words.length === 1 && query.open) return `${only}*`;
      return query.words.length === 1 && !OPERATORS.has(only) ? only : `"${query.words.join(" ")}"`;
    }
    case "not":
      return `NOT ${inner(query.part, "not")}`;
    case "and":
      return query.parts.map((part) => inner(part, "and")).join(" ");
    case "or":
      return query.parts.map((part) => inner(part, "or")).join(" OR ");
  }
}

/** The words and phrases that may be there: those under a NOT left out. */
export function soughtIn(query: Query): Leaf[] {
  if (query.kind === "words") return [query];
  return query.kind === "not" ? [] : query.parts.flatMap(soughtIn);
}

/** Every word and phrase, those under a NOT too. */
export function leavesOf(query: Query): Leaf[] {
  if (query.kind === "words") return [query];
  return query.kind === "not" ? leavesOf(query.part) : query.parts.flatMap(leavesOf);
}

/** The same with one word in the place of another, wherever it stands. */
export function replaceWord(query: Query, word: string, other: string): Query {
  if (query.kind === "words") return { ...query, words: query.words.map((one) => (one === word ? other : one)) };
  if (query.kind === "not") return { kind: "not", part: replaceWord(query.part, word, other) };
  return { kind: query.kind, parts: query.parts.map((part) => replaceWord(part, word, other)) };
}

/**
 * The same without what must not be there: finds at least as much. For readers from whom words are kept, who must not learn
 * of one by leaving it out.
 */
export function withoutNot(query: Query): Query {
  return widened(query) ?? query; // null only for what says nothing, which is never read
}

function widened(query: Query): Query | null {
  if (query.kind === "words") return query;
  if (query.kind === "not") return null;
  const parts = query.parts.map(widened);
  const left = parts.filter((part) => part !== null);
  return left.length === 0 || (query.kind === "or" && left.length < parts.length) ? null : joined(query.kind, left);
}

function inner(query: Query, within: Operator): string {
  const words = printQuery(query);
  const loose = query.kind === "or" ? within !== "or" : query.kind === "and" ? within !== "or" : false;
  return loose ? `(${words})` : words;
}

/** Whether whatever fits holds a word that was asked for. */
function saysWhat(query: Query): boolean {
  if (query.kind === "words") return true;
  if (query.kind === "not") return false;
  return query.kind === "and" ? query.parts.some(saysWhat) : query.parts.every(saysWhat);
}

/** Several parts as one; those of the same kind are taken in. */
function joined(kind: "and" | "or", parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind, parts: flat };
}

function cut(written: string): Result<readonly Token[], QueryFault> {
  const tokens: Token[] = [];
  let at = 0;
  while (at < written.length) {
    const sign = written.charAt(at);
    const start = at;
    if (/\s/u.test(sign)) at += 1;
    else if (sign === "(" || sign === ")") tokens.push({ kind: sign, start, end: (at += 1) });
    else if (QUOTES.test(sign)) {
      const length = written.slice(at + 1).search(QUOTES);
      if (length < 0) return no({ code: "search.quote", start, end: written.length });
      const end = (at += length + 2);
      const words = textsOf(written.slice(start + 1, end - 1));
      if (words.length === 0) return no({ code: "search.phrase", start, end });
      tokens.push({ kind: "leaf", leaf: { kind: "words", words, open: false }, start, end });
    } else {
      const length = written.slice(at).search(ENDS);
      const end = (at = length < 0 ? written.length : at + length);
      const token = tokenOf(
        written.slice(start, end),
        start,
        end,
        QUOTES.test(written.charAt(end)) || written.charAt(end) === "(",
      );
      if (!token.ok) return token;
      tokens.push(...token.value);
    }
  }
  return yes(tokens);
}

/** What stands between two blanks. `glued`: a quotation mark or a bracket follows at once. */
function tokenOf(text: string, start: number, end: number, glued: boolean): Result<readonly Token[], QueryFault> {
  const operator = OPERATORS.get(text);
  if (operator) return yes([{ kind: operator, start, end }]);
  const minus = /^[-\u2212]/u.test(text);
  const words = textsOf(text);
  if (words.length === 0) return yes(minus && text.length === 1 && glued ? [{ kind: "not", start, end }] : []); // signs say nothing
  const star = text.indexOf("*");
  const open = star >= 0;
  if (open && (star !== text.length - 1 || words.length > 1 || Array.from(words[0] ?? "").length < SHORTEST))
    return no({ code: "search.star", start, end });
  const leaf: Token = { kind: "leaf", leaf: { kind: "words", words, open }, start: minus ? start + 1 : start, end };
  return yes(minus ? [{ kind: "not", start, end: start + 1 }, leaf] : [leaf]);
}

function textsOf(text: string): string[] {
  return wordsIn(text).map(({ start, end }) => text.slice(start, end));
}

class Reader {
  private readonly tokens: readonly Token[];
  private readonly end: number;
  private at = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.tokens = tokens;
    this.end = end;
  }

  all(): Result<Query, QueryFault> {
    const read = this.either(0);
    const left = this.tokens[this.at];
    return read.ok && left ? this.fault("search.bracket", left) : read; // only a closing bracket ends a reading early
  }

  private either(depth: number): Result<Query, QueryFault> {
    const parts: Query[] = [];
    for (;;) {
      const part = this.both(depth);
      if (!part.ok) return part;
      parts.push(part.value);
      if (this.tokens[this.at]?.kind !== "or") return yes(joined("or", parts));
      this.at += 1;
    }
  }

  private both(depth: number): Result<Query, QueryFault> {
    const parts: Query[] = [];
    for (;;) {
      const part = this.one(depth);
      if (!part.ok) return part;
      parts.push(part.value);
      const next = this.tokens[this.at];
      if (next?.kind === "and") this.at += 1;
      else if (!next || next.kind === "or" || next.kind === ")") return yes(joined("and", parts));
    }
  }

  private one(depth: number): Result<Query, QueryFault> {
    const token = this.tokens[this.at];
    if (depth > DEEPEST && token) return this.fault("search.deep", token);
    this.at += 1;
    if (token?.kind === "leaf") return yes(token.leaf);
    if (token?.kind === "not") {
      const part = this.one(depth + 1);
      if (!part.ok) return part;
      return yes(part.value.kind === "not" ? part.value.part : { kind: "not", part: part.value });
    }
    if (token?.kind === "(") {
      if (this.tokens[this.at]?.kind === ")") return this.fault("search.bracket", token);
      const inside = this.either(depth + 1);
      if (!inside.ok) return inside;
      if (this.tokens[this.at]?.kind !== ")") return this.fault("search.bracket", token);
      this.at += 1;
      return inside;
    }
    // Nothing stands where something should: whoever asked for it is at fault.
    const before = this.tokens[this.at - 2];
    if (before && before.kind !== "leaf" && before.kind !== "(" && before.kind !== ")")
      return this.fault("search.operator", before);
    return this.fault(token?.kind === ")" ? "search.bracket" : "search.operator", token ?? before);
  }

  private fault(code: QueryFault["code"], at: Stretch | undefined): Result<Query, QueryFault> {
    return no({ code, start: at?.start ?? 0, end: at?.end ?? this.end });
  }
}
