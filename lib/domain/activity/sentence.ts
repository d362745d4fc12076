/**
 * A deed as a sentence, without its subject: "moved 3 cards to ⁨Trust⁩".
 *
 * Names stand between the signs that isolate a text from the direction of what is around it (Unicode Standard Annex 9,
 * 2.4), so that whoever shows the sentence finds them again and a name in another script does not turn the rest.
 */
import type { Noun } from "../study/rows.ts";
import type { Deed, Entry, Ref } from "./shape.ts";

/** A fixed sentence of the catalogue `activity`. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What things are called, for this reader; null where nobody may know or nothing is written. */
export type Names = Readonly<{
  of: (ref: Ref) => string | null;
  /** Of which noun something is; null where it is not known. */
  noun: (ref: Ref) => Noun | null;
  phrase: (id: string) => string | null;
}>;

export const FIRST = "\u2068";
export const LAST = "\u2069";

const LONGEST = 80; // code points of a name
const MOST_NAMED = 3;

const MODES = { do: "did", undo: "undid", redo: "redid" } as const;

/** A deed as it was done: said plainly, or as what was taken back or done again. */
export function toldOf(mode: Entry["mode"], deed: Deed, say: Say, names: Names): string {
  return say(MODES[mode], { deed: sentenceOf(deed, say, names) });
}

/** @param say - told in the language of the reader */
export function sentenceOf(deed: Deed, say: Say, names: Names): string {
  return say(`say.${deed.say}`, {
    it: it(deed, say, names),
    count: deed.count,
    place: deed.place ? called(deed.place, say, names) : "",
    joined: deed.place ? joined(deed.place, say, names) : "",
    others: several(deed.others, say, names),
    amount: deed.amount ? say(`count.${deed.amount.noun}`, { count: deed.amount.count }) : "",
    // A name that may not be known any more is told as a thing without one.
    was: deed.was === null ? "" : (isolated(names.phrase(deed.was)) ?? say("unnamed")),
    now: deed.now === null ? "" : (isolated(names.phrase(deed.now)) ?? say("unnamed")),
    kind: say(`thing.${deed.one ? nounOf(deed.one, names) : "other"}`),
    of: deed.one ? nounOf(deed.one, names) : "other",
    word: deed.word ?? "other",
  });
}

function it({ one, noun, count }: Deed, say: Say, names: Names): string {
  if (one) return called(one, say, names);
  return say(`count.${noun ?? "other"}`, { count });
}

/** What a thing is called, with what it is: "the theme ⁨Trust⁩". */
function called(ref: Ref, say: Say, names: Names): string {
  const noun = nounOf(ref, names);
  if (noun === "study") return say("thing.study");
  const name = isolated(names.of(ref));
  if (name === null) return say(`count.${noun}`, { count: 1 });
  return noun === "member" ? name : say(`named.${noun}`, { name });
}

/** The same behind a word that it grows together with: in Welsh `i` and `y` are `i'r`. */
function joined(ref: Ref, say: Say, names: Names): string {
  const noun = nounOf(ref, names);
  if (noun === "study") return say("joined.study");
  const name = isolated(names.of(ref));
  return say(`joined.${noun}`, { named: name === null ? "no" : "yes", name: name ?? "" });
}

/** Nouns that are spoken of by another's word, or by none. */
const SPOKEN: Readonly<Partial<Record<Noun, Noun | "other">>> = {
  anchor: "quote",
  speaker: "source",
  passage: "source",
  correction: "source",
  voting: "board",
};

function nounOf(ref: Ref, names: Names): Noun | "other" {
  const noun = names.noun(ref) ?? ref.up ?? ref.noun ?? "other";
  return noun === "other" ? noun : (SPOKEN[noun] ?? noun);
}

function several(refs: readonly Ref[], say: Say, names: Names): string {
  const known = refs.flatMap((ref) => isolated(names.of(ref)) ?? []);
  if (refs.length === 0) return "";
  return known.length < refs.length || refs.length > MOST_NAMED
    ? say(`count.${refs[0]?.noun ?? "other"}`, { count: refs.length })
    : known.join(", ");
}

function isolated(name: string | null): string | null {
  const plain = (name ?? "")
    .replace(/[\u2066-\u2069]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (plain === "") return null;
  const points = Array.from(plain);
  const short =
    points.length > LONGEST
      ? `${points
          .slice(0, LONGEST - 1)
          .join("")
          .trimEnd()}…`
      : plain;
  return `${FIRST}${short}${LAST}`;
}
