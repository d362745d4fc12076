/**
 * Which class of bodies or places the lists put a name in, so that words can stand for it that say no more than its class.
 *
 * Holds all lists; only servers load it. Rules: docs/spec/identifier.md, I58, I59 and I94.
 */
import { finder } from "../../identifier/find.ts";
import { BODIES } from "./body.ts";
import type { BodyClass } from "./body-size.ts";
import { PLACES_ABROAD, PLACES_OF_BRITAIN } from "./place.ts";
import { CITIES_OF_WALES, COUNTIES_OF_WALES } from "./place-class.ts";
import { PLACES_OF_WALES } from "./place-wales.ts";
import { namesOf } from "./places.ts";

export type Region = "north" | "mid" | "south_west" | "south_east";
/** A list, with the part of Wales where the list is one of a part. */
export type Listing = Readonly<
  | { list: "body"; of: BodyClass }
  | { list: "city" | "county"; region: Region }
  | { list: "wales" | "britain" | "abroad" }
>;

const inRegions = (list: "city" | "county", names: Readonly<Record<Region, string>>) =>
  Object.entries(names).map(
    ([region, all]) => [{ list, region: region as Region }, namesOf(all)] as const, // Object.entries loses the keys' type
  );
const LISTS: readonly (readonly [Listing, readonly string[]])[] = [
  ...Object.entries(BODIES).map(
    ([of, names]) => [{ list: "body", of: of as BodyClass }, namesOf(names)] as const, // as above
  ),
  ...inRegions("city", CITIES_OF_WALES),
  ...inRegions("county", COUNTIES_OF_WALES),
  [{ list: "wales" }, namesOf(PLACES_OF_WALES)],
  [{ list: "britain" }, namesOf(PLACES_OF_BRITAIN)],
  [{ list: "abroad" }, namesOf(PLACES_ABROAD)],
];
const find = finder(LISTS.flatMap(([, names], at) => names.map((words) => ({ id: String(at), words }))));

/** The lists on which these words stand, all of them and nothing else; also in a mutated form. */
export function listingsOf(words: string): readonly Listing[] {
  const name = words.trim();
  const [whole] = find(name);
  if (whole === undefined || whole.start > 0 || whole.end < Array.from(name).length) return [];
  return [...new Set([whole.term, ...whole.also])].flatMap((at) => LISTS[Number(at)]?.[0] ?? []);
}
