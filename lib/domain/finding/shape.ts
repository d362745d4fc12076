/** A finding: a statement (a wording) with the themes it speaks of and the quotes that support or contradict it. */
import * as z from "zod";
import { Id, Lang, Ord, Pair, PhraseId } from "../field.ts";

export const FindingRow = z.strictObject({
  id: Id,
  status: z.enum(["draft", "agreed"]),
  ord: Ord,
  gone: z.boolean(),
});
export type FindingRow = z.infer<typeof FindingRow>;

/** That a finding speaks of a theme; its id is `finding/theme`. */
export const FindingThemeRow = z.strictObject({ id: Pair, finding: Id, theme: Id, gone: z.boolean() });
export type FindingThemeRow = z.infer<typeof FindingThemeRow>;

export const Stance = z.enum(["supports", "contradicts"]);

/** That a quote is evidence for or against a finding; its id is `finding/quote`. */
export const EvidenceRow = z.strictObject({
  id: Pair,
  finding: Id,
  quote: Id,
  stance: Stance,
  ord: Ord,
  gone: z.boolean(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

/**
 * One edit of a cited quote as it is published: a cut `[…]` where `phrase` is null, else words in [brackets] in place of the span,
 * or between two words where the span is empty. Its id is `quote/finding/start`.
 *
 * Code points from the start of the quote's words in one revision of its source, `end` exclusive. Rules: docs/spec/wording.md.
 */
export const EditRow = z.strictObject({
  id: z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}\/\d{1,7}$/),
  evidence: Pair,
  revision: Id,
  start: z.int().min(0),
  end: z.int().min(0),
  phrase: PhraseId.nullable(),
  gone: z.boolean(),
});
export type EditRow = z.infer<typeof EditRow>;

/**
 * A translation of a cited quote as its finding publishes it. Its id is `quote/finding/lang`.
 *
 * `of`: the edits that it was made with, one after another as `start-end-phrase`; with others it holds no more. Rules: docs/spec/wording.md.
 */
export const TranslationRow = z.strictObject({
  id: z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}\/(?:en|cy)$/),
  evidence: Pair,
  revision: Id,
  of: z.string().max(4000),
  lang: Lang,
  phrase: PhraseId,
  gone: z.boolean(),
});
export type TranslationRow = z.infer<typeof TranslationRow>;
