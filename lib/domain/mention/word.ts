import * as z from "zod";
import { Id, PhraseId } from "../field.ts";
import { Decision, IdentifierKind } from "../identifier/shape.ts";
import { MOST_AT_ONCE } from "../identifier/word.ts";

/**
 * Decides one mention otherwise than its identifier, or (null) lets it go by its identifier again. `id` is for the row that may have
 * to be made; the place says which mention is meant. `revision`: the text that the person saw.
 */
export const MentionDecide = z.strictObject({
  kind: z.literal("mention.decide"),
  id: Id,
  identifier: Id,
  of: IdentifierKind,
  source: Id,
  revision: Id,
  start: z.int().min(0),
  end: z.int().min(1),
  decision: Decision.nullable(),
  replacement: PhraseId.nullable(),
  replacementCy: PhraseId.nullable(),
  reason: PhraseId.nullable(),
});

/** Agrees that the words of mentions are shown for the reasons that were read, or (`on` false) takes that back. */
export const MentionSecond = z.strictObject({
  kind: z.literal("mention.second"),
  shown: z
    .array(z.strictObject({ id: Id, reason: PhraseId }))
    .min(1)
    .max(MOST_AT_ONCE),
  on: z.boolean(),
});
