/** The topic guide: questions, and for each guide (90-minute interview, survey …) which of them were asked. */
import * as z from "zod";
import { Id, Ord, Pair } from "../field.ts";

export const QuestionRow = z.strictObject({ id: Id, ord: Ord, gone: z.boolean() });
export type QuestionRow = z.infer<typeof QuestionRow>;

export const GuideKind = z.enum(["interview", "survey"]);

export const GuideRow = z.strictObject({
  id: Id,
  kind: GuideKind,
  minutes: z.int().min(1).max(1440).nullable(),
  ord: Ord,
  gone: z.boolean(),
});
export type GuideRow = z.infer<typeof GuideRow>;

/** That a guide asks a question; its id is `guide/question`. */
export const GuideQuestionRow = z.strictObject({ id: Pair, guide: Id, question: Id, gone: z.boolean() });
export type GuideQuestionRow = z.infer<typeof GuideQuestionRow>;
