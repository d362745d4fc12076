/**
 * A quote: the words that a person marked in one source; never edited, only made and removed.
 *
 * Its place is an anchor, one for each revision of the source. Offsets are Unicode code points
 * from the start of the revision's text, `end` exclusive (W3C Web Annotation Data Model, 4.2.5).
 * The words are not here: the database keeps them with the anchor and refuses any other.
 */
import * as z from "zod";
import { Id, Pair } from "../field.ts";

export const QuoteRow = z.strictObject({ id: Id, source: Id, by: Id, gone: z.boolean() });
export type QuoteRow = z.infer<typeof QuoteRow>;

export const AnchorRow = z.strictObject({
  id: Pair, // quote/revision
  quote: Id,
  revision: Id,
  start: z.int().min(0),
  end: z.int().min(1),
  turn: Id, // the turn that holds most of it
  speaker: Id.nullable(), // who says that turn
  question: Id.nullable(), // the question that turn answers
  /**
   * `changed`: a correction has changed its words, and a person has yet to look. `kept`: its words are gone from the
   * text, and a person decided that it stays with those that it had. A quote has one live anchor: one that stands in
   * another revision than its source's is lost until somebody decides.
   */
  state: z.enum(["sound", "changed", "kept"]).default("sound"),
  gone: z.boolean(),
});
export type AnchorRow = z.infer<typeof AnchorRow>;

/** That a quote carries a tag; its id is `quote/tag`. */
export const TaggingRow = z.strictObject({ id: Pair, quote: Id, tag: Id, gone: z.boolean() });
export type TaggingRow = z.infer<typeof TaggingRow>;
