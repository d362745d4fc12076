/** A wording: what a text slot of a subject says in one language. Its id is `subject/field/lang`. */
import * as z from "zod";
import { Id, Lang, PhraseId } from "../field.ts";

export const Field = z.enum([
  "title",
  "introduction",
  "problem",
  "questions",
  "definitions",
  "approach",
  "limitations",
  "recommendations",
  "name",
  "description",
  "definition",
  "include",
  "exclude",
  "example",
  "body",
  "text",
  "role",
  "statement",
  "confidence",
  "note",
  "summary",
]);
export type Field = z.infer<typeof Field>;

export const WordingRow = z.strictObject({
  id: z.string().min(40).max(80),
  subject: Id,
  field: Field,
  lang: Lang,
  phrase: PhraseId.nullable(), // null: emptied
  gone: z.boolean(),
});
export type WordingRow = z.infer<typeof WordingRow>;

/** What may have words of a field. */
export const SUBJECTS = {
  title: ["study"],
  introduction: ["study"],
  problem: ["study"],
  questions: ["study"],
  definitions: ["study"],
  approach: ["study"],
  limitations: ["study"],
  recommendations: ["study"],
  name: ["theme", "tag", "board", "guide"],
  description: ["tag", "theme"],
  definition: ["theme", "tag"],
  include: ["theme", "tag"],
  exclude: ["theme", "tag"],
  example: ["tag", "theme"],
  body: ["insight", "memo"],
  text: ["question"],
  role: ["participant"],
  statement: ["finding"],
  confidence: ["finding"],
  note: ["correction", "tagStep"],
  summary: ["summary"],
} as const satisfies Readonly<Record<Field, readonly string[]>>;

/** The id of a text slot. */
export function slot(subject: string, field: Field, lang: Lang): string {
  return `${subject}/${field}/${lang}`;
}
