import * as z from "zod";
import { Id, Lang, PhraseId } from "../field.ts";
import { CardAt } from "../quote/word.ts";

const Insight = z.strictObject({
  id: Id,
  body: z.strictObject({ lang: Lang, phrase: PhraseId }),
  card: CardAt,
});

/** Writes an insight and lays it on a board. Its words change by `wording.set`. */
export const InsightWrite = Insight.extend({ kind: z.literal("insight.write") });

/** Writes several, as from pasted lines, in one step. */
export const InsightsWrite = z.strictObject({
  kind: z.literal("insights.write"),
  insights: z.array(Insight).min(1).max(200),
});
