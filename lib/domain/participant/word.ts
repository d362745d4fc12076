import * as z from "zod";
import { Day, Id, Lang, PhraseId } from "../field.ts";
import { ParticipantRow } from "./shape.ts";

const Fields = ParticipantRow.omit({ id: true, number: true, withdrawnOn: true, erased: true, gone: true });

/** What is said of a participant who is added. What an earlier version of a page does not know of need not be said. */
export const NewParticipant = Fields.extend({
  agreedOn: Fields.shape.agreedOn.exactOptional(),
  agreedUntil: Fields.shape.agreedUntil.exactOptional(),
});

/** Adds a participant; the app gives the pseudonym. `role` is what the person does, in words. */
export const ParticipantAdd = z.strictObject({
  kind: z.literal("participant.add"),
  id: Id,
  fields: NewParticipant,
  role: z.strictObject({ lang: Lang, phrase: PhraseId }).nullable(),
});
export const ParticipantSet = z.strictObject({ kind: z.literal("participant.set"), id: Id, fields: Fields.partial() });
/** Takes a participant away; refused while a source or speaker is linked to them. */
export const ParticipantRemove = z.strictObject({ kind: z.literal("participant.remove"), id: Id });
/** Takes away everything that somebody said, for good: what they said is erased afterwards. Nothing takes this back. */
export const ParticipantWithdraw = z.strictObject({ kind: z.literal("participant.withdraw"), id: Id, on: Day });
/** Says that everything of somebody who has withdrawn has been erased. Only the server says so. */
export const ParticipantErased = z.strictObject({ kind: z.literal("participant.erased"), id: Id });
