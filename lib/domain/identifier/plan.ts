/**
 * What is to be found in a study's texts and what stands in its place: the names of its organisations and participants and the
 * terms added by hand, with what was decided about each.
 *
 * One plan serves the screens of those who may not read originals, the exports and the scan of their bytes.
 * It is given the names; it does not know where they are kept. Rules: docs/spec/identifier.md, I16, I19 to I22, I95 and I96.
 */
import type { Kind } from "../detect/hit.ts";
import { meeting } from "../mention/meet.ts";
import type { Met, Said, Where } from "../mention/meet.ts";
import { lengthOf } from "../text/points.ts";
import { organisationAliases, personAliases } from "./alias.ts";
import type { Decided } from "./decided.ts";
import { EVERYDAY } from "./everyday.ts";
import { findable, finder } from "./find.ts";
import type { Term } from "./find.ts";
import { bare } from "./fold.ts";
import { neutral } from "./overlay.ts";
import type { Masked } from "./overlay.ts";
import type { IdentifierKind } from "./shape.ts";

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

export type Plan = Readonly<{
  /** @param where - where the text stands, if it is of a source: what was decided of its places alone holds only there */
  find: (text: string, where?: Where) => readonly Met[];
  /** What stands for an occurrence in a text of this language; `null`: it was decided to keep it. */
  choose: (occurrence: Met, lang: string) => string | null;
  /** What of all that this occurrence may mean nothing was decided about that holds here. */
  open: (occurrence: Met) => readonly string[];
  /** Whether everything that this occurrence may mean has been decided. */
  settled: (occurrence: Met) => boolean;
  /** Whether it was decided to keep everything that this occurrence may mean. */
  kept: (occurrence: Met) => boolean;
  /** Whether its words are kept in this place alone. */
  spared: (occurrence: Met) => boolean;
}>;

/** Makes the plan of a study. Names without anything to find in them are left out. */
export function plan(named: readonly Named[], decided: readonly Decided[], said: readonly Said[] = []): Plan {
  const masks = new Map(named.map((one) => [one.id, maskOf(one)]));
  const mask = (id: string) => masks.get(id) ?? "name";
  const decisions = new Map(decided.map((one) => [one.id, one]));
  const of = ({ term, also, said: here = [] }: Met): readonly Decided[] =>
    [term, ...also].map(
      (id) =>
        here.find((one) => one.id === id) ??
        decisions.get(id) ?? { id, decision: null, replacement: null, replacementCy: null },
    );
  const find = finder(named.filter((one) => findable(one.full) || findable(one.others)).map(term));
  const meet = meeting(said);
  const open = (occurrence: Met) => of(occurrence).flatMap(({ id, decision }) => (decision === null ? id : []));
  const kept = (occurrence: Met) =>
    of(occurrence).every(({ decision }) => decision === "keep" || decision === "ordinary");
  return {
    find: (text, where) => (where ? meet(find(text), lengthOf(text), where) : find(text)),
    choose: (occurrence, lang) => {
      const all = of(occurrence);
      const undecided = all.find((one) => one.decision === null);
      if (undecided) return neutral(mask(undecided.id), lang);
      const replaced = all.find((one) => one.decision === "replace");
      return replaced ? (wordsFor(replaced, lang) ?? neutral(mask(replaced.id), lang)) : null;
    },
    open,
    settled: (occurrence) => open(occurrence).length === 0,
    kept,
    spared: (occurrence) => kept(occurrence) && !kept({ ...occurrence, said: [] }),
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
