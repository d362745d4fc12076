/** A person interviewed or surveyed. The pseudonym is `P` and the number; the role is a wording. */
import * as z from "zod";
import { Id, NameId } from "../field.ts";

export const Seniority = z.enum(["leader", "practitioner"]);
export type Seniority = z.infer<typeof Seniority>;

/** How a person agreed to be quoted. */
export const Consent = z.enum(["verbatim", "paraphrase", "none", "withdrawn"]);
export type Consent = z.infer<typeof Consent>;

export const ParticipantRow = z.strictObject({
  id: Id,
  number: z.int().min(1), // never used twice
  organisation: Id.nullable(),
  seniority: Seniority.nullable(),
  consent: Consent,
  name: NameId.nullable(),
  contact: NameId.nullable(),
  gone: z.boolean(),
});
export type ParticipantRow = z.infer<typeof ParticipantRow>;

/** The pseudonym that the app gives: P01, P02 … P100. */
export function pseudonym(participant: Pick<ParticipantRow, "number">): string {
  return `P${String(participant.number).padStart(2, "0")}`;
}
