/**
 * Candidates: what detection found in the sources and nobody has decided about yet, gathered by its words so that a person
 * decides once for all of its places.
 *
 * Pure: texts with what was found in them, the plan of known names, and what was called ordinary are handed in. Offsets are
 * Unicode code points, `end` exclusive. Rules: docs/spec/identifier.md, I72 to I77.
 */
import { merge } from "../detect/merge.ts";
import type { Detector, Found, Kind, Layer } from "../detect/hit.ts";
import type { Span } from "../source/reading.ts";
import { astralOf, slicePoints } from "../text/points.ts";
import type { Astral } from "../text/points.ts";
import { bare } from "./fold.ts";
import type { Named, Plan } from "./plan.ts";
import { tells, uncovered } from "./uncovered.ts";

/** A text as it stands now, with what was found in it. */
export type Searched = Readonly<{
  source: string;
  revision: string;
  lang: string;
  text: string;
  found: readonly Found[];
}>;

/** One place of a candidate or of a known name, with a few words around it. */
export type Mention = Readonly<{
  source: string;
  revision: string;
  lang: string;
  start: number;
  end: number;
  before: string;
  words: string;
  after: string;
}>;

/** How often something stands in the sources, in how many of them, and where first. */
export type Spread = Readonly<{ count: number; sources: number; places: readonly Mention[] }>;

export type Candidate = Spread &
  Readonly<{
    /** its words, folded: what makes two places one candidate */
    key: string;
    /** its words as they are written most often */
    words: string;
    kind: Kind;
    layer: Layer;
    why: readonly Readonly<{ detector: Detector; reason: string }>[];
  }>;

export type Gathered = Readonly<{
  /** riskiest first */
  candidates: readonly Candidate[];
  /** by identifier: where names that the study knows stand */
  known: ReadonlyMap<string, Spread>;
  /** identifiers that detection, without knowing them, would have found */
  foundAnyway: ReadonlySet<string>;
}>;

const PLACES = 5;
const AROUND = 60; // code points on each side

