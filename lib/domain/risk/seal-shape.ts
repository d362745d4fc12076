/**
 * What a judgement of the risk report is known by, so that it can be told whether it is still the same, and what of it is not.
 *
 * The digest is of all that was judged. Beside it are short marks of each part and of each quote: they say what has changed since,
 * and hold nothing of it. All are made with a key of the installation, as rows reach everybody in a study and the judgement is for
 * owners alone: without it nobody can try words and numbers until a mark fits. Rules: docs/spec/risk.md, RK16 and RK17.
 */
import * as z from "zod";

/** What beside quotes a judgement is made of. */
export const PARTS = ["people", "cells", "limits", "accepted", "ladder", "mentions", "kept"] as const;
export type Part = (typeof PARTS)[number];

/** Signs of a mark: of 10,000 quotes some three share one, and the digest does not depend on them. */
export const SIGNS = 6;
/** Quotes that are marked one by one; of more it is told only how many there are. */
export const MOST_MARKED = 10_000;
const Hex = z.string().regex(/^[0-9a-f]*$/);

export const SEAL_FIELDS = {
  digest: Hex.length(64),
  /** a mark for each of `PARTS`, in their order */
  parts: Hex.max(100),
  quotes: z.int().min(0),
  /** two marks for each quote, which it is and what was judged of it, in order; empty where there are too many */
  marks: Hex.max(MOST_MARKED * SIGNS * 2),
} as const;
const Seal = z.strictObject(SEAL_FIELDS);
export type Seal = Readonly<z.infer<typeof Seal>>;

/** What is other than when something was signed. */
export type Changes = Readonly<{
  more: number;
  fewer: number;
  /** quotes that read otherwise or leave others than before; null where they are too many to tell */
  otherwise: number | null;
  parts: readonly Part[];
}>;
