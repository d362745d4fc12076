/** What is asked of the data for an archive, and what is said of them before they leave. */
import * as z from "zod";
import { Lang } from "../field.ts";
import type { Unsigned } from "../signature/shape.ts";
import type { Losses } from "./project.ts";

export const ArchiveAsked = z.strictObject({ language: Lang });
export const ArchiveOrder = z.strictObject({
  ...ArchiveAsked.shape,
  /** that the person knows that everything somebody said stands under one pseudonym */
  linkable: z.literal(true),
});

export type ArchiveCheck = Readonly<{
  transcripts: number;
  responses: number;
  tags: number;
  questions: number;
  /** how finely it says when each was held; null: not at all */
  dates: "month" | "year" | null;
  /** whether it says how long each was to take */
  lengths: boolean;
  /** more than none of each */
  lost: Losses;
  /** whether the sources are still being looked through */
  searching: boolean;
  /** how many names in it are undecided */
  open: number;
  /** sources in it that nobody has read through as they stand */
  unread: readonly string[];
  /** what of the risk report is not signed as it stands */
  unsigned: readonly Unsigned[];
}>;
