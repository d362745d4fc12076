/**
 * The desk at which what leaves a study is written: the report, boards, and the codebook.
 *
 * Rows and words come from a connection that cannot read names, names from another that can read nothing else; here they
 * meet in one plan. Rules: docs/spec/report.md, G4 and G7.
 */
import type { Spoken } from "#lib/domain/finding/short.ts";
import { decidedOf } from "#lib/domain/identifier/decided.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import type { Named, Plan } from "#lib/domain/identifier/plan.ts";
import { saidOf } from "#lib/domain/mention/meet.ts";
import type { Format, Hit, Language } from "#lib/domain/report/check.ts";
import type { ExportStage } from "#lib/domain/job/shape.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Coverage } from "#lib/domain/source/coverage.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { Letters } from "#lib/format/board/letters.ts";
import type { WholeText } from "#lib/format/refi/gather/sources.ts";
import type { Words } from "#lib/format/report/material.ts";
import type { Say } from "#lib/format/report/say.ts";

/** What leaves is made of this, read at one moment on the connection that cannot read names. */
type Reading = Readonly<{
  rows: Rows;
  phrases: ReadonlyMap<string, Words>;
  /** quote id → words, and what stands around them */
  quotes: ReadonlyMap<string, Excerpt>;
  /** the number of the last event that it holds */
  seq: bigint;
  /** The day on which agreements must hold, `2026-11-27`. */
  day: string;
  /** interview → how much was said in it */
  spoken: ReadonlyMap<string, Spoken>;
}>;

/** The same with whole texts, for what takes the sources themselves along. */
export type WholeReading = Reading &
  Readonly<{
    /** source id → the text that it has now */
    texts: ReadonlyMap<string, WholeText>;
    /** how many responses came with answers that are no texts */
    attributes: number;
  }>;

/** What is needed from elsewhere. */
export type Desk = Readonly<{
  read: (study: string) => Promise<Reading>;
  readWhole: (study: string) => Promise<WholeReading>;
  /** The names of the organisations, participants and terms of these rows, and what detection is sure of besides. */
  names: (study: string, rows: Rows) => Promise<readonly Named[]>;
  /** Whether all sources have been looked through, with the names that there are now. */
  settled: (study: string) => Promise<boolean>;
  /** Says how far a file is; refused where it is not wanted any more. */
  tell: (stage: ExportStage, done?: number, total?: number) => Promise<Result<void, Over>>;
  /** Takes down what is known of a finished file, for the log of what left. */
  record: (entry: ExportEntry) => Promise<void>;
  /** How much of each source is quoted. */
  coverage: (study: string) => Promise<Coverage>;
  /** The fixed sentences of the report, those of boards, the headings of the codebook, the words of projects, of numbers and of archives. */
  say: (lang: Language) => Say;
  sayBoard: (lang: Language) => Say;
  sayCodebook: (lang: Language) => Say;
  sayProject: (lang: Language) => Say;
  sayNumbers: (lang: Language) => Say;
  sayArchive: (lang: Language) => Say;
  letters: () => Letters;
}>;

/** The job for which a file was made is not ours any more: it was cancelled, or somebody else has taken it up. */
export type Over = Readonly<{ code: "job.over" }>;

export type ExportEntry = Readonly<{
  study: string;
  person: string;
  format: Format;
  lang: Language;
  size: number;
  sha256: Uint8Array;
  seq: bigint;
}>;

export type File = Readonly<{ name: string; type: string; bytes: Uint8Array }>;

/** A study read, with the plan of its names. */
export type Laid<Read = Reading> = Readonly<{ reading: Read; named: readonly Named[]; plan: Plan; settled: boolean }>;

/** Reads a study and draws up the plan of its names. */
export function layOut(desk: Desk, study: string): Promise<Laid> {
  return layOutBy(desk, study, desk.read);
}

/** The same of another reading. */
export async function layOutBy<Read extends Reading>(
  desk: Desk,
  study: string,
  read: (study: string) => Promise<Read>,
): Promise<Laid<Read>> {
  const settled = await desk.settled(study); // before what is read: what comes in afterwards is not in it
  const reading = await read(study);
  const { rows, phrases } = reading;
  const names = await desk.names(study, rows);
  const named = names.filter(
    (one) => one.found || rows.live(one.kind === "term" ? "identifier" : one.kind, one.id) !== undefined,
  );
  const words = (phrase: string | null) => (phrase === null ? null : (phrases.get(phrase)?.words ?? null));
  const decided = decidedOf(rows.all("identifier"), words);
  return { reading, named, plan: plan(named, decided, saidOf(rows, words)), settled };
}

/** organisation → its name as it may be listed, of those who agreed to it. */
export function agreedIn({ named, reading: { rows } }: Laid): ReadonlyMap<string, string> {
  return new Map(
    named.flatMap((one) =>
      one.kind === "organisation" && rows.live("organisation", one.id)?.named === true && one.full.trim() !== ""
        ? [[one.id, one.full.trim().replace(/\s+/gu, " ")] as const]
        : [],
    ),
  );
}

/** The identifiers in these places of which nothing that was decided holds there. */
export function openIn(places: readonly Pick<Hit, "open">[]): readonly string[] {
  return [...new Set(places.flatMap(({ open }) => open))].toSorted();
}
