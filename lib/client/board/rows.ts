/**
 * A study's rows as a board scene, and what each card says.
 *
 * Knows the rows and their words; knows nothing of cameras, the DOM or React.
 */
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { ParticipantRow } from "#lib/domain/participant/shape.ts";
import { bodyCode } from "#lib/domain/organisation/shape.ts";
import type { OrganisationRow } from "#lib/domain/organisation/shape.ts";
import type { AnchorRow } from "#lib/domain/quote/shape.ts";
import type { SourceRow } from "#lib/domain/source/shape.ts";
import { SIZES } from "#lib/domain/board/measure.ts";
import { byOrd } from "#lib/domain/order.ts";
import type { Noun, Rows } from "#lib/domain/study/rows.ts";
import { dotsOn } from "./ballot.ts";
import type { BoardScene, SceneCard, SceneTheme } from "./scene.ts";

/** The nouns whose rows make a scene. */
export const SCENE_NOUNS: readonly Noun[] = ["board", "theme", "card", "quote", "anchor", "memo", "voting", "vote"];
/** The nouns whose rows stand in a caption. */
export const CAPTION_NOUNS: readonly Noun[] = [
  "quote",
  "anchor",
  "source",
  "speaker",
  "participant",
  "organisation",
  "tag",
  "tagging",
  "wording",
];

/** The board to open: the one asked for, else the one that findings read, else the first. */
export function boardToOpen(rows: Rows, asked: string | null): string | null {
  if (asked !== null && rows.live("board", asked)) return asked;
  const boards = rows.related("boards", "").toSorted(byOrd);
  return (boards.find((board) => board.analysis) ?? boards[0])?.id ?? null;
}

/** The scene of a board. Cost: one pass over its cards. */
export function sceneOf(rows: Rows, board: string): BoardScene {
  const themes: SceneTheme[] = rows
    .related("themesOfBoard", board)
    .map(({ id, parent, ord, x, y, w, h, hue, locked, collapsed, status }) => {
      return { id, parent, ord, x, y, w, h, hue, locked, collapsed, status };
    });
  const dots = dotsOn(rows, board);
  const hues = new Map(themes.map(({ id, hue }) => [id, hue]));
  const cards: SceneCard[] = rows.related("cardsOfBoard", board).map((card) => {
    const theme = card.theme !== null && hues.has(card.theme) ? card.theme : null;
    const anchor = card.quote === null ? undefined : anchorOf(rows, card.quote);
    return {
      id: card.id,
      x: card.x,
      y: card.y,
      w: SIZES[card.size].w,
      h: SIZES[card.size].h,
      size: card.size,
      theme,
      kind: card.quote === null ? "insight" : "quote",
      hue: theme === null ? 0 : (hues.get(theme) ?? 0),
      memos: openMemos(rows, card.quote ?? card.insight),
      votes: dots.get(card.id) ?? 0,
      length: anchor ? anchor.end - anchor.start : 80,
      ord: card.ord,
    };
  });
  return { themes, cards };
}

/** How many talks about a quote or an insight are not settled. */
function openMemos(rows: Rows, subject: string | null): number {
  let open = 0;
  for (const { parent, resolved } of rows.related("memosOf", subject ?? "")) if (parent === null && !resolved) open++;
  return open;
}

/** Where a quote stands in the text of its source that is read now. */
export function anchorOf(rows: Rows, quote: string): AnchorRow | undefined {
  const anchors = rows.related("anchorsOfQuote", quote);
  if (anchors.length === 1) return anchors[0];
  const source = rows.get("quote", quote)?.source;
  const revision = source === undefined ? undefined : rows.get("source", source)?.revision;
  return anchors.find((anchor) => anchor.revision === revision) ?? anchors[0];
}

/** Where a quote comes from, as rows. */
export type Origin = Readonly<{
  source: SourceRow | undefined;
  participant: ParticipantRow | undefined;
  organisation: OrganisationRow | undefined;
}>;

export function originOf(rows: Rows, quote: string): Origin {
  const anchor = anchorOf(rows, quote);
  const source = rows.live("source", rows.get("quote", quote)?.source ?? "");
  const speaker = anchor?.speaker ? rows.live("speaker", anchor.speaker) : undefined;
  const participant = rows.live("participant", speaker?.participant ?? source?.participant ?? "");
  const organisation = rows.live("organisation", participant?.organisation ?? source?.organisation ?? "");
  return { source, participant, organisation };
}

/** Who said a quote, as far as a caption may tell: never a name. */
export type Voice = Readonly<{
  pseudonym: string | null;
  organisation: string | null;
  kind: OrganisationRow["kind"] | null;
  source: SourceRow["kind"] | null;
  tags: readonly string[];
}>;

export function voiceOf(rows: Rows, quote: string): Voice {
  const { organisation, participant, source } = originOf(rows, quote);
  return {
    pseudonym: participant ? pseudonym(participant) : null,
    organisation: organisation ? bodyCode(organisation) : null,
    kind: organisation?.kind ?? null,
    source: source?.kind ?? null,
    tags: rows.related("taggingsOfQuote", quote).map(({ tag }) => tag),
  };
}
