/** A person interviewed or surveyed. The pseudonym is `P` and the number; the role is a wording. */
import * as z from "zod";
import { Day, Id, NameId } from "../field.ts";

export const Seniority = z.enum(["leader", "practitioner"]);
export type Seniority = z.infer<typeof Seniority>;

/** How a person agreed to be quoted. `withdrawn` alone holds quotes back; what erases them is `withdrawnOn`. */
export const Consent = z.enum(["verbatim", "paraphrase", "none", "withdrawn"]);
export type Consent = z.infer<typeof Consent>;

export const ParticipantRow = z.strictObject({
  id: Id,
  number: z.int().min(1), // never used twice
  organisation: Id.nullable(),
  seniority: Seniority.nullable(),
  consent: Consent,
  agreedOn: Day.nullable(),
  agreedUntil: Day.nullable(), // the last day on which the agreement holds; null: it does not end by itself
  withdrawnOn: Day.nullable(), // from then on nothing of theirs is kept, and there is no way back
  erased: z.boolean(), // everything of theirs has been found and overwritten
  name: NameId.nullable(),
  contact: NameId.nullable(),
  gone: z.boolean(),
});
export type ParticipantRow = z.infer<typeof ParticipantRow>;

/** The pseudonym that the app gives: P and the number, of two digits at least. */
export function pseudonym(participant: Pick<ParticipantRow, "number">): string {
  return `P${String(participant.number).padStart(2, "0")}`;
}
