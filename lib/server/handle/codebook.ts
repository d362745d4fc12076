/**
 * The codebook leaves the study as .csv or .qdc, through the gates that a board passes: what is undecided in it keeps it back, and
 * its bytes are scanned. Knows nothing of Next or Prisma; who may is asked before this room is entered.
 * Rules: docs/spec/codebook.md, CB25 to CB28; docs/spec/refi.md, RF1 to RF4.
 */
import { createHash } from "node:crypto";
import type { Lang } from "#lib/domain/field.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { CodebookFormat, Hit, ReportFault } from "#lib/domain/report/check.ts";
import { unreadOf } from "#lib/domain/source/read-through.ts";
import { cellsOf, gatherCodebook, veilCodebook, withoutQuotes, writeCodebook } from "#lib/format/codebook/write.ts";
import type { CodebookPaper } from "#lib/format/codebook/write.ts";
import { plain } from "#lib/domain/report/model.ts";
import { writeQdc } from "#lib/format/refi/codebook.ts";
import type { Say } from "#lib/format/report/say.ts";
import { scan } from "#lib/format/scan/scan.ts";
import { sparing } from "#lib/format/scan/spared.ts";
import { layOut, openIn } from "./desk.ts";
import type { Desk, File, Laid, Over } from "./desk.ts";

const TYPES: Readonly<Record<CodebookFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  qdc: "application/xml; charset=utf-8",
};

/**
 * Builds, scans and records the file.
 *
 * Faults: `job.over`, it is not wanted any more; `report.searching`, not all sources have been looked through yet; `codebook.empty`, no tag, and REFI-QDA has no codebook without one; `report.open`, a name in it is not decided; `report.unread`, a source that it quotes has been read through by nobody; `report.leak`, its bytes hold a name all the same.
 */
export async function downloadCodebook(
  desk: Desk,
  study: string,
  person: string,
  { format, lang }: Readonly<{ format: CodebookFormat; lang: Lang }>,
): Promise<Result<File, ReportFault | Over>> {
  const laid = await layOut(desk, study);
  if (!laid.settled) return no({ code: "report.searching" });
  const { reading, plan } = laid;
  const gathered = gatherCodebook(reading.rows, lang, reading);
  // Nobody's words are in a .qdc but those of the researchers.
  const { paper, hits } = veilCodebook(format === "csv" ? gathered : withoutQuotes(gathered), plan);
  if (format === "qdc" && paper.lines.length === 0) return no({ code: "codebook.empty" });
  const open = openIn(hits);
  if (open.length > 0) return no({ code: "report.open", open });
  const quoted = format === "csv" ? [...reading.rows.all("tag")].flatMap(({ example }) => example ?? []) : [];
  const unread = unreadOf(reading.rows, quoted);
  if (unread.length > 0) return no({ code: "report.unread", sources: unread });

  const writing = await desk.tell("writing");
  if (!writing.ok) return writing;
  const say = desk.sayCodebook(lang);
  const bytes = written(format, paper, say);
  const name = `codebook-${lang}.${format}`;
  const looking = {
    name,
    find: plan.find,
    agreed: new Set<string>(), // a codebook has no list of those who agreed to be named
    kept: plan.kept,
    spared: sparing(hits.flatMap(({ spared }) => spared ?? [])),
    blank: written(format, { ...paper, lines: format === "csv" ? [] : [BLANK] }, say),
  };
  const scanning = await desk.tell("scanning");
  if (!scanning.ok) return scanning;
  const leaks = scan(bytes, looking);
  if (leaks.length > 0) return no({ code: "report.leak", leaks });

  const sha256 = createHash("sha256").update(bytes).digest();
  await desk.record({ study, person, format, lang, size: bytes.length, sha256, seq: reading.seq });
  return yes({ name, type: TYPES[format], bytes });
}

function written(format: CodebookFormat, paper: CodebookPaper, say: Say): Uint8Array {
  return format === "csv" ? writeCodebook(cellsOf(paper, say)) : writeQdc(paper, say);
}

/** A tag about which nothing is said, for what every such file has. */
const BLANK: CodebookPaper["lines"][number] = {
  id: "00000000-0000-4000-8000-000000000000",
  parent: null,
  hue: null,
  texts: new Map([
    ["name/en", plain("x", "en")],
    ["description/en", plain("x", "en")],
  ]),
  quote: null,
  counts: [],
};

/** Every place in the codebook where a name stands. */
export function codebookHits({ reading, plan }: Laid, lang: Lang): readonly Hit[] {
  return veilCodebook(gatherCodebook(reading.rows, lang, reading), plan).hits;
}
