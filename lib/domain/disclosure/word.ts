import * as z from "zod";
import { Day, Id, PhraseId } from "../field.ts";
import { OrganisationKind } from "../organisation/shape.ts";
import { LIMIT_FIELDS } from "./threshold.ts";

const Said = z.strictObject({ ...LIMIT_FIELDS, reason: PhraseId.nullable() });

/**
 * Sets a study's thresholds, all of them. `was`: what the writer saw; if a colleague has set them since, the command is refused,
 * as nobody lowers what they have not seen.
 */
export const DisclosureSet = z.strictObject({
  kind: z.literal("disclosure.set"),
  id: Id, // the study's
  ...Said.shape,
  was: Said,
  on: Day,
});

/** Accepts that a kind of organisation stands in the list of respondents as a smaller class; without a reason takes that back. */
export const DisclosureAccept = z.strictObject({
  kind: z.literal("disclosure.accept"),
  of: OrganisationKind,
  reason: PhraseId.nullable(),
  on: Day,
});
