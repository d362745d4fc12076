/**
 * A board, or chosen cards of it, leaves the study as a picture, a document or a list.
 *
 * The words are never those of a screen: they are read, veiled, written and scanned here, as a report's are. Knows nothing of
 * Next or Prisma; who may is asked before this room is entered. Rules: docs/spec/board.md, B115 to B123.
 */
import { no } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { BoardFormat, Hit, Language, ReportFault } from "#lib/domain/report/check.ts";
import { byOrd } from "#lib/domain/order.ts";
import { unreadOf } from "#lib/domain/source/read-through.ts";
import { blankBoard } from "#lib/format/board/blank.ts";
import { gatherBoard } from "#lib/format/board/gather.ts";
import type { Letters } from "#lib/format/board/letters.ts";
import { writeMarkdown } from "#lib/format/board/markdown.ts";
import { writeOutline } from "#lib/format/board/outline.ts";
import type { Paper } from "#lib/format/board/paper.ts";
import { writePdf } from "#lib/format/board/pdf.ts";
import { sceneOf } from "#lib/format/board/scene.ts";
import { writeSvg } from "#lib/format/board/svg.ts";
import { veilBoard } from "#lib/format/board/veil.ts";
import { readMarkdown } from "#lib/format/text/markdown.ts";
import { layOutBy, leave } from "./desk.ts";
import type { Desk, File, Laid, Over } from "./desk.ts";
import { TOGETHER, unsignedOf } from "./signed.ts";

export type BoardOrder = Readonly<{
  board: string;
  /** ids of the cards that are wanted; null: the whole board */
  cards: readonly string[] | null;
  format: BoardFormat;
  lang: Language;
}>;

type BoardFault = ReportFault | Over | Readonly<{ code: "row.missing" }>;

/** What is written for each form. A .png is drawn by the browser, of the .svg and of nothing else. */
const FORMS: Readonly<Record<BoardFormat, Readonly<{ ending: string; type: string }>>> = {
  png: { ending: "svg", type: "image/svg+xml" },
  svg: { ending: "svg", type: "image/svg+xml" },
  pdf: { ending: "pdf", type: "application/pdf" },
  txt: { ending: "txt", type: "text/plain; charset=utf-8" },
  md: { ending: "md", type: "text/markdown; charset=utf-8" },
};

/**
 * Builds and scans a file.
 *
 * Faults: `job.over`, it is not wanted any more; `report.searching`, not all sources have been looked through yet; `row.missing`, no such board for this person; `report.open`, a name on it is not decided; `report.unread`, a source that it quotes has been read through by nobody; `report.unsigned`, the risk report of what it quotes is not signed as it stands; `report.leak`, the bytes
 * hold a name all the same.
 */
export async function downloadBoard(
  desk: Desk,
  study: string,
  person: string,
  order: BoardOrder,
): Promise<Result<File, BoardFault>> {
  const { format, lang } = order;
  const laid = await layOutBy(desk, study, desk.readWhole);
  const { rows } = laid.reading;
  const board = rows.live("board", order.board);
  if (!board || (board.owner !== null && board.owner !== person)) return no({ code: "row.missing" });

  const { paper, hits } = boardOn(desk, laid, order);
  if (!laid.settled) return no({ code: "report.searching" });
  const shown = rows
    .related("cardsOfBoard", board.id)
    .filter(({ id }) => order.cards === null || order.cards.includes(id));
  const quoted = shown.flatMap(({ quote }) => quote ?? []);
  const letters = desk.letters();
  return leave(desk, laid, {
    name: `board-${lang}.${FORMS[format].ending}`,
    type: FORMS[format].type,
    format,
    lang,
    hits,
    unread: unreadOf(rows, quoted),
    // A caption says both whose a quote is and of which kind their organisation is (B116).
    unsigned: () => unsignedOf(desk, study, laid, quoted.length > 0 ? TOGETHER : []),
    write: () => written(format, paper, letters),
    blank: () => written(format, blankBoard(lang), letters),
    read: format === "md" ? readMarkdown : undefined, // escapes and signs of quotations may stand within a name
  });
}

/** Every place on the boards that this person sees where a name stands. */
export function boardHits(desk: Desk, laid: Laid, person: string, lang: Language): readonly Hit[] {
  return [...laid.reading.rows.all("board")]
    .filter(({ owner }) => owner === null || owner === person)
    .toSorted(byOrd)
    .flatMap(({ id }) => boardOn(desk, laid, { board: id, cards: null, lang }).hits);
}

function boardOn(
  desk: Desk,
  { reading, plan }: Laid,
  { board, cards, lang }: Pick<BoardOrder, "board" | "cards" | "lang">,
): Readonly<{ paper: Paper; hits: readonly Hit[] }> {
  const wanted = { board, cards: cards === null ? null : new Set(cards), lang };
  return veilBoard(gatherBoard(reading.rows, wanted, reading, desk.sayBoard(lang)), plan);
}

function written(format: BoardFormat, paper: Paper, letters: Letters): Uint8Array {
  if (format === "txt") return writeOutline(paper);
  if (format === "md") return writeMarkdown(paper);
  const scene = sceneOf(paper, letters);
  return format === "pdf" ? writePdf(scene, letters) : writeSvg(scene, letters);
}
