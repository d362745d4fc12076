/**
 * The desk at which what leaves a study is written: the report, boards, and the codebook.
 *
 * Rows and words come from a connection that cannot read names, names from another that can read nothing else; here they
 * meet in one plan, and here every file that lies in memory passes its last gates. Rules: docs/spec/report.md, G1 to G9.
 */
import { createHash } from "node:crypto";
import type { Spoken } from "#lib/domain/finding/short.ts";
import { decidedOf } from "#lib/domain/identifier/decided.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import type { Named, Plan } from "#lib/domain/identifier/plan.ts";
import { saidOf } from "#lib/domain/mention/meet.ts";
import type { Format, Hit, Language, ReportFault } from "#lib/domain/report/check.ts";
import type { ExportStage } from "#lib/domain/job/shape.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Mark } from "#lib/domain/risk/seal.ts";
import type { Seal } from "#lib/domain/risk/seal-shape.ts";
import type { SignableId, Unsigned } from "#lib/domain/signature/shape.ts";
import type { Coverage } from "#lib/domain/source/coverage.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { Letters } from "#lib/format/board/letters.ts";
import type { WholeText } from "#lib/format/refi/gather/sources.ts";
import type { Words } from "#lib/format/report/material.ts";
import type { Say } from "#lib/format/report/say.ts";
import { scan } from "#lib/format/scan/scan.ts";
import { sparing } from "#lib/format/scan/spared.ts";

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
  /** A digest that nobody can make without the key of the installation. */
  mark: Mark;
  /** What a judgement of a study is known by; made where it is not known of this state of it. */
  remember: (study: string, state: string, of: SignableId, make: () => Promise<Seal>) => Promise<Seal>;
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

/** What is known of a finished file, for whoever fetches it and for the log of what left. */
export type Known = Readonly<{
  name: string;
  type: string;
  format: Format;
  lang: Language;
  size: number;
  sha256: Uint8Array;
  /** the number of the last event that it holds */
  seq: bigint;
}>;

export type File = Known & Readonly<{ bytes: Uint8Array }>;

/** A file that is to leave: what stands in it, and how it is written. */
type Leaving = Pick<Known, "name" | "type" | "format" | "lang"> &
  Readonly<{
    /** the places in it where a name stands */
    hits: readonly Pick<Hit, "open" | "spared">[];
    /** ids of the sources of which words are in it and that nobody has read through as they stand */
    unread?: readonly string[];
    /** what of the risk report is not signed as it stands; asked last, as it takes judging all quotes */
    unsigned?: () => Promise<readonly Unsigned[]>;
    /** names that agreed to be listed, for files with a list of respondents */
    agreed?: Iterable<string>;
    write: () => Uint8Array | Promise<Uint8Array>;
    /** The same kind of file without anybody's words. */
    blank: () => Uint8Array | Promise<Uint8Array>;
    /** The file once more, without what stands between the signs of a word. */
    read?: ((bytes: Uint8Array) => Uint8Array) | undefined;
  }>;

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

/**
 * Writes a file whose study is settled, if nothing stands in its way, and scans it.
 *
 * Faults: `report.open`, a name in it is not decided; `report.unread`, a source in it has been read through by nobody;
 * `report.unsigned`, what it quotes is not signed as it stands; `job.over`, it is not wanted any more; `report.leak`, its bytes hold a name all the same.
 */
export async function leave(
  { tell }: Pick<Desk, "tell">,
  { plan, reading }: Laid,
  { hits, unread = [], unsigned = () => Promise.resolve([]), agreed = [], write, blank, read, ...about }: Leaving,
): Promise<Result<File, ReportFault | Over>> {
  const open = openIn(hits);
  if (open.length > 0) return no({ code: "report.open", open });
  if (unread.length > 0) return no({ code: "report.unread", sources: unread });
  const needs = await unsigned();
  if (needs.length > 0) return no({ code: "report.unsigned", needs });

  const writing = await tell("writing");
  if (!writing.ok) return writing;
  const bytes = await write();
  const looking = {
    name: about.name,
    find: plan.find,
    agreed: new Set(agreed),
    kept: plan.kept,
    spared: sparing(hits.flatMap(({ spared }) => spared ?? [])),
    blank: await blank(),
  };
  const scanning = await tell("scanning");
  if (!scanning.ok) return scanning;
  const leaks = [...scan(bytes, looking), ...(read ? scan(read(bytes), looking) : [])];
  if (leaks.length > 0) return no({ code: "report.leak", leaks });

  const sha256 = createHash("sha256").update(bytes).digest();
  return yes({ ...about, size: bytes.length, sha256, seq: reading.seq, bytes });
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
