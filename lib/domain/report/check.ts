/** What the check of a report answers: the names that stand in it, what was decided about each, and the document as it would leave. */
import type { Kind as Detected } from "../detect/hit.ts";
import type { Level } from "../identifier/ladder/rung.ts";
import type { Decision, IdentifierKind } from "../identifier/shape.ts";
import type { Excerpt } from "../quote/around.ts";
import type { Unsigned } from "../signature/shape.ts";
import type { Block, Report } from "./model.ts";

/** The forms in which a report, or its quotes, leave. */
export const REPORT_FORMATS = ["docx", "html", "pdf", "md", "csv", "xlsx", "json"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
/** What may stand behind a report. */
export const APPENDICES = ["guide", "codebook", "checklist"] as const;
export type Appendix = (typeof APPENDICES)[number];
/** What may stand beside a quote: nothing, its kind of organisation, or a number for its participant that this report alone gives. */
export const ATTRIBUTIONS = ["none", "kind", "person"] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];
/** How a report is asked for. */
export type ReportWish = Readonly<{ lang: Language; appendices: readonly Appendix[]; beside: Attribution }>;
/** The forms in which a board leaves. */
export const BOARD_FORMATS = ["png", "svg", "pdf", "txt", "md"] as const;
export type BoardFormat = (typeof BOARD_FORMATS)[number];
/** The forms in which the codebook leaves: a table, and what other software for such research reads. */
export const CODEBOOK_FORMATS = ["csv", "qdc"] as const;
export type CodebookFormat = (typeof CODEBOOK_FORMATS)[number];
/** The forms in which a table or chart of numbers leaves. */
export const NUMBERS_FORMATS = ["csv", "svg", "png"] as const;
export type NumbersFormat = (typeof NUMBERS_FORMATS)[number];
/** All forms in which anything leaves. */
export const FORMATS = [
  ...new Set([
    ...REPORT_FORMATS,
    ...BOARD_FORMATS,
    ...CODEBOOK_FORMATS,
    ...NUMBERS_FORMATS,
    "qdpx" as const,
    "zip" as const,
  ]),
];
export type Format = (typeof FORMATS)[number];
export type Language = "en" | "cy";

/** A place in the finished document where a name stands, with a few words around it. */
export type Hit = Readonly<{
  terms: readonly string[];
  where: Block["kind"] | "title";
  lang: string;
  before: string;
  words: string;
  after: string;
  kept: boolean;
  /** of its terms those about which nothing was decided that holds here */
  open: readonly string[];
  /** where it is kept in this place alone: how it stands in the finished words */
  spared: Excerpt | null;
}>;
/** One place in what would leave, with the file that it stands in. */
export type Place = Readonly<
  { file: "report" | "quotes" | "board" | "codebook" | "numbers" } & Omit<Hit, "terms" | "open" | "spared">
>;

/** One identifier as the queue shows it. `count` is how often it stands in what may leave; not all places are listed. */
export type Found = Readonly<{
  id: string;
  /** what detection takes it for, where nobody entered it and it has no row yet */
  found: Detected | null;
  kind: IdentifierKind;
  /** what people say that a term names */
  thing: Detected | null;
  name: string;
  decision: Decision | null;
  replacement: string | null;
  replacementCy: string | null;
  reason: string | null;
  /** who agreed to keep it; it waits for somebody where nobody did */
  second: string | null;
  count: number;
  /** how many of these places are on boards, in the codebook or in tables of numbers, and keep no report back */
  elsewhere: number;
  /** at how many of the others nothing that was decided holds: they keep the report back */
  open: number;
  places: readonly Place[];
  /** what could stand in its place */
  levels: readonly Level[];
}>;

export type Check = Readonly<{
  lang: Language;
  /** whether the sources are still being looked through */
  searching: boolean;
  identifiers: readonly Found[];
  /** how many of them stand in the report or its quotes and are undecided, or kept without a second person */
  open: number;
  /** how many of those wait for a second person */
  waiting: number;
  /** quotes chosen for a finding whose participants did not agree to be quoted verbatim */
  leftOut: number;
  report: Report;
}>;

/** Where a name was found in finished bytes. `place` is the path of members, `how` the way in which it could be read. */
export type Leak = Readonly<{ term: string; place: string; how: string }>;

/** Why a file is not made. */
export type ReportFault =
  | Readonly<{ code: "report.searching" }>
  | Readonly<{ code: "report.unread"; sources: readonly string[] }>
  /** what it quotes would leave, and no owner has signed the risk report of it as it stands */
  | Readonly<{ code: "report.unsigned"; needs: readonly Unsigned[] }>
  | Readonly<{ code: "report.open"; open: readonly string[] }>
  | Readonly<{ code: "report.leak"; leaks: readonly Leak[] }>
  /** what was decided, or who agreed, changed again and again while it was made, or after that */
  | Readonly<{ code: "export.stale" }>
  /** it takes more memory than one file may */
  | Readonly<{ code: "export.heavy" }>
  /** so many files of this person are being made that no other is begun */
  | Readonly<{ code: "export.many" }>
  /** no tag, and the form has no codebook without one */
  | Readonly<{ code: "codebook.empty" }>
  /** no number of a table rests on enough organisations and people */
  | Readonly<{ code: "numbers.few" }>;
