/**
 * The whole study leaves as a project for other software: texts, quotes, tags, themes, memos, boards, and who said what under
 * pseudonyms. Through the gates of every file; and as it keeps people apart, owners alone take it, and say that they know.
 *
 * Knows nothing of Next or Prisma; who may is asked before this room is entered. Rules: docs/spec/refi.md, RF10 to RF22.
 */
import type * as z from "zod";
import { no } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { ReportFault } from "#lib/domain/report/check.ts";
import type { ProjectAsked, ProjectCheck, ProjectOrder } from "#lib/domain/report/project.ts";
import { unreadSources } from "#lib/domain/source/read-through.ts";
import { blankProject } from "#lib/format/refi/blank.ts";
import { gatherProject } from "#lib/format/refi/gather/project.ts";
import type { GatheredProject } from "#lib/format/refi/gather/project.ts";
import type { PaperCode } from "#lib/format/refi/paper.ts";
import { writeQdpx } from "#lib/format/refi/project.ts";
import { layOutBy, leave, openIn } from "./desk.ts";
import type { Desk, File, Laid, Over, WholeReading } from "./desk.ts";
import { TOGETHER, unsignedOf } from "./signed.ts";

type Asked = z.infer<typeof ProjectAsked>;

/** Says what would be in the file, what would not, and what stands in its way. */
export async function checkProject(desk: Desk, study: string, person: string, asked: Asked): Promise<ProjectCheck> {
  const { laid, made } = await make(desk, study, person, asked);
  const { paper, hits, lost } = made;
  const count = (codes: readonly PaperCode[]): number => codes.reduce((sum, one) => sum + 1 + count(one.codes), 0);
  return {
    sources: paper.sources.length,
    quotes: paper.sources.reduce((sum, { selections }) => sum + selections.length, 0),
    codes: count(paper.codes),
    cases: paper.cases.length,
    notes: paper.notes.length,
    boards: paper.graphs.length,
    lost,
    searching: !laid.settled,
    open: openIn(hits).length,
    unread: unreadIn(laid, made),
    unsigned: await unsignedOf(desk, study, laid, TOGETHER),
  };
}

/**
 * Builds and scans the file.
 *
 * Faults: `job.over`, it is not wanted any more; `report.searching`, not all sources have been looked through yet; `report.open`, a name in it is not decided; `report.unread`, a source in it has been read through by nobody; `report.unsigned`, the risk report of what it quotes is not signed as it stands; `report.leak`, its bytes hold a name all the same.
 */
export async function downloadProject(
  desk: Desk,
  study: string,
  person: string,
  order: z.infer<typeof ProjectOrder>,
): Promise<Result<File, ReportFault | Over>> {
  const { profile, language: lang } = order;
  const { laid, made } = await make(desk, study, person, order);
  if (!laid.settled) return no({ code: "report.searching" });
  return leave(desk, laid, {
    name: `project-${lang}.qdpx`,
    type: "application/zip",
    format: "qdpx",
    lang,
    hits: made.hits,
    unread: unreadIn(laid, made),
    unsigned: () => unsignedOf(desk, study, laid, TOGETHER),
    write: () => writeQdpx(made.paper, profile),
    blank: () => writeQdpx(blankProject(lang), profile),
  });
}

type Made = Readonly<{ laid: Laid<WholeReading>; made: GatheredProject }>;

async function make(desk: Desk, study: string, person: string, { themes, language }: Asked): Promise<Made> {
  const laid = await layOutBy(desk, study, desk.readWhole);
  const wish = { study, person, lang: language, themes };
  const sayings = { project: desk.sayProject, codebook: desk.sayCodebook };
  return { laid, made: gatherProject(laid.reading, wish, laid.plan, sayings) };
}

/** The sources in it that nobody has read through as they stand: all of their words leave. */
function unreadIn({ reading: { rows } }: Laid<WholeReading>, { paper }: GatheredProject): readonly string[] {
  return unreadSources(
    rows,
    paper.sources.map(({ id }) => id),
  );
}
