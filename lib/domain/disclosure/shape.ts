/**
 * What a study has set of disclosure control: its thresholds, and kinds of organisation of which a smaller class is accepted in
 * the list of respondents. Either with its reason, which the report prints, and who said so. Rules: docs/spec/disclosure.md, DC20 to DC25.
 */
import * as z from "zod";
import { Day, Id, PhraseId } from "../field.ts";
import { OrganisationKind } from "../organisation/shape.ts";
import { LIMIT_FIELDS } from "./threshold.ts";

export const DisclosureRow = z.strictObject({
  id: Id, // the study's
  ...LIMIT_FIELDS,
  reason: PhraseId.nullable(), // why some are lower than usual; null where none is
  by: Id,
  on: Day, // where they were; the log has the moment
  gone: z.boolean(),
});
export type DisclosureRow = z.infer<typeof DisclosureRow>;

export const AcceptanceRow = z.strictObject({
  id: OrganisationKind,
  reason: PhraseId,
  by: Id,
  on: Day,
  gone: z.boolean(),
});
export type AcceptanceRow = z.infer<typeof AcceptanceRow>;
