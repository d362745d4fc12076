/** What a report is composed of: numbers, and the words that people wrote, before names are looked for. */
import type { Settings } from "#lib/domain/disclosure/settings.ts";
import type { ThemeCount } from "#lib/domain/finding/count.ts";
import type { Sample } from "#lib/domain/finding/sample.ts";
import type { Around } from "#lib/domain/quote/around.ts";
import type { Edit } from "#lib/domain/quote/published.ts";
import type { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import type { Appendix, Attribution } from "#lib/domain/report/check.ts";
import type { REPORT_FIELDS } from "#lib/domain/study/shape.ts";

/** Words that somebody wrote, in their language; of a quote also what stands around it, and what is changed of it here. */
export type Words = Readonly<{ lang: string; words: string; around?: Around; edits?: readonly Edit[] }>;

/** What stands beside a quote: the kind of its organisation, or the number that the report gives its participant. */
export type Beside = Readonly<{ kind: OrganisationKind } | { person: number }>;
/** `translation`: what it says in the language of the report, where that is another. */
export type Quoted = Words & Readonly<{ translation?: Words | undefined; by?: Beside | undefined }>;

export type FindingPart = Readonly<{
  statement: Words;
  /** how sure the team is, and why */ confidence?: Words | undefined;
  supports: readonly Quoted[];
  contradicts: readonly Quoted[];
}>;
export type ThemePart = Readonly<{
  name: Words;
  definition: Words | null;
  count: ThemeCount;
  findings: readonly FindingPart[];
  themes: readonly ThemePart[];
}>;
/** The study's own texts, each in the report's language where it stands in it, else in the other. */
type StudyTexts = Readonly<Partial<Record<(typeof REPORT_FIELDS)[number], Words>>>;

export type Material = Readonly<{
  lang: "en" | "cy";
  title: Words;
  texts: StudyTexts;
  sample: Sample;
  /** how many a number in the report must rest on, and what was accepted of that, with the reasons */
  disclosure: Settings;
  /** what stands beside quotes */
  beside: Attribution;
  /** the names of the organisations that agreed to be listed, and of no other */
  agreed: ReadonlyMap<string, string>;
  roles: readonly Words[];
  themes: readonly ThemePart[];
  /** findings that speak of no theme */
  general: readonly FindingPart[];
  appendix: AppendixMaterial;
}>;

/** A question with the guides that ask it: how many minutes an interview is planned for, null where that is open. */
export type GuideLine = Readonly<{
  question: Words;
  asked: readonly Readonly<{ arm: "interview" | "survey"; minutes: number | null }>[];
}>;
/** A tag with those that it stands in, the outermost first, and what it is for. */
export type TagLine = Readonly<{
  path: readonly Words[];
  description: Words | null;
  include: Words | null;
  exclude: Words | null;
}>;

export type AppendixMaterial = Readonly<{
  wanted: ReadonlySet<Appendix>;
  guide: readonly GuideLine[];
  tags: readonly TagLine[];
  /** what the checklist tells of the work: people who marked quotes, field notes, and interviews at the end that brought no new tag or theme */
  coders: number;
  notes: number;
  bare: number;
}>;
