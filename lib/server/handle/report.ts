/**
 * The report leaves the study: what stands in the way, and the finished file once nothing does.
 *
 * Knows nothing of Next or Prisma. Rows and words come from a desk that cannot read names, names from another that
 * can read nothing else. Who may is asked before this room is entered. Rules: docs/spec/report.md, G1 to G6.
 */
import { createHash } from "node:crypto";
import { plan } from "#lib/domain/identifier/plan.ts";
import type { Named, Plan } from "#lib/domain/identifier/plan.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { blank } from "#lib/format/report/blank.ts";
import { compose } from "#lib/format/report/compose.ts";
import type { Say, Words } from "#lib/format/report/compose.ts";
import { csv } from "#lib/format/report/csv.ts";
import { docx } from "#lib/format/report/docx.ts";
import { gather } from "#lib/format/report/gather.ts";
import { html } from "#lib/format/report/html.ts";
import type { Check, Format, Found, Hit, Language, Place, ReportFault } from "#lib/domain/report/check.ts";
import type { Report, Text } from "#lib/domain/report/model.ts";
import { cells, table } from "#lib/format/report/table.ts";
import { veil, veilText } from "#lib/format/report/veil.ts";
import { scan } from "#lib/format/scan/scan.ts";

/** What a report is made of, read at one moment on the connection that cannot read names. */
type Reading = Readonly<{
  rows: Rows;
  phrases: ReadonlyMap<string, Words>;
  /** quote id → words */
  quotes: ReadonlyMap<string, string>;
  /** the number of the last event that it holds */
  seq: bigint;
}>;

/** What the report needs from elsewhere. */
export type Desk = Readonly<{
  read: (study: string) => Promise<Reading>;
  /** The names of the organisations, participants and terms of these rows. */
  names: (study: string, rows: Rows) => Promise<readonly Named[]>;
  record: (entry: ExportEntry) => Promise<void>;
  say: (lang: Language) => Say;
}>;

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

const PLACES_SHOWN = 12;
const TYPES: Readonly<Record<Format, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/** Composes the report and says which names stand in it, where, and what was decided about each. */
export async function check(desk: Desk, study: string, lang: Language): Promise<Check> {
  const made = await make(desk, study, lang);
  const hits = new Map<string, Place[]>();
  for (const { terms, ...place } of made.places) {
    for (const term of terms) {
      const known = hits.get(term);
      if (known) known.push(place);
      else hits.set(term, [place]);
    }
  }
  const identifiers = made.named.flatMap((named): Found[] => {
    const places = hits.get(named.id) ?? [];
    const row = made.reading.rows.live("identifier", named.id);
    if (places.length === 0 && named.kind !== "term") return [];
    const words = (phrase: string | null | undefined) =>
      phrase ? (made.reading.phrases.get(phrase)?.words ?? null) : null;
    return [
      {
        id: named.id,
        kind: named.kind,
        name: named.full.trim() || (named.others.split(/\r?\n/)[0] ?? ""),
        decision: row?.decision ?? null,
        replacement: words(row?.replacement),
        replacementCy: words(row?.replacementCy),
        reason: words(row?.reason),
        count: places.length,
        places: places.slice(0, PLACES_SHOWN),
      },
    ];
  });
  return {
    lang,
    // What is open first, then what stands most often.
    identifiers: identifiers.toSorted(
      (a, b) =>
        Number(a.decision !== null) - Number(b.decision !== null) ||
        b.count - a.count ||
        a.name.localeCompare(b.name, lang),
    ),
    open: identifiers.filter((one) => one.decision === null && one.count > 0).length,
    leftOut: made.leftOut,
    report: made.report,
  };
}

/**
 * Builds, scans and records a file.
 *
 * Faults: `report.open`, something in it is not decided; `report.leak`, its bytes hold a name all the same.
 */
export async function download(
  desk: Desk,
  study: string,
  person: string,
  order: Readonly<{ format: Format; lang: Language }>,
): Promise<Result<File, ReportFault>> {
  const { format, lang } = order;
  const made = await make(desk, study, lang);
  const open = new Set(
    made.places.flatMap((place) =>
      place.terms.filter((term) => (made.reading.rows.live("identifier", term)?.decision ?? null) === null),
    ),
  );
  if (open.size > 0) return no({ code: "report.open", open: [...open].toSorted() });

  const bytes = await written(format, made.report, made.table, made.say);
  const name = `${format === "csv" ? "quotes" : "findings"}-${lang}.${format}`;
  const leaks = scan(bytes, {
    name,
    find: made.plan.find,
    agreed: new Set(made.agreed.values()),
    kept: made.plan.kept,
    blank: await written(format, blank(lang), [], made.say),
  });
  if (leaks.length > 0) return no({ code: "report.leak", leaks });

  const sha256 = createHash("sha256").update(bytes).digest();
  await desk.record({ study, person, format, lang, size: bytes.length, sha256, seq: made.reading.seq });
  return yes({ name, type: TYPES[format], bytes });
}

type Made = Readonly<{
  reading: Reading;
  named: readonly Named[];
  agreed: ReadonlyMap<string, string>;
  plan: Plan;
  report: Report;
  table: readonly (readonly Text[])[];
  places: readonly (Hit & Readonly<{ file: "report" | "quotes" }>)[];
  leftOut: number;
  say: Say;
}>;

async function make(desk: Desk, study: string, lang: Language): Promise<Made> {
  const reading = await desk.read(study);
  const { rows, phrases, quotes } = reading;
  const names = await desk.names(study, rows);
  const named = names.filter((one) => rows.live(one.kind === "term" ? "identifier" : one.kind, one.id) !== undefined);
  const words = (phrase: string | null) => (phrase === null ? null : (phrases.get(phrase)?.words ?? null));
  const decided = [...rows.all("identifier")].map((row) => ({
    id: row.id,
    decision: row.decision,
    replacement: words(row.replacement),
    replacementCy: words(row.replacementCy),
  }));
  const agreed = new Map(
    named.flatMap((one) =>
      one.kind === "organisation" && rows.live("organisation", one.id)?.named === true && one.full.trim() !== ""
        ? [[one.id, one.full.trim().replace(/\s+/gu, " ")] as const]
        : [],
    ),
  );
  const drawn = plan(named, decided);
  const say = desk.say(lang);
  const { material, quotes: lines, leftOut } = gather(rows, study, lang, { phrases, quotes, agreed });
  const { report, hits } = veil(compose(material, say), drawn);
  const places: (Hit & { file: "report" | "quotes" })[] = hits.map((hit) => ({ ...hit, file: "report" }));
  const veiled = table(lines, lang, say).map((row) =>
    row.map((text) => {
      const done = veilText(text, "table", drawn);
      places.push(...done.hits.map((hit) => ({ ...hit, file: "quotes" as const })));
      return done.text;
    }),
  );
  return { reading, named, agreed, plan: drawn, report, table: veiled, places, leftOut, say };
}

function written(format: Format, report: Report, rows: readonly (readonly Text[])[], say: Say): Promise<Uint8Array> {
  if (format === "docx") return docx(report);
  return Promise.resolve(format === "html" ? html(report, say("contents")) : csv(cells(rows)));
}
