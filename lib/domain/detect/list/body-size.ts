/**
 * The classes that public bodies in Wales and other organisations are listed in (body.ts), and how many of each there are: from
 * few, a class names its members. As of 2024, common knowledge, written for the product. Rules: docs/spec/identifier.md, I59.
 */

/** How many there are in Wales, also by region; `null`: more than anybody has counted. */
type BodySize = Readonly<{
  size: number | null;
  regions?: Readonly<Record<"north" | "mid" | "south_west" | "south_east", number>>;
}>;

const SIZES = {
  council: { size: 22, regions: { north: 6, mid: 2, south_west: 4, south_east: 10 } },
  "health-board": { size: 7, regions: { north: 1, mid: 1, south_west: 2, south_east: 3 } },
  "nhs-trust": { size: 3 },
  "special-health-authority": { size: 2 },
  fire: { size: 3 },
  police: { size: 4 },
  "national-park": { size: 3 },
  university: { size: 9 },
  college: { size: 12 },
  "arms-length-body": { size: 55 },
  government: { size: 1 },
  joint: { size: 20 },
  "housing-association": { size: 34 },
  "third-sector": { size: null },
  utility: { size: 3 },
  "central-government": { size: null },
  company: { size: null },
} as const satisfies Record<string, BodySize>;

export type BodyClass = keyof typeof SIZES;
export const BODY_SIZES: Readonly<Record<BodyClass, BodySize>> = SIZES;
