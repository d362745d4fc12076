/**
 * What is to be found in a study's texts and what stands in its place: the names of its organisations and participants and the
 * terms added by hand, with what was decided about each.
 *
 * One plan serves the screens of those who may not read originals, the exports and the scan of their bytes.
 * It is given the names; it does not know where they are kept. Rules: docs/spec/identifier.md, I16, I19 to I22.
 */
import type { Kind } from "../detect/hit.ts";
import { organisationAliases, personAliases } from "./alias.ts";
import { EVERYDAY } from "./everyday.ts";
import { findable, finder } from "./find.ts";
import type { Occurrence, Term } from "./find.ts";
import { bare } from "./fold.ts";
import { neutral } from "./overlay.ts";
import type { Masked } from "./overlay.ts";
import { holding } from "./shape.ts";
import type { Decision, IdentifierKind, IdentifierRow } from "./shape.ts";

/**
 * A name as it was entered; `others` are further names, one a line. `thing`: what people say that it names. `found`: nobody
 * entered it, detection is sure of it, and takes it for this.
 */
export type Named = Readonly<{
  id: string;
  kind: IdentifierKind;
  full: string;
  others: string;
  thing?: Kind | null;
  found?: Kind;
}>;
/** What was decided about it and holds, with the words themselves. */
export type Decided = Readonly<{
  id: string;
  decision: Decision | null;
  replacement: string | null;
  replacementCy: string | null;
}>;

/** What holds of what was decided by these rows; `words` gives those of a phrase. */
export function decidedOf(
  rows: Iterable<IdentifierRow>,
  words: (phrase: string | null) => string | null,
): readonly Decided[] {
  return Array.from(rows, (row) => ({
    id: row.id,
    decision: holding(row),
    replacement: words(row.replacement),
    replacementCy: words(row.replacementCy),
  }));
}

export type Plan = Readonly<{
  find: (text: string) => Occurrence[];
  /** What stands for an occurrence in a text of this language; `null`: it was decided to keep it. */
  choose: (occurrence: Occurrence, lang: string) => string | null;
  /** Whether everything that this occurrence may mean has been decided. */
  settled: (occurrence: Occurrence) => boolean;
  /** Whether it was decided to keep everything that this occurrence may mean. */
  kept: (occurrence: Occurrence) => boolean;
}>;

/** Makes the plan of a study. Names without anything to find in them are left out. */
export function plan(named: readonly Named[], decided: readonly Decided[]): Plan {
  const masks = new Map(named.map((one) => [one.id, maskOf(one)]));
  const mask = (id: string) => masks.get(id) ?? "name";
  const decisions = new Map(decided.map((one) => [one.id, one]));
  const of = (occurrence: Occurrence) =>
    [occurrence.term, ...occurrence.also].map(
      (id) => decisions.get(id) ?? { id, decision: null, replacement: null, replacementCy: null },
    );
  const find = finder(named.filter((one) => findable(one.full) || findable(one.others)).map(term));
  return {
    find,
    choose: (occurrence, lang) => {
      const all = of(occurrence);
      const open = all.find((one) => one.decision === null);
      if (open) return neutral(mask(open.id), lang);
      const replaced = all.find((one) => one.decision === "replace");
      return replaced ? (wordsFor(replaced, lang) ?? neutral(mask(replaced.id), lang)) : null;
    },
    settled: (occurrence) => of(occurrence).every((one) => one.decision !== null),
    kept: (occurrence) => of(occurrence).every((one) => one.decision === "keep"),
  };
}

/** The words of a replacement in the language of a text; the other language's where that one has none. */
function wordsFor(decided: Pick<Decided, "replacement" | "replacementCy">, lang: string): string | null {
  const welsh = lang.toLowerCase().startsWith("cy");
  const words = welsh ? (decided.replacementCy ?? decided.replacement) : (decided.replacement ?? decided.replacementCy);
  return words === null || words.trim() === "" ? null : words;
}

const MASKS: Readonly<Partial<Record<Kind, Masked>>> = { person: "person", organisation: "organisation" };

function maskOf({ kind, thing, found }: Named): Masked {
  if (kind !== "term") return kind === "organisation" ? "organisation" : "person";
  const is = found ?? thing ?? null;
  return (is && MASKS[is]) ?? "name";
}

function term(named: Named): Term {
  if (named.kind === "term") {
    const [first = named.full, ...more] = `${named.full}\n${named.others}`
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
    // What detection is sure of was written with its capitals; words of every day are meant only with theirs.
    const cased = (words: string) => /\p{Lu}/u.test(words) && (named.found !== undefined || EVERYDAY.has(bare(words)));
    return {
      id: named.id,
      words: first,
      caseSensitive: cased(first),
      aliases: more.map((words) => ({ words, cased: cased(words) })),
    };
  }
  const aliases =
    named.kind === "organisation"
      ? organisationAliases(named.full, named.others)
      : personAliases(named.full, named.others);
  // The name as it was entered is one of its aliases, with the care that a short or common one needs.
  const [first, ...rest] = aliases;
  return { id: named.id, words: first?.words ?? named.full, caseSensitive: first?.cased ?? false, aliases: rest };
}
