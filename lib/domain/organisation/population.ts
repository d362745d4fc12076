/**
 * How many organisations of a kind there are in Wales: from few, their kind names its members.
 *
 * Read off the classes of public bodies that detection knows. Rules: docs/spec/identifier.md, I59 and I94, docs/spec/disclosure.md, DC11.
 */
import { BODY_SIZES } from "../detect/list/body-size.ts";
import type { BodyClass } from "../detect/list/body-size.ts";
import type { OrganisationKind } from "./shape.ts";

/** Parts of Wales that are counted. `south` is both of its halves. */
export type Part = "north" | "mid" | "south_west" | "south_east" | "south";

/** A number, `many` where there are more than anybody has counted, `unknown` where nobody has counted them here. */
export type Population = number | "many" | "unknown";

/** The classes that make up a kind; null where they are only a part of it: there are schools besides. */
const CLASSES: Readonly<Record<OrganisationKind, readonly BodyClass[] | null>> = {
  local_authority: ["council"],
  arms_length_body: ["arms-length-body"],
  housing_association: ["housing-association"],
  health_body: ["health-board", "nhs-trust", "special-health-authority"],
  emergency_service: ["fire", "police"],
  national_park: ["national-park"],
  government: ["government", "central-government"],
  third_sector: ["third-sector"],
  private: ["company", "utility"],
  education: null,
  other: null,
};

/** Of these classes together, in Wales or in a part of it. */
export function populationOf(classes: readonly BodyClass[], part: Part | null = null): Population {
  let sum: Population = 0;
  for (const one of classes) {
    const { size, regions } = BODY_SIZES[one];
    if (size === null) return "many";
    if (part !== null && regions === undefined) sum = "unknown";
    const here = part === null || regions === undefined ? size : part === "south" ? south(regions) : regions[part];
    if (sum !== "unknown") sum += here;
  }
  return sum;
}

const south = (regions: Readonly<Record<"south_west" | "south_east", number>>) =>
  regions.south_west + regions.south_east;

/** The classes that make up a kind; null where they are only a part of it. */
export const classesOfKind = (kind: OrganisationKind): readonly BodyClass[] | null => CLASSES[kind];

/** Of a kind, in Wales or in a part of it. */
export function populationOfKind(kind: OrganisationKind, part: Part | null = null): Population {
  const classes = CLASSES[kind];
  return classes === null ? "many" : populationOf(classes, part);
}
