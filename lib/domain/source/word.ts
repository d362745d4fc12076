import * as z from "zod";
import { Id } from "../field.ts";
import { OrganisationRow } from "../organisation/shape.ts";
import { NewParticipant } from "../participant/word.ts";
import { SourceRow, SpeakerRow } from "./shape.ts";

/**
 * Publishes sources whose texts have been staged: until then nobody sees them.
 * Organisations and participants that came with them (a survey's respondents) are made by the same command.
 */
export const SourcePublish = z.strictObject({
  kind: z.literal("source.publish"),
  organisations: z
    .array(OrganisationRow.omit({ number: true, gone: true }))
    .max(5000)
    .exactOptional(),
  participants: z
    .array(NewParticipant.extend({ id: Id }))
    .max(5000)
    .exactOptional(),
  sources: z
    .array(SourceRow.omit({ number: true, gone: true }))
    .min(1)
    .max(5000),
  speakers: z.array(SpeakerRow.omit({ gone: true })).max(5000),
});

const Fields = SourceRow.pick({
  title: true,
  organisation: true,
  participant: true,
  guide: true,
  heldOn: true,
  minutes: true,
  lang: true,
});
export const SourceSet = z.strictObject({ kind: z.literal("source.set"), id: Id, fields: Fields.partial() });
/** Takes sources away, with their quotes, those quotes' cards and their place in findings; one undo brings all back. */
export const SourceRemove = z.strictObject({ kind: z.literal("source.remove"), ids: z.array(Id).min(1).max(500) });

/** Says who a speaker is. */
export const SpeakerSet = z.strictObject({
  kind: z.literal("speaker.set"),
  id: Id,
  fields: SpeakerRow.pick({ participant: true, interviewer: true, label: true }).partial(),
});
