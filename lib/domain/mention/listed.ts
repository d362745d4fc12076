/** The mentions of an identifier as the server answers them. Rules: docs/spec/identifier.md, I96 and I97. */
import * as z from "zod";
import { Id } from "../field.ts";
import type { Mention } from "../identifier/candidate.ts";
import type { MentionRow } from "./shape.ts";

/** The most in one answer. */
export const PAGE = 100;

/** Which are wanted: those of an identifier, from this one on. */
export const MentionsAsked = z.strictObject({ identifier: Id, from: z.coerce.number().int().min(0).default(0) });
export type MentionsAsked = z.infer<typeof MentionsAsked>;

/** What is decided of a mention otherwise than of its identifier, with the words themselves. */
export type Otherwise = Readonly<
  Pick<MentionRow, "id" | "decision" | "by" | "second"> & {
    replacement: string | null;
    replacementCy: string | null;
    reason: string | null;
    /** the phrase of the reason: whoever agrees says that they have read this one */
    why: string | null;
    /** whether two people have to say so, and only one has */
    waits: boolean;
  }
>;

/** One mention. `otherwise`: null where it goes by its identifier. */
export type Listed = Mention & Readonly<{ otherwise: Otherwise | null }>;

export type Listing = Readonly<{
  /** in the order of the sources and of their texts; those of which something else is decided first */
  mentions: readonly Listed[];
  /** how many there are in all */
  count: number;
}>;
