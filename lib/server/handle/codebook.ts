/**
 * The codebook leaves the study as .csv or .qdc, through the gates that a board passes: what is undecided in it keeps it back, and
 * its bytes are scanned. Knows nothing of Next or Prisma; who may is asked before this room is entered.
 * Rules: docs/spec/codebook.md, CB25 to CB28; docs/spec/refi.md, RF1 to RF4.
 */
import type { Lang } from "#lib/domain/field.ts";
import { no } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { CodebookFormat, Hit, ReportFault } from "#lib/domain/report/check.ts";
import { unreadOf } from "#lib/domain/source/read-through.ts";
import { cellsOf, gatherCodebook, veilCodebook, withoutQuotes, writeCodebook } from "#lib/format/codebook/write.ts";
import type { CodebookPaper } from "#lib/format/codebook/write.ts";
import { plain } from "#lib/domain/report/model.ts";
import { writeQdc } from "#lib/format/refi/codebook.ts";
import type { Say } from "#lib/format/report/say.ts";
import { layOutBy, leave } from "./desk.ts";
import type { Desk, File, Laid, Over } from "./desk.ts";
import { unsignedOf } from "./signed.ts";

const TYPES: Readonly<Record<CodebookFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  qdc: "application/xml; charset=utf-8",
};

/**
 * Builds and scans the file.
 *
 * Faults: `job.over`, it is not wanted any more; `report.searching`, not all sources have been looked through yet; `codebook.empty`, no tag, and REFI-QDA has no codebook without one; `report.open`, a name in it is not decided; `report.unread`, a source that it quotes has been read through by nobody; `report.unsigned`, the risk report of what it quotes is not signed as it stands; `report.leak`, its bytes hold a name all the same.
 */
export async function downloadCodebook(
  desk: Desk,
  study: string,
  { format, lang }: Readonly<{ format: CodebookFormat; lang: Lang }>,
): Promise<Result<File, ReportFault | Over>> {
  const laid = await layOutBy(desk, study, desk.readWhole);
  if (!laid.settled) return no({ code: "report.searching" });
  const { reading, plan } = laid;
  const gathered = gatherCodebook(reading.rows, lang, reading);
  // Nobody's words are in a .qdc but those of the researchers.
  const { paper, hits } = veilCodebook(format === "csv" ? gathered : withoutQuotes(gathered), plan);
  if (format === "qdc" && paper.lines.length === 0) return no({ code: "codebook.empty" });
  const quoted = format === "csv" ? [...reading.rows.all("tag")].flatMap(({ example }) => example ?? []) : [];
  const say = desk.sayCodebook(lang);
  return leave(desk, laid, {
    name: `codebook-${lang}.${format}`,
    type: TYPES[format],
    format,
    lang,
    hits,
    unread: unreadOf(reading.rows, quoted),
    unsigned: () => unsignedOf(desk, study, laid, paper.lines.some(({ quote }) => quote) ? ["data_none"] : []),
    write: () => written(format, paper, say),
    blank: () => written(format, { ...paper, lines: format === "csv" ? [] : [BLANK] }, say),
  });
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
