/**
 * A ladder: what could stand in place of a name, from the most telling words to the plainest, in both languages.
 *
 * Words that few bodies fit name what they hide: each level says how many it is true of, and whether it may be taken.
 * They go into documents, so they are data and not the page's own text. Rules: docs/spec/identifier.md, I92 to I94.
 */
import type { Population } from "../../organisation/population.ts";

/** A replacement in both languages, without its brackets. */
export type Rung = Readonly<{ en: string; cy: string }>;

/** Why a level may not be taken: too few in Wales, nobody has counted them there, too few in the study. */
export type Unfit = "population" | "unknown" | "study";

export type Level = Rung &
  Readonly<{
    /** organisations of the study that it is true of; null where that says nothing */
    study: number | null;
    /** how many there are in Wales; null where they are many, or nobody has counted them */
    population: number | null;
    unfit: Readonly<{ why: Unfit; least: number }> | null;
  }>;

/** How many there must at least be of what a level names, whatever the study. */
export const LEAST_IN_WALES = 5;

/** Words that say so little that they are true of anybody. */
export const plainly = (rung: Rung): Level => ({ ...rung, study: null, population: null, unfit: null });

/**
 * A level with what it is true of.
 *
 * @param study - organisations of the study; null where what it stands for is none of them
 * @param least - how many of those there must be
 */
export function weighed(rung: Rung, study: number | null, population: Population, least: number): Level {
  // Where nobody has counted them, there are at least those of the study.
  const known = population === "unknown" && (study ?? 0) >= LEAST_IN_WALES ? "many" : population;
  const unfit =
    typeof known === "number" && known < LEAST_IN_WALES
      ? ({ why: "population", least: LEAST_IN_WALES } as const)
      : known === "unknown"
        ? ({ why: "unknown", least: LEAST_IN_WALES } as const)
        : study !== null && study < least
          ? ({ why: "study", least } as const)
          : null;
  return { ...rung, study, population: typeof population === "number" ? population : null, unfit };
}

/** The levels that may be taken, the most telling first: that one is the default. */
export function takable(ladder: readonly Level[]): readonly Level[] {
  return ladder.filter(({ unfit }) => unfit === null);
}

/** The levels that may be taken of all of these ladders: what may stand for several things by one decision. */
export function common([first = [], ...others]: readonly (readonly Level[])[]): readonly Level[] {
  const alike = (ladder: readonly Level[], { en, cy }: Rung) =>
    takable(ladder).some((level) => level.en === en && level.cy === cy);
  return takable(first).filter((level) => others.every((ladder) => alike(ladder, level)));
}