/** Words by which no candidate is told from another, at its ends. */
const EDGE =
  /^(?:(?:the|a|an|y|yr|i|o|a’r|a'r|of|in|at|and|mr|mrs|ms|miss|dr|yn|ar|ac)\s+)+|(?:\s+(?:and|of|the|in|at|y|yr|a|ac|o))+$/giu;
const POSSESSIVE = /['’](?:s|r|n|m)$/iu;
const RIM = /^[^\p{L}\p{N}@#£$€]+|[^\p{L}\p{N}%]+$/gu;

/** A place of a text, with the words around it. */
export function mentionIn(
  { source, revision, lang, text }: Omit<Searched, "found">,
  { start, end }: Span,
  astral: Astral = astralOf(text),
): Mention {
  const slice = (from: number, to: number) => slicePoints(text, astral, from, to);
  return {
    source,
    revision,
    lang,
    start,
    end,
    before: line(slice(Math.max(0, start - AROUND), start), "before"),
    words: slice(start, end),
    after: line(slice(end, end + AROUND), "after"),
  };
}

/** Under which words a candidate is gathered: folded, without what stands at its ends by chance. */
export function candidateKey(words: string): string {
  const trimmed = words.replace(RIM, "").replace(POSSESSIVE, "").replace(EDGE, "").replace(RIM, "");
  return bare(trimmed).replace(/\s+/gu, " ").trim();
}

/** The same of terms. */
export function keysOf(terms: readonly Pick<Named, "full">[]): ReadonlySet<string> {
  return new Set(terms.map(({ full }) => candidateKey(full)));
}

type Group = {
  spellings: Map<string, number>;
  best: Found;
  layer: Layer;
  why: Map<string, Readonly<{ detector: Detector; reason: string }>>;
  spread: Counting;
};
type Counting = { count: number; sources: Set<string>; places: Mention[] };

/**
 * Gathers candidates and counts known names.
 *
 * What of a hit is covered by a known name is taken off; what is left of it, if anything, is less sure.
 *
 * Cost: the length of the texts once, and the number of hits.
 */
export async function gather(
  texts: AsyncIterable<Searched> | Iterable<Searched>,
  find: Plan["find"],
  ordinary: ReadonlySet<string>,
): Promise<Gathered> {
  const groups = new Map<string, Group>();
  const known = new Map<string, Counting>();
  const foundAnyway = new Set<string>();
  for await (const searched of texts) {
    const { text, source } = searched;
    const astral = astralOf(text);
    const slice = (start: number, end: number) => slicePoints(text, astral, start, end);
    const count = (to: Counting, start: number, end: number) => {
      to.count += 1;
      to.sources.add(source);
      if (to.places.length < PLACES) to.places.push(mentionIn(searched, { start, end }, astral));
    };

    const occurrences = find(text);
    for (const { term, also, start, end } of occurrences)
      for (const id of [term, ...also]) count(entry(known, id, counting), start, end);

    let next = 0; // the first occurrence that may still touch a hit
    for (const found of searched.found) {
      while ((occurrences[next]?.end ?? Infinity) <= found.start) next += 1;
      const covering = [];
      for (let at = next; (occurrences[at]?.start ?? Infinity) < found.end; at += 1) {
        const one = occurrences[at];
        if (one) covering.push(one);
      }
      for (const { term, also } of covering)
        if (found.why.some(({ detector }) => detector !== "own")) for (const id of [term, ...also]) foundAnyway.add(id);
      for (const { start, end } of uncovered(found, covering)) {
        const words = slice(start, end);
        const key = candidateKey(words);
        const whole = covering.length === 0;
        if (!/[\p{L}\p{N}]/u.test(key) || ordinary.has(key)) continue;
        if (!whole && !tells(line(slice(Math.max(0, start - AROUND), start), "before"), words)) continue;
        const group = entry(groups, key, () => ({
          spellings: new Map(),
          best: found,
          layer: "wide",
          why: new Map(),
          spread: counting(),
        }));
        if (whole && found.layer === "sure") group.layer = "sure";
        if (rank(found) > rank(group.best)) group.best = found;
        for (const why of found.why) group.why.set(`${why.detector} ${why.reason}`, why);
        const spelling = words.replace(RIM, "").replace(POSSESSIVE, "").replace(/\s+/gu, " ");
        group.spellings.set(spelling, (group.spellings.get(spelling) ?? 0) + 1);
        count(group.spread, start, end);
      }
    }
  }
  const candidates = [...groups].map(([key, { spellings, best, layer, why, spread }]): Candidate => ({
    key,
    words: [...spellings].toSorted((one, two) => two[1] - one[1] || (one[0] < two[0] ? -1 : 1))[0]?.[0] ?? key,
    kind: best.kind,
    layer,
    why: [...why.values()],
    ...told(spread),
  }));
  return {
    candidates: candidates.toSorted(
      (one, two) =>
        Number(two.layer === "sure") - Number(one.layer === "sure") ||
        RISK.indexOf(one.kind) - RISK.indexOf(two.kind) ||
        two.count - one.count ||
        (one.key < two.key ? -1 : 1),
    ),
    known: new Map([...known].map(([id, spread]) => [id, told(spread)])),
    foundAnyway,
  };
}

/** From what names somebody by itself to what takes other knowledge to do so. */
const RISK: readonly Kind[] = ["person", "code", "organisation", "place", "trait", "other", "time", "quantity"];

/** What was found by knowing the study's names and what was found without, as one, in order and apart. */
export function together(own: readonly Found[], rest: readonly Found[]): readonly Found[] {
  if (own.length === 0) return rest;
  return merge([...own, ...rest].flatMap((found) => found.why.map((why) => ({ ...found, ...why }))));
}

function rank({ layer, score }: Found): number {
  return (layer === "sure" ? 1 : 0) + score;
}

/** Words around a place: from the last line break, or up to the next; a word that is cut off is left out. */
function line(words: string, side: "before" | "after"): string {
  const parts = words.split("\n");
  if (parts.length > 1) return (side === "before" ? parts.at(-1) : parts[0]) ?? "";
  if (words.length < AROUND) return words;
  return side === "before" ? words.replace(/^\S*\s/u, "… ") : words.replace(/\s\S*$/u, " …");
}

function counting(): Counting {
  return { count: 0, sources: new Set(), places: [] };
}

function told({ count, sources, places }: Counting): Spread {
  return { count, sources: sources.size, places };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
