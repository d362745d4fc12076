/**
 * The data of a study leave for an archive: transcripts under lasting pseudonyms with their list, answers, codebook and topic guide.
 * Through the gates of every file; and as it keeps people apart, owners alone take it, and say that they know.
 *
 * Knows nothing of Next or Prisma; who may is asked before this room is entered. Rules: docs/spec/archive.md.
 */
import { no } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Language, ReportFault } from "#lib/domain/report/check.ts";
import type { ArchiveCheck } from "#lib/domain/report/archive.ts";
import { unreadSources } from "#lib/domain/source/read-through.ts";
import { blankArchive } from "#lib/format/archive/blank.ts";
import { gatherArchive } from "#lib/format/archive/gather.ts";
import type { GatheredArchive } from "#lib/format/archive/gather.ts";
import { writeArchive } from "#lib/format/archive/write.ts";
import { layOutBy, leave, openIn } from "./desk.ts";
import type { Desk, File, Laid, Over, WholeReading } from "./desk.ts";
import { TOGETHER, unsignedOf } from "./signed.ts";

/** Says what would be in the file, what may not be, and what stands in its way. */
export async function checkArchive(desk: Desk, study: string, lang: Language): Promise<ArchiveCheck> {
  const { laid, made } = await make(desk, study, lang);
  const { rows } = laid.reading;
  const below = (table: readonly unknown[]) => Math.max(0, table.length - 1);
  return {
    transcripts: made.paper.transcripts.length,
    responses: below(made.paper.responses),
    tags: below(made.paper.codebook),
    questions: below(made.paper.guide),
    ...made.beside,
    lost: made.lost,
    searching: !laid.settled,
    open: openIn(made.hits).length,
    unread: unreadSources(rows, made.sources),
    unsigned: await unsignedOf(desk, study, laid, TOGETHER),
  };
}

/**
 * Builds and scans the file.
 *
 * Faults: `job.over`, it is not wanted any more; `report.searching`, not all sources have been looked through yet; `report.open`, a name in it is not decided; `report.unread`, a source in it has been read through by nobody; `report.unsigned`, the risk report of what it quotes is not signed as it stands; `report.leak`, its bytes hold a name all the same.
 */
export async function downloadArchive(
  desk: Desk,
  study: string,
  lang: Language,
): Promise<Result<File, ReportFault | Over>> {
  const { laid, made } = await make(desk, study, lang);
  if (!laid.settled) return no({ code: "report.searching" });
  return leave(desk, laid, {
    name: `archive-${lang}.zip`,
    type: "application/zip",
    format: "zip",
    lang,
    hits: made.hits,
    unread: unreadSources(laid.reading.rows, made.sources),
    unsigned: () => unsignedOf(desk, study, laid, TOGETHER),
    write: () => writeArchive(made.paper),
    blank: () => writeArchive(blankArchive(desk.sayArchive(lang))),
  });
}

async function make(
  desk: Desk,
  study: string,
  lang: Language,
): Promise<Readonly<{ laid: Laid<WholeReading>; made: GatheredArchive }>> {
  const laid = await layOutBy(desk, study, desk.readWhole);
  const sayings = { archive: desk.sayArchive, project: desk.sayProject, codebook: desk.sayCodebook, report: desk.say };
  return { laid, made: gatherArchive(laid.reading, { study, lang }, laid.plan, sayings) };
}
