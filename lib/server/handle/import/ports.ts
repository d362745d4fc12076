/** What bringing files in needs of the world. */
import type { Lang } from "#lib/domain/field.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import type { Attribute } from "#lib/domain/import/sheet.ts";
import type { Stage } from "#lib/domain/job/shape.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Item, Outcome } from "#lib/domain/study/outcome.ts";
import type { KnownTag } from "#lib/domain/tag/draft.ts";
import type { Opened, OpenOptions } from "#lib/format/import/open.ts";
import type { Go, Portion, SurveyHead, Take } from "#lib/format/import/pour.ts";
import type { Shown } from "#lib/format/import/shown.ts";
import type { Say } from "#lib/format/report/say.ts";

/** A file as it came, or pasted words as UTF-8. */
export type Upload = Readonly<{ name: string; type: string; bytes: Uint8Array }>;

/** A file with the id under which it is kept. */
export type Original = Upload & Readonly<{ id: string; sha256: Uint8Array }>;

/** For whom a file comes in, and by which job: null where none is held, and nothing can be taken over or cancelled. */
export type Work = Readonly<{ study: string; person: string; held: Readonly<{ job: string; attempt: number }> | null }>;

/** How far it is; `total` null where that is not known yet. */
export type Progress = Readonly<{ stage: Stage; done: number; total: number | null }>;

/** Texts as the database takes them, as JSON, with the marks by which responses are known again. */
export type Staged = Omit<Portion, "briefs"> &
  Readonly<{ lang: string; marks: readonly Readonly<{ source: string; mark: string }>[] }>;

/** `job.over`: it was cancelled, or somebody else has taken it up. */
export type StageFault = Readonly<{ code: "role.none" | "role.refused" | "study.missing" | "job.over" }>;

export type OpenSurvey = Readonly<{
  head: SurveyHead;
  pour: (go: Go) => AsyncIterable<Result<Portion, ImportFault>>;
  /** Lets the thread go that reads it. */
  close: () => void;
}>;

/** The study's sources that bear these marks, by mark. */
type Marked = ReadonlyMap<string, readonly Readonly<{ source: string; guide: string | null }>[]>;

export type LookPorts = Readonly<{
  /** As much of a file as a preview shows; apart from this thread, within limits. */
  look: (bytes: Uint8Array, options: OpenOptions) => Promise<Result<Shown, ImportFault>>;
  /** Whether these very bytes belong to a source of the study. */
  holds: (study: string, sha256: Uint8Array) => Promise<boolean>;
  marked: (study: string, marks: readonly string[]) => Promise<Marked>;
  /** Whether any of these is a source of the study. */
  hasSource: (study: string, ids: readonly string[]) => Promise<boolean>;
  /** The fixed words of projects of ours. */
  say: (lang: Lang) => Say;
}>;

export type BringPorts = Pick<LookPorts, "holds" | "marked" | "say"> &
  Readonly<{
    /** All of a file. */
    read: (bytes: Uint8Array, options: OpenOptions) => Promise<Result<Opened, ImportFault>>;
    /** A survey, whose responses come portion by portion; null where the file is none. */
    survey: (bytes: Uint8Array, options: OpenOptions, take: Take) => Promise<Result<OpenSurvey | null, ImportFault>>;
    /** Says how far it is, and learns whether it may go on. */
    tell: (work: Work, progress: Progress) => Promise<Result<void, StageFault>>;
    /** Keeps the file itself, where it is not kept yet. */
    keep: (work: Work, original: Original) => Promise<Result<void, StageFault>>;
    /** The numbers of these attributes in the study, in order; those that it does not know yet are made. */
    define: (work: Work, attributes: readonly Attribute[]) => Promise<Result<readonly number[], StageFault>>;
    /** Saves texts in one transaction, asking there who may; what is staged already stays. */
    stage: (work: Work, staged: Staged, progress: Progress) => Promise<Result<void, StageFault>>;
    /** Carries out commands in one transaction, all of them or none. */
    publish: (study: string, items: readonly Item[]) => Promise<readonly Outcome[]>;
    /** The study's tags with their texts. */
    tags: (study: string) => Promise<readonly KnownTag[]>;
    /** The study's organisations with the names that they go by. */
    organisations: (study: string) => Promise<readonly Readonly<{ id: string; names: readonly string[] }>[]>;
  }>;

export type BringFault =
  | ImportFault
  | StageFault
  | Readonly<{ code: "plan.stale" }>
  | Readonly<{ code: "publish.refused"; because: string }>;
