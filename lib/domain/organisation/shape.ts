/** A respondent body. Its name is sealed; `named` says whether it agreed to stand in the respondents list. */
import * as z from "zod";
import { Day, Id, NameId } from "../field.ts";

export const OrganisationKind = z.enum([
  "local_authority",
  "arms_length_body",
  "housing_association",
  "health_body",
  "education",
  "emergency_service",
  "national_park",
  "government",
  "third_sector",
  "private",
  "other",
]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

const NOT_PUBLIC: ReadonlySet<OrganisationKind> = new Set(["third_sector", "private", "other"]);
/** The kinds of public body: where none of one took part in a study, it is missed. */
export const PUBLIC_KINDS: readonly OrganisationKind[] = OrganisationKind.options.filter(
  (kind) => !NOT_PUBLIC.has(kind),
);

export const Region = z.enum(["north", "mid", "south_west", "south_east", "national", "outside"]);
export type Region = z.infer<typeof Region>;

export const OrganisationRow = z.strictObject({
  id: Id,
  number: z.int().min(1), // shown as O01; never used twice
  kind: OrganisationKind,
  region: Region.nullable(),
  named: z.boolean(),
  namedOn: Day.nullable(), // the day on which it agreed
  name: NameId.nullable(),
  aliases: NameId.nullable(), // other names, one a line
  gone: z.boolean(),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

/** The code that an organisation is shown by: O01. */
export function bodyCode(organisation: Pick<OrganisationRow, "number">): string {
  return `O${String(organisation.number).padStart(2, "0")}`;
}
