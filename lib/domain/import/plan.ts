/**
 * What a person decided in the preview: the order to bring one file in.
 *
 * Carries choices, never the text: the server reads the same bytes again, so that what is saved
 * is what the file says. All ids that it needs follow from `id`, so sending a plan twice makes nothing twice.
 *
 * Rules: docs/spec/import.md, I40 to I46 and I101 to I104.
 */
import * as z from "zod";
import { Day, Id, Lang } from "../field.ts";
import { GuideRow } from "../guide/shape.ts";
import { OrganisationKind } from "../organisation/shape.ts";
import { Seniority } from "../participant/shape.ts";
import { CasesAs, Lost } from "../project/shape.ts";
import { SourceKind } from "../source/shape.ts";
import { DraftOptions } from "./draft.ts";
import { ColumnUse, TableOptions } from "./sheet.ts";

/** What a person said the file or the pasted text is. */
export const As = z.enum(["transcript", "survey", "comments"]);
export type As = z.infer<typeof As>;

/** How long a name or a question may be that comes in with a file, in UTF-16 units. */
export const LONGEST_NAME = 500;
const Words = z.string().trim().min(1).max(LONGEST_NAME);
const Common = {
  id: Id,
  title: Words.nullable(),
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), // of the words in the source
  heldOn: Day.nullable(),
  guide: Id.nullable(),
};

/** An organisation or a person that the study does not know yet. */
export const NewOrganisation = z.strictObject({ id: Id, name: Words, kind: OrganisationKind });
export type NewOrganisation = z.infer<typeof NewOrganisation>;
export const NewParticipant = z.strictObject({
  id: Id,
  name: Words.nullable(),
  organisation: Id.nullable(),
  seniority: Seniority.nullable(),
});
export type NewParticipant = z.infer<typeof NewParticipant>;

export const TranscriptPlan = z.strictObject({
  ...Common,
  kind: z.literal("transcript"),
  options: DraftOptions,
  source: SourceKind.exclude(["survey"]),
  minutes: GuideRow.shape.minutes,
  organisation: Id.nullable(),
  participant: Id.nullable().exactOptional(), // whom a field note is about
  speakers: z
    .array(z.strictObject({ label: z.string(), participant: Id.nullable(), interviewer: z.boolean() }))
    .max(500), // as the draft names them
  organisations: z.array(NewOrganisation).max(50),
  participants: z.array(NewParticipant).max(50),
});
export type TranscriptPlan = z.infer<typeof TranscriptPlan>;

export const SurveyPlan = z.strictObject({
  ...Common,
  kind: z.literal("survey"),
  as: As.exclude(["transcript"]),
  table: TableOptions.optional(), // as it was looked at
  uses: z.array(ColumnUse).max(1000), // one for each column
  blanks: z.array(z.string().max(24)).max(100),
  questions: z
    .array(
      z.strictObject({ column: z.int().min(0), question: Id.nullable(), words: z.string().trim().min(1).max(5000) }),
    )
    .max(1000), // null: a new question of the topic guide
  again: z.boolean(), // also the responses that are in already
  unfinished: z.boolean(), // also the responses that were never sent off
  wordsLang: Lang, // in which new questions are written
  newGuide: Words.nullable(), // the name of a new guide that asks these questions
});
export type SurveyPlan = z.infer<typeof SurveyPlan>;

export const ProjectPlan = z.strictObject({
  id: Id,
  kind: z.literal("project"),
  lang: Common.lang, // where the file does not say
  wordsLang: Lang, // in which codes, memos and boards are written, likewise
  source: SourceKind.exclude(["survey"]), // what its documents are, likewise
  cases: CasesAs,
});
export type ProjectPlan = z.infer<typeof ProjectPlan>;

export const Plan = z.discriminatedUnion("kind", [TranscriptPlan, SurveyPlan, ProjectPlan]);
export type Plan = z.infer<typeof Plan>;

/** How a preview is to be read. */
export const PreviewOptions = z.strictObject({
  as: As.optional(),
  options: DraftOptions.optional(),
  table: TableOptions.optional(),
  respondent: z.int().min(0).nullable().optional(), // the column that tells respondents apart, instead of the proposed one
});
export type PreviewOptions = z.infer<typeof PreviewOptions>;

/** What came of a plan. */
export const Brought = z.strictObject({
  first: Id.nullable(), // of the sources
  turns: z.int(),
  speakers: z.int(),
  responses: z.int(),
  comments: z.int(),
  silent: z.int(), // responses without a comment
  left: z.int(), // responses that were in already and were left out
  unfinished: z.int(), // responses that were never sent off and were left out
  organisations: z.int(), // made
  participants: z.int(), // made
  questions: z.int(), // made
  known: z.boolean(), // the same bytes are in the study already
  project: z
    .strictObject({
      sources: z.int(),
      quotes: z.int(),
      tags: z.int(), // also those that were there
      memos: z.int(),
      insights: z.int(),
      boards: z.int(),
      lost: Lost,
    })
    .exactOptional(),
});
export type Brought = z.infer<typeof Brought>;
