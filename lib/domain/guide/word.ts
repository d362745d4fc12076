import * as z from "zod";
import { Id, Lang, PhraseId } from "../field.ts";
import { GuideRow } from "./shape.ts";

const Said = z.strictObject({ lang: Lang, phrase: PhraseId }).nullable();
const After = Id.nullable().optional(); // behind this one; null: first; left out: last

export const QuestionAdd = z.strictObject({ kind: z.literal("question.add"), id: Id, text: Said, after: After });
export const QuestionPlace = z.strictObject({ kind: z.literal("question.place"), id: Id, after: Id.nullable() });
export const QuestionRemove = z.strictObject({ kind: z.literal("question.remove"), id: Id });

const Fields = GuideRow.pick({ kind: true, minutes: true });
export const GuideAdd = z.strictObject({ kind: z.literal("guide.add"), id: Id, fields: Fields, name: Said });
export const GuideSet = z.strictObject({ kind: z.literal("guide.set"), id: Id, fields: Fields.partial() });
/** Takes a guide away; refused while sources were asked by it. */
export const GuideRemove = z.strictObject({ kind: z.literal("guide.remove"), id: Id });
/** Says that a guide asks these questions, or that it does not. */
export const GuideAsk = z.strictObject({
  kind: z.literal("guide.ask"),
  guide: Id,
  questions: z.array(Id).min(1).max(500),
  on: z.boolean(),
});
