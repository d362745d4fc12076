/**
 * How many a published number must at least rest on, and which single numbers are too small to be published.
 *
 * Everything in this room is handed its thresholds, as a study may have its own (settings.ts). The method is that of statistical
 * disclosure control for tables of counts: a cell under a threshold is not published, nor a share of a small base. The
 * UK Longitudinal Linkage Collaboration and the ONS Longitudinal Study work so with a threshold of 10; UK LLC counts zeros
 * and percentages of small bases among what is too small. The thresholds of organisations and people here are lower, as
 * whole studies here are of some twenty organisations; the base of a share is theirs. Rules: docs/spec/disclosure.md, DC1 to DC4, DC20 and DC21.
 */
import * as z from "zod";

export type Thresholds = Readonly<{
  /** organisations behind a count; 2 or more, as a threshold of 1 hides nothing */
  organisations: number;
  /** people whose words are behind a count */
  people: number;
  /** the whole of which a share may be spoken of */
  base: number;
  /** the class in which an organisation that is not named is listed */
  listed: number;
}>;
export type Limit = keyof Thresholds;

/** The usual ones, of a study that has set none. */
export const THRESHOLDS: Thresholds = { organisations: 3, people: 5, base: 10, listed: 3 };
export const LIMITS = ["organisations", "people", "base", "listed"] as const satisfies readonly Limit[];

/** How far each may be set (DC21): under the least no reason leads, above the most nothing of a study here would be told. */
export const BOUNDS: Readonly<Record<Limit, Readonly<{ least: number; most: number }>>> = {
  organisations: { least: 2, most: 50 },
  people: { least: 3, most: 100 },
  base: { least: 5, most: 1000 },
  listed: { least: 2, most: 50 },
};

const within = (limit: Limit) => z.int().min(BOUNDS[limit].least).max(BOUNDS[limit].most);
/** The thresholds that a study may set. */
export const LIMIT_FIELDS = {
  organisations: within("organisations"),
  people: within("people"),
  base: within("base"),
  listed: within("listed"),
} as const;

export function sameLimits(one: Thresholds, other: Thresholds): boolean {
  return LIMITS.every((limit) => one[limit] === other[limit]);
}

/** Which of these are lower than usual: they need a reason (DC22). */
export function lowered(thresholds: Thresholds): readonly Limit[] {
  return LIMITS.filter((limit) => thresholds[limit] < THRESHOLDS[limit]);
}

/** The same, none lower than usual. */
export function usualAtLeast(thresholds: Thresholds): Thresholds {
  const least = (limit: Limit) => Math.max(thresholds[limit], THRESHOLDS[limit]);
  return {
    organisations: least("organisations"),
    people: least("people"),
    base: least("base"),
    listed: least("listed"),
  };
}

/** One count: of organisations, and of the people whose words it rests on; `null` where it rests on nobody's words. */
export type Cell = Readonly<{ organisations: number; people: number | null }>;

/** The counts of organisations that words leave open, both ends included. */
export type Span = Readonly<{ low: number; high: number }>;

/**
 * What may be said of a count that is too small: that it is under `high + 1`. `null` where the count may be published.
 *
 * A zero is small like any other (DC2): that nobody of a kind said something tells it of each of them. Who knows these
 * rules knows more than the words say: that a count under the threshold of people is not under that of organisations. `low` is
 * what they know. Where that would leave one count only, both are told alike.
 *
 * @param most - what a reader knows the count cannot pass: the organisations that were asked, or a count that holds this one
 */
export function small(cell: Cell, thresholds: Thresholds, most: number): Span | null {
  const { organisations: least, people } = thresholds;
  const high = Math.min(people - 1, most); // each organisation is heard through a person, so fewer people are fewer organisations
  const alike = cell.people !== null && high === least;
  if (cell.organisations < least) return { low: 0, high: alike ? high : Math.min(least - 1, most) };
  if (cell.people !== null && cell.people < people) return { low: alike ? 0 : least, high };
  return null;
}

/** Whether a whole is large enough to speak of its half or of a percentage (DC4). */
export function mayShare(base: number, thresholds: Thresholds): boolean {
  return base >= thresholds.base;
}
