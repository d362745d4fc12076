/**
 * A reveal: somebody who reads what stands for names looks at the original of one thing, and says why.
 *
 * Kept for ever, with ids and offsets only; the reason is a phrase. Offsets are code points, `end` exclusive.
 * Rules: docs/spec/reveal.md.
 */
import * as z from "zod";
import { Id, Lang } from "../field.ts";

/** What may be looked at: one place where a name is replaced, one quote, one source. */
export const Revealed = z.enum(["mention", "quote", "source"]);
export type Revealed = z.infer<typeof Revealed>;

/** What somebody asks to see. `revision`: the text that they have before them. */
export const RevealAsked = z
  .strictObject({
    what: Revealed,
    source: Id,
    revision: Id,
    start: z.int().min(0),
    end: z.int().min(1),
    reason: z.strictObject({ lang: Lang, words: z.string().trim().min(1).max(1000) }),
  })
  .refine(({ start, end }) => start < end);
export type RevealAsked = z.infer<typeof RevealAsked>;

/** The longest place that counts as one replaced name: what is longer is asked for as a quote or a source. */
export const LONGEST_MENTION = 200;

/** For how many minutes the original stays on a screen. */
export const MINUTES = 15;

/** The answer: the words as they were said. */
export type Shown = Readonly<{ words: string; minutes: number }>;

/** One look at an original, as owners read of it. */
export type Look = Readonly<{
  id: string;
  at: string;
  person: string;
  what: Revealed;
  source: string;
  revision: string;
  start: number;
  end: number;
  /** null where its words were erased */
  reason: string | null;
}>;
