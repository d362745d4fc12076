/** What is asked of a project file for other software, and what is said of it before it leaves. */
import * as z from "zod";
import { Lang } from "../field.ts";
import type { Unsigned } from "../signature/shape.ts";

/** Whom the file is for: positions in texts are counted otherwise by some (docs/spec/refi.md, RF13). */
export const Profile = z.enum(["standard", "nvivo", "atlas"]);
export type Profile = z.infer<typeof Profile>;

/** What themes are in it: codes on quotes, or sets of the tags that stand on their quotes. */
export const ThemesAs = z.enum(["codes", "sets"]);
export type ThemesAs = z.infer<typeof ThemesAs>;

export const ProjectAsked = z.strictObject({ themes: ThemesAs, language: Lang });
export const ProjectOrder = z.strictObject({
  ...ProjectAsked.shape,
  profile: Profile,
  /** that the person knows it keeps together who said what */
  together: z.literal(true),
});

/** What a project file cannot hold, or may not. */
export const LOSSES = [
  "quotesWithheld", // their participants did not agree to be quoted, or no longer do
  "turnsWithheld", // and what else such people said
  "sourcesWithheld", // in which nobody else speaks
  "quotesLost", // whose words are not in the present text
  "people", // participants of whom a role or a seniority is known that is not told
  "organisations", // whose kind or region is not told
  "attributes", // responses with answers that are no texts
  "loose", // memos on what no note can be put on
  "private", // boards that one person alone sees
  "findings",
  "published", // cuts and clarifications of cited quotes
  "questions",
  "votes",
  "history", // merges and splits of tags
  "corrections",
  "texts", // of the report
] as const;
export type Loss = (typeof LOSSES)[number];
export type Losses = Readonly<Partial<Record<Loss, number>>>;

export type ProjectCheck = Readonly<{
  sources: number;
  quotes: number;
  codes: number;
  cases: number;
  notes: number;
  boards: number;
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
