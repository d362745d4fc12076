/**
 * Finds names in a text: whole words, whatever their case and accents, in one pass for any number of names.
 *
 * Knows nothing of rows, roles or the database. Positions are Unicode code points of the text
 * that was given, `end` exclusive. A prefix tree over folded words, walked from every start of a word.
 * Rules: docs/spec/identifier.md, I1 to I9.
 */
import { APOSTROPHE, BROKEN, DIGIT, HYPHEN, SPACE, UPPER, WORD, bare, fold } from "./fold.ts";
import type { Folded } from "./fold.ts";
import { mutate } from "./mutate.ts";

/** One way in which a name is written. `cased`: only with the capitals given, or all in capitals. */
type Alias = Readonly<{ words: string; cased?: boolean }>;

/** Something to be found, under the id that its occurrences carry. */
export type Term = Readonly<{
  id: string;
  words: string;
  caseSensitive?: boolean;
  aliases?: readonly Alias[];
}>;

/** One place where a term stands. `also` names the other terms that are written the same way there. */
export type Occurrence = Readonly<{ term: string; start: number; end: number; also: readonly string[] }>;

/** How capitals are compared. */
type Case = "any" | "first" | "exact";
type End = { readonly term: number; readonly how: Case; readonly capitals: readonly boolean[] };
type Node = { next: Map<number, Node> | null; ends: End[] | null };

/**
 * Prepares the terms once and answers with a function that finds them.
 *
 * @param options.mutations - also find Welsh mutated forms (default yes)
 * @returns text → occurrences in order, none overlapping; where two terms start alike the longer wins,
 * and where one ends inside another the rest of the later one is reported, so that no part stays uncovered.
 *
 * Cost: preparing grows with the names' letters, finding with the text alone (bench in docs/spec/identifier.md).
 */
export function finder(
  terms: readonly Term[],
  options: Readonly<{ mutations?: boolean }> = {},
): (text: string) => Occurrence[] {
  const root: Node = { next: null, ends: null };
  const ids: string[] = [];
  const first = new Uint8Array(65536);
  terms.forEach((term, index) => {
    ids.push(term.id);
    for (const alias of [{ words: term.words, cased: term.caseSensitive ?? false }, ...(term.aliases ?? [])]) {
      plant(root, alias, index, options.mutations ?? true);
    }
  });
  for (const unit of root.next?.keys() ?? []) first[unit] = 1;
  if (root.next === null) return () => [];

  const findIn = (piece: string, before: number, found: Occurrence[]): number => {
    const folded = fold(piece);
    let covered = 0; // folded units that an occurrence already covers
    for (let at = 0; at < folded.length; at += 1) {
      const unit = folded.units[at] ?? 0;
      if (first[unit] === 0 || !begins(folded, at)) continue;
      const hit = walk(root, folded, at);
      if (hit === null || hit.end <= covered) continue;
      let from = Math.max(at, covered);
      while (from < hit.end && ((folded.marks[from] ?? 0) & WORD) === 0) from += 1;
      if (from >= hit.end) continue;
      found.push({
        term: ids[hit.terms[0] ?? 0] ?? "",
        start: before + (folded.starts[from] ?? 0),
        end: before + (hit.end < folded.length ? (folded.starts[hit.end] ?? folded.points) : folded.points),
        also: hit.terms.slice(1).map((index) => ids[index] ?? ""),
      });
      covered = hit.end;
    }
    return before + folded.points;
  };
  return (text) => {
    const found: Occurrence[] = [];
    let before = 0;
    for (const piece of piecesOf(text)) before = findIn(piece, before, found);
    return found;
  };
}

