import * as z from "zod";
import { KINDS } from "../detect/hit.ts";
import { Id, NameId, PhraseId } from "../field.ts";
import { Decision, IdentifierKind } from "./shape.ts";

const Thing = z.enum(KINDS);
/** A term, and what it names; not said by browsers that were open before anybody could say it. */
const NewTerm = z.strictObject({ id: Id, term: NameId, thing: Thing.optional() });

/** Adds a term by hand that must not leave the study as it stands. */
export const IdentifierAdd = z.strictObject({ kind: z.literal("identifier.add"), ...NewTerm.shape });

/** Says what a term names. */
export const IdentifierSet = z.strictObject({ kind: z.literal("identifier.set"), id: Id, thing: Thing });

/** As many terms as can be added and decided by one step. */
export const MOST_AT_ONCE = 500;

/** Adds terms with what was decided about all of them: what detection found and a person has looked at. */
export const IdentifiersAdd = z.strictObject({
  kind: z.literal("identifiers.add"),
  terms: z.array(NewTerm).min(1).max(MOST_AT_ONCE),
  decision: Decision,
  replacement: PhraseId.nullable(),
  replacementCy: PhraseId.nullable(),
  reason: PhraseId.nullable(),
});

/** Takes away a term that was added by hand. */
export const IdentifierRemove = z.strictObject({ kind: z.literal("identifier.remove"), id: Id });

/**
 * Decides an identifier once: replace it by words in [brackets], keep it for a reason, or leave it open (null).
 * The id is that of the organisation, the participant or the term.
 */
export const IdentifierDecide = z.strictObject({
  kind: z.literal("identifier.decide"),
  id: Id,
  of: IdentifierKind,
  decision: Decision.nullable(),
  replacement: PhraseId.nullable(),
  replacementCy: PhraseId.nullable(),
  reason: PhraseId.nullable(),
});

/** Agrees to keep identifiers for the reasons that were read, or (`on` false) takes that back. */
export const IdentifierSecond = z.strictObject({
  kind: z.literal("identifier.second"),
  kept: z
    .array(z.strictObject({ id: Id, reason: PhraseId }))
    .min(1)
    .max(MOST_AT_ONCE),
  on: z.boolean(),
});
