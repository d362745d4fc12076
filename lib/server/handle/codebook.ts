/**
 * The codebook leaves the study as .csv, through the gates that a board passes: what is undecided in it keeps it back, and
 * its bytes are scanned. Knows nothing of Next or Prisma; who may is asked before this room is entered.
 * Rules: docs/spec/codebook.md, CB25 to CB28.
 */
import { createHash } from "node:crypto";
import type { Lang } from "#lib/domain/field.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Hit, ReportFault } from "#lib/domain/report/check.ts";
import { unreadOf } from "#lib/domain/source/read-through.ts";
import { cellsOf, gatherCodebook, veilCodebook, writeCodebook } from "#lib/format/codebook/write.ts";
import { scan } from "#lib/format/scan/scan.ts";
import { layOut, openIn } from "./desk.ts";
import type { Desk, File, Laid } from "./desk.ts";

/**
 * Builds, scans and records the file.
 *
 * Faults: `report.searching`, not all sources have been looked through yet; `report.open`, a name in it is not decided; `report.unread`, a source that it quotes has been read through by nobody; `report.leak`, its bytes hold a name all the same.
 */
export async function downloadCodebook(
  desk: Desk,
  study: string,
  person: string,
  lang: Lang,
): Promise<Result<File, ReportFault>> {
  const laid = await layOut(desk, study);
  if (!laid.settled) return no({ code: "report.searching" });
  const { reading, plan } = laid;
  const { paper, hits } = veilCodebook(gatherCodebook(reading.rows, lang, reading), plan);
  const open = openIn(reading.rows, hits);
  if (open.length > 0) return no({ code: "report.open", open });
  const unread = unreadOf(
    reading.rows,
    [...reading.rows.all("tag")].flatMap(({ example }) => example ?? []),
  );
  if (unread.length > 0) return no({ code: "report.unread", sources: unread });

  const say = desk.sayCodebook(lang);
  const cells = cellsOf(paper, say);
  const bytes = writeCodebook(cells);
  const name = `codebook-${lang}.csv`;
  const looking = {
    name,
    find: plan.find,
    agreed: new Set<string>(), // a codebook has no list of those who agreed to be named
    kept: plan.kept,
    blank: writeCodebook(cellsOf({ ...paper, lines: [] }, say)),
  };
  // Quotation marks are doubled in cells, and may stand within a name.
  const [, ...body] = cells;
  const leaks = [...scan(bytes, looking), ...scan(new TextEncoder().encode(body.flat().join("\n")), looking)];
  if (leaks.length > 0) return no({ code: "report.leak", leaks });

  const sha256 = createHash("sha256").update(bytes).digest();
  await desk.record({ study, person, format: "csv", lang, size: bytes.length, sha256, seq: reading.seq });
  return yes({ name, type: "text/csv; charset=utf-8", bytes });
}

/** Every place in the codebook where a name stands. */
export function codebookHits({ reading, plan }: Laid, lang: Lang): readonly Hit[] {
  return veilCodebook(gatherCodebook(reading.rows, lang, reading), plan).hits;
}
