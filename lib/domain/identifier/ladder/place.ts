/** The ladder of places: city or county and where, city or county, place in Wales, place. Rules: docs/spec/identifier.md, I94. */
import type { Listing } from "../../detect/list/class-of.ts";
import { populationOf } from "../../organisation/population.ts";
import type { Part, Population } from "../../organisation/population.ts";
import { partsOf, within } from "./organisation.ts";
import { PLAIN } from "./plain.ts";
import { plainly, weighed } from "./rung.ts";
import type { Level, Rung } from "./rung.ts";

type Kind = "city" | "county";
const WORDS: Readonly<Record<Kind, Rung>> = {
  city: { en: "city", cy: "dinas" },
  county: { en: "county", cy: "sir" },
};
/** Cities by part of Wales, as place-class.ts lists them; counties are as many as their councils. */
const CITIES: Readonly<Record<Part, number>> = { north: 3, mid: 0, south_west: 2, south_east: 2, south: 4 };
const ALL_CITIES = 7;

function sizeOf(kind: Kind, part: Part | null): Population {
  if (kind === "county") return populationOf(["council"], part);
  return part === null ? ALL_CITIES : CITIES[part];
}

/**
 * The ladder of a place that is on these lists. What stands on several of them, as two places may be called alike, is told as what
 * holds of all.
 */
export function placeLevels(listings: readonly Listing[]): readonly Level[] {
  const inWales = listings.filter(({ list }) => list === "city" || list === "county" || list === "wales");
  const levels: Level[] = [];
  if (inWales.length > 0 && inWales.length === listings.length) {
    const [closer, ...others] = inWales.flatMap((one) => ("region" in one ? [one] : []));
    if (closer && others.length === 0) {
      for (const part of partsOf(closer.region))
        levels.push(weighed(within(WORDS[closer.list], part), null, sizeOf(closer.list, part), 0));
      levels.push(weighed(WORDS[closer.list], null, sizeOf(closer.list, null), 0));
    }
    levels.push(plainly({ en: "place in Wales", cy: "lle yng Nghymru" }));
  } else if (listings.length > 0 && inWales.length === 0) {
    if (listings.every(({ list }) => list === "abroad")) levels.push(plainly({ en: "place abroad", cy: "lle tramor" }));
    else levels.push(plainly({ en: "place outside Wales", cy: "lle y tu allan i Gymru" }));
  }
  return [...levels, ...PLAIN.place.map(plainly)];
}
