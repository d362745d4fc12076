import * as z from "zod";
import { Id, Lang, PhraseId } from "../field.ts";
import { MOST_CALLED } from "../memo/shape.ts";
import { Field } from "./shape.ts";

/**
 * Sets what a text slot says. `was` is the phrase that the writer saw (null: empty): if a colleague has
 * written since, the command is refused and both versions stay.
 */
export const WordingSet = z.strictObject({
  kind: z.literal("wording.set"),
  subject: Id,
  field: Field,
  lang: Lang,
  phrase: PhraseId.nullable(),
  was: PhraseId.nullable(),
  calls: z.array(Id).max(MOST_CALLED).exactOptional(), // of a memo: the members whom it calls from now on; left out, the same
});
