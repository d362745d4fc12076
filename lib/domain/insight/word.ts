import * as z from "zod";
import { Id, Lang, PhraseId } from "../field.ts";
import { CardAt } from "../quote/word.ts";

/** Writes an insight and lays it on a board. Its words change by `wording.set`. */
export const InsightWrite = z.strictObject({
  kind: z.literal("insight.write"),
  id: Id,
  body: z.strictObject({ lang: Lang, phrase: PhraseId }),
  card: CardAt,
});
