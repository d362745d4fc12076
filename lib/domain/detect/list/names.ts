/**
 * Given names and surnames on a list, in runs: "Angharad", "Angharad Haf Pugh", "Pugh".
 *
 * Sure with a capital where the name is no other word; a name that is another word ("Mark", "Grace") needs its capital and a surname
 * beside it, or a capital within a sentence. Rules: docs/spec/identifier.md, I60 and I62.
 */
import { bare } from "../../identifier/fold.ts";
import { mutate } from "../../identifier/mutate.ts";
import type { Finder, Hit, Layer } from "../hit.ts";
import { plainLines } from "../plain.ts";
import { isAmbiguous } from "./ambiguous.ts";
import { GIVEN } from "./given.ts";
import { SURNAMES } from "./surname.ts";

type Word = Readonly<{
  start: number;
  end: number;
  given: boolean;
  last: boolean;
  /** on a list, and no other word */
  clear: boolean;
  large: boolean;
  /** nothing but a space stands before it, and no sentence begins with it */
  inside: boolean;
  particle: boolean;
}>;

const PARTICLES = new Set(
  "ap ab ferch de da di du del della van von der den le la dos bin bint al el ben ibn ter ten".split(" "),
);
/** Written large at the start of sentences or anywhere, and never part of a name. */
const NEVER = new Set(
  "i i'm i've i'll i'd the a an and but or so if when while as at in on to of for from by with we you he she it they this that these those my our your his her their its who what where why how yes no not well then there here because mae yn y yr a ac ond mewn ar o i'r roedd oedd dw dwi fi ni chi nhw hi fo fe sydd beth pam sut council university college school hospital court street road avenue".split(
    " ",
  ),
);

/** Prepares the seed lists and what an operator added. */
export function listedNames(added: Readonly<{ given: readonly string[]; surnames: readonly string[] }>): Finder {
  const split = (list: string) => list.split(/\s+/u).filter((name) => name !== "");
  const given = new Set([...split(GIVEN), ...added.given].map(bare));
  const last = new Set([...split(SURNAMES), ...added.surnames].map(bare));
  // In older and formal Welsh given names mutate, too: "i Fethan", "gan Ddafydd". Only with a capital.
  const mutated = new Set([...given].filter((name) => !isAmbiguous(name)).flatMap((name) => mutate(name, false)));

  return (text) => {
    const isPlain = plainLines(text);
    const words = wordsOf(text, given, last, mutated);
    const hits: Hit[] = [];
    for (let at = 0; at < words.length;) {
      const run = runAt(text, words, at, isPlain);
      const first = words[at];
      if (run === null || first === undefined) {
        at += 1;
        continue;
      }
      const end = words[at + run.length - 1]?.end ?? first.end;
      const { reason, layer } = run;
      hits.push({
        start: first.start,
        end,
        kind: "person",
        detector: "list",
        reason,
        score: layer === "sure" ? 0.9 : 0.5,
        layer,
      });
      at += run.length;
    }
    return hits;
  };
}

function wordsOf(
  text: string,
  given: ReadonlySet<string>,
  last: ReadonlySet<string>,
  mutated: ReadonlySet<string>,
): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: written, index: start } of text.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu)) {
    // "Angharad's", "Angharad'n": what hangs on is no part of the name.
    const hanging = /['’](?:s|r|n|m|i|u|w|ch|d|ll|re|ve)$/iu.exec(written)?.[0].length ?? 0;
    const core = written.slice(0, written.length - hanging);
    const folded = bare(core);
    const parts = folded.split("-");
    const large = /^\p{Lu}/u.test(core);
    const known = (set: ReadonlySet<string>) =>
      set.has(folded) ||
      set.has(folded.replace("'", "")) ||
      (parts.length === 2 && parts.every((part) => set.has(part)));
    const isGiven = known(given) || (large && mutated.has(folded) && !last.has(folded));
    const isLast = known(last);
    words.push({
      start,
      end: start + core.length,
      given: isGiven,
      last: isLast,
      clear: (isGiven || isLast) && !isAmbiguous(folded) && folded.length > 2,
      large: large && !NEVER.has(folded),
      inside: /[\p{L}\p{N},;)’'] $/u.test(text.slice(Math.max(0, start - 2), start)),
      particle: PARTICLES.has(folded),
    });
  }
  return words;
}

type Run = Readonly<{ length: number; reason: string; layer: Layer }>;

/** The name that begins at a word; `null` where none does. */
function runAt(text: string, words: readonly Word[], at: number, isPlain: (at: number) => boolean): Run | null {
  const first = words[at];
  if (first === undefined || !(first.given || first.last || first.large)) return null;
  const plain = isPlain(first.start);
  const beside = (one: number): Word | undefined => {
    const [before, word] = [words[one - 1], words[one]];
    return before && word && /^[ \u00a0]$/u.test(text.slice(before.end, word.start)) ? word : undefined;
  };
  const large = first.large && !plain;

  // On: further given names, initials left to the patterns, particles, and whatever is written large behind a given name.
  let length = 1;
  let surname = false;
  let sureSurname = false;
  if (first.given || (large && beside(at + 1)?.last === true)) {
    for (let next = at + 1; length < 6; next += 1) {
      const word = beside(next);
      if (word === undefined) break;
      if (word.particle) {
        length += 1;
        continue;
      }
      const fits = large ? word.large : word.given || word.last;
      if (!fits || (!large && !word.clear && !(first.clear && word.last && plain))) break;
      length += 1;
      surname = true;
      sureSurname ||= word.last && (word.clear || large);
    }
    while (length > 1 && words[at + length - 1]?.particle) length -= 1;
  }
  if (length > 1 && surname) {
    if (!first.given && !sureSurname) return null;
    if (large)
      return {
        length,
        reason: "given-and-surname",
        layer: first.given && (first.clear || sureSurname) ? "sure" : "wide",
      };
    return { length, reason: "given-and-surname", layer: first.given && first.clear && sureSurname ? "sure" : "wide" };
  }
  if (first.given && first.clear) return { length: 1, reason: "given", layer: large ? "sure" : "wide" };
  if (first.last && first.clear && (large || plain)) return { length: 1, reason: "surname", layer: "wide" };
  if ((first.given || first.last) && large && first.inside)
    return { length: 1, reason: "word-and-name", layer: "wide" };
  return null;
}
