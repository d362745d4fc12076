/**
 * A hit: a place in a text that may identify somebody, who says so, and why.
 *
 * Offsets are UTF-16 units of the text that was given, `end` exclusive, as every layer counts them; what is stored is
 * counted in code points, and `toPoints` (lib/domain/text) leads there. Rules: docs/spec/identifier.md, I40 to I42.
 */

/** What a hit seems to be. `trait`: what somebody is rather than what they are called (a job, a nationality). */
export const KINDS = ["person", "organisation", "place", "code", "time", "quantity", "trait", "other"] as const;
export type Kind = (typeof KINDS)[number];

/** `sure`: at least nine in ten of its words identify. `wide`: found rather than missed; people weed it. */
export type Layer = "sure" | "wide";

/** Who found it. `own`: the study's names. `noun` and `second`: the two language models. */
export type Detector = "own" | "pattern" | "list" | "noun" | "second" | "cue";

export type Hit = Readonly<{
  start: number;
  end: number;
  kind: Kind;
  detector: Detector;
  /** Why, as a code: `postcode`, `given-and-surname` … */
  reason: string;
  /** How sure, above 0 and at most 1; comparable within a detector only. */
  score: number;
  layer: Layer;
}>;

/** Hits that overlap, as one: all of their words, the kind of the surest, and everything that was said for it. */
export type Found = Readonly<{
  start: number;
  end: number;
  kind: Kind;
  layer: Layer;
  score: number;
  why: readonly Readonly<{ detector: Detector; reason: string }>[];
}>;

/** One way of finding: hits in any order, within the bounds of the text, none of them empty. */
export type Finder = (text: string) => readonly Hit[];
