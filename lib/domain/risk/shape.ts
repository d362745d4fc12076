/**
 * What a risk report says: who could guess whose words a quote is, and by what in it.
 *
 * Holds ids, numbers and words as they would leave; no names. Screens read it, so it loads no lists. Rules: docs/spec/risk.md.
 */
import type { BodyClass } from "../detect/list/body-size.ts";
import type { Limit } from "../disclosure/threshold.ts";
import type { Part } from "../organisation/population.ts";
import type { OrganisationKind, Region } from "../organisation/shape.ts";
import type { Piece } from "../report/model.ts";

/** Who might try: anybody, whoever holds the list of respondents, a colleague, and a machine that looks everything up (RK1 to RK5). */
export const INTRUDERS = ["public", "holder", "colleague", "searcher"] as const;
export type Intruder = (typeof INTRUDERS)[number];

/** What a clue is of. `beside`: what stands beside the quote; `habit`: words that one participant alone is in the way of saying. */
export const CLUE_KINDS = [
  "beside",
  "kind",
  "part",
  "role",
  "figure",
  "time",
  "place",
  "name",
  "standing",
  "life",
  "habit",
] as const;
export type ClueKind = (typeof CLUE_KINDS)[number];

/** Of whom a clue is true, as far as anybody could know. */
export type Fact =
  | Readonly<{ of: "kind"; kind: OrganisationKind; classes: readonly BodyClass[] | null }>
  | Readonly<{ of: "part"; part: Part }>
  | Readonly<{ of: "role"; words: string }>
  /** of one organisation */
  | Readonly<{ of: "body" }>
  /** of one person, and to be looked up or not */
  | Readonly<{ of: "person"; public: boolean }>
  /** of the one person who says it so */
  | Readonly<{ of: "habit" }>;

/** What narrows down whose a quote is. `words`: those in it; of what stands beside it the kind of organisation. */
export type Clue = Readonly<{ kind: ClueKind; words: string; fact: Fact }>;

/** A clue in a quote, where it stands in its words as they would leave: UTF-16 units, `end` exclusive. */
export type Placed = Clue & Readonly<{ start: number; end: number }>;

/** Who fits the clues, by intruder: organisations in Wales (null: more than anybody has counted), people, people, organisations. */
export type Left = Readonly<{ public: number | null; holder: number; colleague: number; searcher: number }>;

/** Whether to somebody one person is left, or one organisation. */
export const isAlone = (left: Left): boolean => Object.values(left).includes(1);

export type JudgedQuote = Readonly<{
  quote: string;
  source: string;
  /** the finding that cites it; null where it stands as it was said */
  finding: string | null;
  /** null where the voice is known to be of an organisation only */
  participant: string | null;
  organisation: string | null;
  lang: string;
  pieces: readonly Piece[];
  /** how findings publish it, where that stands beside it, and what they translate */
  wordings: readonly Readonly<{ lang: string; pieces: readonly Piece[] }>[];
  clues: readonly Omit<Clue, "fact">[];
  left: Left;
}>;

/** All that one participant is quoted with, as if it were known to be of one person. */
export type JudgedPerson = Readonly<{
  participant: string;
  quotes: number;
  kinds: readonly ClueKind[];
  left: Left;
}>;

/** Quotes that leave together: those with the fewest left first. */
export type Judged = Readonly<{
  /** the first of them; `count` is how many there are */
  quotes: readonly JudgedQuote[];
  count: number;
  /** how many leave one person, or one organisation, to somebody */
  alone: number;
  people: readonly JudgedPerson[];
  /** quotes of which nobody of the study is the voice: notes, documents, interviewers */
  nobody: number;
}>;

/** How many organisations and people of the study are of one sort. */
export type Cell = Readonly<{
  by: "kind" | "region";
  value: OrganisationKind | Region;
  organisations: number;
  people: number;
  /** whether these are fewer than a number in the report must rest on */
  small: boolean;
}>;

export type StudyRisk = Readonly<{
  cells: readonly Cell[];
  /** limits that are lower than usual */
  lowered: readonly Limit[];
  /** kinds of which a smaller class was accepted in the list of respondents */
  accepted: readonly string[];
  /** replacements that say more than the ladder allows, and those that are on no ladder */
  ladder: Readonly<{ over: number; own: number }>;
  /** mentions decided otherwise than their identifier: shown, and replaced by other words */
  mentions: Readonly<{ shown: number; replaced: number }>;
  /** names that are kept as they are */
  kept: number;
  /** terms that were confirmed, and those of them that people found and detection had not */
  missed: Readonly<{ confirmed: number; added: number }>;
}>;

export type RiskReport = Readonly<{
  /** a document holds the quotes that findings cite, as they are published */
  document: Judged;
  /** tables, boards, projects and archives hold quotes of the study as they were said, some of them all */
  data: Judged;
  study: StudyRisk;
  /** how few organisations and people are too few */
  least: Readonly<{ organisations: number; people: number }>;
}>;
