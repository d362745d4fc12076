/** A study: one research project. Its texts (title, problem, questions …) are wordings whose subject is the study. */
import * as z from "zod";
import { Day, Id, Lang } from "../field.ts";

export const StudyRow = z.strictObject({
  id: Id,
  lang: Lang, // the language that its findings are first written in
  archived: z.boolean(),
  trashed: z.boolean(),
  keptUntil: Day.nullable(), // the last day on which its originals are kept; null where nobody has said it
  gone: z.boolean(),
});
export type StudyRow = z.infer<typeof StudyRow>;

/** The texts of a study that its report holds, in the order in which they stand there. */
export const REPORT_FIELDS = [
  "introduction",
  "problem",
  "questions",
  "definitions",
  "approach",
  "limitations",
  "recommendations",
] as const;
/** The texts that a study has, each in English, Welsh or both. */
export const STUDY_FIELDS = ["title", ...REPORT_FIELDS] as const;