const PIECE = 65_536; // UTF-16 units
/** Signs that stand in no name, nor between two words of one. */
const APART = /["()<>[\]{}=;:?!|\u0001]/g;

/** A text in pieces that no name reaches across: while it is folded it takes eight times its room. */
function* piecesOf(text: string): Generator<string> {
  let from = 0;
  while (text.length - from > PIECE) {
    APART.lastIndex = from + PIECE;
    const apart = APART.exec(text);
    if (apart === null) break;
    yield text.slice(from, apart.index + 1);
    from = apart.index + 1;
  }
  yield text.slice(from);
}

/** Finds the terms in one text. To search many texts, prepare a `finder` once. */
export function find(text: string, terms: readonly Term[]): Occurrence[] {
  return finder(terms)(text);
}

/** Whether a name has anything in it that could be found: a spelling of at least two signs, spaces and & among them. */
export function findable(words: string): boolean {
  return spell(words).length > 0;
}

function begins(folded: Folded, at: number): boolean {
  const mark = folded.marks[at] ?? 0;
  if ((mark & WORD) === 0) return false;
  if (at === 0 || (mark & BROKEN) !== 0) return true;
  const before = folded.marks[at - 1] ?? 0;
  if ((before & WORD) !== 0) return (before & DIGIT) !== (mark & DIGIT); // judged again once the length is known
  // One letter and an apostrophe (O'Brien, d'Arcy) belong to the word; more letters are a word of their own.
  const elided = folded.units[at - 1] === APOSTROPHE && at >= 2 && ((folded.marks[at - 2] ?? 0) & WORD) !== 0;
  return !(elided && (at === 2 || ((folded.marks[at - 3] ?? 0) & WORD) === 0));
}

/** The places of the letters of the word being walked; one array for all walks, as nearly every walk ends at once. */
const letters: number[] = [];

function walk(root: Node, folded: Folded, start: number): { end: number; terms: readonly number[] } | null {
  let node: Node = root;
  let at = start;
  let best: { end: number; terms: readonly number[] } | null = null;
  letters.length = 0;
  while (at < folded.length) {
    const unit = folded.units[at] ?? 0;
    let child = node.next?.get(unit);
    if (child !== undefined && unit !== SPACE) {
      if (((folded.marks[at] ?? 0) & WORD) !== 0) letters.push(at);
      at += 1;
    } else {
      child = at > start ? node.next?.get(SPACE) : undefined;
      const past = child === undefined ? at : gap(folded, at);
      if (child === undefined || past === at) break;
      at = past;
    }
    node = child;
    if (node.ends !== null) {
      const terms = accepted(node.ends, folded, start, at, letters);
      if (terms.length > 0) best = { end: at, terms };
    }
  }
  return best;
}

/** The unit after what may stand between two words of a name; the same place where nothing may. */
function gap(folded: Folded, at: number): number {
  let past = at;
  const unit = folded.units[at];
  const wordAt = (where: number) => ((folded.marks[where] ?? 0) & WORD) !== 0;
  if (unit === 0x2e || unit === 0x5f || unit === 0x2b || unit === 0x2f || unit === 0x2c) {
    // "St. David", "D. W. Jones", "sian.llewelyn", "Llewelyn, Sian"
    if (wordAt(at + 1) && unit !== 0x2c) return at + 1;
    const short = unit === 0x2e && (!wordAt(at - 2) || !wordAt(at - 3));
    if (!short && unit !== 0x2c) return at;
    past = at + 1;
  }
  const from = past;
  while (past < folded.length && past - at < 64) {
    const one = folded.units[past];
    if (one !== SPACE && one !== HYPHEN) break;
    past += 1;
  }
  return past > from ? past : at;
}

function accepted(
  ends: readonly End[],
  folded: Folded,
  start: number,
  end: number,
  letters: readonly number[],
): number[] {
  const terms: number[] = [];
  const after = end < folded.length ? (folded.marks[end] ?? 0) : 0;
  const before = start > 0 ? (folded.marks[start - 1] ?? 0) : 0;
  const tight = (after & WORD) !== 0 && (after & BROKEN) === 0;
  // A digit against a letter ends a word only where the name is long enough to be meant: Cardiff2024, not BT1.
  if (tight && ((after & DIGIT) === ((folded.marks[end - 1] ?? 0) & DIGIT) || letters.length < 4)) return terms;
  if ((before & WORD) !== 0 && ((folded.marks[start] ?? 0) & BROKEN) === 0 && letters.length < 4) return terms;
  for (const one of ends) {
    if (!terms.includes(one.term) && capitals(one, folded, letters)) terms.push(one.term);
  }
  return terms;
}

function capitals(end: End, folded: Folded, letters: readonly number[]): boolean {
  if (end.how === "any") return true;
  const upper = (at: number | undefined) => at !== undefined && ((folded.marks[at] ?? 0) & UPPER) !== 0;
  if (end.how === "first") return upper(letters[0]);
  if (letters.every((at, index) => upper(at) === (end.capitals[index] ?? false))) return true;
  return (
    end.capitals.includes(true) &&
    letters.length > 1 &&
    letters.every((at) => upper(at) || ((folded.marks[at] ?? 0) & DIGIT) !== 0)
  );
}

function plant(root: Node, alias: Alias, term: number, mutations: boolean): void {
  const folded = fold(alias.words);
  const upper: boolean[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    if (((folded.marks[at] ?? 0) & WORD) !== 0) upper.push(((folded.marks[at] ?? 0) & UPPER) !== 0);
  }
  for (const symbols of spell(alias.words)) {
    const letters = symbols.replace(/[ '&]/g, "").length;
    const how: Case = alias.cased && letters === upper.length ? "exact" : "any";
    add(root, symbols, { term, how, capitals: upper });
    if (!mutations || alias.cased) continue;
    const [head = "", ...rest] = symbols.split(" ");
    for (const form of mutate(head, rest.length > 0)) {
      // A single mutated word counts only with its capital; within a longer name the other words vouch for it.
      add(root, [form, ...rest].join(" "), { term, how: rest.length === 0 ? "first" : "any", capitals: [] });
    }
  }
}

/**
 * The folded spellings under which a name is planted: words joined by single spaces; apostrophes kept and left out; & and
 * "and". One sign alone is none.
 */
function spell(words: string): readonly string[] {
  const base = bare(words)
    .replace(/[^\p{L}\p{N}'&]+/gu, " ")
    .replace(/(^|[^\p{L}\p{N}])'+|'+(?![\p{L}\p{N}])/gu, "$1")
    .replace(/\s*&\s*/g, " & ")
    .trim()
    .replace(/ +/g, " ");
  const all = new Set([base]);
  if (base.includes("'")) all.add(base.replaceAll("'", ""));
  for (const one of Array.from(all)) {
    if (one.includes(" & ")) all.add(one.replaceAll(" & ", " and "));
    else if (one.includes(" and ")) all.add(one.replaceAll(" and ", " & "));
  }
  return [...all].filter((symbols) => symbols.length > 1);
}

function add(root: Node, symbols: string, end: End): void {
  let node = root;
  for (let at = 0; at < symbols.length; at += 1) {
    const unit = symbols.charCodeAt(at);
    node.next ??= new Map();
    let child = node.next.get(unit);
    if (child === undefined) {
      child = { next: null, ends: null };
      node.next.set(unit, child);
    }
    node = child;
  }
  node.ends ??= [];
  node.ends.push(end);
}
