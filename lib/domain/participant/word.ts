import * as z from "zod";
import { Id, Lang, PhraseId } from "../field.ts";
import { ParticipantRow } from "./shape.ts";

const Fields = ParticipantRow.omit({ id: true, number: true, gone: true });

/** Adds a participant; the app gives the pseudonym. `role` is what the person does, in words. */
export const ParticipantAdd = z.strictObject({
  kind: z.literal("participant.add"),
  id: Id,
  fields: Fields,
  role: z.strictObject({ lang: Lang, phrase: PhraseId }).nullable(),
});
export const ParticipantSet = z.strictObject({ kind: z.literal("participant.set"), id: Id, fields: Fields.partial() });
/** Takes a participant away; refused while a source or speaker is linked to them. */
export const ParticipantRemove = z.strictObject({ kind: z.literal("participant.remove"), id: Id });
