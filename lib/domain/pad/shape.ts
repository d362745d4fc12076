/**
 * A pad: the words of a text slot while people write them, several at once.
 *
 * It is known by the slot's id (`subject/field/lang`, see wording). What stands in it becomes the slot's phrase once nobody
 * has written for a moment. Rules: docs/spec/pad.md.
 */
import * as z from "zod";
import { Lang } from "../field.ts";
import { Field } from "../wording/shape.ts";

/** The texts that are long enough to be written together (of bodies, those of memos); names, other lines and what is said once are set whole. */
export const Written = Field.exclude(["title", "name", "text", "role", "note"]);
export type Written = z.infer<typeof Written>;

/** The id of a pad: of a text slot that is written together. */
export const PadId = z
  .string()
  .max(80)
  .refine((id) => slotOf(id) !== null);

export type Slot = Readonly<{ subject: string; field: Field; lang: Lang }>;

/** What a slot is to be given by its pad: `phrase` null empties it; `was` is what it says, as far as the pad knows. */
export type Due = Readonly<{ slot: Slot; by: string; phrase: string | null; was: string | null; words: string }>;

/** The slot of which a pad holds the words; null where there is no such pad. */
export function slotOf(pad: string): Slot | null {
  const [subject = "", named, spoken, ...more] = pad.split("/");
  const [field, lang] = [Written.safeParse(named), Lang.safeParse(spoken)];
  if (!field.success || !lang.success || more.length > 0 || !z.uuid().safeParse(subject).success) return null;
  return { subject, field: field.data, lang: lang.data };
}

/** How many UTF-16 units a pad holds at most. */
export const MOST_WORDS = 50_000;

/** How many bytes of history a pad keeps at most, whatever stands in it. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** An update or a state of a pad on its way: bytes of Yjs, as Base64. */
export const PadBytes = z.base64().max(200_000);

/** A place in a pad that stays where it is while others write: a relative position of Yjs, as Base64. */
const Place = z.base64().max(200);

/** Where somebody writes. */
export const Caret = z.strictObject({ pad: PadId, anchor: Place, head: Place });
export type Caret = z.infer<typeof Caret>;

/** Why something that was written is not kept. */
export const PadFault = z.enum([
  "role.none", // not in the study any more
  "role.refused", // may no longer change it
  "row.missing", // what the words are about has gone
  "memo.theirs", // an answer is its writer’s
  "pad.long",
  "pad.broken", // no update of this pad
  "pad.parted", // begins from something that the server has not: all of it must be sent
  "pad.other", // the pad was begun anew meanwhile
]);
export type PadFault = z.infer<typeof PadFault>;

/** Whether a kind of command may take away what texts are about: these are given to their slots before it (P17). */
export function takesAway(kind: string): boolean {
  return /\.(?:remove|merge|withdraw)$/.test(kind);
}
